"""Where it was, and where it came from."""
