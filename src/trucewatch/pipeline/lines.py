"""Reading without storing: one file, or many lines in their order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from trucewatch.collect.json_lines import capture_of_line, toponyms_of_line
from trucewatch.collect.sources import collect
from trucewatch.core.case import Case
from trucewatch.core.document import Refusal
from trucewatch.core.errors import DocumentError, InputError, TrucewatchError
from trucewatch.core.reading import Reading
from trucewatch.extract.reader import Reader
from trucewatch.ledger.store import now
from trucewatch.pipeline.processes import each_in_order
from trucewatch.pipeline.read import public_form, read_capture
from trucewatch.pipeline.readers import USUAL, ReaderChoice

Line = tuple[bytes, str]
"""A line that holds something, and where it stands."""


def extract_file(
    path: Path,
    case: Case,
    *,
    published: date | None = None,
    outlet: str | None = None,
    choice: ReaderChoice = USUAL,
) -> Reading:
    """Read one file; InputError or DocumentError where nothing can be read in it."""
    found = list(collect([path], published=published, outlet=outlet))
    if len(found) != 1:
        raise InputError(
            f"{len(found)} documents, where one is read",
            where=str(path),
            mend="Give one page, or --lines for a .jsonl",
        )
    if isinstance(found[0], Refusal):
        raise InputError(found[0].reason, where=found[0].source)
    reader = choice.make()
    try:
        return read_capture(found[0], case, captured=now().date(), reader=reader)
    except DocumentError as error:
        raise DocumentError(error.what, where=str(path), mend=error.mend) from error


def extract_lines(
    source: Path,
    out: Path,
    case: Case,
    tell: Callable[[str], None] = lambda _: None,
    *,
    choice: ReaderChoice = USUAL,
    processes: int = 1,
) -> tuple[int, int]:
    """Read JSON lines and write a reading a line, in their order; give how many were read and not.

    Of the spans under a line's `toponyms` the reading tells where they are. A line that cannot be read
    gives `{"id", "error"}`. Blank lines are passed over. What is written does not depend on the number
    of processes.
    """
    read = refused = 0
    if out.exists() and source.exists() and out.samefile(source):
        raise InputError(
            "the readings would be written over the lines",
            where=str(out),
            mend="Give another --out",
        )
    try:
        with source.open("rb") as lines, out.open("wb") as written:
            given = _lines(lines, source.name)
            for fails, answer in each_in_order(_answer, given, case, choice, processes=processes):
                refused += fails
                read += not fails
                written.write(answer)
                tell(str(read + refused))
    except OSError as error:
        raise InputError(
            f"cannot be used: {error.strerror or error}", where=error.filename or str(source)
        ) from error
    return read, refused


def _lines(lines: Iterable[bytes], name: str) -> Iterator[Line]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield line, f"{name}:{number}"


def _answer(given: Line, case: Case, reader: Reader) -> tuple[bool, bytes]:
    """Read a line: whether that fails, and the line to write."""
    line, where = given
    told: dict[str, object] = {"id": _id(line)}
    found = capture_of_line(line, where)
    if isinstance(found, Refusal):
        told["error"] = f"{found.source}: {found.reason}"
    else:
        try:
            asked = toponyms_of_line(line)
            today = now().date()
            reading = read_capture(found, case, captured=today, reader=reader, asked=asked)
            told |= public_form(reading, case)
        except TrucewatchError as error:
            told["error"] = f"{where}: {error}"
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return "error" in told, text.encode("utf-8", "backslashreplace") + b"\n"


def _id(line: bytes) -> object:
    """Give the caller's own id of a line, where it can be told."""
    try:
        held = json.loads(line.decode("utf-8-sig"))
        identity = held.get("id") if isinstance(held, dict) else None
        json.dumps(identity, allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return identity
