"""Which passages two documents share: runs of the same words, at their places in both."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from trucewatch.core.document import Document
from trucewatch.core.folding import words_of
from trucewatch.core.numbers import SPELLED
from trucewatch.core.span import Span

RUN: Final = 6
"""Words in a row that count as copied: shorter runs are phrases that all news of a war shares."""

COPIED: Final = 0.58
"""The share of either document's words that shared passages must cover in a copy.

Copies of one wire report that were cut and reworded keep about six words in ten of the shorter in
runs of six; bulletins of one form on other days, five in ten (measured on development data).
"""

PLACES: Final = 8
"""How many places of a run that repeats itself are tried: hostile texts stay cheap."""

_NUMBER: Final = re.compile(r"\d")
_COUNTING: Final = SPELLED.keys() - {"one"}
"""Spelled numbers; of "one" only its place in the sentence says whether it counts."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that stands in both documents; the spans count each one's own characters.

    The two spans hold the same `words` words; what stands between words (marks, line ends) and their
    case may differ.
    """

    one: Span
    other: Span
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """What two documents share: the passages, in the order of `other`, and what share they cover.

    `one` and `other` are ids, `one` the smaller; shares are of the document's read words, 0 to 1.
    `numbers_agree` tells that one of the documents holds every number of the other.
    """

    one: str
    other: str
    passages: tuple[Passage, ...]
    share_of_one: float
    share_of_other: float
    numbers_agree: bool

    @property
    def share(self) -> float:
        """The share of the document that is covered more: of a report cut short, what is left."""
        return max(self.share_of_one, self.share_of_other)

    @property
    def copied(self) -> bool:
        """Tell whether one document is a copy of the other, or of what the other copies."""
        return self.share >= COPIED


def one_each(documents: Iterable[Document]) -> list[Document]:
    """List documents by their ids, each id once: of two with one id, the text that sorts first."""
    by_id: dict[str, Document] = {}
    for each in documents:
        held = by_id.setdefault(each.id, each)
        if each.text < held.text:
            by_id[each.id] = each
    return [by_id[id] for id in sorted(by_id)]


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """A document as its read words: folded, in order, each with its start and end in `text`.

    Furniture and captions are not read. Where they stood between paragraphs, `words` has a mark that
    no other document has and whose place is empty, so that no passage runs across it. `count` is
    that of the words without the marks, `numbers` those that hold a digit, and spelled ones as digits.
    """

    id: str
    text: str
    words: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    count: int
    numbers: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Worded:
        """Take the words out of the title and the paragraphs of a document."""
        words: list[str] = []
        starts, ends = array("l"), array("l")
        count = 0
        broken, mark = False, f"\n{document.id}"
        for block in document.blocks:
            if block.kind not in ("title", "paragraph"):
                broken = bool(words)
                continue
            for word in words_of(document.text, block.span.start, block.span.end):
                if broken:
                    _append(words, starts, ends, mark, word.start, word.start)
                    broken = False
                _append(words, starts, ends, word.folded, word.start, word.end)
                count += 1
        told = set(words) - {mark}
        figures = {word for word in told if _NUMBER.search(word)}
        spelled = {str(SPELLED[word]) for word in told & _COUNTING}
        numbers = frozenset(figures | spelled)
        return cls(document.id, document.text, tuple(words), starts, ends, count, numbers)

    def span(self, first: int, words: int) -> Span:
        """Cut the span of so many words from the word at `first` on."""
        return Span.cut(self.text, self.starts[first], self.ends[first + words - 1])


def _append(
    words: list[str], starts: array[int], ends: array[int], word: str, start: int, end: int
) -> None:
    words.append(word)
    starts.append(start)
    ends.append(end)


class Run(NamedTuple):
    """`length` equal words: from `one` on in the one text, from `other` on in the other."""

    one: int
    other: int
    length: int


def share_texts(one: Worded, others: Iterable[Worded]) -> Iterator[SharedText]:
    """Yield what a document shares with each of several others; nothing where they share no run.

    Asked of either of two documents, the answer is the same; it is quicker asked of the smaller id.
    """
    index = _places_of_runs(one.words)
    for other in others:
        if other.id < one.id:
            yield from share_texts(other, [one])
        elif runs := tuple(_runs(one.words, index, other.words)):
            yield _shared(one, other, runs)


def _shared(one: Worded, other: Worded, runs: Sequence[Run]) -> SharedText:
    mine, theirs = one.numbers, other.numbers
    return SharedText(
        one=one.id,
        other=other.id,
        passages=tuple(
            Passage(one.span(run.one, run.length), other.span(run.other, run.length), run.length)
            for run in runs
        ),
        share_of_one=_covered((run.one, run.length) for run in runs) / one.count,
        share_of_other=_covered((run.other, run.length) for run in runs) / other.count,
        numbers_agree=mine <= theirs or theirs <= mine,
    )


def runs_of(text: str, words: int) -> frozenset[tuple[str, ...]]:
    """Give every run of so many words of a text, folded."""
    folded = [word.folded for word in words_of(text)]
    return frozenset(zip(*(folded[start:] for start in range(words)), strict=False))


def _places_of_runs(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Give the first places of every run of `RUN` words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, run in enumerate(zip(*(words[start:] for start in range(RUN)), strict=False)):
        held = places[run]
        if len(held) < PLACES:
            held.append(place)
    return dict(places)


def _runs(
    one: Sequence[str], index: Mapping[tuple[str, ...], Sequence[int]], other: Sequence[str]
) -> Iterator[Run]:
    """Yield runs that share no word of `other`, each the longest from its first word on.

    Takes time in proportion to the texts' lengths: each word is compared at most `PLACES` times.
    """
    last = len(other) - RUN
    place = 0
    while place <= last:
        best = Run(0, place, 0)
        for start in index.get(tuple(other[place : place + RUN]), ()):
            length = _length(one, start, other, place)
            if length > best.length:
                best = Run(start, place, length)
        if best.length:
            yield best
        place += best.length or 1


def _length(one: Sequence[str], start: int, other: Sequence[str], place: int) -> int:
    most = min(len(one) - start, len(other) - place)
    length = RUN
    while length < most and one[start + length] == other[place + length]:
        length += 1
    return length


def _covered(runs: Iterable[tuple[int, int]]) -> int:
    """Count the words that lie in at least one of the runs, given as start and length."""
    total = end = 0
    for start, length in sorted(runs):
        total += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return total
