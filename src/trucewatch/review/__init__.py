"""Let people code, correct and overrule: decisions as data."""
