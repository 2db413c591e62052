"""Lengths and repetitions: `two weeks`, `the past 24 hours`, `for years`, `every day`."""

from __future__ import annotations

from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.calendar import shift_days, shift_months, span_days
from trucewatch.extract.dates.counts import COUNT, count_of
from trucewatch.extract.dates.names import PLURALS, SMALL_PLURALS, SMALL_UNITS, UNITS, WEEKDAYS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, number_of, rule
from trucewatch.extract.lexicons import words

_ALL_UNITS: Final = UNITS | PLURALS
_ALL_SMALL: Final = SMALL_UNITS | SMALL_PLURALS
_LARGE: Final = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "N": (2, "D")}
_DAYS: Final = {"D": 1, "W": 7, "F": 14, "N": 2}
_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def length_value(count: float | None, unit: str) -> str:
    """Write a length as TIMEX3 does: `P3D`, `PT24H`, `PXW` for a number left open."""
    if unit in _ALL_SMALL:
        code = _ALL_SMALL[unit]
        if count is not None and count % 1 == 0.5 and code == "H":
            return f"PT{int(count)}H30M" if count > 1 else "PT30M"
        return f"PT{_shown(count)}{code}"
    code = _ALL_UNITS[unit]
    if count is None:
        return f"PX{code}"
    if code in _LARGE:
        times, code = _LARGE[code]
        count *= times
    if count % 1 == 0.5 and code == "Y":
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    return f"P{_shown(count)}{code}"


