"""The shelf of played sessions: every event on disk before the screen moves, and files that are whole or not there."""
