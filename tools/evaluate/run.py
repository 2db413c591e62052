"""One evaluation: read every set, write its answers, score them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.evaluate.form import EvaluationError, Form, read_lines, write_lines
from tools.evaluate.grouping import GROUPINGS, groupings_of, score_grouping
from tools.evaluate.reading import Extract
from tools.evaluate.scores import Measure, Script, paired
from tools.evaluate.sets import TASKS, tasks_of
from tools.evaluate.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of one task."""

    set: str
    measure: str
    score: float
    lower: bool = False
    count: bool = False
    loose: bool = False


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What an evaluation gives: figures, what was passed over or went wrong, and what was read."""

    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    readings: dict[str, list[tuple[Form, Form]]] = field(default_factory=dict)
    """Gold documents with their readings, by set."""
    failed: bool = False
    """Whether a set that is there could not be read or scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Where an evaluation finds gold and scorers, where it writes, and how it reads."""

    extract: Extract
    scorers: Path
    out: Path
    tell: Callable[[str], None]

    def data(self, folder: Path, part: str, only: Sequence[str]) -> Outcome:
        """Evaluate every set of a folder; `only` names sets, none of them means all."""
        outcome = Outcome()
        for each in sorted(path for path in folder.iterdir() if path.is_dir()):
            if not only or each.name in only:
                self._set(each, part, outcome)
        known = {task.folder for task in TASKS} | {task.folder for task in GROUPINGS}
        missing = known - {path.name for path in folder.iterdir()}
        if missing and not only:
            outcome.notes.append(f"missing: {', '.join(sorted(missing))}")
        return outcome

    def _set(self, folder: Path, part: str, outcome: Outcome) -> None:
        if groupings_of(folder.name):
            self._groups(folder, part, outcome)
            return
        file = folder / f"{part}.jsonl"
        if not file.is_file():
            outcome.notes.append(f"{folder.name}: passed over, it has no {file.name}")
            return
        gold = read_lines(file)
        tasks = tasks_of(folder.name, gold)
        if not tasks:
            outcome.notes.append(f"{folder.name}: passed over, its form is not known")
            return
        self.tasks(tasks, file, gold, outcome)

    def _groups(self, folder: Path, part: str, outcome: Outcome) -> None:
        """Group a set's documents, and score each thing asked of the groups."""
        for task in groupings_of(folder.name):
            self.tell(f"{task.name}: grouping")
            try:
                told = score_grouping(task, folder, part, self.scorers, self.out)
            except EvaluationError as error:
                outcome.notes.append(f"{task.name}: not scored, {error}")
                outcome.failed = True
                continue
            if told is None:
                outcome.notes.append(f"{task.name}: passed over, it has no {part} part")
            else:
                outcome.rows.extend(_rows(task.name, task.measures, told))

    def tasks(
        self, tasks: Sequence[Task], file: Path, gold: Sequence[Form], outcome: Outcome
    ) -> None:
        """Read one set once, and answer and score each of its tasks."""
        name = tasks[0].folder
        self.tell(f"{name}: {len(gold)} documents")
        lines = [tasks[0].feed(each, file.parent) for each in gold]
        try:
            readings, seconds = self.extract.read(lines, self.out, name)
        except EvaluationError as error:
            outcome.notes.append(str(error))
            outcome.failed = True
            return
        self.tell(f"{name}: read in {seconds:.1f} s")
        unread = [each for each in readings if "error" in each]
        if unread:
            outcome.notes.append(f"{name}: {len(unread)} not read, e.g. {unread[0]['error']}")
        both = list(zip(gold, readings, strict=True))
        outcome.readings[name] = both
        for task in tasks:
            try:
                told = self._score(task, file, both)
            except EvaluationError as error:
                outcome.notes.append(f"{task.name}: not scored, {error}")
                outcome.failed = True
                continue
            outcome.rows.extend(_rows(task.name, task.measures, told))

    def _score(self, task: Task, file: Path, both: Sequence[tuple[Form, Form]]) -> Form:
        answers = self.out / f"{task.name}.jsonl"
        read = [(gold, reading) for gold, reading in both if "error" not in reading]
        write_lines(
            answers, (answer for gold, reading in read for answer in task.answer(gold, reading))
        )
        source = file
        if task.gold is not None:
            make = task.gold
            source = self.out / f"{task.name}.gold.jsonl"
            write_lines(source, (each for gold, reading in both for each in make(gold, reading)))
        if isinstance(task.scorer, Script):
            told = task.scorer.score(self.scorers, source, answers)
        else:
            told = task.scorer(paired(source, answers))
        report = json.dumps(told, indent=1) + "\n"
        (self.out / f"{task.name}.score.json").write_text(report, encoding="utf-8")
        return told


def _rows(name: str, measures: Sequence[Measure], told: Form) -> list[Row]:
    return [
        Row(
            set=name,
            measure=measure.name,
            score=value,
            lower=measure.lower,
            count=measure.count,
            loose=measure.loose,
        )
        for measure in measures
        if (value := measure.value(told)) is not None
    ]
