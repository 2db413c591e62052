"""Remember everything, append only."""
