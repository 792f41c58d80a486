"""The command line: the same core without a window. One small file a command."""
