"""What a screen shows, as values: words and ids, nothing left to compute. Pure; no Qt."""
