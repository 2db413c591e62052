"""Months, and the year that a month or a day is of: `September 2018`, `June last year`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.extract.dates.calendar import (
    month_period,
    sound_year,
)
from trucewatch.extract.dates.frames import framed_year
from trucewatch.extract.dates.names import ENGLISH_MONTHS, MONTHS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, number_of, rule
from trucewatch.extract.lexicons import words

YEAR_WORDS: Final = (
    "(comma? of? y=any_year | of? rel=back yr=year_word | of? rel=this yr=year_word"
    " | of? rel=next yr=year_word | of? told=that year_word | of? the told=unit_turn year_word)"
)


_TOLD_YEARS: Final = {
    "next": 1, "following": 1, "coming": 1,
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
}  # fmt: skip
"""Years on from the year told before: "June that year", "March of the following year"."""


def year_taken(found: Found) -> tuple[bool, int | None]:
    """Give whether the rule took a year, and the year; None where it cannot be told."""
    if found.has("y"):
        return True, number_of(found.low("y"))
    if found.has("told"):
        near = found.context.anchor_day
        return True, near.year + _TOLD_YEARS.get(found.low("told"), 0) if near else None
    if not found.has("rel"):
        return False, None
    if found.published is None:
        return True, None
    step = {"next": 1, "this": 0}.get(found.low("rel"), -1)
    return True, found.published.year + step


def month_taken(found: Found, name: str = "m") -> int | None:
    """Give the month; None where the word in lower case is more likely none ("may", "march")."""
    word, low = found.word(name), found.low(name)
    if word == low and low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "jul", "apr"):
        return None
    return MONTHS.get(low)


def _settle_month(found: Found) -> Settled:
    month = month_taken(found)
    taken, year = year_taken(found)
    if month is None:
        return None
    if not taken and not _month_alone(found):
        return None
    if taken and year is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}", anchors=False)
    return settle_month(found, month, year)


def settle_month(found: Found, month: int, year: int | None) -> Outcome:
    """Give a whole month: of the year told, else the last one, or the next by the tense."""
    said = year is not None
    if year is None:
        near = found.published
        year = _year_of_month(found, month, near) if near is not None else None
        year = framed_year(found, month, year)
    if year is None or (said and not sound_year(year)):
        shown = "XXXX" if year is None else f"{year:04d}"
        return Outcome(type="DATE", value=f"{shown}-{month:02d}", anchors=False)
    return Outcome(
        type="DATE",
        value=f"{year:04d}-{month:02d}",
        period=month_period(year, month),
        grain="month",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _year_of_month(found: Found, month: int, near: date) -> int:
    ahead = (month - near.month) % 12
    told = found.tense()
    if told is None or (told and ahead):
        # nothing told, or a deadline: the nearest; the last one where it is not soon
        limit = 6 if told or found.before in _DEADLINES else 2
        forward = 0 < ahead <= limit or (told is True and ahead > 0)
    else:
        forward = False
    months = near.year * 12 + near.month - 1 + (ahead if forward else ahead - 12 if ahead else 0)
    return months // 12


_DEADLINES: Final = frozenset({"by", "until", "till", "through"})


_BEFORE_MONTH: Final = words(
    "in since by until till from to of during through last next this late early mid middle "
    "end beginning start before after throughout for between and - – —"
)


def _month_alone(found: Found) -> bool:
    """Tell whether a month without a number is one: `March` and `May` are words and names too."""
    weak = found.low("m") in ("may", "march") or len(found.low("m")) <= 4
    if not found.word("m")[:1].isupper():
        return False
    if found.low("m") not in ENGLISH_MONTHS:
        return False
    if found.after[:1].isupper():
        return False
    following = found.tokens.words[found.match.end() : found.match.end() + 1]
    named = bool(following) and following[0][:1].isupper() and following[0][1:2].islower()
    if weak:
        return found.before in _BEFORE_MONTH and not named
    return found.before in _BEFORE_MONTH or not named


RULES: Final[tuple[Rule, ...]] = (rule("month", f"m=any_month dot? {YEAR_WORDS}?", _settle_month),)
"""The rule of a month, with its year or without."""
