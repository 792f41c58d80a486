"""The map of a conversation: its rooms, the doors between them, where each stands on the sheet, and the drawing."""
