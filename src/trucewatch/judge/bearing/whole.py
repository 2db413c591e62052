"""Words on the agreement as a whole: a row of their own, without weight on any clause."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, EventKind, Reading, Reality
from trucewatch.judge.bearing.counts import COUNTED_BREACH
from trucewatch.judge.bearing.fits import names_any, on_the_agreement
from trucewatch.judge.bearing.says import HAPPENED

_KEEPS: Final = re.compile(
    r"implement|compl|fulfil|respect|honou?r|adher|abid|observ|uphold|upheld|hold|held|liv|put|go|went",
    re.IGNORECASE,
)
_ACCORD: Final = re.compile(
    r"\b(?:(?:the|this|that|its|their)\s(?:[\w’'-]{1,20}\s){0,2})?"
    r"(?:deal|agreements?|memorandum|accords?|pact|treaty)\b",
    re.IGNORECASE,
)
_CHARGE: Final = re.compile(
    r"\b(?:accusations?|charges?|allegations?|claims?|blame)\b", re.IGNORECASE
)


def whole_says(event: Event, reading: Reading, case: Case) -> Says | None:
    """Tell what an event says of the agreement as a whole; None where it is not about it."""
    if event.kind is EventKind.REFUSAL and _denies_a_charge(event, reading, case):
        return Says.DENIES
    if event.kind not in _KINDS or not _is_about(event, reading, case):
        return None
    happened = event.reality in HAPPENED
    if event.kind is EventKind.REFUSAL:
        return Says.REFUSAL if happened else None
    if event.kind is EventKind.ACCEPTANCE:
        return Says.PROMISE if happened or event.reality is Reality.PROMISED else None
    if event.plover[1] == COUNTED_BREACH:
        return None
    if _KEEPS.match(event.trigger.text):
        return _kept(event)
    if event.reality is Reality.DENIED:
        return Says.DENIES
    return Says.ACT if happened else None


_KINDS: Final = frozenset({EventKind.REFUSAL, EventKind.ACCEPTANCE, EventKind.OTHER})


def _kept(event: Event) -> Says | None:
    if event.ahead:
        return Says.REFUSAL
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return Says.NOT_DONE
    if event.reality in (Reality.PLANNED, Reality.PROMISED):
        return Says.PROMISE
    if event.reality not in HAPPENED:
        return None
    return Says.PARTLY if event.extent in ("some", "begun") else Says.DONE


def _is_about(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether it is the agreement that an event is about: named as such, or as "the deal"."""
    matter = " ".join(thing.span.text for thing in event.with_)
    if names_any(case.agreement.names, matter):
        return True
    if _goes_to_plan(event) or _ACCORD.search(matter):
        return on_the_agreement(reading, case)
    return False


def _goes_to_plan(event: Event) -> bool:
    return " plan" in event.trigger.text.lower()


def _denies_a_charge(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether a charge is turned down as a whole, in a report on the agreement."""
    matter = " ".join(thing.span.text for thing in event.with_)
    plain = event.reality in HAPPENED and len(event.with_) == 1
    return plain and bool(_CHARGE.search(matter)) and on_the_agreement(reading, case)
