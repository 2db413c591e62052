"""From the readings that a ledger keeps to findings: bearing, then what is one origin."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import Document, ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.reading import Reading
from trucewatch.core.reading_back import reading_of
from trucewatch.join.copies import shared_texts
from trucewatch.join.corrections import Notice, apply_notices, notice_of
from trucewatch.join.incidents import Key, join_incidents, places_of
from trucewatch.join.origins import join_origins
from trucewatch.judge.bearing import bear
from trucewatch.ledger.kept import KeptCapture, KeptReading
from trucewatch.ledger.store import Ledger

_TOLD: Final = ("outlet", "published", "url")

Kept = tuple[Reading, date]
"""A reading, and the day its document was captured."""


def kept_readings(ledger: Ledger, entered_by: date | None = None) -> Iterator[Kept]:
    """Yield the newest reading of each document, with the day its document was captured.

    With `entered_by`, the newest that had been entered by the end of that day; a document that had
    none yet gives its first.

    A page that was given again, with what was not said of it at first (`--published`, `--outlet`), is
    read as it was given last: the poorer document stands in the ledger, and counts no more.
    """
    captures = {kept.document: kept for kept in ledger.documents()}
    poorer = set(superseded(captures.values()))
    for kept in ledger.readings():
        if kept.document not in poorer:
            captured = date.fromisoformat(captures[kept.document].at[:10])
            chosen = kept if entered_by is None else _newest_by(ledger, kept.document, entered_by)
            yield reading_of(json.loads(chosen.body)), captured


def _newest_by(ledger: Ledger, document: str, day: date) -> KeptReading:
    first, *others = ledger.all_readings(document)
    entered = [kept for kept in others if kept.at[:10] <= day.isoformat()]
    return entered[-1] if entered else first


def superseded(captures: Iterable[KeptCapture]) -> Iterator[str]:
    """Yield the documents of which another, of the same bytes, says all they say and more."""
    by_bytes: dict[str, list[tuple[str, dict[str, str | None]]]] = defaultdict(list)
    for kept in captures:
        told = json.loads(kept.receipt)
        by_bytes[kept.sha256].append((kept.document, {name: told.get(name) for name in _TOLD}))
    for tellings in by_bytes.values():
        for document, told in tellings:
            if any(_says_more(other, told) for _, other in tellings):
                yield document


def _says_more(other: dict[str, str | None], told: dict[str, str | None]) -> bool:
    return other != told and all(told[name] in (None, other[name]) for name in _TOLD)


def findings_of(readings: Iterable[Kept], case: Case) -> list[Finding]:
    """Give what readings say of every duty, with origins, incidents and corrections across documents."""
    documents: dict[str, Document] = {}
    found: list[Finding] = []
    places: dict[Key, frozenset[str]] = {}
    notices: list[Notice] = []
    for reading, captured in readings:
        told = list(bear(reading, case, captured))
        notice = notice_of(reading, reading.document.published or captured)
        if told or notice:
            documents[reading.document.id] = reading.document
            places.update(places_of(reading, case.places))
            notices.extend((notice,) if notice else ())
        found.extend(told)
    shared = shared_texts(documents.values())
    by_origin = join_origins(found, shared, case.actors)
    return apply_notices(join_incidents(by_origin, places), notices, shared, case)


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
