"""The wall: the window that the room sees, what is painted in it, and the screens it can stand on."""
