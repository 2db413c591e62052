"""Words that take somebody up: "the group", "it", "both", each with whom it means and who was refused."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.reading import (
    ACTOR_MENTIONS,
    MENTION_KINDS,
    Event,
    Mention,
    MentionKind,
    Party,
    Statement,
)
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.identify.coreference import antecedent
from trucewatch.identify.order import named_before, open_ids

_NEAR: Final = 3
_PAIR: Final = 2
_LONGEST: Final = 40
"""Longer words are no pronoun and no short description."""

_DESCRIBED = re.compile(
    r"\b[Tt]he (?:[a-z-]{3,16} )?(?:group|movement|faction|alliance|militia|front|brigade|battalion"
    r"|coalition|ministry|army|military|commission|committee|monitor|observatory|watchdog"
    r"|organi[sz]ation|minister|president|commander|spokesm[ae]n|spokeswoman|spokesperson)"
    r"(?= (?:has|had|have|is|was|are|were|did|does|will|would|also|later|then|said|says|[a-z]{2,14}ed|"
    r"[a-z]{3,14}s|withdrew|left|took|fought|lost)\b|['’]s |[,.;)])"
)
_BOTH = re.compile(
    r"\bBoth(?: (?:of them|sides|groups|parties|states|countries|factions|governments))?"
    r"(?= (?:has|have|had|are|were|will|would|also|said|say|[a-z]{2,14}ed|left|withdrew)\b)"
)
_PRONOUN = re.compile(r"he|she|they", re.IGNORECASE)
_PERSONS: Final = frozenset({"he", "she"})
_START: Final = attrgetter("span.start")


def add_described(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    events: Sequence[Event],
    case: Case,
) -> tuple[Mention, ...]:
    """Add a mention for each word that stands for somebody named elsewhere; those given stay.

    What the reader took a source or a party to be is told as such. Of the rest, "the group" and the
    like stand for the one of its kind in the nearest sentence that names one, where no reader left it
    open; else it is open, with all of them as candidates.
    """
    found = list(mentions)
    read = dict(sorted(_read(statements, events), key=itemgetter(0)))
    left_open = [span for span, actor in read.items() if actor is None]
    for span, actor in read.items():
        if len(span.text) <= _LONGEST and not _met(found, span):
            if actor is not None:
                _insert(found, _taken_up(span, actor, mentions, sentences, case))
            elif _PRONOUN.fullmatch(span.text):
                _insert(found, _left_open(span, mentions, sentences, case))
    actors = [
        each for each in mentions if each.kind in ACTOR_MENTIONS and (each.id or each.candidates)
    ]
    for sentence in sentences:
        for span in _matches(_DESCRIBED, sentence):
            if not _met(found, span):
                refused = _holds_one(span, left_open)
                _insert(found, _described(span, actors, sentences, refused=refused))
        for span in _matches(_BOTH, sentence):
            if not _met(found, span):
                _insert(found, _both(span, mentions, sentences, case))
    return tuple(found)


def _holds_one(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether one of `spans`, in order, shares a character with a span."""
    last = bisect_left(spans, span.end, key=attrgetter("start"))
    return any(each.meets(span) for each in spans[max(0, last - _NEAR) : last])


def _read(
    statements: Iterable[Statement], events: Iterable[Event]
) -> Iterator[tuple[Span, str | None]]:
    """Yield the words by which a reader found a source or a party, and whom it took them for."""
    parties: Iterable[Party] = (party for event in events for party in (*event.by, *event.against))
    for party in parties:
        yield party.span, party.actor
    for statement in statements:
        if len(statement.source) == 1:
            yield statement.source[0], statement.speaker


def _matches(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[Span]:
    start = sentence.span.start
    for found in pattern.finditer(sentence.span.text):
        yield Span(start + found.start(), start + found.end(), found.group())


def _met(mentions: Sequence[Mention], span: Span) -> bool:
    last = bisect_left(mentions, span.end, key=_START)
    near = mentions[max(0, last - _NEAR) : last]
    return any(each.span.meets(span) and (each.id or each.candidates) for each in near)


def _insert(found: list[Mention], mention: Mention | None) -> None:
    if mention is not None:
        insort(found, mention, key=_START)


def _taken_up(
    span: Span, actor: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Mention:
    known = case.actors.by_id.get(actor)
    kind: MentionKind = MENTION_KINDS[known.kind] if known is not None else "armed_group"
    named = next(
        (
            each
            for each in named_before(span.start, mentions, sentences, case)
            if any(mention.kind == kind for mention in each)
        ),
        [],
    )
    others = open_ids([each for each in named if each.kind == kind and each.id != actor])
    refused = tuple(RefusedActor(actor=id, because="named_too") for id in others if id != actor)
    choice = ActorChoice(rule="taken_up", refused=refused)
    return Mention(span=span, kind=kind, id=actor, choice=choice)


def _described(
    span: Span, actors: Sequence[Mention], sentences: Sequence[Sentence], *, refused: bool
) -> Mention | None:
    """Give what a description means; open where several fit, or where the reader left it open."""
    meant, named = antecedent(span, actors, sentences)
    if not named:
        return None
    if meant is None or refused:
        return Mention(
            span=span,
            kind=named[-1].kind,
            id=None,
            candidates=open_ids(named),
            choice=ActorChoice(rule="several" if len(named) > 1 else "taken_up"),
        )
    others = open_ids([each for each in named if each.id != meant.id])
    return Mention(
        span=span,
        kind=meant.kind,
        id=meant.id,
        candidates=() if meant.id else meant.candidates,
        choice=ActorChoice(
            rule="taken_up",
            refused=tuple(RefusedActor(actor=id, because="named_too") for id in others)
            if meant.id
            else (),
        ),
    )


def _left_open(
    span: Span, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Mention | None:
    """Give a pronoun that no reader could resolve, with those whom it may mean."""
    person = span.text.lower() in _PERSONS
    for named in named_before(span.start, mentions, sentences, case):
        fitting = [each for each in named if (each.kind == "person") == person]
        if fitting:
            choice = ActorChoice(rule="several" if len(fitting) > 1 else "taken_up")
            kind = fitting[-1].kind
            return Mention(
                span=span, kind=kind, id=None, candidates=open_ids(fitting), choice=choice
            )
    return None


def _both(
    span: Span, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Mention | None:
    for named in named_before(span.start, mentions, sentences, case):
        if len(named) >= _PAIR:
            two = len(named) == _PAIR
            return Mention(
                span=span,
                kind=named[-1].kind,
                id=None,
                candidates=open_ids(named),
                choice=ActorChoice(rule="both" if two else "several"),
            )
    return None
