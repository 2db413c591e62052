"""The project's own rows: its gold, calibration, exchange of names, speed and size."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from tools.evaluate.calibration import (
    Judged,
    calibration,
    judged_names,
    judged_realities,
    judged_statements,
)
from tools.evaluate.exchange import compare, exchanges, score_exchanges
from tools.evaluate.form import EvaluationError, Form, read_lines, write_lines
from tools.evaluate.reading import published
from tools.evaluate.realities import reality_at
from tools.evaluate.run import Evaluation, Outcome, Row
from tools.evaluate.sets import DATES, REALITY, RELAYS
from tools.evaluate.speed import measure_speed
from tools.evaluate.task import Task

from trucewatch.case.load import find_built_in, find_case, load_case
from trucewatch.pipeline.demo import REPORTS, demo_case

_MEGABYTE: Final = 1_000_000

_NOTHING: Final[Form] = {"statements": [], "events": []}
"""What is read in a text that could not be read."""

_SPEEDS: Final = (
    ("articles", "articles of 400 words a second, one core", False),
    ("words", "words a second, one core", False),
    ("limit_whole", "articles a second that 8-bit matrix products allow", False),
    ("of_whole", "share of the 8-bit limit", False),
    ("limit_float", "articles a second that 32-bit matrix products allow", False),
    ("of_float", "share of the 32-bit limit", False),
    ("start", "start-up of extract, seconds", True),
)


def add_gold(evaluation: Evaluation, folder: Path, outcome: Outcome) -> None:
    """Score the project's own relays and pairs, whichever of its files are there."""
    for task in (RELAYS, REALITY):
        _add_own(task, evaluation, folder, outcome)


def add_dates(evaluation: Evaluation, folder: Path, outcome: Outcome) -> None:
    """Score the project's own date expressions, if their file is there."""
    _add_own(DATES, evaluation, folder, outcome)


def _add_own(task: Task, evaluation: Evaluation, folder: Path, outcome: Outcome) -> None:
    """Score every file of a task's form: `relays_b.jsonl` is a further set of that of `relays.jsonl`."""
    files = sorted(folder.glob(f"{task.folder}*.jsonl"))
    if not files:
        outcome.notes.append(f"{task.name}: missing, no {folder / task.folder}.jsonl")
    for file in files:
        gold = [
            {"id": f"{file.stem}-{number}", **each}
            for number, each in enumerate(read_lines(file), start=1)
        ]
        copy = evaluation.out / f"{file.stem}.gold.jsonl"
        write_lines(copy, gold)
        name = task.name + file.stem.removeprefix(task.folder)
        evaluation.tasks([replace(task, name=name, folder=file.stem)], copy, gold, outcome)


def add_calibration(evaluation: Evaluation, outcome: Outcome) -> None:
    """Add the calibration errors of the sets that were read."""
    found: dict[str, list[Judged]] = {}
    if "polnear" in outcome.readings:
        found["statements (polnear)"] = judged_statements(outcome.readings["polnear"])
    path = evaluation.scorers / "maps" / "re3d.json"
    if "re3d" in outcome.readings and path.is_file():
        types = json.loads(path.read_text(encoding="utf-8"))["gold"]
        found["names (re3d)"] = judged_names(outcome.readings["re3d"], types)
    pairs = [
        (gold, reality_at(gold, reading))
        for name, both in outcome.readings.items()
        if name.startswith(REALITY.name)
        for gold, reading in both
        if "error" not in reading
    ]
    found["reality (reality_pairs)"] = judged_realities(pairs)
    report = {name: calibration(judged) for name, judged in found.items() if judged}
    _write(evaluation.out / "calibration.score.json", report)
    outcome.rows.extend(
        Row(
            set="calibration",
            measure=f"expected error, {name}",
            score=each["error"],
            lower=True,
        )
        for name, each in report.items()
    )


