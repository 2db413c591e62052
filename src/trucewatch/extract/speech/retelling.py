"""Headlines and leads that only retell a statement which the article gives in full below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Statement
from trucewatch.extract.lexicons import words

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_EARLY: Final = 8
_LATER: Final = 200
_FEWEST: Final = 2
_SHARE: Final = 0.3
_STEM: Final = 5
_EMPTY: Final = words("""
    that this with from have been were they their there said says will would which about after
    """)


def mark_retelling(
    statements: Sequence[Statement], paragraphs: Mapping[str, int], case: Case
) -> tuple[Statement, ...]:
    """Set `retells` where the title or a paragraph of the lead tells what a later one says in full.

    `paragraphs` gives the paragraph of each statement, -1 for the title. Both must be one voice (a
    state and its ministry are) and share words.
    """
    marked: dict[str, Statement] = {}
    for place in range(len(statements) - 1, -1, -1):
        statement = statements[place]
        told = None
        if place < _EARLY and paragraphs[statement.id] <= 1:
            later = statements[place + 1 : place + 1 + _LATER]
            told = _told_in_full(statement, later, paragraphs, case)
        if told is not None:
            target = marked[told.id]
            day = statement.said_on or target.said_on
            statement = replace(statement, retells=target.retells or target.id, said_on=day)
        marked[statement.id] = statement
    return tuple(marked[statement.id] for statement in statements)


def _told_in_full(
    statement: Statement,
    later: Sequence[Statement],
    paragraphs: Mapping[str, int],
    case: Case,
) -> Statement | None:
    """Give the later statement of the same voice that shares most words; None for none."""
    own = _words(statement)
    best: tuple[float, Statement] | None = None
    for other in later:
        after = paragraphs[other.id] > paragraphs[statement.id]
        if not after or not _one_voice(statement, other, case):
            continue
        theirs = _words(other)
        shared = len(own & theirs)
        share = shared / (min(len(own), len(theirs)) or 1)
        if shared < _FEWEST or share < _SHARE:
            continue
        score = share + (0.2 if other.manner != "indirect" else 0.0)
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _one_voice(one: Statement, other: Statement, case: Case) -> bool:
    first, second = one.for_ or one.speaker, other.for_ or other.speaker
    if first is None or second is None:
        return False
    bodies = case.actors.bodies
    return first in set(bodies(second)) or second in set(bodies(first))


def _words(statement: Statement) -> frozenset[str]:
    """Give the beginnings of a statement's content words."""
    return frozenset(
        word[:_STEM]
        for span in statement.content
        for word in _WORD.findall(span.text.lower())
        if word not in _EMPTY
    )
