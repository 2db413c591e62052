"""Days told from the day of publication or from a day told before: `Thursday`, `three days ago`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import (
    day_of,
    month_period,
    quarter_period,
    shift_days,
    shift_months,
    week_period,
    week_value,
    weekend_period,
    year_period,
)
from trucewatch.extract.dates.months import month_taken, settle_month
from trucewatch.extract.dates.reading import Found, Grain, Outcome, Rule, Settled, rule

UNKNOWN: Final[dict[str, str]] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
}


def one_day(day: date | None, value: str = "") -> Outcome:
    """Give a day told relatively; without one, a day left open."""
    if day is None:
        return Outcome(type="DATE", value=value or UNKNOWN["day"], anchors=False)
    return Outcome(type="DATE", value=day.isoformat(), period=Period.of(day), grain="day")


def unit_about(unit: str, day: date | None, steps: int) -> Outcome:
    """Give the calendar day, week, month, year ... so many steps from the one that holds `day`."""
    unknown = Outcome(type="DATE", value=UNKNOWN.get(unit, "XXXX"), anchors=False)
    if day is None:
        return unknown
    grain: Grain = "day"
    period: Period | None = None
    value = ""
    if unit == "day":
        return one_day(shift_days(day, steps))
    if unit in ("week", "fortnight", "weekend"):
        moved = shift_days(day, 7 * steps * (2 if unit == "fortnight" else 1))
        if moved is not None:
            period = weekend_period(moved) if unit == "weekend" else week_period(moved)
            value, grain = week_value(moved) + ("-WE" if unit == "weekend" else ""), "week"
    elif unit in ("month", "quarter"):
        moved = shift_months(day.replace(day=1), steps * (3 if unit == "quarter" else 1))
        if moved is not None and unit == "month":
            period, value, grain = month_period(moved.year, moved.month), f"{moved:%Y-%m}", "month"
        elif moved is not None:
            quarter = (moved.month + 2) // 3
            period, grain = quarter_period(moved.year, quarter), "quarter"
            value = f"{moved.year:04d}-Q{quarter}"
    else:
        year = day.year + steps * {"decade": 10, "century": 100}.get(unit, 1)
        period, value, grain = year_period(year), f"{year:04d}", "year"
    if period is None:
        return unknown
    return Outcome(type="DATE", value=value, period=period, grain=grain)


_DEICTIC: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _settle_deictic(found: Found) -> Settled:
    near = found.published
    return one_day(near and shift_days(near, _DEICTIC[found.low("day")]))


def _settle_two_days(found: Found) -> Settled:
    """Read `the day before yesterday`, `the day after tomorrow`."""
    if (found.low("day"), found.low("way")) not in (("yesterday", "before"), ("tomorrow", "after")):
        return None
    if found.low("unit") != "day":
        return None
    near = found.published
    return one_day(near and shift_days(near, -2 if found.low("day") == "yesterday" else 2))


def _settle_month_turn(found: Found) -> Settled:
    """Read `last October`, `next March`, `this past April`, `last Oct. 23`."""
    month, near, turn = month_taken(found), found.published, found.low("turn")
    if month is None:
        return None
    if near is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}", anchors=False)
    if turn in ("last", "past", "previous"):
        year = near.year - (month >= near.month)
    elif turn in ("next", "coming"):
        year = near.year + (month <= near.month)
    else:
        year = near.year
    if found.has("d"):
        day = day_of(year, month, found.number("d") or 0)
        return one_day(day, f"{year:04d}-{month:02d}-XX")
    outcome = settle_month(found, month, year)
    return Outcome(
        type="DATE", value=outcome.value, period=outcome.period, grain="month", year_said=False
    )


STEPS: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip
"""Units on from the running one, or from the one told before."""


def _settle_unit_turn(found: Found) -> Settled:
    """Read `last month`, `this week`, `next year`; `the next day` counts from the day told before."""
    turn, unit = found.low("turn"), found.low("unit")
    if unit == "quarter" and turn in ("last", "previous", "this", "current", "next", "latest"):
        return _quarter_turn(found, turn)
    if turn == "latest" or (turn == "past" and not found.has("article")):
        return None
    anchored = turn in ("previous", "preceding", "prior", "following", "same", "that")
    if turn == "next" and (found.has("article") or unit == "day"):
        anchored = True
    if turn in ("last", "past") and (unit == "day" or (found.has("article") and unit != "weekend")):
        return None
    if turn == "that" and found.after[:1].isalpha() and found.before in ("said", "so"):
        return None
    day = found.context.anchor_day if anchored else found.published
    anchor = found.context.anchor
    if anchored and unit == "day" and anchor is not None and anchor.grain != "day":
        told = found.context.told_day if turn == "same" else None
        day = told.period.first if told is not None and told.period is not None else None
    if unit in ("decade", "century"):
        return None
    outcome = unit_about(unit, day, STEPS.get(turn, 0))
    near = found.published
    if unit == "weekend" and turn in ("last", "past") and near is not None:
        outcome = unit_about(unit, near, -1)
    return outcome


def _quarter_turn(found: Found, turn: str) -> Settled:
    anchor = found.context.anchor
    if turn == "latest" and anchor is not None and anchor.grain == "quarter":
        return unit_about("quarter", found.context.anchor_day, 0)
    steps = {"next": 1, "this": 0, "current": 0}.get(turn, -1)
    return unit_about("quarter", found.published, steps)


def _settle_weekend(found: Found) -> Settled:
    """Read `the weekend`: the last one, on its own days the running one, by the tense the next."""
    near = found.published
    if near is None or found.ahead() or near.weekday() >= 5:
        return unit_about("weekend", near, 0)
    return unit_about("weekend", near, -1)


def _settle_inner_unit(found: Found) -> Settled:
    """Read `the month` behind "the end of", "earlier in", "the middle of"."""
    if not found.context.inner or not (found.has("article") or found.before == "of"):
        return None
    return unit_about(found.low("unit"), found.published, 0)


def _settle_festival(found: Found) -> Settled:
    """Read `New Year's Eve`, `Christmas Day`."""
    near, year = found.published, found.number("y")
    if found.has("new"):
        if found.low("unit") != "year" or not found.word("new")[:1].isupper():
            return None
        month, day = (12, 31) if found.has("eve") else (1, 1)
    else:
        month, day = 12, 24 if found.has("eve") else 25
    if year is not None:
        settled = day_of(year, month, day)
        return replace(one_day(settled), basis="stated", year_said=settled is not None)
    if near is None:
        return Outcome(type="DATE", value=f"XXXX-{month:02d}-{day:02d}", anchors=False)
    settled = day_of(near.year, month, day)
    if found.ahead():
        if settled is not None and settled < near:
            settled = day_of(near.year + 1, month, day)
    elif settled is not None and settled > near:
        settled = day_of(near.year - 1, month, day)
    return one_day(settled)


def _settle_year_end(found: Found) -> Settled:
    """Read `year-end`, `the year's end`: the last day of the running year."""
    near = found.published
    if found.low("unit") not in ("year", "month", "week") or near is None:
        return Outcome(type="DATE", value="XXXX-12-31", anchors=False)
    period = unit_about(found.low("unit"), near, 0).period
    return one_day(period.last if period else None)


RULES: Final[tuple[Rule, ...]] = (
    rule("deictic", "day=deictic", _settle_deictic),
    rule("two-days-off", "the unit=unit way=before_after day=deictic", _settle_two_days),
    rule("turn-month", "this? turn=turn m=any_month (dot? d=day)?", _settle_month_turn),
    rule("turn-unit", "article=the? turn=unit_turn unit=any_unit", _settle_unit_turn),
    rule("weekend", "the unit=weekend", _settle_weekend),
    rule("running-unit", "article=the? unit=any_unit", _settle_inner_unit),
    rule(
        "festival",
        "new=new unit=unit genitive (eve=eve | unit) (comma? of? y=year)?",
        _settle_festival,
    ),
    rule("festival", "christmas (eve=eve | unit)? (comma? of? y=year)?", _settle_festival),
    rule("year-end", "unit=unit hyphen? end", _settle_year_end),
    rule("year-end", "the? unit=unit genitive end", _settle_year_end),
)
"""Rules that count from the day of publication, or from a day told before."""
