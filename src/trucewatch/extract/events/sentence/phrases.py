"""Noun phrases before a verb: its subject, with its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.states import ACCORDS
from trucewatch.extract.lexicons import words

REACH: Final = 60
"""No phrase is followed further than this many items."""


class Piece(NamedTuple):
    """The items `first` to `last` (not included) of a noun phrase, and the preposition before it."""

    prep: str
    first: int
    last: int


class Subject(NamedTuple):
    """The phrase before a verb, in the order of the text, its head first.

    `kind` is `shared` where the subject is that of an earlier verb, `none` where there is none.
    `first` is where it begins; `behind` the place of the item before it.
    """

    kind: Literal["phrase", "shared", "none"]
    pieces: tuple[Piece, ...] = ()
    first: int = 0
    behind: int = -1


NOTHING: Final = Subject("none")
_SHARED: Final = Subject("shared")

NOMINAL: Final = frozenset(
    {tag.WORD, tag.ACTOR, tag.PLACE, tag.THING, tag.NUMBER, tag.OWNS, tag.PRONOUN, tag.DATE}
)
_BEFORE_DATE: Final = words("on in at since by until late early over during for")
_HOURS: Final = words("hours morning evening afternoon night dawn eve")
"""Of these a date before a phrase is the clause's own: "in the early hours of Sunday troops"."""

_ASIDE: Final = 7
_HOW_MUCH: Final = words("""
    extent degree measure rarely seldom occasionally sometimes increasingly often lately later also notably
    especially mainly mostly
    """)
"""Words of an aside that parts one doer from another: both did it."""

PREDETERMINERS: Final = words("all both half most many some not nearly almost even only none")
_WITHIN: Final = words("inside within across throughout")
_OUT_OF: Final = words("from off")
ABOUT: Final = words("over under around about above below")
"""Before a number these are no prepositions: "over 20 shells"."""

_SPEECH: Final = words("""
    say says said saying report reports reported claim claims claimed add adds added tell tells told
    announce announced confirm confirmed state stated note noted believe believes believed warn warned
    allege alleged insist insisted write writes wrote mean means show shows showed know knows
    watch watched hear heard film filmed see sees saw seen spotted observed witnessed photographed
    """)


def subject_before(line: Line, group: int, floor: int, depth: int = 0) -> Subject:
    """Read the subject of the verb group that begins at `group`, not before `floor`."""
    place = _skip_adverbials(line, group - 1, floor)
    if place < floor or depth > 3:
        return NOTHING
    part, low = line.part(place), line.low(place)
    if part == tag.RELATIVE or (low in ("that", "which") and _follows_noun(line, place, floor)):
        return antecedent(line, place, floor)
    if part == tag.CONJUNCTION or low in ("but", "then", "yet"):
        return _SHARED
    if part == tag.COMMA:
        opened = _opening(line, place, floor)
        if opened is None:
            return _SHARED if place > floor else NOTHING
        return subject_before(line, opened, floor, depth + 1)
    if part in (tag.SUBORDINATOR, tag.PREPOSITION):
        return _SHARED if low in ("while", "after", "before", "by", "when", "since") else NOTHING
    if part in NOMINAL or part == tag.DETERMINER or (part == tag.EVENT and not line.is_verb(place)):
        return _phrase(line, place, floor)
    if line.is_verb(place) and reduced(line, place):
        return _phrase(line, place, floor)
    return NOTHING


def text_before(line: Line, group: int, floor: int) -> Subject | None:
    """Give the agreement that a verb group is about, past what it asks: "a deal to open P has been"."""
    for place in range(group - 1, floor - 1, -1):
        if line.part(place) in (tag.STOP, tag.RELATIVE):
            return None
        if line.low(place) in ACCORDS and line.part(place + 1) == tag.TO:
            first = place
            while first > floor and line.part(first - 1) in (tag.WORD, tag.ACTOR, tag.PLACE):
                first -= 1
            return Subject("phrase", (Piece("", first, place + 1),), first, first - 1)
    return None


