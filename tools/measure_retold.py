"""Measure the statuses read from retold reports against the ones written down by hand.

`python tools/measure_retold.py [--reports FOLDER] [--rules] [--quiet] [--findings]` takes the first
built-in case, whose `statuses.csv` holds the statuses of many days written by hand after the coded
rows of `chronology.csv`; FOLDER (tests/pipeline/retold) tells those rows again as reports. It adds
the reports to a fresh copy of the case in a temporary folder, judges every day of the sheet, prints
equal / all (statuses alone, and with what carries them) per clause and per status beside the coded
record's own figure, then each line that differs: its days, what the hand, the coded rows and the
reports say, and the rows behind them. `--findings` lists what was read from each report beside its
coded rows.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from trucewatch.case.load import built_in_cases, find_case
from trucewatch.case.new import new_case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Carried, Line
from trucewatch.core.when import edtf
from trucewatch.pipeline.add import add
from trucewatch.pipeline.enter import enter_sheet
from trucewatch.pipeline.readers import ReaderChoice
from trucewatch.pipeline.record import CaseRecord, open_record

REPORTS = Path(__file__).parent.parent / "tests" / "pipeline" / "retold"

Lines = dict[tuple[str, str], Line]
Judged = tuple[str, str, str]
"""A status, what carries it, and what carries the better side of a contested one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One status of the sheet beside the coded record's and the one read from the reports."""

    row: dict[str, str]
    coded: Judged
    read: Judged
    line: Line | None

    @property
    def by_hand(self) -> Judged:
        """The status that the sheet gives."""
        return self.row["status"], self.row["standing"], self.row["better"]

    @property
    def where(self) -> tuple[str, str]:
        """The duty and the doer."""
        return self.row["duty"], self.row["doer"]


def coded_record(folder: Path, case: str) -> CaseRecord:
    """Enter the hand-coded rows into a fresh copy of the case."""
    new_case(folder, case)
    enter_sheet(folder, find_case(case) / "chronology.csv")
    return open_record(folder)


def read_record(folder: Path, case: str, reports: Path, choice: ReaderChoice) -> CaseRecord:
    """Add the retold reports to a fresh copy of the case."""
    new_case(folder, case)
    sources = sorted(reports.glob("*.txt"))
    account = add(folder, sources, index=reports / "index.csv", choice=choice)
    for refused in account.refused:
        print(f"refused: {refused.source}: {refused.reason}", file=sys.stderr)
    return open_record(folder)


def compared(case: str, coded: CaseRecord, read: CaseRecord) -> Iterator[Compared]:
    """Judge every day of the sheet twice, and yield its rows beside both."""
    boards: dict[tuple[str, str], tuple[Lines, Lines]] = {}
    with (find_case(case) / "statuses.csv").open(encoding="utf-8-sig", newline="") as sheet:
        for row in csv.DictReader(sheet):
            when = (row["on"], row["known"])
            if when not in boards:
                boards[when] = (_lines(coded, *when), _lines(read, *when))
            by_code, by_reader = (lines.get((row["duty"], row["doer"])) for lines in boards[when])
            yield Compared(row=row, coded=_judged(by_code), read=_judged(by_reader), line=by_reader)


def _lines(record: CaseRecord, on: str, known: str) -> Lines:
    board = record.board(date.fromisoformat(on), date.fromisoformat(known) if known else None)
    return {(line.duty, line.doer or ""): line for clause in board.clauses for line in clause.lines}


def _judged(line: Line | None) -> Judged:
    if line is None:
        return "no line", "", ""
    return str(line.status), _carried(line.standing), _carried(line.better)


def _carried(carried: Carried | None) -> str:
    if carried is None:
        return ""
    return f"{carried.standing}{' unnamed' if carried.unnamed else ''}"


def figures(rows: list[Compared]) -> Iterator[str]:
    """Yield the figures: all together, per clause, per status by hand."""
    yield f"{'':28}{'status, read':>16}{'coded':>14}{'with carrier, read':>22}{'coded':>14}"
    yield _figure("all", rows)
    for clause, group in groupby(sorted(rows, key=_clause), key=_clause):
        yield _figure(f"clause {clause}", list(group))
    for status, group in groupby(sorted(rows, key=_status), key=_status):
        yield _figure(status, list(group))


def _clause(each: Compared) -> int:
    return int(each.row["clause"])


def _status(each: Compared) -> str:
    return each.row["status"]


def _figure(name: str, rows: list[Compared]) -> str:
    columns = (
        (16, sum(each.read[0] == each.by_hand[0] for each in rows)),
        (14, sum(each.coded[0] == each.by_hand[0] for each in rows)),
        (22, sum(each.read == each.by_hand for each in rows)),
        (14, sum(each.coded == each.by_hand for each in rows)),
    )
    told = "".join(f"{f'{n}/{len(rows)} {n / len(rows):.3f}':>{width}}" for width, n in columns)
    return f"{name:28}{told}"


