"""Whole conversations: everything that can happen in a scenario, explored exactly, and what an author should know."""
