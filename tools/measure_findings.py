"""Measure the findings read from a case's reports against the ones a careful reader wrote down.

`python tools/measure_findings.py [CASE_FOLDER] [--all] [--quiet]` reads `reports/index.csv` and
`reports/expected.csv` of a case folder (the first built-in case if none is given), reads every report
through the pipeline, and prints precision and recall of the findings with weight, then every miss and
every false one, by report. `--all` lists the findings without weight (promises, near) as well.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.collect.sources import collect
from trucewatch.core.case import Case
from trucewatch.core.document import Capture
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.when import Period, edtf, period_of
from trucewatch.extract.reader import Reader, RuleReader
from trucewatch.judge.assign import INTENTS
from trucewatch.judge.record import records
from trucewatch.judge.words import WEIGHED
from trucewatch.pipeline.findings import findings_of
from trucewatch.pipeline.read import read_capture
from trucewatch.pipeline.readers import ReaderChoice

NEAR = "near"
WEIGHTED = frozenset(str(says) for says in WEIGHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line's finding in one report, as it is compared."""

    duty: str
    doer: str
    says: str
    days: Period | None
    voice: str
    words: str = field(default="", compare=False)

    def __str__(self) -> str:
        days = edtf(self.days) if self.days else "no day"
        return f"{self.duty} · {self.doer or '-'} · {self.says} · {days} · {self.voice or '-'}"

    @property
    def kind(self) -> str:
        """Tell in which table it is counted."""
        if self.duty == WHOLE:
            return "whole"
        if self.says in WEIGHTED:
            return "weighted"
        return NEAR if self.says == NEAR else "intent"


def expected(sheet: Path) -> dict[str, list[Told]]:
    """Read what a person wrote down, by report."""
    found: dict[str, list[Told]] = defaultdict(list)
    with sheet.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            told = Told(
                duty=row["duty"] or row["clause"],
                doer=row["doer"],
                says=row["says"],
                days=period_of(row["days"]) if row["days"] else None,
                voice=row["voice"],
                words=row["note"],
            )
            found[row["file"]].append(told)
    return found


def read(folder: Path, case: Case, reader: Reader) -> Iterator[tuple[str, list[Told]]]:
    """Read every report of a case folder; yield its name and what it tells, line by line."""
    for name, capture, captured in captures(folder):
        reading = read_capture(capture, case, captured=captured, reader=reader)
        yield name, list(dict.fromkeys(_told(findings_of([(reading, captured)], case), case)))


def captures(folder: Path) -> Iterator[tuple[str, Capture, date]]:
    """Yield every report of a case folder: its name, its bytes and the day it counts from."""
    reports = folder / "reports"
    with (reports / "index.csv").open(encoding="utf-8", newline="") as lines:
        names = [row["file"] for row in csv.DictReader(lines)]
    collected = collect([reports / name for name in names], index=reports / "index.csv")
    for name, capture in zip(names, collected, strict=True):
        if not isinstance(capture, Capture):
            raise TypeError(f"{name}: {capture.reason}")
        yield name, capture, capture.published or date(1970, 1, 1)


def _told(findings: list[Finding], case: Case) -> Iterator[Told]:
    """Yield every line's findings; a refusal of the whole, shown on every duty too, is one line."""
    on_the_whole = {finding.id for finding in findings if finding.duty == WHOLE}
    for finding in findings:
        if finding.duty == WHOLE:
            says = str(finding.says) if finding.voice and not finding.near else NEAR
            yield _of(finding, says, finding.doer)
    for record in records(findings, case):
        for word in record.words:
            for finding in word.renditions:
                # "none by anybody" is written down once, not for every doer
                if finding.says is not Says.NO_ACT or finding.doer or record.doer is None:
                    yield _of(finding, str(finding.says), record.doer)
        for finding in record.shown:
            if finding.says is not Says.REFUSAL or finding.id not in on_the_whole:
                yield _of(finding, str(finding.says), record.doer)
        for finding in (*record.near_by(date.max), *record.read_differently):
            if finding.id not in on_the_whole:
                yield _of(finding, NEAR, record.doer)


