"""Scenarios and Twine: out, in, and back without loss."""
