"""The parts that screens are made of. They take values and tell wishes; they know no session."""
