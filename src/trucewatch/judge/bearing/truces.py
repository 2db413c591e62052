"""What is meant of a truce in so many words: "will abide by the ceasefire", "will not respect the truce"."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, EventKind, Reality
from trucewatch.judge.bearing.fits import names_any

_KEEPS: Final = re.compile(
    r"abid|adher|respect|observ|honou?r|uphold|compl|stick|h(?:old|ews?)\b|keep|stand|implement",
    re.IGNORECASE,
)
_AHEAD: Final = frozenset({Reality.PLANNED, Reality.PROMISED})
_COUNTED: Final = re.compile(r"\bnumber\sof\b[^;:]*\b(?:that|which|who)\b[^;:]*$", re.IGNORECASE)
""""The number of groups that abide by it" is a count, and nobody's promise."""

_BEHIND: Final = 60
"""The truce is named within so many characters behind the verb."""


def meant_of_truce(event: Event, duty: Duty) -> Says | None:
    """Tell whether somebody named will keep to a truce, or will not; None where it is not about that."""
    if duty.type is not DutyType.REFRAIN or event.kind is not EventKind.OTHER or not event.by:
        return None
    if event.sentence is None or not _KEEPS.match(event.trigger.text):
        return None
    start = event.trigger.start - event.sentence.start
    if _COUNTED.search(event.sentence.text[:start]):
        return None
    behind = re.split(r"[,;:.]", event.sentence.text[start : start + _BEHIND])[0]
    if not names_any(duty.words, behind):
        return None
    if event.ahead:
        return Says.REFUSAL
    return Says.PROMISE if event.reality in _AHEAD else None
