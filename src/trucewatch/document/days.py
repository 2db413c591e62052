"""Full dates in a line of page furniture: day, month and year, never part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_WEEKDAY})\b\.?,?\s{{0,2}}(?:the\s)?)?(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{0,2}}(?:of\s)?(?P<m1>{_MONTH})\b\.?,?[\s-]{{0,2}}"
    r"(?P<y1>\d{4})"
    rf"|(?P<m2>{_MONTH})\b\.?[\s-]{{1,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,[\s-]{0,2}|[\s-]{1,2})(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
    r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})"
    r"|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y5>\d{4})"
    r"|(?P<y6>\d{4})/(?P<m6>\d{1,2})/(?P<d6>\d{1,2})"
    r")(?!\d)",
    re.IGNORECASE,
)


class DayFound(NamedTuple):
    """A full date at `start` to `end` of a line; `day` is None where it can be read in two ways."""

    start: int
    end: int
    day: date | None


def days_in(line: str) -> Iterator[DayFound]:
    """Yield the full dates of a line; one that contradicts its own weekday has no day."""
    for found in _DATE.finditer(line):
        part = found.groupdict()
        day = _slashed(part) if part["a"] else _plain(part)
        if day and part["weekday"] and day.weekday() != WEEKDAYS[part["weekday"].lower()]:
            day = None
        yield DayFound(found.start(), found.end(), day)


def _plain(part: dict[str, str | None]) -> date | None:
    number = next(number for number in "12346" if part[f"y{number}"])
    month = part[f"m{number}"] or ""
    return _day(
        int(part[f"y{number}"] or 0),
        MONTHS.get(month.lower()) or int(month),
        int(part[f"d{number}"] or 0),
    )


def _slashed(part: dict[str, str | None]) -> date | None:
    """Read 31/1/2020 and 1/31/2020; which of two small numbers is the month, nobody can tell."""
    first, second, year = int(part["a"] or 0), int(part["b"] or 0), int(part["y5"] or 0)
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
