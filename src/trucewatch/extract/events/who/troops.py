"""Whose "units" and "troops" are that nobody's name stands before: those of the army that tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Party, Statement
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.lexicons import words

_TROOPS: Final = words(
    "troops units soldiers gunners artillery planes jets warplanes helicopters forces"
)
_NOT_OWN: Final = words("enemy hostile foreign allied other rebel terrorist opposing friendly")
_ARMY: Final = re.compile(r"\b(?:army|military|armed\sforces|troops)\b", re.IGNORECASE)


def own_troops(
    line: Line, pieces: Sequence[Piece], statement: Statement | None, armies: set[str]
) -> Party | None:
    """Give the army whose man or command tells of "troops" without saying whose.

    `armies` holds those whose men have spoken: "the source added that the units had ...".
    """
    if statement is None or not (statement.source and statement.for_):
        return None
    if _ARMY.search(statement.source[0].text):
        armies.add(statement.for_)
    first, last = pieces[0].first, pieces[0].last - 1
    bare = len(pieces) == 1 and line.low(last) in _TROOPS
    if not bare or not all(_is_plain(line, at) for at in range(first, last)):
        return None
    item = line.items[last]
    span = Span.cut(line.text, item.start, item.end)
    return Party(span=span, actor=statement.for_) if statement.for_ in armies else None


def _is_plain(line: Line, place: int) -> bool:
    """Tell whether a word before troops tells nothing of whose they are: "the vigilant units"."""
    if line.part(place) in (tag.DETERMINER, tag.NUMBER):
        return True
    plain = line.part(place) == tag.WORD and line.text[line.items[place].start].islower()
    return plain and line.low(place) not in _NOT_OWN
