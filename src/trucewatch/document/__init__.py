"""Turn bytes into the text of an article, every character in its place."""
