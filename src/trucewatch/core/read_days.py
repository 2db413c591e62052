"""The days of the documents that were read: not looking is not silence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.core.document import ReadDocument


@dataclass(frozen=True, slots=True)
class ReadDays:
    """The day of each document read that was out `on` a day, in order; without one, its day of capture."""

    on: date
    days: tuple[date, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[ReadDocument], on: date, known: date | None = None) -> ReadDays:
        """Give the days of documents by `on`, of those known on `known`; None means everything."""
        found = (
            each.published or each.known_from
            for each in documents
            if known is None or each.known_from <= known
        )
        return cls(on, tuple(sorted(day for day in found if day <= on)))

    def since(self, first: date) -> int:
        """Count the documents from a day on, that day's among them."""
        return len(self.days) - bisect_left(self.days, first)

    def within(self, window: int) -> int:
        """Count the documents of so many days that end on the day."""
        return self.since(self.on - timedelta(days=window - 1))
