"""Which documents carry copied text: candidates by fingerprints, then proof word by word.

The fingerprints are those of winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every
`WINDOW` neighbouring runs of `RUN` words the one with the least hash. No pair that shares
`SURELY_FOUND` words in a row is missed, and documents that share nothing are never compared.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from trucewatch.core.document import Document
from trucewatch.join.passages import RUN, SharedText, Worded, one_each, share_texts

WINDOW: Final = 7
"""Neighbouring runs of which one is kept: about one in four."""

SURELY_FOUND: Final = RUN + WINDOW - 1
"""Two documents that share so many words in a row are always compared."""

CROWD: Final = 24
"""Of more documents that share a fingerprint each is compared with two: the first, and the one before.

So a line that a thousand sites carry costs two thousand comparisons, not half a million.
"""

_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""Mixes hashes of words into that of a run: 2**64 by the golden ratio, odd."""

Hashes = NDArray[np.uint64]


def shared_texts(documents: Iterable[Document]) -> tuple[SharedText, ...]:
    """Give what pairs of documents share, each pair once, sorted by their ids.

    A pair is told where it has at least one run of `RUN` words in common; it is sure to be found with
    `SURELY_FOUND` in a row. Their order makes no difference; of two documents with one id, one is read.
    """
    listed = [Worded.of(each) for each in sorted(one_each(documents), key=_place_in_line)]
    partners: dict[int, list[int]] = defaultdict(list)
    for one, other in _candidates([_fingerprints(each.words) for each in listed]):
        small, large = sorted((one, other), key=lambda place: listed[place].id)
        partners[small].append(large)
    found = [
        shared
        for one, others in partners.items()
        for shared in share_texts(listed[one], (listed[other] for other in others))
    ]
    return tuple(sorted(found, key=lambda shared: (shared.one, shared.other)))


def copied_together(shared: Iterable[SharedText]) -> tuple[tuple[str, ...], ...]:
    """Group documents of which each is a copy of another in its group, by their ids, sorted.

    Who copied nothing and was copied by nobody is in no group.
    """
    group: dict[str, list[str]] = {}
    for each in shared:
        if not each.copied:
            continue
        mine = group.setdefault(each.one, [each.one])
        theirs = group.setdefault(each.other, [each.other])
        if mine is not theirs:
            larger, smaller = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
            larger.extend(smaller)
            group.update(dict.fromkeys(smaller, larger))
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def _place_in_line(document: Document) -> tuple[date, str]:
    """Give the order that `CROWD` speaks of."""
    return (document.published or date.max, document.id)


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    """Hash a word, the same in every process."""
    held = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(held.digest(), "little")


def _fingerprints(words: Sequence[str]) -> Hashes:
    """Give the fingerprints of a text, each once, sorted; none if it is shorter than a run."""
    runs = len(words) - RUN + 1
    if runs < 1:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))
    mixed = np.zeros(runs, dtype=np.uint64)
    for place in range(RUN):
        mixed = (mixed + hashes[place : place + runs]) * _FACTOR
        mixed ^= mixed >> np.uint64(29)
    window = min(WINDOW, runs)
    least = np.lib.stride_tricks.sliding_window_view(mixed, window).min(axis=1)
    return np.unique(least)


def _candidates(fingerprints: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions that share a fingerprint, each once, the smaller first, sorted."""
    if len(fingerprints) < 2:
        return
    prints = np.concatenate(fingerprints)
    holders = np.repeat(
        np.arange(len(fingerprints), dtype=np.int64), [len(each) for each in fingerprints]
    )
    order = np.argsort(prints, kind="stable")
    prints, holders = prints[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], prints[1:] != prints[:-1])))
    sizes = np.diff(np.append(starts, len(prints)))
    pairs = [_neighbours(holders, starts[sizes > CROWD], sizes[sizes > CROWD])]
    small = (sizes > 1) & (sizes <= CROWD)
    for size in np.unique(sizes[small]):
        first = starts[sizes == size]
        members = holders[first[:, None] + np.arange(size)]
        one, other = np.triu_indices(int(size), k=1)
        pairs.append(np.stack((members[:, one].ravel(), members[:, other].ravel()), axis=1))
    codes = np.unique(
        np.concatenate([each[:, 0] * len(fingerprints) + each[:, 1] for each in pairs])
    )
    yield from ((int(code) // len(fingerprints), int(code) % len(fingerprints)) for code in codes)


def _neighbours(
    holders: NDArray[np.int64], starts: NDArray[np.int64], sizes: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Pair each holder of a crowded fingerprint with the first, and with the one before."""
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        members = holders[start : start + size]
        first = np.full(size - 1, members[0])
        pairs.append(np.stack((first, members[1:]), axis=1))
        pairs.append(np.stack((members[:-1], members[1:]), axis=1))
    return np.concatenate(pairs)
