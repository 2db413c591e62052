"""Verbs that carry an act which is told behind them: "began withdrawing", "held patrols"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile
from operator import itemgetter
from typing import Final

from trucewatch.core.reading import EventKind
from trucewatch.extract.encoder.found import EventFound
from trucewatch.extract.events.whether.operators import GOVERNORS
from trucewatch.extract.lexicons import words

_CARRIERS: Final = GOVERNORS.keys() | words("take takes took")
"""Verbs that only say how an act stands which is told behind them."""

_CARRIED: Final = 60
"""So many characters at most lie between such a verb and its act."""

_BREAK: Final = re.compile(r"[.;:!?\n\"“”]|,\s(?:and|but|while|as|after|before)\b")


def carries(text: str, found: EventFound, acts: Sequence[tuple[int, EventKind]]) -> bool:
    """Tell whether the verb that was found only carries an act of its kind: that one is the event.

    `acts` are where the triggers of all events begin, with their kinds, in the order of the text.
    """
    word = text[found.start : found.end].lower()
    if word not in _CARRIERS:
        return False
    behind = islice(acts, bisect_right(acts, found.end, key=itemgetter(0)), None)
    return any(
        kind == found.kind and _BREAK.search(text, found.end, start) is None
        for start, kind in takewhile(lambda act: act[0] - found.end < _CARRIED, behind)
    )
