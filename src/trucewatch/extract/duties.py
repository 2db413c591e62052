"""The report's own telling of what an agreement asks: duties, never events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.objects import object_classes
from trucewatch.core.reading import DutyTold, EventKind, Locality, Party, Reality, Statement
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.events.find import ToldLine
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.what.sense import is_event

_TERMS: Final = re.compile(
    r"\b(?:under|according\sto|in\sline\swith|in\saccordance\swith|pursuant\sto|as\spart\sof|terms\sof|by)"
    r"\s(?:the\s|a\s|an\s|this\s|that\s|its\s|their\s)?(?:[\w’'-]{1,20}\s){0,4}?"
    r"(?:deal|agreement|memorandum|accord|pact|truce|plan|terms|arrangement|understanding|treaty|ceasefire"
    r"|cease-fire|text|document|clause|point)\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\b(?:deal|agreement|memorandum|accord|pact|treaty|clause|document|text|arrangement|it|which|point\s\w+)"
    r"(?:\s[\w,’'-]{1,20}){0,12}?\s(?:says|said|provid(?:e|es|ed|ing)\sfor|stipulat\w+|envisag\w+|envisions?|foresees?|foresaw"
    r"|requires?|required|oblig\w+|calls?\sfor|called\sfor|asks?\sfor|commits?|committed|gives|gave|sets?|demands?)\b",
    re.IGNORECASE,
)
_DEADLINE: Final = re.compile(r"\b(?:deadline|the\s(?:last\s)?(?:day|date))\b", re.IGNORECASE)
_TEXT_SPEAKS: Final = re.compile(
    r"^(?:the|a|an|this|that|it|which)?\b.{0,60}\b(?:deal|agreement|memorandum|accord|pact|treaty|clause|text|document)\b",
    re.IGNORECASE,
)
_IS_TO: Final = re.compile(
    r"\b(?:under|according\sto|in\sline\swith|in\saccordance\swith|pursuant\sto)\s"
    r"(?:it|(?:(?:the|this|that)\s)?(?:[\w’'-]{1,20}\s){0,4}?(?:deal|agreement|memorandum|accord|pact|treaty|clause|point))\b"
    r".{0,80}?\b(?:is|are|was|were)\sto\b",
    re.IGNORECASE,
)
"""Whoever says it, "under the deal they are to leave" tells what the deal asks."""
_DUE: Final = frozenset({Reality.DEMANDED, Reality.PLANNED, Reality.PROMISED})
_NO_TASK: Final = frozenset({EventKind.MEETING, EventKind.REFUSAL, EventKind.ACCEPTANCE})
_BY: Final = re.compile(r"\s(?:by|on|until|before|till|no\slater\sthan)$", re.IGNORECASE)


def find_duties(lines: Sequence[ToldLine], case: Case) -> tuple[DutyTold, ...]:
    """Find where a text tells what an agreement asks, in its order.

    What is to be done is a duty where the sentence names the agreement's terms or a deadline; where it
    does not, only if nobody is said to ask or promise it and it fits a clause. What somebody demands
    or promises is an event's reality.
    """
    return tuple(
        _duty(each.line, told, case)
        for each in lines
        for told in each.told
        if _is_duty(each.line, told, case) and is_event(each.line, told)
    )


def tells_terms(sentence: str, reality: Reality, statement: Statement | None) -> bool:
    """Tell whether a sentence tells what an agreement asks, not what happens.

    So it does of what is to be done and what is not to be, where the agreement's terms, its text or a
    deadline is named and nobody but the text says it.
    """
    if statement is not None and not (_text_speaks(statement) or _IS_TO.search(sentence)):
        return False
    if reality is Reality.NEGATED:
        return _SAYS.search(sentence) is not None
    return reality in _DUE and _names_terms(sentence)


def _names_terms(sentence: str) -> bool:
    """Tell whether a sentence names an agreement's terms, its text or a deadline."""
    return any(pattern.search(sentence) for pattern in (_TERMS, _SAYS, _DEADLINE, _IS_TO))


def _is_duty(line: Line, told: Told, case: Case) -> bool:
    if told.kind in _NO_TASK:
        return False
    statement = _spoken(line, told)
    words = line.sentence.span.text
    if statement is not None and not (_text_speaks(statement) or _IS_TO.search(words)):
        return False
    if told.view.reality is Reality.NEGATED:
        said = _SAYS.search(words)
        return said is not None and line.sentence.span.start + said.end() <= told.trigger.start
    if told.view.reality not in _DUE:
        return False
    if _names_terms(words):
        return True
    return told.view.due and statement is None and _clause(told, case) is not None


def _spoken(line: Line, told: Told) -> Statement | None:
    trigger = told.trigger
    for statement in line.found.statements:
        if any(c.start <= trigger.start and trigger.end <= c.end for c in statement.content):
            return statement
    return None


def _text_speaks(statement: Statement) -> bool:
    """Tell whether it is the agreement itself that says so: "the memorandum says that"."""
    if statement.speaker is not None or statement.for_ is not None:
        return False
    source = " ".join(span.text for span in statement.source)
    return bool(_TEXT_SPEAKS.search(source)) or source.lower() in ("it", "which")


def _duty(line: Line, told: Told, case: Case) -> DutyTold:
    inside = Span.cut(line.text, told.start, told.end)
    end = inside.end
    dates = [
        date
        for date in line.found.dates
        if told.trigger.end <= date.span.start and date.span.end <= max(end, told.end)
    ]
    what = Span.cut(line.text, told.trigger.start, _end_of_what(line.text, told, dates))
    roles = told.roles
    return DutyTold(
        who=roles.by or roles.against,
        what=what,
        from_=roles.from_[0].span if roles.from_ else None,
        by=dates[0].when if dates else None,
        clause=_clause(told, case),
        span=Span.cut(line.text, min(told.start, what.start), max(end, what.end)),
    )


def _end_of_what(text: str, told: Told, dates: Sequence[TimeExpression]) -> int:
    stop = min([told.end, *(date.span.start for date in dates)])
    words = text[told.trigger.end : stop].rstrip()
    return told.trigger.end + len(_BY.sub("", words).rstrip(" ,.;"))


def _clause(told: Told, case: Case) -> str | None:
    roles = told.roles
    kind = told.kind
    return clause_told(
        kind, roles.with_, (*roles.by, *roles.against), (*roles.from_, *roles.at), case
    )


def clause_told(
    kind: EventKind,
    things: Iterable[Party],
    who: Iterable[Party],
    places: Iterable[Locality],
    case: Case,
) -> str | None:
    """Give the one clause whose duty fits what is told; None where none does, or several."""
    classes = {name for thing in things for name in object_classes(thing.span.text)}
    moves = kind in (EventKind.WITHDRAWAL, EventKind.DEPLOYMENT)
    if moves and not classes - {"fighters"} and any(party.actor for party in who):
        classes = {"fighters"}
    areas = {area for place in places if place.place for area in case.places.areas(place.place)}
    fitting = {
        duty.clause
        for duty in case.agreement.duties()
        for pattern in duty.events
        if pattern.says == "done"
        and pattern.kind == kind
        and (not pattern.with_ or (classes - _LESS or classes) & set(pattern.with_))
        and (pattern.with_ or not pattern.at or set(pattern.at) & areas)
    }
    return next(iter(fitting)) if len(fitting) == 1 else None


_LESS: Final = frozenset({"fighters"})
