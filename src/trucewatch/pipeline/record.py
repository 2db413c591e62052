"""The record of a case: everything its ledger holds, as findings that can be judged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch import __version__
from trucewatch.case.load import load_case
from trucewatch.core.case import Case
from trucewatch.core.document import ReadDocument
from trucewatch.core.errors import InputError
from trucewatch.core.finding import Finding
from trucewatch.core.finding_form import finding_form, finding_of
from trucewatch.core.read_days import ReadDays
from trucewatch.core.rival import RivalFigures
from trucewatch.core.rival_form import rival_form, rival_of
from trucewatch.core.status import Board
from trucewatch.join.rivals import rival_figures
from trucewatch.judge.board import judge
from trucewatch.ledger.beside import FOLDER, derived_key, load_derived, store_derived
from trucewatch.ledger.store import Ledger, open_ledger
from trucewatch.pipeline.findings import findings_of, kept_readings, read_document
from trucewatch.review.coded import CaseNames, coded_finding
from trucewatch.review.decisions import Decision, apply
from trucewatch.review.sheet import CodedRow

LEDGER: Final = "ledger.sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """A case with the findings and documents of its ledger, and what could not be used of it.

    `undecided` are the findings before people's `decisions`, each with the day it was entered;
    `entries` is the number of the ledger's last entry that this record has seen.
    """

    folder: Path
    case: Case
    findings: tuple[Finding, ...]
    documents: tuple[ReadDocument, ...]
    undecided: tuple[Finding, ...] = ()
    decisions: tuple[tuple[date, Decision], ...] = ()
    rivals: tuple[RivalFigures, ...] = ()
    entries: int = 0
    refused: int = 0
    remarks: tuple[str, ...] = ()

    def last_day(self) -> date:
        """Give the last day anything in the record was published.

        Where no document says when, the last day one came; the signature's if the record is empty.
        """
        published = [each.published for each in self.documents if each.published]
        came = [each.known_from for each in self.documents]
        return max(published or came, default=self.case.agreement.signed)

    def read_days(self, on: date, known: date | None = None) -> ReadDays:
        """Give the days of the documents read by `on`, as known on a day."""
        return ReadDays.of(self.documents, on, known)

    def decided_between(self, first: date, last: date) -> dict[str, str]:
        """Give what people decided after `first` and by `last`: finding -> who, and because of what."""
        return {
            decision.finding: f"{decision.by}: {decision.because}"
            for entered, decision in self.decisions
            if first < entered <= last
        }

    def findings_without(self, decided: Iterable[str]) -> tuple[Finding, ...]:
        """Give the findings as they stood without the decisions on those named."""
        left_out = set(decided)
        kept = [each for _, each in self.decisions if each.finding not in left_out]
        return tuple(apply(self.undecided, kept))

    def board(self, on: date, known: date | None = None) -> Board:
        """Judge the record on a date, as known on a date (None: everything)."""
        return judge(self.case, self.findings, on, known)


def open_record(folder: Path) -> CaseRecord:
    """Load a case and everything its ledger holds; a case without a ledger has an empty record."""
    case = load_case(folder)
    path = folder / LEDGER
    if not path.exists():
        return CaseRecord(folder=folder, case=case, findings=(), documents=())
    with open_ledger(path, create=False, read_only=True) as ledger:
        return _replay(folder, case, ledger)


def _replay(folder: Path, case: Case, ledger: Ledger) -> CaseRecord:
    seq, head = ledger.head()
    key = derived_key(__version__, _program_state(), str(seq), head.hex(), case.state.sha256)
    stored = load_derived(folder / FOLDER, key)
    if stored is not None:
        return _restore(folder, case, stored, seq)
    remarks: list[str] = []
    coded = list(coded_findings(case, ledger, remarks))
    readings = list(kept_readings(ledger))
    documents = [read_document(reading, captured) for reading, captured in readings]
    undecided = (*coded, *findings_of(readings, case))
    decisions = tuple(
        (date.fromisoformat(kept.at[:10]), Decision.from_body(kept.body))
        for kept in ledger.decisions()
    )
    remarks.extend(_orphaned(undecided, decisions))
    record = CaseRecord(
        folder=folder,
        case=case,
        findings=tuple(apply(undecided, [decision for _, decision in decisions])),
        undecided=undecided,
        decisions=decisions,
        documents=(*documents, *_coded_documents(coded)),
        entries=seq,
        rivals=rival_figures(reading for reading, _ in readings),
        refused=sum(1 for _ in ledger.refusals()),
        remarks=tuple(remarks),
    )
    store_derived(folder / FOLDER, key, _stored(record))
    return record


def _orphaned(
    findings: Iterable[Finding], decisions: Iterable[tuple[date, Decision]]
) -> Iterator[str]:
    """Yield a remark for each decision whose finding the record holds no more."""
    known = {finding.id for finding in findings}
    for day, decision in decisions:
        if decision.finding not in known:
            yield (
                f"the decision of {day} by {decision.by}: no finding {decision.finding} is read any more"
            )


def _program_state() -> str:
    """Name the program's files as they stand: what another state derived is derived anew."""
    newest = max(path.stat().st_mtime_ns for path in Path(__file__).parent.parent.rglob("*.py"))
    return str(newest)


