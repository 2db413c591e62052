"""What governs a whole clause: "denied that", "fears that", and the cue of a statement."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.forms import forms_of
from trucewatch.extract.events.whether.groups import group_before
from trucewatch.extract.events.whether.operators import GOVERNORS, OPERATOR_NOUNS, Operator
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.unsaid import leaves_unsaid

_LEMMAS: Final[dict[Operator, str]] = {
    Operator.DENIED: "deny refute dispute",
    Operator.DEMANDED: "hope wish want demand propose request urge recommend order ask require",
    Operator.FEARED: "fear worry threaten",
    Operator.PLANNED: "expect anticipate plan",
    Operator.PROMISED: "promise vow pledge guarantee",
    Operator.DISTANCED: "believe think suspect assume presume appear seem allege doubt wonder question",
}
_TAKES: Final[dict[str, Operator]] = {
    form: operator
    for operator, lemmas in _LEMMAS.items()
    for lemma in lemmas.split()
    for form, _ in forms_of(lemma)
}
_DOUBTING: Final = {
    form
    for lemma in ("deny", "dispute", "doubt", "question", "contest")
    for form, _ in forms_of(lemma)
}
_UNDOUBTED: Final = re.compile(
    r"(?:\b(?:not|nor|never|no(?:\slonger|body|\sone)?)|n['’]t)\s(?:\w+ly\s)?$", re.IGNORECASE
)
_NOBODY: Final = words("no nobody none no-one")
_WISHES: Final = words("hope hopes wish wishes confidence optimism confident optimistic hopeful")
"""Before "that X leave" these tell what somebody would like, and nobody's promise."""
_ASKED_BARE: Final = words("insist insists insisted suggest suggested suggests")
_ENSURE: Final = words("ensure ensures ensuring")
_MAKE: Final = words("make makes making")
_CALLS_ON: Final = re.compile(
    r"\b(?:call|appeal)(?:s|ed|ing)?\s(?:up)?(?:on|for|to)\b", re.IGNORECASE
)
_REJECTED: Final = words("""
    reject rejects rejected rejecting dismiss dismisses dismissed dismissing deny denies denied
    denying refute refutes refuted
    """)
_CHARGE = re.compile(
    r"(?:\S+\s){0,6}?(?:claim|accusation|allegation|charge|assertion|suggestion|report|statement)s?\b"
    r"[^,;.]{0,60}?\b(?:that|of)\b",
    re.IGNORECASE,
)
"""How a content begins that is what another one said."""

_BEFORE: Final = 16
"""So many words before a verb of telling tell whether anything was said."""

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
        if (bare and low in _ASKED_BARE) or _sees_to_it(line, place):
            return Operator.DEMANDED
        return (
            _undenied(line, place)
            or _unconfirmed(line, place)
            or _TAKES.get(low)
            or _unsaid(line, place)
        )
    that = line.low(first - 1) == "that"
    if that and (low in _WISHES or _sees_to_it(line, place)):
        return Operator.DEMANDED
    if that and OPERATOR_NOUNS.get(low) in _CLAIMS:
        rejected = any(line.low(at) in _REJECTED for at in range(max(0, place - 4), place))
        return Operator.DENIED if rejected else OPERATOR_NOUNS[low]
    return None


def _sees_to_it(line: Line, place: int) -> bool:
    """Tell whether somebody is to see to it that something happens: "to ensure that", "make sure that"."""
    if line.low(place) in _ENSURE:
        return True
    return line.low(place) == "sure" and line.low(place - 1) in _MAKE


def _unconfirmed(line: Line, verb: int) -> Operator | None:
    """Read "has not confirmed that": it may be so."""
    if GOVERNORS.get(line.low(verb), ("", None, ""))[1] is not Operator.CONFIRMED:
        return None
    return Operator.DISTANCED if group_before(line, verb, 0).negations % 2 else None


def _undenied(line: Line, verb: int) -> Operator | None:
    """Read "does not deny that", "there is no doubt that": it is so; "neither confirm nor deny": it may be."""
    if line.low(verb) not in _DOUBTING:
        return None
    group = group_before(line, verb, 0)
    if group.neither:
        return Operator.DISTANCED
    nobody = line.low(group.first - 1) in _NOBODY
    return Operator.HAPPENED if group.negations % 2 or nobody else None


def _unsaid(line: Line, verb: int) -> Operator | None:
    """Read "never claimed that", "if X says that": nobody said so."""
    before = " ".join(line.low(at) for at in range(max(0, verb - _BEFORE), verb))
    return Operator.DISTANCED if leaves_unsaid(before, line.low(verb)) else None


def cue_operator(cue: str, before: str = "") -> Operator | None:
    """Give what the cue of a statement makes of what it says: "denied", "hoped"; `before` stands there."""
    if _CALLS_ON.search(cue):
        return Operator.DEMANDED
    for word in re.findall(r"[a-z]+", cue.lower()):
        if word in _DOUBTING and _UNDOUBTED.search(before + cue[: cue.lower().index(word)]):
            return None
        if word in _TAKES:
            return _TAKES[word]
        if word in _WISHES:
            return Operator.DEMANDED
    return None


def answers_charge(cue: str, content: str) -> bool:
    """Tell whether a cue lets what another one said not stand: "rejected" of "X's claim that C"."""
    rejected = any(word in _REJECTED for word in re.findall(r"[a-z]+", cue.lower()))
    return rejected and _CHARGE.match(content) is not None
