"""An act told more than once, and what it led to."""