def coded_findings(case: Case, ledger: Ledger, remarks: list[str]) -> Iterator[Finding]:
    """Yield the findings of coded rows; a row that the case does not fit becomes a remark."""
    names = CaseNames.of(case)
    for kept in ledger.coded():
        row = CodedRow.from_body(kept.row)
        try:
            coded_on = date.fromisoformat(kept.at[:10])
            yield coded_finding(row, case, names, coded_on, f"coded row {kept.seq}")
        except InputError as error:
            remarks.append(str(error))


def _coded_documents(coded: list[Finding]) -> Iterator[ReadDocument]:
    """Yield the documents that people read: a coded row says that somebody did."""
    seen: set[str] = set()
    for finding in coded:
        if finding.document not in seen:
            seen.add(finding.document)
            yield ReadDocument(
                id=finding.document,
                outlet=finding.outlet,
                title=None,
                url=finding.url,
                published=finding.published,
                known_from=finding.known_from,
            )


def _stored(record: CaseRecord) -> bytes:
    form = {
        "findings": [finding_form(finding) for finding in record.undecided],
        "decisions": [
            [entered.isoformat(), decision.body().decode()]
            for entered, decision in record.decisions
        ],
        "documents": [_document_form(document) for document in record.documents],
        "rivals": [rival_form(rival) for rival in record.rivals],
        "refused": record.refused,
        "remarks": list(record.remarks),
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def _restore(folder: Path, case: Case, stored: bytes, entries: int) -> CaseRecord:
    form = json.loads(stored)
    undecided = tuple(finding_of(item) for item in form["findings"])
    decisions = tuple(
        (date.fromisoformat(entered), Decision.from_body(body.encode()))
        for entered, body in form["decisions"]
    )
    return CaseRecord(
        folder=folder,
        case=case,
        findings=tuple(apply(undecided, [decision for _, decision in decisions])),
        undecided=undecided,
        decisions=decisions,
        documents=tuple(_document_of(item) for item in form["documents"]),
        rivals=tuple(rival_of(item) for item in form["rivals"]),
        entries=entries,
        refused=form["refused"],
        remarks=tuple(form["remarks"]),
    )


def _document_form(document: ReadDocument) -> list[object]:
    published = document.published.isoformat() if document.published else None
    return [
        document.id,
        document.outlet,
        document.title,
        document.url,
        published,
        document.known_from.isoformat(),
        document.language,
        list(document.warnings),
    ]


def _document_of(form: list[object]) -> ReadDocument:
    id_, outlet, title, url, published, known_from, language, warnings = form
    return ReadDocument(
        id=str(id_),
        outlet=_text(outlet),
        title=_text(title),
        url=_text(url),
        published=date.fromisoformat(str(published)) if published else None,
        known_from=date.fromisoformat(str(known_from)),
        language=_text(language),
        warnings=tuple(str(code) for code in warnings) if isinstance(warnings, list) else (),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