def antecedent(line: Line, first: int, floor: int) -> Subject:
    """Give what a clause that begins at `first` tells more of: "X, which", "X, accused by"."""
    before = first - 1 if line.part(first - 1) != tag.COMMA else first - 2
    opened = _opening(line, first - 1, floor) if before == first - 2 else None
    if opened is not None and "not" in (line.low(opened + 1), line.low(opened + 2)):
        before = opened - 1
    found = _phrase(line, before, floor)
    return NOTHING if line.low(found.behind) in ("asked", "asks", "ask") else _taken_up(found)


def _taken_up(subject: Subject) -> Subject:
    """Give what *that* and *who* take up: of a verb's objects the last, "killed by rounds that were fired"."""
    if subject.kind != "shared" or not subject.pieces:
        return subject
    head = len(subject.pieces) - 1
    while head > 0 and subject.pieces[head].prep == "of":
        head -= 1
    own = (subject.pieces[head]._replace(prep=""), *subject.pieces[head + 1 :])
    return Subject("phrase", own, own[0].first, own[0].first - 1)


def _phrase(line: Line, last: int, floor: int) -> Subject:
    if last < floor:
        return NOTHING
    reader = _Leftwards(line, last, floor)
    reader.read()
    pieces, behind = tuple(_linked(line, reversed(reader.links))), reader.place
    if not pieces:
        return NOTHING
    if (line.low(behind - 1), line.low(behind)) == ("rather", "than") and behind - 1 > floor:
        return _phrase(line, behind - 2, floor)
    if behind >= floor and line.is_verb(behind) and line.low(behind) not in _SPEECH:
        joint = _last_joint(reader.links)
        if joint is None:
            return Subject("shared", pieces, reader.first, behind)
        own = (pieces[joint]._replace(prep=""), *pieces[joint + 1 :])
        return Subject("phrase", own, own[0].first, own[0].first - 1)
    return Subject("phrase", pieces, reader.first, behind)


def _last_joint(links: Sequence[tuple[str, int, int]]) -> int | None:
    """Give the last piece that *and* joins to what stands before it; `links` has the last first."""
    for number, (link, _, _) in enumerate(links):
        if link == "and":
            return len(links) - 1 - number
    return None


def _skip_adverbials(line: Line, place: int, floor: int) -> int:
    """Step left over adverbs and dates: "X on Tuesday again shelled"."""
    while place >= floor:
        part = line.part(place)
        if part == tag.ADVERB or (part == tag.NEGATION):
            place -= 1
        elif part == tag.DATE:
            place -= 1
            while place >= floor and line.low(place) in _BEFORE_DATE:
                place -= 1
        else:
            break
    return place


def _follows_noun(line: Line, place: int, floor: int) -> bool:
    """Tell whether *that* takes up the noun before it, and does not open what was said."""
    before = place - 1
    if line.part(before) == tag.COMMA:
        before -= 1
    if before < floor:
        return False
    return line.part(before) in (tag.ACTOR, tag.PLACE, tag.THING, tag.WORD, tag.EVENT) and not (
        line.is_verb(before)
    )


def _opening(line: Line, closing: int, floor: int) -> int | None:
    """Give the comma that opens the aside which the comma at `closing` ends."""
    for place in range(closing - 1, max(floor, closing - REACH) - 1, -1):
        if line.part(place) == tag.STOP:
            return None
        if line.part(place) == tag.COMMA:
            return place if place > floor else None
    return None


def phrase_ending(line: Line, last: int, floor: int) -> tuple[tuple[Piece, ...], int, int]:
    """Read the noun phrase that ends at `last`.

    Give its pieces, the place of its first item, and that of the item which it does not reach.
    """
    reader = _Leftwards(line, last, floor)
    reader.read()
    return tuple(_linked(line, reversed(reader.links))), reader.first, reader.place


