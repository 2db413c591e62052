"""Things made of a case once, and kept while the case stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from trucewatch.core.case import Case

Made = TypeVar("Made")

CASES_KEPT: Final = 8
"""More cases at a time are not read; each keeps some megabytes."""


class OncePerCase(Generic[Made]):
    """Calls `make` for a case that is new, and gives what it made for one that is known.

    A case is known by the state of its files; one built by hand under the same state counts as
    another if anything in it differs.
    """

    def __init__(self, make: Callable[[Case], Made]) -> None:
        self._make = make
        self._kept: dict[str, tuple[Case, Made]] = {}

    def of(self, case: Case) -> Made:
        """Give what `make` makes of the case."""
        state = case.state.sha256
        case_kept, made = self._kept.get(state, (None, None))
        if made is not None and (case_kept is case or case_kept == case):
            self._kept[state] = (case, made)
            return made
        made = self._make(case)
        self._kept.pop(state, None)
        while len(self._kept) >= CASES_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[state] = (case, made)
        return made
