"""A conversation taken through with a whole room: the same one log, and more that can happen beside it.

No clock, no chance, no disk, no window.
"""
