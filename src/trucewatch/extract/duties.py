"""The report's own telling of what an agreement asks: duties, never events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.objects import object_classes
from trucewatch.core.reading import DutyTold, EventKind, Locality, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When
from trucewatch.extract.events.clauses import clause_of
from trucewatch.extract.events.parties import roles_of
from trucewatch.extract.events.triggers import Trigger, find_triggers

_ASKS: Final = re.compile(
    r"\b(?:(?:was|were|is|are|had\sbeen|been)\s(?:also\s)?(?:supposed|obliged|required|bound|expected|meant|due)\sto"
    r"|(?:had|has|have)\sto(?!\sbe\sseen)|(?:was|were)\sto(?=\s(?:be\s)?\w)|must|should\shave"
    r"|(?:call(?:s|ed|ing)?|provid(?:e|es|ed|ing))\sfor|stipulat(?:e|es|ed|ing)|envisag(?:e|es|ed|ing)|envision(?:s|ed)?"
    r"|foresee(?:s|n)?|foresaw|oblig(?:e|es|ed)|require[sd]?|commit(?:s|ted)?|demand(?:s|ed)|deadline\s(?:for|to)"
    r"|under\swhich|according\sto\swhich|(?:is|are)\sto(?=\s(?:be\s)?\w))\b",
    re.IGNORECASE,
)
_TERMS: Final = re.compile(
    r"\b(?:under|according\sto|in\sline\swith|in\saccordance\swith|pursuant\sto|as\spart\sof|terms\sof|by\sthe\sterms\sof)"
    r"\s(?:the\s|a\s|an\s|this\s|that\s|its\s)?(?:[\w’'-]{1,20}\s){0,4}"
    r"(?:deal|agreement|memorandum|accord|pact|truce|plan|terms|arrangement|understanding|treaty|ceasefire|cease-fire)\b",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"\b(?:deal|agreement|memorandum|accord|pact|truce|arrangement|treaty|clause|deadline|document|text)\b",
    re.IGNORECASE,
)
_NOT_A_TELLING: Final = frozenset(
    {"meet", "disrupt", "violate", "refuse", "accept", "breach", "kill"}
)


def find_duties(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    localities: Sequence[Locality],
    dates: Sequence[TimeExpression],
    case: Case,
) -> tuple[DutyTold, ...]:
    """Find where a text tells what an agreement asks, in its order.

    A sentence tells duties where it names the agreement (its terms, a deadline) and asks ("were
    supposed to", "calls for", "must"). What is demanded without the agreement is an event's reality.
    """
    found: list[DutyTold] = []
    for sentence in sentences:
        text, span = document.text, sentence.span
        if not _tells(text, span):
            continue
        for trigger in find_triggers(text, span.start, span.end):
            if trigger.key not in _NOT_A_TELLING and _is_asked(text, span, trigger):
                found.append(
                    _duty(
                        text,
                        span,
                        trigger,
                        [item for item in mentions if span.holds(item.span)],
                        [item for item in localities if span.holds(item.span)],
                        [item for item in dates if span.holds(item.span)],
                        case,
                    )
                )
    return tuple(found)


def _tells(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    asks = _ASKS.search(words)
    if asks is None:
        return False
    if _TERMS.search(words):
        return True
    return bool(_DOCUMENT.search(words[: asks.end() + 40]))


def _is_asked(text: str, span: Span, trigger: Trigger) -> bool:
    """Tell whether a trigger stands under an asking word of its clause."""
    before = text[max(span.start, trigger.start - 220) : trigger.start]
    asks = list(_ASKS.finditer(before))
    if not asks:
        return False
    between = before[asks[-1].end() :]
    if re.search(r"[;“”\"]|\b(?:after|before|because|when|while|although|who|which)\b", between):
        return False
    return (
        trigger.form in ("base", "noun", "participle", "ing", "past") and len(between.split()) <= 24
    )


def _duty(
    text: str,
    sentence: Span,
    trigger: Trigger,
    mentions: Sequence[Mention],
    localities: Sequence[Locality],
    dates: Sequence[TimeExpression],
    case: Case,
) -> DutyTold:
    stretch = clause_of(text, sentence.start, sentence.end, trigger)
    start = _asking_clause(text, sentence, trigger, stretch.start)
    end = stretch.end
    for other in find_triggers(text, trigger.end, stretch.end):
        if other.form != "noun" and _ASKS.search(text[trigger.end : other.start]):
            end = text.rfind(",", trigger.end, other.start)
            end = end if end > 0 else other.start
            break
    roles = roles_of(text, trigger, (start, end), mentions, stretch.holes, ())
    by = [date for date in dates if trigger.end <= date.span.start and date.span.end <= end]
    from_ = [
        place.span
        for place in localities
        if start <= place.span.start and stretch.holds(place.span.start, min(place.span.end, end))
    ]
    what = Span.cut(text, trigger.start, _end_of_what(text, trigger.end, end, by))
    return DutyTold(
        who=roles.by or roles.against,
        what=what,
        from_=from_[0] if from_ else None,
        by=_when(by[0]) if by else None,
        clause=clause_told(
            trigger, [party.span.text for party in roles.with_], from_, localities, case
        ),
        span=Span.cut(text, start, max(end, what.end)),
    )


def _asking_clause(text: str, sentence: Span, trigger: Trigger, start: int) -> int:
    """Give where the telling begins: its clause, past a comma-joined duty before it."""
    joined = text.rfind(", and ", start, trigger.start)
    return joined + len(", and ") if joined >= 0 else max(start, sentence.start)


def _end_of_what(text: str, start: int, end: int, dates: Sequence[TimeExpression]) -> int:
    stop = min([end, *(date.span.start for date in dates)])
    words = text[start:stop].rstrip()
    trimmed = re.sub(
        r"\s(?:by|on|until|before|till|no\slater\sthan)$", "", words, flags=re.IGNORECASE
    )
    return start + len(trimmed.rstrip(" ,.;"))


def _when(date: TimeExpression) -> When:
    return When(edtf=date.edtf, period=date.period, span=date.span, basis=date.basis)


def clause_told(
    trigger: Trigger,
    objects: Iterable[str],
    spans: Sequence[Span],
    localities: Sequence[Locality],
    case: Case,
) -> str | None:
    """Give the one clause whose duty fits what is told; None where none does, or several."""
    classes = {kind for words in objects for kind in object_classes(words)}
    places = {
        area
        for place in localities
        if place.place and place.span in spans
        for area in case.places.areas(place.place)
    }
    fitting = {
        duty.clause
        for duty in case.agreement.duties()
        if any(_fits(trigger, classes, places, duty, number) for number in range(len(duty.events)))
    }
    return next(iter(fitting)) if len(fitting) == 1 else None


def _fits(trigger: Trigger, classes: set[str], places: set[str], duty: Duty, number: int) -> bool:
    pattern = duty.events[number]
    if pattern.says != "done" or EventKind(pattern.kind) is not trigger.kind:
        return False
    if pattern.with_:
        told = (classes - {"fighters"}) or {"fighters"}
        if not told & set(pattern.with_):
            return False
    roads = set(pattern.at) & places if pattern.at and not pattern.with_ else {""}
    return bool(roads)
