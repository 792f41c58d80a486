"""Leading a room: setting it up, the presenter's screen with its keys, and what is handed over at the end."""
