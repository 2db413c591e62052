"""Whom "they", "its fighters" or "the army" means: somebody named close before, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from trucewatch.core.reading import Mention, Party, Statement
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.where.placing import Roles
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.events.who.troops import own_troops
from trucewatch.extract.lexicons import words

_MENTIONS_BACK: Final = 24
_FAR: Final = 600
"""No description reaches back further than so many mentions and characters."""

_SINGLE_GROUP: Final = re.compile(
    r"\s(alliance|group|faction|movement|front|coalition|organi[sz]ation|outfit)\b", re.IGNORECASE
)
_TOPIC: Final = re.compile(
    r"\W{0,2}(?:as\s(?:for|to)|regarding|concerning)\s(?:the\s)?", re.IGNORECASE
)
_SPEAKERS_OWN: Final = words("we us our ourselves")
_HIS: Final = words("his her")
_OUR: Final = words("his her our my")
_COUNTRY: Final = words("country nation")
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
_LED: Final = _GROUPS | words("men fighters forces troops units gunners battalions")
"""Whom a commander calls his."""


class Memory:
    """Who was named and who acted in the sentences before."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        writer: str | None = None,
        *,
        is_news: bool = True,
        armed: frozenset[str] = frozenset(),
    ) -> None:
        """Take a document's mentions and the armed groups of the case.

        `writer` is whose own site it is; `is_news` tells whether it is an outlet's that the case knows.
        """
        self._mentions = mentions
        self._writer = writer
        self._is_news = is_news
        self._acted: tuple[int, tuple[Party, ...]] = (-9, ())
        self._told_in: str | None = None
        self._armies: set[str] = set()
        groups = {each.id for each in mentions if each.kind == "armed_group" and each.id}
        self._armed: set[str | None] = {*groups, *armed}

    def note(
        self, index: int, parties: tuple[Party, ...], statement: Statement | None = None
    ) -> None:
        """Keep in mind who acted in sentence number `index`, and in which statement."""
        if parties and any(party.actor for party in parties):
            self._acted = (index, parties)
            self._told_in = statement.id if statement is not None else None

    def meant(
        self, line: Line, pieces: Sequence[Piece], statement: Statement | None
    ) -> tuple[Party, ...]:
        """Give whom a phrase without a name stands for; empty where that is not clear."""
        if not pieces:
            return ()
        first, last = pieces[0].first, pieces[0].last
        for place in range(first, last):
            low = line.low(place)
            if low in tag.OWNERS and line.low(place + 1) == "part":
                continue
            if line.part(place) == tag.PRONOUN or low in tag.OWNERS:
                span = _span(line, place)
                speaks = statement.for_ if statement is not None else None
                if low in _HIS and line.low(last - 1) in _LED and speaks in self._armed:
                    return (Party(span=span, actor=speaks),)
                if low in _OUR and line.low(last - 1) in _COUNTRY and speaks not in self._armed:
                    return (Party(span=span, actor=speaks),) if speaks is not None else ()
                if low in tag.OWNERS and not _is_their_own(line, place, last):
                    return (Party(span=span, actor=None),)
                return self._pronoun(line, low, span, statement)
        named = _named_behind(line, pieces[0]) or own_troops(line, pieces, statement, self._armies)
        if named is not None:
            return (named,)
        if len(pieces) > 1 and pieces[1].prep == "of" and line.low(last - 1) in FORCES:
            return self.meant(line, pieces[1:], statement)
        return self._pointed(line, first, last, statement)

    def _pointed(
        self, line: Line, first: int, last: int, statement: Statement | None
    ) -> tuple[Party, ...]:
        """Give whom "the group" means; the other one of several is nobody known."""
        bare = last - first == 1 and line.low(first) in ("troops", "soldiers")
        if not bare and line.low(first) not in ("the", "this", "that"):
            return ()
        others = any(line.low(place) in _OTHERS for place in range(first + 1, last))
        if others and line.low(last - 1) in _GROUPS:
            return (Party(span=_span(line, last - 1), actor=None),)
        for place in range(first + (not bare), last):
            found = self.described(line, line.low(place), line.items[place].start, statement)
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
        actor = self._described(line, group.group(1), start)
        return Party(span=party.span, actor=actor)

    def _pronoun(
        self, line: Line, low: str, span: Span, statement: Statement | None
    ) -> tuple[Party, ...]:
        taken_up = low == "it" and line.sentence.index - self._acted[0] == 1
        if _is_accused(statement, span):
            return (Party(span=span, actor=None),)
        body = _speaker_meant(statement, low, span if taken_up else None)
        if low in _SPEAKERS_OWN:
            own = self._speaks_of_itself(statement)
            return (Party(span=span, actor=own),) if own else ()
        acted_in, parties = self._acted
        near = line.sentence.index - acted_in
        alike = self._told_in == (statement.id if statement is not None else None)
        if low in _SINGLE | _MANY and near == 0 and (alike or body is None):
            return _again(span, parties)
        if low in _SINGLE and body is not None:
            return (Party(span=span, actor=self._topic(line, span.start) or body),)
        named = self._named_in(line, span.start, None) if low in _SINGLE else set()
        if len(named) == 1:
            return (Party(span=span, actor=named.pop()),)
        if low in _MANY and body in self._armed and _many_speak(statement):
            return (Party(span=span, actor=body),)
        speaking = self._who_say(statement) if low in _MANY and body is None else set()
        if len(speaking) == 1:
            return (Party(span=span, actor=speaking.pop()),)
        spoken = _has_source(statement) and not _is_another(statement, low, span)
        unknown = low in _SINGLE and (bool(named) or spoken or len(parties) != 1)
        if low in _SINGLE | _MANY and near == 1 and not unknown:
            return _again(span, parties)
        opener = self._opens_before(line) if low in _MANY and near else None
        return (Party(span=span, actor=opener.id),) if opener is not None else ()

    def _opens_before(self, line: Line) -> Mention | None:
        """Give the forces that the sentence before, of the same paragraph, opens with: "X's jets are back"."""
        start = line.sentence.span.start
        last = bisect_left(self._mentions, start, key=_START)
        paragraph = line.text.rfind("\n", 0, start) + 1
        for mention in reversed(self._mentions[max(0, last - _MENTIONS_BACK) : last]):
            if mention.span.start < paragraph:
                return None
            before = line.text[paragraph : mention.span.start]
            if _OPENS.search(before):
                between = line.text[mention.span.end : start].rstrip()
                forces = _FORCES.search(mention.span.text) and mention.id
                return mention if forces and not _STOPS.search(between[:-1]) else None
        return None

    def owner(
        self, line: Line, place: int, by: Sequence[Party], statement: Statement | None
    ) -> tuple[Party, ...]:
        """Give whom "its" or "their" stands for; a party without an actor where that is not clear.

        Who acts in the same clause, else the only one named before in what is said, else its speaker's
        body; of a speaker and another who is named, the one that is an armed group.
        """
        low, span = line.low(place), _span(line, place)
        body = _speaker_meant(statement, low)
        if low in _SPEAKERS_OWN:
            return (Party(span=span, actor=self._speaks_of_itself(statement)),)
        acting = [party for party in by if party.actor and party.span.start < span.start]
        if acting:
            return _again(span, acting)
        named = self._named_in(line, span.start, statement)
        if body is not None and low in _SINGLE:
            named |= {body}
        if len(named) > 1 and body is not None:
            named &= self._armed
        if not named and body is None and low in _MANY:
            named = self._who_say(statement)
        if len(named) == 1:
            return (Party(span=span, actor=named.pop()),)
        acted_in, parties = self._acted
        again = _again(span, parties) if not named and line.sentence.index - acted_in <= 1 else ()
        return again or (Party(span=span, actor=None),)

    def _speaks_of_itself(self, statement: Statement | None) -> str | None:
        """Give whom "we" means: in what others are said to claim, on somebody's own site, not them."""
        if statement is None:
            return self._writer
        turn = any(cue.text.strip() == ":" for cue in statement.cue)
        quoted = turn or statement.manner != "indirect"
        return statement.for_ if quoted or (self._is_news and not self._writer) else self._writer

    def _who_say(self, statement: Statement | None) -> set[str | None]:
        """Give who speak where a word for many is the source: "the rebels said their guns were out"."""
        source = statement.source[-1] if statement is not None and statement.source else None
        if source is None or not source.text.endswith("s"):
            return set()
        last = bisect_left(self._mentions, source.end, key=_START)
        return {
            mention.id
            for mention in self._mentions[max(0, last - 2) : last]
            if mention.span.end == source.end and mention.span.start >= source.start
        } & self._armed

    def _topic(self, line: Line, end: int) -> str | None:
        """Give whom a sentence says that it is about: "as for X, it left"."""
        opened = _TOPIC.match(line.sentence.span.text)
        start = line.sentence.span.start + (opened.end() if opened else 0)
        last = bisect_left(self._mentions, start, key=_START)
        here = self._mentions[last] if opened and last < len(self._mentions) else None
        return here.id if here is not None and here.span.start == start < end else None

    def _named_in(self, line: Line, end: int, statement: Statement | None) -> set[str | None]:
        """Give who is named before `end` in what is said, or in the sentence."""
        start = line.sentence.span.start
        for content in statement.content if statement is not None else ():
            if content.start <= end < content.end:
                start = max(start, content.start)
        last = bisect_left(self._mentions, end, key=_START)
        return {
            mention.id
            for mention in self._mentions[max(0, last - _MENTIONS_BACK) : last]
            if mention.span.start >= start and mention.kind in ("armed_group", "state")
        }

    def described(
        self, line: Line, low: str, end: int, statement: Statement | None = None
    ) -> str | None:
        """Give the one actor that a description fits: an armed group that speaks, or named before."""
        body = statement.for_ if statement is not None else None
        if low in _GROUPS and body is not None and body in self._armed:
            return body
        return self._described(line, low, end)

    def weapon_before(self, end: int) -> Span | None:
        """Give the weapons named last before a character, within reach."""
        last = bisect_left(self._mentions, end, key=_START)
        for mention in reversed(self._mentions[max(0, last - _MENTIONS_BACK) : last]):
            if mention.kind == "weapon":
                return mention.span if end - mention.span.end <= _FAR else None
        return None

    def armed_speaker(self, statement: Statement | None) -> Party | None:
        """Give the armed group whose word a statement is."""
        if statement is None or not statement.source or statement.for_ not in self._armed:
            return None
        return Party(span=statement.source[0], actor=statement.for_)

    def _described(self, line: Line, low: str, end: int) -> str | None:
        """Give the one actor that a description fits in the nearest paragraph before that names any."""
        asked = _NAMED_SO.get(low)
        if asked is None and low not in _GROUPS:
            return None
        last = bisect_left(self._mentions, end, key=_START)
        near = [
            mention
            for mention in self._mentions[max(0, last - _MENTIONS_BACK) : last]
            if mention.id is not None and end - mention.span.start <= _FAR and _fits(mention, asked)
        ]
        if not near:
            return None
        paragraph = line.text.rfind("\n", 0, near[-1].span.start)
        fitting = {mention.id for mention in near if mention.span.start > paragraph}
        return fitting.pop() if len(fitting) == 1 else None


