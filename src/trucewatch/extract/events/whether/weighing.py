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
    Reality.ASSERTED: (3553, 110, 319, 399, 195, 401, 230, 197, 60),
    Reality.DEMANDED: (56, 295, 7, 11, 27, 64, 17, 44, 3),
    Reality.DENIED: (36, 0, 219, 4, 0, 4, 2, 0, 0),
    Reality.DISTANCED: (19, 0, 60, 282, 1, 15, 0, 0, 1),
    Reality.FEARED: (34, 27, 15, 52, 375, 76, 19, 9, 6),
    Reality.NEGATED: (87, 4, 260, 5, 15, 1033, 6, 11, 18),
    Reality.PLANNED: (45, 120, 11, 20, 167, 86, 492, 129, 208),
    Reality.POSTPONED: (5, 1, 0, 0, 0, 5, 5, 105, 0),
    Reality.PROMISED: (24, 2, 2, 1, 3, 15, 4, 4, 156),
}
"""How often the rules read a reality (row) in `training/passages` where each (column) was meant.

`training/weigh.py` counts it.
"""

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
