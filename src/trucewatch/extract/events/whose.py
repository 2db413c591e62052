"""Whose fighters and weapons a phrase names: "its fighters", "the alliance's guns", "arms that X kept"."""

from __future__ import annotations

from typing import Final

from trucewatch.core.objects import WEAPONS, ObjectFound
from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    FIGHTS,
    MOVES,
    EventKind,
    Party,
    Reality,
    Statement,
)
from trucewatch.core.span import Span
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.actors import FORCES, parties_of
from trucewatch.extract.events.means import doer_before
from trucewatch.extract.events.memory import Memory
from trucewatch.extract.events.phrases import subject_before
from trucewatch.extract.events.placing import Roles
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.told import RECORDED, Told
from trucewatch.extract.lexicons import words

_ONE_SIDED: Final = FIGHTS - {EventKind.CLASH}
_IN_PHRASE: Final = frozenset({tag.DETERMINER, tag.WORD, tag.ACTOR, tag.THING, tag.NUMBER})
_BESIDE: Final = words("together jointly alongside")
_BETWEEN: Final = frozenset({tag.WORD, tag.NUMBER, tag.ADVERB, tag.THING})
_REACH: Final = 4
"""So many words stand at most between an owner and what is owned."""

_NOBODY: Final = words("there nothing none no some most all half any many several few much")
_PUT: Final = frozenset({"that", "which"})
_POINTING: Final = words("this that the")
_ONE_GROUP: Final = words(
    "group organisation organization movement faction alliance militia outfit"
)


def with_owners(line: Line, told: Told, memory: Memory, statement: Statement | None) -> Roles:
    """Give the roles of an event with the owners of those who are called fighters, and of what is moved.

    "Its fighters" are not fighters of anybody, but of whoever *it* is. Where a phrase names an owner
    or a doer whom nothing tells, that party has no actor: what is somebody's is not everybody's.
    """
    finder = _Finder(line, told, memory, statement)
    by = finder.instead(told.roles.by)
    roles = told.roles._replace(by=by)
    finder.told = told._replace(roles=roles)
    roles = roles._replace(against=finder.instead(roles.against))
    if not roles.by and not roles.against and told.kind in MOVES:
        roles = roles._replace(by=finder.of_things() or finder.unknown_doer())
    if not roles.by and told.kind in FIGHTS:
        roles = roles._replace(by=finder.agent() or finder.by_means())
    if roles.by and told.kind in _ONE_SIDED:
        by = tuple(dict.fromkeys((*roles.by, *together_with(line, told))))
        roles = roles._replace(by=by, against=tuple(p for p in roles.against if p not in by))
    return roles


def together_with(line: Line, told: Told) -> tuple[Party, ...]:
    """Give who is said to have acted beside the doer: "in an attack together with X"."""
    for place in range(told.place + 1, min(told.last, len(line.items)) - 1):
        if line.low(place) not in _BESIDE or line.low(place + 1) not in ("with", "the", "side"):
            continue
        for at in range(place + 1, min(place + _REACH, len(line.items))):
            mention = line.mention(at)
            if mention is not None and mention.kind in ACTOR_MENTIONS:
                return (Party(span=mention.span, actor=mention.id),)
    return ()


