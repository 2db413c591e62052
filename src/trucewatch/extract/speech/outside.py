"""What stands outside of an utterance in its line, and belongs to no other one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.chains import QUOTED
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import ISSUED, PASSES
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import RELATIVES
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.turning import takes_over

_WINDOW: Final = 60
"""How many atoms on either side of its cue belong to an utterance."""

_NEIGHBOURS: Final = 3


def atoms_outside(utterances: Sequence[Utterance], place: int, line: Line) -> list[int]:
    """Give the atoms of a line that tell how, when and through whom an utterance was said."""
    draft = utterances[place].draft
    start = max(0, draft.group[0] - _WINDOW)
    end = min(len(line.atoms), draft.group[1] + 2 * _WINDOW)
    for first, last in draft.content:
        turns = takes_over(line.atoms, first, last) and line.atoms[last].low != ";"
        if draft.group[1] <= first and turns:
            end = min(end, last)
    held = set(_relative(draft, line))
    for near in range(max(0, place - _NEIGHBOURS), min(len(utterances), place + _NEIGHBOURS + 1)):
        other = utterances[near].draft
        if other.line != draft.line:
            continue
        if near < place and other.group[1] <= draft.group[0]:
            start = max(start, other.group[1])
        if near > place and other.group[0] >= draft.group[1]:
            end = min(end, other.group[0])
        if utterances[near].parent != place:
            for first, last in other.content:
                held.update(range(max(first, start), min(last, end)))
    return [at for at in range(start, end) if at not in held]


def _relative(draft: Draft, line: Line) -> range:
    """Give the atoms of a clause like "who was there on Monday" between a name and its verb."""
    if not draft.source or not draft.cue or draft.source[0][1] >= draft.cue[0][0]:
        return range(0)
    between = range(draft.source[0][1], draft.cue[0][0])
    relative = next((at for at in between if line.atoms[at].low in RELATIVES), None)
    if any(line.atoms[at].low in ISSUED | PASSES for at in between):
        return range(0)
    if relative is not None and line.atoms[relative - 1].low in ("with", "to", "by"):
        return range(0)
    if relative is None or line.atoms[relative + 1].low in QUOTED:
        return range(0)
    return range(relative, between.stop)
