"""Whom "they", "its fighters" or "the army" means: somebody named close before, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from trucewatch.core.reading import Mention, Party, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.phrases import Piece
from trucewatch.extract.events.scene import Line
from trucewatch.extract.lexicons import words

_SENTENCES_BACK: Final = 3
_SPEAKERS_OWN: Final = words("we us our ourselves")
_SINGLE: Final = words("it its itself")
_MANY: Final = words("they them their themselves theirs")
_NAMED_SO: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        words("army military troops soldiers"), ("army", "military", "troops", "forces", "soldiers")
    ),
    **dict.fromkeys(words("forces"), ("forces", "army", "military", "troops")),
    **dict.fromkeys(words("aircraft warplanes planes jets helicopters"),
                    ("aircraft", "planes", "warplanes", "jets", "air force", "helicopters")),
}
_GROUPS: Final = words("group movement faction alliance front brigade battalion militia organisation")


class Memory:
    """Who was named and who acted in the sentences before."""

    def __init__(self, mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
        self._mentions = mentions
        self._sentences = sentences
        self._acted: tuple[int, tuple[Party, ...]] = (-9, ())

    def note(self, index: int, parties: tuple[Party, ...]) -> None:
        """Keep in mind who acted in sentence number `index`."""
        if parties and any(party.actor for party in parties):
            self._acted = (index, parties)

    def meant(
        self, line: Line, pieces: Sequence[Piece], statement: Statement | None
    ) -> tuple[Party, ...]:
        """Give whom a phrase without a name stands for; empty where that is not clear."""
        if not pieces:
            return ()
        first, last = pieces[0].first, pieces[0].last
        for place in range(first, last):
            low = line.low(place)
            if line.part(place) == tag.PRONOUN or low in tag.OWNERS:
                span = _span(line, place)
                return self._pronoun(line, low, span, statement)
        if line.low(first) == "the":
            for place in range(first + 1, last):
                found = self._described(line, line.low(place))
                if found is not None:
                    return (Party(span=_span(line, place), actor=found),)
        return ()

    def _pronoun(
        self, line: Line, low: str, span: Span, statement: Statement | None
    ) -> tuple[Party, ...]:
        body = statement.for_ if statement is not None else None
        if low in _SPEAKERS_OWN:
            return (Party(span=span, actor=body),) if body else ()
        acted_in, parties = self._acted
        near = line.sentence.index - acted_in
        if low in _SINGLE | _MANY and near == 0:
            return _again(span, parties)
        if low in _SINGLE and body is not None:
            return (Party(span=span, actor=body),)
        if low in _SINGLE | _MANY and near == 1:
            return _again(span, parties)
        return ()

    def _described(self, line: Line, low: str) -> str | None:
        """Give the last actor named that a description fits, if only one does."""
        asked = _NAMED_SO.get(low)
        if asked is None and low not in _GROUPS:
            return None
        end = line.sentence.span.start
        index = max(0, line.sentence.index - _SENTENCES_BACK)
        start = self._sentences[index].span.start
        first = bisect_left(self._mentions, start, key=_START)
        last = bisect_left(self._mentions, end, key=_START)
        fitting = {
            mention.id
            for mention in self._mentions[max(first, last - 40) : last]
            if mention.id is not None and _fits(mention, asked)
        }
        return fitting.pop() if len(fitting) == 1 else None


_START: Final = attrgetter("span.start")


def _fits(mention: Mention, asked: tuple[str, ...] | None) -> bool:
    if asked is None:
        return mention.kind == "armed_group" and mention.span.text[:1].isupper()
    named = mention.span.text.lower()
    return mention.kind in ("organisation", "armed_group") and any(word in named for word in asked)


def _again(span: Span, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    known = [party for party in parties if party.actor]
    return tuple(Party(span=span, actor=party.actor) for party in known)


def _span(line: Line, place: int) -> Span:
    item = line.items[place]
    return Span.cut(line.text, item.start, item.end)
