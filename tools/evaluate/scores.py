"""Scores: a scorer run on gold and answers, and the figures that are taken from what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.evaluate.form import EvaluationError, Form, read_lines

_WITH_MAP: Final = """
import importlib, json, sys
folder, name, gold, answers, path = sys.argv[1:6]
sys.path.insert(0, folder)
scorer, scorelib = importlib.import_module(name), importlib.import_module("scorelib")
with open(path, encoding="utf-8") as file:
    kinds = json.load(file)
print(json.dumps(scorer.score(scorelib.pair(gold, answers), mp=kinds)))
"""

OwnScorer = Callable[[Sequence[tuple[Form, Form]]], Form]
"""Pairs of gold document and answer -> figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A scorer of the scorers' folder with its further arguments; paths are of that folder."""

    name: str
    arguments: tuple[str, ...] = ()
    map: str | None = None

    def score(self, folder: Path, gold: Path, answers: Path) -> Form:
        """Run the scorer; EvaluationError where it is missing or fails."""
        script = folder / self.name
        if not script.is_file():
            raise EvaluationError(f"the scorer {script} is missing")
        if self.map is None:
            return _run(
                [sys.executable, str(script), str(gold), str(answers), "--json", *self.arguments]
            )
        path = folder / "maps" / self.map
        if not path.is_file():
            raise EvaluationError(f"the map {path} is missing")
        # the scorers' own `--map FILE` counts FILE as a third document file and gives up
        command = [sys.executable, "-c", _WITH_MAP, str(folder), script.stem]
        return _run([*command, str(gold), str(answers), str(path), *self.arguments])


def _run(command: list[str]) -> Form:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[-500:]
        raise EvaluationError(f"a scorer failed: {said}")
    told: Form = json.loads(done.stdout)
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure: its name in the table, and the path to it in what the scorer says.

    `lower` marks a figure that is the better the lower it is; `count` one that is no share; `loose`
    one that gets no floor, as it changes with how much is read or with the machine.
    """

    name: str
    path: str
    lower: bool = False
    count: bool = False
    loose: bool = False

    def value(self, told: Form) -> float | None:
        """Give the figure, or None where the scorer does not give it."""
        held: object = told
        for key in self.path.split("."):
            if not isinstance(held, dict) or key not in held:
                return None
            held = held[key]
        return float(held) if isinstance(held, int | float) else None


def paired(gold: Path, answers: Path) -> list[tuple[Form, Form]]:
    """Pair gold documents with their answers; one without an answer has an empty one."""
    told = {json.dumps(each["id"]): each for each in read_lines(answers)}
    return [(each, told.get(json.dumps(each["id"]), {})) for each in read_lines(gold)]
