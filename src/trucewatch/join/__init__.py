"""Decide across documents what is one origin and what one incident."""
