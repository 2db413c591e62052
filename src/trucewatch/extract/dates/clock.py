"""Times and parts of days, and words for now, before and later: `6 a.m.`, `this morning`, `now`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import shift_days, span_days
from trucewatch.extract.dates.names import PARTS_OF_DAY
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.lexicons import words

_AT: Final = words("at from by until till around about after before since to and between")


def clock_time(clock: str) -> Outcome:
    """Give a time of a day that is not told: neighbours, or the text, may tell it."""
    return Outcome(
        type="TIME", value=f"XXXX-XX-XX{clock}", grain="time", clock=clock, anchors=False
    )


def part_on(day: date | None, part: str) -> Outcome:
    """Give a part of a day."""
    if day is None:
        return clock_time(part)
    return Outcome(
        type="TIME",
        value=f"{day.isoformat()}{part}",
        period=Period.of(day),
        grain="day",
        clock=part,
    )


def _settle_meridian(found: Found) -> Settled:
    """Read `6 a.m.`, `10:35 pm`."""
    hour, minute = _hour_and_minute(found.low("time"))
    if hour is None or not 1 <= hour <= 12:
        return None
    after_noon = found.low("half").startswith("p")
    hour = hour % 12 + (12 if after_noon else 0)
    return clock_time(f"T{hour:02d}:{minute:02d}")


def _hour_and_minute(text: str) -> tuple[int | None, int]:
    mark = ":" if ":" in text else "."
    hour, _, rest = text.partition(mark)
    minute = rest.split(":")[0]
    if not (hour.isascii() and hour.isdigit() and len(hour) <= 2):
        return None, 0
    if not minute:
        return int(hour), 0
    if not (len(minute) == 2 and minute.isdigit() and int(minute) < 60):
        return None, 0
    return int(hour), int(minute)


def _settle_clock(found: Found) -> Settled:
    """Read `00:01` where the words around make it a time."""
    hour, minute = _hour_and_minute(found.low("time"))
    if hour is None or hour > 24:
        return None
    zoned = found.has("zone") or found.after in ("on", "hours", "utc", "gmt")
    if found.before not in _AT and not zoned:
        return None
    return clock_time(f"T{hour:02d}:{minute:02d}")


def _settle_military(found: Found) -> Settled:
    """Read `2100 GMT`, `0735 GMT`."""
    figures = found.low("time")
    if len(figures) != 4 or not figures.isdigit():
        return None
    hour, minute = int(figures[:2]), int(figures[2:])
    return clock_time(f"T{hour:02d}:{minute:02d}") if hour <= 24 and minute < 60 else None


def _settle_oclock(found: Found) -> Settled:
    hour = found.number("time")
    return clock_time(f"T{hour:02d}:00") if hour is not None and hour <= 24 else None


def _settle_noon(found: Found) -> Settled:
    if found.before == "high":
        return None
    return clock_time("T24:00" if found.low("noon") == "midnight" else "T12:00")


def _settle_part(found: Found) -> Settled:
    """Read `this morning`, `last night`, `that evening`, `in the afternoon`."""
    part, turn = PARTS_OF_DAY[found.low("part")], found.low("turn")
    near, told = found.published, found.context.anchor_day
    if turn == "this":
        return part_on(near, part)
    if turn == "last":
        if part == "TMO":
            return None
        before = near and shift_days(near, -1)
        night = part_on(before, part)
        if part == "TNI" and before is not None:
            # as of "overnight": its small hours are of the day of publication
            return replace(night, period=span_days(before, near), rule="last-night")
        return night
    if turn in ("that", "same"):
        return part_on(told, part)
    if turn in ("next", "following", "previous"):
        step = -1 if turn == "previous" else 1
        return part_on(told and shift_days(told, step), part)
    return None


def _settle_part_before(found: Found) -> Settled:
    """Read `the night before`, `the morning after`: next to the day told before."""
    part, told = PARTS_OF_DAY[found.low("part")], found.context.anchor_day
    if found.after[:1].isalnum() and found.after not in _BEHIND_PAST | {"on", "in", "with", "near"}:
        return None
    day = told and shift_days(told, -1 if found.low("way") == "before" else 1)
    if part == "TNI" and day is not None and told is not None and day < told:
        return replace(part_on(day, part), period=span_days(day, told))
    return part_on(day, part)


def _settle_bare_part(found: Found) -> Settled:
    """Read `until dawn`, `in the morning`: of the day told beside it, or of none."""
    article = found.has("article")
    context = found.context
    beside = context.anchor is not None and context.last_end == found.match.start()
    if beside and context.anchor is not None and context.anchor.grain == "day":
        return clock_time(PARTS_OF_DAY[found.low("part")])
    if found.after == "of" and article:
        return clock_time(PARTS_OF_DAY[found.low("part")])
    if found.before not in (
        "at",
        "until",
        "till",
        "by",
        "before",
        "after",
        "since",
        "in",
        "to",
        "into",
    ):
        return None
    if found.low("part") in ("morning", "afternoon", "evening") and not article:
        return None
    if found.low("part") == "night" and found.before not in ("at", "by", "in"):
        return None
    return clock_time(PARTS_OF_DAY[found.low("part")])


def _settle_overnight(found: Found) -> Settled:
    """Read `overnight`: the night that ended on the day of publication."""
    near = found.published
    before = near and shift_days(near, -1)
    if near is None or before is None:
        return clock_time("TNI")
    return Outcome(
        type="TIME",
        value=f"{before.isoformat()}TNI",
        period=span_days(before, near),
        grain="day",
        clock="TNI",
        anchors=False,
        rule="overnight",
    )


def _reference(value: str) -> Outcome:
    return Outcome(type="DATE", value=value, basis="stated", anchors=False)


def _settle_now(found: Found) -> Settled:
    del found
    return _reference("PRESENT_REF")


def _settle_moment(found: Found) -> Settled:
    """Read `at the moment`, `at present`; `at the time` speaks of another day."""
    return (
        None
        if found.low("moment") == "time" and not found.has("now")
        else _reference("PRESENT_REF")
    )


def _settle_these_days(found: Found) -> Settled:
    return _reference("PRESENT_REF") if found.low("days") == "days" else None


def _settle_recently(found: Found) -> Settled:
    """Read `recently`; "as recently as Tuesday" is of that day."""
    return None if found.after == "as" else _reference("PAST_REF")


def _settle_soon(found: Found) -> Settled:
    return (
        None if found.before == "as" or found.after in ("after", "as") else _reference("FUTURE_REF")
    )


def _settle_future(found: Found) -> Settled:
    return _reference("FUTURE_REF") if found.before == "in" else None


def _settle_past(found: Found) -> Settled:
    """Read `in the past`, where nothing is counted behind it."""
    return (
        None
        if found.after[:1].isalnum() and found.after not in _BEHIND_PAST
        else (_reference("PAST_REF"))
    )


_BEHIND_PAST: Final = words("that and but to by they he it when have has for as or")


def _settle_current(found: Found) -> Settled:
    return _reference("PRESENT_REF") if found.after[:1].isalpha() else None


RULES: Final[tuple[Rule, ...]] = (
    rule("clock", "time=clock_or_number half=meridian (zone zone? time?)?", _settle_meridian),
    rule("clock", "time=clock (zone=zone zone? time?)?", _settle_clock),
    rule("clock", "time=four_figures zone time?", _settle_military),
    rule("clock", "time=any_count clocked", _settle_oclock),
    rule("noon", "noon=noon", _settle_noon),
    rule("part-of-day", "the? turn=part_turn part=part", _settle_part),
    rule("part-before", "the part=part way=before_after", _settle_part_before),
    rule("part-of-day", "article=the? part=part", _settle_bare_part),
    rule("overnight", "overnight", _settle_overnight),
    rule("now", "now", _settle_now),
    rule("now", "these days=units", _settle_these_days),
    rule("now", "at (present | (the | now=this) (present | moment=time))", _settle_moment),
    rule("recently", "recently", _settle_recently),
    rule("current", "current=current", _settle_current),
    rule("soon", "soon", _settle_soon),
    rule("future", "the future_kind? future", _settle_future),
    rule("past", "in the past", _settle_past),
)
"""Rules for times of the day and for words without a date of their own."""
