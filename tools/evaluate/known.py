"""Figures that scores are held against: those known from elsewhere, and the pinned floors."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from tools.evaluate.form import EvaluationError
from tools.evaluate.run import Row

HERE: Final = Path(__file__).parent
KNOWN: Final = HERE / "known.yaml"
FLOORS: Final = HERE / "floors.yaml"

HEAD: Final = """\
# Pinned floors of the dev parts: set -> measure -> the least score that passes (of errors, counts of
# errors and distances: the greatest). A score below fails `make evaluate`. Raise them with
# `make evaluate PIN=1`, which never lowers one. To lower a floor, edit it here by hand, and say why
# in a sentence of the changelog.
"""

SLACK: Final = 0.0005
"""Scores are compared as they are printed: half of the last digit is no drop."""

Figures = dict[str, dict[str, Any]]


def read_figures(path: Path) -> Figures:
    """Read figures by set and measure; none where the file is missing."""
    if not path.exists():
        return {}
    held = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if not isinstance(held, dict) or not all(isinstance(each, dict) for each in held.values()):
        raise EvaluationError(f"{path}: is not a table of sets and measures")
    return held


def passes(row: Row, floor: float | None) -> bool:
    """Tell whether a score is as good as its floor; without a floor everything is."""
    if floor is None:
        return True
    return row.score <= floor + SLACK if row.lower else row.score >= floor - SLACK


def dropped(rows: Iterable[Row], floors: Figures) -> list[str]:
    """Say which scores are below their floors, and which floors of the sets read got no score."""
    told = {(row.set, row.measure): row for row in rows}
    said = []
    for name in dict.fromkeys(row.set for row in told.values()):
        for measure, floor in floors.get(name, {}).items():
            row = told.get((name, measure))
            if row is None:
                said.append(f"{name}: {measure}: not measured, pinned at {floor:g}")
            elif not passes(row, floor):
                side = "above" if row.lower else "below"
                said.append(f"{name}: {measure}: {row.score:.3f} is {side} the pinned {floor:g}")
    return said


def raised(rows: Iterable[Row], floors: Figures) -> Figures:
    """Give the floors with each raised to its score where that is better, and new ones added.

    Rounded to a thousandth, away from the score.
    """
    held: Figures = {name: dict(measures) for name, measures in floors.items()}
    for row in rows:
        if row.loose:
            continue
        step = math.ceil if row.lower else math.floor
        score = step(round(row.score * 1000, 6)) / 1000
        best = max if not row.lower else min
        measures = held.setdefault(row.set, {})
        measures[row.measure] = best(measures.get(row.measure, score), score)
    return held


def write_floors(path: Path, floors: Mapping[str, Mapping[str, float]]) -> None:
    """Write floors under their head."""
    plain = {name: dict(measures) for name, measures in floors.items()}
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(HEAD + text, encoding="utf-8", newline="\n")