class _Leftwards:
    """Reads a noun phrase from its end; `links` holds each piece with what joins it, last first."""

    def __init__(self, line: Line, last: int, floor: int) -> None:
        self.line = line
        self.floor = max(floor, last - REACH)
        self.place = last
        self.end = last + 1
        self.links: list[tuple[str, int, int]] = []
        self.first = last + 1

    def read(self) -> None:
        while self.place >= self.floor and self._step():
            pass
        self._close("")

    def _close(self, link: str) -> None:
        first = self.place + 1
        if first < self.end:
            self.links.append((link, first, self.end))
            self.first = first
        self.end = self.place

    def _step(self) -> bool:
        """Take in the item at hand; False where the phrase does not reach it."""
        line, place = self.line, self.place
        part = line.part(place)
        if part == tag.DATE and self._fronted():
            return False
        if part in NOMINAL or (part == tag.EVENT and not line.is_verb(place)):
            self.place -= 1
            return True
        if part == tag.DETERMINER:
            return self._determiner()
        if line.low(place) in ABOUT and line.part(place + 1) == tag.NUMBER:
            self.place -= 1
            return True
        if line.low(place) == "as":
            return self._as()
        if part == tag.PREPOSITION or (part == tag.TO):
            self._open(line.low(place))
            return True
        if part in (tag.CONJUNCTION, tag.COMMA):
            return self._joint(part)
        if part in (tag.ADVERB, tag.NEGATION) and self.place + 1 < self.end:
            self.place -= 1
            return True
        if line.is_verb(place):
            return self._verb()
        return False

    def _fronted(self) -> bool:
        """Tell whether a date stands before the phrase as the clause's own: "on Sunday X's army"."""
        line, place = self.line, self.place
        own = line.part(place + 1) in (tag.ACTOR, tag.PLACE, tag.NUMBER)
        own = own or line.low(place + 1) in PREDETERMINERS | tag.NO_WORDS
        hours = line.low(place - 1) == "of" and line.low(place - 2) in _HOURS
        before = line.low(place - 1) in _BEFORE_DATE
        return place + 1 < self.end and (hours or (own and before))

    def _open(self, prep: str) -> None:
        """Close the piece that a preposition opens; "from inside P" is from P."""
        bare = self.place + 1 >= self.end and self.links and self.links[-1][0] in _WITHIN
        if bare and prep in _OUT_OF:
            _, first, last = self.links[-1]
            self.links[-1] = (prep, first, last)
        self._close(prep)
        self.place -= 1

    def _as(self) -> bool:
        """Step over "as well as"; any other *as* opens the clause."""
        if self.line.low(self.place - 1) != "well" or self.line.low(self.place - 2) != "as":
            return False
        self._close("and")
        self.place -= 3
        self.end = self.place + 1
        return True

    def _determiner(self) -> bool:
        self.place -= 1
        while self.place >= self.floor and self.line.low(self.place) in PREDETERMINERS:
            self.place -= 1
        part = self.line.part(self.place) if self.place >= self.floor else ""
        if part in (tag.PREPOSITION, tag.TO, tag.CONJUNCTION, tag.COMMA):
            return True
        return part == tag.VERB and reduced(self.line, self.place)

    def _joint(self, part: str) -> bool:
        """Step over *and* or a comma of a list; a comma that opens no list ends the phrase."""
        if self.place + 1 >= self.end:
            return False
        listed = any(link == "and" for link, _, _ in self.links)
        joint = self.place if part != tag.COMMA or listed else self._before_aside()
        if joint is None:
            return False
        before = joint - 1
        while before >= self.floor and self.line.part(before) in (tag.COMMA, tag.ADVERB):
            before -= 1
        if before < self.floor or self.line.part(before) not in NOMINAL:
            return False
        if part == tag.COMMA and self._opens_clause(before):
            return False
        if self._excludes():
            self.links.clear()
        else:
            self._close("and")
        self.place = before
        self.end = before + 1
        return True

    def _excludes(self) -> bool:
        """Tell whether "and not" leaves out whom the phrase ends with: "X and not Y shelled P"."""
        line, place = self.line, self.place
        named = line.part(place + 2) == tag.ACTOR or line.low(place + 2) == "the"
        return named and line.low(place + 1) == "not" and line.part(place - 1) != tag.COMMA

    def _before_aside(self) -> int | None:
        """Give the *and* before an aside that the comma at hand ends: "X and, to a lesser extent, Y"."""
        for at in range(self.place - 1, max(self.floor, self.place - _ASIDE) - 1, -1):
            if self.line.part(at) == tag.COMMA:
                aside = {self.line.low(word) for word in range(at, self.place)}
                joins = self.line.low(at - 1) == "and" and not aside.isdisjoint(_HOW_MUCH)
                return at - 1 if joins else None
        return None

    def _opens_clause(self, last: int) -> bool:
        """Tell whether a phrase that ends at `last` opens the clause: "In reply, our guns and rockets"."""
        line, place = self.line, last
        while place > 0 and line.part(place) in (*NOMINAL, tag.DETERMINER, tag.EVENT):
            place -= 1
        first = place == 0 or line.part(place - 1) == tag.STOP
        return (
            line.part(place) == tag.PREPOSITION
            and first
            and (line.part(self.place + 1) == tag.DETERMINER)
        )

    def _verb(self) -> bool:
        """Step over what tells more of a noun: "shells fired by X", "shells that were fired by X"."""
        line, place = self.line, self.place
        relative = _relative_before(line, place, self.floor)
        if relative is None and not reduced(line, place):
            return False
        low = line.low(place)
        joined = self.links[-1][0] if self.links and self.end == place + 1 else ""
        if joined == "by" or (joined == "to" and low == "belonging"):
            _, first, last = self.links[-1]
            link = "of" if low in tag.OWNED_BY or joined == "to" else "by"
            self.links[-1] = (link, first, last)
        elif self.place + 1 < self.end:
            self._close("of")
        self.place = (relative if relative is not None else place) - 1
        if self.line.part(self.place) == tag.COMMA:
            self.place -= 1
        self.end = self.place + 1
        return True


