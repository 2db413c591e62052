"""From the readings that a ledger keeps to findings: bearing, then what is one origin or incident."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from trucewatch.core.case import Case
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Reading
from trucewatch.core.reading_form import reading_of
from trucewatch.ledger.store import Ledger


def kept_readings(ledger: Ledger) -> Iterator[tuple[Reading, date]]:
    """Yield the newest reading of each document, with the day its document was captured."""
    captured = {kept.document: date.fromisoformat(kept.at[:10]) for kept in ledger.documents()}
    for kept in ledger.readings():
        yield reading_of(json.loads(kept.body)), captured[kept.document]


def findings_of_readings(ledger: Ledger, case: Case) -> list[Finding]:
    """Give what every kept reading says of every duty."""
    return []


def read_documents(ledger: Ledger) -> tuple[ReadDocument, ...]:
    """Give every document that the ledger holds a reading of."""
    return tuple(
        ReadDocument(
            id=reading.document.id,
            outlet=reading.document.outlet,
            title=reading.document.title,
            url=reading.document.url,
            published=reading.document.published,
            known_from=reading.document.published or captured,
            language=reading.document.language,
            warnings=tuple(dict.fromkeys(warning.code for warning in reading.warnings)),
        )
        for reading, captured in kept_readings(ledger)
    )
