"""Ends that words before a date leave open: `since Monday`, `until 15 October`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.core.when import Period
from trucewatch.extract.dates.reading import Outcome
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

_UNTIL: Final = frozenset({"until", "till"})
_REACH: Final = 12
"""Tokens looked at to the left: "until" seldom stands further from its verb."""

_NO_STRETCH: Final = words(
    "not n't never no nobody none nothing neither nor without deadline ultimatum "
    "postponed delayed deferred adjourned rescheduled moved shifted pushed put suspend wait waited "
    "given gave gives give have has had leave withdraw surrender disarm hand pull evacuate vacate"
)
"""With one of these "until" names a day: to what something is put off, by when something is to be done."""

_AUXILIARIES: Final = words("have has had given")
"""These do so only right before it: "has until Friday", not "has been shut until Friday"."""

_STOPS: Final = frozenset(".!?;:,")


def open_end(tokens: Tokens, piece: Outcome) -> Outcome:
    """Open the end that the word before leaves open: what "since" begins, what "until" ends."""
    period = piece.period
    if period is None or piece.type not in ("DATE", "TIME"):
        return piece
    before = tokens.at(piece.first - 1)
    if before == "since" and period.first is not None:
        return replace(piece, period=Period(period.first, None))
    if before in _UNTIL and period.last is not None and _ends_a_stretch(tokens, piece.first - 1):
        return replace(piece, period=Period(None, period.last))
    return piece


def _ends_a_stretch(tokens: Tokens, until: int) -> bool:
    """Tell whether "until" ends what goes on, and neither names a deadline nor a day put off to."""
    if tokens.at(until - 1) in _AUXILIARIES:
        return False
    for place in range(until - 1, max(until - 1 - _REACH, -1), -1):
        word = tokens.lower[place]
        if word in _STOPS:
            return True
        if word in _NO_STRETCH and word not in _AUXILIARIES:
            return False
    return True