def _shown(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def stretch_about(found: Found, count: float, unit: str, back: bool) -> Period | None:
    """Give the days from so long ago to the publication, or from it to so long ahead."""
    near = found.published
    if near is None or not 0 < count <= 100_000:
        return None
    sign = -1 if back else 1
    if unit in _ALL_SMALL:
        hours = count if _ALL_SMALL[unit] == "H" else 0
        other = shift_days(near, sign * max(1, round(hours / 24)))
    elif (code := _ALL_UNITS[unit]) in _DAYS:
        other = shift_days(near, sign * round(count * _DAYS[code]))
    elif count == int(count):
        other = shift_months(near, sign * int(count) * _MONTHS[code])
    else:
        return None
    return span_days(other, near) if back else span_days(near, other)


_LIKE_A_LENGTH: Final = words(
    "for in within after than over about nearly almost barely under least every around just only "
    "roughly last lasted lasting took takes take entire whole full another spent spend of during "
    "some half and"
)


def _settle_length(found: Found) -> Settled:
    """Read `two weeks`, `five-year`, `several months`."""
    unit = found.low("unit")
    count = count_of(found)
    after = found.after
    if unit in ("second", "quarter", "quarters", "seconds") and not _surely_a_length(found, unit):
        return None
    if after in ("old", "olds") or (
        after == "-" and found.tokens.at(found.match.end() + 1) == "old"
    ):
        return None
    if found.has("a") and not (found.has("n") or found.has("few") or found.has("big")):
        if found.before not in _LIKE_A_LENGTH or found.before == "of":
            return None
    elif count is None and not found.has("few") and not found.has("half_a"):
        return _settle_bare(found, unit)
    if found.has("n") and number_of(found.low("n")) is None and count is None:
        return None
    if count is not None and count > 1_000_000:
        return None
    return Outcome(type="DURATION", value=length_value(count, unit), basis="stated", anchors=False)


def _surely_a_length(found: Found, unit: str) -> bool:
    if unit.startswith("second"):
        return found.has("n") and found.low("n") != "one"
    if found.tokens.at(found.match.end() - 2) == "-" or found.after == "of":
        return False
    return found.has("n") or found.has("few")


def _settle_bare(found: Found, unit: str) -> Settled:
    """Read `for years`, `days before`: plural units without a number."""
    if unit not in PLURALS or found.has("n") or unit == "quarters":
        return None
    if found.before in (
        "the",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "early",
        "my",
        "of",
        "and",
        "or",
    ):
        return None
    return Outcome(type="DURATION", value=length_value(None, unit), basis="stated", anchors=False)


def _settle_half(found: Found) -> Settled:
    """Read `half an hour`, `half a day`."""
    unit = found.low("unit")
    return Outcome(type="DURATION", value=length_value(0.5, unit), basis="stated", anchors=False)


def _settle_lengths(found: Found) -> Settled:
    """Read `two to three weeks` by its first number."""
    count = number_of(found.low("n"))
    if count is None:
        return None
    value = length_value(count, found.low("unit"))
    return Outcome(type="DURATION", value=value, basis="stated", anchors=False)


def _settle_stretch(found: Found) -> Settled:
    """Read `the past 24 hours`, `the next two weeks`, `the past day`."""
    turn, unit = found.low("turn"), found.low("unit")
    count = count_of(found)
    plural = (unit.endswith("s") and unit != "hours") or unit in SMALL_PLURALS
    if count is None and not found.has("few"):
        if plural and unit in PLURALS:
            return _vague_stretch(turn, unit)
        if (
            turn not in ("last", "past")
            or not found.has("article")
            or unit in ("quarter", "second")
        ):
            return None
        count = 1.0
    elif found.has("a") and not found.has("few"):
        return None
    back = turn in ("last", "past", "previous", "preceding", "prior", "latest")
    if turn == "this" and not found.has("past_too"):
        return None
    # "the last week of the war" is not counted from the publication
    counted = count is not None and not (found.after == "of" and turn not in ("past", "next"))
    period = stretch_about(found, count or 0, unit, back or turn == "this") if counted else None
    return Outcome(type="DURATION", value=length_value(count, unit), period=period, anchors=False)


def _vague_stretch(turn: str, unit: str) -> Settled:
    """Read `recent years`, `the coming days`."""
    if turn == "recent":
        value = "PAST_REF" if unit in ("years", "days") else length_value(None, unit)
        kind = "DATE" if value == "PAST_REF" else "DURATION"
        return Outcome(type="DATE" if kind == "DATE" else "DURATION", value=value, anchors=False)
    if turn in ("coming", "upcoming"):
        return Outcome(type="DATE", value="FUTURE_REF", anchors=False)
    if turn in ("past", "previous"):
        return Outcome(type="DATE", value="PAST_REF", anchors=False)
    return None


def _settle_every(found: Found) -> Settled:
    """Read `every day`, `each year`, `every two weeks`, `every Friday`."""
    if found.has("weekday"):
        value = f"XXXX-WXX-{WEEKDAYS[found.low('weekday').rstrip('s')] + 1}"
    elif found.has("part"):
        value = "P1D"
    else:
        unit = found.low("unit")
        count = count_of(found) if found.has("n") else 1.0
        if count is None or unit == "second":
            return None
        value = length_value(count, unit)
    return Outcome(type="SET", value=value, basis="stated", anchors=False)


_REGULAR: Final = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "hourly": "PT1H",
}  # fmt: skip


def _settle_regular(found: Found) -> Settled:
    value = _REGULAR[found.low("regular")]
    return Outcome(type="SET", value=value, basis="stated", anchors=False)


def _settle_times(found: Found) -> Settled:
    """Read `twice a week`, `three times a day`."""
    unit = found.low("unit")
    return Outcome(type="SET", value=length_value(1.0, unit), basis="stated", anchors=False)


RULES: Final[tuple[Rule, ...]] = (
    rule("length", f"{COUNT} hyphen? more? hyphen? unit=counted_units", _settle_length),
    rule("half", "half a unit=counted_units", _settle_half),
    rule(
        "lengths",
        "n=any_count (hyphen | to | or) any_count hyphen? unit=counted_units",
        _settle_lengths,
    ),
    rule(
        "stretch",
        f"article=the? past_too=this? turn=stretch_turn {COUNT} more? unit=counted_units (or so)?",
        _settle_stretch,
    ),
    rule("every", f"every {COUNT} unit=counted_units", _settle_every),
    rule("every", "every (weekday=weekday | part=any_part)", _settle_every),
    rule("every", "on weekday=days_of_week", _settle_every),
    rule("regular", "regular=regular", _settle_regular),
    rule("times", "(once | any_count times) (a | per | every) unit=counted_units", _settle_times),
)
"""Rules for lengths of time and for what repeats."""
