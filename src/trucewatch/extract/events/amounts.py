"""How much of it was done, by the words for amounts around an event; and how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Aspect, EventKind
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.chains import Frame
from trucewatch.extract.events.phrases import Piece
from trucewatch.extract.events.scene import Line
from trucewatch.extract.events.senses import SENSES
from trucewatch.extract.events.triggers import Trigger
from trucewatch.extract.events.views import Extent, View
from trucewatch.extract.lexicons import words

_ALL: Final = words(
    "all every entire whole entirely completely fully totally wholly everything last"
)
_SOME: Final = words("""
    some most many several part parts partly partially mostly largely half majority dozens hundreds
    thousands scores number few bulk two-thirds third
    """)
_NEARLY: Final = words("nearly almost virtually practically")
_FIRST: Final = words("batch batches convoy convoys group groups stage phase part step")
_NONE: Final = words("no none neither nobody nothing")
_WHOLES: Final = words("all every everything everyone a fully completely entirely one")
_REPEATED: Final = words("""
    repeatedly daily regularly frequently times twice several multiple series constantly routinely
    intermittently repeated regular frequent continually
    """)
_COUNTED: Final = frozenset({EventKind.WITHDRAWAL, EventKind.RELEASE, EventKind.OPENING})


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
            return negated._replace(extent="some")
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
    spoken = [piece for piece in (*subject[:2], *behind[:2]) if piece.prep in ("", "of")]
    amount = _amount(told, within=False)
    for piece in spoken:
        listed = [line.low(at) for at in range(piece.first, piece.last)]
        amount = amount or _amount(listed, within=True)
        if amount is None and SENSES[trigger.key].kind in _COUNTED:
            amount = _numbered(line, piece)
    return amount or view.extent


def _amount(listed: Sequence[str], *, within: bool) -> Extent | None:
    """Read the words for an amount; `within` a noun phrase they are words on its noun."""
    if any(word in _NEARLY for word in listed):
        return "some"
    if within and "first" in listed:
        after = listed[listed.index("first") + 1 :]
        if any(word in _FIRST for word in after[:2]):
            return "begun"
    if any(word in _SOME for word in listed):
        return "some"
    return "all" if any(word in _ALL for word in listed) else None


def _numbered(line: Line, piece: Piece) -> Extent | None:
    """Read a number without *the* as a part: "1,000 militants have left"."""
    parts = [line.part(at) for at in range(piece.first, piece.last)]
    definite = parts[:1] == [tag.DETERMINER] and line.low(piece.first) not in ("a", "an")
    return "some" if tag.NUMBER in parts and not definite else None


def aspect_of(line: Line, view: View, trigger: Trigger, place: int, first: int, end: int) -> Aspect:
    """Tell whether an event happened once, repeatedly or goes on."""
    if view.real and (trigger.key == "remain" or view.going_on):
        return Aspect.ONGOING
    around = {line.low(at) for at in range(max(0, first), min(end, len(line.items)))}
    if view.real and "still" in around and line.low(place - 1) in ("still", "are", "is"):
        return Aspect.ONGOING
    return Aspect.REPEATED if around & _REPEATED else Aspect.ONCE
