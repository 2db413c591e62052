"""What changed on a board between two days, and because of what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.status import Carried, Line, Status


class CauseKind(StrEnum):
    """The kinds of things that change a line of the board."""

    DOCUMENT = "document"
    DAY_PASSED = "day passed"
    DECISION = "decision"
    READER = "reader"
    CASE_FILE = "case file"


class DayRule(StrEnum):
    """Why the passing of a day changed a line."""

    START = "start"
    """The duty begins on the day."""
    DEADLINE = "deadline"
    """The deadline was the day before."""
    AMENDMENT = "amendment"
    """The parties agreed on another deadline on the day."""
    WINDOW = "window"
    """A word about days no longer shares a day with the case's window."""
    WORD = "word"
    """A day has come that a word published before it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """A line's status and what carries it; in *contested*, `better` carries the better words."""

    status: Status
    standing: Carried | None = None
    better: Carried | None = None

    @classmethod
    def of(cls, line: Line) -> LineState:
        """Give the state of a board's line."""
        return cls(status=line.status, standing=line.standing, better=line.better)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One thing that turned a line to `turned_to`.

    `day` is the day a document was published (or known from), or the day that passed, by `rule`.
    `findings` are what the document says of the line, the words whose window ended or whose day
    came, or what was decided or read anew. `by` is who decided, and why; of a case file, its name.
    """

    kind: CauseKind
    turned_to: LineState
    day: date | None = None
    rule: DayRule | None = None
    document: ReadDocument | None = None
    findings: tuple[Finding, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line that differs between two boards, with its causes in the order in which they act.

    The case file, decisions and readings act first, then the days that passed, then documents in
    the order of their publication: each cause turns what the one before it left, the last to `after`.
    """

    clause: str
    duty: str
    doer: str | None
    before: LineState
    after: LineState
    causes: tuple[Cause, ...]
