"""The rules about teaching: their measures as laws, beside the cases in tests/diagnostics."""
