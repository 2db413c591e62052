"""One thing asked of a set, and the small parts that such tasks are made of."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.evaluate.answers import Answer
from tools.evaluate.form import Form
from tools.evaluate.reading import line_of_text
from tools.evaluate.scores import Measure, OwnScorer, Script

Spread = Callable[[Form, Form], list[Form]]
"""(gold document, reading) -> documents in the scorer's form, with their ids."""

Feed = Callable[[Form, Path], Form]
"""(gold document, its set's folder) -> a line to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing asked of a set: how its readings become answers, and how those are scored.

    `gold` makes gold documents in the scorer's form; None where the set's file has that form.
    """

    name: str
    folder: str
    answer: Spread
    scorer: Script | OwnScorer
    measures: tuple[Measure, ...]
    gold: Spread | None = None
    feed: Feed = lambda gold, _: line_of_text(gold)


def one(*answers: Answer) -> Spread:
    """Give one document of answers for each gold document, under its id."""

    def together(gold: Form, reading: Form) -> list[Form]:
        told: Form = {"id": gold["id"]}
        for answer in answers:
            told |= answer(gold, reading)
        return [told]

    return together


def gold_as(make: Callable[[Form], Form]) -> Spread:
    """Give each gold document in another form."""
    return lambda gold, _: [{"id": gold["id"], "text": gold["text"], **make(gold)}]


def page(gold: Form, folder: Path) -> Form:
    """Give a stored web page as a line to read."""
    html = gzip.decompress((folder / gold["html"]).read_bytes()).decode("utf-8", "replace")
    return {"id": gold["id"], "html": html, "url": gold.get("url")}


def f1(name: str, key: str, *, loose: bool = False) -> Measure:
    """Measure an F1 that a scorer gives under a key."""
    return Measure(name=f"{name} F1", path=f"{key}.f1", loose=loose)
