"""Names that the case's gazetteer lists, where something else says too that a place is meant.

A country's gazetteer holds tens of thousands of names, and many are persons' or common words: that it lists a
name is never enough. Beside it stands a word that puts something there ("near X", "shelled X"), a list with
a place, a guess of the encoder, or the same name elsewhere in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from trucewatch.case.gazetteer import without_article
from trucewatch.core.folding import Word, key_of, words_in
from trucewatch.core.gazetteer import Gazetteer
from trucewatch.core.place import Places
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import NameFound
from trucewatch.extract.learnt_names import LIKELY
from trucewatch.extract.meanings import is_located
from trucewatch.extract.strangers import capital_runs

SHORTEST: Final = 4
"""A name of fewer letters is looked for only where rules or the encoder find it surely."""

MOST_WORDS: Final = 5
_LISTED = re.compile(r",? (?:and|or|&) |, |; ")
_LOCATED: Final = frozenset({"place", "road"})
_ARTICLE = re.compile(r"\b(?:al|el)-$", re.IGNORECASE)
_BY_START = attrgetter("span.start")


class _Candidate(NamedTuple):
    """A name that the gazetteer lists: its span, its folded form, and whether words put something there."""

    span: Span
    key: str
    placed: bool


def add_listed_names(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    learnt: Sequence[NameFound],
    places: Places,
) -> tuple[Mention, ...]:
    """Give the mentions with strangers' places beside them that the gazetteer lists; no two overlap."""
    if places.gazetteer is None:
        return tuple(mentions)
    found = [
        each
        for sentence in sentences
        for each in _candidates(text, sentence, places.gazetteer)
        if not _met(mentions, each.span)
    ]
    guessed = {each.start: each.end for each in learnt if _is_guess(each)}
    sure = [each for each in found if each.placed or _is_guessed(text, each.span, guessed)]
    located = {each.span.end: each.span for each in mentions if each.kind in _LOCATED}
    sure = _with_listed(text, found, sure, located)
    keys = {each.key for each in sure}
    added = [
        Mention(
            span=each.span,
            kind="place",
            id=None,
            candidates=(f"name:{' '.join(each.span.text.split())}",),
        )
        for each in found
        if each.key in keys
    ]
    return tuple(sorted([*mentions, *added], key=_BY_START))


def _candidates(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[_Candidate]:
    words = words_in(text, sentence.span.start, sentence.span.end)
    for run in capital_runs(text, words):
        first = run.first
        while first <= run.last and run.last - first >= MOST_WORDS:
            first += 1
        span = Span.cut(text, _start(text, words, first), words[run.last].end)
        key = key_of(span.text)
        if len(key) >= SHORTEST and _is_listed(span.text, gazetteer):
            yield _Candidate(span, key, is_located(text, words, _place(words, span), run.last))


def _start(text: str, words: Sequence[Word], first: int) -> int:
    """Give where a name begins; a small article before its hyphen belongs to it."""
    start = words[first].start
    article = _ARTICLE.search(text, max(0, start - 3), start)
    return article.start() if article else start


def _place(words: Sequence[Word], span: Span) -> int:
    return bisect_left(words, span.start, key=attrgetter("start"))


def _is_listed(name: str, gazetteer: Gazetteer) -> bool:
    bare = without_article(name)
    rows = gazetteer.keyed(key_of(name)) or (gazetteer.keyed(bare) if bare else ())
    return any(row.kind != "country" for row in rows)


def _is_guess(name: NameFound) -> bool:
    return name.kind == "place" and name.confidence >= LIKELY


def _is_guessed(text: str, span: Span, guessed: dict[int, int]) -> bool:
    """Tell whether the encoder takes words for a place's, with an article or without."""
    bare = _ARTICLE.match(text, span.start)
    starts = (span.start, bare.end() if bare else span.start, span.start - len("the "))
    return any(guessed.get(start) == span.end for start in starts)


def _with_listed(
    text: str, found: Sequence[_Candidate], sure: Sequence[_Candidate], located: dict[int, Span]
) -> list[_Candidate]:
    """Give the sure ones and those that stand in one list with them, or with a place that is known."""
    taken = set(sure)
    ends = dict(located) | {each.span.end: each.span for each in sure}
    starts = {span.start for span in ends.values()}
    for each in found:
        if each in taken or _follows(text, each.span.start, ends):
            taken.add(each)
            ends[each.span.end] = each.span
            starts.add(each.span.start)
    for each in reversed(found):
        behind = _LISTED.match(text, each.span.end)
        if each not in taken and behind and behind.end() in starts:
            taken.add(each)
            starts.add(each.span.start)
    return sorted(taken, key=_BY_START)


def _follows(text: str, start: int, ends: dict[int, Span]) -> bool:
    """Tell whether a list goes on from a place to a name."""
    return any(
        start - size in ends and _LISTED.fullmatch(text, start - size, start)
        for size in range(2, 7)
    )


def _met(mentions: Sequence[Mention], span: Span) -> bool:
    after = bisect_left(mentions, span.end, key=_BY_START)
    return any(each.span.meets(span) for each in mentions[max(0, after - 4) : after])
