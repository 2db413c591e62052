"""Dates in figures and days without a month: `2018-10-10`, `10.08.18`, `the 15th`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    day_of,
    shift_months,
    sound_year,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.dates.relative import STEPS, one_day, unit_about
from trucewatch.extract.lexicons import words

NEAR_DAYS: Final = 60
"""A numeric date that fits both orders is read where only one lies this near the publication."""


TWO_FIGURE_YEARS: Final = 70
"""A year of two figures below this one is of the century that began in 2000."""


def _settle_iso(found: Found) -> Settled:
    text = found.low("iso_date")
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    settled = day_of(year, month, day)
    if settled is None:
        return Outcome(type="DATE", value=text[:10], anchors=False, rule="no-such-day")
    clock = f"T{text[11:16]}" if len(text) > 10 else ""
    return Outcome(
        type="TIME" if clock else "DATE",
        value=settled.isoformat() + clock,
        period=Period.of(settled),
        grain="day",
        basis="stated",
        year_said=True,
    )


def _settle_numeric(found: Found) -> Settled:
    """Read `10.08.18` (day, month, year) and `25/12/2018`; both orders fit: only where one is near."""
    text = found.low("numeric")
    mark = "." if "." in text else "/" if "/" in text else "-"
    one, two, year = (int(part) for part in text.split(mark))
    near = found.published
    if year < 100:
        if mark == "-":
            return None
        year += 2000 if year < TWO_FIGURE_YEARS else 1900
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    fitting = [day for day in (day_first, month_first) if day is not None]
    settled = fitting[0] if len(fitting) == 1 or (day_first == month_first and fitting) else None
    if mark == ".":
        settled = day_first
    elif settled is None and len(fitting) == 2 and near is not None:
        close = [day for day in fitting if abs((day - near).days) <= NEAR_DAYS]
        settled = close[0] if len(close) == 1 else None
    if settled is None:
        name = "two-orders" if len(fitting) == 2 else "no-such-day"
        value = f"{year:04d}-XX-XX" if sound_year(year) else "XXXX-XX-XX"
        return Outcome(type="DATE", value=value, anchors=False, rule=name)
    return _whole_day(settled)


def _whole_day(day: date) -> Outcome:
    return Outcome(
        type="DATE",
        value=day.isoformat(),
        period=Period.of(day),
        grain="day",
        basis="stated",
        year_said=True,
    )


_BEFORE_NTH: Final = words("on by until till from since before after to of through and")


_BEHIND_NTH: Final = words(
    "in at on by to and or but when where after before as for with from he she it they which that "
    "who while until since is was were will are has had the"
)


def _settle_nth(found: Found) -> Settled:
    """Read `the 15th`: of the month last told of in the text, else the nearest by the tense."""
    day = found.number("d")
    after = found.after
    if day is None or not 1 <= day <= 31 or found.before not in _BEFORE_NTH:
        return None
    if (after[:1].isalnum() and after not in _BEHIND_NTH) or after in ("'s", "’s"):
        return None
    if found.has("unit") and found.low("unit") != "month":
        return None
    unknown = Outcome(type="DATE", value=f"XXXX-XX-{day:02d}", anchors=False)
    near = found.published
    if near is None:
        return unknown
    settled = day_of(near.year, near.month, day)
    forward = found.ahead()
    if settled is None or (settled < near and forward) or (settled > near and not forward):
        other = shift_months(near.replace(day=1), 1 if forward else -1)
        settled = day_of(other.year, other.month, day) if other else None
    if settled is None:
        return unknown
    return Outcome(type="DATE", value=settled.isoformat(), period=Period.of(settled), grain="day")


def _settle_nth_of(found: Found) -> Settled:
    """Read `the third of this month`, `the 20th of last month`, `the 2nd of that month`."""
    day, turn = found.number("d"), found.low("turn")
    if day is None or found.low("unit") != "month" or found.after in ("'s", "’s"):
        return None
    told = turn in ("that", "same") or (turn in _TOLD and found.has("article"))
    near = found.context.anchor_day if told else found.published
    month = unit_about("month", near, STEPS.get(turn, 0)).period
    if month is None or month.first is None:
        return Outcome(type="DATE", value=f"XXXX-XX-{day:02d}", anchors=False)
    settled = day_of(month.first.year, month.first.month, day)
    if settled is None:
        value = f"{month.first:%Y-%m}-{day:02d}"
        return Outcome(type="DATE", value=value, anchors=False, rule="no-such-day")
    return one_day(settled)


_TOLD: Final = words("next following previous preceding prior")


RULES: Final[tuple[Rule, ...]] = (
    rule("iso-date", "iso_date=iso", _settle_iso),
    rule("numeric-date", "numeric=slashed", _settle_numeric),
    rule("nth", "the d=ordinal (of the unit=unit)?", _settle_nth),
    rule("nth-of", "the? d=day_number of article=the? turn=unit_turn unit=unit", _settle_nth_of),
)
"""Dates in figures, and days of a month that the words leave out."""
