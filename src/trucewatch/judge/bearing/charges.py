"""What a denial denies: the charge told in the same report gives it the act, place and day it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import (
    FIGHTS,
    HAPPENED,
    Event,
    Locality,
    Party,
    Reading,
    Reality,
    Statement,
)
from trucewatch.core.span import Span
from trucewatch.judge.bearing.voices import own_writer

_UNTOLD: Final = frozenset({Reality.DENIED, Reality.NEGATED})
_NOWHERE: Final = ZoneFact(geometry=None, reported=None, km=None)
_FAR: Final = 1200
_NEAR: Final = 500
"""No denial reaches further than so many characters; one that only points at the charge less far."""

_BESIDE: Final = 80
"""A charge without a day is answered where it ends so near."""

DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)"
    r"|rebuff(?:s|ed)?|rebut(?:s|ted)?|disput(?:e|es|ed|ing)|contradict(?:s|ed)?|disclaim(?:s|ed)?)\b",
    re.IGNORECASE,
)
_CALLS: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|brand(?:s|ed)?|label(?:s|l?ed)?|denounc(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
A_LIE: Final = re.compile(
    r"\b(?:lies?|fabricat(?:ed|ions?)|baseless|unfounded|groundless|false|untrue|fakes?|nonsense|absurd"
    r"|invent(?:ed|ions?)|slander|disinformation|hoax|ridiculous|propaganda|information\swar\w*|not\strue|not?\scorrespond\w*)\b",
    re.IGNORECASE,
)
_REFUTES: Final = re.compile(
    r"\W*(?:this|that|it|these|those)(?:['’]s)?\s(?:(?:\w+\s){0,4}?)" + A_LIE.pattern + r"\W",
    re.IGNORECASE,
)
"""How somebody opens who turns down what was said before: "This is not true"."""

_CHARGE: Final = re.compile(
    r"\W*(?:that\s)?(?:(?:any|all|such|the|these|those|this|that|its?|their|a|an|both|every|what|had|anything"
    r"|to\sdo\swith|of|in|having)\s){0,3}"
    r"(?:[\w’'-]{2,15}(?:['’]s)?\s){0,2}?"
    r"(?:it|this|that|which|them|these|charges?|accusations?|allegations?|claims?|reports?|responsibility"
    r"|involvement|incident|version|account|statements?)\b",
    re.IGNORECASE,
)
"""How the content of a denial begins that only points at what was charged."""

_SHARE: Final = re.compile(
    r"\W*(?:(?:that\s(?:it|they|he|she|we|its\s\w+)\s)?(?:had|have|has|having|were|was|being)\s(?:been\s)?)?"
    r"(?:(?:any|all|a|an|its|their|his|every|direct|playing|taking|no)\s){0,3}"
    r"(?:part|role|hand|share|involvement|responsibility|complicity|connection|involved|responsible|behind"
    r"|anything\sto\sdo)\b",
    re.IGNORECASE,
)
"""How the content of a denial begins that turns down a part in what was done: "any part in the raid"."""


def answered(reading: Reading, case: Case) -> Iterator[tuple[Event, Statement]]:
    """Yield what is denied by "W denied it", "W called the claim a lie": what W was charged with.

    The charge is the nearest act told before by another voice of a doer that W is, speaks for, or is
    taken in by. Where the words tell themselves what is denied, nothing is yielded.
    """
    told = {event.statement for event in reading.events if event.kind in FIGHTS}
    before: tuple[Event, int] | None = None
    for statement in reading.statements:
        denier = statement.for_ or statement.speaker or own_writer(statement, reading, case)
        refutes = _REFUTES.match(" ".join(statement.content[0].text.split())) is not None
        if denier is None or not (refutes or _only_points(statement)):
            continue
        if statement.id in told and not refutes:
            continue
        start = statement.content[0].start
        where = _places_in(statement, reading)
        charge = _charge(start, denier, statement, reading, case, at=where)
        if charge is None and before is not None and start - before[1] <= _NEAR:
            charge = before[0] if _may_be(before[0].by, denier, case, loosely=False) else None
        if charge is None and not where:
            charge = _said_last(statement, denier, reading, case)
        if charge is not None:
            before = charge, start
            yield _denied(charge, statement, denier, reading, case), statement


def _places_in(statement: Statement, reading: Reading) -> tuple[Locality, ...]:
    """Give the places that a denial of a part in an act names: "any part in the shelling of P"."""
    content = statement.content[0]
    if not _SHARE.match(content.text):
        return ()
    return tuple(
        Locality(span=each.span, place=each.id, lat=None, lon=None, precision=None, zone=_NOWHERE)
        for each in reading.mentions
        if each.kind == "place" and each.id is not None and content.holds(each.span)
    )


def with_charge(event: Event, statement: Statement | None, reading: Reading, case: Case) -> Event:
    """Give a denied act the day and place of the charge it answers, where it tells none of its own."""
    if event.kind not in FIGHTS or event.reality not in _UNTOLD or event.ahead:
        return event
    doer = next((party.actor for party in event.by if party.actor), None)
    dated = event.when is not None and event.when.period is not None
    if doer is None or statement is None or (dated and event.at):
        return event
    charge = _charge(event.trigger.start, doer, statement, reading, case, at=event.at)
    if charge is None:
        return event
    wider = bool(event.at) and _holds(event.at, charge.at, case) and event.reality is Reality.DENIED
    return replace(
        event,
        at=charge.at if wider or not event.at else event.at,
        when=event.when if dated else charge.when,
    )


def _only_points(statement: Statement) -> bool:
    """Tell whether a statement denies a charge without telling what it is."""
    cue = " ".join(span.text for span in statement.cue)
    content = " ".join(" ".join(span.text.split()) for span in statement.content)
    denies = bool(DENIES.search(cue))
    lie = bool(_CALLS.search(cue)) and bool(A_LIE.search(content))
    pointed = _CHARGE.match(content) or (_SHARE.match(content) if denies else None)
    return pointed is not None and (denies or lie)


def _charge(
    place: int,
    doer: str,
    statement: Statement,
    reading: Reading,
    case: Case,
    *,
    at: Iterable[Locality] = (),
) -> Event | None:
    """Give the act that a denial at `place` answers: the nearest before it, else the first behind."""
    where = tuple(at)
    voices = {each.id: each for each in reading.statements}
    fitting = [
        event
        for event in reading.events
        if event.kind in FIGHTS
        and event.reality in HAPPENED
        and event.when is not None
        and event.when.period is not None
        and event.statement != statement.id
        and not _same_voice(voices.get(event.statement or ""), statement)
        and _may_be(event.by, doer, case, loosely=bool(where))
        and (not where or _holds(where, event.at, case))
        and abs(place - event.trigger.start) <= (_FAR if where else _NEAR)
    ]
    before = [event for event in fitting if event.trigger.start < place]
    if before:
        return before[-1]
    return fitting[0] if fitting and where else None


def _said_last(statement: Statement, denier: str, reading: Reading, case: Case) -> Event | None:
    """Give the act, of whatever day, that the last statement before a denial charges who denies with."""
    start = min(each.start for each in (*statement.content, *statement.cue))
    before = [
        (each.content[-1].end, each.id)
        for each in reading.statements
        if each.content[0].start < start and not _same_voice(each, statement)
    ]
    end, last = max(before, default=(0, ""))
    acts = [
        event
        for event in reading.events
        if event.statement == last
        and event.kind in FIGHTS
        and event.reality in HAPPENED
        and _may_be(event.by, denier, case, loosely=False)
    ]
    return acts[0] if acts and start - end <= _BESIDE else None


def _same_voice(one: Statement | None, other: Statement) -> bool:
    if one is None:
        return False
    return (one.for_ or one.speaker) is not None and (one.for_ or one.speaker) == (
        other.for_ or other.speaker
    )


def _may_be(parties: Iterable[Party], doer: str, case: Case, *, loosely: bool) -> bool:
    """Tell whether somebody charged is who denies: the same body, its member, or of a class word.

    `loosely` takes a class word for anybody: where the denial names the place, it is that act.
    """
    mine = _bodies(doer, case)
    for party in parties:
        if party.actor is None:
            continue
        if party.actor in case.actors.classes:
            if loosely:
                return True
            taken_in = case.actors.classes[party.actor].takes_in
            if any(mine & _bodies(member, case) for member in taken_in):
                return True
        elif mine & _bodies(party.actor, case):
            return True
    return False


def _bodies(actor: str, case: Case) -> set[str]:
    if actor in case.actors.classes:
        return {actor}
    return {*case.actors.bodies(actor), *case.actors.umbrellas(actor)}


def _holds(where: Iterable[Locality], told: Iterable[Locality], case: Case) -> bool:
    """Tell whether a place told of the charge is, or lies in, one that the denial names."""
    named = [each for each in where if each.place is not None]
    return any(
        outer.place == inner.place
        or outer.place in case.places.areas(inner.place or "")
        or outer.span.text in inner.span.text
        for outer in named
        for inner in told
    )


def _denied(
    charge: Event, statement: Statement, denier: str, reading: Reading, case: Case
) -> Event:
    source = statement.source[0] if statement.source else statement.cue[0]
    parts = (source, *statement.cue, *statement.content)
    first, last = min(each.start for each in parts), max(each.end for each in parts)
    return replace(
        charge,
        id=f"{charge.id}d{statement.id}",
        reality=Reality.DENIED,
        by=(Party(span=source, actor=case.actors.voice(denier)),),
        statement=statement.id,
        trigger=statement.cue[0],
        sentence=Span.cut(reading.document.text, first, last),
    )
