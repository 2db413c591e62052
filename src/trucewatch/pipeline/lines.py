"""Reading without storing: one file, or many lines in their order."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Final

from trucewatch.collect.json_lines import capture_of_line
from trucewatch.collect.sources import collect
from trucewatch.core.case import Case
from trucewatch.core.document import Refusal
from trucewatch.core.errors import DocumentError, InputError, TrucewatchError
from trucewatch.core.reading import Reading
from trucewatch.ledger.store import now
from trucewatch.pipeline.read import public_form, read_capture

_BETWEEN_COLLECTIONS: Final = 50_000
"""Allocations between two searches for circles of objects: a reading makes many objects and none."""


@contextmanager
def _rare_collections() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def extract_file(
    path: Path, case: Case, *, published: date | None = None, outlet: str | None = None
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
    try:
        return read_capture(found[0], case, captured=now().date())
    except DocumentError as error:
        raise DocumentError(error.what, where=str(path), mend=error.mend) from error


def extract_lines(
    source: Path, out: Path, case: Case, tell: Callable[[str], None] = lambda _: None
) -> tuple[int, int]:
    """Read JSON lines and write a reading a line, in their order; give how many were read and not.

    A line that cannot be read gives `{"id", "error"}`. Blank lines are passed over.
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
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                answer = _answer(line, f"{source.name}:{number}", case)
                refused += "error" in answer
                read += "error" not in answer
                _write(answer, written)
                tell(str(number))
    except OSError as error:
        raise InputError(
            f"cannot be used: {error.strerror or error}", where=error.filename or str(source)
        ) from error
    return read, refused


def _answer(line: bytes, where: str, case: Case) -> dict[str, object]:
    identity = _id(line)
    found = capture_of_line(line, where)
    if isinstance(found, Refusal):
        return {"id": identity, "error": f"{found.source}: {found.reason}"}
    try:
        reading = read_capture(found, case, captured=now().date())
    except TrucewatchError as error:
        return {"id": identity, "error": f"{where}: {error}"}
    return {"id": identity, **public_form(reading, case)}


def _id(line: bytes) -> object:
    """Give the caller's own id of a line, where it can be told."""
    try:
        held = json.loads(line.decode("utf-8-sig"))
        identity = held.get("id") if isinstance(held, dict) else None
        json.dumps(identity, allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return identity


def _write(answer: dict[str, object], written: IO[bytes]) -> None:
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    written.write(text.encode("utf-8", "backslashreplace") + b"\n")
