"""The day on which something was said: the date beside the cue, or the speaker's own before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line

_BORDERS: Final = words("since until till by before after from between of for following 's ’s")
"""Words before a date that make it no day of speaking."""

_OPENS: Final = 3
"""A date that opens a sentence stands within so many words."""

_OWNED: Final = frozenset({"'s", "’s", "'", "’"})


def said_on(
    atoms: Sequence[Atom], outside: Sequence[int], cue: int, dates: Sequence[TimeExpression]
) -> When | None:
    """Give the date nearest to the cue among the words that are not said; None for none."""
    best: tuple[int, TimeExpression] | None = None
    for place in outside:
        if atoms[place].kind != "date" or not _tells_when(atoms, place):
            continue
        found = dates[atoms[place].ref]
        if found.type not in ("DATE", "TIME") or found.period is None:
            continue
        distance = abs(place - cue)
        if best is None or distance < best[0]:
            best = (distance, found)
    if best is None:
        return None
    found = best[1]
    return When(edtf=found.edtf, period=found.period, span=found.span, basis=found.basis)


def _tells_when(atoms: Sequence[Atom], place: int) -> bool:
    before = atoms[place - 1].low if place else ""
    after = atoms[place + 1].low if place + 1 < len(atoms) else ""
    return before not in _BORDERS and after not in _OWNED


def opening_day(lines: Sequence[Line], place: int, dates: Sequence[TimeExpression]) -> When | None:
    """Give the day that opens the paragraph of a line: "On Friday, X met Y. ... Z said."; None for none."""
    first = place
    while first > 0 and lines[first - 1].paragraph == lines[place].paragraph:
        first -= 1
    atoms = lines[first].atoms
    opens = next((at for at in range(min(_OPENS, len(atoms))) if atoms[at].kind == "date"), None)
    if (
        first == place
        or opens is None
        or [each.low for each in atoms[opens + 1 : opens + 2]] != [","]
    ):
        return None
    told = dates[atoms[opens].ref]
    ahead = all(atoms[at].low in ("on", "late", "early", "earlier") for at in range(opens))
    if not ahead or told.type != "DATE" or told.period is None:
        return None
    if told.period.first is None or told.period.first != told.period.last:
        return None
    return When(edtf=told.edtf, period=told.period, span=told.span, basis=told.basis)


def inherited(earlier: When | None) -> When | None:
    """Give the same day, as taken over from what the speaker said before."""
    if earlier is None:
        return None
    return When(edtf=earlier.edtf, period=earlier.period, span=earlier.span, basis="inherited")
