"""What was agreed: clauses and their duties, as a case's file states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class DutyType(StrEnum):
    """How a duty is kept: *reach* a state, *refrain* from acts, *keep* doing, or only *declare*."""

    REACH = "reach"
    REFRAIN = "refrain"
    KEEP = "keep"
    DECLARE = "declare"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPattern:
    """What an event must be to bear on a duty: each part named must be known and fit.

    `kind` is an event kind of the reading; `with_` weapon classes or objects, `against` actors or
    classes, `at` and `from_` places or zones. An empty part asks for nothing. `says` is what such an
    event says of the duty when it is asserted.
    """

    kind: str
    says: Literal["done", "act", "not done"]
    with_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A new deadline that the parties themselves agreed on, and where that is recorded."""

    agreed: date
    deadline: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing owed: by whom, whose conduct keeps or breaks it, what, where, from when, until when."""

    id: str
    clause: str
    type: DutyType
    what: str
    owed_by: tuple[str, ...]
    doers: tuple[str, ...]
    where: tuple[str, ...]
    relation: Literal["from", "at"]
    starts: date
    deadline: date | None = None
    until: date | None = None
    events: tuple[EventPattern, ...] = ()
    words: tuple[str, ...] = ()
    reading: str | None = None
    allows: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def deadline_on(self, day: date) -> date | None:
        """Give the deadline in force on `day`, as amended by then."""
        agreed = [amendment for amendment in self.amendments if amendment.agreed <= day]
        return (
            max(agreed, key=lambda amendment: amendment.agreed).deadline
            if agreed
            else self.deadline
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered clause with its duties."""

    id: str
    title: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was signed, by whom, when; `window` is how many days a word about days counts."""

    id: str
    title: str
    signed: date
    signatories: tuple[str, ...]
    window: int
    names: tuple[str, ...]
    clauses: tuple[Clause, ...]
    source: str | None = None

    def duties(self) -> tuple[Duty, ...]:
        """Give every duty, in the order of the file."""
        return tuple(duty for clause in self.clauses for duty in clause.duties)

    def duties_by_id(self) -> dict[str, Duty]:
        """Give every duty by its id, in the order of the file."""
        return {duty.id: duty for duty in self.duties()}
