"""Words that say how an agreement itself fares: what names one, and what is owed under it."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.lexicons import words

TEXTS: Final = words("""
    agreement agreements deal deals memorandum accord accords pact truce ceasefire cease-fire treaty
    commitments commitment obligations obligation responsibilities responsibility provisions terms resolution resolutions plan plans
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


def strikes_a_deal(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is the "struck" of "the deal that X struck", which hits nobody."""
    if text[start:end].lower() not in _STRIKES:
        return False
    before = text[max(0, start - _CLAUSE) : start]
    if _DEAL_THAT.search(before) or _DEAL_BEHIND.match(text, end):
        return True
    return _DEAL_OF.search(before) is not None and _NOT_HIT.match(text, end) is not None


_STRIKES: Final = words("strike strikes struck striking stricken")
_CLAUSE: Final = 120
_NOUNS: Final = (
    r"(?:deals?|accords?|agreements?|pacts?|memorandum|truces?|cease-?fires?|treaty|bargain|compromise"
    r"|understanding|arrangement|balance|note|tone|chord|partnership)"
)
_WHO: Final = r"(?:\s(?:[A-Z][\w’'-]*|and|the|its|their|his|two|three|four|had|has|have|was|were|been|being))*"
_DEAL_THAT: Final = re.compile(
    rf"\b{_NOUNS}(?:\s(?:that|which)|,\swhich)"
    rf"{_WHO}(?:,{_WHO})?(?:\s(?:countries|capitals|sides|leaders|presidents|governments|powers|guarantors|parties))?"
    r"(?:\s(?:had|has|have|then|once|first|later|jointly))*\s\Z"
)
_DEAL_OF: Final = re.compile(rf"\b{_NOUNS}{_WHO}\s\Z")
_NOT_HIT: Final = re.compile(
    r"\W*\Z|[,.;:)]|\s(?:by|with|between|among|at|in|on|last|two|three|four|six|earlier|after|during|a|this"
    r"|under|over|to|for|about|and)\b"
)
_NOT_PREP: Final = (
    r"(?!(?:despite|under|since|in|on|after|before|during|amid|of|with|against|near|at|over|by|for|from|to"
    r"|and|as|until|when|while|where|who|that|which|hours?|days?)\s)"
)
_DEAL_BEHIND: Final = re.compile(
    rf"\s(?:(?:an?|another)\s(?:{_NOT_PREP}[\w’'-]+\s){{0,3}}?"
    rf"|(?:(?:the|this|that|its|their|no|any|such\san?)\s)?(?:{_NOT_PREP}[a-z-]+\s){{0,2}}?)"
    rf"{_NOUNS}\b(?!\s(?:monitor|observer|line|commission|zone|post|patrol|force|area|mission)|['’])"
)
"""The object of the verb: "struck a new deal"."""


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
