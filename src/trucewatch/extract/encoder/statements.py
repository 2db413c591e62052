"""Statements: cues, and to each the sources, contents and relays that the network links with it.

A fragment's cue stands in the fragment's own window; of cues that a neighbouring window found there,
that window knows more. Windows are taken in their order and forgotten: memory stays bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from trucewatch.extract.encoder.encoding import Encoded
from trucewatch.extract.encoder.found import ATTRIBUTIONS, RELAYS, Attribution, Fragment
from trucewatch.extract.encoder.spans import WindowRead, WordSpan, apart

HEAD = "attribution"
RELAY: Final = "relay"

_LIKELY: Final = 0.5
"""A relay with a smaller chance is none."""

_SHARED: Final = 0.2
"""A source or relay is one of its likeliest cue's statement, and of every other with this chance."""


@dataclass(slots=True)
class _Draft:
    """A statement in the making; each part with the chance that it belongs there."""

    cue: WordSpan | None
    source: list[tuple[WordSpan, float]] = field(default_factory=list)
    content: list[tuple[WordSpan, float]] = field(default_factory=list)
    relays: list[WordSpan] = field(default_factory=list)
    lent: tuple[float, WordSpan] | None = None

    def take(self, fragment: WordSpan, chance: float) -> None:
        part = self.source if fragment.kind == "source" else self.content
        part.append((fragment, fragment.chance * chance))

    def lend(self, source: WordSpan, chance: float) -> None:
        """Note another statement's source; the likeliest stands where no own one is found."""
        if self.lent is None or (chance, source) > self.lent:
            self.lent = (chance, source)

    def sources(self) -> list[tuple[WordSpan, float]]:
        """Give the sources: "Roe praised A and promised B" has one for two."""
        if self.source or self.lent is None:
            return self.source
        return [(self.lent[1], self.lent[1].chance)]


class Statements:
    """Links the fragments of window after window, up to ATTRIBUTIONS."""

    def __init__(self) -> None:
        self._alone: list[_Draft] = []
        self._by_cue: dict[int, _Draft] = {}
        self._waiting: WindowRead | None = None
        self._earlier: tuple[WordSpan, ...] = ()

    def take(self, read: WindowRead) -> None:
        """Take the next window."""
        if HEAD in read.spans and len(self._by_cue) + len(self._alone) < ATTRIBUTIONS:
            self._link(read)
            self._waiting = read

    def finish(self, encoded: Encoded) -> tuple[Attribution, ...]:
        """Give the statements of all windows, in the order of the text."""
        self._link(None)
        drafts = (*self._by_cue.values(), *self._alone)
        found = [_attribution(draft, encoded) for draft in drafts]
        found.sort(key=lambda each: (each.start, each.cue, each.content))
        return tuple(found[:ATTRIBUTIONS])

    def _link(self, following: WindowRead | None) -> None:
        """Link the fragments of the window that waits: the cues behind it are known now."""
        read = self._waiting
        if read is None:
            return
        later = following.spans[HEAD] if following else ()
        spans = apart(read.spans[HEAD], later)
        own = _cues(spans)
        for cue in own:
            self._draft(cue).cue = cue
        near = [
            cue
            for cue in (*self._earlier, *own, *_cues(later))
            if read.low <= cue.first < read.high
        ]
        fragments = [span for span in spans if span.kind != "cue"]
        passing = apart(
            read.spans.get(RELAY, ()), following.spans.get(RELAY, ()) if following else ()
        )
        relays = [span for span in passing if span.chance >= _LIKELY]
        if near:
            self._to_cues(read, fragments, near)
            self._relays_to_cues(read, relays, near)
        else:
            self._without_cues(fragments, relays)
        self._earlier = own

    def _draft(self, cue: WordSpan) -> _Draft:
        return self._by_cue.setdefault(cue.first, _Draft(cue))

    def _to_cues(
        self, read: WindowRead, fragments: Sequence[WordSpan], cues: Sequence[WordSpan]
    ) -> None:
        keys = read.scores["cue_key"][[cue.first - read.low for cue in cues]]
        for fragment in fragments:
            chances = _chances(keys @ read.scores["cue_query"][fragment.first - read.low])
            best = int(chances.argmax())
            self._draft(cues[best]).take(fragment, float(chances[best]))
            if fragment.kind == "source":
                for place in np.flatnonzero(chances >= _SHARED).tolist():
                    self._draft(cues[place]).lend(fragment, float(chances[place]))

    def _relays_to_cues(
        self, read: WindowRead, relays: Sequence[WordSpan], cues: Sequence[WordSpan]
    ) -> None:
        """Give each relay to its cue; to several where it passes several statements on."""
        keys = read.scores["cue_key"][[cue.first - read.low for cue in cues]]
        for relay in relays:
            scores = keys @ read.scores["relay_query"][relay.first - read.low]
            best = int(scores.argmax())
            for place in np.flatnonzero(_chances(scores) >= _SHARED).tolist() or [best]:
                self._draft(cues[place]).relays.append(relay)

    def _without_cues(self, fragments: Sequence[WordSpan], relays: Sequence[WordSpan]) -> None:
        """Keep contents where no cue is near; the rest goes to the content that begins nearest."""
        drafts = []
        for fragment in fragments:
            if fragment.kind == "content":
                drafts.append(_Draft(None))
                drafts[-1].take(fragment, 1.0)
        firsts = [draft.content[0][0].first for draft in drafts]
        for fragment in fragments:
            if fragment.kind == "source" and drafts:
                drafts[_nearest(firsts, fragment.first)].take(fragment, 1.0)
        for relay in relays:
            if drafts:
                drafts[_nearest(firsts, relay.first)].relays.append(relay)
        self._alone.extend(drafts)


