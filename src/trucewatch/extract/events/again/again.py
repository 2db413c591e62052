"""An event told a second time: "the attack", "the withdrawal", "the strikes hit P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import FIGHTS, HAPPENED, Event, EventKind, Party, Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.what.senses import SENSES
from trucewatch.extract.events.where.placing import Roles
from trucewatch.extract.lexicons import words

_NEAR: Final = 500
"""So many characters further on, a definite noun takes nothing up."""

_DEFINITE: Final = words("the this that these those its their")
_MEANS: Final = words("in during with through")
_CONFIRMED: Final = words("""
    confirmed confirms confirming acknowledged acknowledges admitted admits verified verifies
    """)
_HARMED: Final = words("wounded injured hurt maimed displaced")
_ALIKE: Final = (
    frozenset({EventKind.ATTACK, EventKind.CLASH}),
    frozenset({EventKind.WITHDRAWAL}),
    frozenset({EventKind.PATROL}),
    frozenset({EventKind.OPENING}),
)


def told_again(
    line: Line, told: Told, before: Sequence[Event], by_others: Sequence[bool] = ()
) -> Event | None:
    """Give the event told before that a trigger speaks of again; None where it is a new one.

    A definite noun that names nobody takes up the last event of its sort; a verb whose subject is an
    event's noun tells more of that event. `by_others` marks the events that another speaker told: only
    what names the same means of attack is one with them.
    """
    if told.trigger.form != "noun":
        return _subject(line, told, before) or _rounds(line, told, before)
    owned = bool(told.roles.by)
    confirmed = line.low(told.first) in _CONFIRMED
    first = told.first + confirmed
    if line.low(first) not in _DEFINITE or not _bare(told) or (owned and _elsewhere(told)):
        return None
    alike = next((kinds for kinds in _ALIKE if told.kind in kinds), frozenset())
    others = {event.id for event, other in zip(before, by_others, strict=False) if other}
    means = SENSES[told.trigger.key].mode
    for event in reversed(before):
        unlike = event.plover[1] != means and (event.plover[1] is not None or bool(event.by))
        if event.id in others and means is not None and unlike:
            continue
        if event.kind in alike and event.reality in HAPPENED:
            if owned and event.by:
                return None
            if confirmed and not event.at:
                continue
            near = line.items[told.place].start - event.trigger.end <= _NEAR * (1 + confirmed)
            return event if near else None
    return None


def _elsewhere(told: Told) -> bool:
    return bool(told.roles.at or told.roles.from_) or told.kind is not EventKind.ATTACK


def _rounds(line: Line, told: Told, before: Sequence[Event]) -> Event | None:
    """Give the attack by nobody of which it is told who fired: "rockets hit P ... they were fired by X"."""
    if told.trigger.key != "shell" or not told.roles.by or told.roles.at or not told.passive:
        return None
    head = next((piece for piece in told.pieces if not piece.prep), None)
    if head is None:
        return None
    word = line.low(head.last - 1)
    named = (
        _FIRED
        if line.low(head.first) in _THEY
        else re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    )
    if line.low(head.first) not in _THEY | _DEFINITE:
        return None
    for event in reversed(before):
        if event.kind is EventKind.ATTACK and event.reality is Reality.ASSERTED:
            near = line.items[told.place].start - event.trigger.end <= _NEAR
            told_of = event.sentence is not None and named.search(event.sentence.text) is not None
            return event if near and told_of and not event.by else None
    return None


_THEY: Final = words("they it these those all both")
_FIRED: Final = re.compile(
    r"\b(?:shells?|rockets?|missiles?|mortars?|rounds?|projectiles?|bombs?)\b", re.IGNORECASE
)


def _bare(told: Told) -> bool:
    """Tell whether a noun of a fulfilment names neither thing nor place: those would be its own."""
    if told.kind in _ALIKE[0] or told.kind is EventKind.PATROL:
        return True
    roles = told.roles
    return not (roles.with_ or roles.from_ or roles.at)


def _subject(line: Line, told: Told, before: Sequence[Event]) -> Event | None:
    if told.kind not in _ALIKE[0] or told.roles.by:
        return None
    heads = {line.items[piece.last - 1].start for piece in told.pieces if not piece.prep}
    return next((event for event in before if event.trigger.start in heads), None)


def verb_of(line: Line, told: Told, siblings: Sequence[Event]) -> Event | None:
    """Give the act that a noun tells once more: "X killed nine in a raid on P" is one act of X's."""
    if told.trigger.form != "noun" or told.kind not in _ALIKE[0]:
        return None
    if line.low(told.first - 1) not in _MEANS:
        return None
    for place in range(told.first - 2, -1, -1):
        trigger = line.event_at(place)
        if trigger is not None and trigger.form != "noun":
            return next(
                (
                    event
                    for event in siblings
                    if event.trigger.start == trigger.start and event.kind in FIGHTS
                ),
                None,
            )
        part = line.part(place)
        harmed = line.low(place) in _HARMED
        if part in (tag.SUBORDINATOR, tag.RELATIVE, tag.STOP) or (
            line.is_verb(place) and not harmed
        ):
            return None
    return None


def as_one_act(roles: Roles, event: Event, together: Sequence[Party]) -> Roles:
    """Give a noun the doer and place of its verb, beside those who did it together with them."""
    by = tuple(dict.fromkeys((*event.by, *together)))
    somewhere = roles.at or roles.from_
    return roles._replace(by=by, at=roles.at if somewhere else event.at)


def owner_before(told: Told, line: Line, before: Sequence[Event]) -> tuple[Party, ...]:
    """Give whose a thing is that is taken up: "X pulled out its guns ... the guns are gone"."""
    if told.kind is not EventKind.WITHDRAWAL or told.roles.by or told.roles.against:
        return ()
    taken_up = {
        thing.span.text.lower()
        for thing in told.roles.with_
        if line.text[: thing.span.start].lower().endswith("the ")
    }
    for event in reversed(before if taken_up else ()):
        things = {thing.span.text.lower() for thing in event.with_}
        if event.kind is told.kind and event.by and things & taken_up:
            owned = any(_OWNED.search(line.text[: thing.span.start]) for thing in event.with_)
            return event.by if owned else ()
    return ()


_OWNED: Final = re.compile(r"\b(?:their|its|his)(?:\s\w{1,9}){0,2}\s$", re.IGNORECASE)


def as_told_before(told: Told, event: Event) -> Roles:
    """Give a second telling what the first one named."""
    roles = told.roles
    if told.trigger.form != "noun":
        known = roles._replace(by=roles.by or event.by, with_=roles.with_ or event.with_)
        return known if known.at or not roles.by else known._replace(at=event.at)
    roles = roles._replace(by=roles.by or event.by, against=roles.against or event.against)
    if roles.at or roles.from_:
        return roles
    return roles._replace(at=event.at, from_=event.from_, with_=roles.with_ or event.with_)
