"""Rows: those who pass one utterance on, each once, under its name, and whom they heard behind them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import Relay
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.carrying import OUTLETS, SPOKEN_OF
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.grammar import DETERMINERS
from trucewatch.extract.speech.naming import POSSESSIVES
from trucewatch.extract.speech.outlets import may_publish
from trucewatch.extract.speech.persons import is_person
from trucewatch.extract.speech.ranking import Named, ranked
from trucewatch.extract.speech.voices import voice_of

_AGAIN: Final = words("the same that this")
_KINDS: Final = (
    words("channel tv television station broadcaster radio programme program show telekanal tele"),
    words("newspaper paper daily weekly monthly tabloid gazette magazine broadsheet bulletin"),
    words("agency wire newswire service"),
    words("site website portal blog page"),
)
"""Nouns that may mean one outlet: a channel is no newspaper."""

_OPEN: Final = words("outlet publication network")
_WORD = re.compile(r"\w+")
_SMALL: Final = words("the s")
_INSIDE: Final = frozenset({".", "-", "‑", "&", "'s", "’s"})
"""Marks within the name of an outlet: "Town.net"."""


class Rows:
    """Sets the rows of relays of one document right.

    `phrases` are the phrases that a trained reader takes for those who speak and pass on.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        mentions: Sequence[Mention],
        case: Case,
        phrases: Mapping[int, Sequence[Range]],
    ) -> None:
        self._lines = lines
        self._mentions = mentions
        self._case = case
        self._phrases = phrases

    def straight(
        self, relays: Sequence[Relay], before: Sequence[Relay], line: int
    ) -> tuple[Relay, ...]:
        """Give relays under their whole names, each once, persons behind the outlets they told.

        `before` are the relays of what was told before, in the order of the text; who is named twice is
        called as in the line where the statement stands.
        """
        others = [each for each in relays if not self._is_own(each)]
        whole = [self._named(self._whole(each), before) for each in others]
        once = self._once(whole, line)
        row: list[Relay] = []
        for relay in once:
            persons = (at for at, each in enumerate(row) if self._is_person(each))
            row.insert(next(persons, len(row)) if relay.voice.publishes else len(row), relay)
        return tuple(self._ranked(row))

    def _ranked(self, row: Sequence[Relay]) -> list[Relay]:
        """Give a row in which each stands before whom the text says he cites."""
        if len(row) < 2:
            return list(row)
        held = {(each.line, each.atoms) for each in row}
        for line in {line for line, _ in held}:
            phrases = (phrase for phrase in self._phrases.get(line, ()))
            held.update((line, each) for each in phrases if not _meets_any((line, each), held))
        return ranked(row, sorted(held), self._means, lambda line: self._lines[line].atoms)

    def _means(self, named: Named, relay: Relay) -> bool:
        """Tell whether atoms name one of a row."""
        return self._is_same(Relay(line=named[0], atoms=named[1], voice=relay.voice), relay)

    def _is_own(self, relay: Relay) -> bool:
        """Tell whether it is only somebody's own: "on its channel"."""
        first = self._atoms(relay)[0].low
        before = self._lines[relay.line].atoms[relay.atoms[0] - 1].low if relay.atoms[0] else ""
        if all(atom.low in DETERMINERS for atom in self._atoms(relay)):
            return True
        own = first in POSSESSIVES or before in POSSESSIVES
        behind = self._atoms(relay)[1:] if first in POSSESSIVES else ()
        named = bool(behind) and behind[-1].kind in ("name", "mention")
        heard = first in ("his", "her") and self._atoms(relay)[-1].low not in OUTLETS | SPOKEN_OF
        return own and not (named or heard) and not is_person(self._atoms(relay), relay.voice)

    def _is_person(self, relay: Relay) -> bool:
        return is_person(self._atoms(relay), relay.voice)

    def _atoms(self, relay: Relay) -> Sequence[Atom]:
        return self._lines[relay.line].atoms[slice(*relay.atoms)]

    def _whole(self, relay: Relay) -> Relay:
        """Give an outlet with all of the name that was found round it: "Morning" as "Morning Now"."""
        line, (first, last) = self._lines[relay.line], relay.atoms
        for begin, end in self._phrases.get(relay.line, ()):
            wider = begin <= first and last < end
            if wider and _is_name(line.atoms, last, end):
                last = end
        held = [atom.low for atom in line.atoms[first:last]]
        bare = held[-1] in OUTLETS and all(low in OUTLETS | DETERMINERS for low in held)
        while bare and last < len(line.atoms) and line.atoms[last].kind in ("name", "mention"):
            last += 1
        return replace(relay, atoms=(first, last)) if last > relay.atoms[1] else relay

    def _named(self, relay: Relay, before: Sequence[Relay]) -> Relay:
        """Give "the same channel" and "the paper" as what it was called before."""
        kind = self._again(relay)
        if kind is None:
            return relay
        noun, kinds = kind
        told = [*self._told_before(relay), *before]
        others = frozenset[str]().union(*_KINDS) - kinds
        fitting = [
            each
            for each in reversed(told)
            if self._is_named(each) and not self._words(each) & others
        ]
        same = [each for each in fitting if noun in self._words(each)]
        return next(iter((*same, *fitting)), relay)

    def _again(self, relay: Relay) -> tuple[str, frozenset[str]] | None:
        """Give the noun of an outlet that is not named here, and those that may mean it."""
        atoms = self._atoms(relay)
        before = self._lines[relay.line].atoms[relay.atoms[0] - 1].low if relay.atoms[0] else ""
        leads = atoms[0].low in _AGAIN or before in _AGAIN
        if not leads or self._is_named(relay) or len(atoms) > 2 + (atoms[0].low in _AGAIN):
            return None
        noun = atoms[-1].low
        if noun in _OPEN:
            return noun, frozenset[str]().union(*_KINDS)
        return next(((noun, kinds) for kinds in _KINDS if noun in kinds), None)

    def _told_before(self, relay: Relay) -> Iterator[Relay]:
        """Yield the outlets among the phrases that stand before one, in the order of the text."""
        for line in sorted(self._phrases):
            for held in sorted(self._phrases[line]):
                if (line, held[1]) > (relay.line, relay.atoms[0]):
                    continue
                atoms = self._lines[line].atoms
                voice = voice_of(atoms, held, self._mentions, self._case)
                strange = may_publish(atoms, held, self._mentions)
                noun = any(atom.low in OUTLETS for atom in atoms[slice(*held)])
                if voice.publishes or strange or noun:
                    yield Relay(line=line, atoms=held, voice=voice)

    def _is_named(self, relay: Relay) -> bool:
        return any(
            atom.kind in ("name", "mention") and atom.low not in DETERMINERS
            for atom in self._atoms(relay)
        )

    def _words(self, relay: Relay) -> set[str]:
        return {word for atom in self._atoms(relay) for word in atom.low.split()}

    def _once(self, relays: Sequence[Relay], line: int) -> list[Relay]:
        """Give the relays without those that stand there again: the same words, or the same name."""
        seen: list[Relay] = []
        for relay in relays:
            place = next((at for at, each in enumerate(seen) if self._is_same(relay, each)), -1)
            if place < 0:
                seen.append(relay)
            elif relay.line == line != seen[place].line:
                seen[place] = relay
        return seen

    def _is_same(self, one: Relay, other: Relay) -> bool:
        if one.line == other.line and meet(one.atoms, other.atoms):
            return True
        names = [self._name(each) for each in (one, other)]
        short, long = sorted(names, key=len)
        alike = bool(short) and set(names[0]) == set(names[1])
        return alike or (long[: len(short)] == short and not set(short) <= OUTLETS)

    def _name(self, relay: Relay) -> list[str]:
        """Give the words of a name, the nouns of what it is left out."""
        held = (atom for atom in self._atoms(relay) if atom.kind in ("name", "mention", "number"))
        return [word for atom in held for word in _WORD.findall(atom.low) if word not in _SMALL]


def _meets_any(named: Named, others: Collection[Named]) -> bool:
    return any(line == named[0] and meet(held, named[1]) for line, held in others)


def _is_name(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell whether the atoms that a phrase has behind an outlet go on with its name."""
    return all(
        atom.kind in ("name", "mention", "date", "number")
        or atom.low in _INSIDE
        or atom.low in OUTLETS
        or (at > first and atoms[at - 1].low == "." and atom.start == atoms[at - 1].end)
        or (at == first and atom.start == atoms[at - 1].end)
        for at, atom in enumerate(atoms[first:last], start=first)
    )
