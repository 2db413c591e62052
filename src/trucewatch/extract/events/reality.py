"""How a text presents an event: its reality, its aspect, and how much of it was done."""

from __future__ import annotations

import re
from typing import Final, Literal

from trucewatch.core.reading import Aspect, Reality
from trucewatch.extract.events.triggers import Trigger

Extent = Literal["all", "some", "begun", "none"]


def _near(words: str, reach: int = 5) -> re.Pattern[str]:
    """Match a cue that stands at most `reach` words before the end of a stretch."""
    return re.compile(
        rf"\b(?:{words})\b(?:[,\s]+[\w’'%-]{{1,30}}){{0,{reach}}}[,\s]*$", re.IGNORECASE
    )


_CARRIED_OUT: Final = _near(
    r"(?:continu\w+|began|begun|beg[ai]n\w*|start\w*|manag\w+|used|forced|able|resum\w+|went on|gone on|came|had had|ceas\w+ not)\sto",
    1,
)
_ATTEMPT: Final = _near(
    r"(?:attempt\w*|tr(?:y|ies|ied|ying)|seek\w*|sought|striv\w+|effort\w*)\sto", 1
)
_FAILED: Final = _near(
    r"not|never|no|none|nor|neither|nobody|without|fail(?:s|ed|ing)?\sto|yet\sto|refus(?:e|es|ed|ing)\sto"
    r"|declin(?:e|es|ed|ing)\sto|unwilling\sto|has\s?n['’]t|(?:did|do|does|have|had|was|were|is|are|will|would)n['’]t|cannot",
    4,
)
_STILL_DOING: Final = _near(
    r"not\sonly|(?:not|n['’]t|never|without)\s(?:stop|stopp?ing|stopped|ceas\w+|halt\w*|abandon\w*|giv\w+\sup)",
    6,
)
_NO_NOUN: Final = _near(
    r"no|not\sany|without(?:\sany)?|nor\sany|zero|free\sof|absence\sof|not\sa\ssingle", 3
)
_POSTPONED: Final = _near(r"postpon\w+|delay\w*|put\soff|putting\soff|suspend\w*|push\w*\sback", 7)
_PROMISED: Final = _near(
    r"pledg\w+|promis\w+|vow\w*|commit\w*|undert\w+|guarant\w+|assur\w+|agree[ds]?\sto", 7
)
_DEMANDED: Final = _near(
    r"must|should|demand\w*|call(?:s|ed|ing)?\s(?:on|for|upon)|urg(?:e|es|ed|ing)|request\w*|ask(?:s|ed|ing)?"
    r"|need(?:s|ed)?\sto|ha[sd]\sto|have\sto|ought\sto|requir\w+|insist\w*|order(?:s|ed)|deadline\s(?:for|to)|supposed\sto|obliged\sto",
    7,
)
_PLANNED: Final = _near(
    r"will|shall|’ll|plan(?:s|ned|ning)?\s(?:to|for|of)|planned|intend\w*|prepar\w+\s(?:to|for)|expect(?:s|ed)?|due\sto|going\sto"
    r"|about\sto|scheduled|set\sto|ready\sto|(?:is|are|was|were)\sto|would|aim(?:s|ed|ing)?\s(?:to|at)|decid\w+\sto|upcoming|future|possible",
    6,
)
_FEARED: Final = _near(
    r"may|might|could|can|fear\w*|threat\w*|warn\w*|risk\w*|in\scase\sof|possibility\sof|potential|imminent|looming|stage|staging|fabricat\w+"
    r"|prevent\w*|avert\w*|avoid\w*|deter\w*|stop\w*|halt\w*|forestall\w*|against\sany|any|allow\w*",
    6,
)
_DENIED: Final = _near(
    r"den(?:y|ies|ied|ying)|denial\sof|refut\w+|dismiss\w*|reject(?:s|ed|ing)?\s(?:the\s|any\s)?(?:claim|report|accusation|allegation|charge)s?",
    12,
)
_DISTANCED: Final = re.compile(
    r"\b(?:allegedly|alleged|reportedly|purported(?:ly)?|apparent(?:ly)?|supposed(?:ly)?|suspected|presumabl[ey]|probabl[ey]"
    r"|likely|believed\sto|said\sto\shave|said\sto\sbe|rumou?red|unconfirmed|it\sis\s(?:said|claimed|reported)|there\sare\s(?:reports|claims))\b",
    re.IGNORECASE,
)
_IF: Final = re.compile(r"^(?:,\s)?(?:if|unless|should|in\scase)\b", re.IGNORECASE)
_TO: Final = re.compile(r"\bto(?:\s\w{1,12}ly)?\s$", re.IGNORECASE)
_PROGRESSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|been|keeps?|kept|continu\w+|still)\s(?:\w{2,12}\s){0,2}$", re.IGNORECASE
)
_ONGOING: Final = re.compile(
    r"\b(?:continu(?:e|es|ed|ing)|still|ongoing|keeps?|remain\w*|not\sstopp(?:ing|ed))\b",
    re.IGNORECASE,
)
_REPEATED: Final = re.compile(
    r"\b(?:repeated(?:ly)?|daily|regular(?:ly)?|frequent(?:ly)?|times|twice|several|multiple|series|constantly|routinely|again\sand\sagain|intermittent(?:ly)?)\b",
    re.IGNORECASE,
)
_NOT_ALL: Final = re.compile(
    r"\b(?:not\s(?:all|every|fully|completely|entirely|totally|yet)|incomplete|(?:in|un)completed|have\syet\sto|has\syet\sto)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:some|part(?:s|ly|ially)?|most(?:ly)?|nearly\sall|almost\sall|many|several|a\snumber\sof|bulk|large\sparts?|wide\sparts"
    r"|(?:more\sthan|over|about|around|some|nearly|almost|at\sleast)\s[\d,]+|close\sto\s(?:being\s)?complet\w+|near(?:ing|s)?\scompletion)\b",
    re.IGNORECASE,
)
_BEGUN: Final = re.compile(
    r"\b(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|under\s?way|first\s(?:group|batch|convoy|stage|phase))\b",
    re.IGNORECASE,
)
_ALL: Final = re.compile(
    r"\b(?:complet(?:e|es|ed|ely|ion)|finish(?:es|ed)?|conclud(?:e|es|ed)|full(?:y)?|all|entire(?:ly)?|every|total(?:ly)?|wholly)\b",
    re.IGNORECASE,
)


