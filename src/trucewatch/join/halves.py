"""Halves of a joint body that count each for itself: `the Northern part of the commission`, its co-chair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from trucewatch.core.actor import Actor, ActorKind, Actors
from trucewatch.core.folding import key_of

_WHOSE: Final = r"(?P<whose>[A-Z\u00c0-\u024f][\w-]*)(?:['’]s?)?"
_HALF: Final = (
    r"(?:part|side|half|party|co-?chair(?:man|woman|person)?|contingent|component|monitors|observers|"
    r"members|representatives?|representation)"
)
_NAMED: Final = re.compile(rf"(?:\b[Tt]he\s+)?\b{_WHOSE}\s+{_HALF}\b")
_NAMED_BEHIND: Final = re.compile(
    rf"(?:\b[Tt]he\s+)?\b{_HALF}\s+(?:for|from)\s+(?:the\s+)?{_WHOSE}(?!\s+(?:{_HALF}|[A-Z]))\b"
)
"""`the co-chair for Northland`."""
_OF_A_BODY: Final = re.compile(
    rf"(?:[Tt]he\s+)?{_WHOSE}\s+(?:part|side|half|party)\s+(?:of|to|in)\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """A half as a text names it, `start` to `end`; `id` is an actor's, or `name:` and words."""

    start: int
    end: int
    id: str
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """Whom a case's actors make each half of a joint body: one voice under all its names.

    A half that the case lists is that actor, else it is the state it is named after; an adjective
    that nobody of the case bears, or several do, keeps its own name.
    """

    actors: Actors
    listed: Mapping[str, str]
    states: Mapping[str, str]
    of_state: Mapping[str, str]

    @classmethod
    def of(cls, actors: Actors) -> Halves:
        """Read the halves and states that a case lists."""
        listed: dict[str, set[str]] = defaultdict(set)
        states: dict[str, set[str]] = defaultdict(set)
        of_state: dict[str, set[str]] = defaultdict(set)
        for actor in actors.by_id.values():
            for whose in _halves_in(actor):
                listed[whose].add(actor.id)
                of_state[actors.bodies(actor.id)[-1]].add(actor.id)
            if actor.kind is ActorKind.STATE:
                for name in _names(actor):
                    states[key_of(name.split()[0])].add(actor.id)
                    states[key_of(name)].add(actor.id)
        return cls(
            actors=actors,
            listed=_only_one(listed),
            states=_only_one(states),
            of_state=_only_one(of_state),
        )

    def named(self, text: str, low: int = 0, high: int | None = None) -> Half | None:
        """Give the last half named in `text[low:high]`; None where none is."""
        end = len(text) if high is None else high
        found = [*_NAMED.finditer(text, low, end), *_NAMED_BEHIND.finditer(text, low, end)]
        return self._half(max(found, key=lambda each: each.end())) if found else None

    def at(self, text: str, start: int) -> Half | None:
        """Give the half that is named right at a place of a text; None where none is."""
        found = _NAMED.match(text, start) or _NAMED_BEHIND.match(text, start)
        return self._half(found) if found else None

    def _half(self, found: re.Match[str]) -> Half:
        whose = found.group("whose")
        known = self._actor(key_of(whose))
        words = known or f"name:{whose} side"
        return Half(start=found.start(), end=found.end(), id=words, known=known is not None)

    def _actor(self, whose: str) -> str | None:
        if whose in self.listed:
            return self.listed[whose]
        state = self.states.get(whose)
        return self.of_state.get(state, state) if state else None


def _names(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.name for alias in actor.aliases)


def _halves_in(actor: Actor) -> Iterator[str]:
    for name in _names(actor):
        found = _OF_A_BODY.match(name)
        if found is not None:
            yield key_of(found.group("whose"))


def _only_one(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(actors)) for name, actors in found.items() if len(actors) == 1}
