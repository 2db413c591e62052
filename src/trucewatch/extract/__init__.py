"""Find who said what, what happened, how many, when and where."""
