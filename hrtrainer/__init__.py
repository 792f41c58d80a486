"""HR Trainer: practise hard conversations, read against the principles of harm reduction."""

__version__ = "0.1.0"
