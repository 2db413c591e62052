"""Who did the same, told behind it: "X has left, and so has Y", "X has not left, nor has Y"."""

from __future__ import annotations

from typing import Final

from trucewatch.core.reading import Party
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.who.actors import parties_of
from trucewatch.extract.lexicons import words

_LIKEWISE: Final = words("so as neither nor")
_AUXILIARIES: Final = (tag.DO, tag.HAVE, tag.BE)
_FAR: Final = 16


def likewise(line: Line, told: Told) -> tuple[Party, ...]:
    """Give who is said behind an act to have done the same; of a noun nobody."""
    if told.trigger.form == "noun" or told.passive:
        return ()
    for at in range(told.place + 1, min(told.place + _FAR, len(line.items) - 2)):
        if line.part(at) == tag.STOP or line.event_at(at) is not None or line.is_verb(at):
            return ()
        if line.low(at) in _LIKEWISE and line.part(at + 1) in _AUXILIARIES:
            pieces = complements(line, at + 2, len(line.items))[0]
            return parties_of(line, pieces)
    return ()