def reduced(line: Line, place: int) -> bool:
    """Tell whether a verb form tells more of the noun before it: "groups operating in"."""
    low = line.low(place)
    behind, before = line.part(place + 1), line.part(place - 1)
    named = before in (tag.WORD, tag.ACTOR, tag.THING, tag.PLACE, tag.EVENT, tag.COMMA)
    if not named and line.low(place - 1) != "those":
        return False
    joined = behind in (tag.PREPOSITION, tag.TO)
    return (low in tag.REDUCED and joined) or (low.endswith("ed") and line.low(place + 1) == "by")


def _relative_before(line: Line, place: int, floor: int) -> int | None:
    """Give where the relative clause begins that a verb stands in, close before it."""
    for before in range(place - 1, max(floor, place - 12) - 1, -1):
        part, low = line.part(before), line.low(before)
        if part == tag.RELATIVE or (low == "that" and _follows_noun(line, before, floor)):
            return before
        if part in (tag.STOP, tag.COMMA, tag.SUBORDINATOR):
            return None
    return None


def _linked(line: Line, links: Iterable[tuple[str, int, int]]) -> Iterator[Piece]:
    """Give each piece its preposition; one joined by *and* has its neighbour's, if of its sort."""
    before: Piece | None = None
    for link, first, last in links:
        prep = link
        if link == "and":
            alike = before is not None and _sort(line, before) == _sort(line, (first, last))
            prep = before.prep if before is not None and alike else ""
        before = Piece(prep, first, last)
        yield before


def _sort(line: Line, piece: Piece | tuple[int, int]) -> str:
    """Give the sort of thing a piece names by its last name or noun."""
    first, last = piece[-2:]
    for place in range(last - 1, first - 1, -1):
        if line.part(place) in (tag.ACTOR, tag.PLACE, tag.THING):
            return line.part(place)
    return tag.WORD
