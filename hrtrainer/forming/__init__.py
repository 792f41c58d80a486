"""An organisation's own form: read from its file, and filled where it cannot do harm."""
