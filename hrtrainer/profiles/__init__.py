"""Several people on one computer: who they are, what a passphrase seals, and leaving without a trace."""
