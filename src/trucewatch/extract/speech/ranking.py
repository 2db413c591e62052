"""Ranking: who of two that pass a statement on had it from the other, by the words between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from trucewatch.extract.chains import QUOTED, Relay
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.carrying import CITES, CITES_TO, COPIED, INFORMS, PASSED, REPORTS
from trucewatch.extract.speech.clauses import PASSES, Range
from trucewatch.extract.speech.grammar import BE, DETERMINERS, is_adverb

Named = tuple[int, Range]
"""Atoms of a line that name who passes a statement on."""

_LONGEST: Final = 14
"""Of two with more atoms between them the words tell nothing."""

_CITES: Final = CITES | QUOTED | words("carrying repeating")
_FROM: Final = COPIED | words("had has have heard learned learnt read received took taken")
_SOURCE: Final = words("reference link credit authority strength basis way")
_SAYS: Final = words("said says reported reports wrote writes that")


def ranked(
    row: Sequence[Relay],
    named: Sequence[Named],
    means: Callable[[Named, Relay], bool],
    line_of: Callable[[int], Sequence[Atom]],
) -> list[Relay]:
    """Give a row, outermost first, so that each stands before whom the text says he cites.

    `named` are the places where those of the row are named, in the order of the text.
    """
    ordered = list(row)
    pairs = [*_pairs(named, line_of)]
    for _ in row:
        for pair in pairs:
            outer, inner = (
                next((at for at, each in enumerate(ordered) if means(held, each)), -1)
                for held in pair
            )
            if 0 <= inner < outer:
                ordered.insert(inner, ordered.pop(outer))
    return ordered


def _pairs(
    named: Sequence[Named], line_of: Callable[[int], Sequence[Atom]]
) -> Iterator[tuple[Named, Named]]:
    """Yield who had it from whom: who stands outside first."""
    for one, other in pairwise(named):
        if one[0] != other[0] or not 0 <= other[1][0] - one[1][1] <= _LONGEST:
            continue
        rank = _rank(line_of(one[0])[one[1][1] : other[1][0]])
        if rank:
            yield (one, other) if rank > 0 else (other, one)


def _rank(between: Sequence[Atom]) -> int:
    """Give 1 where who stands before cites who stands behind, -1 for the reverse, 0 for neither."""
    lows = [atom.low for atom in between if atom.kind != "date" and atom.low not in DETERMINERS]
    lows = [low for low in lows if low not in ("itself", ",") and not is_adverb(low)]
    while lows[-1:] and lows[-1] in REPORTS | {"part"}:
        lows.pop()
    while len(lows) > 1 and lows[-1] in ("by", "of", "from", "in") and lows[-2] in REPORTS:
        del lows[-2:]
    words_told = [atom for atom in between if atom.low not in DETERMINERS]
    if words_told and words_told[-1].low in _SAYS:
        return 1
    if not lows or {";", ":", "."} & set(lows):
        return 0
    verb, last = (lows[-2] if len(lows) > 1 else ""), lows[-1]
    if last in _CITES and not (BE & set(lows[:-1])):
        return 1
    if CITES_TO.get(verb) == last or last == "via" or (last == "of" and verb in _SOURCE):
        return 1
    if last in ("from", "to") and (_FROM | _SOURCE) & set(lows[:-1]):
        return 1
    if last in INFORMS:
        return -1
    if last == "by" and verb in PASSED | PASSES:
        return -1 if len(lows) == 2 else 0
    return 0
