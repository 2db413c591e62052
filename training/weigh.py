"""`python training/weigh.py`: count what the rules read where the passages mean each reality.

Prints the rows of the table in `extract/events/whether/weighing.py`: to be counted anew when passages
are added or rules changed. Passages are read by the rules alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from corpora import Example, written

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.collect.json_lines import capture_of_line
from trucewatch.core.case import Case
from trucewatch.core.document import Refusal
from trucewatch.core.reading import Event, Reality
from trucewatch.pipeline.read import read_capture

DAY = date(2021, 3, 4)
ORDER = tuple(sorted(Reality, key=lambda reality: reality.name))


def count(passages: Path, case: Case) -> Counter[tuple[Reality, Reality]]:
    """Count (read, meant) over the events of all passages that the rules read at the same words."""
    counts: Counter[tuple[Reality, Reality]] = Counter()
    for path in sorted(passages.glob("*.txt")):
        for example in written(path):
            read = {(each.trigger.start, each.trigger.end): each for each in _events(example, case)}
            for event in example.events or ():
                held = read.get((event.start, event.end))
                if held is not None and event.realities:
                    counts[held.reality, Reality(event.realities[0])] += 1
    return counts


def _events(example: Example, case: Case) -> Sequence[Event]:
    capture = capture_of_line(json.dumps({"text": example.text}).encode(), example.id)
    if isinstance(capture, Refusal):
        raise TypeError(capture.reason)
    return read_capture(capture, case, captured=DAY).events


def rows(counts: Counter[tuple[Reality, Reality]]) -> Iterator[str]:
    """Yield a line of the table for each reality that is read."""
    for read in ORDER:
        yield f"Reality.{read.name}: ({', '.join(str(counts[read, meant]) for meant in ORDER)}),"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python training/weigh.py", description=__doc__)
    parser.add_argument("--passages", type=Path, default=Path(__file__).parent / "passages")
    parser.add_argument("--case", default=built_in_cases()[0], help="a case's name or folder")
    options = parser.parse_args()
    print("\n".join(rows(count(options.passages, load_case(find_case(options.case))))))


if __name__ == "__main__":
    main()
