"""A sentence parsed: its items in order, the phrases round an event's word, and the parts that they play."""
