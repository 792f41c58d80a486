"""How fast and how small, as ratios: against what a person would use instead, or against the least that is possible.

`python -m tests.bench` runs all of them and prints a table; each runs by itself too. Nothing here is asserted in tests.
"""
