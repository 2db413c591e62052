"""Words on the agreement as a whole: a row of their own, without weight on any clause."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, EventKind, Reality

_KEEPS: Final = re.compile(r"implement|compl|fulfil|respect|honou?r|adher|abid", re.IGNORECASE)
_HAPPENED: Final = (Reality.ASSERTED, Reality.DISTANCED)


def whole_says(event: Event, case: Case) -> Says | None:
    """Tell what an event says of the agreement as a whole; None where it is not about it.

    It is about it where the agreement's name follows the trigger in its sentence.
    """
    if not _follows(event, case):
        return None
    happened = event.reality in _HAPPENED
    if event.kind is EventKind.REFUSAL:
        return Says.REFUSAL if happened else None
    if event.kind is EventKind.ACCEPTANCE:
        return Says.PROMISE if event.reality in (*_HAPPENED, Reality.PROMISED) else None
    if event.kind is EventKind.OTHER and _KEEPS.match(event.trigger.text):
        return _kept(event)
    if event.kind is EventKind.OTHER:
        if event.reality is Reality.DENIED:
            return Says.DENIES
        return Says.ACT if happened else None
    return None


def _kept(event: Event) -> Says | None:
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return Says.NOT_DONE
    if event.reality in (Reality.PLANNED, Reality.PROMISED):
        return Says.PROMISE
    return Says.DONE if event.reality in _HAPPENED else None


def _follows(event: Event, case: Case) -> bool:
    """Tell whether the agreement's name stands near: after a verb, or before a passive one."""
    if event.sentence is None:
        return False
    place = event.trigger.start - event.sentence.start
    words = event.sentence.text
    near = (
        words[place:][:140] if not _passive(words[:place]) else words[max(0, place - 120) :][:260]
    )
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", near, re.IGNORECASE)
        for name in case.agreement.names
    )


def _passive(before: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+\s){0,2}$", before[-40:]))
