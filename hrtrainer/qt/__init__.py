"""The window. Nothing outside this room knows Qt."""
