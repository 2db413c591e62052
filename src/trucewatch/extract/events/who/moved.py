"""What is moved, and whose it is, where a clause leaves both to what was told: "nothing has been moved"."""

from __future__ import annotations

from typing import Final

from trucewatch.core.reading import EventKind, Party, Reality, Statement
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.where.placing import Roles
from trucewatch.extract.events.who.memory import Memory
from trucewatch.extract.lexicons import words

_UNNAMED: Final = words("nothing none anything them")
_PIECES: Final = words("piece pieces")
"""What stands for the weapons told of before; a piece, where not one was moved."""

_DEFINITE: Final = words("the this that no any such")


def with_moved(line: Line, told: Told, memory: Memory, statement: Statement | None) -> Roles:
    """Give a withdrawal the weapons told before, and the armed group that tells of it as its own.

    "The withdrawal has not begun", said by a group, is of its own weapons; a clause that names who
    moves, or what, keeps what it names.
    """
    roles = told.roles
    if told.kind is not EventKind.WITHDRAWAL:
        return roles
    noun = told.trigger.form == "noun"
    spoken = roles.subject | roles.direct
    left = told.view.reality in (Reality.NEGATED, Reality.DENIED) or "not" in spoken
    of_whom = "of" in roles.preps and bool(roles.by)
    open_ = bool(spoken & (_UNNAMED | _PIECES if left else _UNNAMED)) or (
        noun and line.low(told.first) in _DEFINITE and not of_whom
    )
    if open_ and not roles.with_ and not roles.against:
        thing = memory.weapon_before(told.trigger.start)
        roles = roles._replace(with_=(Party(span=thing, actor=None),) if thing else ())
    along = () if roles.with_ else _taken_along(line, told)
    roles = roles._replace(with_=(*roles.with_, *along))
    moved = roles.with_ or open_
    own = memory.armed_speaker(statement)
    if own is None or roles.by or roles.against or not moved or not (noun or told.passive or open_):
        return roles
    return roles._replace(by=(own,))


def _taken_along(line: Line, told: Told) -> tuple[Party, ...]:
    """Give the weapons told behind a comma: "pulled out in small groups, with tanks and cannons"."""
    found: list[Party] = []
    for place in range(told.place + 1, len(line.items) - 1):
        if line.part(place) == tag.STOP or line.is_verb(place):
            break
        if line.low(place) != "with" or line.part(place - 1) != tag.COMMA:
            continue
        for at in range(place + 1, min(place + _ARMS, len(line.items))):
            item = line.items[at]
            if line.part(at) == tag.THING:
                found.append(Party(span=Span.cut(line.text, item.start, item.end), actor=None))
            elif line.part(at) not in _BETWEEN:
                break
    return tuple(found)


_ARMS: Final = 9
_BETWEEN: Final = frozenset({tag.DETERMINER, tag.CONJUNCTION, tag.WORD, tag.NUMBER, tag.COMMA})
