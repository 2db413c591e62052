"""Decide the status of each duty on a date, by rules that anyone can read."""
