"""Whose fighters and weapons a phrase names: "its fighters", "the alliance's guns", "arms that X kept"."""

from __future__ import annotations

from collections.abc import Sequence
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
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.means import doer_before
from trucewatch.extract.events.sentence.phrases import antecedent, subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import RECORDED, Told
from trucewatch.extract.events.where.placing import Roles
from trucewatch.extract.events.whether.chains import verb_frame
from trucewatch.extract.events.whether.groups import form_at, group_before
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.actors import FORCES, parties_of
from trucewatch.extract.events.who.memory import Memory
from trucewatch.extract.lexicons import words

_OPENS: Final = frozenset({EventKind.OPENING, EventKind.CLOSURE})
_BOTH: Final = words("countries sides parties militaries armies states capitals")
"""Who made an agreement, by no name."""

_JOINT: Final = frozenset(
    {EventKind.PATROL, EventKind.OPENING, EventKind.CONSTRUCTION, EventKind.AGREEMENT}
)
"""Kinds that are done with others, each of whom has done it."""

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
    if not roles.by and told.kind in _OPENS and not roles.subject & _BOTH:
        roles = roles._replace(by=finder.unknown_doer() or finder.agent())
    if not roles.by and told.kind in FIGHTS:
        by = finder.of_relative() or finder.agent() or finder.by_means() or finder.by_harm()
        roles = roles._replace(by=by)
    if told.kind is EventKind.CLASH and not roles.by and told.trigger.form == "noun":
        roles = roles._replace(by=_between(line, told))
    if told.kind is EventKind.CLASH and len(roles.by) == 1 and not roles.against:
        roles = roles._replace(against=_fallen(line, told, roles.by))
    if roles.by and told.kind in _ONE_SIDED:
        by = tuple(dict.fromkeys((*roles.by, *together_with(line, told))))
        roles = roles._replace(by=by, against=tuple(p for p in roles.against if p not in by))
    if roles.by and told.kind in _JOINT:
        beside = (*together_with(line, told, led=True), *finder.beside(roles.by))
        roles = roles._replace(by=tuple(dict.fromkeys((*roles.by, *beside))))
    return roles


def _between(line: Line, told: Told) -> tuple[Party, ...]:
    """Give who fights where it is told further on: "clashes are under way near P between X and Y"."""
    for place in range(told.place + 1, min(told.place + _BETWEEN_BEHIND, len(line.items))):
        if line.part(place) == tag.STOP or line.event_at(place) is not None:
            break
        if line.low(place) == "between":
            pieces = complements(line, place, len(line.items))[0]
            return parties_of(
                line, [each._replace(prep="") for each in pieces if each.prep == "between"]
            )
    return ()


_BETWEEN_BEHIND: Final = 16


def _fallen(line: Line, told: Told, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give whose men fell in a clash of which only the other side is told: "X's men died in clashes with Y"."""
    if "with" not in told.roles.preps or line.low(told.first - 1) not in ("in", "during"):
        return ()
    for verb in range(told.first - 2, max(0, told.first - _FALLEN_BEFORE), -1):
        if line.low(verb) in _FELL:
            pieces = subject_before(line, group_before(line, verb, 0).first, 0).pieces
            return tuple(party for party in parties_of(line, pieces) if party not in by)
    return ()


_FELL: Final = words("died killed wounded fell lost perished")
_FALLEN_BEFORE: Final = 10


_BY_WAY: Final = words("in during with by through")
_HARMED: Final = words("killed wounded injured martyred hurt")


def together_with(line: Line, told: Told, *, led: bool = False) -> tuple[Party, ...]:
    """Give who is said to have acted beside the doer: "in an attack together with X".

    `led` looks before the verb too: "together with X we will open".
    """
    first = max(0, told.first - _REACH - 2) if led else told.place + 1
    for place in range(first, min(told.last, len(line.items)) - 1):
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

    def beside(self, by: Sequence[Party]) -> tuple[Party, ...]:
        """Give whom "our soldiers" stand for beside somebody who is named: "our soldiers and the X"."""
        if self.told.passive or (self.told.trigger.form == "noun" and self.told.governor is None):
            return ()
        starts = {party.span.start for party in by}
        bare = [
            piece
            for piece in self.told.pieces
            if not piece.prep
            and not any(
                self.line.items[at].start in starts for at in range(piece.first, piece.last)
            )
        ]
        return tuple(
            party
            for piece in bare
            for party in self.memory.meant(self.line, [piece], self.statement)
            if party.actor
        )

    def of_things(self) -> tuple[Party, ...]:
        """Give whose the weapons are that are moved or stay."""
        for thing in self.told.roles.with_:
            place = self._place(thing.span)
            if place is None:
                continue
            if not _is_weapon(self.line, place):
                return self._named_before(place)
            owner = self._before(place) or self._behind(place) or self._having(place)
            if owner:
                return owner
        return ()

    def of_relative(self) -> tuple[Party, ...]:
        """Give whose forces act in a clause that tells more of them: "X, whose jets struck P"."""
        line, told = self.line, self.told
        if told.passive or not told.pieces:
            return ()
        head = told.pieces[0]
        forces = set(line.low(head.last - 1).split()) & FORCES
        if line.low(head.first - 1) != "whose" or not (forces or _is_weapon(line, head.last - 1)):
            return ()
        behind = head.first - (3 if line.part(head.first - 2) == tag.COMMA else 2)
        mention = line.mention(behind)
        if mention is not None and mention.kind in ACTOR_MENTIONS:
            return (Party(span=mention.span, actor=mention.id),)
        pieces = antecedent(line, head.first - 1, 0).pieces
        return parties_of(line, pieces) or self.memory.meant(line, pieces, self.statement)

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
        """Give who is described behind "by"; of what did not happen, or was shut, whoever stands there."""
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
            somebody = told.kind in _OPENS and line.low(last - 1) in FORCES
            if last > place + 1 and (negated or somebody):
                return (Party(span=self._words(place + 1, last), actor=None),)
        return ()

    def by_means(self) -> tuple[Party, ...]:
        """Give who did something by this act: "X replied by shelling P"."""
        pieces = doer_before(self.line, self.told.place)
        if not pieces:
            return ()
        named = self.instead(parties_of(self.line, pieces))
        return named or self.memory.meant(self.line, pieces, self.statement)

    def by_harm(self) -> tuple[Party, ...]:
        """Give who did harm by this act: "X killed twelve men in a night raid inside the zone"."""
        line, told = self.line, self.told
        by_way = told.first - 1
        while line.part(by_way) in (tag.DATE, tag.DETERMINER, tag.WORD):
            by_way -= 1
        if told.trigger.form != "noun" or line.low(by_way) not in _BY_WAY:
            return ()
        for verb in range(by_way - 1, max(0, by_way - _FALLEN_BEFORE), -1):
            if line.low(verb) not in _HARMED:
                if line.part(verb) in (tag.STOP, tag.COMMA):
                    return ()
                continue
            harmed = any(line.part(at) in (tag.ACTOR, tag.NUMBER) for at in range(verb + 1, by_way))
            frame = verb_frame(line, verb, form_at(line, verb), View(), 0, keeps=False)
            if frame.passive or not harmed:
                return ()
            pieces = subject_before(line, group_before(line, verb, 0).first, 0).pieces
            return self.instead(parties_of(line, pieces))
        return ()

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

    def _named_before(self, place: int) -> tuple[Party, ...]:
        """Give the state named right before a thing: "US posts"."""
        mention = self.line.mention(place - 1)
        if mention is None or mention.kind != "state":
            return ()
        return (Party(span=mention.span, actor=mention.id),)

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