_START: Final = attrgetter("span.start")
_OPENS: Final = re.compile(r"(?:^|[.!?][\"”’]?\s)[\"“]?(?:the\s|but\s|and\s)?$", re.IGNORECASE)
_STOPS: Final = re.compile(r"[.!?;][\"”’]?\s")
_FORCES: Final = re.compile(
    r"\b(?:forces|troops|soldiers|jets|warplanes|planes|aircraft|helicopters|gunners|fighters|militants"
    r"|rebels|gunmen|insurgents|terrorists|jihadists|militias)$",
    re.IGNORECASE,
)


_OTHERS: Final = words("other second third remaining rival latter former")


def _named_behind(line: Line, piece: Piece) -> Party | None:
    """Give who is named behind a description, between commas: "the other group, X, has left"."""
    if line.low(piece.first) not in ("the", "a", "an") or line.low(piece.last - 1) not in _GROUPS:
        return None
    at = piece.last
    if line.part(at) != tag.COMMA:
        return None
    at += 2 if line.part(at + 1) == tag.DETERMINER else 1
    mention = line.mention(at)
    armed = mention is not None and mention.kind == "armed_group"
    if mention is None or not armed or line.part(at + 1) != tag.COMMA:
        return None
    return Party(span=mention.span, actor=mention.id)


