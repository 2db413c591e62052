"""States that a small word reports: who is out, gone or still there; what is open, in place or over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import Token
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.what.senses import FARES, Entry
from trucewatch.extract.lexicons import words

ACCORDS: Final = words("""
    agreement agreements deal memorandum accord accords pact treaty commitments obligations provisions
    """)
"""Nouns for what was signed, and what is owed under it."""

_STAYS: Final = words("remain remains remained stay stays stayed kept keep")
_STAYING: Final = words("in inside there present deployed at on within near stationed")
_IN: Final = words("in inside within on at")
_TAKES_UP: Final = words("which that who it there this")
_PASSING: Final = words("""
    traffic goods trade transit trucks vehicles travel travellers civilians commerce passengers lorries
    """)
_LEFT_THING: Final = frozenset({tag.WORD, tag.DETERMINER, tag.NUMBER, tag.THING, tag.ADVERB})
_MEN_LEFT: Final = words("fighters militants men soldiers troops forces gunmen combatants")
_THING_LEFT: Final = 6
"""So many words has a thing at most of which something is left."""

_PASTS: Final = words("held worked survived stood endured collapsed unravelled crumbled failed")
_ENDS: Final = frozenset({tag.WORD, tag.DETERMINER, tag.PLACE, tag.ACTOR, tag.VERB, tag.TO})
"""Before these, what an agreement does has an object, and is another thing."""

_THERE: Final = Entry("remain", "still", "base")


def state_at(tokens: Sequence[Token], place: int) -> Entry | None:
    """Give the state that the word at a place reports; None for any other word."""
    low = tokens[place].low
    if _fares(tokens, place):
        return Entry("implement", "fare", _form(low))
    read = _READ.get(low)
    state = read(tokens, place) if read is not None else None
    if state is None and low in ("in", "inside", "present") and _is_in(tokens, place):
        return Entry("remain", "there", "base")
    return state


def _fares(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is an agreement that holds, works, has collapsed or is over."""
    if tokens[place].low not in FARES:
        return False
    before = place - 1
    while before > 0 and tokens[before].tag in (tag.ADVERB, tag.NEGATION, tag.BE, tag.HAVE, tag.DO):
        before -= 1
    accord = before >= 0 and tokens[before].low in ACCORDS
    return accord and (place + 1 == len(tokens) or tokens[place + 1].tag not in _ENDS)


def _form(low: str) -> Form:
    if low.endswith("ing"):
        return "ing"
    return "s" if low.endswith("s") else "past" if low in _PASTS else "participle"


