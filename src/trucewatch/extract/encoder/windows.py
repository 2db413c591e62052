"""Windows: stretches of tokens that the network reads one at a time, each for itself.

The policy is fixed: the same text is always cut alike, whatever was read before it or beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from trucewatch.extract.encoder.encoding import Encoded

SPECIALS: Final = 2
"""Every window begins and ends with a token of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPolicy:
    """How windows are cut.

    A window has at most `tokens` tokens. It begins, where it can, with a paragraph or sentence that
    lies `overlap_least` to `overlap_most` tokens before the end of the one before; its answers count
    from the first such beginning at least `settled` tokens further on.
    """

    tokens: int
    overlap_most: int
    overlap_least: int
    settled: int

    def __post_init__(self) -> None:
        room = self.tokens - SPECIALS
        if not 0 < 2 * self.settled <= self.overlap_least <= self.overlap_most < room:
            raise ValueError("windows cannot be cut so")


class Window(NamedTuple):
    """Tokens `first` to `last` of a text; what begins at its tokens `begin` to `stop` counts."""

    first: int
    last: int
    begin: int
    stop: int


def cut_windows(encoded: Encoded, policy: WindowPolicy) -> Iterator[Window]:
    """Yield the windows of a text in order; the tokens that count tile it."""
    total = len(encoded.ids)
    first = begin = 0
    while first + policy.tokens - SPECIALS < total:
        last = first + policy.tokens - SPECIALS
        following = _following(encoded, last, policy)
        stop = _stop(encoded, following, last, policy)
        yield Window(first, last, begin, stop)
        first, begin = following, stop
    if total:
        yield Window(first, total, begin, total)


def _following(encoded: Encoded, last: int, policy: WindowPolicy) -> int:
    """Choose where the next window begins."""
    low, high = last - policy.overlap_most, last - policy.overlap_least
    place = bisect_right(encoded.breaks, high)
    if place and encoded.breaks[place - 1] >= low:
        return encoded.breaks[place - 1]
    return _at_word(encoded, (low + high) // 2, high)


def _stop(encoded: Encoded, following: int, last: int, policy: WindowPolicy) -> int:
    """Choose where the answers of the next window begin to count."""
    high = last - policy.settled
    place = bisect_left(encoded.breaks, following + policy.settled)
    if place < len(encoded.breaks) and encoded.breaks[place] <= high:
        return encoded.breaks[place]
    return _at_word(encoded, (following + last) // 2, high)


def _at_word(encoded: Encoded, place: int, high: int) -> int:
    """Give the first place that begins a word or a paragraph; in a word too long for it, `place`."""
    found = min(_next(encoded.firsts, place, high), _next(encoded.breaks, place, high))
    return found if found <= high else place


def _next(starts: Sequence[int], place: int, high: int) -> int:
    found = bisect_left(starts, place)
    return starts[found] if found < len(starts) else high + 1
