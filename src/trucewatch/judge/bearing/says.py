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

    Where nothing is there any longer, it is done: "no guns remain in the zone". What shall not be left
    undone is promised: "will give up none of the posts"; what shall be is refused: "will stay in the zone".
    """
    gone = event.reality in (Reality.NEGATED, Reality.DENIED) and event.extent is None
    stays = event.kind is EventKind.DEPLOYMENT and event.aspect is Aspect.ONGOING
    if event.ahead:
        return Says.PROMISE
    if event.reality in _INTENDED:
        return None if event.trigger.text.lower().startswith("return") else Says.REFUSAL
    if gone and stays:
        return Says.DONE
    return Says.NOT_DONE if event.reality in HAPPENED else None


_OPEN: Final = re.compile(
    r"\bwhether\b[^,;:]*$"
    r"|\b(?:commit|oblig|bind|bound|pledg)\w*\s(?:themselves|itself|himself)\b[^;:]*$"
    r"|\b(?:check|verif|examin|investigat|review|assess|stud)\w*\s(?:[\w’'-]{1,20}\s){0,4}?"
    r"(?:reports?|claims?|information|statements?|allegations?)\s(?:on|of|about|that|concerning|regarding)\b[^,;:]*$",
    re.IGNORECASE,
)
_DOUBTED: Final = re.compile(
    r"(?:(?<!\bno\s)(?<!\bnot\s)(?<!\bnever\s)(?<!n['’]t\s)(?<!\bwithout\s)(?<!\bnobody\s)(?<!\bone\s)(?<!\blonger\s)"
    r"\bdoubt(?:s|ed|ing|ful)?\s(?:that|about|over|whether|if)"
    r"|\b(?:sceptical|skeptical|unsure|uncertain|unclear|unconvinced|unconfirmed)\s(?:that|about|of|if|whether)"
    r"|\bquestion(?:s|ed|ing)?\s(?:that|whether|if)|\bno\s(?:independent\s)?confirmation\s(?:that|of)"
    r"|\b(?:not|n['’]t|from|hardly|never)\s(?:(?:yet|entirely|fully|at\sall)\s)?(?:certain|sure|convinced|persuaded|clear|proven)"
    r"\s(?:that|if|whether)"
    r"|\b(?:few|hardly\s(?:anyone|anybody)|nobody|no\sone)\s(?:\w+\s){0,3}?(?:believ\w+|think|thinks|thought|credit\w*)"
    r"(?:\sthat)?"
    r"|\b(?:not|unable\sto|cannot|failed\sto|nor|n['’]t)\s(?:(?:yet|be|been|able\sto|independently|immediately|fully)\s){0,3}"
    r"(?:confirm|verif|corroborat|establish|ascertain|substantiat|authenticat)\w*(?:\sthat)?)\s[^,;:]*$",
    re.IGNORECASE,
)
"""How words begin that somebody doubts, or cannot confirm."""


_ASKS: Final = re.compile(
    r"\W*(?:\w+[,:]?\s){0,2}(?:have|has|had|did|do|does|is|are|was|were)(?:n['’]t)?\s",
    re.IGNORECASE,
)
"""How a question opens that wants a yes or no."""


_NOT_SO_AS_TO: Final = re.compile(
    r"[^.;:,]{2,40}\s(?:only\s|just\s|in\sorder\s|so\sas\s)?to\s(?:then\s)?(?:abandon|leave|give|hand|let|see|watch"
    r"|withdraw|pull|quit|lose|surrender)\b",
    re.IGNORECASE,
)
"""What is not done for a purpose is done: "did not build them to abandon them"."""


_ON: Final = r"(?:(?!\b(?:and|but|while|saying)\b)[^,;:.])*"
_DENIES_NOT: Final = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)(?<!never\s)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|refut(?:es|ed|ing)|brush(?:es|ed|ing)\saside|disput(?:es|ed|ing))\s"
    r"(?:(?:that|it|they|he|she)\s|(?=(?:having\s)?fail(?:ed|ing)\s)|(?:[\w’'-]{1,20}\s){0,4}?(?:claims?|suggestions?"
    r"|accusations?|allegations?|charges?|reports?|assertions?|insinuations?)\s(?:[\w-]{1,20}\s){0,4}?(?:that|of)\s)"
    rf"{_ON}(?<!\bwould\s)(?<!\bwill\s)\b(?:not|never|\w+n['’]t|(?:fail|neglect)(?:s|ed|ing)?\sto)\b{_ON}$",
    re.IGNORECASE,
)
"""What somebody denies not to be so: he says that it is, and not that it is not."""


def is_left_open(event: Event) -> bool:
    """Tell whether it is left open: "checks whether they left", "committed themselves to it", "doubts it"."""
    if event.sentence is None:
        return False
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    if _DENIES_NOT.search(before) or _DOUBTED.search(before):
        return True
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        behind = event.sentence.text[event.trigger.end - event.sentence.start :]
        set_up = event.kind in (EventKind.CONSTRUCTION, EventKind.DEPLOYMENT)
        return set_up and _NOT_SO_AS_TO.match(behind) is not None
    asked = _ASKS.match(before) and event.sentence.text.rstrip("\"'”’ ").endswith("?")
    return bool(asked) or _OPEN.search(before) is not None


_UP_TO_IT: Final = (
    r"(?:(?!(?:sa(?:id|ys|ying)|told|add(?:ed|s|ing)|that|but|when|while|before|after|as|because)\b)"
    r"[^\s,;:]+\s){0,9}"
)
_UNAWARE: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|no|not|never|neither|nor|without)\b"
    r"[^,;:]{0,60}?\b(?:kn(?:ow|ows|ew|own|owing|owledge)|aware(?:ness)?|told|informed|notified|briefed|warned"
    r"|consulted|alerted|tipped\soff|notice|warning|foreknowledge)\s(?:(?:in\sadvance|beforehand|anything|at\sall)\s)?"
    rf"(?:of|about|that)\s{_UP_TO_IT}$"
    rf"|\b(?:unaware|ignorant|kn(?:ow|ows|ew)\snothing)\s(?:of|about|that)\s{_UP_TO_IT}$",
    re.IGNORECASE,
)


def only_unknown_to(event: Event) -> bool:
    """Tell whether only somebody's knowledge of it is denied: "denied it knew of the raid"."""
    if event.sentence is None:
        return False
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    return _UNAWARE.search(before) is not None


def form_of(event: Event) -> Form | None:
    """Give the form that a finding is marked with."""
    return _FORMS.get(event.reality)