_PEOPLE: Final = (
    FORCES | _GROUPS | words("country nation camp bloc own countrymen compatriots party side")
)


def _is_their_own(line: Line, place: int, last: int) -> bool:
    """Tell whether what is somebody's acts as they do: "its men", and not "its enemies"."""
    heads = [at for at in range(place + 1, last) if line.part(at) in (tag.WORD, tag.ACTOR)]
    things = any(line.part(at) in (tag.THING, tag.EVENT) for at in range(place + 1, last))
    return things or not heads or line.low(heads[-1]).split()[-1] in _PEOPLE


_ACCUSES: Final = re.compile(r"\b(?:accus|blam|charg|denounc|condemn|critici)", re.IGNORECASE)


def _speaker_meant(statement: Statement | None, low: str, span: Span | None = None) -> str | None:
    """Give the speaker's body where "it" and the like may mean it; `span` where somebody acted before."""
    if statement is None or _is_another(statement, low, span):
        return None
    return statement.for_


def _is_accused(statement: Statement | None, span: Span) -> bool:
    """Tell whether a pronoun is whom somebody accuses: "X accused it of D" is never X."""
    if statement is None or not any(each.start == span.start for each in statement.content):
        return False
    return any(_ACCUSES.search(cue.text) for cue in statement.cue)


