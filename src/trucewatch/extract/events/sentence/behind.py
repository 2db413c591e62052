"""What stands behind a trigger: where its phrases begin, which are its own, and whether it has its particle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.core.reading import Reality
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.senses import PARTICLES
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.whether.chains import Frame
from trucewatch.extract.lexicons import words


def behind_verb(line: Line, trigger: Trigger, place: int) -> int:
    """Give where the phrases behind a verb begin: past its particle, "set up a zone"."""
    own = _WITH_VERBS if trigger.seen else ()
    particle = line.low(place + 1) in PARTICLES.get(trigger.lemma, own)
    joins = line.part(place + 2) in (tag.PREPOSITION, tag.TO) or line.part(place + 1) == tag.TO
    return (
        place + 2 if particle and not joins and line.low(place + 1) not in _JOINING else place + 1
    )


_WITH_VERBS: Final = words("up out down off back")
_JOINING: Final = words("of from by with to into")


def own_part(line: Line, behind: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give what stands behind a trigger, short of another event: "in response to an attack on Q"."""
    for number, piece in enumerate(behind):
        another = any(line.part(at) == tag.EVENT for at in range(piece.first, piece.last))
        if another and piece.prep not in ("by", "with", ""):
            return tuple(behind[:number])
    return tuple(behind)


def stayed(trigger: Trigger, frame: Frame) -> bool:
    """Tell whether a verb needs no particle: a trained reader knows it, or nothing was moved at all."""
    return trigger.seen or (trigger.lemma == "move" and frame.view.reality is Reality.NEGATED)


def landed(line: Line, trigger: Trigger, end: int, ceiling: int) -> tuple[Piece, ...]:
    """Give where it came down: "shells fired from P landed in Q"."""
    if trigger.key == "shell" and line.low(end) in _LANDS:
        return complements(line, end + 1, ceiling)[0]
    return ()


_LANDS: Final = words(
    "landed land lands fell fall falls exploded explode crashed impacted landing falling exploding"
)


def has_particle(line: Line, trigger: Trigger, place: int, end: int) -> bool:
    """Tell whether a verb that needs a particle has it: "pulled its guns out of"."""
    needed = PARTICLES.get(trigger.lemma)
    if needed is None:
        return True
    behind = (line.low(at) for at in range(place + 1, min(end + 1, place + 14)))
    return any(low in needed or low.split(" ", 1)[0] in needed for low in behind)
