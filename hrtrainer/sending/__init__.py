"""What a person chose to send to a record store of their organisation: how it is put there, and how it gets there."""
