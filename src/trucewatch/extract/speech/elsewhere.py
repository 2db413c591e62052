"""Elsewhere: who passes on what another one says in another clause of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from trucewatch.extract.chains import Relay
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.grammar import PRONOUNS
from trucewatch.extract.speech.runs import Utterance

_TURNS: Final = words("while whereas but")


def without_others(
    relays: Sequence[Relay], utterances: Sequence[Utterance], place: int, line: Line
) -> tuple[Relay, ...]:
    """Drop who only passes on what another one says in a clause of his own before or behind.

    "X told A that C; Y told B that D": B passes nothing of X on. Who leads the first clause, or stands
    behind all of the last one, passes both on.
    """
    own = _named(utterances[place])
    if own is None or line.atoms[own[0]].low in PRONOUNS or not relays:
        return tuple(relays)
    others = [
        (_clause(line, held[0]), parts)
        for near, each in enumerate(utterances)
        if near != place
        and each.draft.line == line.number
        and each.parent is None
        and (held := _named(each)) is not None
        and (parts := [*_parts(each)])
    ]
    here = _clause(line, own[0])
    return tuple(
        relay
        for relay in relays
        if relay.line != line.number
        or (there := _clause(line, relay.atoms[0])) == here
        or not any(
            clause == there
            and (
                relay.atoms[1] <= max(last for _, last in parts)
                if there > here
                else relay.atoms[0] >= min(first for first, _ in parts)
            )
            for clause, parts in others
        )
    )


def _named(utterance: Utterance) -> Range | None:
    return utterance.draft.source[0] if utterance.draft.source else None


def _parts(utterance: Utterance) -> Iterator[Range]:
    """Yield the atoms of who speaks, of the cue and of what is said, in the line of the cue."""
    draft = utterance.draft
    yield from (*draft.source, *draft.cue)
    yield from (piece for line, piece in utterance.content if line == draft.line)


def _clause(line: Line, place: int) -> int:
    """Give how many clauses of a sentence end before an atom."""
    atoms = line.atoms
    return sum(
        atoms[at].low == ";" or (atoms[at].low == "," and atoms[at + 1].low in _TURNS)
        for at in range(min(place, len(atoms) - 1))
    )
