"""The trained encoder: a small network that marks who says what, names and events in a text."""
