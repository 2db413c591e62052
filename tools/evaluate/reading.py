"""Readings of many texts through the command that users run: `trucewatch extract --lines`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.evaluate.form import EvaluationError, Form, read_lines, write_lines

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")

ONE_CORE: Final = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """How the command is run: the case, further options of the user's, one core or all."""

    case: str
    options: tuple[str, ...] = ()

    def read(self, lines: Sequence[Form], folder: Path, name: str) -> tuple[list[Form], float]:
        """Read lines and give a reading each, in their order, and the seconds it took.

        The lines and readings stay in `folder`. EvaluationError where the command fails.
        """
        given, told = folder / f"{name}.in.jsonl", folder / f"{name}.readings.jsonl"
        write_lines(given, lines)
        command = [sys.executable, "-m", "trucewatch", "extract", "--case", self.case]
        command += ["--lines", str(given), "--out", str(told), *self.options]
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, env=_one_core(os.environ), check=False)
        seconds = time.perf_counter() - started
        said = done.stderr.decode("utf-8", "replace").strip()
        # the command's code is not 0 where single lines could not be read: they are counted later
        if not told.exists():
            raise EvaluationError(f"{name}: `extract` failed with {done.returncode}: {said}")
        readings = read_lines(told)
        if len(readings) != len(lines):
            raise EvaluationError(
                f"{name}: {len(readings)} readings of {len(lines)} texts: {said[-500:]}"
            )
        return readings, seconds


def _one_core(environment: Mapping[str, str]) -> dict[str, str]:
    return {**environment, **ONE_CORE, "PYTHONIOENCODING": "utf-8"}


def published(day: object) -> str | None:
    """Give the day that a gold document's `date` begins with, or None where it is in another form."""
    found = _DAY.match(day) if isinstance(day, str) else None
    return found.group() if found else None


def line_of_text(gold: Form) -> Form:
    """Give a gold document as a line to read: its text, day and the toponyms whose place is asked."""
    line: Form = {"id": gold["id"], "text": gold["text"]}
    if day := published(gold.get("date")):
        line["published"] = day
    if "toponyms" in gold:
        line["toponyms"] = [
            {key: each[key] for key in ("start", "end")} for each in gold["toponyms"]
        ]
    return line
