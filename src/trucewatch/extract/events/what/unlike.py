"""What an event is not, whatever a trained reader holds it for: the words before it say so."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.reading import Aspect, Event, EventKind, Reality
from trucewatch.extract.events.whether.operators import GOVERNORS, Operator
from trucewatch.extract.lexicons import words

_FOILED_NEAR: Final = 48
_WORDS_NEAR: Final = 4
_ONLY_WISHED: Final = frozenset({Reality.DEMANDED, Reality.PROMISED})
_PERFECT: Final = re.compile(
    r"(?<!would )(?<!should )(?<!could )(?<!might )(?<!may )(?<!must )\b(?:has|have|had)\s(?:\w+ly\s|already\s)?(?:been\s)?$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:had|left|with|was|were)\s(?:\w+\s){0,3}?no\s(?:other\s)?(?:choice|option|alternative)\sbut\sto\s$"
    r"|(?<!\bnot )\bdid\s$"
    r"|\b(?<!not )(?:met|obeyed|heeded)\s(?:the|its|their|this|that|all|\w+['’]s)\s(?:\w+\s)?"
    r"(?:deadlines?|demands?|calls?|orders?|requests?)\s(?:for|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""How words end that tell what was done after all: "had no choice but to", "did leave"."""
_RANKED: Final = re.compile(
    r"^(?!.*\b(?:will|would|may|might|could|shall|should|expected|likely|ready|set)\b)"
    r".*\bthe\s(?:first|second|third|last|latest|only)\s(?:[\w-]+\s){0,3}to\s$",
    re.IGNORECASE | re.DOTALL,
)
"""Who is the first to do something has done it."""

_GOES_ON: Final = re.compile(
    r"(?<!\bnot )(?<!\bto )\b(?:k(?:ept|eeps?|eeping) up|continu(?:e|es|ed|ing)(?: to| with)?)\s(?:(?:its|their|the)\s)?$",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"\b(?:is|are|was|were)\s(?:(?:now|all|both|already|today|\w+ly)\s)*$", re.IGNORECASE
)
_STATES: Final = words("in out outside gone open where dug entrenched")
_UNBEGUN: Final = _ONLY_WISHED | {Reality.PLANNED}
_GOING: Final = re.compile(
    r"(?:goes|go|is going|are going|continues?) on\b|(?:over|throughout)\Z", re.IGNORECASE
)
_SAYS_NO: Final = re.compile(
    r"\b(?:no|not|never|none|neither|nor|nobody|nothing|without|cannot|hardly|scarcely)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Without one of these nobody is told to have left: "they are still there"."""


def unlike(text: str, event: Event) -> frozenset[Reality]:
    """Give what an event is not: begun or going on, it is not only asked for or meant; foiled, not none."""
    if event.extent == "begun":
        return _UNBEGUN
    if event.extent == "some" and _is_nearly_so(event):
        return _UNBEGUN | {Reality.NEGATED}
    start = event.sentence.start if event.sentence else 0
    if _GOES_ON.search(text[start : event.trigger.start]):
        return _UNBEGUN | {Reality.NEGATED}
    if event.aspect is Aspect.ONGOING and event.kind is EventKind.DEPLOYMENT:
        told = event.sentence.text if event.sentence else ""
        if _GOING.match(event.trigger.text) and event.reality is Reality.ASSERTED:
            return _UNBEGUN | {Reality.POSTPONED}
        return _ONLY_WISHED if _SAYS_NO.search(told) else _ONLY_WISHED | {Reality.NEGATED}
    if event.aspect is Aspect.ONGOING:
        passive = text[start : event.trigger.start].lower().endswith("being ")
        begun = passive or event.reality is Reality.ASSERTED
        return _UNBEGUN if begun else _ONLY_WISHED
    before = re.findall(
        r"\w+", text[max(start, event.trigger.start - _FOILED_NEAR) : event.trigger.start]
    )
    if _PERFECT.search(text[start : event.trigger.start]) or _is_state(text, start, event):
        return _UNBEGUN | {Reality.FEARED}
    if _DONE.search(text[start : event.trigger.start]):
        return _UNBEGUN | {Reality.FEARED, Reality.NEGATED, Reality.POSTPONED}
    if _RANKED.search(text[start : event.trigger.start]):
        return _UNBEGUN
    foiled = any(_operator(word.lower()) is Operator.FOILED for word in before[-_WORDS_NEAR:])
    return frozenset({Reality.NEGATED}) if foiled else frozenset()


_NEARLY: Final = re.compile(
    r"\b(?:(?:has|have|had|having|is|are)\s|(?:is|are|was|were)\s(?=[a-z]+\s(?:complete|finished|over|done)))"
    r"(?:been\s)?(?:nearly|almost|virtually|practically|all\sbut)\b"
    r"|\b(?:nearly|almost|virtually|practically)\s(?:entire|complete|total|full|whol)ly\b",
    re.IGNORECASE,
)


def _is_nearly_so(event: Event) -> bool:
    """Tell whether all but a little is said to be done, and nothing is denied: "is nearly complete"."""
    told = event.sentence.text if event.sentence else ""
    return _NEARLY.search(told) is not None and _SAYS_NO.search(told) is None


def _is_state(text: str, start: int, event: Event) -> bool:
    """Tell whether it is said to be so, now or then: "is in place", "were out of the zone"."""
    told = _STATE.search(text[start : event.trigger.start])
    return told is not None and event.trigger.text.lower() in _STATES


def _operator(word: str) -> Operator | None:
    governor = GOVERNORS.get(word)
    return governor[1] if governor is not None else None
