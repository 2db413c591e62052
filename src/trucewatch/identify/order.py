"""Whom "the former", "the latter" and "the alliance" mean where two or more were named before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.folding import words_of
from trucewatch.core.place import Places
from trucewatch.core.reading import ACTOR_MENTIONS, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span

_SENTENCES_BACK: Final = 2
_PAIR: Final = 2

MENTIONS_BACK: Final = 48
"""So many mentions of a sentence are looked at: no description reaches back further."""

_ACTS: Final = (
    r"(?:\s(?:also|later|then|has|had|have|is|was|are|were|did|does|will|would|could|never|not|says?|said"
    r"|den(?:y|ies|ied)|den[iy]ing|accus(?:ed|es|ing)|claim(?:ed|s|ing)|add(?:ed|s)|shell(?:ed|s|ing)"
    r"|attack(?:ed|s)|fired|withdr[ae]w|left|lost|took|seized|captured|responded|replied|refused|rejected"
    r"|accepted|announced|confirmed|reported|warned|insisted|stated|killed|remained|agreed|whose|who|which)\b"
    r"|['’]s?\s|[,.;:!?)\n\"”]|$)"
)
_ORDERED = re.compile(
    r"(?<!\bin\s)(?<!\bat\s)(?<!during\s)\b(?P<words>the\s(?P<which>former|latter)(?:\s(?:group|faction|side|party|state|country|body))?)"
    rf"(?={_ACTS})",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?P<words>the\s(?P<noun>alliance|army|front|brigade|battalion|coalition|league|legion|movement|militia"
    r"|ministry|council|commission|mission|centre|center|observatory|company|division|union|party))"
    rf"(?={_ACTS})",
    re.IGNORECASE,
)
_START: Final = attrgetter("span.start")


def add_ordered(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], case: Case
) -> tuple[Mention, ...]:
    """Add "the former", "the latter", and a noun that only one of several named has in its name.

    The order of two decides only where the nearest sentence that names anybody names two, else all of
    them are candidates. What one name alone may mean is left to who reads the sentence.
    """
    found = list(mentions)
    for sentence in sentences:
        words = sentence.span.text
        for told in _ORDERED.finditer(words):
            span = _span(sentence, told, "words")
            _add(found, _by_order(span, told["which"].lower(), mentions, sentences, case))
        for told in _HEADED.finditer(words):
            span = _span(sentence, told, "words")
            _add(found, _by_head(span, told["noun"].lower(), mentions, sentences, case))
    return tuple(found)


def _span(sentence: Sentence, told: re.Match[str], group: str) -> Span:
    first, last = told.span(group)
    start = sentence.span.start
    return Span(start + first, start + last, sentence.span.text[first:last])


def _add(found: list[Mention], mention: Mention | None) -> None:
    if mention is None:
        return
    last = bisect_left(found, mention.span.end, key=_START)
    if all(not each.span.meets(mention.span) for each in found[max(0, last - _PAIR) : last]):
        insort(found, mention, key=_START)


def named_before(
    start: int, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Iterator[list[Mention]]:
    """Yield the actors named before `start`, each once, sentence by sentence, the nearest first.

    Its own sentence and the two before are looked at; words for classes name nobody here.
    """
    here = bisect_right(sentences, start, key=_START) - 1
    for sentence in reversed(sentences[max(0, here - _SENTENCES_BACK) : max(0, here + 1)]):
        first = bisect_left(mentions, sentence.span.start, key=_START)
        last = bisect_left(mentions, min(sentence.span.end, start), key=_START)
        first = max(first, last - MENTIONS_BACK)
        named = {
            identity(each): each
            for each in mentions[first:last]
            if each.kind in ACTOR_MENTIONS and is_told(each) and each.id not in case.actors.classes
        }
        if named:
            yield list(named.values())


def is_told(mention: Mention) -> bool:
    """Tell whether a mention names somebody, known or not."""
    return mention.id is not None or bool(mention.candidates)


def identity(mention: Mention) -> str:
    """Give what tells two mentions' actors apart."""
    return mention.id or "|".join(mention.candidates)


def open_ids(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Give whom several mentions may mean, in their order."""
    return tuple(
        dict.fromkeys(
            id for each in mentions for id in ((each.id,) if each.id else each.candidates)
        )
    )


def _refused(others: Sequence[Mention], meant: Mention, places: Places) -> tuple[RefusedActor, ...]:
    """Give who else was named; whoever is meant is not refused where another name leaves him open.

    A name that may be a place's refuses no place: it is no actor.
    """
    named = (id for id in open_ids(others) if id != meant.id and id not in places.by_id)
    return tuple(RefusedActor(actor=id, because="named_too") for id in named)


def _by_order(
    span: Span, which: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Mention | None:
    for named in named_before(span.start, mentions, sentences, case):
        if len(named) < _PAIR:
            continue
        if len(named) > _PAIR:
            return _open(span, named)
        meant, other = named if which == "former" else reversed(named)
        refused = _refused([other], meant, case.places)
        return Mention(
            span=span,
            kind=meant.kind,
            id=meant.id,
            candidates=() if meant.id else meant.candidates,
            choice=ActorChoice(rule="order", refused=refused),
        )
    return None


def _open(span: Span, named: Sequence[Mention]) -> Mention:
    return Mention(
        span=span,
        kind=named[-1].kind,
        id=None,
        candidates=open_ids(named),
        choice=ActorChoice(rule="several"),
    )


def _by_head(
    span: Span, noun: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], case: Case
) -> Mention | None:
    """Give the one body with a noun in its name, of several bodies that a sentence names."""
    for named in named_before(span.start, mentions, sentences, case):
        bodies = [each for each in named if each.kind in ("armed_group", "organisation")]
        headed = [each for each in bodies if _has(noun, each, case)]
        if not headed:
            continue
        if len(bodies) == 1:
            return None
        if len(headed) > 1:
            return _open(span, headed)
        meant = headed[0]
        others = [each for each in bodies if each is not meant]
        refused = _refused(others, meant, case.places)
        return Mention(
            span=span,
            kind=meant.kind,
            id=meant.id,
            candidates=() if meant.id else meant.candidates,
            choice=ActorChoice(rule="part_of_name", refused=refused),
        )
    return None


def _has(noun: str, mention: Mention, case: Case) -> bool:
    names = [mention.span.text]
    known = case.actors.by_id.get(mention.id or "")
    if known is not None:
        names.append(known.name)
    return any(word.folded == noun for name in names for word in words_of(name))
