"""Read what was agreed: a case is a folder of files."""
