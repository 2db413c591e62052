"""Whether words name a task and no deed: "problems with the withdrawal", "the deal creates a zone"."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.reading import FIGHTS, HAPPENED, EventKind, Reality
from trucewatch.core.span import Span
from trucewatch.extract.events.what.unarmed import is_unarmed
from trucewatch.extract.events.whether.signs import NO_TROUBLE

_TASKS: Final = frozenset(
    {
        *(EventKind.WITHDRAWAL, EventKind.PATROL, EventKind.CONSTRUCTION),
        *(EventKind.OPENING, EventKind.RELEASE),
    }
)
_TOLD: Final = HAPPENED | {Reality.PLANNED, Reality.PROMISED}
_ITS_WORDS: Final = r"(?:(?!(?:after|before|since|despite|following|by|during|with|on|in|from|and|but|that|as)\b)[\w’'-]+\s){0,4}$"
_TROUBLE: Final = re.compile(
    r"\b(?:problems?|difficult(?:y|ies)|obstacles?|hurdles?|complications?|snags?|hitch(?:es)?|setbacks?|trouble"
    r"|delays?|disputes?|quarrels?|disagree(?:s|d|ments?)?|differ(?:s|ed|ences)?"
    r"|odds|divided|argu(?:ed?|ing|ments?)|deadlock)\b(?:\s(?!and\b|but\b|after\b|as\b)[\w’'-]+){0,4}?"
    rf"\s(?:with|in|on|over|to|about|around|regarding|concerning|surrounding)\s{_ITS_WORDS}",
    re.IGNORECASE,
)
_IN_CHARGE: Final = re.compile(
    r"\b(?:responsib(?:le|ility)\sfor|in\scharge\sof|(?:charged|tasked|entrusted|dealing)\swith|guarantors?\sof"
    rf"|accountable\sfor)\s{_ITS_WORDS}",
    re.IGNORECASE,
)
_OPPOSED: Final = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|hamper(?:s|ed|ing)?|hinder(?:s|ed|ing)?"
    r"|imped(?:e|es|ed|ing)|obstruct(?:s|ed|ing)?|complicat(?:e|es|ed|ing)|resist(?:s|ed|ing)?)\s"
    rf"{_ITS_WORDS}"
    r"|\b(?:(?:is|are|was|were|remains?)\sagainst|(?:opposed|opposition|objections?|object(?:s|ed)|resistance)\sto)\s"
    rf"{_ITS_WORDS}",
    re.IGNORECASE,
)
_BROKEN: Final = re.compile(
    r"\b(?:br(?:eak|oke|oken|each)\w*|violat\w*|infring\w*|flout\w*|disregard\w*|breach\w*)\s(?:[\w’'-]+\s){0,3}cessation\sof\s$",
    re.IGNORECASE,
)
"""Behind these "hostilities" only name the truce that was broken."""

_BEHIND_TIME: Final = re.compile(
    r"[^.;:,]{0,80}?\b(?:is|are|was|were|has|have|had|remain(?:s|ed)?)\s(?:been\s)?(?:\w+ly\s)?(?:taking\s(?:too\s)?(?:long|more\stime)"
    r"|taken\s(?:too\s)?long|lagging|behind\sschedule|dragging|late\b|overdue|fac(?:ing|ed)\s(?:\w+\s)?(?:problems|difficulties|obstacles))"
    r"|[^.;:,]{0,60}\b(?:conditional|dependent|contingent)\s(?:on|upon)\b",
    re.IGNORECASE,
)


def is_no_deed(sentence: Span, trigger: Span, kind: str, reality: str) -> bool:
    """Tell whether a word tells of no deed: it is unsaid, an agreement's term, or no arms' work."""
    return (
        is_unsaid(sentence, trigger, kind, reality)
        or is_of_terms(sentence, trigger, reality)
        or is_unarmed(sentence, trigger, kind)
    )


def is_unsaid(sentence: Span, trigger: Span, kind: str, reality: str) -> bool:
    """Tell whether words around a noun leave it unsaid whether what it names was done.

    So they do where they speak of trouble with it, of who answers for it, of who is against it, and of
    how long it takes. What somebody is against they do not promise.
    """
    if kind in FIGHTS:
        return _BROKEN.search(sentence.text[: trigger.start - sentence.start]) is not None
    if kind not in _TASKS or reality not in _TOLD or not _is_noun(trigger):
        return False
    start = trigger.start - sentence.start
    before, behind = sentence.text[:start], sentence.text[start + len(trigger.text) :]
    if _OPPOSED.search(before):
        return True
    if reality not in HAPPENED:
        return False
    if NO_TROUBLE.search(before):
        return False
    trouble = any(pattern.search(before) for pattern in (_TROUBLE, _IN_CHARGE))
    return trouble or _BEHIND_TIME.match(behind) is not None


def _is_noun(trigger: Span) -> bool:
    return trigger.text.lower().removesuffix("s").endswith(_NOUNS)


_TEXT: Final = r"\b(?:deal|agreement|memorandum|accord|pact|treaty|truce|plan|text|document|understanding|arrangement)\b"
_ASKS: Final = re.compile(
    rf"{_TEXT}[^.;]{{0,60}}?\b(?:says|provid(?:es|ed)\sfor|stipulate[sd]|envisage[sd]|envision(?:s|ed)|fores(?:ees|aw)|requires"
    r"|calls?\sfor|creates?|created|establishe[sd]|sets?\sup|introduce[sd]|prescribe[sd]|outlines?)\s[^.;]{0,90}$"
    r"|\bagree(?:s|d)?\b[^.;]{0,40}?\bon\s(?:an?|the)\s[^.;,]{0,70}$",
    re.IGNORECASE,
)
_LINKED: Final = re.compile(
    r"\b(?:which|where|whence|that)\s[^,;.]{0,60}\b(?:is|are)\s(?:\w+ly\s)?$", re.IGNORECASE
)
_FINITE: Final = re.compile(
    r"\b(?:has|have|had|been|was|were|is|are|be|being)\s(?:\w+ly\s)?$|[,;]\s?$|\b(?:and|but)\s$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\s(?:jointly\s|together\s)?by\b", re.IGNORECASE)
_MAKES: Final = frozenset({"creates", "establishes", "sets up", "introduces"})
_SUBJECT: Final = re.compile(rf"{_TEXT}(?:,[^,;.]{{0,60}},)?\s(?:also\s|now\s)?$", re.IGNORECASE)


def is_of_terms(sentence: Span, trigger: Span, reality: str) -> bool:
    """Tell whether only an agreement has it so: "the deal creates a zone that is patrolled by X".

    What it tells of in the present, or by a participle alone, is what it asks.
    """
    if reality not in HAPPENED:
        return False
    start = trigger.start - sentence.start
    before, behind = sentence.text[:start], sentence.text[start + len(trigger.text) :]
    if trigger.text.lower() in _MAKES:
        return _SUBJECT.search(before) is not None
    if not trigger.text.lower().endswith(("ed", "n", "en")) or not _ASKS.search(before):
        return False
    bare = _BY.match(behind) is not None and not _FINITE.search(before)
    return bare or _LINKED.search(before) is not None


_NOUNS: Final = ("al", "patrol", "ment", "tion", "ure", "out", "back", "ing", "retreat", "release")
"""How nouns for these deeds end."""
