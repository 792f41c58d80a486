"""What others handed over as files: sessions of many people, and what a supervisor answered."""
