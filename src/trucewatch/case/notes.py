"""What was noticed while a file was read: its faults, what it defines and what it refers to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from trucewatch.core.errors import CaseError

Sort: TypeAlias = Literal["side", "actor", "class", "outlet", "place", "zone", "clause", "duty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An id that a file uses and that must be defined as one of `sorts`."""

    id: str
    sorts: tuple[Sort, ...]
    line: int


@dataclass(slots=True)
class FileNotes:
    """The notes on one file. Faults are gathered, so that one run can name them all."""

    file: str
    faults: list[tuple[int, CaseError]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    definitions: dict[tuple[Sort, str], int] = field(default_factory=dict)

    def error(self, line: int, what: str, mend: str) -> CaseError:
        """Make the error for a line of this file."""
        return CaseError(what, where=f"{self.file}:{line}", mend=mend)

    def fault(self, line: int, what: str, mend: str) -> None:
        """Note a fault and go on."""
        self.faults.append((line, self.error(line, what, mend)))

    def errors(self) -> list[CaseError]:
        """Give the faults in the order of their lines."""
        return [error for _, error in sorted(self.faults, key=lambda fault: fault[0])]

    def define(self, sort: Sort, id: str, line: int) -> None:
        """Note what an id stands for; a second definition is a fault. An empty id is none."""
        first = self.definitions.get((sort, id)) if id else None
        if first is not None:
            what = f"{sort} '{id}' is defined twice, first on line {first}"
            self.fault(line, what, "Rename one")
        elif id:
            self.definitions[sort, id] = line

    def refer(self, id: str, sorts: tuple[Sort, ...], line: int) -> None:
        """Note that an id must be defined somewhere as one of `sorts`."""
        self.references.append(Reference(id=id, sorts=sorts, line=line))

    def defined(self, *sorts: Sort) -> dict[str, int]:
        """Give the ids that this file defines as one of `sorts`, with their lines."""
        return {id: line for (sort, id), line in self.definitions.items() if sort in sorts}


def nearest(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """Give the mend for a word that is not known: the one that was meant, or what to do."""
    # Only a fault needs it: reading a sound case should not wait for its import.
    from difflib import get_close_matches

    choices = sorted(known)
    close = get_close_matches(word[:80], choices, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return otherwise or f"Known are: {', '.join(choices) or 'none'}"
