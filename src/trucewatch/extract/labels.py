"""Words that take a stand on an actor, found where they stand with one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from trucewatch.core.case import Case
from trucewatch.core.document import Document
from trucewatch.core.folding import Word, fold, words_in, words_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import Label, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import words as listed
from trucewatch.extract.lexicons.bodies import OF_A_NATION

_ALWAYS: Final = ("so-called", "self-styled", "self-proclaimed")
"""These take a stand in any case."""

Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Labels as folded words, by the first word, the longest first."""

_KINDS: Final = frozenset({"person", "state", "organisation", "armed_group", "outlet"})
_REACH: Final = 4
"""How many words may stand between a label and the name that it goes with."""

_BEFORE: Final = listed(
    """
    a affiliated alliance an armed army backed called coalition fighters forces foreign
    front government group groups gunmen islamic islamist leader linked local member
    members militants military militia of organisation organization outfit president regime
    s self so sponsored styled supported the troops western
    """
)
"""Words that may stand between a label and the name behind it, beside other labels and adjectives of
nations."""

_LETTERS: Final = 3
"""So many capitals may stand for a state: "US-backed"."""

_BEHIND: Final = listed("group groups organisation organization militant armed islamist and the a")
"""Words that may stand between a name and the label behind it, beside other labels."""

_HEADS: Final = listed(
    """
    group groups organisation organisations organization organizations outfit outfits faction factions
    militants militant fighters fighter gunmen forces elements gangs gang formations militia militias
    mercenaries troops commander commanders leader leaders members positions hideouts
    """
)
"""Nouns for people under arms: a label before one speaks of somebody, if of nobody by name."""

_OWN_HEADS: Final = listed("army armies regime government state troops soldiers authorities entity")

_GAP = re.compile(r"[\s\"'“”‘’-]{1,4}")


class _Found(NamedTuple):
    """A label among the words of a sentence: its first and its last word's place."""

    first: int
    last: int


def find_labels(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], case: Case
) -> tuple[Label, ...]:
    """Find the case's words that take a stand, in order, each with the actor it stands with.

    A label is part of an actor's mention, or stands beside one: before it ("the so-called X") or
    behind it ("the X terrorist group"). Before a noun for people under arms it is a label of nobody
    by name. Elsewhere ("the fight against terrorism") it is none. `voice` is for `give_voices`.
    """
    phrases = _PHRASES.of(case)
    actors = [mention for mention in mentions if mention.kind in _KINDS]
    found: list[Label] = []
    for sentence in sentences:
        words = words_in(document.text, sentence.span.start, sentence.span.end)
        found.extend(_in_sentence(document.text, words, actors, phrases, case))
    return tuple(found)


def give_voices(
    labels: Sequence[Label], quotations: Sequence[tuple[Span, str | None]], outlet: str | None
) -> tuple[Label, ...]:
    """Say whose word each label is: within quotation marks the speaker's, elsewhere the outlet's.

    `quotations` are stretches between quotation marks with their speakers; of two that hold a label
    the shorter counts. A speaker who is unknown leaves the voice unknown.
    """
    ordered = sorted(quotations, key=lambda quoted: quoted[0].end - quoted[0].start)
    return tuple(
        replace(
            label,
            voice=next((who for span, who in ordered if span.holds(label.span)), outlet),
        )
        for label in labels
    )


def _index(case: Case) -> Phrases:
    """Index the labels of a case by their first word."""
    by_first: dict[str, dict[tuple[str, ...], None]] = {}
    for label in (*_ALWAYS, *case.actors.labels):
        words = tuple(word.folded for word in words_of(label))
        if words:
            by_first.setdefault(words[0], {})[words] = None
    return {
        first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in by_first.items()
    }


_PHRASES: Final = OncePerCase(_index)


def _in_sentence(
    text: str,
    words: Sequence[Word],
    actors: Sequence[Mention],
    phrases: Phrases,
    case: Case,
) -> Iterator[Label]:
    labels = list(_labels(words, phrases))
    covered = {place for label in labels for place in range(label.first, label.last + 1)}
    here = _between(actors, words) if labels else ()
    for label in labels:
        span = Span.cut(text, words[label.first].start, words[label.last].end)
        if any(_own_name(span, mention, case) for mention in here):
            continue
        mention = _with(text, words, label, span, here, covered)
        if mention is not None:
            yield Label(span=span, actor=mention.id, voice=None)
        elif (owner := _owner(words, label, here)) is not None:
            yield Label(span=span, actor=owner.id, voice=None)
        elif _before_people(text, words, label) or words[label.first].folded in _DISTANCING:
            yield Label(span=span, actor=None, voice=None)


