"""What an event says of a duty that it fits: by the pattern, its reality and how much was done."""

from __future__ import annotations

from typing import Literal

from trucewatch.core.agreement import EventPattern
from trucewatch.core.finding import Says
from trucewatch.core.reading import Aspect, Event, EventKind, Reality

Form = Literal["denied", "distanced", "negated"]

_FORMS: dict[Reality, Form] = {
    Reality.DENIED: "denied",
    Reality.DISTANCED: "distanced",
    Reality.NEGATED: "negated",
}
_HAPPENED = (Reality.ASSERTED, Reality.DISTANCED)


def says_of(event: Event, pattern: EventPattern) -> Says | None:
    """Tell what an event says of a duty; None where it is demanded, feared or says nothing of it.

    A denied fulfilment says *not done*; a denied act never becomes *no act*.
    """
    if pattern.says == "done":
        return _of_fulfilment(event)
    if pattern.says == "act":
        return _of_act(event)
    return Says.NOT_DONE if event.reality in _HAPPENED else None


def _of_fulfilment(event: Event) -> Says | None:
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return Says.NOT_DONE
    if event.reality in (Reality.PLANNED, Reality.PROMISED):
        return Says.PROMISE
    if event.reality is Reality.POSTPONED:
        return Says.POSTPONEMENT
    if event.reality not in _HAPPENED:
        return None
    if event.extent == "none":
        return Says.NOT_DONE
    going_on = event.aspect is Aspect.ONGOING and event.kind is not EventKind.PATROL
    return Says.PARTLY if event.extent in ("some", "begun") or going_on else Says.DONE


def _of_act(event: Event) -> Says | None:
    if event.reality in _HAPPENED:
        return Says.ACT
    if event.reality is Reality.DENIED:
        return Says.DENIES
    return Says.NO_ACT if event.reality is Reality.NEGATED else None


def form_of(event: Event) -> Form | None:
    """Give the form that a finding is marked with."""
    return _FORMS.get(event.reality)
