"""The board as one page to print, put together from parts."""