class _Finder:
    """Looks for the owners in one event's phrases."""

    def __init__(self, line: Line, told: Told, memory: Memory, statement: Statement | None) -> None:
        self.line = line
        self.told = told
        self.memory = memory
        self.statement = statement

    def instead(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give parties with their owners in the place of those who are only called fighters."""
        found: list[Party] = []
        for party in parties:
            if party.actor is None:
                found.append(self._told_who(party))
                continue
            place = self._place(party.span) if _is_only_called(party) else None
            owner = None if place is None else self._before(place) or self._of_group(place)
            found.extend(owner if owner is not None else (party,))
        return tuple(dict.fromkeys(found))

    def _told_who(self, party: Party) -> Party:
        """Give "the army" the actor that was named so before, where that is clear."""
        words_told = party.span.text.lower().split()
        definite = self.line.text[: party.span.start].lower().endswith("the ")
        if not definite and words_told[0] != "the":
            return party
        word = words_told[-1]
        actor = self.memory.described(self.line, word, party.span.start, self.statement)
        return party if actor is None else Party(span=party.span, actor=actor)

    def of_things(self) -> tuple[Party, ...]:
        """Give whose the weapons are that are moved or stay."""
        for thing in self.told.roles.with_:
            place = self._place(thing.span)
            if place is None or not _is_weapon(self.line, place):
                continue
            owner = self._before(place) or self._behind(place) or self._having(place)
            if owner:
                return owner
        return ()

    def unknown_doer(self) -> tuple[Party, ...]:
        """Give the subject that moves weapons as somebody not known: it is not everybody."""
        told, line = self.told, self.line
        if told.trigger.form == "noun" or told.passive or not told.pieces:
            return ()
        head = told.pieces[0]
        moved = {thing.span.start for thing in told.roles.with_}
        inside = any(
            line.items[at].start in moved or line.part(at) in (tag.THING, tag.EVENT)
            for piece in told.pieces
            for at in range(piece.first, piece.last)
        )
        if not moved or inside or line.low(head.first) in _NOBODY:
            return ()
        return (Party(span=self._words(head.first, head.last), actor=None),)

    def agent(self) -> tuple[Party, ...]:
        """Give who is described behind "by"; of what did not happen, whoever stands there."""
        line, told = self.line, self.told
        for place in range(told.place + 1, min(told.last, len(line.items) - 1)):
            if line.low(place) != "by" or line.low(place - 1) in RECORDED:
                continue
            last = place + 1
            while line.part(last) in _IN_PHRASE and last < len(line.items):
                last += 1
            for at in range(place + 2, last) if line.low(place + 1) == "the" else ():
                start = line.items[at].start
                actor = self.memory.described(line, line.low(at), start, self.statement)
                if actor is not None:
                    return (Party(span=self._words(at, at + 1), actor=actor),)
            negated = told.view.reality is Reality.NEGATED
            if last > place + 1 and negated:
                return (Party(span=self._words(place + 1, last), actor=None),)
        return ()

    def by_means(self) -> tuple[Party, ...]:
        """Give who did something by this act: "X replied by shelling P"."""
        pieces = doer_before(self.line, self.told.place)
        if not pieces:
            return ()
        named = self.instead(parties_of(self.line, pieces))
        return named or self.memory.meant(self.line, pieces, self.statement)

    def _words(self, first: int, last: int) -> Span:
        items = self.line.items
        return Span.cut(self.line.text, items[first].start, items[last - 1].end)

    def _place(self, span: Span) -> int | None:
        items = self.line.items
        return next((at for at, item in enumerate(items) if item.start == span.start), None)

    def _before(self, place: int) -> tuple[Party, ...] | None:
        """Give the owner named before an item in its phrase; None where none is."""
        line = self.line
        for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
            if line.low(at) in tag.OWNERS:
                return self.memory.owner(line, at, self.told.roles.by, self.statement)
            if line.part(at) == tag.OWNS:
                return self._named(at - 1)
            if line.part(at) not in _BETWEEN:
                return None
        return None

    def _named(self, place: int) -> tuple[Party, ...]:
        """Give who ends at a place before "'s": an actor, or one described."""
        line = self.line
        mention = line.mention(place)
        if mention is not None and mention.kind in ACTOR_MENTIONS:
            return (Party(span=mention.span, actor=mention.id),)
        item = line.items[place]
        span = Span.cut(line.text, item.start, item.end)
        actor = self.memory.described(line, line.low(place), item.start, self.statement)
        return (Party(span=span, actor=actor),)

    def _of_group(self, place: int) -> tuple[Party, ...] | None:
        """Give whose fighters they are in "the militants of this group"; None where no group is told."""
        line, word = self.line, place + 3
        told = line.low(place + 1) == "of" and line.low(place + 2) in _POINTING
        if not told or line.low(word) not in _ONE_GROUP or line.low(word + 1) in _PUT:
            return None
        item = line.items[word]
        actor = self.memory.described(line, line.low(word), item.start, self.statement)
        return (Party(span=Span.cut(line.text, item.start, item.end), actor=actor),)

    def _behind(self, place: int) -> tuple[Party, ...]:
        """Give who had a thing in the clause behind it: "the guns that X kept in P"."""
        line = self.line
        at = place + 1
        if line.low(at) in _PUT:
            at += 1
        if line.part(at) == tag.DETERMINER:
            at += 1
        mention = line.mention(at)
        acts = any(
            line.is_verb(next_) or line.part(next_) == tag.HAVE for next_ in (at + 1, at + 2)
        )
        if mention is None or mention.kind not in ACTOR_MENTIONS or not acts:
            return ()
        return (Party(span=mention.span, actor=mention.id),)

    def _having(self, place: int) -> tuple[Party, ...]:
        """Give who has a thing left: "X had no guns left in P"."""
        line = self.line
        if self.told.trigger.lemma != "have left":
            return ()
        at = place - 1
        while at > 0 and line.part(at) != tag.HAVE:
            at -= 1
        if line.part(at) != tag.HAVE:
            return ()
        pieces = subject_before(line, at, 0).pieces
        return (
            parties_of(line, pieces)
            or self.memory.meant(line, pieces, self.statement)
            or tuple(
                Party(span=self._words(each.first, each.last), actor=None) for each in pieces[:1]
            )
        )


def _is_only_called(party: Party) -> bool:
    """Tell whether somebody is only called fighters, rebels or the like."""
    *_, last = party.span.text.split()
    return last in FORCES or (party.span.text.islower() and last.endswith("s"))


def _is_weapon(line: Line, place: int) -> bool:
    ref = line.items[place].ref
    return isinstance(ref, ObjectFound) and ref.kind in WEAPONS
