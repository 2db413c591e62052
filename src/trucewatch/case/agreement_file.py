"""Read `agreement.yaml`: what was signed, clause by clause, duty by duty."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final, Literal, cast

from trucewatch.case.fields import Fields
from trucewatch.case.nodes import Node
from trucewatch.case.notes import FileNotes
from trucewatch.core.agreement import (
    Agreement,
    Amendment,
    Clause,
    Duty,
    DutyType,
    EventPattern,
)
from trucewatch.core.finding import WHOLE
from trucewatch.core.reading import EventKind

NO_DAY: Final = date.min
"""Stands where a needed day could not be read; a file with a fault is never given out."""

DAYS_OF_WINDOW: Final = 366
"""A word about days cannot count for longer than a year."""

DAYS_UNLESS_SAID: Final = 7
"""The window where the file gives none."""


def read_agreement(node: Node, notes: FileNotes) -> Agreement:
    """Read the agreement; what cannot be read is noted."""
    fields = Fields(
        node,
        notes,
        "the agreement",
        required=("case", "title", "signed", "signatories", "names", "clauses"),
        optional=("window", "source"),
    )
    return Agreement(
        id=fields.text("case"),
        title=fields.text("title"),
        signed=fields.day("signed") or NO_DAY,
        signatories=fields.refer_all("signatories", "actor"),
        window=fields.whole("window", 1, DAYS_OF_WINDOW) or DAYS_UNLESS_SAID,
        names=fields.texts("names", empty=True),
        clauses=tuple(fields.maps("clauses", partial(_clause, notes=notes))),
        source=fields.text_or_none("source"),
    )


def _clause(node: Node, notes: FileNotes) -> Clause:
    fields = Fields(node, notes, "a clause", required=("clause", "title", "duties"))
    id = fields.define("clause", "clause")
    read = partial(_duty, notes=notes, clause=id)
    return Clause(
        id=id, title=fields.text("title"), duties=tuple(fields.maps("duties", read, empty=True))
    )


def _duty(node: Node, notes: FileNotes, clause: str) -> Duty:
    fields = Fields(
        node,
        notes,
        "a duty",
        required=("duty", "type", "what", "owed_by", "doers", "where", "relation", "starts"),
        optional=("deadline", "until", "events", "words", "reading", "allows", "amendments"),
    )
    id = fields.define("duty", "duty")
    if id == WHOLE:
        fields.fault("duty", f"'{WHOLE}' stands for the agreement as a whole", "Rename the duty")
    fields.in_order("starts", "deadline")
    fields.in_order("starts", "until")
    fields.in_order("deadline", "until")
    return Duty(
        id=id,
        clause=clause,
        type=fields.choice("type", DutyType),
        what=fields.text("what"),
        owed_by=fields.refer_all("owed_by", "actor"),
        doers=fields.refer_all("doers", "actor", "class"),
        where=fields.refer_all("where", "place", "zone", empty=True),
        relation=cast('Literal["from", "at"]', fields.one_of("relation", ("from", "at"))),
        starts=fields.day("starts") or NO_DAY,
        deadline=fields.day("deadline"),
        until=fields.day("until"),
        events=tuple(fields.maps("events", partial(_pattern, notes=notes))),
        words=fields.texts("words"),
        reading=fields.text_or_none("reading"),
        allows=fields.texts("allows"),
        amendments=_amendments(fields),
    )


def _pattern(node: Node, notes: FileNotes) -> EventPattern:
    # The vocabulary of objects is compiled when it is imported: only a case with events needs it.
    from trucewatch.core.objects import CLASSES

    fields = Fields(
        node,
        notes,
        "an event",
        required=("kind", "says"),
        optional=("with", "against", "at", "from"),
    )
    says = fields.one_of("says", ("done", "act", "not done"))
    return EventPattern(
        kind=fields.choice("kind", EventKind).value,
        says=cast('Literal["done", "act", "not done"]', says),
        with_=fields.all_of("with", CLASSES),
        against=fields.refer_all("against", "actor", "class"),
        at=fields.refer_all("at", "place", "zone"),
        from_=fields.refer_all("from", "place", "zone"),
    )


def _amendments(duty: Fields) -> tuple[Amendment, ...]:
    starts = duty.day_quietly("starts")
    amendments = []
    for node in duty.items("amendments"):
        fields = Fields(node, duty.notes, "an amendment", required=("agreed", "deadline", "source"))
        agreed, deadline = fields.day("agreed"), fields.day("deadline")
        if starts and deadline and deadline < starts:
            what = f"'deadline' ({deadline}) comes before the duty starts ({starts})"
            fields.fault("deadline", what, "Correct one of the days")
        amendments.append(
            Amendment(
                agreed=agreed or NO_DAY,
                deadline=deadline or NO_DAY,
                source=fields.text("source"),
            )
        )
    return tuple(amendments)
