"""Whose word an event is, where a statement stands inside another: who speaks nearest to it."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from trucewatch.core.charge import is_charge
from trucewatch.core.reading import Statement


class Held(NamedTuple):
    """A statement with the length of its part that holds an event."""

    length: int
    statement: Statement


def held_by(statements: Iterable[Statement], start: int, end: int) -> list[Held]:
    """Give the statements, in their order, of which a part holds `text[start:end]`."""
    return [
        Held(part.end - part.start, statement)
        for statement in statements
        for part in statement.content
        if part.start <= start and end <= part.end
    ]


def nearest(held: list[Held]) -> Statement | None:
    """Give the statement that speaks nearest: the innermost, of two as long the first.

    A charge that another one answers ("W denied Y's claim that C") is told in his answer: that is
    whose word it is.
    """
    if not held:
        return None
    own = [each for each in held if not is_charge(each.statement)] or held
    return min(own, key=itemgetter(0)).statement
