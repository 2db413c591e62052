"""Days, periods and the dates that a text names (EDTF, ISO 8601-2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from trucewatch.core.span import Span

Basis = Literal["stated", "relative", "inherited", "given"]

_WHOLE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
"""A day, a month or a year."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; None leaves that end open."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def of(cls, day: date) -> Period:
        """Make the period of one day."""
        return cls(day, day)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return _before(self.first, other.last) and _before(other.first, self.last)

    def covers(self, other: Period) -> bool:
        """Tell whether every day of `other` lies in this period."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def __contains__(self, day: date) -> bool:
        return self.overlaps(Period.of(day))


def _before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def edtf(period: Period) -> str:
    """Write a period in EDTF: one day, a whole month or year, or an interval (open end: `..`)."""
    first, last = period.first, period.last
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == _end_of_month(first):
        return f"{first:%Y-%m}" if first.year > 999 else f"{first}/{last}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def period_of(text: str) -> Period:
    """Read EDTF of the forms that `edtf` writes; ValueError for any other."""
    first, slash, last = text.partition("/")
    if not slash:
        return _whole(text)
    return Period(
        None if first == ".." else _whole(first).first, None if last == ".." else _whole(last).last
    )


def _whole(text: str) -> Period:
    """Read a day, or all of a month or year."""
    if _WHOLE.fullmatch(text) is None:
        raise ValueError(f"{text[:40]!r} is not a day, month or year in EDTF")
    first = date.fromisoformat(f"{text}-01-01"[: len("2018-10-31")])
    if len(text) == len("2018"):
        return Period(first, date(first.year, 12, 31))
    return Period(first, _end_of_month(first)) if len(text) == len("2018-10") else Period.of(first)


def _end_of_month(day: date) -> date:
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The date that something in a reading carries, and what it rests on.

    `basis` is `stated` (the words give it), `relative` (the words and the publication date),
    `inherited` (from what the text says nearby) or `given` (from the caller: no words).
    `edtf` and `period` are None where the words cannot be resolved.
    """

    edtf: str | None
    period: Period | None
    span: Span | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression of the text, as TIMEX3 types and values it, with the rule that read it."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None
    period: Period | None
    rule: str
    basis: Literal["stated", "relative"] = "stated"

    @property
    def when(self) -> When:
        """Give it as the date of what carries it."""
        return When(edtf=self.edtf, period=self.period, span=self.span, basis=self.basis)
