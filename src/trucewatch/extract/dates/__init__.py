"""Dates of English news: a table of rules over tokens, and the days that each expression means.

A word-by-word grammar (not a learned reader): every expression names the rule that read it.
TIMEX3 types and values follow TempEval-3; days follow how news is dated (a weekday is today or past
unless the tense says otherwise). Anything that cannot be told stays open.
"""

from __future__ import annotations

from trucewatch.extract.dates.finder import find_dates

__all__ = ["find_dates"]
