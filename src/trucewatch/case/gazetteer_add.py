"""Put a country's file of GeoNames into a case's folder, as places beside its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

from trucewatch.case.files import GAZETTEER
from trucewatch.case.gazetteer import FORM, FileGazetteer, without_article
from trucewatch.case.geonames import Row, Rows, read_rows
from trucewatch.case.load import built_in_cases, find_built_in, load_case
from trucewatch.core.errors import InputError
from trucewatch.core.folding import key_of
from trucewatch.core.limits import GAZETTEER_BYTES

TABLE_BYTES: Final = 256 * 1024 * 1024
"""The largest table read. The largest country's has some 300 MB, and is no case's."""

LINE_BYTES: Final = 64 * 1024
"""A longer line is none: names of one place take up to 10,000 characters."""

MEMBERS: Final = 16
"""GeoNames' own archives hold two files."""

SOURCE: Final = (
    "from GeoNames (geonames.org), CC BY 4.0"
    " (creativecommons.org/licenses/by/4.0); kinds and precision are this program's"
)

_MEMBER = re.compile(r"[A-Z]{2}\.txt")
_HEAD = re.compile(
    r" (?:governorate|province|sub-?district|district|county|region|state)$", re.IGNORECASE
)
_ZIPPED: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MEND: Final = (
    "Give a country's own file of GeoNames as it was downloaded: its .zip, or the .txt in it"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one file gave: its country, how many rows were read, and how many are kept."""

    country: str
    read: int
    kept: int
    note: str


def add_to_gazetteer(
    folder: Path, files: Iterable[Path], tell: Callable[[str], None] = lambda _: None
) -> tuple[Added, ...]:
    """Add files to a case's gazetteer, all or none; a country that it holds already is replaced.

    `tell` hears of each row. InputError names the file and line that cannot be used.
    """
    if any(folder.resolve() == find_built_in(name).resolve() for name in built_in_cases()):
        mend = f"`trucewatch new my-{folder.name} --from {folder.name}` makes a copy that can"
        raise InputError("a built-in case cannot be added to", mend=mend)
    held = load_case(folder).places.gazetteer
    lines = tuple(held.lines()) if isinstance(held, FileGazetteer) else ()
    content = b""
    added: dict[str, Added] = {}
    for file in files:
        with _table(file) as (table, label):
            rows = read_rows(_bounded(table, label), label, tell)
        note = (
            f"{rows.country}: {_plain(label)}, {len(rows.kept):,} of {rows.read:,} rows, {SOURCE}"
        )
        one = Added(country=rows.country, read=rows.read, kept=len(rows.kept), note=note)
        if one.country in added:
            what = f"a second file of {one.country}"
            raise InputError(what, where=str(file), mend="Give each country once")
        added[one.country] = one
        lines = tuple(_merged(rows, note, lines))
        content = _content(lines)
        if len(content) > GAZETTEER_BYTES:
            what = f"makes the gazetteer larger than {GAZETTEER_BYTES // 2**20} MB"
            raise InputError(what, where=str(file), mend="Leave out the rows far from the case")
    if content:
        _write(folder / GAZETTEER, content)
    return tuple(added.values())


def _plain(label: str) -> str:
    return " ".join(re.sub(r"[^\w.,/() -]", "_", label).split())[:120]


@contextmanager
def _table(path: Path) -> Iterator[tuple[IO[bytes], str]]:
    """Open a table, out of its archive where it lies in one; nothing is unpacked to disk."""
    with ExitStack() as stack:
        try:
            if not path.is_file():
                raise InputError("is no file", where=str(path), mend=_MEND)
            file = stack.enter_context(path.open("rb"))
            zipped = file.read(4) in _ZIPPED
            file.seek(0)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise InputError(f"cannot be read: {reason}", where=str(path)) from None
        if not zipped and path.suffix.lower() == ".zip":
            raise InputError("is no zip archive", where=str(path), mend=_MEND)
        if zipped:
            yield _member(file, path, stack)
        else:
            yield file, path.name


def _member(file: IO[bytes], path: Path, stack: ExitStack) -> tuple[IO[bytes], str]:
    import zipfile

    try:
        archive = stack.enter_context(zipfile.ZipFile(file))
        members = archive.infolist()
        tables = [each for each in members if _MEMBER.fullmatch(each.filename)]
        if len(members) > MEMBERS or len(tables) != 1:
            what = (
                "holds no one table of a country, as SY.txt"
                if len(tables) != 1
                else "too many files"
            )
            raise InputError(what, where=str(path), mend=_MEND)
        if tables[0].flag_bits & 1:
            raise InputError("is locked with a password", where=str(path), mend=_MEND)
        return stack.enter_context(archive.open(tables[0])), f"{path.name}/{tables[0].filename}"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise InputError(f"is a broken archive: {error}", where=str(path), mend=_MEND) from None


def _bounded(table: IO[bytes], label: str) -> Iterator[bytes]:
    """Yield lines, and stop a table that has no end."""
    import lzma
    import zipfile
    import zlib

    total = line = 0
    broken = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
    while True:
        try:
            raw = table.readline(LINE_BYTES + 1)
        except broken as error:
            raise InputError(f"breaks off: {error}", where=f"{label}:{line + 1}") from None
        if not raw:
            return
        line += 1
        total += len(raw)
        if len(raw) > LINE_BYTES:
            raise InputError("a line without an end", where=f"{label}:{line}", mend=_MEND)
        if total > TABLE_BYTES:
            what = f"more than {TABLE_BYTES // 2**20} MB"
            raise InputError(what, where=f"{label}:{line}", mend=_MEND)
        yield raw


def _merged(rows: Rows, note: str, others: Iterable[str]) -> Iterator[str]:
    """Yield the lines of one country and of those that are there, without what it replaces."""
    held = tuple(others)
    gone = {
        line[1 : line.index("\t")]
        for line in held
        if line.startswith("@") and line.split("\t")[7] == rows.country
    }
    gone |= {str(row.number) for row in rows.kept}
    named: dict[str, list[str]] = defaultdict(list)
    for line in held:
        first, _, rest = line.partition("\t")
        if line.startswith("#"):
            if not line.startswith(f"# {rows.country}:"):
                yield line
        elif not line.startswith("@"):
            named[first] = [number for number in rest.split() if number not in gone]
        elif first[1:] not in gone:
            yield line
    yield f"# {note}"
    areas = _areas(rows.kept)
    for row in rows.kept:
        yield _line(row, areas)
        number = str(row.number)
        for key in _keys(row):
            named[key].append(number)
    for key, numbers in named.items():
        if len(numbers) > 1:
            numbers = sorted(set(numbers), key=int)
        if numbers:
            yield f"{key}\t{' '.join(numbers)}"


def _content(lines: Iterable[str]) -> bytes:
    body = "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")
    return FORM + sha256(body).hexdigest().encode() + b"\n" + body


def _areas(rows: Iterable[Row]) -> dict[tuple[str, ...], Row]:
    """Give the divisions by their codes, and the country by none."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        if row.kind == "country":
            found.setdefault((), row)
        elif row.level is not None:
            found.setdefault(row.codes, row)
    return found


def _keys(row: Row) -> Iterator[str]:
    yield from row.keys
    for name in (row.name, *row.variants):
        bare = without_article(name)
        if bare:
            yield bare
        if row.level is not None and (headless := _HEAD.sub("", name)) != name:
            yield key_of(headless)


def _line(row: Row, areas: Mapping[tuple[str, ...], Row]) -> str:
    holders = [areas.get(row.codes[:size]) for size in range(len(row.codes), -1, -1)]
    within = [each for each in holders if each is not None and each is not row]
    division = areas.get(row.codes[:1]) if row.codes else None
    return "\t".join(
        (
            f"@{row.number}",
            row.name,
            row.kind,
            f"{row.latitude:.5f}",
            f"{row.longitude:.5f}",
            "" if row.km is None else f"{row.km:g}",
            str(row.people),
            row.country,
            division.name if division is not None else "",
            " ".join(str(each.number) for each in within),
            ";".join(row.variants),
        )
    )


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = error.strerror or type(error).__name__
        raise InputError(f"cannot be written: {reason}", where=str(path)) from None
