"""Which documents report the same event: by the words that tell it from others, and by the days.

A document is its title and the head of its text, as the words that weigh most in it (tf-idf: how often
here, how rare among the documents given). Two are as like as these words' cosine, less where their
days lie apart. Groups grow by average linkage, the likest first.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from trucewatch.core.document import Document
from trucewatch.core.folding import words_of
from trucewatch.join.function_words import FUNCTION_WORDS
from trucewatch.join.passages import one_each

HEAD: Final = 300
"""Words of a text that are read: news tells its event first, and others later."""

TITLE: Final = 2
"""How often a word of the title counts."""

HEAVIEST: Final = 100
"""The words that a document is compared by."""

LONE: Final = 0.75
"""What a word's weight loses where one document alone has it, half of that where two have it, and so on.

What nobody else tells says little of what others tell: without this the mean likeness would depend on
how many documents there are (on development data the best threshold then moves by half between 90 and
180 documents; with it, hardly).
"""

DAYS: Final = 30.0
"""After so many days two thirds of what nearness in time adds is gone."""

FAR: Final = 0.5
"""What is left of the likeness of two documents that lie far apart, or whose days are not known."""

FAINT: Final = 0.04
"""Less likeness than this counts as none."""

ALIKE: Final = 0.12
"""The mean likeness between two groups that makes them one."""

TOLD: Final = 5
"""How many shared words are told as the reason."""

_SHORT: Final = 3
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like two documents are, 0 to 1, and the shared words that say so, the weightiest first.

    `one` and `other` are ids, `one` the smaller.
    """

    one: str
    other: str
    likeness: float
    words: tuple[str, ...]


def same_event(documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Group documents that report the same event: their ids, sorted; each document is in one group.

    The order of the documents makes no difference, but which documents are given does: how rare a
    word is, is counted among them. Of two documents with one id, one is read.
    """
    listed = one_each(documents)
    likenesses = likenesses_of(listed)
    place = {each.id: number for number, each in enumerate(listed)}
    groups = _grown(
        len(listed), ((place[each.one], place[each.other], each.likeness) for each in likenesses)
    )
    return tuple(tuple(listed[number].id for number in group) for group in groups)


def likenesses_of(documents: Iterable[Document]) -> tuple[Likeness, ...]:
    """Give every likeness of at least `FAINT`, sorted by the ids.

    Only documents that share one of their heaviest words are compared.
    """
    listed = one_each(documents)
    weights = _weights(listed)
    found = []
    for here, other, cosine in _cosines(weights):
        likeness = cosine * _nearness(listed[other].published, listed[here].published)
        if likeness >= FAINT:
            found.append(
                Likeness(
                    one=listed[other].id,
                    other=listed[here].id,
                    likeness=likeness,
                    words=_told(weights[other], weights[here]),
                )
            )
    return tuple(sorted(found, key=lambda each: (each.one, each.other)))


def _counts(document: Document) -> Counter[str]:
    """Count the words of a document's title and head."""
    counts: Counter[str] = Counter()
    for word in words_of(document.title or ""):
        counts[word.folded] += TITLE
    left = HEAD
    for block in document.read_blocks():
        for word in words_of(document.text, block.span.start, block.span.end):
            if left == 0:
                break
            counts[word.folded] += 1
            left -= 1
    return Counter({word: count for word, count in counts.items() if _tells(word)})


def _tells(word: str) -> bool:
    return word not in FUNCTION_WORDS and (len(word) >= _SHORT or word.isdigit())


def _weights(documents: Sequence[Document]) -> list[Weights]:
    """Give each document's heaviest words with their weights, of length 1 together."""
    counted = [_counts(each) for each in documents]
    holders = Counter(word for counts in counted for word in counts)
    many = len(documents) + 1
    weighed: list[Weights] = []
    for counts in counted:
        weights = {word: n * _rarity(holders[word], many) for word, n in counts.items()}
        heaviest = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:HEAVIEST]
        length = math.sqrt(math.fsum(weight * weight for _, weight in heaviest)) or 1.0
        weighed.append({word: weight / length for word, weight in heaviest})
    return weighed


def _rarity(holders: int, many: int) -> float:
    return math.log(many / holders) * (1 - LONE / holders)


def _cosines(weights: Sequence[Weights]) -> Iterator[tuple[int, int, float]]:
    """Yield (document, an earlier one, cosine) for every two that share a word."""
    holders: dict[str, list[int]] = defaultdict(list)
    loads: dict[str, list[float]] = defaultdict(list)
    sums = np.zeros(len(weights))
    for here, words in enumerate(weights):
        for word, weight in words.items():
            earlier = holders[word]
            if earlier:
                sums[earlier] += weight * np.asarray(loads[word])
            earlier.append(here)
            loads[word].append(weight)
        for other in np.flatnonzero(sums[:here] >= FAINT).tolist():
            yield here, other, float(sums[other])
        sums[:] = 0.0


def _nearness(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return FAR
    return FAR + (1 - FAR) * math.exp(-abs((one - other).days) / DAYS)


def _told(one: Weights, other: Weights) -> tuple[str, ...]:
    shared = sorted((-weight * other[word], word) for word, weight in one.items() if word in other)
    return tuple(word for _, word in shared[:TOLD])


def _grown(size: int, pairs: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Join positions 0 to `size` by average linkage, pairs that are not given being 0 alike.

    Of equally like groups those with the smallest first members join first.
    """
    members = {place: [place] for place in range(size)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    queue: list[tuple[float, int, int]] = []
    for one, other, likeness in pairs:
        sums[one][other] = sums[other][one] = likeness
        if likeness >= ALIKE:
            queue.append((-likeness, min(one, other), max(one, other)))
    heapq.heapify(queue)
    while queue:
        likeness, one, other = heapq.heappop(queue)
        if one not in members or other not in members:
            continue
        if -likeness != _mean(sums, members, one, other):
            continue
        members[one].extend(members.pop(other))
        gone = sums.pop(other)
        del sums[one][other], gone[one]
        for third, total in gone.items():
            del sums[third][other]
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
        for third in sums[one]:
            mean = _mean(sums, members, one, third)
            if mean >= ALIKE:
                heapq.heappush(queue, (-mean, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members.values())


def _mean(
    sums: Mapping[int, Mapping[int, float]],
    members: Mapping[int, Sequence[int]],
    one: int,
    other: int,
) -> float:
    return sums[one][other] / (len(members[one]) * len(members[other]))
