"""The plain values that pass between gold data, readings and scorers: JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Form = dict[str, Any]
"""A gold document, a reading or an answer, as its JSON stands."""

Place = tuple[int, int]
"""Start and end of words, half-open, over a document's text."""


class EvaluationError(Exception):
    """Something that an evaluation needs is missing or broken; its words say what."""


def read_lines(path: Path) -> list[Form]:
    """Read JSON lines; EvaluationError naming file and line where one cannot be read."""
    held: list[Form] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                each = json.loads(line)
            except ValueError as error:
                raise EvaluationError(f"{path}:{number}: {error}") from error
            if not isinstance(each, dict):
                raise EvaluationError(f"{path}:{number}: is not a JSON object")
            held.append(each)
    return held


def write_lines(path: Path, lines: Iterable[Form]) -> None:
    """Write JSON lines, over what stood there."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(json.dumps(line) + "\n")


def place(span: Form) -> Place:
    """Give start and end of a reading's span."""
    return span["start"], span["end"]


def places(spans: Iterable[Form]) -> list[list[int]]:
    """Give start and end of each span as the scorers write them."""
    return [list(place(span)) for span in spans]


def meet(one: Place, other: Place) -> bool:
    """Tell whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def shared(one: Place, other: Place) -> int:
    """Give how many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
