"""Tell how the findings of a case's reports change from one reader to another, better or worse.

`python tools/compare_readers.py [CASE_FOLDER] [--from DIR] [--to DIR]` reads every report of the folder
(the first built-in case if none is given) with two readers, by default the rules alone and the usual
reader, and compares both with `reports/expected.csv`, which a careful reader wrote. It prints, by
report, what came and what went: `better` is a finding won or a false one lost, `worse` the reverse.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.measure_findings import NEAR, Told, expected, match, read

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.extract.reader import Reader, RuleReader
from trucewatch.pipeline.readers import ReaderChoice

KINDS = ("weighted", "whole", "intent", NEAR)


def changes(gold: list[Told], before: list[Told], after: list[Told]) -> Iterator[tuple[bool, str]]:
    """Yield each change of one report: whether it is for the better, and what changed."""
    missed, false, _ = match(gold, before)
    still_missed, still_false, _ = match(gold, after)
    for won in Counter(missed) - Counter(still_missed):
        yield True, f"found: {won}"
    for gone in Counter(map(str, false)) - Counter(map(str, still_false)):
        yield True, f"no longer said: {gone}"
    for lost in Counter(still_missed) - Counter(missed):
        yield False, f"lost: {lost}"
    for said in Counter(map(str, still_false)) - Counter(map(str, false)):
        yield False, f"said wrongly: {said}"


def compare(
    gold: dict[str, list[Told]],
    readings: Iterable[tuple[tuple[str, list[Told]], tuple[str, list[Told]]]],
) -> Iterator[tuple[str, str, bool, str]]:
    """Yield report, kind of finding, whether for the better, and the change."""
    for (name, before), (_, after) in readings:
        for kind in KINDS:
            wanted, old, new = (
                [each for each in told if each.kind == kind]
                for told in (gold.get(name, []), before, after)
            )
            for better, change in sorted(changes(wanted, old, new), key=lambda each: not each[0]):
                yield name, kind, better, change


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, help="a case folder with reports")
    parser.add_argument("--from", dest="old", type=Path, help="a model's folder; else the rules")
    parser.add_argument("--to", dest="new", type=Path, help="a model's folder; else the usual one")
    asked = parser.parse_args()
    folder = asked.folder or find_case(built_in_cases()[0])
    case = load_case(folder)
    old: Reader = ReaderChoice(model=asked.old).make() if asked.old else RuleReader()
    new = ReaderChoice(model=asked.new).make()
    gold = expected(folder / "reports" / "expected.csv")
    both = zip(read(folder, case, old), read(folder, case, new), strict=True)
    counted: Counter[tuple[str, bool]] = Counter()
    report = ""
    for name, kind, better, change in compare(gold, both):
        counted[kind, better] += 1
        if kind == NEAR:
            continue
        if name != report:
            print(name)
        report = name
        print(f"  {'better' if better else 'worse'}  {kind}, {change}")
    for kind in KINDS:
        print(f"{kind:9} {counted[kind, True]} better, {counted[kind, False]} worse")
    return 0


if __name__ == "__main__":
    sys.exit(main())
