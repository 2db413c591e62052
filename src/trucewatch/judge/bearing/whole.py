"""Words on the agreement as a whole: a row of their own, without weight on any clause."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import HAPPENED, Event, EventKind, Reading, Reality
from trucewatch.judge.bearing.counts import COUNTED_BREACH
from trucewatch.judge.bearing.fits import names_any, on_the_agreement
from trucewatch.judge.bearing.says import is_left_open

_KEEPS: Final = re.compile(
    r"implement|compl|fulfil|respect|honou?r|adher|abid|observ|uphold|upheld|hold|held|liv|put|go|went"
    r"|carr|deliver|me(?:et|t)|st(?:and|ood)|ma(?:k|d)e|work|function|surviv|endur|keep|kept|do(?:es|ing|ne)?\b|did\b",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"(?:collaps|unravel|crumbl|fail|dead|over|finished)", re.IGNORECASE)
_ACCORD: Final = re.compile(
    r"\b(?:(?:the|this|that|its|their)\s(?:[\w’'-]{1,20}\s){0,2})?"
    r"(?:deal|agreements?|memorandum|accords?|pact|treaty|understandings?)\b",
    re.IGNORECASE,
)
_OWED: Final = re.compile(
    r"\b(?:(?:obligations?|commitments?|responsibilit(?:y|ies)|pledges?|promises|undertakings?)\b"
    r"|(?:its|their|our|his)\s(?:part|word|side|share)\b"
    r"|(?:fulfil\w*|implement\w*|done|carried\sout)\s(?:everything|all)(?=\W|$)"
    r"|(?:what|everything|all)\s(?:[\w’'-]{1,20}\s){0,4}"
    r"(?:sign|agree|promis|pledg|commit|undert|f[ae]ll|asked|requir|ow))",
    re.IGNORECASE,
)
"""What a signatory took on: in a report on the agreement, under it."""

_ITS_TERMS: Final = re.compile(
    r"\b(?:provided\sfor|envisaged|envisioned|foreseen|stipulated|laid\sdown|set\sout|required|called\sfor"
    r"|specified|mentioned|promised|prescribed)\s(?:in|by|under)\b|\bunder\sthe\b",
    re.IGNORECASE,
)
"""Behind these the agreement is named as what asks for something: that is one of its terms."""

_CHARGE: Final = re.compile(
    r"\b(?:accusations?|charges?|allegations?|claims?|blame)\b", re.IGNORECASE
)
_COOPERATES: Final = re.compile(r"co-?operat", re.IGNORECASE)
_NEVER: Final = re.compile(
    r"\b(?:do|does|did|shall|will|would|can|could)(?:\snot|n['’]t)\s(?:\w+\s){0,2}$|\bcannot\s$|\bnever\s$",
    re.IGNORECASE,
)
_EFFORT: Final = re.compile(
    r"\b(?:efforts?|attempts?|tr(?:y|ies|ied|ying)|order|able|capable|aimed?)\s(?:to|of|at)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_ON_CONDITION: Final = re.compile(
    r"\b(?:provided|providing|if|unless|condition(?:al|ed)?|proviso|contingent|depend(?:s|ed|ent|ing)?|subject\sto"
    r"|(?:as|so)\slong\sas)\b[^,;:]*$",
    re.IGNORECASE,
)
"""Behind these words something is only what another thing hangs on: nobody's promise, nor told to be so."""

_NOUN: Final = re.compile(
    r"(?:implementation|compliance|fulfil\w*ment|observance|adherence|execution)", re.IGNORECASE
)
_RUNS: Final = re.compile(
    r"\b(?:beg[aiu]n\w*|start\w*|launch\w*|complet\w*|finish\w*|achiev\w*|secur\w*|ensur\w*|under\s?way|on\strack"
    r"|proceed\w*|progress\w*|advanc\w*|continu\w*|go(?:es|ing)\s(?:on|well|ahead|according|smoothly|as|to)|went\s"
    r"|takes?\splace|t(?:aking|aken|ook)\splace|successful\w*|satisf\w*|fully|full|not|no|never|n['’]t|fail\w*|lack\w*"
    r"|stall\w*|stop\w*|halt\w*|suspend\w*|delay\w*|slow\w*|drag\w*|hamper\w*|far\sfrom|guarantee\w*|promis\w*)\b",
    re.IGNORECASE,
)
"""Words that tell how an implementation goes; without one it is only spoken of."""