def _opened(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "fire was opened": whose fire it was stands before."""
    before = tokens[max(0, place - 14) : place]
    fired = any(token.low in ("fire", "gunfire") for token in before)
    passive = place > 1 and _be_before(tokens, place)
    return Entry("attack", "open fire", "participle") if fired and passive else None


def _left(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read what somebody has yet: "had no guns left", "there are no guns left"."""
    before = place - 1
    while before >= 0 and place - before <= _THING_LEFT and _is_thing_left(tokens[before]):
        before -= 1
    between = tokens[before + 1 : place]
    nobody = any(token.tag == tag.ACTOR for token in between) and any(
        token.low in tag.NO_WORDS for token in between
    )
    if before < 0 or nobody or all(_tells_who(token) for token in between):
        return None
    have = tokens[before].tag == tag.HAVE
    has = have and ("n't" not in tokens[before].low or tokens[before + 1].low == "any")
    there = tokens[before].tag == tag.BE and before > 0 and tokens[before - 1].low == "there"
    return Entry("remain", "have left", "base") if has or there else None


def _is_thing_left(token: Token) -> bool:
    """Tell whether a word may be of what somebody has yet: "has some guns left", "no fighters left"."""
    return token.tag in _LEFT_THING or (token.tag == tag.ACTOR and token.low in _MEN_LEFT)


def _tells_who(token: Token) -> bool:
    """Tell whether a word speaks of those who left, and of nothing that they have: "have all left"."""
    return token.tag == tag.ADVERB or token.low in ("all", "both", "each", "also", "themselves")


def _same(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "are in the same trenches"."""
    there = place > 1 and tokens[place - 1].low == "the" and tokens[place - 2].low in _STAYING
    return _THERE if there and _be_before(tokens, place - 2) else None


def _out(tokens: Sequence[Token], place: int) -> Entry | None:
    told = _be_before(tokens, place) and _low(tokens, place + 1) == "of"
    return Entry("withdraw", "out", "participle") if told else None


def _outside(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "are outside the zone"."""
    at = place + 1 + (_low(tokens, place + 1) in ("the", "this", "that"))
    told = _be_before(tokens, place) and at < len(tokens) and tokens[at].tag == tag.PLACE
    return Entry("withdraw", "outside", "participle") if told else None


def _gone(tokens: Sequence[Token], place: int) -> Entry | None:
    has = _low(tokens, place + 1) in ("from", "out") and _be_before(tokens, place, tag.HAVE)
    told = has or _be_before(tokens, place)
    return Entry("withdraw", "gone", "participle") if told else None


def _open(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "is open", "remains open to traffic"; nobody passes who is "open to talks"."""
    stays = place > 0 and tokens[place - 1].low in _STAYS
    passing = _PASSING & {token.low for token in tokens[place + 2 : place + 6]}
    led = _low(tokens, place + 1) in ("to", "for", "about", "with")
    told = (stays or _be_before(tokens, place)) and (passing or not led)
    return Entry("open", "open", "participle") if told else None


def _in(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read that a place is, now, in place: "the zone is in place"."""
    if _low(tokens, place + 1) != "place" or not _be_before(tokens, place):
        return None
    before = place - 1
    while before > 0 and tokens[before].tag in (tag.ADVERB, tag.DATE, tag.BE, tag.HAVE):
        if tokens[before].low == "still":
            return None
        before -= 1
    made = tokens[before].tag == tag.PLACE
    return Entry("build", "in place", "participle") if made else None


def _entrenched(tokens: Sequence[Token], place: int) -> Entry | None:
    return _THERE if _be_before(tokens, place) else None


def _where(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "are where they were"."""
    they = place + 1 < len(tokens) and tokens[place + 1].tag == tag.PRONOUN
    return _THERE if they and _be_before(tokens, place) else None


def _back(tokens: Sequence[Token], place: int) -> Entry | None:
    return _still(tokens, place) if _low(tokens, place + 1) in _STAYING else None


def _all_over(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "are all over the zone", "are throughout the zone"."""
    be = place - (2 if _low(tokens, place - 1) in ("all", "spread") else 1)
    behind = place + 1 + (_low(tokens, place + 1) in ("the", "this", "that"))
    spread = tokens[place].low != "over" or be < place - 1
    there = behind < len(tokens) and tokens[behind].tag == tag.PLACE
    return _THERE if spread and there and _be_before(tokens, be + 1) else None


def _still(tokens: Sequence[Token], place: int) -> Entry | None:
    """Read "are still in P", "there are still guns", "still have guns"."""
    behind, be = _low(tokens, place + 1), _be_before(tokens, place)
    if be and behind in _STAYING:
        return _THERE
    if be and place > 1 and tokens[place - 2].low == "there":
        return Entry("remain", "there still", "base")
    if behind in tag.HAVE_WORDS and "n't" not in behind and _has(tokens, place + 2):
        return Entry("remain", "still have", "base")
    return None


_READ: Final[dict[str, Callable[[Sequence[Token], int], Entry | None]]] = {
    "opened": _opened,
    "left": _left,
    "same": _same,
    "out": _out,
    "outside": _outside,
    "gone": _gone,
    "open": _open,
    "in": _in,
    "dug": _entrenched,
    "entrenched": _entrenched,
    "where": _where,
    "back": _back,
    "still": _still,
    "over": _all_over,
    "throughout": _all_over,
}


def _is_in(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether somebody or something is said to be in a place: "their guns are in the zone"."""
    be = place - 1
    while be >= 0 and tokens[be].tag in (tag.ADVERB, tag.NEGATION):
        if tokens[be].low in ("still", "back"):
            return False
        be -= 1
    if be < 1 or tokens[be].tag != tag.BE or tokens[be - 1].low in _TAKES_UP:
        return False
    behind = place + 1
    if tokens[place].low == "present":
        if behind >= len(tokens) or tokens[behind].low not in _IN:
            return False
        behind += 1
    if behind < len(tokens) and tokens[behind].tag == tag.DETERMINER:
        behind += 1
    return behind < len(tokens) and tokens[behind].tag == tag.PLACE


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if place < len(tokens) else ""


def _be_before(tokens: Sequence[Token], place: int, auxiliary: str = tag.BE) -> bool:
    """Tell whether a form of *be* stands before, or of another, with nothing but adverbs between."""
    before = place - 1
    while before >= 0 and (
        tokens[before].tag in (tag.ADVERB, tag.NEGATION, tag.DATE)
        or tokens[before].low in ("all", "both")
    ):
        before -= 1
    return before >= 0 and tokens[before].tag == auxiliary


def _has(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what follows *has* is a thing had, and no other verb."""
    return place < len(tokens) and tokens[place].tag not in (
        *(tag.NEGATION, tag.TO, tag.VERB, tag.BE, tag.ADVERB, tag.SUBORDINATOR),
    )
