"""Counted violations of a truce: more than none is an act, none is no act, a rise or fall is neither."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import HAPPENED, Aspect, Event, EventKind, Reading
from trucewatch.core.when import Period, When, edtf
from trucewatch.judge.bearing.fits import on_the_agreement

COUNTED_BREACH: Final = "ceasefire-violation"
"""The mode of an event that says of a truce that it was broken."""

_TRUCE: Final = re.compile(r"\b(?:cease-?\s?fire|truce|cessation|armistice)", re.IGNORECASE)
_TREND: Final = re.compile(
    r"\b(?:fell|fall(?:en|s|ing)?|ris(?:e|en|es|ing)|rose|increas\w+|decreas\w+|drop(?:ped|s|ping)?|declin\w+"
    r"|fewer|reduc\w+|grew|grow(?:n|s|ing)|(?:two|three|four|five|ten)fold|halved|doubled|tripled)\b",
    re.IGNORECASE,
)


_SINCE: Final = re.compile(
    r"\bsince\s(?:(?:the|its|their)\s)?(?:(?:signing|signature|conclusion|start|beginning|announcement|adoption"
    r"|entry\sinto\sforce)\sof\s(?:the\s)?)?(?:[\w’'-]{2,20}\s){0,3}?"
    r"(?:agreement|deal|memorandum|accords?|pact|truce|cease-?fire)\b"
    r"(?!\s(?:of|on|from|dated)\s\w*\s?\d)",
    re.IGNORECASE,
)
"""What is counted since the agreement is about all days since its signing."""


def since_signing(event: Event, reading: Reading, case: Case) -> Event:
    """Give an act that is counted "since the deal" all days from the signing to the report."""
    counted = event.plover[1] == COUNTED_BREACH or event.aspect is Aspect.REPEATED or event.figures
    dated = event.when is not None and event.when.period is not None
    if dated or not counted or event.kind is not EventKind.ATTACK or event.sentence is None:
        return event
    if event.reality not in HAPPENED or _SINCE.search(event.sentence.text) is None:
        return event
    signed, known = case.agreement.signed, reading.document.published
    if known is None or known < signed or not on_the_agreement(reading, case):
        return event
    days = Period(signed, known)
    return replace(event, when=When(edtf=edtf(days), period=days, span=None, basis="inherited"))


def counts_for_the_truce(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether what is counted is of the case's truce: by a "truce commission", or told of it."""
    told = next((each for each in reading.statements if each.id == event.statement), None)
    speaker = case.actors.by_id.get(told.speaker or "") if told is not None else None
    watch = speaker is not None and _TRUCE.search(speaker.name) is not None
    return watch or on_the_agreement(reading, case)


def keeps_a_truce(duty: Duty) -> bool:
    """Tell whether a duty is a truce, by its own words."""
    return any(_TRUCE.search(words) for words in (*duty.words, duty.what))


def is_trend(event: Event) -> bool:
    """Tell whether a sentence speaks of more or fewer violations than before."""
    return event.sentence is not None and bool(_TREND.search(event.sentence.text))


def counted_says(event: Event, reading: Reading, says: Says) -> Says:
    """Give what counted violations say: of none, no act."""
    counted = [figure for figure in reading.figures if figure.id in event.figures]
    none = any(figure.low == 0 and figure.high == 0 for figure in counted)
    return Says.NO_ACT if none and says is Says.ACT else says
