"""Days counted back from the publication or from a day told before: `three weeks ago`, `a day later`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.extract.dates.calendar import shift_days, shift_months
from trucewatch.extract.dates.counts import COUNT, count_of
from trucewatch.extract.dates.names import UNITS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.dates.relative import UNKNOWN, one_day, unit_about


def _settle_ago(found: Found) -> Settled:
    """Read `three weeks ago`: the day, the week, the month or the year that lies so far back."""
    count, unit = count_of(found), unit_taken(found)
    near = found.published
    if count is None or near is None:
        vague = "PAST_REF" if near is not None else UNKNOWN.get(unit, UNKNOWN["day"])
        return Outcome(type="DATE", value=vague, anchors=False)
    if unit in ("hour", "minute", "second"):
        hours = count if unit == "hour" else 0
        return one_day(shift_days(near, -round(hours / 24)) if hours % 24 == 0 else near)
    if count != int(count):
        return Outcome(type="DATE", value=UNKNOWN.get(unit, "XXXX"), anchors=False)
    anchor = found.context.anchor
    if unit == "year" and count == 1 and anchor is not None and anchor.grain == "quarter":
        return replace(unit_about("quarter", found.context.anchor_day, -4), anchors=False)
    return unit_about(unit, near, -int(count))


def _settle_ago_today(found: Found) -> Settled:
    """Read `a week ago today`: the very day."""
    count, unit, near = count_of(found), unit_taken(found), found.published
    if count is None or count != int(count):
        return None
    if near is None:
        return one_day(None)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    months = {"month": 1, "year": 12}.get(unit)
    if days is not None:
        return one_day(shift_days(near, -days * int(count)))
    return one_day(shift_months(near, -months * int(count))) if months is not None else None


def unit_taken(found: Found) -> str:
    """Give the singular of the unit that a rule took."""
    word = found.low("unit")
    if word in UNITS or word in ("hour", "minute", "second"):
        return word
    return "century" if word == "centuries" else word[:-1]


def _settle_from_anchor(found: Found) -> Settled:
    """Read `a day later`, `two weeks earlier`, `the year before`: from the day told before.

    `A week earlier` is a day, `the week before` a week.
    """
    count, unit = count_of(found) if "n" in found.groups else 1.0, unit_taken(found)
    if count is None or unit in ("hour", "minute", "second") or count != int(count):
        return None
    steps = int(count) if found.low("way") in ("later", "after") else -int(count)
    if found.low("way") in ("before", "after") and _names_an_event(found):
        return Outcome(
            type="DATE", value=UNKNOWN.get(unit, "XXXX"), anchors=False, offset=(steps, unit)
        )
    anchor = found.context.anchor
    if unit == "year" and anchor is not None and anchor.grain == "quarter":
        return replace(unit_about("quarter", found.context.anchor_day, 4 * steps), anchors=False)
    day = found.context.anchor_day
    if unit == "year" and found.low("way") == "earlier" and (day is None or found.has("a")):
        return replace(unit_about("year", found.published, steps), anchors=False)
    fine = anchor is not None and anchor.grain in ("day", "time")
    counted = "n" in found.groups or unit == "fortnight"
    if unit in ("week", "fortnight") and counted and fine and day is not None:
        return one_day(shift_days(day, steps * (14 if unit == "fortnight" else 7)))
    if unit == "day" and not fine:
        day = None
    return unit_about(unit, day, steps)


def _names_an_event(found: Found) -> bool:
    """Tell whether "before" or "after" goes on to what happened: `the day after the raid`."""
    after = found.after
    return after[:1].isalnum() and after not in (
        "and",
        "but",
        "in",
        "on",
        "at",
        "when",
        "by",
        "was",
    )


def _settle_year_ago(found: Found) -> Settled:
    """Read `year-earlier`, `the year-ago quarter`: a quarter told before, one year back."""
    anchor = found.context.anchor
    if found.low("unit") != "year":
        return None
    if anchor is not None and anchor.grain == "quarter":
        told = unit_about("quarter", found.context.anchor_day, -4)
    else:
        told = unit_about("year", found.published, -1)
    return replace(told, anchors=False)


RULES: Final[tuple[Rule, ...]] = (
    rule("ago", f"{COUNT} more? unit=counted_units (or so)? ago", _settle_ago),
    rule("ago-today", f"{COUNT} unit=counted_units ago today", _settle_ago_today),
    rule("from-day-told", f"{COUNT} unit=counted_units way=way", _settle_from_anchor),
    rule("the-day-told", "the unit=any_unit way=before_after", _settle_from_anchor),
    rule("year-ago", "the? unit=unit hyphen (ago | earlier) (quarter | period)?", _settle_year_ago),
)
"""Rules that count so many units back or on."""