def _write(path: Path, report: object) -> None:
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def demo_lines() -> list[Form]:
    """Give the demo's reports as lines to read."""
    folder = find_built_in(demo_case()) / REPORTS
    lines = []
    for path in sorted(folder.iterdir()):
        key = {".txt": "text", ".html": "html"}.get(path.suffix)
        if key:
            line: Form = {"id": path.name, key: path.read_text(encoding="utf-8")}
            if day := published(path.name):
                line["published"] = day
            lines.append(line)
    return lines


def add_exchange(evaluation: Evaluation, gold: Path, outcome: Outcome) -> None:
    """Add how many readings stay the same when names are exchanged: the demo, and sentences.

    The sentences stand in `sentences.jsonl` (`{"text"}` a line) beside the gold, where there are any.
    """
    texts = [("demo", _as_text(evaluation, demo_lines(), "exchange.demo"))]
    sentences = gold / "sentences.jsonl"
    if sentences.is_file():
        held = [{"id": number, **each} for number, each in enumerate(read_lines(sentences))]
        texts.append(("sentences", held))
    else:
        outcome.notes.append(f"exchange: no {sentences}")
    for name, lines in texts:
        told = _exchanged(evaluation, lines, f"exchange.{name}")
        scores = score_exchanges(told)
        _write(evaluation.out / f"exchange.{name}.score.json", {**scores, "compared": told})
        for key, measure in (
            ("parties", "statements and parties unchanged"),
            ("kinds", "kind and reality unchanged"),
            ("parties_items", "statements and parties unchanged, single ones"),
            ("kinds_items", "kind and reality unchanged, single ones"),
        ):
            outcome.rows.append(Row(set=f"exchange.{name}", measure=measure, score=scores[key]))


def _as_text(evaluation: Evaluation, lines: list[Form], name: str) -> list[Form]:
    """Give pages as the text that is read in them, so that names in it can be exchanged."""
    readings, _ = evaluation.extract.read(lines, evaluation.out, name)
    return [
        {**{key: line[key] for key in ("id", "published") if key in line}, "text": _text(reading)}
        for line, reading in zip(lines, readings, strict=True)
        if "error" not in reading
    ]


def _text(reading: Form) -> str:
    text: str = reading["document"]["text"]
    return text[: reading["document"]["body"]["end"]]


def _exchanged(evaluation: Evaluation, lines: list[Form], name: str) -> list[Form]:
    case = load_case(find_case(evaluation.extract.case))
    before, _ = evaluation.extract.read(lines, evaluation.out, f"{name}.before")
    made = [
        (line, reading, exchanged)
        for line, reading in zip(lines, before, strict=True)
        if "error" not in reading
        for exchanged in exchanges(reading, case)
    ]
    changed = [{**line, "text": exchanged.text} for line, _, exchanged in made]
    after, _ = evaluation.extract.read(changed, evaluation.out, f"{name}.after")
    return [
        {"id": line["id"], **compare(reading, _NOTHING if "error" in again else again, exchanged)}
        for (line, reading, exchanged), again in zip(made, after, strict=True)
    ]


def add_speed(evaluation: Evaluation, outcome: Outcome) -> None:
    """Add speeds on one core, what the core's matrix products allow, and the model's size."""
    texts = [str(line["text"]) for line in demo_lines() if "text" in line]
    told = measure_speed(evaluation.extract, texts, evaluation.out)
    for key, measure, lower in _SPEEDS:
        if key in told:
            outcome.rows.append(
                Row(
                    set="speed",
                    measure=measure,
                    score=told[key],
                    count=not key.startswith("of_"),
                    lower=lower,
                    loose=True,
                )
            )
    for path in _weights():
        size = path.stat().st_size / _MEGABYTE
        outcome.rows.append(
            Row(
                set="size",
                measure="model file, MB",
                score=size,
                count=True,
                lower=True,
                loose=True,
            )
        )


def _weights() -> Iterable[Path]:
    """Give the shipped model's file, if this version ships one."""
    package = importlib.util.find_spec("trucewatch")
    if package is None or not package.submodule_search_locations:
        raise EvaluationError("trucewatch is not installed")
    root = Path(package.submodule_search_locations[0])
    return sorted(root.glob("extract/encoder/weights/*.onnx"))
