"""Whether it happened, as the text presents it: begun, refused, planned, denied, feared."""
