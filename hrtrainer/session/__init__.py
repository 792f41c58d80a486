"""The play as played: one append-only log, and everything that follows from it. No clock, no chance, no disk."""
