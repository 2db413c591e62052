"""Who calls whom what, over all readings that a case's ledger keeps."""

from __future__ import annotations

from pathlib import Path

from trucewatch.join.naming import NameInUse, names_in_use, namings
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.findings import kept_readings
from trucewatch.pipeline.record import LEDGER


def names_of_record(folder: Path, actor: str) -> tuple[NameInUse, ...]:
    """Give the names and labels of one actor in every document of a case's record."""
    path = folder / LEDGER
    if not path.exists():
        return ()
    with open_ledger(path, create=False, read_only=True) as ledger:
        return names_in_use(
            naming
            for reading, _ in kept_readings(ledger)
            for naming in namings(reading)
            if naming.actor == actor
        )
