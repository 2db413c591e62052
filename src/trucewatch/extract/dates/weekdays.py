"""Weekdays: `Thursday`, `next Friday`, `Monday of last week`, `on Sat`."""

from __future__ import annotations

from datetime import date
from typing import Final

from trucewatch.extract.dates.calendar import shift_days
from trucewatch.extract.dates.names import WEEKDAYS
from trucewatch.extract.dates.reading import Found, Rule, Settled, rule
from trucewatch.extract.dates.relative import one_day
from trucewatch.extract.dates.tense import tells_tense
from trucewatch.extract.lexicons import words

_PAPERS: Final = words("times mirror telegraph express mail herald independent")
"""Behind a weekday and with a capital these make the name of a newspaper."""


def _settle_weekday(found: Found) -> Settled:
    """Read a weekday: today or the last one; the next one where the tense says so."""
    place = WEEKDAYS[found.low("weekday")]
    unknown = f"XXXX-WXX-{place + 1}"
    near, turn = found.published, found.low("turn")
    if found.after in _PAPERS and found.tokens.words[found.match.end()][0].isupper():
        return None
    if turn in ("previous", "preceding", "prior", "following"):
        near = found.context.anchor_day
        if near is None:
            return one_day(None, unknown)
    if near is None:
        return one_day(None, unknown)
    if found.has("week_turn"):
        step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(found.low("week_turn"), 0)
        if found.low("week_unit") != "week":
            return None
        return one_day(shift_days(near, 7 * step + place - near.weekday()), unknown)
    week = _week_beside(found) if not turn else None
    if week is not None:
        return one_day(shift_days(week, place))
    return one_day(shift_days(near, _days_to(place, near, turn, found)), unknown)


_NEAR_WEEK: Final = 5
"""So many tokens may stand between a week and the weekday of it: "next week, most likely on Friday"."""

_NEW_CLAUSE: Final = words("and but or while then ; : .")


def _week_beside(found: Found) -> date | None:
    """Give the Monday of the week that was told right before, with no verb between."""
    anchor, context = found.context.anchor, found.context
    start = found.match.start()
    if anchor is None or anchor.grain != "week" or not 0 <= context.last_end <= start:
        return None
    # what was told last may have been told in an earlier stretch, of other tokens
    near = anchor.last == context.last_end and found.tokens.at(anchor.last - 1) == "week"
    near = near and start - anchor.last <= _NEAR_WEEK
    between = found.tokens.lower[anchor.last : start]
    if (
        not near
        or not _NEW_CLAUSE.isdisjoint(between)
        or anchor.rule != "turn-unit"
        or tells_tense(found.tokens, anchor.last, start)
    ):
        return None
    return anchor.period.first if anchor.period else None


def _days_to(place: int, near: date, turn: str, found: Found) -> int:
    back = (near.weekday() - place) % 7
    if turn in ("last", "past", "previous", "preceding", "prior"):
        return -(back or 7)
    if turn == "next":
        return 7 + place - near.weekday()
    if turn in ("coming", "upcoming", "following"):
        return (7 - back) if back else 7
    if turn in ("this", "current"):
        return place - near.weekday() if not found.ahead() or place >= near.weekday() else 7 - back
    if back and found.ahead():
        return 7 - back
    return -back


_BEFORE_SHORT: Final = words("on since until till by from last next")


def _settle_short_weekday(found: Found) -> Settled:
    """Read `on Sat`: "Mon", "Sat" and "Sun" are parts of names and words too."""
    named = found.tokens.words[found.match.end() : found.match.end() + 1]
    if found.before not in _BEFORE_SHORT or (named and named[0][:1].isupper()):
        return None
    return _settle_weekday(found)


RULES: Final[tuple[Rule, ...]] = (
    rule(
        "weekday",
        "the? this? turn=weekday_turn? weekday=weekday ((of | in)? week_turn=turn week_unit=unit)?",
        _settle_weekday,
    ),
    rule("weekday", "turn=weekday_turn? weekday=weak_weekday", _settle_short_weekday),
)
"""Rules of weekdays, by the publication and the tense."""
