"""Days that are the speaker's or another act's: "today", "the past 24 hours", "met on Friday over the shelling"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from trucewatch.core.reading import FIGHTS, Event, EventKind, Statement
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.events.told import Told

SPOKEN_DAYS: Final = re.compile(r"today|tonight|this\s(?:morning|afternoon|evening)", re.IGNORECASE)
_LATELY: Final = re.compile(
    r"(?:the\s|these\s)?(?:past|last|previous|preceding)\s(?:[\w-]+\s){0,2}(?:hours?|days?|nights?)",
    re.IGNORECASE,
)
_NEWS: Final = timedelta(days=7)
_ANSWERED: Final = re.compile(
    r"\b(?:against|over(?!\s(?:\d|the\s(?:past|last)))|protest\w*|condemn\w*|denounc\w*|discuss\w*|mourn\w*|deplor\w*"
    r"|criticis\w*|criticiz\w*|rais(?:e|es|ed|ing)|anger\s(?:at|over)|outrage\s(?:at|over))\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)


def as_spoken(date: TimeExpression, statement: Statement | None) -> When:
    """Give a date as the speaker means it, where the day of speaking is told.

    Within a quotation "today" is that day; "the past 24 hours", in whosever words, end on it.
    """
    said = statement.said_on.period if statement is not None and statement.said_on else None
    if statement is None or said is None or said.first is None or said.first != said.last:
        return date.when
    within = [each for each in statement.content if each.holds(date.span)]
    if within and (days := _until(said, date)) is not None:
        return When(edtf=edtf(days), period=days, span=date.span, basis="relative")
    quoted = any(content.text[:1] in "\"“‘'«" for content in within)
    if not quoted or SPOKEN_DAYS.fullmatch(date.span.text) is None:
        return date.when
    return When(edtf=edtf(said), period=said, span=date.span, basis="relative")


def _until(said: Period, date: TimeExpression) -> Period | None:
    """Give the days of "the past 24 hours" that end on a day; None of other dates."""
    days = date.period
    if days is None or days.first is None or days.last is None or said.last is None:
        return None
    late = days.last - said.last
    if _LATELY.fullmatch(date.span.text) is None or not timedelta(0) < late < _NEWS:
        return None
    return Period(days.first - late, days.last - late)


def is_of_the_answer(text: str, date: TimeExpression, told: Told) -> bool:
    """Tell whether a day is that of an answer to an act: "rallied on Friday against the bombing"."""
    if told.kind not in FIGHTS or told.trigger.form != "noun" or date.span.end > told.trigger.start:
        return False
    return _ANSWERED.search(text[date.span.end : told.trigger.start]) is not None


def lends_to(event: Event, told: Told) -> bool:
    """Tell whether an event may lend its day to what is told beside it: talks lend none to a fight."""
    return event.kind is not EventKind.MEETING or told.kind not in FIGHTS
