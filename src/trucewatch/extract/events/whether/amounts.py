"""How much of it was done, by the words for amounts around an event; and how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Aspect, EventKind, Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.senses import SENSES
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.whether.chains import Frame
from trucewatch.extract.events.whether.predicates import PERCENT
from trucewatch.extract.events.whether.views import Extent, View
from trucewatch.extract.lexicons import words

_ALL: Final = words(
    "all every entire whole entirely completely fully totally wholly everything last"
)
_SOME: Final = words("""
    some most many several part parts partial partly partially mostly largely half majority dozens hundreds
    thousands scores number few bulk two-thirds third
    """)
_NEARLY: Final = words("nearly almost virtually practically")
_ORDINALS: Final = words("first second third fourth fifth another further")
_FIRST: Final = words("batch batches convoy convoys group groups stage phase part step")
_ENDS: Final = ("", tag.STOP, tag.COMMA)
_PART_WITHIN: Final = 12
"""So far behind a verb "in part" may end its clause."""
_REASONS: Final = words("because due by to thanks")
"""After these "in part" speaks of a reason."""
_NONE: Final = words("no none neither nobody nothing")
_WHOLES: Final = words("all every everything everyone a fully completely entirely one")
_SINGLE: Final = words("a one")
"""Behind "not" these leave nothing: "not a single gun"."""

_REPEATED: Final = words("""
    repeatedly daily regularly frequently times twice several multiple series constantly routinely
    intermittently repeated regular frequent continually
    """)
_EACH: Final = tuple(
    f"{each} {time}" for each in ("every", "each") for time in ("day", "night", "hour", "week")
)
_STANDING: Final = frozenset({Reality.ASSERTED, Reality.DISTANCED, Reality.NEGATED, Reality.DENIED})
_COUNTED: Final = frozenset({EventKind.WITHDRAWAL, EventKind.RELEASE, EventKind.OPENING})


_BEGUN: Final = words("begun started resumed commenced")


def _has_begun(line: Line, place: int) -> bool:
    """Tell whether something has begun, and so goes on: "has begun patrols"; "began in May" may be over."""
    for at in range(max(1, place - 6), min(place + 6, len(line.items))):
        if line.low(at) in _BEGUN and line.low(at - 1) in ("has", "have"):
            return True
    return False


_IS_SO: Final = words("is are 're ’re remain remains stay stays still")
"""Before "open" and "closed" these tell a state, and no day on which it came."""

_LASTS: Final = (
    "be on duty",
    "be in operation",
    "be operational",
    "be at work",
    "be up",
    "continue ",
    "go on",
    "remain ",
    "stay ",
)


def quantified(line: Line, view: View, subject: Sequence[Piece], behind: Sequence[Piece]) -> View:
    """Put an event under "no X has", "not all of it", "withdrew none of it"."""
    heads = [piece for piece in (*subject[:1], *_object(behind)) if not piece.prep]
    for piece in heads:
        first = line.low(piece.first)
        second = line.low(piece.first + 1)
        if first in _NONE:
            return view.negated()
        if first == "not" and second in _WHOLES:
            negated = view.negated()
            return negated if second in _SINGLE else negated._replace(extent="some")
    return view


def _object(behind: Sequence[Piece]) -> Sequence[Piece]:
    return behind[:1] if behind and not behind[0].prep else ()


def extent_of(
    line: Line,
    view: View,
    trigger: Trigger,
    place: int,
    frame: Frame,
    subject: Sequence[Piece],
    behind: Sequence[Piece],
) -> Extent | None:
    """Tell how much of it was done; None where no word says so."""
    if view.extent in ("some", "begun"):
        return view.extent
    told = [line.low(at) for at in range(frame.first, place)]
    if trigger.form != "noun":
        told += [line.low(at) for at in range(place + 1, min(place + 2, len(line.items)))]
    all_but = (line.low(frame.first - 2), line.low(frame.first - 1)) == ("all", "but")
    if all_but or _in_part(line, place):
        return "some"
    matter = ("", "of", "on") if SENSES[trigger.key].kind is EventKind.AGREEMENT else ("", "of")
    if SENSES[trigger.key].kind is EventKind.WITHDRAWAL and view.real:
        matter = (*matter, "from")
    spoken = [piece for piece in (*subject[:2], *behind[:2]) if piece.prep in matter]
    amount = _amount(told, within=False)
    for piece in spoken:
        listed = [line.low(at) for at in range(piece.first, piece.last)]
        amount = amount or _amount(listed, within=True)
        none = view.reality is Reality.NEGATED
        if amount is None and SENSES[trigger.key].kind in _COUNTED and not none:
            amount = _numbered(line, piece)
    return amount or view.extent


def _in_part(line: Line, place: int) -> bool:
    """Tell whether "in part", "only in part" or "to some extent" stands right behind."""
    behind = [line.low(at) for at in range(place + 1, min(place + 5, len(line.items)))]
    behind = behind[1:] if behind[:1] == ["only"] else behind
    ends = any(
        line.low(at) == "in" and line.low(at + 1) == "part" and line.part(at + 2) in _ENDS
        for at in range(place + 1, min(place + _PART_WITHIN, len(line.items)))
    )
    in_part = ends or (behind[:2] == ["in", "part"] and not set(behind[2:3]) & _REASONS)
    return in_part or any(
        line.low(at) == "to"
        and line.low(at + 1) in ("a", "an", "some")
        and "extent" in (line.low(at + 2), line.low(at + 3))
        for at in range(place + 1, min(place + _PART_WITHIN, len(line.items)))
    )


def _amount(listed: Sequence[str], *, within: bool) -> Extent | None:
    """Read the words for an amount; `within` a noun phrase they are words on its noun."""
    if any(word in _NEARLY for word in listed):
        return "some"
    ordinal = next((at for at, word in enumerate(listed) if word in _ORDINALS), None)
    if within and ordinal is not None and any(w in _FIRST for w in listed[ordinal + 1 :][:2]):
        return "begun"
    if within and listed[:1] in (["all"], ["every"]):
        return "all"
    share = next((at for at, word in enumerate(listed) if word in PERCENT), None)
    if share is not None:
        return "all" if "100" in listed[max(0, share - 2) : share] else "some"
    if any(word in _SOME and _counts(word, listed) for word in listed):
        return "some"
    return "all" if any(word in _ALL for word in listed) else None


def _counts(word: str, listed: Sequence[str]) -> bool:
    """Tell whether a word is an amount: "a third", not "the third patrol", "the number", "some 40"."""
    if word == "number":
        return listed[0] != "the"
    if word in ("part", "share"):
        return not set(listed[: listed.index(word)]) & tag.OWNERS
    if word == "some":
        behind = "".join(listed[listed.index(word) + 1 :][:1])
        return not (behind[:1].isdigit() or behind in tag.NUMBERS)
    return word != "third" or listed[-1] == "third"


def _numbered(line: Line, piece: Piece) -> Extent | None:
    """Read a number without *the* as a part: "1,000 militants have left"."""
    parts = [line.part(at) for at in range(piece.first, piece.last)]
    definite = parts[:1] == [tag.DETERMINER] and line.low(piece.first) not in ("a", "an")
    return "some" if tag.NUMBER in parts and not definite else None


def aspect_of(line: Line, view: View, trigger: Trigger, place: int, first: int, end: int) -> Aspect:
    """Tell whether an event happened once, repeatedly or goes on."""
    stays = trigger.key == "remain" or trigger.lemma.startswith(_LASTS)
    stays = stays and view.reality in _STANDING
    under_way = trigger.key == "patrol" and view.extent == "begun" and _has_begun(line, place)
    if stays or (view.real and (view.going_on or under_way)):
        return Aspect.ONGOING
    around = {line.low(at) for at in range(max(0, first), min(end, len(line.items)))}
    state = trigger.key in ("open", "close") and trigger.form == "participle"
    if view.real and state and line.low(place - 1) in _IS_SO and view.extent is None:
        return Aspect.ONGOING
    if view.real and "still" in around and line.low(place - 1) in ("still", "are", "is"):
        return Aspect.ONGOING
    again = around & _REPEATED or any(low.startswith(_EACH) for low in around)
    return Aspect.REPEATED if again else Aspect.ONCE
