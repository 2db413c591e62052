"""Bring reports into the record: collect, read, keep; every one is accounted for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch.case.load import load_case
from trucewatch.collect.sources import collect
from trucewatch.core.case import Case
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.errors import DocumentError, SpanError
from trucewatch.extract.reader import Reader
from trucewatch.ledger.entry import canonical, document_key
from trucewatch.ledger.store import Ledger, now
from trucewatch.pipeline.enter import open_for_writing
from trucewatch.pipeline.processes import each_in_order
from trucewatch.pipeline.read import public_form, read_capture
from trucewatch.pipeline.readers import USUAL, ReaderChoice

Tell = Callable[[str], None]

Warned = tuple[str, str]
"""A source, and what is warned of it."""

NAMED: Final = 3
"""Reports named one by one that are warned of alike; of more, one is named, the others counted."""

_NUMBER: Final = re.compile(r"[0-9]+")


@dataclass(slots=True)
class Account:
    """What became of everything given: given = read + copies + refused; and what was warned of."""

    read: int = 0
    copies: int = 0
    refused: list[Refusal] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    @property
    def given(self) -> int:
        """How many were given, and are done with."""
        return self.read + self.copies + len(self.refused)


def add(
    folder: Path,
    sources: Iterable[str | Path],
    *,
    index: Path | None = None,
    published: date | None = None,
    outlet: str | None = None,
    tell: Tell = lambda _: None,
    account: Account | None = None,
    choice: ReaderChoice = USUAL,
    processes: int = 1,
) -> Account:
    """Add reports to a case's record, each in one transaction; `tell` hears of each one done.

    An `account` that is given is kept up to date: it holds what was done when this is interrupted.
    What is interrupted loses nothing that was told, and adding the same again finishes the job:
    what is there already counts as a copy. What cannot be read is recorded as refused.
    """
    case = load_case(folder)
    account = account or Account()
    with open_for_writing(folder, case) as ledger:
        given = collect(sources, index=index, published=published, outlet=outlet)
        new = _but_copies(given, ledger)
        for source, found in each_in_order(_read, new, case, choice, processes=processes):
            _keep(source, found, ledger, account)
            tell(source)
    return account


def told_together(warnings: Sequence[Warned]) -> list[str]:
    """Tell what is warned of many reports alike once, with their number; days may differ."""
    alike: dict[str, dict[str, str]] = defaultdict(dict)
    for source, message in warnings:
        alike[_NUMBER.sub("#", message.partition(":")[0])].setdefault(source, message)
    told = []
    for by_source in alike.values():
        first, *others = [f"{source}: {message}" for source, message in by_source.items()]
        many = len(by_source) > NAMED
        told.extend([f"{first} (and {len(others):,} reports more)"] if many else [first, *others])
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """A capture that the ledger does not hold, with its receipt."""

    capture: Capture
    receipt: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What the ledger is to keep of a capture that was read."""

    new: _New
    reader: str
    body: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """A capture that the ledger holds already."""

    source: str


def _but_copies(
    given: Iterable[Capture | Refusal], ledger: Ledger
) -> Iterator[_New | _Copy | Refusal]:
    """Yield what is given, with captures that need no reading told apart."""
    for item in given:
        if isinstance(item, Refusal):
            yield item
            continue
        receipt = _receipt(item)
        held = ledger.holds(document_key(item.sha256, receipt))
        yield _Copy(source=item.source) if held else _New(capture=item, receipt=receipt)


def _receipt(capture: Capture) -> bytes:
    return canonical(
        {
            "captured": capture.captured.isoformat() if capture.captured else None,
            "media": capture.media,
            "outlet": capture.outlet,
            "published": capture.published.isoformat() if capture.published else None,
            "source": capture.source,
            "url": capture.url,
        }
    )


def _read(
    item: _New | _Copy | Refusal, case: Case, reader: Reader
) -> tuple[str, _Kept | _Copy | Refusal]:
    """Read what is new; give the source, and what became of it."""
    if not isinstance(item, _New):
        return item.source, item
    source = item.capture.source
    try:
        reading = read_capture(item.capture, case, captured=now().date(), reader=reader)
    except (DocumentError, SpanError) as error:
        return source, Refusal(source=source, reason=error.what).of_row(item.capture.row)
    return source, _Kept(
        new=item,
        reader=reading.reader,
        body=canonical(public_form(reading, case)),
        warnings=tuple(warning.message for warning in reading.warnings),
    )


def _keep(source: str, found: _Kept | _Copy | Refusal, ledger: Ledger, account: Account) -> None:
    if isinstance(found, Refusal):
        ledger.append_refusal(found.source, found.reason)
        account.refused.append(found)
        return
    if isinstance(found, _Copy):
        account.copies += 1
        return
    capture, receipt = found.new.capture, found.new.receipt
    new = ledger.append_document(capture.sha256, capture.content, receipt, found.reader, found.body)
    account.read += new
    account.copies += not new
    if new:
        account.warnings.extend((source, message) for message in found.warnings)
