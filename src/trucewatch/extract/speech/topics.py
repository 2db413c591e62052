"""Names before a colon that say where, and not who speaks: "Xland: rebels leave", "TOWN: The talks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.core.case import Case
from trucewatch.core.reading import Statement
from trucewatch.extract.names import Names


def speaking(statements: Sequence[Statement], case: Case) -> Iterator[bool]:
    """Tell of each statement whether somebody speaks in it; a mere place before a colon does not.

    A name that the case has for a place, a state's or its capital's too, is a speaker before a colon
    only where the document has that state, or one of its bodies, speak elsewhere.
    """
    names = Names.of(case)
    for statement in statements:
        yield not (
            _has_colon(statement)
            and _is_a_place(statement, names)
            and not any(_same_body(statement, other, case) for other in statements)
        )


def _has_colon(statement: Statement) -> bool:
    return [cue.text.strip() for cue in statement.cue] == [":"] and len(statement.source) == 1


def _is_a_place(statement: Statement, names: Names) -> bool:
    source = statement.source[0].text
    hits = names.find(source)
    whole = len(hits) == 1 and len(hits[0].span.text) == len(source)
    return whole and any(kind in ("place", "zone") for kind, _ in hits[0].candidates)


def _same_body(statement: Statement, other: Statement, case: Case) -> bool:
    meant = statement.speaker or statement.for_
    if other is statement or meant is None:
        return False
    spoken = other.speaker or other.for_
    return spoken is not None and meant in case.actors.bodies(spoken)
