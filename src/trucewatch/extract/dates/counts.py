"""Counts in front of units of time: `two`, `twenty-four`, `a`, `5 1/2`, `a few`."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.reading import Found, number_of

COUNT: Final = (
    "a=a? (n=any_count (hyphen? n2=count)? (part=day slash whole=day)? (and a half=half)?)? "
    "big=hundred? (few=vague of? a?)?"
)
"""The words of a count; any of them may be missing, so `count_of` decides what they come to."""

_FEW: Final = {"couple": 2.0}


def count_of(found: Found) -> float | None:
    """Give the count that a rule took with COUNT; None for "several", and where it took none."""
    if found.has("few"):
        return _FEW.get(found.low("few")) if not found.has("n") else None
    total = _number_taken(found)
    if found.has("big"):
        total = (1.0 if total is None else total) * (100 if found.low("big") == "hundred" else 1000)
    if total is None:
        return 1.0 if found.has("a") else None
    return None if found.has("a") and found.has("n") else total


def _number_taken(found: Found) -> float | None:
    if not found.has("n"):
        return None
    number = number_of(found.low("n"))
    if number is None:
        return _decimal(found.low("n"))
    total = float(number)
    if found.has("n2"):
        small = number_of(found.low("n2")) or 0
        if not 20 <= total < 100 or total % 10 or small > 9:
            return None
        total += small
    if found.has("half"):
        total += 0.5
    if found.has("part"):
        if (found.low("part"), found.low("whole")) != ("1", "2"):
            return None
        total += 0.5
    return total


def _decimal(word: str) -> float | None:
    figures = word.replace(",", "")
    whole, _, part = figures.partition(".")
    if not (whole.isdigit() and part.isdigit() and figures.isascii() and len(figures) < 12):
        return None
    return float(figures)
