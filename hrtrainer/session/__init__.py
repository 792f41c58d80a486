"""The play as played: one append-only log of events, and everything that follows from it. Pure: no clock, no chance, no disk."""
