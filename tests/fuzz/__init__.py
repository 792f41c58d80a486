"""Changed inputs by the hundred thousand: `python -m tests.fuzz` runs them, a few hundred run with the other tests."""
