"""Whose man "a military source" is: of the army of the state named with him, or whose outlet he told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention, Statement
from trucewatch.extract.speech.organs import organ_named

_MILITARY: Final = re.compile(
    r"\bmilitary\s(?:sources?|officials?|officers?|commanders?)\b", re.IGNORECASE
)
_AGAIN: Final = re.compile(r"(?:the|this|that)\s(?:same\s)?source|he|him", re.IGNORECASE)


def in_their_army(
    statements: Sequence[Statement], mentions: Sequence[Mention], case: Case
) -> Iterator[Statement]:
    """Yield statements; an unnamed military source speaks for the army that is surely his.

    That is the army of the state told with him, of the state in whose family an outlet of his chain is, or
    the only army named in what he says. "The source" that speaks next is he again.
    """
    army: str | None = None
    for statement in statements:
        told = " ".join(span.text for span in statement.source)
        if not statement.unnamed:
            army = None
        elif _MILITARY.search(told):
            army = _army_of(statement, mentions, case)
        elif statement.for_ is not None or _AGAIN.fullmatch(told) is None:
            army = None
        yield replace(statement, for_=case.actors.voice(army)) if army is not None else statement


def _army_of(statement: Statement, mentions: Sequence[Mention], case: Case) -> str | None:
    if statement.for_ is not None:
        return _of_state(statement.for_, case)
    families = {case.outlets.family(link.id) for link in statement.chain if link.id is not None}
    states = [
        actor.id
        for actor in case.actors.by_id.values()
        if actor.kind is ActorKind.STATE and actor.family in families
    ]
    if len(states) == 1:
        return _of_state(states[0], case)
    armies = {
        army
        for mention in mentions
        if mention.id in case.actors.by_id
        and any(part.holds(mention.span) for part in statement.content)
        for body in case.actors.bodies(str(mention.id))
        if (army := _of_state(body, case)) is not None
        and army in case.actors.bodies(str(mention.id))
    }
    return armies.pop() if len(armies) == 1 else None


def _of_state(state: str, case: Case) -> str | None:
    """Give the army of a state; None of somebody else, or where the case's file knows none."""
    actor = case.actors.by_id.get(state)
    if actor is None or actor.kind is not ActorKind.STATE:
        return None
    army = organ_named("army", state, case)
    return army if army != state else None
