"""What somebody only cites: the charge that he answers or notes, and the denial that he does not believe."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, Statement
from trucewatch.core.span import Span
from trucewatch.judge.bearing.charges import A_LIE, DENIES
from trucewatch.judge.bearing.reasons import CITED

_NOUN: Final = (
    r"(?:claims?|accusations?|allegations?|charges?|insinuations?|suggestions?|rumou?rs?|reports?|talk"
    r"|stories)\s(?:[\w\s-]{1,50}\s)?(?:that|of|about)\b"
)
_ON: Final = r"[^.,;!?“”\"]*$"
_CHARGED: Final = re.compile(
    rf"\b(?:(?:accus|blam)(?:e[sd]?|ing)\b|alleg(?:es?|ed|ing)\b|{_NOUN}){_ON}", re.IGNORECASE
)
"""What stands before an act that others charge somebody with."""

_THEY_SAY: Final = re.compile(
    r"(?:\baccording\sto|(?<!\bwe)(?<!\bI)\s(?:says?|said|claims?|claimed|insists?|insisted|pretends?"
    r"|thinks?))\b[^.;!?“”\"]*$",
    re.IGNORECASE,
)
_NOTED: Final = re.compile(
    r"(?:\b(?:tak(?:e[sn]?|ing)|took)\s(?:\w+\s)?note\sof|\baware\sof|\bcomment(?:s|ed|ing)?\son"
    r"|\b(?:react|respond|repl)(?:s|ed|ied|ying|ing)?\sto|\banswer(?:s|ed|ing)?|\basked\s(?:about|on)"
    rf"|\bignor(?:es?|ed|ing))\s(?:[\w’'-]{{1,20}}\s){{0,3}}?{_NOUN}(?:(?!\band\b)[^.,;!?“”\"])*$",
    re.IGNORECASE,
)
"""What is only answered, noted or ignored."""

_STAGED: Final = re.compile(
    r"\b(?:stag|fabricat|fak|forg|simulat)(?:es?|ed|ing)\b[^.,;!?“”\"]{0,50}"
    r"\b(?:videos?|footage|films?|images?|pictures?|photos?|photographs?|scenes?)\b[^.,;!?“”\"]*$",
    re.IGNORECASE,
)
""""They staged a video of a raid": there is the video, and no word that there was the raid."""

_NOT: Final = re.compile(r"\b(?:no|not|nothing|never|none)\b|n['’]t\b", re.IGNORECASE)
_UNTRUE: Final = re.compile(r"[^.;!?“”\"]*" + A_LIE.pattern, re.IGNORECASE)
_TRUE: Final = re.compile(
    r"\b(?:confirm\w*|admit\w*|acknowledg\w*|conced\w*|(?<!not\s)true|correct|accurate|rightly|own(?:s|ed)?\sup)\b",
    re.IGNORECASE,
)
_DISBELIEVED: Final = re.compile(
    r"\b(?:dismiss|reject|refut|disput|doubt|question|mock|ridicul|scoff|ignor|brush|disbeliev|not\sbeliev|n['’]t\sbeliev)"
    r"[^.;!?“”\"]{0,80}?\bdenials?\b[^.;!?“”\"]*$",
    re.IGNORECASE,
)
_DENIAL: Final = re.compile(r"denials?", re.IGNORECASE)
_US: Final = re.compile(r"(?:we|us|our)\b", re.IGNORECASE)
_WE_DID: Final = re.compile(r"\bwe\s(?:(?:have|had|also|did)\s){0,2}$", re.IGNORECASE)


def only_cited(
    event: Event, statement: Statement | None, says: Says, doer: str | None, case: Case
) -> tuple[str, ...]:
    """Give why what somebody cites is not what he says: empty where he says it himself."""
    if statement is None or event.sentence is None or says not in _WEIGHTY:
        return ()
    start = event.trigger.start - event.sentence.start
    before, behind = event.sentence.text[:start], event.sentence.text[start:]
    noted, within = _windows(event.sentence, statement, before)
    if says is Says.DENIES:
        theirs = _DENIAL.fullmatch(" ".join(cue.text for cue in statement.cue)) is not None
        cited = _DISBELIEVED.search(before) is not None or _only_noted(noted, event.sentence.text)
        cited = cited and not (theirs and _is_own(statement, doer, case))
    elif _TRUE.search(before) or _TRUE.search(behind):
        cited = False
    else:
        untrue = _CHARGED.search(within) is not None and _UNTRUE.match(behind) is not None
        own = _charged(event, within, own=_is_own(statement, doer, case))
        staged = _STAGED.search(within) is not None
        cited = untrue or own or staged or _NOTED.search(noted) is not None
    return (CITED,) if cited else ()


def _windows(sentence: Span, statement: Statement, before: str) -> tuple[str, str]:
    """Give the words before an act from the cue on, and from its second word on."""
    cues = (cue for cue in statement.cue if sentence.holds(cue))
    cue = min(cues, key=lambda each: each.start, default=None)
    if cue is None or cue.start - sentence.start >= len(before):
        return before, before
    begin = cue.start - sentence.start
    return before[begin:], before[begin + len(cue.text.split()[0]) :]


_WEIGHTY: Final = frozenset({Says.ACT, Says.NOT_DONE, Says.PARTLY, Says.DONE, Says.DENIES})


def _only_noted(noted: str, sentence: str) -> bool:
    """Tell whether a charge is noted or ignored where no word denies it."""
    denies = any(each.search(sentence) for each in (DENIES, A_LIE, _NOT))
    return not denies and _NOTED.search(noted) is not None


def _charged(event: Event, before: str, *, own: bool) -> bool:
    """Tell whether others charge who speaks with it: "they accuse us of", "X says we"."""
    ours = any(_US.match(party.span.text) for party in event.by)
    ours = ours or (not event.by and _WE_DID.search(before) is not None)
    charged = (own or ours) and _CHARGED.search(before) is not None
    return charged or (ours and _THEY_SAY.search(before) is not None)


def _is_own(statement: Statement, doer: str | None, case: Case) -> bool:
    """Tell whether what is cited was done by who speaks."""
    speaker = statement.for_ or statement.speaker
    if speaker is None or doer is None:
        return False
    return bool(set(case.actors.bodies(speaker)) & set(case.actors.bodies(doer)))
