"""Days counted ahead: `within 48 hours`, `in three days`, `two weeks from now`, `Friday week`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.extract.dates.anchored import unit_taken
from trucewatch.extract.dates.calendar import shift_days
from trucewatch.extract.dates.counts import COUNT, count_of
from trucewatch.extract.dates.lengths import length_value, stretch_about
from trucewatch.extract.dates.names import ORDINALS, WEEKDAYS
from trucewatch.extract.dates.reading import Found, Outcome, Rule, Settled, rule
from trucewatch.extract.dates.relative import one_day, unit_about
from trucewatch.extract.lexicons import words

_COUNTED_FROM: Final = words("of after from following before since when")
"""Behind a length these tell from what it is counted: then it is not the publication."""

_NOT_WITHIN: Final = _COUNTED_FROM | frozenset("'’‘") | {"'s", "’s"}
"""Neither "within 48 hours of the signing" nor "within two hours' drive" is counted from the publication."""

_ONLY: Final = frozenset(ORDINALS) | words("only worst biggest deadliest heaviest largest highest")
"""Before "in two years" these count back: "the first visit in two years"."""

_BEHIND_WEEK: Final = words("in at on by to and or but when where after before as for with from")


def _settle_within(found: Found) -> Settled:
    """Read `within 48 hours` of what is to come: from the publication on, so long."""
    count, unit = count_of(found), found.low("unit")
    if count is None or found.after in _NOT_WITHIN or found.tense() is False:
        return None
    period = stretch_about(found, count, unit, back=False)
    if period is None:
        return None
    return Outcome(
        type="DURATION",
        value=length_value(count, unit),
        period=period,
        anchors=False,
        first=found.match.start() + 1,
    )


def _settle_in(found: Found) -> Settled:
    """Read `in three days` of what is to come, `in a week's time`: the day, week, month or year."""
    count, unit, near = count_of(found), unit_taken(found), found.published
    if count is None or near is None or count != int(count):
        return None
    if not found.has("time") and not _is_ahead(found):
        return None
    return _counted_on(near, int(count), unit, found.match.start() + 1)


def _is_ahead(found: Found) -> bool:
    tokens, start = found.tokens, found.match.start()
    if found.after in _COUNTED_FROM or not _ONLY.isdisjoint(
        tokens.lower[max(start - 5, 0) : start]
    ):
        return False
    return found.ahead()


def _settle_from_now(found: Found) -> Settled:
    """Read `two weeks from now`, and `two weeks from today`, which names a day."""
    count, unit, near = count_of(found), unit_taken(found), found.published
    if (
        count is None
        or near is None
        or count != int(count)
        or found.low("now") not in ("now", "today")
    ):
        return None
    if found.low("now") == "today" and unit == "week":
        return one_day(shift_days(near, 7 * int(count)))
    return _counted_on(near, int(count), unit, 0)


def _counted_on(near: date, count: int, unit: str, first: int) -> Settled:
    if unit in ("minute", "second") or (unit == "hour" and count % 24):
        return None
    told = one_day(shift_days(near, count // 24)) if unit == "hour" else None
    told = told or unit_about(unit, near, count)
    return Outcome(
        type=told.type,
        value=told.value,
        period=told.period,
        grain=told.grain,
        anchors=False,
        first=first,
    )


def _settle_week_on(found: Found) -> Settled:
    """Read `a week on Friday`, `two weeks from Monday` of what is to come."""
    count, unit = count_of(found), unit_taken(found)
    weeks = {"week": 1, "fortnight": 2}.get(unit)
    if count is None or weeks is None or count != int(count) or found.tense() is False:
        return None
    return _weeks_from(found, weeks * int(count))


def _settle_weekday_week(found: Found) -> Settled:
    """Read `Friday week`: a week from the coming Friday."""
    weeks = {"week": 1, "fortnight": 2}.get(found.low("unit"))
    after = found.after
    if weeks is None or (after[:1].isalnum() and after not in _BEHIND_WEEK) or not found.ahead():
        return None
    return _weeks_from(found, weeks)


def _weeks_from(found: Found, weeks: int) -> Settled:
    near = found.published
    if near is None:
        return None
    days = (WEEKDAYS[found.low("weekday")] - near.weekday()) % 7
    return one_day(shift_days(near, (days or 7) + 7 * weeks))


RULES: Final[tuple[Rule, ...]] = (
    rule("within", f"within {COUNT} hyphen? unit=counted_units", _settle_within),
    rule("in-length", f"in {COUNT} unit=counted_units ((genitive | tick) time=time)?", _settle_in),
    rule("from-now", f"{COUNT} unit=counted_units from (now=now | now=today)", _settle_from_now),
    rule("week-on", f"{COUNT} unit=counted_units (on | from) weekday=weekday", _settle_week_on),
    rule("weekday-week", "weekday=weekday unit=unit", _settle_weekday_week),
)
"""Rules that count on from the publication."""
