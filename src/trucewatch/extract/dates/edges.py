"""The beginning, the middle and the end of something told: `early October`, `the end of the year`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    Part,
    half_of,
    month_period,
    part_of,
    shift_days,
    span_days,
)
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.dates.weeks import WEEK_EDGES, narrow_weeks
from trucewatch.extract.lexicons import words

_DEADLINES: Final = words("by until till through before to within")
_PARTED: Final = ("week", "month", "quarter", "season", "year", "decade", "century")


def _never(found: Found) -> Settled:
    """Edges settle nothing alone."""
    del found
    return None


EDGES: Final[tuple[Rule, ...]] = (
    rule("early", "the? very? early hyphen? (in | on)? ", _never),
    rule("late", "the? very? late hyphen? (in | on)? ", _never),
    rule("mid", "the? mid hyphen?", _never),
    rule("mid", "the? middle of", _never),
    rule("early", "the? (start | early part_word) of", _never),
    rule("end", "the? very? end of", _never),
    rule("first-half", "the? first_half=any_ordinal half of", _never),
    rule("earlier", "earlier (in | on)?", _never),
    rule("later", "later (in | on)?", _never),
    rule("eve", "the? eve of", _never),
    *WEEK_EDGES,
)
"""What may stand before something told, by what it leaves of it."""

_WEEKS: Final = frozenset(rule.name for rule in WEEK_EDGES)


def narrow(found: Found, edge: str, inner: Outcome) -> Outcome | None:
    """Narrow what was told to the part that the edge before it leaves; None where it makes none."""
    if inner.type in ("DURATION", "SET"):
        return None
    if edge in _WEEKS:
        return narrow_weeks(found, edge, inner)
    if inner.grain in ("day", "time"):
        return _day_before(inner) if edge == "eve" else _narrow_day(edge, inner)
    if edge == "eve":
        return None
    if inner.grain not in _PARTED:
        return inner if inner.period is None and edge in ("early", "late", "mid", "end") else None
    return _with(inner, _part(found, edge, inner), edge)


def _narrow_day(edge: str, inner: Outcome) -> Outcome | None:
    if edge in ("early", "late", "earlier", "later", "end"):
        clock = inner.clock or {"early": "TMO", "late": "TEV"}.get(edge, "")
        return _with(inner, inner.period, edge, clock=clock)
    return None


def _day_before(inner: Outcome) -> Outcome | None:
    """Read `the eve of 15 October`; the eve of what is no day tells none."""
    day = inner.period.first if inner.period else None
    before = day and shift_days(day, -1)
    if before is None or inner.type != "DATE":
        return None
    eve = Outcome(type="DATE", value=before.isoformat(), grain="day", basis=inner.basis)
    return replace(eve, period=Period.of(before), year_said=inner.year_said, rule="eve")


def _part(found: Found, edge: str, inner: Outcome) -> Period | None:
    period, near = inner.period, found.published
    if edge == "first-half":
        half = found.number("first_half")
        return half_of(period, half == 2) if half in (1, 2) else period
    if edge in ("earlier", "later"):
        if period is None or near is None or near not in period:
            return period
        ends = (period.first, near) if edge == "earlier" else (near, period.last)
        return span_days(*ends)
    if edge == "end":
        return _end(found, period, inner)
    part: Part = "early" if edge == "early" else "late" if edge == "late" else "mid"
    return part_of(period, part)


def _end(found: Found, period: Period | None, inner: Outcome) -> Period | None:
    """Give the last day of what is a deadline or a year, else the late part."""
    last = period.last if period else None
    if period is None or last is None:
        return None
    if found.before in _DEADLINES:
        return Period.of(last)
    if inner.grain == "year":
        return month_period(last.year, last.month)
    return part_of(period, "late")


def _with(inner: Outcome, period: Period | None, edge: str, clock: str = "") -> Outcome:
    return Outcome(
        type=inner.type,
        value=inner.value,
        period=period,
        grain=inner.grain,
        basis=inner.basis,
        year_said=inner.year_said,
        clock=clock or inner.clock,
        anchors=inner.anchors,
        rule=f"{edge}-{inner.rule}",
    )
