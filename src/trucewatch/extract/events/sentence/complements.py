"""What completes a verb or noun behind it: its object, and phrases with prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import (
    ABOUT,
    NOMINAL,
    PREDETERMINERS,
    REACH,
    Piece,
    reduced,
)
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.lexicons import words

_NO_HEADS: Final = frozenset({tag.ADVERB, tag.NEGATION})
_AUXILIARY: Final = frozenset({tag.BE, tag.HAVE, tag.MODAL, tag.DO})
_PARTICLES: Final = words("out back away off down over forward apart")
_DOING: Final = words("""
    carried launched conducted staged committed performed fired made mounted executed claimed
    perpetrated dropped planned delivered dealt inflicted unleashed
    """)
"""Before "by X", these say who did what the noun names."""
_OUT_OF: Final = words("from off") | {"out of"}
_WITHIN: Final = words("inside within across throughout")
_SHARES: Final = words("half third thirds quarter quarters")
_SIDES: Final = words("side hand")
_LISTS_ON: Final = words("including namely particularly especially notably")
_NEAR: Final = words("""
    in at near on around outside inside within along across north south east west northeast
    northwest southeast southwest between throughout from
    """)


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
        if part in NOMINAL or (part == tag.EVENT and not line.is_verb(place)):
            return self._nominal(part)
        if part == tag.PREPOSITION:
            return self._preposition()
        if part == tag.SUBORDINATOR and line.part(place + 1) == tag.DATE:
            return self._open(line.low(place))
        if part == tag.TO:
            follows = line.part(place + 1)
            verb = line.is_verb(place + 1) or follows in (tag.BE, tag.HAVE, tag.ADVERB, tag.DO)
            return not verb and self._open("to")
        if part in (tag.ADVERB, tag.NEGATION) or (line.low(place) == "than" and self._compared()):
            return True
        if part in (tag.CONJUNCTION, tag.COMMA) and self._other_side():
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
        elif part in (tag.THING, tag.NUMBER):
            self._object_late()
        return True

    def _object_late(self) -> None:
        """Let an object begin right behind a date: "fired on Sunday a number of rockets"."""
        if self.prep == "when" and self.first == self.place:
            bare = any(not piece.prep for piece in self.pieces)
            self.prep = self.prep if bare else ""

    def _determiner(self) -> bool:
        """Let a determiner open a phrase; a second one without a joint is no part of the clause."""
        self._object_late()
        led = self.line.low(self.place - 1)
        fresh = self.first == self.place or led in PREDETERMINERS or led in ("than", "dead")
        fresh = fresh or (led in ABOUT and self._part_named(self.place))
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
        if low in ABOUT and (line.part(place + 1) == tag.NUMBER or self._part_named(place + 1)):
            return True
        if low in _WITHIN and self.prep in _OUT_OF and self.first == place:
            self.first = place + 1
            return True
        return self._open(low)

    def _verb(self) -> bool:
        """Go on past "positions held by X"; any other verb ends the clause."""
        line, place = self.line, self.place
        low = line.low(place)
        done_by = low in _DOING and line.low(place + 1) == "by" and line.event_at(place - 1)
        if not (self.pieces or self.first < place or done_by):
            return False
        if low == "set" and line.low(place + 1) == "up" and line.low(place + 2) in _NEAR:
            self._open("")
            self.place += 1
            self.first = self.place + 1
            return True
        if not reduced(line, place):
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
            if line.is_verb(at) and not reduced(line, at):
                return not line.low(at).endswith("ing")
            if part in (tag.COMMA, tag.STOP, tag.SUBORDINATOR, tag.RELATIVE):
                return False
        return False

    def _part_named(self, place: int) -> bool:
        """Tell whether a part of something is named from a place on: "half of", "a third of"."""
        at = place + 1 if self.line.low(place) in ("a", "one", "two") else place
        return self.line.low(at) in _SHARES and self.line.low(at + 1) == "of"

    def _compared(self) -> bool:
        """Tell whether *than* stands in an amount: "fired more than twenty rockets at"."""
        more = self.line.low(self.place - 1) in ("more", "less", "fewer", "other")
        return more and self.line.part(self.place + 1) in (tag.NUMBER, tag.DETERMINER, tag.WORD)

    def _other_side(self) -> bool:
        """Go on past "between X on one side" to "and Y on the other"."""
        line, place = self.line, self.place
        joint = self._past_side(place)
        sided = line.low(joint - 1) in _SIDES and line.low(joint - 2) == "one"
        between = self.prep == "between" or any(piece.prep == "between" for piece in self.pieces)
        joint += line.part(joint) == tag.COMMA
        if not (sided and between) or line.part(joint) != tag.CONJUNCTION:
            return False
        self._close()
        self.prep, self.first, self.place = "between", joint + 1, joint
        return True

    def _past_side(self, place: int) -> int:
        """Step from a comma over "on the one hand"; elsewhere stay."""
        line, at = self.line, place + 1
        if line.part(place) != tag.COMMA or line.low(at) != "on":
            return place
        at += 2 if line.low(at + 1) == "the" else 1
        return at + 2 if line.low(at) == "one" and line.low(at + 1) in _SIDES else place

    def _comma(self) -> bool:
        """Go on past a comma in a list, or before where and when it was."""
        line, place = self.line, self.place
        if line.part(place + 1) == tag.ADVERB and line.low(place + 2) in _NEAR:
            place += 1
        follows, low = line.part(place + 1), line.low(place + 1)
        by = place + 2 + (line.low(place + 2) == "out")
        if low in _DOING and line.low(by) == "by":
            self._open("by")
            self.place, self.first = by, by + 1
            return True
        among = low == "among" and line.low(place + 2) in ("them", "which", "these", "those")
        if low in _LISTS_ON or among:
            prep = self.prep
            self._close()
            self.prep, self.first = prep, place + (3 if among else 2)
            self.place += 2 if among else 1
            return True
        located = low in _NEAR and _names(line, place + 2, (tag.PLACE, tag.DATE))
        named = line.part(place + 2) if follows == tag.DETERMINER else follows
        listed = named == tag.PLACE and _names(line, self.first, (tag.PLACE,), place)
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
        opening = self.place + 1
        while line.part(opening) == tag.ADVERB:
            opening += 1
        described = line.is_verb(opening) and line.low(opening).endswith("ed")
        for place in range(self.place + 1, min(self.ceiling, self.place + 9)):
            if described and place == opening:
                continue
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
        if last is None and line.part(place) not in (*NOMINAL, tag.DETERMINER, tag.PREPOSITION):
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
