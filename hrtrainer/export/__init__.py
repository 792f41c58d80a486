"""A summary in other clothes: one Summary in, the bytes of a file out.

No clock, no chance, and no disk but our own templates.
"""
