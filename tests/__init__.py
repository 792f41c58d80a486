"""The tests: laws, cases and walks. No test waits for a clock, and none but tests/qt knows a window."""
