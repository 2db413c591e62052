"""From the readings that a ledger keeps to findings: bearing, then what is one origin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from trucewatch.core.case import Case
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Reading
from trucewatch.core.reading_form import reading_of
from trucewatch.join.origins import join_origins
from trucewatch.judge.bearing import bear
from trucewatch.ledger.store import Ledger

Kept = tuple[Reading, date]
"""A reading, and the day its document was captured."""


def kept_readings(ledger: Ledger) -> Iterator[Kept]:
    """Yield the newest reading of each document, with the day its document was captured."""
    captured = {kept.document: date.fromisoformat(kept.at[:10]) for kept in ledger.documents()}
    for kept in ledger.readings():
        yield reading_of(json.loads(kept.body)), captured[kept.document]


def findings_of(readings: Iterable[Kept], case: Case) -> list[Finding]:
    """Give what readings say of every duty, renditions of one speech act under one origin."""
    return join_origins(
        finding for reading, captured in readings for finding in bear(reading, case, captured)
    )


def read_document(reading: Reading, captured: date) -> ReadDocument:
    """Keep in mind of a document what the record needs of it."""
    document = reading.document
    return ReadDocument(
        id=document.id,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        published=document.published,
        known_from=document.published or captured,
        language=document.language,
        warnings=tuple(dict.fromkeys(warning.code for warning in reading.warnings)),
    )
