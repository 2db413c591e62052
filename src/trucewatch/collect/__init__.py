"""Bring bytes in, unchanged, with a receipt for each."""