_MEANS: Final = re.compile(
    r"\b(?:will|shall|would|promis\w*|pledg\w*|vow\w*|commit\w*|undert\w*|guarantee\w*|plan(?:s|ned)?\sto|agreed\sto)\b",
    re.IGNORECASE,
)
_LARGELY: Final = re.compile(
    r"\b(?:to\s(?:a|an|some)\s(?:\w+\s)?(?:extent|degree)|by\sand\slarge|for\sthe\smost\spart|in\sthe\smain"
    r"|on\sthe\swhole|largely|mostly|partly|partially|mainly)\b(?=[^;:]{0,40}$)",
    re.IGNORECASE,
)
_BEHIND: Final = 60
"""What a verb is about is named within so many characters from it on, where its object is not read."""

_NAMED_BEFORE: Final = 200
"""What "it" is was named within so many characters before."""

_KINDS: Final = frozenset({EventKind.REFUSAL, EventKind.ACCEPTANCE, EventKind.OTHER})


def whole_doer(event: Event, case: Case) -> str | None:
    """Give whose word or conduct it is: the party behind a ministry or spokesman; None for nobody's."""
    actor = event.by[0].actor if event.by else None
    if actor is None or actor not in case.actors.by_id:
        return actor
    parties = _parties(case)
    return next((body for body in case.actors.bodies(actor) if body in parties), actor)


def _parties(case: Case) -> set[str]:
    """Give those whom the agreement binds."""
    doers = {doer for duty in case.agreement.duties() for doer in duty.doers}
    return doers | set(case.agreement.signatories)


def whole_says(event: Event, reading: Reading, case: Case) -> Says | None:
    """Tell what an event says of the agreement as a whole; None where it is not about it."""
    if event.kind is EventKind.REFUSAL and _denies_a_charge(event, reading, case):
        return Says.DENIES
    if event.kind not in _KINDS or _is_asked(event) or not _is_about(event, reading, case):
        return None
    happened = event.reality in HAPPENED
    if event.kind is EventKind.REFUSAL:
        return Says.REFUSAL if happened and event.by else None
    if event.kind is EventKind.ACCEPTANCE and _NOUN.fullmatch(event.trigger.text):
        return _kept(event)
    if event.kind is EventKind.ACCEPTANCE and not event.by:
        return None
    if event.kind is EventKind.ACCEPTANCE:
        return _accepted(event, reading, case)
    if event.plover[1] == COUNTED_BREACH:
        return None
    if _ENDED.match(event.trigger.text):
        return _ended(event)
    if _KEEPS.match(event.trigger.text):
        return _kept(event)
    if event.reality is Reality.DENIED:
        return Says.DENIES
    return Says.ACT if happened else None


def _accepted(event: Event, reading: Reading, case: Case) -> Says | None:
    if _does_not(event):
        return Says.REFUSAL
    if _cooperates(event) and not _helps(event, reading, case):
        return None
    meant = event.reality in HAPPENED or event.reality in (Reality.PROMISED, Reality.PLANNED)
    return Says.PROMISE if meant else None


def _does_not(event: Event) -> bool:
    """Tell whether something is not accepted for good, and not only not yet: "will not recognise"."""
    return event.reality is Reality.NEGATED and (
        event.ahead or _NEVER.search(_before(event)) is not None
    )


def _kept(event: Event) -> Says | None:
    if _only_speaks_of(event) or _ON_CONDITION.search(_before(event)):
        return None
    if event.ahead:
        return Says.REFUSAL
    if event.reality is Reality.DENIED and _NEVER.search(_before(event)):
        return Says.DENIES
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return Says.NOT_DONE
    if is_left_open(event):
        return None
    if event.reality in (Reality.PLANNED, Reality.PROMISED):
        return None if _EFFORT.search(_before(event)) else Says.PROMISE
    if event.reality not in HAPPENED:
        return None
    in_part = event.extent in ("some", "begun") or _LARGELY.search(_before(event)) is not None
    return Says.PARTLY if in_part else Says.DONE


