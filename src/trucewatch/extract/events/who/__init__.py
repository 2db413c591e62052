"""Who did it, and to whom it belongs."""
