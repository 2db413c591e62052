"""The coding sheet: findings that people enter, one a row, read strictly."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch.core.errors import InputError
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR, SENTENCE_CHARACTERS

REQUIRED: Final = (
    "clause",
    "doer",
    "says",
    "from",
    "to",
    "said_on",
    "published",
    "outlet",
    "chain",
    "quote",
    "url",
    "coder",
)
OPTIONAL: Final = (
    "duty",
    "incident",
    "place",
    "near",
    "note",
    "row",
    "origin",
    "corrects",
    "manner",
)

TEMPLATE: Final = "\ufeff" + ",".join((*REQUIRED, *OPTIONAL)) + "\r\n"
"""An empty sheet, as `code --template` writes it: UTF-8 with BOM, for spreadsheets."""

MANNERS: Final = ("direct", "indirect", "mixed")
TOLD: Final = 20
"""How many rows that cannot be used are told at once."""

_DATES: Final = ("from", "to", "said_on", "published")
_SEPARATORS: Final = ((";", "semicolons"), ("\t", "tabs"))
_MEND: Final = "`trucewatch code --template` writes an empty sheet with every column"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """One row of a sheet as its coder wrote it; `from` and `to` are `first` and `last` here."""

    clause: str
    doer: str
    says: str
    first: str
    last: str
    said_on: str
    published: str
    outlet: str
    chain: str
    quote: str
    url: str
    coder: str
    duty: str = ""
    incident: str = ""
    place: str = ""
    near: str = ""
    note: str = ""
    row: str = ""
    origin: str = ""
    corrects: str = ""
    manner: str = ""

    def body(self) -> bytes:
        """Write the row as canonical JSON, for the ledger."""
        cells = {field.name: getattr(self, field.name) for field in fields(self)}
        filled = {name: cell for name, cell in cells.items() if cell}
        return json.dumps(
            filled, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        ).encode()

    @classmethod
    def from_body(cls, body: bytes) -> CodedRow:
        """Read back what `body` wrote."""
        filled: dict[str, str] = json.loads(body)
        return cls(**{field.name: filled.get(field.name, "") for field in fields(cls)})

    def finding_id(self) -> str:
        """Give the id of the finding that this row makes: the same row, the same id."""
        return "c" + hashlib.sha256(self.body()).hexdigest()[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row of a sheet and where it begins: the file's name and the line."""

    where: str
    row: CodedRow


def read_sheet(path: Path) -> tuple[SheetRow, ...]:
    """Read a coding sheet (CSV, UTF-8 with or without BOM).

    Raises InputError naming the file and line of every row that cannot be used.
    """
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    found, unusable, where = [], [], f"{path.name}:1"
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        _demand_header(header, where)
        where = f"{path.name}:{rows.line_num + 1}"
        for cells in rows:
            if any(cell.strip() for cell in cells):
                try:
                    found.append(SheetRow(where=where, row=_row(header, cells, where)))
                except InputError as error:
                    unusable.append(error)
            where = f"{path.name}:{rows.line_num + 1}"
    except csv.Error as error:
        raise InputError(
            f"the sheet cannot be read as CSV: {error}",
            where=where,
            mend="Save it again as CSV (UTF-8)",
        ) from error
    refuse_together(unusable)
    return tuple(found)


def refuse_together(unusable: Sequence[InputError]) -> None:
    """Raise one InputError for all rows that cannot be used, the first `TOLD` of them told."""
    if not unusable:
        return
    first, *others = unusable
    lines = [first.mend or "", *(str(error) for error in others[: TOLD - 1])]
    if len(unusable) > TOLD:
        lines.append(f"{len(unusable) - TOLD:,} rows more cannot be used")
    raise InputError(first.what, where=first.where, mend="\n".join(lines))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", where=str(path), mend="Give another file"
        ) from error
    try:
        text, bad = content.decode("utf-8-sig"), content.find(b"\0")
    except UnicodeDecodeError as error:
        text, bad = "", error.start
    if bad >= 0:
        line = content.count(b"\n", 0, bad) + 1
        raise InputError(
            f"byte {bad} is not UTF-8 text",
            where=f"{path.name}:{line}",
            mend="Save the sheet again as CSV in UTF-8",
        )
    return text


def _demand_header(header: list[str], where: str) -> None:
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in (*REQUIRED, *OPTIONAL)]
    separators = [name for mark, name in _SEPARATORS if mark in "".join(header)]
    if not any(header):
        raise InputError("the sheet is empty", where=where, mend=_MEND)
    if len(header) == 1 and separators:
        raise InputError(
            f"the cells are separated by {separators[0]}, not by commas",
            where=where,
            mend="Save the sheet again as CSV with commas",
        )
    if missing:
        raise InputError(f"column missing: {', '.join(missing)}", where=where, mend=_MEND)
    if unknown:
        raise InputError(f"unknown column: {', '.join(unknown)}", where=where, mend=_MEND)
    if len(set(header)) < len(header):
        raise InputError("a column stands twice", where=where, mend=_MEND)


def _row(header: list[str], cells: list[str], where: str) -> CodedRow:
    if len(cells) != len(header):
        raise InputError(
            f"{len(cells)} cells where the header has {len(header)}",
            where=where,
            mend="Quote cells that hold commas",
        )
    given = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    for name in _DATES:
        _demand_date(given[name], name, where)
    if given.get("manner", "") not in ("", *MANNERS):
        raise InputError(
            f"manner is {given['manner']!r}",
            where=where,
            mend=f"It can be one of: {', '.join(MANNERS)}",
        )
    if given["from"] and given["to"] and given["to"] < given["from"]:
        raise InputError(
            f"`to` ({given['to']}) is before `from` ({given['from']})",
            where=where,
            mend="Swap them",
        )
    if not given["quote"]:
        raise InputError(
            "quote is empty", where=where, mend="Every finding shows the words it rests on"
        )
    if len(given["quote"]) > SENTENCE_CHARACTERS:
        raise InputError(
            f"quote has {len(given['quote']):,} characters",
            where=where,
            mend=f"At most {SENTENCE_CHARACTERS:,}: give the sentence that the finding rests on",
        )
    if ">" in given["chain"]:
        raise InputError(
            "chain holds `>`",
            where=where,
            mend="Write it from the outlet to the first speaker, joined by ` < `",
        )
    first, last = given.pop("from"), given.pop("to")
    return CodedRow(first=first, last=last or first, **given)


def _demand_date(cell: str, name: str, where: str) -> None:
    try:
        if cell and date.fromisoformat(cell).isoformat() != cell:
            raise ValueError
    except ValueError:
        raise InputError(
            f"{name} is {cell!r}, which is not a date",
            where=where,
            mend="Write it as 2018-10-31, or leave it empty where it is not known",
        ) from None
    if cell and not FIRST_YEAR <= int(cell[:4]) <= LAST_YEAR:
        raise InputError(
            f"{name} is {cell!r}, which is no day of {FIRST_YEAR} to {LAST_YEAR}",
            where=where,
            mend="Correct the year",
        )
