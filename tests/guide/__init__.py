"""The generated part of the author's guide, and the JSON Schema beside it: python -m tests.guide writes both."""
