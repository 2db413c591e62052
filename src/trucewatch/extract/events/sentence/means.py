"""How an act was done, told behind "by": "X replied by shelling P", "X targeted by shells P"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.objects import WEAPONS, ObjectFound
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.phrases import Piece, subject_before
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.whether.chains import Frame, verb_frame
from trucewatch.extract.events.whether.groups import form_at, group_before
from trucewatch.extract.events.whether.views import View
from trucewatch.extract.events.who.actors import parties_of
from trucewatch.extract.lexicons import words

_WITHIN: Final = 10
"""So many items before "by" the verb stands at most that tells what was done by that means."""

_WEAPONS: Final = words("shells shell rockets missiles mortars shots rounds bombs fire gunfire")
_PARTS: Final = (tag.COMMA, tag.STOP, tag.SUBORDINATOR, tag.RELATIVE)


def doer_before(line: Line, place: int) -> tuple[Piece, ...]:
    """Give the subject of the verb that an act behind "by" tells the means of; none of a passive one."""
    at = place - 1
    while at > 0 and line.part(at) == tag.ADVERB:
        at -= 1
    if line.low(at) != "by" or not line.low(place).split()[0].endswith("ing"):
        return ()
    for verb in range(at - 1, max(0, at - _WITHIN), -1):
        if line.part(verb) in _PARTS:
            return ()
        if line.is_verb(verb):
            group = group_before(line, verb, 0)
            if group.be:
                return ()
            frame = verb_frame(line, verb, form_at(line, verb), View(), 0, keeps=False)
            return _bare(frame.subject or subject_before(line, group.first, 0).pieces)
    return ()


def _bare(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(each._replace(prep="") if not at else each for at, each in enumerate(pieces))


def with_weapons(
    line: Line,
    place: int,
    frame: Frame,
    subject: Sequence[Piece],
    behind: tuple[Piece, ...],
    end: int,
    ceiling: int,
) -> tuple[Frame, tuple[Piece, ...], int]:
    """Read "X targeted by tens of shells the towns of P" as X's act: a weapon is nobody's doer.

    Where X is nobody who acts, or nothing else is hit, it stays what was hit.
    """
    led = behind[:1] and behind[0].prep == "by" and place + 1 == behind[0].first - 1
    if not (frame.passive and led) or group_before(line, place, 0).be:
        return frame, behind, end
    agent = [piece._replace(prep="") for piece in behind[:2] if piece.prep in ("by", "of")]
    armed = any(_is_weapon(line, at) for each in agent for at in range(each.first, each.last))
    if not armed or parties_of(line, agent) or not parties_of(line, subject):
        return frame, behind, end
    more, last = complements(line, end, ceiling)
    if not (more or len(behind) > 1) or line.is_verb(last):
        return frame, behind, end
    tools = tuple(piece._replace(prep="with") if piece.prep == "by" else piece for piece in behind)
    return frame._replace(passive=False), (*tools, *more), last


def _is_weapon(line: Line, place: int) -> bool:
    ref = line.items[place].ref
    known = isinstance(ref, ObjectFound) and ref.kind in WEAPONS
    return known or line.low(place).split()[-1] in _WEAPONS
