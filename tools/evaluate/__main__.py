"""Evaluate the shipped reader: see `make evaluate`.

    python -m tools.evaluate [--data DIR] [--part dev|test] [--out DIR] [--scorers DIR] [--gold DIR]
                             [--sets NAME,..] [--options "OPTIONS OF extract"] [--pin]

Exit codes: 0, all is well; 1, a score is below its pinned floor; 2, something is missing or failed.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tools.evaluate import own
from tools.evaluate.form import EvaluationError
from tools.evaluate.known import (
    FLOORS,
    KNOWN,
    Figures,
    dropped,
    raised,
    read_figures,
    write_floors,
)
from tools.evaluate.reading import Extract
from tools.evaluate.run import Evaluation, Outcome
from tools.evaluate.table import print_table, scores_form

from trucewatch.pipeline.demo import demo_case

ROOT: Final = Path(__file__).parents[2]
OWN: Final = ("own", "dates", "calibration", "exchange", "speed")
"""Names under which `--sets` knows the project's own rows."""

DROPPED: Final = 1
INCOMPLETE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation, print the table, write scores.json, and give the exit code."""
    given = _arguments(arguments)
    only = [name for name in (given.sets or "").split(",") if name]
    given.out.mkdir(parents=True, exist_ok=True)
    extract = Extract(case=given.case or demo_case(), options=tuple(shlex.split(given.options)))
    evaluation = Evaluation(extract=extract, scorers=given.scorers, out=given.out, tell=_tell)
    try:
        outcome, complete = _measured(evaluation, given.data, given.part, given.gold, only)
        known = read_figures(KNOWN)
        floors = read_figures(given.floors) if given.part == "dev" else {}
    except (EvaluationError, OSError) as error:
        _tell(f"cannot go on: {error}")
        return INCOMPLETE
    return _told(outcome, complete, known, floors, given)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "evaluate")
    parser.add_argument("--scorers", type=Path, default=ROOT.parent / "shared" / "scorers")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests" / "extract" / "gold")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--case", default="", help="the demo's case where none is given")
    parser.add_argument("--sets", default="", help=f"only these; own rows are {', '.join(OWN)}")
    parser.add_argument("--options", default="", help="further options of extract, as one string")
    parser.add_argument("--pin", action="store_true", help="raise the floors to these scores")
    return parser.parse_args(arguments)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _measured(
    evaluation: Evaluation, data: Path, part: str, gold: Path, only: Sequence[str]
) -> tuple[Outcome, bool]:
    """Measure what can be measured; tell too whether nothing that was asked for is missing."""
    outcome = Outcome()
    complete = True
    wanted = [name for name in only if name not in OWN]
    if wanted or not only:
        if data.is_dir():
            outcome = evaluation.data(data, part, wanted)
        else:
            outcome.notes.append(f"no gold data at {data}: give DATA=DIR")
            complete = False
        if not evaluation.scorers.is_dir():
            outcome.notes.append(f"no scorers at {evaluation.scorers}: give SCORERS=DIR")
            complete = False
    steps: dict[str, Callable[[], None]] = {
        "own": lambda: own.add_gold(evaluation, gold, outcome),
        "dates": lambda: own.add_dates(evaluation, gold, outcome),
        "calibration": lambda: own.add_calibration(evaluation, outcome),
        "exchange": lambda: own.add_exchange(evaluation, gold, outcome),
        "speed": lambda: own.add_speed(evaluation, outcome),
    }
    for name, step in steps.items():
        if name in only or not only:
            _tell(name)
            step()
    return outcome, complete and not outcome.failed


def _told(
    outcome: Outcome,
    complete: bool,
    known: Figures,
    floors: Figures,
    given: argparse.Namespace,
) -> int:
    below = dropped(outcome.rows, floors)
    print_table(outcome.rows, known, floors, f"trucewatch extract, {given.part} parts")
    report = {
        "part": given.part,
        "rows": scores_form(outcome.rows, known, floors),
        "notes": outcome.notes,
        "below": below,
    }
    path = given.out / "scores.json"
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for note in (*outcome.notes, *below):
        _tell(note)
    if given.pin and given.part == "dev":
        write_floors(given.floors, raised(outcome.rows, floors))
    if below:
        return DROPPED
    return 0 if complete else INCOMPLETE


if __name__ == "__main__":
    sys.exit(main())
