"""The year that a sentence opens with, and what it holds for: `In 2014 they met on 5 September`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import day_of
from trucewatch.extract.dates.reading import Context, Found, Outcome
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons.stops import SPEECH_VERBS

_OPENING: Final = frozenset({"in", "on"})
_BEFORE_OPENING: Final = frozenset({"", "“", '"', ";", ":", "—", "–"})
_GOING_ON: Final = frozenset({"and", "but", ",", "then"})
_NEWS_DAYS: Final = 7
"""What lies this near the publication is news, whatever year the sentence opened with."""


def note_frame(tokens: Tokens, outcome: Outcome, context: Context) -> None:
    """Keep a date that opens a sentence, or its part behind a semicolon, and says its year."""
    if not outcome.year_said or outcome.period is None or outcome.period.first is None:
        return
    if tokens.at(outcome.first - 1) not in _OPENING:
        return
    before = tokens.at(outcome.first - 2)
    if before in _BEFORE_OPENING or (context.frame is not None and before in _GOING_ON):
        context.frame = outcome


def framed_year(found: Found, month: int, likely: int | None, day: int = 1) -> int | None:
    """Give the year of a day or month without one: of the date that opens the sentence, if one does.

    `likely` is the year that it has without the frame; it stays where the words are of what is to
    come, of the day on which somebody speaks, or where it lies near the publication.
    """
    frame, near = found.context.frame, found.published
    period = frame.period if frame is not None else None
    if frame is None or period is None or near is None or found.ahead():
        return likely
    if _of_speech(found) or _is_news(likely, month, day, near):
        return likely
    year = _first_since(period, month, day, years=1 if frame.grain == "year" else 2)
    settled = _day(year, month, day)
    return year if settled is not None and settled <= near else likely


def _of_speech(found: Found) -> bool:
    start = found.match.start()
    return any(found.tokens.at(place) in SPEECH_VERBS for place in (start - 1, start - 2))


def _is_news(likely: int | None, month: int, day: int, near: date) -> bool:
    settled = _day(likely, month, day)
    return settled is not None and abs((near - settled).days) <= _NEWS_DAYS


def _first_since(period: Period, month: int, day: int, years: int) -> int | None:
    """Give the year in which the day, or the month's end, is first met from the frame on."""
    if period.first is None:
        return None
    for year in range(period.first.year, period.first.year + years):
        settled = _day(year, month, day if day > 1 else 28)
        if settled is not None and settled >= period.first:
            return year
    return None


def _day(year: int | None, month: int, day: int) -> date | None:
    return day_of(year, month, day) if year is not None else None
