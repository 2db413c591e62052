"""Decide which place of the wide world a name means that the case does not know."""
