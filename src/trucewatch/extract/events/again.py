"""An event told a second time: "the attack", "the withdrawal", "the strikes hit P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import FIGHTS, Event, EventKind, Party, Reality
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.placing import Roles
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.senses import SENSES
from trucewatch.extract.events.told import Told
from trucewatch.extract.lexicons import words

_NEAR: Final = 500
"""So many characters further on, a definite noun takes nothing up."""

_DEFINITE: Final = words("the this that these those its their")
_MEANS: Final = words("in during with through")
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
    if told.roles.by and told.trigger.form == "noun":
        return None
    if told.trigger.form != "noun":
        return _subject(line, told, before)
    if line.low(told.first) not in _DEFINITE or not _bare(told):
        return None
    alike = next((kinds for kinds in _ALIKE if told.kind in kinds), frozenset())
    others = {event.id for event, other in zip(before, by_others, strict=False) if other}
    means = SENSES[told.trigger.key].mode
    for event in reversed(before):
        if event.id in others and means is not None and event.plover[1] != means:
            continue
        if event.kind in alike and event.reality in (Reality.ASSERTED, Reality.DISTANCED):
            near = line.items[told.place].start - event.trigger.end <= _NEAR
            return event if near else None
    return None


def _bare(told: Told) -> bool:
    """Tell whether a noun of a fulfilment names neither thing nor place: those would be its own."""
    if told.kind in _ALIKE[0]:
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
        return roles._replace(by=event.by, with_=roles.with_ or event.with_)
    roles = roles._replace(by=event.by, against=roles.against or event.against)
    if roles.at or roles.from_:
        return roles
    return roles._replace(at=event.at, from_=event.from_, with_=roles.with_ or event.with_)
