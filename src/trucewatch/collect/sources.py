"""Bring in what was given: files, folders, JSON lines, and the sheet that speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from trucewatch.collect.files import files_in, is_folder, place_of, read_file, shown
from trucewatch.collect.given import Given, capture
from trucewatch.collect.json_lines import captures_in_lines
from trucewatch.collect.sheet import Row, rows_of
from trucewatch.collect.sniff import media_of
from trucewatch.core.document import Capture, Refusal
from trucewatch.core.errors import CaptureError

_LINES: Final = frozenset({".jsonl", ".ndjson"})


def collect(
    sources: Iterable[str | Path],
    *,
    index: Path | None = None,
    published: date | None = None,
    outlet: str | None = None,
) -> Iterator[Capture | Refusal]:
    """Yield one capture or refusal for each file given, each line of a .jsonl, each row of `index`.

    Folders are read with all in them, in the order of names. Without `sources` the sheet brings in
    every file that it names; beside them it only says what they do not, and its rows of other files
    are passed over. What a line or the sheet says of a page goes before `published` and `outlet`,
    which hold for all. InputError if the sheet is unsound as a whole; anything else unusable is a
    refusal, and the rest goes on.
    """
    given = Given(published=published, outlet=outlet)
    paths = [_path(source) for source in sources]
    folders = tuple(path for path in paths if isinstance(path, Path) and is_folder(path))
    rows = rows_of(index, folders) if index else ()
    desk = _Desk.of(rows, given, index)
    for path in paths:
        if isinstance(path, Refusal):
            yield path
        else:
            yield from desk.take(path)
    yield from desk.rest(rows if not paths else _rows_in(rows, paths))


def _path(source: str | Path) -> Path | Refusal:
    if isinstance(source, str) and source.startswith(("http://", "https://")):
        reason = "is an address: nothing is fetched yet, save the page and give the file"
        return Refusal(source=shown(source), reason=reason)
    return Path(source)


def _rows_in(rows: Iterable[Row], paths: Iterable[Path | Refusal]) -> Iterator[Row]:
    """Yield the unusable rows that speak of what was given: of a file, or of something in a folder.

    A row that names nothing at all speaks of the folders.
    """
    given = {place_of(path): is_folder(path) for path in paths if isinstance(path, Path)}
    for row in rows:
        places = [place_of(place) for place in row.may_be]
        within = any(
            place in given or any(given.get(folder) for folder in place.parents) for place in places
        )
        if row.file is None and (within or (not places and any(given.values()))):
            yield row


@dataclass(slots=True)
class _Desk:
    """Knows what the sheet says of each file, and which of its files have come."""

    said: dict[Path, Given | Refusal]
    given: Given
    sheet: Path | None
    come: set[Path] = field(default_factory=set)

    @classmethod
    def of(cls, rows: tuple[Row, ...], given: Given, sheet: Path | None) -> _Desk:
        said = {place_of(row.file): row.said for row in rows if row.file}
        return cls(said=said, given=given, sheet=place_of(sheet) if sheet else None)

    def take(self, path: Path) -> Iterator[Capture | Refusal]:
        """Bring in a file, or all of a folder."""
        if not is_folder(path):
            yield from self.take_file(path)
            return
        for item in files_in(path):
            if isinstance(item, Refusal):
                yield item
            elif self.sheet is None or place_of(item) != self.sheet:
                yield from self.take_file(item)

    def take_file(self, path: Path) -> Iterator[Capture | Refusal]:
        """Bring in one file, with what the sheet says of it."""
        said: Given | Refusal = Given()
        if self.said:
            key = place_of(path)
            said = self.said.get(key, said)
            self.come.add(key)
        if isinstance(said, Refusal):
            yield said
            return
        told = said.or_else(self.given)
        lines = path.suffix.lower() in _LINES
        found = captures_in_lines(path, told) if lines else (_capture_file(path, told),)
        for item in found:
            yield item.of_row(said.row) if isinstance(item, Refusal) else item

    def rest(self, rows: Iterable[Row]) -> Iterator[Capture | Refusal]:
        """Bring in the sheet's files that did not come with the sources, and its unusable rows."""
        for row in rows:
            if row.file is not None and place_of(row.file) not in self.come:
                yield from self.take_file(row.file)
            elif row.file is None and isinstance(row.said, Refusal):
                yield row.said


def _capture_file(path: Path, given: Given) -> Capture | Refusal:
    try:
        content = read_file(path)
        return capture(content, media_of(content, path.suffix), shown(path), given)
    except CaptureError as error:
        return Refusal(source=shown(path), reason=error.what)
