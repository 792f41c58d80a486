"""A summary, or what a group needs, in other clothes: one value in, the bytes of a file out.

No clock, no chance, and no disk but our own templates.
"""
