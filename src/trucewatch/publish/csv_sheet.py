"""The findings as a sheet: one a row, for a spreadsheet that must not run any of their words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding
from trucewatch.judge.record import known
from trucewatch.publish.escape import for_csv

COLUMNS: Final = (
    *("finding", "clause", "duty", "doer", "doer_name", "says", "form", "from", "to", "said_on"),
    *("published", "outlet", "outlet_name", "chain", "chain_names", "voice", "voice_name"),
    *("unnamed", "origin", "incident", "near", "quote", "start", "end", "document", "url", "coder"),
)

_BOM: Final = "\ufeff"
_UNSEEN = r"\s'\"\u200b-\u200f\u2060\ufeff"
_LEADING: Final = re.compile(rf"[{_UNSEEN}]*")
_INNER: Final = re.compile(rf"([;|\t\r\n][;|{_UNSEEN}]*)([=+\-@＝＋－＠])?")


def csv_sheet(
    findings: Iterable[Finding], case: Case, on: date | None = None, known_on: date | None = None
) -> bytes:
    """Write every finding known on `known_on` (None: all) about `on` or before (None: any day).

    UTF-8 with BOM, CRLF, the earliest published first. What was corrected or retracted by then is
    left out.
    """
    told = [
        finding
        for finding in known({each.id: each for each in findings}.values(), known_on)
        if on is None or _begins(finding) <= on
    ]
    told.sort(key=lambda each: (each.known_from, each.document, each.id))
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    clauses = {duty.id: duty.clause for duty in case.agreement.duties()} | {WHOLE: WHOLE}
    writer.writerows(_row(finding, clauses.get(finding.duty, ""), case) for finding in told)
    return (_BOM + sheet.getvalue()).encode("utf-8", "replace")


def _begins(finding: Finding) -> date:
    """Give the first day a finding is about, or was said: it is on no board before."""
    first = finding.days.first if finding.days else None
    return min(first, finding.uttered) if first else finding.uttered


def _row(finding: Finding, clause: str, case: Case) -> list[str]:
    days, span = finding.days, finding.span
    name: Callable[[str], str] = case.name
    words = (
        *(finding.id, clause, finding.duty, finding.doer, _named(finding.doer, case)),
        *(finding.says, finding.form),
        *(_day(days.first if days else None), _day(days.last if days else None)),
        *(_day(finding.said_on), _day(finding.published)),
        *(finding.outlet, _named(finding.outlet, case)),
        *(" < ".join(finding.chain), " < ".join(map(name, finding.chain))),
        *(finding.voice, _named(finding.voice, case), "yes" if finding.unnamed else ""),
        *(finding.origin, finding.incident, "; ".join(finding.near), finding.words),
        *((str(span.start), str(span.end)) if span else ("", "")),
        *(finding.document, finding.url, finding.coder),
    )
    return [cell(each or "") for each in words]


def _named(id_: str | None, case: Case) -> str:
    return case.name(id_) if id_ else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def cell(words: str) -> str:
    """Keep a spreadsheet from running words, in whatever way it cuts the line into cells.

    An apostrophe goes before what would begin a formula: at the start of the cell, also behind
    blanks and apostrophes, and behind what some systems take for the end of a cell. `words_of`
    takes exactly these apostrophes away.
    """
    words = _INNER.sub(_with_apostrophe, words.replace("\0", "\u2400"))
    return f"'{words}" if _would_run(words) else words


def words_of(cell: str) -> str:
    """Give back the words that `cell` was made of (NUL stays a symbol)."""
    words = cell[1:] if cell.startswith("'") and _would_run(cell[1:]) else cell
    return _INNER.sub(_without_apostrophe, words)


def _would_run(words: str) -> bool:
    """Tell whether some spreadsheet might take words for a formula, with or without what leads."""
    apostrophes = len(words) - len(words.lstrip("'"))
    leading = _LEADING.match(words)
    places = {0, apostrophes, leading.end() if leading else 0}
    return any(for_csv(words[place:]) != words[place:] for place in places)


def _with_apostrophe(found: re.Match[str]) -> str:
    return f"{found[1]}'{found[2]}" if found[2] else found[0]


def _without_apostrophe(found: re.Match[str]) -> str:
    return f"{found[1][:-1]}{found[2]}" if found[2] else found[0]
