"""Which utterances of two readers are one: cues that meet, or much the same content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.extract.speech.clauses import meet
from trucewatch.extract.speech.runs import Piece, Utterance

ALIKE: Final = 0.5
"""So much of two contents must be the same atoms, of all that either holds."""

_STEP: Final = 32
"""So many atoms are one step of a line."""


class _Pair(NamedTuple):
    score: float
    found: int
    ruled: int


def pairs(found: Sequence[Utterance], ruled: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Yield which of `found` and `ruled` are one: cues that meet, or much the same content."""
    near: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, rule in enumerate(ruled):
        for bucket in _buckets(rule):
            near[bucket].add(place)
    scored: list[_Pair] = []
    for place, utterance in enumerate(found):
        beside = {
            other
            for line, bucket in _buckets(utterance)
            for neighbour in (bucket - 1, bucket, bucket + 1)
            for other in near.get((line, neighbour), ())
        }
        likely = ((_likeness(utterance, ruled[other]), other) for other in beside)
        scored.extend(_Pair(-score, place, other) for score, other in likely if score)
    paired: tuple[set[int], set[int]] = (set(), set())
    for _, place, other in sorted(scored):
        if place not in paired[0] and other not in paired[1]:
            paired[0].add(place)
            paired[1].add(other)
            yield place, other


def _buckets(utterance: Utterance) -> set[tuple[int, int]]:
    """Give where a cue and the ends of a content stand, in steps: only neighbours are compared."""
    draft = utterance.draft
    ends = {(line, at // _STEP) for line, piece in utterance.content for at in piece}
    return ends | {(draft.line, first // _STEP) for first, _ in draft.cue}


def _likeness(one: Utterance, other: Utterance) -> float:
    both = shared(one.content, other.content)
    alike = both / ((size_of(one.content) + size_of(other.content) - both) or 1)
    cues = one.draft.line == other.draft.line and any(
        meet(mine, theirs) for mine in one.draft.cue for theirs in other.draft.cue
    )
    return 1.0 + alike if cues else alike if alike >= ALIKE else 0.0


def size_of(pieces: Sequence[Piece]) -> int:
    """Count the atoms of a content."""
    return sum(last - first for _, (first, last) in pieces)


def shared(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """Count the atoms that two contents, each in the order of the text, have in common."""
    shared = mine = theirs = 0
    while mine < len(one) and theirs < len(other):
        (line, held), (other_line, others) = one[mine], other[theirs]
        if line == other_line:
            shared += max(0, min(held[1], others[1]) - max(held[0], others[0]))
        if (line, held[1]) <= (other_line, others[1]):
            mine += 1
        else:
            theirs += 1
    return shared
