"""The day of an act told without one: that of the news which its report tells before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import FIGHTS, HAPPENED, Aspect, Event, Statement
from trucewatch.core.when import Period, When, edtf

FRESH: Final = timedelta(days=2)
"""A report tells the news of its day and so many days before."""

_NEAR: Final = 400
"""Within so many characters, an act of the same doer is of the day told before, be it old or new."""

_ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh")
_RUNNING: Final = re.compile(
    rf"\bfor\s(?:a|the)\s({'|'.join(_ORDINALS)})\s(?:(?:straight|consecutive|successive|running)\s)?day\b",
    re.IGNORECASE,
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:earlier|previous(?:ly)?|past|last|recent(?:ly)?|repeated(?:ly)?|ago|since|before|after|until"
    r"|once|over|during|regular(?:ly)?|often|always|never|sometimes|usually|daily|ever|will|would)\b",
    re.IGNORECASE,
)
"""What is told with one of these may be of another time."""

_SINCE: Final = re.compile(
    r"\b(?:first|\w{2,12}est|most\s\w+)\b[^.;]{0,60}?\bsince\b[^,;.]{0,60}", re.IGNORECASE
)
""""The first raid since the truce" is a raid of now."""

_BESIDE: Final = re.compile(
    r"\b(?:also|meanwhile|likewise|too|simultaneously|for\s(?:its|his|her|their)\spart)\b",
    re.IGNORECASE,
)
"""What is told with one of these is told beside what was told before."""

_PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|being)\s(?:also\s|then\s|\w+ly\s)?$", re.IGNORECASE
)
_BY_NOBODY: Final = re.compile(
    r"(?<!\btheir\s)(?<!\bits\s)(?<!\bour\s)(?<!\bhis\s)\b(?:planes|jets|warplanes|aircraft|helicopters|shells|rockets|missiles|bombs|mortars)\s"
    r"(?:had\s|have\s|also\s|then\s|again\s)*$",
    re.IGNORECASE,
)
_PLUPERFECT: Final = re.compile(r"\bhad\s(?:\w+ly\s|been\s|also\s|already\s){0,2}$", re.IGNORECASE)


def dated_by_news(
    events: Sequence[Event], statements: Sequence[Statement], published: date | None, case: Case
) -> Iterator[Event]:
    """Yield the events, in order; an act without a day has that of the acts told before.

    Of its doer's acts first, else of all; only where these are of one day, and are news or told just
    before. "For a second day" is of the day before too.
    """
    spoken = {statement.id: statement for statement in statements}
    told: list[Event] = []
    told_last: Event | None = None
    last: Event | None = None
    for event in events:
        when = _day_recorded(event, spoken.get(event.statement or "")) or _day_of_harm(event, last)
        if when is None and published is not None and _lacks_a_day(event):
            when = _day_before(event, told, published, case)
            if when is not None and _said_before(spoken.get(event.statement or ""), when):
                when = None
            when = when or _day_claimed(event, told_last, spoken.get(event.statement or ""))
        dated = replace(event, when=replace(when, basis="inherited")) if when else event
        if event.kind in FIGHTS and event.reality in HAPPENED and not event.recap and dated.when:
            told.append(dated)
        told_last = dated if event.kind in FIGHTS and not event.at else told_last
        last = dated
        yield _over_days(dated)


def as_said(events: Sequence[Event], statements: Sequence[Statement]) -> Iterator[Event]:
    """Yield the events, in order; a state that had the day of publication has the one it is said on."""
    days = {statement.id: statement.said_on for statement in statements}
    for event in events:
        said = days.get(event.statement or "")
        published = event.when is not None and event.when.basis == "given"
        if published and said is not None and event.kind not in FIGHTS:
            yield replace(event, when=replace(said, basis="inherited"))
        else:
            yield event


_HARM: Final = re.compile(r"kill|wound|injur|hurt|die|dead|martyr", re.IGNORECASE)
_WHEN: Final = re.compile(r"\b(?:when|as|after)\s[^.;:]*$", re.IGNORECASE)


def _day_of_harm(event: Event, harm: Event | None) -> When | None:
    """Give an act the day of the harm that it did: "two were killed on Friday when X shelled P"."""
    if harm is None or harm.sentence is None or harm.sentence != event.sentence:
        return None
    lacks = event.when is None and event.kind in FIGHTS and event.reality in HAPPENED
    start = event.sentence.start
    between = event.sentence.text[harm.trigger.end - start : event.trigger.start - start]
    led = _HARM.match(harm.trigger.text) and _WHEN.search(between)
    return harm.when if lacks and led and not event.recap else None


_RECORDS: Final = re.compile(
    r"\b(?:document|record|register|monitor|count|log|observ|not)(?:ed|s)\b", re.IGNORECASE
)


def _day_recorded(event: Event, statement: Statement | None) -> When | None:
    """Give an act the day on which it was put on record: "documented on Sunday shelling of P"."""
    said = statement.said_on if statement is not None else None
    if statement is None or said is None or said.period is None or said.span is None:
        return None
    records = any(_RECORDS.search(cue.text) for cue in statement.cue)
    lacks = event.when is None and event.kind in FIGHTS and event.reality in HAPPENED
    return said if records and lacks and not event.recap else None


def _day_claimed(event: Event, last: Event | None, statement: Statement | None) -> When | None:
    """Give an act that its own doer tells the day of the fire told just before, else of its telling."""
    if statement is None or statement.for_ is None:
        return None
    if not any(party.actor == statement.for_ for party in event.by):
        return None
    gap = event.trigger.start - last.trigger.end if last is not None else _NEAR
    if last is not None and last.when is not None and not last.by and gap < _NEAR // 2:
        return last.when
    said = statement.said_on
    return said if said is not None and said.period is not None else None


def _over_days(event: Event) -> Event:
    """Give an act "for a third day" its days; another as it is."""
    period = event.when.period if event.when is not None else None
    found = _RUNNING.search(event.sentence.text) if event.sentence is not None else None
    if event.kind not in FIGHTS or event.when is None or found is None:
        return event
    if period is None or period.first is None or period.first != period.last:
        return event
    before = timedelta(days=_ORDINALS.index(found.group(1).lower()) + 1)
    days = Period(period.first - before, period.last)
    return replace(event, when=replace(event.when, period=days, edtf=edtf(days)))


def _lacks_a_day(event: Event) -> bool:
    sentence = event.sentence
    if event.when is not None or event.kind not in FIGHTS or event.reality not in HAPPENED:
        return False
    if event.aspect is Aspect.ONGOING or event.recap or sentence is None:
        return False
    before = sentence.text[: event.trigger.start - sentence.start]
    acts = _PASSIVE.search(before) or _BY_NOBODY.search(before)
    if not (event.by or acts or event.trigger.text.startswith("came under")):
        return False
    narrated = event.statement is None and _PLUPERFECT.search(before) is not None
    now = _OTHER_TIME.search(_SINCE.sub("", sentence.text)) is None
    return now and not narrated and bool(event.at or event.from_)


def _day_before(event: Event, told: Sequence[Event], published: date, case: Case) -> When | None:
    """Give the one day of the acts told before: of who did this one, or of everybody's."""
    doers = _states(event, case)
    own = [each for each in told if doers & _states(each, case)]
    days = [each.when for each in own or told if each.when is not None]
    if len({when.period for when in days}) != 1:
        return None
    period = days[-1].period
    if period is None or period.first is None or period.last is None:
        return None
    beside = event.sentence is not None and _BESIDE.search(event.sentence.text) is not None
    before = (own or told)[-1]
    near = (bool(own) or beside) and event.trigger.start - before.trigger.end <= _NEAR
    is_news = published - FRESH <= period.last <= published
    return days[-1] if (is_news or near) and period.last - period.first < FRESH else None


def _states(event: Event, case: Case) -> set[str]:
    """Give who did an act, and whose organs they are."""
    return {body for party in event.by if party.actor for body in case.actors.bodies(party.actor)}


def _said_before(statement: Statement | None, when: When) -> bool:
    """Tell whether something was said before the day that it would tell of."""
    said = statement.said_on.period if statement is not None and statement.said_on else None
    if said is None or said.last is None or when.period is None or when.period.first is None:
        return False
    return said.last < when.period.first