def _chances(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Give each score's share of all (softmax)."""
    grown = np.exp(scores - scores.max(), dtype=np.float64)
    shares: NDArray[np.float64] = grown / grown.sum()
    return shares


def _nearest(places: Sequence[int], place: int) -> int:
    """Give which of some places, which rise, is nearest to `place`."""
    after = bisect_left(places, place)
    around = range(max(0, after - 1), min(len(places), after + 1))
    return min(around, key=lambda each: abs(places[each] - place))


def _cues(spans: Sequence[WordSpan]) -> tuple[WordSpan, ...]:
    return tuple(span for span in spans if span.kind == "cue")


def _attribution(draft: _Draft, encoded: Encoded) -> Attribution:
    """Give a statement with the chance of its weakest fragment of each part, multiplied."""
    cue = [(draft.cue, draft.cue.chance)] if draft.cue else []
    confidence = 1.0
    pieces = []
    for part in (draft.sources(), cue, draft.content):
        confidence *= min((chance for _, chance in part), default=1.0)
        spans = sorted(span for span, _ in part)
        pieces.append(tuple(fragment_of(span, encoded) for span in spans))
    source, spoken, content = pieces
    return Attribution(
        source=source,
        cue=spoken,
        content=content,
        confidence=confidence,
        relays=tuple(fragment_of(span, encoded) for span in _outermost_first(draft)),
    )


def _outermost_first(draft: _Draft) -> list[WordSpan]:
    """Give the relays in order, without any that is the source itself.

    Of two of one rank, the one that stands farther from who speaks is taken to be the outer one.
    """
    sources = [span for span, _ in draft.sources()]
    speaks = sources or ([draft.cue] if draft.cue else [span for span, _ in draft.content])
    relays = [
        relay
        for relay in dict.fromkeys(draft.relays)
        if not any(relay.first <= each.last and each.first <= relay.last for each in sources)
    ]
    return sorted(
        sorted(relays, key=lambda relay: -relay.chance)[:RELAYS],
        key=lambda relay: (relay.kind, min(_words_between(relay, each) for each in speaks)),
        reverse=True,
    )


def _words_between(one: WordSpan, other: WordSpan) -> int:
    return max(one.first - other.last, other.first - one.last)


def fragment_of(span: WordSpan, encoded: Encoded) -> Fragment:
    """Give the piece of the text that words are."""
    return Fragment(encoded.starts[span.first], encoded.ends[span.last])
