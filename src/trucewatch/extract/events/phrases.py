"""Noun phrases on either side of a verb: the subject before it, what completes it behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.scene import Line
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

_NOMINAL: Final = frozenset(
    {tag.WORD, tag.ACTOR, tag.PLACE, tag.THING, tag.NUMBER, tag.OWNS, tag.PRONOUN, tag.DATE}
)
_NO_HEADS: Final = frozenset({tag.ADVERB, tag.NEGATION})
_AUXILIARY: Final = frozenset({tag.BE, tag.HAVE, tag.MODAL, tag.DO})
_BEFORE_DATE: Final = words("on in at since by until late early over during for")
_PREDETERMINERS: Final = words("all both half most many some not nearly almost even only none")
_SPEECH: Final = words("""
    say says said saying report reports reported claim claims claimed add adds added tell tells told
    announce announced confirm confirmed state stated note noted believe believes believed warn warned
    allege alleged insist insisted write writes wrote mean means show shows showed know knows
    """)
_PARTICLES: Final = words("out back away off down over forward apart")
_DOING: Final = words("""
    carried launched conducted staged committed performed fired made mounted executed claimed
    perpetrated dropped planned
    """)
"""Before "by X", these say who did what the noun names."""

_LISTS_ON: Final = words("including namely particularly especially notably")
_NEAR: Final = words("""
    in at near on around outside inside within along across north south east west northeast
    northwest southeast southwest between throughout from
    """)


def subject_before(line: Line, group: int, floor: int, depth: int = 0) -> Subject:
    """Read the subject of the verb group that begins at `group`, not before `floor`."""
    place = _skip_adverbials(line, group - 1, floor)
    if place < floor or depth > 3:
        return NOTHING
    part, low = line.part(place), line.low(place)
    if part == tag.RELATIVE or (low in ("that", "which") and _follows_noun(line, place, floor)):
        before = place - 1 if line.part(place - 1) != tag.COMMA else place - 2
        return _phrase(line, before, floor)
    if part == tag.CONJUNCTION or low in ("but", "then", "yet"):
        return _SHARED
    if part == tag.COMMA:
        opened = _opening(line, place, floor)
        if opened is None:
            return _SHARED if place > floor else NOTHING
        return subject_before(line, opened, floor, depth + 1)
    if part in (tag.SUBORDINATOR, tag.PREPOSITION):
        return _SHARED if low in ("while", "after", "before", "by", "when", "since") else NOTHING
    if part in _NOMINAL or part == tag.DETERMINER or (part == tag.EVENT and not line.is_verb(place)):
        return _phrase(line, place, floor)
    if line.is_verb(place) and _reduced(line, place):
        return _phrase(line, place, floor)
    return NOTHING


def _phrase(line: Line, last: int, floor: int) -> Subject:
    if last < floor:
        return NOTHING
    reader = _Leftwards(line, last, floor)
    reader.read()
    pieces, behind = tuple(_linked(line, reversed(reader.links))), reader.place
    if not pieces:
        return NOTHING
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
        if part in _NOMINAL or (part == tag.EVENT and not line.is_verb(place)):
            self.place -= 1
            return True
        if part == tag.DETERMINER:
            return self._determiner()
        if line.low(place) == "as":
            return self._as()
        if part == tag.PREPOSITION or (part == tag.TO):
            self._close(line.low(place))
            self.place -= 1
            return True
        if part in (tag.CONJUNCTION, tag.COMMA):
            return self._joint(part)
        if part in (tag.ADVERB, tag.NEGATION) and self.place + 1 < self.end:
            self.place -= 1
            return True
        if line.is_verb(place):
            return self._verb()
        return False

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
        while self.place >= self.floor and self.line.low(self.place) in _PREDETERMINERS:
            self.place -= 1
        part = self.line.part(self.place) if self.place >= self.floor else ""
        if part in (tag.PREPOSITION, tag.TO, tag.CONJUNCTION, tag.COMMA):
            return True
        return part == tag.VERB and _reduced(self.line, self.place)

    def _joint(self, part: str) -> bool:
        """Step over *and* or a comma of a list; a comma that opens no list ends the phrase."""
        if self.place + 1 >= self.end:
            return False
        listed = any(link == "and" for link, _, _ in self.links)
        if part == tag.COMMA and not listed:
            return False
        before = self.place - 1
        while before >= self.floor and self.line.part(before) in (tag.COMMA, tag.ADVERB):
            before -= 1
        if before < self.floor or self.line.part(before) not in _NOMINAL:
            return False
        self._close("and")
        self.place = before
        self.end = before + 1
        return True

    def _verb(self) -> bool:
        """Step over what tells more of a noun: "shells fired by X", "shells that were fired by X"."""
        line, place = self.line, self.place
        relative = _relative_before(line, place, self.floor)
        if relative is None and not _reduced(line, place):
            return False
        low = line.low(place)
        if self.links and self.end == place + 1 and self.links[-1][0] == "by":
            _, first, last = self.links[-1]
            link = "of" if low in tag.OWNED_BY else "by"
            self.links[-1] = (link, first, last)
        elif self.place + 1 < self.end:
            self._close("of")
        self.place = (relative if relative is not None else place) - 1
        if self.line.part(self.place) == tag.COMMA:
            self.place -= 1
        self.end = self.place + 1
        return True


def _reduced(line: Line, place: int) -> bool:
    """Tell whether a verb form tells more of the noun before it: "groups operating in"."""
    low = line.low(place)
    behind, before = line.part(place + 1), line.part(place - 1)
    if before not in (tag.WORD, tag.ACTOR, tag.THING, tag.PLACE, tag.EVENT, tag.COMMA):
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


def complements(line: Line, start: int, ceiling: int) -> tuple[tuple[Piece, ...], int]:
    """Read what completes a verb or noun from `start` on; give the pieces and where they end."""
    reader = _Rightwards(line, start, ceiling)
    reader.read()
    return tuple(reader.pieces), reader.place


class _Rightwards:
    """Reads the phrases behind a verb or noun, to the end of its clause."""

    def __init__(self, line: Line, start: int, ceiling: int) -> None:
        self.line = line
        self.ceiling = min(ceiling, start + REACH)
        self.place = start
        self.first = start
        self.prep = ""
        self.pieces: list[Piece] = []

    def read(self) -> None:
        while self.place < self.ceiling and self._step():
            self.place += 1
        self._close()

    def _close(self) -> None:
        items = range(self.first, self.place)
        if any(self.line.part(at) not in _NO_HEADS for at in items):
            self.pieces.append(Piece(self.prep, self.first, self.place))
        self.first = self.place + 1

    def _open(self, prep: str) -> bool:
        self._close()
        self.prep = prep
        return True

    def _step(self) -> bool:
        """Take in the item at hand; False where the clause goes no further."""
        line, place = self.line, self.place
        part = line.part(place)
        if part == tag.DETERMINER:
            return self._determiner()
        if part in _NOMINAL or (part == tag.EVENT and not line.is_verb(place)):
            return self._nominal(part)
        if part == tag.PREPOSITION:
            return self._preposition()
        if part == tag.TO:
            follows = line.part(place + 1)
            verb = line.is_verb(place + 1) or follows in (tag.BE, tag.HAVE, tag.ADVERB, tag.DO)
            return not verb and self._open("to")
        if part in (tag.ADVERB, tag.NEGATION):
            return True
        if part == tag.CONJUNCTION:
            return self._joint(place + 1)
        if part == tag.COMMA:
            return self._comma()
        if line.is_verb(place):
            return self._verb()
        return False

    def _nominal(self, part: str) -> bool:
        if part == tag.DATE:
            self._close()
            self.prep = "when"
        return True

    def _determiner(self) -> bool:
        """Let a determiner open a phrase; a second one without a joint is no part of the clause."""
        fresh = self.first == self.place or self.line.low(self.place - 1) in _PREDETERMINERS
        return fresh or all(
            self.line.part(at) in (tag.ADVERB, tag.NEGATION) for at in range(self.first, self.place)
        )

    def _preposition(self) -> bool:
        line, place = self.line, self.place
        low = line.low(place)
        if low in _PARTICLES and line.part(place + 1) in (tag.PREPOSITION, tag.TO, ""):
            if line.low(place + 1) == "of":
                self._open("out of" if low == "out" else "of")
                self.place += 1
                self.first = self.place + 1
                return True
            self._close()
            return True
        return self._open(low)

    def _verb(self) -> bool:
        """Go on past "positions held by X"; any other verb ends the clause."""
        line, place = self.line, self.place
        low = line.low(place)
        if not (self.pieces or self.first < place) or not _reduced(line, place):
            return False
        if line.low(place + 1) == "by":
            if low not in tag.OWNED_BY and low not in _DOING:
                return False
            self._open("of" if low in tag.OWNED_BY else "by")
            self.place += 1
            self.first = self.place + 1
            return True
        return self._open("")

    def _joint(self, place: int) -> bool:
        """Go on past *and* where a noun follows, and no clause or verb."""
        line = self.line
        while line.part(place) in (tag.ADVERB, tag.CONJUNCTION):
            place += 1
        to_place = line.part(place) == tag.TO and not line.is_verb(place + 1)
        if line.part(place) == tag.PREPOSITION or (to_place and line.part(place + 1) != tag.BE):
            self._close()
            return True
        if line.is_verb(place) or line.part(place) in (*_AUXILIARY, tag.TO, tag.SUBORDINATOR, ""):
            return False
        if self.prep != "between" and not self._more_places(place) and self._opens_clause(place):
            return False
        prep = self.prep
        self._close()
        self.prep = prep
        return True

    def _more_places(self, place: int) -> bool:
        """Tell whether a place joins a place, and no verb follows it: "A and B by X"."""
        line = self.line
        if line.part(place) != tag.PLACE or line.part(self.place - 1) != tag.PLACE:
            return False
        return not line.is_verb(place + 1) and line.part(place + 1) not in _AUXILIARY

    def _opens_clause(self, place: int) -> bool:
        """Tell whether a subject and its verb follow."""
        line = self.line
        for at in range(place, min(self.ceiling, place + 16)):
            part = line.part(at)
            if part in _AUXILIARY:
                return True
            if line.is_verb(at) and not _reduced(line, at):
                return not line.low(at).endswith("ing")
            if part in (tag.COMMA, tag.STOP, tag.SUBORDINATOR, tag.RELATIVE):
                return False
        return False

    def _comma(self) -> bool:
        """Go on past a comma in a list, or before where and when it was."""
        line, place = self.line, self.place
        if line.part(place + 1) == tag.ADVERB and line.low(place + 2) in _NEAR:
            place += 1
        follows, low = line.part(place + 1), line.low(place + 1)
        if low in _LISTS_ON:
            prep = self.prep
            self._close()
            self.prep, self.first = prep, place + 2
            self.place += 1
            return True
        located = low in _NEAR and _names(line, place + 2, (tag.PLACE, tag.DATE))
        listed = follows == tag.PLACE and _names(line, self.first, (tag.PLACE,), place)
        acted = follows == tag.ACTOR and _lists_actors(line, place, self.ceiling)
        joined = follows == tag.CONJUNCTION and self._joint(place + 2)
        if not (located or listed or acted or joined):
            return self._aside() or (follows == tag.DATE and self._open("when"))
        prep = self.prep
        self._close()
        self.prep = prep
        return True


    def _aside(self) -> bool:
        """Step over ", five of them children," where a place or time follows."""
        line = self.line
        for place in range(self.place + 1, min(self.ceiling, self.place + 9)):
            if line.part(place) == tag.COMMA:
                located = line.low(place + 1) in _NEAR and _names(
                    line, place + 2, (tag.PLACE, tag.DATE)
                )
                if not located:
                    return False
                self._close()
                self.place = place
                self.first = place + 1
                return True
            if line.is_verb(place) or line.part(place) in (*_AUXILIARY, tag.STOP, tag.SUBORDINATOR):
                return False
        return False


def _names(line: Line, first: int, parts: Sequence[str], last: int | None = None) -> bool:
    """Tell whether a name of one of these parts comes within a few items, in one phrase."""
    for place in range(first, last if last is not None else first + 6):
        if line.part(place) in parts:
            return True
        if last is None and line.part(place) not in (*_NOMINAL, tag.DETERMINER, tag.PREPOSITION):
            return False
    return False


def _lists_actors(line: Line, comma: int, ceiling: int) -> bool:
    """Tell whether actors are listed to their *and*: "A, B and C"."""
    if line.part(comma - 1) != tag.ACTOR:
        return False
    for place in range(comma + 1, min(ceiling, comma + 12)):
        if line.part(place) == tag.CONJUNCTION:
            return line.part(place + 1) in (tag.ACTOR, tag.DETERMINER)
        if line.part(place) not in (tag.ACTOR, tag.COMMA, tag.DETERMINER):
            return False
    return False
