"""The play as printed: from a file an author wrote to a Scenario, or to everything that keeps it from being one."""