def _ended(event: Event) -> Says | None:
    """Read that an agreement is over: it is not kept then; "has not collapsed" says that it is."""
    if event.reality in (Reality.NEGATED, Reality.DENIED):
        return None if event.ahead else Says.DONE
    return Says.NOT_DONE if event.reality is Reality.ASSERTED else None


def _is_asked(event: Event) -> bool:
    """Tell whether it only stands in a question."""
    return event.sentence is not None and event.sentence.text.rstrip("\"'”’ ").endswith("?")


def _only_speaks_of(event: Event) -> bool:
    """Tell whether a noun is only spoken of: "the implementation is a complicated matter"."""
    if event.sentence is None or _NOUN.fullmatch(event.trigger.text) is None:
        return False
    meant = event.reality in (Reality.PLANNED, Reality.PROMISED)
    return (_MEANS if meant else _RUNS).search(event.sentence.text) is None


def _is_about(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether it is the agreement that an event is about: named as such, as "the deal", as "it"."""
    matter = " ".join(thing.span.text for thing in event.with_)
    matter = _ITS_TERMS.split(matter)[0] or _of_noun(event)
    if names_any(case.agreement.names, matter):
        return True
    told = _goes_to_plan(event) or _ACCORD.search(matter) or _keeps_what_it_owes(event, case)
    if told or _points_at_it(matter, event, reading):
        return on_the_agreement(reading, case)
    return _cooperates(event) and _helps(event, reading, case)


def _of_noun(event: Event) -> str:
    """Give what a noun is of, where that is not read: "the implementation of the accord"."""
    if event.sentence is None or _NOUN.fullmatch(event.trigger.text) is None:
        return ""
    behind = event.sentence.text[event.trigger.end - event.sentence.start :][:_BEHIND]
    return behind.split(",")[0] if behind.startswith(" of ") else ""


def _goes_to_plan(event: Event) -> bool:
    return " plan" in event.trigger.text.lower()


def _keeps_what_it_owes(event: Event, case: Case) -> bool:
    """Tell whether it is what a signatory took on that it keeps: "has not honoured what it signed"."""
    if event.sentence is None or event.kind is not EventKind.OTHER:
        return False
    start = event.trigger.start - event.sentence.start
    behind = event.sentence.text[start : start + _BEHIND]
    return whole_doer(event, case) in case.agreement.signatories and bool(_OWED.search(behind))


def _points_at_it(matter: str, event: Event, reading: Reading) -> bool:
    """Tell whether it is "it" that somebody refuses or accepts, right after the agreement was named."""
    if matter.lower() != "it" or event.kind not in (EventKind.REFUSAL, EventKind.ACCEPTANCE):
        return False
    start = max(0, event.trigger.start - _NAMED_BEFORE)
    before = reading.document.text[start : event.trigger.start].rpartition("\n")[2]
    return _ACCORD.search(before) is not None


def _cooperates(event: Event) -> bool:
    return _COOPERATES.match(event.trigger.text) is not None


def _helps(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether somebody who did not sign says that they work with the agreement."""
    doer = whole_doer(event, case)
    if doer not in case.actors.by_id or doer in case.agreement.signatories or not event.sentence:
        return False
    return bool(_ACCORD.search(event.sentence.text)) and on_the_agreement(reading, case)


def _before(event: Event) -> str:
    """Give the words of a sentence before its event."""
    if event.sentence is None:
        return ""
    return event.sentence.text[: event.trigger.start - event.sentence.start]


def _denies_a_charge(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether a charge is turned down as a whole, in a report on the agreement."""
    matter = " ".join(thing.span.text for thing in event.with_)
    plain = event.reality in HAPPENED and len(event.with_) == 1
    bound = whole_doer(event, case) in _parties(case)
    return plain and bound and bool(_CHARGE.search(matter)) and on_the_agreement(reading, case)
