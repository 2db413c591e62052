"""From spans of characters to labels of words, window by window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpora import Example, Named, Spans
from encoding import Encoded, Window
from network import ARGUMENTS, ASPECTS, EVENT_KINDS, NAME_KINDS, REALITIES, ROLES

NONE: Final = -100


@dataclass(slots=True)
class Trigger:
    """An event in a window, counted in the window's words; NONE where a set does not mark it."""

    word: int
    kind: int
    realities: tuple[int, ...]
    """Those that the set leaves open; none where it does not mark them."""
    aspect: int
    recap: int
    arguments: list[int] | None
    trigger: int
    """1, or NONE where it is neither an event of ours nor none."""


@dataclass(slots=True)
class Item:
    """One window with its labels; lists of labels are as long as the window has words, or empty."""

    source: str
    example: int
    ids: list[int]
    casing: list[int]
    quote: list[int]
    firsts: list[int]
    attribution: list[int] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    relay: list[int] = field(default_factory=list)
    relay_links: list[tuple[int, int]] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    inner: list[int] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    trigger: list[int] = field(default_factory=list)
    events: list[Trigger] = field(default_factory=list)
    roles: frozenset[str] = frozenset()
    base: int = 0
    """The number of the window's first word in the text."""


class Marker:
    """Marks the words of one encoded text."""

    def __init__(self, encoded: Encoded) -> None:
        self.encoded = encoded
        self.count = len(encoded.starts)

    def words(self, start: int, end: int) -> range:
        """Give the words that a span of characters touches."""
        return range(bisect_right(self.encoded.ends, start), bisect_left(self.encoded.starts, end))

    def mark(self, spans: Sequence[tuple[int, int, int]]) -> list[int]:
        """Give BIO labels for (start, end, number of its kind); the first span on a word keeps it."""
        labels = [0] * self.count
        for start, end, kind in spans:
            reach = self.words(start, end)
            if not reach or any(labels[word] for word in reach):
                continue
            labels[reach[0]] = 1 + 2 * kind
            for word in reach[1:]:
                labels[word] = 2 + 2 * kind
        return labels

    def layers(self, names: Sequence[Named]) -> tuple[list[int], list[int]]:
        """Give the labels of the outermost names, and of those that lie within them."""
        longest = sorted(names, key=lambda name: (name.start - name.end, name.start))
        outer: list[tuple[int, int, int]] = []
        inner: list[tuple[int, int, int]] = []
        for name in longest:
            entry = (name.start, name.end, NAME_KINDS.index(name.kind))
            met = [each for each in outer if each[0] < name.end and name.start < each[1]]
            if not met:
                outer.append(entry)
            elif any((each[0], each[1]) != entry[:2] for each in met):
                inner.append(entry)
        return self.mark(outer), self.mark(inner)


def attribution_labels(marker: Marker, example: Example) -> tuple[list[int], list[tuple[int, int]]]:
    """Give the labels of sources, cues and contents, and each fragment's first word with its cue's."""
    spans: list[tuple[int, int, int]] = []
    links: list[tuple[int, int]] = []
    for told in example.told or ():
        cues = [marker.words(*span) for span in told.cue]
        cue = next((reach[0] for reach in cues if reach), None)
        for number, role in enumerate(ROLES):
            for start, end in _whole(getattr(told, role), example.text):
                spans.append((start, end, number))
                reach = marker.words(start, end)
                if role != "cue" and cue is not None and reach:
                    links.append((reach[0], cue))
    return marker.mark(spans), links


def relay_labels(marker: Marker, example: Example) -> tuple[list[int], list[tuple[int, int]]]:
    """Give the labels of relays, and the first word of each with its statement's cue."""
    spans: list[tuple[int, int, int]] = []
    links: list[tuple[int, int]] = []
    for told in example.told or ():
        cues = [marker.words(*span) for span in told.cue]
        cue = next((reach[0] for reach in cues if reach), None)
        for start, end, number in told.relays:
            spans.append((start, end, number))
            reach = marker.words(start, end)
            if cue is not None and reach:
                links.append((reach[0], cue))
    return marker.mark(spans), links


def _whole(spans: Spans, text: str) -> Spans:
    """Join pieces that nothing but blanks parts."""
    joined: Spans = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def items_of(number: int, example: Example, encoded: Encoded, cut: Sequence[Window]) -> list[Item]:
    """Give the windows of an example with all labels that its set marks."""
    marker = Marker(encoded)
    told, links = attribution_labels(marker, example) if example.told is not None else ([], [])
    relays, relay_links = relay_labels(marker, example) if example.relayed else ([], [])
    outer, inner = marker.layers(example.names) if example.names is not None else ([], [])
    events = _events(marker, example)
    found: list[Item] = []
    for window in cut:
        low = bisect_left(encoded.firsts, window.first)
        high = bisect_left(encoded.firsts, window.last)
        shift = 1 - window.first
        found.append(
            Item(
                source=example.source,
                example=number,
                ids=encoded.ids[window.first : window.last],
                casing=encoded.casing[window.first : window.last],
                quote=encoded.quote[window.first : window.last],
                firsts=[first + shift for first in encoded.firsts[low:high]],
                attribution=_opened(told[low:high]),
                links=[(a - low, b - low) for a, b in links if low <= a < high and low <= b < high],
                relay=_opened(relays[low:high]),
                relay_links=[
                    (a - low, b - low)
                    for a, b in relay_links
                    if low <= a < high and low <= b < high
                ],
                names=_opened(outer[low:high]),
                inner=_opened(inner[low:high]) if example.nested else [],
                kinds=example.kinds,
                trigger=_triggers(events, low, high) if example.all_triggers else [],
                events=[_within(event, low, high) for event in events if low <= event.word < high],
                roles=example.roles,
                base=low,
            )
        )
    return found


def _opened(labels: list[int]) -> list[int]:
    """Let a window that begins inside a span begin it."""
    if not labels or not labels[0] or labels[0] % 2:
        return labels
    return [labels[0] - 1, *labels[1:]]


def _events(marker: Marker, example: Example) -> list[Trigger]:
    found: list[Trigger] = []
    for event in example.events or ():
        reach = marker.words(event.start, event.end)
        if not reach:
            continue
        arguments = None
        if event.arguments is not None:
            spans = [(a.start, a.end, ARGUMENTS.index(a.role)) for a in event.arguments]
            arguments = marker.mark(spans)
        found.append(
            Trigger(
                word=reach[0],
                kind=EVENT_KINDS.index(event.kind) if event.kind else NONE,
                realities=tuple(REALITIES.index(each) for each in event.realities or ()),
                aspect=ASPECTS.index(event.aspect) if event.aspect else NONE,
                recap=NONE if event.recap is None else int(event.recap),
                arguments=arguments,
                trigger=1 if event.trigger else NONE,
            )
        )
    return found


def _triggers(events: Sequence[Trigger], low: int, high: int) -> list[int]:
    labels = [0] * (high - low)
    for event in events:
        if low <= event.word < high:
            labels[event.word - low] = event.trigger
    return labels


def _within(event: Trigger, low: int, high: int) -> Trigger:
    arguments = _opened(event.arguments[low:high]) if event.arguments is not None else None
    return replace(event, word=event.word - low, arguments=arguments)
