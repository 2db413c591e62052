"""How statements are read: atoms of a line, patterns of cues, voices behind sources, days, marks."""
