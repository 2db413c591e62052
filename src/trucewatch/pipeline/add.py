"""Bring reports into the record: collect, read, keep; every one is accounted for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch.case.load import load_case
from trucewatch.collect.sources import collect
from trucewatch.core.case import Case
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.errors import DocumentError, SpanError
from trucewatch.ledger.entry import canonical, document_key
from trucewatch.ledger.store import Ledger, now
from trucewatch.pipeline.enter import open_for_writing
from trucewatch.pipeline.read import READER, public_form, read_capture

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
) -> Account:
    """Add reports to a case's record, each in one transaction; `tell` hears of each one done.

    An `account` that is given is kept up to date: it holds what was done when this is interrupted.
    What is interrupted loses nothing that was told, and adding the same again finishes the job:
    what is there already counts as a copy. What cannot be read is recorded as refused.
    """
    case = load_case(folder)
    account = account or Account()
    with open_for_writing(folder, case) as ledger:
        for item in collect(sources, index=index, published=published, outlet=outlet):
            if isinstance(item, Refusal):
                _refuse(item, ledger, account)
            else:
                _keep(item, case, ledger, account)
            tell(item.source)
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


def _refuse(refusal: Refusal, ledger: Ledger, account: Account) -> None:
    ledger.append_refusal(refusal.source, refusal.reason)
    account.refused.append(refusal)


def _keep(capture: Capture, case: Case, ledger: Ledger, account: Account) -> None:
    receipt = canonical(
        {
            "captured": capture.captured.isoformat() if capture.captured else None,
            "media": capture.media,
            "outlet": capture.outlet,
            "published": capture.published.isoformat() if capture.published else None,
            "source": capture.source,
            "url": capture.url,
        }
    )
    if ledger.holds(document_key(capture.sha256, receipt)):
        account.copies += 1
        return
    try:
        reading = read_capture(capture, case, captured=now().date())
    except (DocumentError, SpanError) as error:
        _refuse(Refusal(source=capture.source, reason=error.what), ledger, account)
        return
    body = canonical(public_form(reading, case))
    new = ledger.append_document(capture.sha256, capture.content, receipt, READER.version, body)
    account.read += new
    account.copies += not new
    if new:
        account.warnings.extend((capture.source, warning.message) for warning in reading.warnings)
