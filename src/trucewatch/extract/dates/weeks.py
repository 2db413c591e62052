"""Weeks and days counted inside a month, and weeks told by a day: `the first week of October`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    Part,
    month_period,
    part_of,
    shift_days,
    span_days,
    week_period,
    weekend_period,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule


def _never(found: Found) -> Settled:
    """Edges settle nothing alone."""
    del found
    return None


WEEK_EDGES: Final[tuple[Rule, ...]] = (
    rule(
        "counted",
        "the? very? (n=any_ordinal | last=last) count=any_count? (unit=any_units | unit=weekend)"
        " (of | in)",
        _never,
    ),
    rule("length-to", "the n=any_count unit=counted_units (to | ending (on | in)?)", _never),
    rule("week-of", "the unit=plain_unit of", _never),
    rule("week-from", "the unit=plain_unit (start | starting) (on | from)?", _never),
    rule("week-to", "the unit=plain_unit (to | ending (on | in)?)", _never),
)
"""What may stand before a month, a year or a day and take a week or a day of it."""


DAYS_OF_MONTH: Final = 31
LONGEST: Final = 1000
"""Hours, days or weeks told before a day: a longer count is no news."""


def narrow_weeks(found: Found, edge: str, inner: Outcome) -> Outcome | None:
    """Narrow what was told to the week or day that the words before it name; None if they name none."""
    if inner.period is None or (inner.type != "DATE" and edge != "length-to"):
        return None
    if edge == "length-to":
        period = _length_to(found, inner)
    elif edge == "counted":
        period = _counted(found, inner.period, inner.grain)
    else:
        period = _week_about(found, edge, inner)
    if period is None:
        return None
    single = period.first is not None and period.first == period.last
    return replace(
        inner,
        value=str(period.first) if single else inner.value,
        period=period,
        grain="day" if single else "week",
        rule=f"{edge}-{inner.rule}",
    )


def _length_to(found: Found, inner: Outcome) -> Period | None:
    """Read `the 24 hours to Thursday morning`, `the three days to Sunday`."""
    day, count, unit = inner.period and inner.period.last, found.number("n"), found.low("unit")
    if inner.grain != "day" or not day or not count or count > LONGEST:
        return None
    days = {"hours": count // 24 or 1, "days": count - 1, "weeks": 7 * count - 1}.get(unit)
    return span_days(shift_days(day, -days), day) if days is not None else None


def _week_about(found: Found, edge: str, inner: Outcome) -> Period | None:
    """Read `the week of 8 October`, `the week beginning 1 October`, `the week to 7 October`."""
    day = inner.period.first if inner.period else None
    if found.low("unit") != "week" or inner.grain != "day" or day is None:
        return None
    if edge == "week-of":
        return week_period(day)
    if edge == "week-from":
        return span_days(day, shift_days(day, 6))
    return span_days(shift_days(day, -6), day)


def _counted(found: Found, period: Period, grain: str) -> Period | None:
    """Give the part: of a month its days, sevens of days, weekends, first or last days; of a year months.

    The first week of a month is its first seven days, the last its last seven: news counts so, and
    the calendar's weeks run over its ends.
    """
    unit, number = found.low("unit"), -1 if found.has("last") else found.number("n") or 0
    first, last = period.first, period.last
    if first is None or last is None or number == 0 or found.has("n") == found.has("last"):
        return None
    if grain == "year":
        return _of_year(found, first.year, number)
    if grain != "month":
        return None
    if unit in ("days", "weeks"):
        return _several(found, period, number)
    if unit == "weekend":
        return _weekend(period, number)
    length = {"day": 1, "week": 7}.get(unit, 0)
    if not length or found.has("count"):
        return None
    begin = shift_days(first, (number - 1) * length) if number > 0 else None
    return _within(begin or shift_days(last, 1 - length), length, period)


def _of_year(found: Found, year: int, number: int) -> Period | None:
    """Read `the last month of 2018`, `the first days of the year`."""
    month = month_period(year, number if number > 0 else 12) if number <= 12 else None
    if month is None or found.has("count"):
        return None
    if found.low("unit") == "days":
        return _several(found, month, number)
    return month if found.low("unit") == "month" else None


def _several(found: Found, period: Period, number: int) -> Period | None:
    """Read `the first days`, `the last two weeks` of a month; "the second two weeks" are none."""
    if abs(number) != 1 or period.first is None or period.last is None:
        return None
    if not found.has("count"):
        part: Part = "early" if number > 0 else "late"
        return part_of(period, part) if found.low("unit") == "days" else None
    length = (found.number("count") or 0) * (1 if found.low("unit") == "days" else 7)
    if not 0 < length < DAYS_OF_MONTH:
        return None
    begin = period.first if number > 0 else shift_days(period.last, 1 - length)
    return _within(begin, length, period)


def _within(begin: date | None, length: int, period: Period) -> Period | None:
    end = begin and shift_days(begin, length - 1)
    part = span_days(begin, end)
    return part if part is not None and period.covers(part) else None


def _weekend(period: Period, number: int) -> Period | None:
    """Give a month's weekend by its number: of those that lie wholly in it."""
    if period.first is None:
        return None
    found = [weekend_period(period.first, weeks) for weeks in range(6)]
    inside = [each for each in found if each is not None and period.covers(each)]
    place = number - 1 if number > 0 else len(inside) - 1
    return inside[place] if 0 <= place < len(inside) else None