def differences(rows: list[Compared], files: dict[str, str]) -> Iterator[str]:
    """Yield each line of the board that differs, its days of one difference together."""
    apart = [each for each in rows if each.read[0] != each.by_hand[0]]
    found: defaultdict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for each in apart:
        found[(*each.where, each.by_hand[0], each.read[0])].append(each)
    for (duty, doer, by_hand, read), group in found.items():
        yield f"{duty} · {doer or '-'}: {by_hand} by hand, read {read} ({len(group)})"
        for each in group:
            known = f" known {each.row['known']}" if each.row["known"] else ""
            coded = "" if each.coded == each.by_hand else f"; coded {each.coded[0]}"
            yield f"    {each.row['on']}{known}: rows {each.row['rows'] or '-'}{coded}"
        yield from (f"        read {told}" for told in _told(group[0].line, files))


def _told(line: Line | None, files: dict[str, str]) -> Iterator[str]:
    if line is None:
        return
    for name, findings in (("lesser", line.lesser_words), ("better", line.better_words)):
        yield from (f"{name} {_finding(each, files)}" for each in findings)


def _finding(finding: Finding, files: dict[str, str]) -> str:
    days = edtf(finding.days) if finding.days else "no day"
    near = f" NEAR {'; '.join(finding.near)}" if finding.near else ""
    return (
        f"{finding.duty} · {finding.doer or '-'} · {finding.says} · {days} · {finding.voice or '-'} · "
        f"{' < '.join(finding.chain)}{near} [{files.get(finding.document, '')}]"
    )


def report_files(record: CaseRecord, reports: Path) -> dict[str, str]:
    """Name each document's file and rows; documents are known by their headline, a file's first line."""
    with (reports / "rows.csv").open(encoding="utf-8", newline="") as sheet:
        rows = {row["file"]: row["row"] for row in csv.DictReader(sheet)}
    titles = {
        path.read_text(encoding="utf-8").split("\n", 1)[0]: f"{path.name}: rows {rows[path.name]}"
        for path in sorted(reports.glob("*.txt"))
    }
    return {
        each.id: titles.get(each.title or "", each.title or each.id) for each in record.documents
    }


def beside(coded: CaseRecord, read: CaseRecord, files: dict[str, str]) -> Iterator[str]:
    """Yield every report's findings, those of its coded rows and those read, where they are not equal."""
    by_file: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for finding in read.findings:
        by_file[files[finding.document]][_short(finding)] += 1
    of_row = _rows_of(coded)
    for file in sorted(set(files.values())):
        wanted = set().union(*(of_row.get(key, set()) for key in _keys(file, read, files)))
        got = set(by_file[file])
        if wanted != got:
            yield file
            yield from (f"    - {each}" for each in sorted(wanted - got))
            yield from (f"    + {each}" for each in sorted(got - wanted))


def _keys(file: str, read: CaseRecord, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    outlets = {each.outlet or "" for each in read.documents if files[each.id] == file}
    for row in file.rpartition("rows ")[2].split(";"):
        yield from ((row, outlet) for outlet in outlets)


def _rows_of(coded: CaseRecord) -> dict[tuple[str, str], set[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    with (find_case(built_in_cases()[0]) / "chronology.csv").open(
        encoding="utf-8-sig", newline=""
    ) as sheet:
        rows = list(csv.DictReader(sheet))
    for row, finding in zip(rows, coded.undecided, strict=True):
        found[row["row"], row["outlet"]].add(_short(finding))
    return found


def _short(finding: Finding) -> str:
    days = edtf(finding.days) if finding.days else "no day"
    says = "near" if finding.near else str(finding.says)
    return f"{finding.duty} · {finding.doer or '-'} · {says} · {days} · {finding.voice or '-'}"


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the figures and the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=Path, default=REPORTS, metavar="FOLDER")
    parser.add_argument("--rules", action="store_true", help="read without the encoder")
    parser.add_argument("--quiet", action="store_true", help="the figures alone")
    parser.add_argument("--findings", action="store_true", help="each report's findings as well")
    given = parser.parse_args(None if arguments is None else list(arguments))
    case = built_in_cases()[0]
    choice = ReaderChoice(rules=given.rules)
    with tempfile.TemporaryDirectory() as scratch:
        coded = coded_record(Path(scratch) / "coded", case)
        read = read_record(Path(scratch) / "read", case, given.reports, choice)
        rows = list(compared(case, coded, read))
        files = report_files(read, given.reports)
    print(*figures(rows), sep="\n")
    if not given.quiet:
        print(*differences(rows, files), sep="\n")
    if given.findings:
        print(*beside(coded, read, files), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
