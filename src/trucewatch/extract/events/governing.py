"""What governs a whole clause: "denied that", "fears that", and the cue of a statement."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.forms import forms_of
from trucewatch.extract.events.operators import OPERATOR_NOUNS, Operator
from trucewatch.extract.events.scene import Line
from trucewatch.extract.lexicons import words

_LEMMAS: Final[dict[Operator, str]] = {
    Operator.DENIED: "deny refute dispute",
    Operator.DEMANDED: "hope wish want demand propose request urge recommend order ask require",
    Operator.FEARED: "fear worry doubt wonder question threaten",
    Operator.PLANNED: "expect anticipate plan",
    Operator.PROMISED: "promise vow pledge guarantee",
    Operator.DISTANCED: "believe think suspect assume presume appear seem allege",
}
_TAKES: Final[dict[str, Operator]] = {
    form: operator
    for operator, lemmas in _LEMMAS.items()
    for lemma in lemmas.split()
    for form, _ in forms_of(lemma)
}
_ASKED_BARE: Final = words("insist insists insisted suggest suggested suggests")
_REJECTED: Final = words("""
    reject rejects rejected rejecting dismiss dismisses dismissed dismissing deny denies denied
    denying refute refutes refuted
    """)
_CLAIMS: Final = frozenset({Operator.DISTANCED, Operator.FEARED, Operator.DENIED})


def clause_operator(line: Line, first: int, *, bare: bool) -> Operator | None:
    """Give what the words before a clause make of it; None where they make nothing.

    `bare` is true of a verb in its base form: "insisted that X leave".
    """
    place = first - 1
    if line.low(place) in ("that", "whether"):
        place -= 1
    while line.part(place) == tag.COMMA:
        place -= 1
    low = line.low(place)
    if place < 0:
        return None
    if line.is_verb(place):
        if bare and low in _ASKED_BARE:
            return Operator.DEMANDED
        return _TAKES.get(low)
    that = line.low(first - 1) == "that"
    if that and OPERATOR_NOUNS.get(low) in _CLAIMS:
        rejected = any(line.low(at) in _REJECTED for at in range(max(0, place - 4), place))
        return Operator.DENIED if rejected else OPERATOR_NOUNS[low]
    return None


def cue_operator(cue: str) -> Operator | None:
    """Give what the cue of a statement makes of what it says: "denied", "hoped"."""
    for word in re.findall(r"[a-z]+", cue.lower()):
        if word in _TAKES:
            return _TAKES[word]
    return None