def _own_name(span: Span, mention: Mention, case: Case) -> bool:
    """Tell whether a word belongs to the name that the record itself uses: "the Freedom Army"."""
    actor = case.actors.by_id.get(mention.id or "")
    if actor is None or not mention.span.holds(span):
        return False
    return fold(span.text) in {word.folded for word in words_of(actor.name)}


_DISTANCING: Final = frozenset({"so", "self"})


def _between(actors: Sequence[Mention], words: Sequence[Word]) -> Sequence[Mention]:
    """Give the mentions that lie among the words of a sentence."""
    starts = [mention.span.start for mention in actors]
    return actors[bisect_left(starts, words[0].start) : bisect_right(starts, words[-1].end)]


def _labels(words: Sequence[Word], phrases: Phrases) -> Iterator[_Found]:
    place = 0
    while place < len(words):
        length = next(
            (
                len(phrase)
                for phrase in phrases.get(words[place].folded, ())
                if tuple(word.folded for word in words[place : place + len(phrase)]) == phrase
            ),
            0,
        )
        if length:
            yield _Found(place, place + length - 1)
        place += length or 1


def _with(
    text: str,
    words: Sequence[Word],
    label: _Found,
    span: Span,
    actors: Sequence[Mention],
    covered: set[int],
) -> Mention | None:
    """Give the mention that a label stands in, before or behind; None where it stands alone."""
    for mention in actors:
        if mention.span.meets(span):
            return mention
    return _behind_label(text, words, label, actors, covered) or _before_label(
        text, words, label, actors, covered
    )


def _behind_label(
    text: str,
    words: Sequence[Word],
    label: _Found,
    actors: Sequence[Mention],
    covered: set[int],
) -> Mention | None:
    """Give the mention that follows, over other labels and small words: "so-called X"."""
    starts = {mention.span.start: mention for mention in actors}
    for place in range(label.last + 1, min(len(words), label.last + 2 + _REACH)):
        if not _GAP.fullmatch(text, words[place - 1].end, words[place].start):
            return None
        if words[place].start in starts:
            return starts[words[place].start]
        if place not in covered and not _goes_before(text, words[place]):
            return None
    return None


def _goes_before(text: str, word: Word) -> bool:
    """Tell whether a word may stand before a name, and be no part of it: "US-backed Syrian X"."""
    written = text[word.start : word.end]
    nation = written.istitle() and written.endswith(OF_A_NATION)
    state = written.isupper() and len(written) <= _LETTERS
    return word.folded in _BEFORE or nation or state


def _before_label(
    text: str,
    words: Sequence[Word],
    label: _Found,
    actors: Sequence[Mention],
    covered: set[int],
) -> Mention | None:
    """Give the mention that goes before, over other labels: "the X Takfiri terrorist group"."""
    ends = {mention.span.end: mention for mention in actors}
    for place in range(label.first - 1, max(-1, label.first - 2 - _REACH), -1):
        if not _GAP.fullmatch(text, words[place].end, words[place + 1].start):
            return None
        if words[place].end in ends:
            return ends[words[place].end]
        if place not in covered and words[place].folded not in _BEHIND:
            return None
    return None


def _owner(words: Sequence[Word], label: _Found, actors: Sequence[Mention]) -> Mention | None:
    """Give whose people under arms a label stands before: "X's terrorist army"."""
    following = label.last + 1
    people = following < len(words) and words[following].folded in _HEADS | _OWN_HEADS
    if not people or label.first < 2 or not words[label.first - 1].possessive:
        return None
    ends = words[label.first - 1].start
    return next((mention for mention in actors if mention.span.end == ends), None)


def _before_people(text: str, words: Sequence[Word], label: _Found) -> bool:
    following = label.last + 1
    if following >= len(words) or words[following].folded not in _HEADS:
        return False
    return _GAP.fullmatch(text, words[label.last].end, words[following].start) is not None
