"""Join neighbours that tell one date: a day and its time, the two ends of a stretch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import day_of, shift_days, span_days
from trucewatch.extract.dates.named import count_from, tells_what_of
from trucewatch.extract.dates.reading import Outcome
from trucewatch.extract.dates.relative import one_day
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

_DAY_BEHIND_TIME: Final = {
    (), (",",), ("on",), (",", "on"), ("of",), ("on", "the"), ("local", "time"),
    ("local", "time", "on"),
}  # fmt: skip
_TIME_BEHIND_DAY: Final = {
    (), (",",), ("at",), (",", "at"), ("in",), ("at", "about"), ("at", "around"), ("from",),
}  # fmt: skip
_JOINERS: Final = frozenset(["to", "until", "till", "through", "into", "-", "–", "—", "and"])
_APPOSED: Final = {(",",), (",", "on")}
_FROM_DAY_TOLD: Final = frozenset({"from-day-told", "the-day-told", "turn-unit"})
_MOVED: Final = words(
    "postponed moved delayed changed rescheduled brought pushed shifted put deferred extended"
)
_MORNING: Final = ("TMO", "T00", "T01", "T02", "T03", "T04", "T05", "T06", "T24")


def join(
    tokens: Tokens, left: Outcome, right: Outcome, published: date | None
) -> list[Outcome] | None:
    """Join two neighbours into one, or set the left by the right; None where they are apart."""
    if left.offset is not None:
        behind = right.first >= left.last and tells_what_of(tokens, left, right)
        return count_from(left, right) if behind else None
    if right.first - left.last > 3 or right.first < left.last:
        return None
    gap = tuple(tokens.lower[left.last : right.first])
    if left.rule in _FROM_DAY_TOLD and left.period is None and gap in _APPOSED:
        return _that_is(left, right)
    if left.type in ("DURATION", "SET") or right.type in ("DURATION", "SET"):
        return None
    joined = _join_time(left, right, gap) or _join_range(tokens, left, right, gap, published)
    return [replace(joined, first=left.first, last=right.last)] if joined is not None else None


def _that_is(left: Outcome, right: Outcome) -> list[Outcome] | None:
    """Read `a day earlier, on Monday`: what is counted from no day told is the day named behind."""
    if right.grain != "day" or right.period is None or not left.value.endswith("-XX-XX"):
        return None
    return [replace(left, value=right.value, period=right.period, grain="day"), right]


def _join_time(left: Outcome, right: Outcome, gap: tuple[str, ...]) -> Outcome | None:
    if left.rule == "day-range" and gap == ("on",) and _ends_that_weekday(left, right):
        return left  # "late Thursday until dawn on Friday"
    if left.grain == "time" and gap == ("of",) and right.rule.endswith("-range-month"):
        return right  # "the night of 8-9 November"
    if left.rule == "overnight" != right.rule and right.grain == "day" and right.period is not None:
        return _overnight(right, gap)
    if right.rule == "overnight" and left.grain == "day" and left.period is not None:
        return _overnight(left, ()) if left.rule != "overnight" and not gap else None
    if left.grain == "time" and right.grain == "day" and gap in _DAY_BEHIND_TIME:
        return _on_day(right, left.clock, left.rule)
    if left.grain == "day" and right.grain == "time" and gap in _TIME_BEHIND_DAY:
        return _on_day(left, right.clock, right.rule)
    return None


def _ends_that_weekday(left: Outcome, right: Outcome) -> bool:
    last = left.period.last if left.period else None
    day = right.period.first if right.period and right.grain == "day" else None
    return last is not None and day is not None and last.weekday() == day.weekday()


def _on_day(day: Outcome, clock: str, rule: str) -> Outcome | None:
    if day.period is None or day.period.first is None:
        return replace(day, type="TIME", value=day.value + clock, clock=clock)
    if day.type == "TIME" and day.clock and not clock.startswith("T0") and clock[1:2].isalpha():
        return None
    first = _hour_of_night(day.period, clock) if day.rule == "last-night" else day.period.first
    if first is None:
        return None
    return replace(
        day,
        type="TIME",
        value=f"{first.isoformat()}{clock}",
        period=Period.of(first) if day.rule == "last-night" else day.period,
        clock=clock,
        rule=day.rule or rule,
    )


def _hour_of_night(night: Period, clock: str) -> date | None:
    """Give the day on which an hour of a night lies: 11 p.m. on its first, 2 a.m. on its last."""
    return night.last if clock.startswith(_MORNING) else night.first


def _overnight(day: Outcome, gap: tuple[str, ...]) -> Outcome | None:
    first = day.period.first if day.period else None
    if gap in (("into",), ("to",)):
        period = span_days(first and shift_days(first, -1), first)
    elif gap in ((), ("on",), ("from",)):
        period = span_days(first, first and shift_days(first, 1))
    else:
        return None
    if period is None:
        return None
    return replace(
        day, type="TIME", value=f"{period.first}TNI", period=period, clock="TNI", rule="overnight"
    )


def _join_range(
    tokens: Tokens, left: Outcome, right: Outcome, gap: tuple[str, ...], published: date | None
) -> Outcome | None:
    if gap[-1:] == ("the",):
        gap = gap[:-1]
    if gap == ("-", "to", "-"):
        gap = ("to",)
    if len(gap) != 1 or gap[0] not in _JOINERS or "/" in left.value:
        return None
    before = tokens.lower[max(left.first - 6, 0) : left.first]
    if gap[0] == "and" and before[-1:] != ["between"] and not _since_what(tokens, left.first):
        return None
    if not _MOVED.isdisjoint(before) or tokens.lower[right.first] == "overnight":
        return None
    if right.grain == "time" and left.grain == "day":
        return _until_time(left, right, gap[0])
    if left.grain != right.grain or left.grain in ("time", "other"):
        return None
    if left.rule == right.rule == "weekday":
        left, right = _in_order(left, right, published)
    return _between(left, right)


def _since_what(tokens: Tokens, first: int) -> bool:
    """Tell whether a range begins with what happened: "between the signing of the deal on DAY and DAY"."""
    before = tokens.lower[max(first - _WHAT_FAR, 0) : first]
    if "between" not in before:
        return False
    what = before[len(before) - before[::-1].index("between") :]
    return what[:1] == ["the"] and not _BEGINNINGS.isdisjoint(what) and _BREAKS.isdisjoint(what)


_WHAT_FAR: Final = 12
_BREAKS: Final = frozenset(("and", ",", ".", ";", "or"))
_BEGINNINGS: Final = words(
    "signing start beginning conclusion announcement entry launch adoption end opening outbreak"
)


def _in_order(left: Outcome, right: Outcome, published: date | None) -> tuple[Outcome, Outcome]:
    """Set weekdays that would run backwards a week apart: a past begin goes back, one to come on."""
    first = left.period.first if left.period else None
    last = right.period.first if right.period else None
    if first is None or last is None or published is None or first <= last:
        return left, right
    if first > published:
        return left, replace(one_day(shift_days(last, 7)), first=right.first, last=right.last)
    return replace(one_day(shift_days(first, -7)), first=left.first, last=left.last), right


def _until_time(left: Outcome, right: Outcome, joiner: str) -> Outcome | None:
    """Read `late Thursday until dawn`: the next morning."""
    if left.period is None or left.period.first is None or joiner == "and":
        return None
    evening = left.clock in ("TEV", "TNI") or left.clock[:3] > "T12"
    if not (evening and right.clock.startswith(_MORNING)):
        return replace(left, clock=right.clock)
    period = span_days(left.period.first, shift_days(left.period.first, 1))
    if period is None:
        return None
    return replace(left, period=period, value=f"{period.first}/{period.last}", rule="day-range")


def _between(left: Outcome, right: Outcome) -> Outcome | None:
    """Join two ends; a year told with one of them holds for the other."""
    first, last = left.period, right.period
    if first is None or last is None or first.first is None or last.last is None:
        return None
    begin: date | None = first.first
    end: date | None = last.last
    if right.year_said and not left.year_said and left.basis == "relative" and _has_month(left):
        begin = _in_year(first.first, last.last.year)
        if begin is not None and begin > last.last:
            begin = _in_year(first.first, last.last.year - 1)
    elif left.year_said and not right.year_said and _has_month(right):
        end = _in_year(last.last, first.first.year)
        if end is not None and end < first.first:
            end = _in_year(last.last, first.first.year + 1)
    elif begin is not None and begin > last.last and _has_month(left):
        begin = _in_year(first.first, first.first.year - 1)
    period: Period | None = span_days(begin, end)
    if period is None:
        return None
    kind = left.grain
    value = f"{_cut(period.first, kind)}/{_cut(period.last, kind)}"
    return replace(
        right,
        type="DATE",
        value=value,
        period=period,
        grain="other",
        rule=f"{kind}-range",
        basis="stated" if left.year_said or right.year_said else "relative",
    )


def _has_month(outcome: Outcome) -> bool:
    return "month" in outcome.rule or "day-month" in outcome.rule


def _in_year(day: date, year: int) -> date | None:
    return day_of(year, day.month, day.day) or day_of(year, day.month, 28)


def _cut(day: date | None, grain: str) -> str:
    shown = day.isoformat() if day is not None else ".."
    return shown[:4] if grain == "year" else shown[:7] if grain == "month" else shown
