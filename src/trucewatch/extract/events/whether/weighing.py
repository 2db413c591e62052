"""How an event is told, weighed: what the encoder sees in it against what the rules read.

Neither outranks the other. The rules' reading counts for as much as it is worth, told by how often
they read each reality where another one was meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log
from typing import Final

from trucewatch.core.reading import HAPPENED, Reality
from trucewatch.extract.encoder.found import EventFound

_MEANT: Final = (
    *(Reality.ASSERTED, Reality.DEMANDED, Reality.DENIED, Reality.DISTANCED, Reality.FEARED),
    *(Reality.NEGATED, Reality.PLANNED, Reality.POSTPONED, Reality.PROMISED),
)

_READ: Final[dict[Reality, tuple[int, ...]]] = {
    Reality.ASSERTED: (1754, 54, 184, 225, 98, 186, 111, 100, 28),
    Reality.DEMANDED: (27, 182, 6, 6, 17, 32, 8, 33, 1),
    Reality.DENIED: (27, 0, 160, 10, 0, 4, 1, 0, 0),
    Reality.DISTANCED: (13, 0, 42, 200, 0, 7, 0, 0, 1),
    Reality.FEARED: (22, 17, 9, 34, 249, 61, 15, 7, 3),
    Reality.NEGATED: (47, 2, 152, 4, 6, 614, 2, 6, 5),
    Reality.PLANNED: (24, 58, 8, 10, 103, 47, 295, 65, 122),
    Reality.POSTPONED: (3, 1, 0, 0, 0, 5, 2, 67, 0),
    Reality.PROMISED: (11, 2, 0, 1, 3, 12, 1, 3, 103),
}
"""How often the rules read a reality (row) in `training/passages` where each (column) was meant."""

_NO_FACT: Final = frozenset({Reality.ASSERTED})
_NEVER: Final[dict[Reality, frozenset[Reality]]] = {
    Reality.ASSERTED: frozenset(),
    Reality.NEGATED: HAPPENED,
    Reality.DEMANDED: frozenset({Reality.ASSERTED, Reality.PLANNED, Reality.PROMISED}),
}
"""What an event is not, however sure the encoder is, where the rules read it so."""

_UNSEEN: Final = 0.5
"""What was never counted may still be."""

_LEAST: Final = 1e-6


def _worths() -> dict[Reality, dict[Reality, float]]:
    totals = [sum(column) + _UNSEEN * len(_MEANT) for column in zip(*_READ.values(), strict=True)]
    return {
        read: {
            meant: log((count + _UNSEEN) / total)
            for meant, count, total in zip(_MEANT, counts, totals, strict=True)
        }
        for read, counts in _READ.items()
    }


_WORTHS: Final = _worths()


def likeliest(seen: EventFound, without: Collection[Reality] = ()) -> Reality:
    """Give the likeliest reality of an event that no rule reads, of those that are not ruled out."""
    chances = chances_of(seen)
    return max((each for each in _MEANT if each not in without), key=chances.__getitem__)


def weigh(ruled: Reality, seen: EventFound, without: Collection[Reality] = ()) -> Reality:
    """Give the likeliest reality of an event that rules read too, of those that are not ruled out.

    What the rules have a reason to hold for less than a fact, no weighing makes one, nor hearsay of
    what they read as not happened, nor the doer's own will of what they read as asked for. What they
    read as put off is: a verb of postponing governs it.
    """
    if ruled is Reality.POSTPONED:
        return ruled
    chances, worths = chances_of(seen), _WORTHS[ruled]
    never = _NEVER.get(ruled, _NO_FACT)
    left = [each for each in _MEANT if each not in without and each not in never] or [ruled]
    return max(left, key=lambda each: log(max(chances[each], _LEAST)) + worths[each])


def chances_of(seen: EventFound) -> Mapping[Reality, float]:
    """Give the chance of each reality as the encoder sees it; what it leaves open is shared evenly."""
    if seen.realities:
        return {Reality(name): chance for name, chance in seen.realities}
    rest = (1 - seen.reality_confidence) / (len(_MEANT) - 1)
    return dict.fromkeys(_MEANT, rest) | {Reality(seen.reality): seen.reality_confidence}
