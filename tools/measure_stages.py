"""Measure which share of an article's time each stage takes.

`python -m tools.measure_stages [CASE_FOLDER] [--repeat N]` reads every report of a case's
`reports/index.csv` (the first built-in case if none is given) as `add` does, judges what they bear on,
joins their findings, and prints the seconds and the share of each stage. The clock runs around whole
calls of a stage's own functions: what they call counts with them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final, ParamSpec, TypeVar
from unittest.mock import patch

from tools.measure_findings import captures

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.core.case import Case
from trucewatch.pipeline import findings as joining
from trucewatch.pipeline import read as reading
from trucewatch.pipeline.readers import ReaderChoice

IDENTIFY: Final = (
    "name_actors", "add_listed_names", "give_gazetteer_places", "identify_places", "find_localities",
    "give_world_places", "tell_namesakes", "add_described", "give_asked_places",
)  # fmt: skip
JOIN: Final = ("shared_texts", "join_origins", "join_incidents", "places_of", "apply_notices")

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Clock:
    """Adds up the seconds spent in the calls of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def around(self, stage: str, work: Callable[Given, Answer]) -> Callable[Given, Answer]:
        """Give the function with its time counted for a stage."""

        def timed(*given: Given.args, **named: Given.kwargs) -> Answer:
            started = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - started

        return timed


def measure(case: Case, folder: Path) -> dict[str, float]:
    """Read, judge and join the reports of a case once; give seconds by stage, and of all."""
    clock, reader = Clock(), ReaderChoice().make()
    with ExitStack() as patches:
        for module, stage, names in ((reading, "identify", IDENTIFY), (joining, "join", JOIN)):
            for name in names:
                timed = clock.around(stage, getattr(module, name))
                patches.enter_context(patch.object(module, name, timed))
        started = time.perf_counter()
        kept = [
            (reading.read_capture(capture, case, captured=day, reader=reader), day)
            for _, capture, day in captures(folder)
        ]
        read = time.perf_counter() - started
        joining.findings_of(kept, case)
        clock.seconds["all"] = time.perf_counter() - started
    clock.seconds["read"] = read - clock.seconds["identify"]
    clock.seconds["judge"] = clock.seconds["all"] - read - clock.seconds["join"]
    return dict(clock.seconds)


def main() -> int:
    """Print the seconds and the share of each stage, of the quickest of some runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="?", default=built_in_cases()[0])
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    folder = find_case(given.case)
    case = load_case(folder)
    runs = [measure(case, folder) for _ in range(given.repeat)]
    best = min(runs, key=lambda each: each["all"])
    for stage in ("read", "identify", "judge", "join", "all"):
        print(f"{stage:10} {best[stage]:8.3f} s {best[stage] / best['all']:8.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
