"""Words that say how an agreement itself fares: what names one, and what is owed under it."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.lexicons import words

TEXTS: Final = words("""
    agreement agreements deal deals memorandum accord accords pact truce ceasefire cease-fire treaty
    commitments commitment obligations obligation provisions terms resolution resolutions plan plans
    decision decisions understanding understandings arrangement arrangements clause clauses it them
    proposal offer initiative regime cessation peace roadmap
    """)
_OWED: Final = words("pledge pledges promises undertakings part word side share")
_WHAT: Final = words("what everything all whatever")
_ALL: Final = words("everything all")
_TAKEN_ON: Final = words("""
    sign signs signed agree agrees agreed promise promises promised pledge pledged commit commits
    committed fall falls fell undertook undertaken asked required requires owes owed
    """)
_REACH: Final = 8
"""What was taken on is named within so many words: "what it had signed in March"."""


def of_text(line: Line, told: Told) -> bool:
    """Tell whether an agreement, or what somebody took on, is what is kept, broken or accepted."""
    spoken = {
        word.strip("'\"“”,.")
        for matter in told.roles.with_
        for word in matter.span.text.lower().replace("’", "'").split()
    }
    return bool(spoken & (TEXTS | _OWED)) or _what_was_taken_on(line, told)


def _what_was_taken_on(line: Line, told: Told) -> bool:
    place = told.place + 1
    while place < len(line.items) and line.part(place) == tag.ADVERB:
        place += 1
    if line.low(place) not in _WHAT:
        return False
    if line.low(place) in _ALL and line.part(place + 1) in ("", tag.STOP):
        return told.trigger.key == "implement"
    behind = range(place + 1, min(place + 1 + _REACH, len(line.items)))
    return any(line.low(at) in _TAKEN_ON for at in behind)


def is_done(line: Line, told: Told) -> bool:
    """Tell whether what is done is a part that somebody took on: "did what it had promised"."""
    if told.trigger.lemma.endswith(" part"):
        return True
    behind = range(told.place, min(told.place + 1 + _REACH, len(line.items)))
    return any(set(line.low(at).split()) & _TAKEN_ON for at in behind)


def works_with(line: Line, told: Told) -> bool:
    """Tell whether it is an agreement that somebody cooperates on, in the same sentence."""
    return any(line.low(at) in TEXTS - _POINTERS for at in range(len(line.items)))


_POINTERS: Final = words("it them")