def reality_of(text: str, left: int, stretch_start: int, trigger: Trigger, denied: bool) -> Reality:
    """Tell how the words before a trigger present it.

    `left` is where the trigger's own words begin, `stretch_start` where its clause does; `denied` is
    true inside a statement whose cue denies.
    """
    own = text[max(left, trigger.start - 120) : trigger.start]
    clause = text[max(stretch_start, trigger.start - 160) : trigger.start]
    if denied or _DENIED.search(clause):
        return Reality.DENIED
    if trigger.form == "noun" and _NO_NOUN.search(own):
        return Reality.NEGATED
    if trigger.form != "noun" and _FAILED.search(own) and not _STILL_DOING.search(own):
        return Reality.NEGATED
    if _CARRIED_OUT.search(own) or _ATTEMPT.search(own) or _STILL_DOING.search(own):
        return _distanced(clause)
    for pattern, reality in (
        (_POSTPONED, Reality.POSTPONED),
        (_DEMANDED, Reality.DEMANDED),
        (_PROMISED, Reality.PROMISED),
        (_PLANNED, Reality.PLANNED),
        (_FEARED, Reality.FEARED),
    ):
        if pattern.search(clause):
            return reality
    if _IF.match(text[stretch_start : trigger.start]):
        return Reality.FEARED
    if trigger.form == "base" and _TO.search(own):
        return Reality.PLANNED
    return _distanced(text[max(stretch_start, trigger.start - 160) : trigger.end + 60])


def _distanced(words: str) -> Reality:
    return Reality.DISTANCED if _DISTANCED.search(words) else Reality.ASSERTED


def aspect_of(text: str, stretch_start: int, stretch_end: int, trigger: Trigger) -> Aspect:
    """Tell whether an event happened once, repeatedly or goes on."""
    before = text[stretch_start : trigger.start]
    if trigger.key == "remain" or _ONGOING.search(before[-60:]):
        return Aspect.ONGOING
    if trigger.form == "ing" and _PROGRESSIVE.search(before[-40:]):
        return Aspect.ONGOING
    if _REPEATED.search(text[stretch_start:stretch_end]):
        return Aspect.REPEATED
    return Aspect.ONCE


def extent_of(text: str, start: int, end: int) -> Extent | None:
    """Tell how much of it the words of a clause say was done; None where they do not say."""
    words = text[start:end]
    if _NOT_ALL.search(words):
        return "none"
    for pattern, extent in ((_SOME, "some"), (_BEGUN, "begun"), (_ALL, "all")):
        if pattern.search(words):
            return extent  # type: ignore[return-value]
    return None
