"""Counted violations of a truce: more than none is an act, none is no act, a rise or fall is neither."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.agreement import Duty
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, Reading

COUNTED_BREACH: Final = "ceasefire-violation"
"""The mode of an event that says of a truce that it was broken."""

_TRUCE: Final = re.compile(r"\b(?:cease-?\s?fire|truce|cessation|armistice)", re.IGNORECASE)
_TREND: Final = re.compile(
    r"\b(?:fell|fall(?:en|s|ing)?|ris(?:e|en|es|ing)|rose|increas\w+|decreas\w+|drop(?:ped|s|ping)?|declin\w+"
    r"|fewer|reduc\w+|grew|grow(?:n|s|ing)|(?:two|three|four|five|ten)fold|halved|doubled|tripled)\b",
    re.IGNORECASE,
)


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
