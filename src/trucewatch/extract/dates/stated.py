"""Dates by day, month and year: `17 September 2018`, `Oct. 10-15`, `2 and 3 November`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    day_of,
    nearest_year,
)
from trucewatch.extract.dates.frames import framed_year
from trucewatch.extract.dates.months import YEAR_WORDS, month_taken, settle_month, year_taken
from trucewatch.extract.dates.names import TWO_WORD_MONTHS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.lexicons import words

FAR_DAYS: Final = 100
"""A day without a year is not this far ahead of a text that tells it in the past tense."""

_WEEKDAY: Final = "(any_weekday dot? comma? the?)?"
_NOT_BEHIND_DAY: Final = words("per percent % people km kilometers kilometres miles")


def stated_day(
    found: Found, month: int, day: int, *, first: str = "", last: str = "", year: int | None = None
) -> Outcome:
    """Give the day of that month: in the year the rule took, else in the nearest one.

    `first` and `last` name tokens that narrow the span.
    """
    outcome = _day_told(found, month, day, year)
    return replace(
        outcome,
        first=found.place(first) if first else found.match.start(),
        last=found.place(last) + 1 if last else found.match.end(),
    )


def _day_told(found: Found, month: int, day: int, year: int | None) -> Outcome:
    said = year is not None
    if year is None:
        near = found.published
        year = _likely_year(found, month, day, near) if near is not None else None
        year = framed_year(found, month, year, day)
    if year is None:
        name = "no-such-day" if found.published is not None else ""
        return Outcome(type="DATE", value=f"XXXX-{month:02d}-{day:02d}", anchors=False, rule=name)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    settled = day_of(year, month, day)
    if settled is None:
        return Outcome(type="DATE", value=value, basis="stated", anchors=False, rule="no-such-day")
    return Outcome(
        type="DATE",
        value=value,
        period=Period.of(settled),
        grain="day",
        basis="stated" if said else "relative",
        year_said=said,
    )


def _likely_year(found: Found, month: int, day: int, near: date) -> int | None:
    """Give the year in which the day is nearest; the past one where the words tell of the past."""
    year = nearest_year(month, day, near)
    settled = day_of(year, month, day) if year is not None else None
    if settled is None or year is None or settled <= near:
        return year
    past = found.before in ("ended", "ending")
    if past or ((settled - near).days > FAR_DAYS and found.tense() is False):
        return year - 1
    return year


def _settle_day(found: Found) -> Settled:
    month, day = month_taken(found), found.number("d")
    if month is None or day is None:
        return None
    month_first = found.place("m") < found.place("d")
    taken, year = year_taken(found)
    if not taken and _counts_something(found, month_first):
        return None
    if (
        not month_first
        and found.low("d").isalpha()
        and "of" not in found.tokens.lower[found.place("d") : found.place("m")]
        and not taken
        and found.before != "the"
    ):
        return None
    if taken and year is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}-{day:02d}", anchors=False)
    return stated_day(found, month, day, year=year)


def _counts_something(found: Found, month_first: bool) -> bool:
    """Tell whether the number counts what follows: "in October 10 people"."""
    if month_first and found.before in ("in", "mid", "early", "late"):
        return True
    return month_first and found.before != "on" and found.after in _NOT_BEHIND_DAY


def _settle_days(found: Found) -> Settled:
    """Read one month with several days: `October 10, 12 and 15`."""
    month = month_taken(found)
    if month is None:
        return None
    taken, year = year_taken(found)
    names = [name for name in ("d", "d2", "d3") if found.has(name)]
    days = [found.number(name) for name in names]
    if not taken and found.place("m") < found.place("d") and _noun_follows(found):
        return None
    if found.place("m") > found.place("d") and found.before == "between":
        return None
    outcomes = []
    month_first = found.place("m") < found.place("d")
    for number, (name, day) in enumerate(zip(names, days, strict=True)):
        if day is None:
            return None
        whole = number == 0 if month_first else number == len(names) - 1
        first = "" if whole and month_first else name
        last = "" if whole and not month_first else name
        outcomes.append(stated_day(found, month, day, first=first, last=last, year=year))
    return tuple(outcomes)


_BEHIND_DAYS: Final = words(
    "in at on by to and or but when where after before as for with from the he she it they which "
    "that who while until since of is was were will are has had respectively this last"
)


def _noun_follows(found: Found) -> bool:
    after = found.after
    return after[:1].isalpha() and after not in _BEHIND_DAYS


def _settle_day_range(found: Found) -> Settled:
    """Read two days of one month: `October 10-15`, `from 10 to 15 October 2018`."""
    month, first, last = month_taken(found), found.number("d"), found.number("d2")
    if month is None or first is None or last is None:
        return None
    if found.low("join") == "and" and found.before != "between":
        return None
    taken, year = year_taken(found)
    month_first = found.place("m") < found.place("d")
    if not taken and month_first and (_counts_something(found, True) or _noun_follows(found)):
        return None
    said = year is not None
    if year is None and not taken and found.published is not None:
        year = nearest_year(month, min(first, 28), found.published)
    shown = f"{year:04d}" if year is not None else "XXXX"
    value = "/".join(f"{shown}-{month:02d}-{day:02d}" for day in (first, last))
    begin = day_of(year, month, first) if year is not None else None
    end = day_of(year, month, last) if year is not None else None
    if begin is None or end is None or end < begin:
        name = "no-such-day" if year is not None else ""
        return Outcome(type="DATE", value=value, anchors=False, rule=name)
    return Outcome(
        type="DATE",
        value=value,
        period=Period(begin, end),
        basis="stated" if said else "relative",
        year_said=said,
    )


def _settle_two_word(found: Found) -> Settled:
    second = found.has("second_name")
    family = "tishrin" if found.low("pair").startswith("t") else "kanun"
    month = TWO_WORD_MONTHS[family, second]
    taken, year = year_taken(found)
    day = found.number("d") if found.has("d") else None
    if day is not None:
        return stated_day(found, month, day, year=year)
    return settle_month(found, month, year) if taken else None


RULES: Final[tuple[Rule, ...]] = (
    rule("month-day", f"{_WEEKDAY} m=any_month dot? the? d=day_number {YEAR_WORDS}?", _settle_day),
    rule(
        "day-month", f"{_WEEKDAY} the? d=day_number of? m=any_month dot? {YEAR_WORDS}?", _settle_day
    ),
    rule("day-month", "d=day hyphen m=any_month dot? hyphen y=any_year", _settle_day),
    rule(
        "month-days",
        f"m=any_month dot? d=day_number (comma d2=day_number)? comma? and d3=day_number {YEAR_WORDS}?",
        _settle_days,
    ),
    rule(
        "days-month",
        f"d=day_number (comma d2=day_number)? and d3=day_number of? m=any_month dot? {YEAR_WORDS}?",
        _settle_days,
    ),
    rule(
        "month-day-range",
        f"m=any_month dot? d=day_number join=joiner_and d2=day_number {YEAR_WORDS}?",
        _settle_day_range,
    ),
    rule(
        "day-range-month",
        f"the? d=day_number join=joiner_and the? d2=day_number of? m=any_month dot? {YEAR_WORDS}?",
        _settle_day_range,
    ),
    rule(
        "two-word-month",
        f"(d=day)? pair=two_word hyphen? al hyphen? (first_of_two | second_name=second_of_two)"
        f" {YEAR_WORDS}?",
        _settle_two_word,
    ),
)
"""Days told by a month's name."""
