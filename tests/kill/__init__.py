"""Playing is killed at random moments: all that was told is there, the file is sound, the conversation goes on."""