def _is_another(statement: Statement | None, low: str, span: Span | None) -> bool:
    """Tell whether "it" is not who speaks: several do, or who speaks is told behind: "it fired, X said"."""
    if statement is None or not statement.source or low not in _SINGLE:
        return False
    source = statement.source[-1]
    named = source.text.split(",")[0]
    several = named.endswith("s") and named.split()[-1].islower()
    behind = span is not None and low == "it" and source.start > span.end
    return several or (behind and statement.manner == "indirect")


def _many_speak(statement: Statement | None) -> bool:
    """Tell whether it is men of a group who speak: "fighters of X said that they shelled P"."""
    told = statement.source[-1].text.lower().split() if statement and statement.source else []
    head = told[told.index("of") - 1] if "of" in told[1:] else ""
    return head.endswith("s") and head in FORCES


def _has_source(statement: Statement | None) -> bool:
    return statement is not None and bool(statement.source)


def _fits(mention: Mention, asked: tuple[str, ...] | None) -> bool:
    if asked is None:
        name, last = mention.span.text, mention.span.text.split()[-1]
        called = last.lower() in FORCES and not (last[:1].isupper() and last.lower() in _GROUPS)
        capital = name.removeprefix("al-")[:1].isupper()
        return mention.kind == "armed_group" and capital and not called
    named = mention.span.text.lower()
    return mention.kind in ("organisation", "armed_group") and any(word in named for word in asked)


def _again(span: Span, parties: Sequence[Party]) -> tuple[Party, ...]:
    known = [party for party in parties if party.actor]
    return tuple(Party(span=span, actor=party.actor) for party in known)


def _span(line: Line, place: int) -> Span:
    item = line.items[place]
    return Span.cut(line.text, item.start, item.end)
