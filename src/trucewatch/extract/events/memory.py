"""Whom "they", "its fighters" or "the army" means: somebody named close before, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from trucewatch.core.reading import Mention, Party, Statement
from trucewatch.core.span import Span
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.actors import FORCES
from trucewatch.extract.events.phrases import Piece
from trucewatch.extract.events.roles import Roles
from trucewatch.extract.events.scene import Line
from trucewatch.extract.lexicons import words

_MENTIONS_BACK: Final = 24
_FAR: Final = 600
"""No description reaches back further than so many mentions and characters."""

_SINGLE_GROUP: Final = re.compile(
    r"\s(alliance|group|faction|movement|front|coalition|organi[sz]ation|outfit)\b", re.IGNORECASE
)
_SPEAKERS_OWN: Final = words("we us our ourselves")
_SINGLE: Final = words("it its itself")
_MANY: Final = words("they them their themselves theirs")
_NAMED_SO: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        words("army military troops soldiers"), ("army", "military", "troops", "forces", "soldiers")
    ),
    **dict.fromkeys(words("forces"), ("forces", "army", "military", "troops")),
    **dict.fromkeys(
        words("aircraft warplanes planes jets helicopters"),
        ("aircraft", "planes", "warplanes", "jets", "air force", "helicopters"),
    ),
}
_GROUPS: Final = words("""
    group movement faction alliance front brigade battalion militia organisation organization coalition
    outfit
    """)


class Memory:
    """Who was named and who acted in the sentences before."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
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
                found = self._described(line.low(place), line.items[place].start)
                if found is not None:
                    return (Party(span=_span(line, place), actor=found),)
        return ()

    def specific(self, line: Line, roles: Roles) -> Roles:
        """Read "the militant alliance" as the alliance named before, not as all militants."""
        by = tuple(self._one_of(line, party) for party in roles.by)
        against = tuple(self._one_of(line, party) for party in roles.against)
        return roles._replace(by=by, against=against)

    def _one_of(self, line: Line, party: Party) -> Party:
        if party.span.text[:1].isupper() or party.actor is None:
            return party
        start, end = party.span.start, party.span.end
        group = _SINGLE_GROUP.match(line.text, end)
        if group is None or line.text[max(0, start - 4) : start].lower() != "the ":
            return party
        actor = self._described(group.group(1), start)
        return Party(span=party.span, actor=actor)

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

    def _described(self, low: str, end: int) -> str | None:
        """Give the one actor named shortly before `end` that a description fits."""
        asked = _NAMED_SO.get(low)
        if asked is None and low not in _GROUPS:
            return None
        last = bisect_left(self._mentions, end, key=_START)
        fitting = {
            mention.id
            for mention in self._mentions[max(0, last - _MENTIONS_BACK) : last]
            if mention.id is not None and end - mention.span.start <= _FAR and _fits(mention, asked)
        }
        return fitting.pop() if len(fitting) == 1 else None


_START: Final = attrgetter("span.start")


def _fits(mention: Mention, asked: tuple[str, ...] | None) -> bool:
    if asked is None:
        name = mention.span.text
        return (
            mention.kind == "armed_group"
            and name[:1].isupper()
            and (name.split()[-1].lower() not in FORCES)
        )
    named = mention.span.text.lower()
    return mention.kind in ("organisation", "armed_group") and any(word in named for word in asked)


def _again(span: Span, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    known = [party for party in parties if party.actor]
    return tuple(Party(span=span, actor=party.actor) for party in known)


def _span(line: Line, place: int) -> Span:
    item = line.items[place]
    return Span.cut(line.text, item.start, item.end)
