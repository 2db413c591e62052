"""Claimed totals against the bulletins under them, over all readings that a case's ledger keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.core.case import Case
from trucewatch.core.when import Period
from trucewatch.join.halves import Halves
from trucewatch.join.recount import Recount, recounts
from trucewatch.join.tallies import Tally, tallies
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.findings import kept_readings
from trucewatch.pipeline.record import LEDGER


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRecounted:
    """The recounts of a record; `voices` counted what was asked for, `seen` is all that is counted.

    `undated` numbers count it without saying of which day, and lie under no total.
    """

    recounts: tuple[Recount, ...]
    voices: frozenset[str]
    undated: int
    seen: tuple[str, ...]


def recount_record(
    folder: Path,
    case: Case,
    counts: str,
    asked: Period | None = None,
    known: date | None = None,
) -> RecordRecounted:
    """Recount what a case's record counts of one thing, as known on a day (None: everything).

    A document without a date is known from its capture.
    """
    found: list[Tally] = []
    seen: Counter[str] = Counter()
    halves = Halves.of(case.actors)
    path = folder / LEDGER
    if path.exists():
        with open_ledger(path, create=False, read_only=True) as ledger:
            for reading, captured in kept_readings(ledger):
                if known is not None and (reading.document.published or captured) > known:
                    continue
                found.extend(tallies(reading, counts, halves))
                seen.update(each.counts for each in reading.figures if each.counts)
    return RecordRecounted(
        recounts=recounts(found, case.places, asked),
        voices=frozenset(each.counter for each in found if each.counter),
        undated=sum(each.days is None and not each.total for each in found),
        seen=tuple(name for name, _ in seen.most_common()),
    )
