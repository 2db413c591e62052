"""Who acts and who speaks in a case, under which names, on which side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    MINISTRY = "ministry"
    PERSON = "person"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name of an actor, and the days on which it was the actor's own.

    Later use still resolves, marked as a former name. Before `first` the name is nobody's yet: there it
    is left open, with the actor as candidate.
    """

    name: str
    first: date | None = None
    last: date | None = None

    def own_on(self, day: date) -> bool:
        """Tell whether the actor bore this name on `day`."""
        return not ((self.first and day < self.first) or (self.last and day > self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, ministry, person, armed group or organisation.

    `speaks_for` folds a voice: a spokeswoman and her ministry are one voice.
    `organ_of` joins a ministry or army to its state: what it says of itself, the state says.
    `member_of` names umbrellas: an act by a member is not one by all.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    aliases: tuple[Alias, ...] = ()
    speaks_for: str | None = None
    organ_of: str | None = None
    member_of: tuple[str, ...] = ()
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorClass:
    """A word for many actors ("militants"), and whom the case's file takes it to mean."""

    id: str
    name: str
    words: tuple[str, ...]
    takes_in: tuple[str, ...]
    reading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Everybody in the case, by id, with their sides."""

    sides: Mapping[str, str]
    by_id: Mapping[str, Actor]
    classes: Mapping[str, ActorClass] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    """Words that take a stand on an actor: recorded as whose word they are, never used."""

    _bodies: dict[str, tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What `bodies` has given: who belongs to whom is asked of every word of a record."""

    def name(self, actor_id: str) -> str:
        """Give the case's neutral name of an actor or class; an id it does not know names itself."""
        known = self.by_id.get(actor_id) or self.classes.get(actor_id)
        return known.name if known else actor_id

    def voice(self, actor_id: str) -> str:
        """Fold a person into the body spoken for."""
        actor = self.by_id.get(actor_id)
        while actor is not None and actor.speaks_for is not None:
            actor_id = actor.speaks_for
            actor = self.by_id.get(actor_id)
        return actor_id

    def bodies(self, actor_id: str) -> tuple[str, ...]:
        """Give the actor and every body that what it says of itself speaks for, nearest first."""
        found = self._bodies.get(actor_id)
        if found is None:
            found = self._bodies[actor_id] = tuple(self._follow(actor_id))
        return found

    def _follow(self, actor_id: str) -> Iterator[str]:
        following: str | None = actor_id
        while following is not None:
            yield following
            actor = self.by_id.get(following)
            following = (actor.speaks_for or actor.organ_of) if actor else None

    def side(self, actor_id: str) -> str | None:
        """Give the side of an actor, its own or that of the body it belongs to; None if unknown."""
        for body in self.bodies(actor_id):
            actor = self.by_id.get(body)
            if actor and actor.side:
                return actor.side
        return None

    def family(self, actor_id: str) -> str:
        """Give what an actor's word is not independent of: its family, or its outermost body."""
        body = actor_id
        for body in self.bodies(actor_id):
            actor = self.by_id.get(body)
            if actor and actor.family:
                return actor.family
        return body

    def speaks_as(self, voice: str, actor_id: str) -> bool:
        """Tell whether `voice` speaks for `actor_id` itself."""
        return actor_id in self.bodies(voice)

    def umbrellas(self, actor_id: str) -> Iterator[str]:
        """Yield the umbrellas that an actor is a member of, however far up."""
        for body in self.bodies(actor_id):
            actor = self.by_id.get(body)
            for umbrella in actor.member_of if actor else ():
                yield umbrella
                yield from self.umbrellas(umbrella)
