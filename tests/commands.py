"""The program run in this process, as a shell would see it; and cases to run it on."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from trucewatch.cli.main import main
from trucewatch.review.sheet import REQUIRED

CROSSING = Path(__file__).parent / "case" / "crossing"


@dataclass(frozen=True)
class Told:
    """What a command gave back."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def run(*words: str | Path) -> Told:
    """Run `trucewatch WORDS`: its exit code, and what stood on either stream."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
    code: object = 0
    with (
        mock.patch.object(sys, "argv", ["trucewatch", *map(str, words)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode())
    assert isinstance(code, int)
    return Told(code, *told)


def done(*words: str | Path) -> Told:
    """Run a command that must succeed."""
    told = run(*words)
    assert told.code == 0, told
    return told


def crossing_case(folder: Path) -> Path:
    """Copy the invented case, to be added to."""
    return Path(shutil.copytree(CROSSING, folder))


def a_row(**cells: str) -> dict[str, str]:
    """Make a coded row of the invented case: a monitor's word of an act."""
    return {
        "clause": "4", "doer": "velmar", "says": "act", "from": "2021-03-20", "to": "2021-03-20",
        "said_on": "2021-03-21", "published": "2021-03-22", "outlet": "dunmere_post",
        "chain": "dunmere_post < kethra_wire < crossing_mission", "quote": "They fired on Ashel.",
        "url": "https://dunmerepost.example/1", "coder": "A. Coder",
    } | {name.rstrip("_"): cell for name, cell in cells.items()}  # fmt: skip


def write_sheet(path: Path, rows: Iterable[dict[str, str]], encoding: str = "utf-8") -> Path:
    """Write rows as a sheet with every column that one of them fills."""
    import csv

    listed = list(rows)
    columns = dict.fromkeys([*REQUIRED, *(name for row in listed for name in row)])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(columns), restval="")
    writer.writeheader()
    writer.writerows(listed)
    path.write_bytes(text.getvalue().encode(encoding))
    return path
