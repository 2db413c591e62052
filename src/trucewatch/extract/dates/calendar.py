"""Days, weeks, months, quarters, seasons and their parts; None where the calendar has none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR
from trucewatch.core.when import Period

Part = Literal["early", "mid", "late"]
SEASONS: Final = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "autumn": ("FA", 9),
    "winter": ("WI", 12),
}
"""TIMEX3's code and the first month (of the northern, meteorological season)."""

SEASON_MONTHS: Final = 3

LONGEST_SHIFT: Final = 500 * 366
"""Days: no news text counts further, and the calendar ends soon after."""


def sound_year(year: int) -> bool:
    """Tell whether a year is one that is read as a date."""
    return FIRST_YEAR <= year <= LAST_YEAR


def day_of(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has no such day or the year is not read."""
    if not sound_year(year) or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def shift_days(day: date, days: int) -> date | None:
    """Give the day so many days on (or back)."""
    if abs(days) > LONGEST_SHIFT:
        return None
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return None
    return moved if sound_year(moved.year) else None


def shift_months(day: date, months: int) -> date | None:
    """Give the same day so many months on, or the last day of a month that is too short."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    if not sound_year(year):
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def span_days(first: date | None, last: date | None) -> Period | None:
    """Give the period from one day to another, None where either is missing or they are crossed."""
    if first is None or last is None or last < first:
        return None
    return Period(first, last)


def month_period(year: int, month: int) -> Period | None:
    """Give a whole month."""
    first = day_of(year, month, 1)
    return span_days(first, first and day_of(year, month, monthrange(year, month)[1]))


def months_period(year: int, month: int, count: int) -> Period | None:
    """Give `count` whole months from `month` of `year` on."""
    first = day_of(year, month, 1)
    after = first and shift_months(first, count)
    return span_days(first, after and shift_days(after, -1))


def year_period(year: int) -> Period | None:
    """Give a whole year."""
    return span_days(day_of(year, 1, 1), day_of(year, 12, 31))


def week_period(day: date, weeks: int = 0) -> Period | None:
    """Give the calendar week, Monday to Sunday, so many weeks from the week of `day`."""
    first = shift_days(day, 7 * weeks - day.weekday())
    return span_days(first, first and shift_days(first, 6))


def weekend_period(day: date, weeks: int = 0) -> Period | None:
    """Give Saturday and Sunday of the calendar week so many weeks from the week of `day`."""
    first = shift_days(day, 7 * weeks + 5 - day.weekday())
    return span_days(first, first and shift_days(first, 1))


def years_period(first: int, last: int) -> Period | None:
    """Give the years from one to another."""
    return span_days(day_of(first, 1, 1), day_of(last, 12, 31))


def century_period(number: int) -> Period:
    """Give a century by its number: the first began with the year 1, the 19th with 1801."""
    return Period(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def season_period(year: int, season: str) -> Period | None:
    """Give the three months of a season; a winter is named by the year in which it begins."""
    return months_period(year, SEASONS[season][1], 3)


def quarter_period(year: int, quarter: int) -> Period | None:
    """Give a calendar quarter, 1 to 4."""
    return months_period(year, quarter * 3 - 2, 3)


def part_of(period: Period | None, part: Part) -> Period | None:
    """Give the early, middle or late part of a month, week, year or any other period.

    A month: days 1-10, 11-20, 21 to the end. A week: Monday to Wednesday, Wednesday to Friday,
    Thursday to Sunday. A year: four months each. A decade: its first four years,
    three, and three. A century: 33 years, 33, and 34. Anything else: thirds of its days.
    """
    if period is None or period.first is None or period.last is None:
        return None
    first, last = period.first, period.last
    length = (last - first).days + 1
    if 28 <= length <= 31:
        cut, second = 10, 20
    elif length == 7:
        starts = {"early": (0, 2), "mid": (2, 4), "late": (3, 6)}[part]
        return span_days(shift_days(first, starts[0]), shift_days(first, starts[1]))
    elif 365 <= length <= 366:
        begins = {"early": 1, "mid": 5, "late": 9}[part]
        return months_period(first.year, begins, 4)
    elif length > 36500:
        century = {"early": (0, 32), "mid": (33, 65), "late": (66, 99)}[part]
        return Period(date(first.year + century[0], 1, 1), date(first.year + century[1], 12, 31))
    elif length > 3650:
        decade = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return years_period(first.year + decade[0], first.year + decade[1])
    elif length < 3:
        return period
    else:
        cut, second = length // 3, 2 * length // 3
    if part == "early":
        return span_days(first, shift_days(first, cut - 1))
    if part == "mid":
        return span_days(shift_days(first, cut), shift_days(first, second - 1))
    return span_days(shift_days(first, second), last)


def half_of(period: Period | None, second: bool) -> Period | None:
    """Give the first or second half: of a month to the 15th, of a year to June, else by days."""
    if period is None or period.first is None or period.last is None:
        return None
    first, last = period.first, period.last
    length = (last - first).days + 1
    if 28 <= length <= 31:
        middle: date | None = shift_days(first, 14)
    elif 365 <= length <= 366:
        middle = day_of(first.year, 6, 30)
    else:
        middle = shift_days(first, length // 2 - 1)
    if second:
        return span_days(middle and shift_days(middle, 1), last)
    return span_days(first, middle)


def week_value(day: date) -> str:
    """Write the ISO week of a day as TIMEX3 does."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nearest_year(month: int, day: int, near: date) -> int | None:
    """Give the year in which the day lies nearest to `near`; the past one where two are as near."""
    days = [day_of(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    found = [one for one in days if one is not None]
    return min(found, key=lambda one: (abs((one - near).days), one)).year if found else None
