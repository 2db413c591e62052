"""Counts of a truce's violations by those who watch it: "the X part of the commission recorded nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.numbers import TENS, UNITS
from trucewatch.core.reading import (
    Aspect,
    Event,
    Link,
    Locality,
    Mention,
    Reality,
    Statement,
)
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import When
from trucewatch.extract.events.found import Found
from trucewatch.extract.events.what.senses import SENSES

_FEW: Final = 50
_SPELLED: Final = (word for word, number in {**UNITS, **TENS}.items() if 0 < number <= _FEW)
_NONE: Final = ("no", "none", "zero", "any", "a single")
_NUMBERS: Final = "|".join((r"\d[\d,.]*", *_NONE, *_SPELLED))
_COUNTS: Final = re.compile(
    r"\b(?:(?:has|have|had|did)\s)?(?:not\s)?(?:also\s|only\s|likewise\s)?"
    r"(?P<verb>(?:record|register|report|detect|document|list)(?:ed)?|counted|noted|logged|observed|cited)\s"
    r"(?:only\s|about\s|some\s|at\sleast\s|another\s|a\stotal\sof\s|as\smany\sas\s)?"
    rf"(?P<number>(?:{_NUMBERS}))\b"
    r"(?P<what>\s(?:(?:more|other|such|further|new|cease-?fire|truce)\s){0,2}(?:cases?|instances?|incidents?|facts?|violations?|breaches)\b"
    r"(?:\sof\s(?:fire|firing|shooting|shelling|violations?|(?:the\s)?(?:ceasefire|truce)))?)?",
    re.IGNORECASE,
)
_WATCHERS: Final = re.compile(
    r"\b(?P<whose>[A-Z]\w+)\s(?P<half>part|side|half|section|party|component)\b"
    r"|\b(?i:commission|mission|committee|monitors?|observers?|office|centre|center|representation)\b"
)
_ENDS: Final = re.compile(
    r"\s*(?:[,.;:(]|$|(?:in|over|during|on|from|six|most|all)\b)", re.IGNORECASE
)
"""What may stand behind a bare number that counts what was told before."""

_TRUCE: Final = re.compile(r"\b(?:cease-?\s?fire|truce|cessation)\b", re.IGNORECASE)
_BODY: Final = re.compile(
    r"\b(?:commission|committee|mission|group|body|centre|center)\s(?:on|for|monitoring|supervising|overseeing"
    r"|that\smonitors|to\smonitor)\s(?:the\s|any\s)?$",
    re.IGNORECASE,
)
_BACK: Final = 600
_SUBJECT: Final = 170
_SENSE: Final = SENSES["breach"]


@dataclass(frozen=True, slots=True)
class _Count:
    """A count found: its sentence, the verb, the number with its noun, who counts."""

    sentence: Sentence
    verb: Span
    counted: Span
    source: Span
    counter: str | None


def with_counts(
    found: Found,
    document: Document,
    sentences: Sequence[Sentence],
    events: Sequence[Event],
    case: Case,
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Give statements and events with the counts of violations that stand among them.

    Who counts is the voice of the count, through whoever passes it on. A bare number counts what was
    counted before: "registered five violations ... the other side has registered nine". What a
    commission is there for ("commission on truce violations") is no count.
    """
    told = list(found.statements)
    kept = [each for each in events if not _is_of_a_body(document.text, each)]
    for count in _counts(document.text, sentences, kept, found.mentions, case):
        statement = _statement(count, told, document)
        if statement is None:
            continue
        number = next((n for n, each in enumerate(told) if each.id == statement.id), None)
        if number is None:
            told.append(statement)
        else:
            told[number] = statement
        kept = _with(kept, count, statement, found)
    kept.sort(key=lambda each: each.trigger.start)
    numbered = (replace(event, id=f"e{place}") for place, event in enumerate(kept, start=1))
    return tuple(told), tuple(numbered)


def _is_of_a_body(text: str, event: Event) -> bool:
    before = text[max(0, event.trigger.start - 80) : event.trigger.start]
    return event.plover[1] == _SENSE.mode and _BODY.search(before) is not None


def _counts(
    text: str,
    sentences: Sequence[Sentence],
    events: Sequence[Event],
    mentions: Sequence[Mention],
    case: Case,
) -> Iterator[_Count]:
    counted: int | None = next(
        (each.trigger.start for each in events if each.plover[1] == _SENSE.mode), None
    )
    for sentence in sentences:
        span = sentence.span
        clause = span.start
        for found in _COUNTS.finditer(text, span.start, span.end):
            begun = max(clause, found.start() - _SUBJECT)
            clause = found.end()
            subject = re.split(r"[;:]|\bthat\b", text[begun : found.start()])[-1]
            watchers = list(_WATCHERS.finditer(subject))
            bare = found["what"] is None
            told_before = counted is not None and counted < found.start() <= counted + _BACK
            on_truce = _TRUCE.search(text, max(0, found.start() - _BACK), span.end) is not None
            follows = _ENDS.match(text, found.end()) is not None
            if not watchers or not (told_before if bare else on_truce) or (bare and not follows):
                continue
            first = found.start() - len(subject) + watchers[0].start()
            source = Span.cut(text, first, found.start() - 1)
            counter = _counter(watchers[0], found.start() - len(subject), source, mentions, case)
            verb = Span.cut(text, found.start("verb"), found.end("verb"))
            yield _Count(sentence, verb, _counted(text, found), source, counter)
            counted = found.start()


