"""Read the sheet that says what files do not: outlet, published, address and title of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from trucewatch.collect.files import place_of, read_file, shown
from trucewatch.collect.given import Given, day_given
from trucewatch.core.document import Refusal
from trucewatch.core.errors import CaptureError, InputError

_COLUMNS: Final = ("file", "outlet", "published", "url", "title")
_MEND: Final = f"Its columns are {', '.join(_COLUMNS)}; only file is needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the sheet: the file it names, and what it says of it or why it cannot be used.

    `file` is None where the row names none that can be read; `may_be` are the places where it was
    looked for.
    """

    file: Path | None
    said: Given | Refusal
    may_be: tuple[Path, ...] = ()


def rows_of(sheet: Path, folders: tuple[Path, ...]) -> tuple[Row, ...]:
    """Read the sheet; a file is looked for beside it, then in `folders`.

    InputError if the sheet as a whole is unsound; a row that is gives a refusal naming its line.
    """
    rows, named = [], set()
    for line, cells in _cells(sheet):
        where = f"{shown(sheet)}:{line}"
        try:
            places = _places(cells["file"], (sheet.parent, *folders))
        except CaptureError as error:
            rows.append(Row(file=None, said=Refusal(source=where, reason=error.what, row=where)))
            continue
        file = next((path for path in places if path.is_file()), None)
        if file is None or place_of(file) in named:
            what = ", which is not there" if file is None else " a second time"
            refusal = Refusal(source=where, reason=f"names {cells['file']!r}{what}", row=where)
            rows.append(Row(file=None, said=refusal, may_be=(file,) if file else places))
            continue
        named.add(place_of(file))
        rows.append(Row(file=file, said=_said(cells, where)))
    return tuple(rows)


def _said(cells: Mapping[str, str], where: str) -> Given | Refusal:
    try:
        if "" in cells:
            raise CaptureError("has more cells than the sheet has columns")
        published = cells.get("published")
        return Given(
            published=day_given(published, "published") if published else None,
            outlet=cells.get("outlet") or None,
            url=cells.get("url") or None,
            title=cells.get("title") or None,
            row=where,
        )
    except CaptureError as error:
        reason = f"names {cells['file']!r}: {error.what}"
        return Refusal(source=where, reason=reason, row=where)


def _cells(sheet: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row's line number and cells, stripped; cells beyond the columns under ''."""
    text = _text(sheet)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        _check(columns, sheet)
        before = reader.line_num
        for row in reader:
            line, before = before + 1, reader.line_num
            cells = [cell.strip() for cell in row]
            if any(cells):
                beyond = {"": "more"} if any(cells[len(columns) :]) else {}
                cells += [""] * (len(columns) - len(cells))
                yield line, dict(zip(columns, cells, strict=False)) | beyond
    except csv.Error as error:
        raise InputError(f"cannot be read as CSV: {error}", where=shown(sheet)) from None


def _text(sheet: Path) -> str:
    try:
        return read_file(sheet).decode("utf-8-sig")
    except CaptureError as error:
        raise InputError(error.what, where=shown(sheet)) from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 at byte {error.start}",
            where=shown(sheet),
            mend="Save it again as CSV in UTF-8",
        ) from None


def _delimiter(text: str) -> str:
    """Spreadsheets of many countries write ';' for ','; the header tells which."""
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _check(columns: list[str], sheet: Path) -> None:
    where = f"{shown(sheet)}:1"
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown:
        raise InputError(f"has the unknown column {unknown[0]!r}", where=where, mend=_MEND)
    if "file" not in columns:
        raise InputError("has no column `file`", where=where, mend=_MEND)
    if len(set(columns)) != len(columns):
        raise InputError("has a column twice", where=where, mend=_MEND)


def _places(name: str, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give where the file that a row names may lie; never outside the folders, whatever it says."""
    if not name:
        raise CaptureError("names no file")
    parts = PurePosixPath(name.replace("\\", "/")).parts
    windows = PureWindowsPath(name)
    if "\x00" in name or ".." in parts or windows.drive or windows.root or parts[0] == "/":
        raise CaptureError(f"names {name!r}: a file is named from the sheet's folder, without '..'")
    return tuple(folder.joinpath(*parts) for folder in folders)