def _of(finding: Finding, says: str, doer: str | None) -> Told:
    """Make a line; what is promised, refused or put off is written down on the day it was said."""
    uttered = Period.of(finding.uttered)
    intent = finding.says in INTENTS and finding.duty != WHOLE
    days = None if intent else finding.days
    voice = f"unnamed:{finding.speaker or ''}".rstrip(":") if finding.unnamed else finding.voice
    return Told(
        duty=finding.duty,
        doer=doer or "",
        says=says,
        days=days or uttered,
        voice=(voice or "").split(":")[0] if finding.unnamed else voice or "",
        words=" ".join(finding.words.split()),
    )


def match(gold: list[Told], found: list[Told]) -> tuple[list[Told], list[Told], int]:
    """Match one to one; give what was missed, what is false, and how many have the right voice."""
    missed, false, right = [], list(found), 0
    for told in gold:
        fitting = [each for each in false if _fits(told, each)]
        if not fitting:
            missed.append(told)
            continue
        best = min(fitting, key=lambda each: not _one_voice(told, each))
        right += _one_voice(told, best)
        false.remove(best)
    return missed, false, right


def _fits(told: Told, found: Told) -> bool:
    same = (told.duty, told.doer, told.says) == (found.duty, found.doer, found.says)
    return same and (told.days is None or found.days is None or told.days.overlaps(found.days))


def _one_voice(told: Told, found: Told) -> bool:
    return told.voice.split(":")[0] == found.voice.split(":")[0]


@dataclass(slots=True)
class Score:
    """How many were to be found, were found, were right, and had the right voice."""

    gold: int = 0
    found: int = 0
    right: int = 0
    voices: int = 0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  "
            f"({self.right} right of {self.found} found, {self.gold} to find; {self.voices} voices right)"
        )


def measure(
    gold: dict[str, list[Told]], found: Iterable[tuple[str, list[Told]]], listed: tuple[str, ...]
) -> tuple[dict[str, Score], list[str]]:
    """Count by table; give the misses and false ones of the tables `listed`, by report."""
    scores: dict[str, Score] = defaultdict(Score)
    lines: list[str] = []
    for name, told in found:
        wrong: list[str] = []
        for kind in ("weighted", "whole", "intent", NEAR):
            to_find = [each for each in gold.get(name, []) if each.kind == kind]
            here = [each for each in told if each.kind == kind]
            missed, false, voices = match(to_find, here)
            score = scores[kind]
            score.gold += len(to_find)
            score.found += len(here)
            score.right += len(to_find) - len(missed)
            score.voices += voices
            if kind in listed:
                wrong += [f"  missed  {each}   ({each.words})" for each in missed]
                wrong += [f"  false   {each}   “{each.words[:200]}”" for each in false]
        if wrong:
            lines += [name, *wrong]
    return scores, lines


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, help="a case folder with reports")
    parser.add_argument("--all", action="store_true", help="list findings without weight too")
    parser.add_argument("--quiet", action="store_true", help="print the figures only")
    parser.add_argument("--model", type=Path, help="a folder with other weights")
    parser.add_argument("--rules", action="store_true", help="read with the rules alone")
    asked = parser.parse_args()
    folder = asked.folder or find_case(built_in_cases()[0])
    gold = expected(folder / "reports" / "expected.csv")
    reader = RuleReader() if asked.rules else ReaderChoice(model=asked.model).make()
    listed = ("weighted", "whole", "intent", NEAR) if asked.all else ("weighted", "whole")
    scores, lines = measure(gold, read(folder, load_case(folder), reader), listed)
    if not asked.quiet:
        print("\n".join(lines) + "\n")
    for kind, score in scores.items():
        print(f"{kind:9} {score}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