def _counted(text: str, found: re.Match[str]) -> Span:
    return Span.cut(text, found.start("number"), found.end())


def _counter(
    watchers: re.Match[str],
    begun: int,
    source: Span,
    mentions: Sequence[Mention],
    case: Case,
) -> str | None:
    """Give who counts: the one named, or whose name begins so ("the X part")."""
    whose, half = watchers["whose"], watchers["half"]
    if whose and half:
        begins = f"{whose} {half} of".lower()
        named = {
            actor.id
            for actor in case.actors.by_id.values()
            if any(alias.name.lower().startswith(begins) for alias in actor.aliases)
        }
        if len(named) == 1:
            return named.pop()
    inside = [
        each.id
        for each in mentions
        if each.id in case.actors.by_id and begun <= each.span.start and each.span.end <= source.end
    ]
    return inside[-1] if inside else None


def _statement(
    count: _Count, statements: Sequence[Statement], document: Document
) -> Statement | None:
    """Give the statement of who counts: the one read there, else a new one; None where nobody is known."""
    if count.counter is None:
        return None
    own = next((each for each in statements if count.verb in each.cue or _cues(each, count)), None)
    if own is not None and own.speaker == count.counter:
        return own
    outer = next(
        (each for each in statements if each is not own and _holds(each, count.verb)), None
    )
    above = outer.chain if outer is not None else (Link(id=document.outlet, span=None),)
    chain = (*above, Link(id=count.counter, span=count.source))
    number = own.id if own is not None else f"s{len(statements) + 1}"
    said = outer.said_on if outer is not None else None
    return Statement(
        id=number,
        content=own.content if own is not None else (count.counted,),
        cue=(count.verb,),
        source=(count.source,),
        speaker=count.counter,
        for_=count.counter,
        chain=chain,
        manner="indirect",
        said_on=own.said_on if own is not None else said,
    )


def _cues(statement: Statement, count: _Count) -> bool:
    return any(cue.holds(count.verb) for cue in statement.cue)


def _holds(statement: Statement, span: Span) -> bool:
    return any(part.holds(span) for part in statement.content)


def _with(
    events: Sequence[Event],
    count: _Count,
    statement: Statement,
    found: Found,
) -> list[Event]:
    """Give the events with the count: the one read there as its counter's word, else a new one."""
    for place, event in enumerate(events):
        if event.plover[1] == _SENSE.mode and _tells(count, event):
            when = event.when or _when(count, events, found)
            told = replace(event, statement=statement.id, when=when)
            return [*events[:place], told, *events[place + 1 :]]
    before = [
        each
        for each in events
        if each.plover[1] == _SENSE.mode and each.trigger.start < count.counted.start
    ]
    return [
        *events,
        Event(
            id="",
            kind=_SENSE.kind,
            plover=(_SENSE.plover, _SENSE.mode),
            acled=_SENSE.acled,
            reality=Reality.NEGATED if _is_none(count) else Reality.ASSERTED,
            aspect=Aspect.REPEATED,
            recap=False,
            trigger=count.counted,
            by=(),
            against=(),
            with_=(),
            from_=(),
            at=before[-1].at if before and not _is_none(count) else _places(count, found),
            when=_when(count, events, found),
            figures=tuple(each.id for each in found.figures if count.counted.holds(each.span)),
            statement=statement.id,
            confidence=0.6,
            sentence=count.sentence.span,
        ),
    ]


def _is_none(count: _Count) -> bool:
    return count.counted.text.lower().startswith(_NONE)


def _tells(count: _Count, event: Event) -> bool:
    return event.sentence == count.sentence.span and (
        count.verb.end <= event.trigger.start <= count.counted.end + 60
    )


def _places(count: _Count, found: Found) -> tuple[Locality, ...]:
    """Give the places that a count names behind it."""
    span = count.sentence.span
    return tuple(
        each
        for each in found.localities
        if span.holds(each.span) and each.span.start > count.verb.end
    )


def _when(count: _Count, events: Sequence[Event], found: Found) -> When | None:
    """Give the day of a count: that of the count before in its sentence, else its own, else that one's."""
    span = count.sentence.span
    before = [
        each
        for each in events
        if each.plover[1] == _SENSE.mode
        and each.trigger.start < count.verb.start
        and each.when is not None
    ]
    last = before[-1].when if before else None
    if last is not None and before[-1].sentence == span:
        return replace(last, basis="inherited")
    said = {each.said_on.span for each in found.statements if each.said_on is not None}
    own = [
        each
        for each in found.dates
        if span.holds(each.span) and each.period is not None and each.span not in said
    ]
    behind = [each for each in own if each.span.start > count.verb.end] or own
    if behind:
        date = behind[0]
        return When(edtf=date.edtf, period=date.period, span=date.span, basis=date.basis)
    return replace(last, basis="inherited") if last is not None else None
