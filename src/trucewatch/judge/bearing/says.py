"""What an event says of a duty that it fits: by the pattern, its reality and how much was done."""

from __future__ import annotations

import re
from typing import Final, Literal

from trucewatch.core.agreement import EventPattern
from trucewatch.core.finding import Says
from trucewatch.core.reading import HAPPENED, Aspect, Event, EventKind, Reality

Form = Literal["denied", "distanced", "negated"]

_FORMS: Final[dict[Reality, Form]] = {
    Reality.DENIED: "denied",
    Reality.DISTANCED: "distanced",
    Reality.NEGATED: "negated",
}
_INTENDED: Final = frozenset({Reality.PLANNED, Reality.PROMISED})
_LASTING: Final = frozenset({EventKind.PATROL, EventKind.OPENING})
"""Kinds that are done while they go on; of others, what goes on is done in part."""


def says_of(event: Event, pattern: EventPattern) -> Says | None:
    """Tell what an event says of a duty; None where it is demanded, feared or says nothing of it.

    A denied fulfilment says *not done*; a denied act never becomes `no act`. What shall not be is a
    refusal of what was asked for, or the promise to refrain.
    """
    if pattern.says == "done":
        return _of_fulfilment(event)
    if pattern.says == "act":
        return _of_act(event)
    return _of_neglect(event)


def _of_fulfilment(event: Event) -> Says | None:
    if event.ahead:
        return Says.REFUSAL
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return Says.NOT_DONE
    if event.reality in _INTENDED:
        return Says.PROMISE
    if event.reality is Reality.POSTPONED:
        return Says.POSTPONEMENT
    if event.reality not in HAPPENED:
        return None
    if event.extent == "none":
        return Says.NOT_DONE
    going_on = event.aspect is Aspect.ONGOING and event.kind not in _LASTING
    begun = event.extent == "begun" and event.kind not in _LASTING
    return Says.PARTLY if event.extent == "some" or begun or going_on else Says.DONE


def _of_act(event: Event) -> Says | None:
    if event.ahead:
        return Says.PROMISE
    if event.reality in HAPPENED:
        return Says.ACT
    if event.reality is Reality.DENIED:
        return Says.DENIES
    return Says.NO_ACT if event.reality is Reality.NEGATED else None


def _of_neglect(event: Event) -> Says | None:
    """Read what, where it happened, leaves the duty undone: a post withdrawn, a road closed.

    Where nothing is there any longer, it is done: "no guns remain in the zone".
    """
    gone = event.reality in (Reality.NEGATED, Reality.DENIED) and event.extent is None
    stays = event.kind is EventKind.DEPLOYMENT and event.aspect is Aspect.ONGOING
    if gone and stays and not event.ahead:
        return Says.DONE
    return Says.NOT_DONE if event.reality in HAPPENED and not event.ahead else None


_OPEN: Final = re.compile(
    r"\bwhether\b[^,;:]*$"
    r"|\b(?:commit|oblig|bind|bound|pledg)\w*\s(?:themselves|itself|himself)\b[^;:]*$"
    r"|\b(?:check|verif|examin|investigat|review|assess|stud)\w*\s(?:[\w’'-]{1,20}\s){0,4}?"
    r"(?:reports?|claims?|information|statements?|allegations?)\s(?:on|of|about|that|concerning|regarding)\b[^,;:]*$",
    re.IGNORECASE,
)


def is_left_open(event: Event) -> bool:
    """Tell whether it is left open: "checks whether they left", "committed themselves to the removal"."""
    if event.reality in (Reality.NEGATED, Reality.DENIED) or event.sentence is None:
        return False
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    return _OPEN.search(before) is not None


def form_of(event: Event) -> Form | None:
    """Give the form that a finding is marked with."""
    return _FORMS.get(event.reality)
