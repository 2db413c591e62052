"""Print the speeds that users feel, each beside the machine's own measured limit.

    python tools/bench.py [--repeat N] [--findings N]

Reports are the built-in demo's, told again under other names until there are enough. The limit that
stands beside each figure is what this machine does of plain work of that kind in the same moment:
words folded a second for reading, JSON parsed a second for the board, a look at each finding for a
year of days, an empty Python for start-up.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from trucewatch.case.load import find_case, load_case
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.when import Period
from trucewatch.judge.board import judge
from trucewatch.judge.days import judge_days
from trucewatch.pipeline.demo import code_demo, demo_case, read_demo
from trucewatch.pipeline.lines import extract_lines
from trucewatch.pipeline.record import open_record

WORDS = 200
FINDINGS = 10_000
DAYS = 365
RENDITIONS = 20
SITES = 400


def best(work: Callable[[], object], repeat: int) -> float:
    """Give the least of several times, in seconds: what the machine can do when left alone."""
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def reports(folder: Path, count: int, outlet: str = "") -> Path:
    """Write `count` reports of about 200 words as JSON lines."""
    folder_of_reports = find_case(demo_case()) / "reports"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder_of_reports.glob("*.txt"))]
    lines = folder / "in.jsonl"
    with lines.open("w", encoding="utf-8", newline="\n") as out:
        for number in range(count):
            text = texts[number % len(texts)]
            while len(text.split()) < WORDS:
                text += "\n\n" + "\n\n".join(texts[(number * 7 + 3) % len(texts)].split("\n\n")[1:])
            words = text.split(" ")
            short = " ".join(words[:WORDS])
            line = {"id": number, "text": short, "published": "2018-10-10", "outlet": outlet}
            out.write(json.dumps(line) + "\n")
    return lines


def measure_reading(case: Case, folder: Path, repeat: int) -> None:
    """Print articles a second of `extract --lines` on one core."""
    count = 200
    lines = reports(folder, count, next(iter(case.outlets.by_id)))
    extract_lines(lines, folder / "out.jsonl", case)
    seconds = best(lambda: extract_lines(lines, folder / "out.jsonl", case), repeat)
    text = lines.read_text(encoding="utf-8")
    limit = best(lambda: [word.casefold() for word in text.split()], repeat)
    print(f"extract --lines      {count / seconds:8.0f} articles of {WORDS} words a second")
    print(
        f"                     {seconds / limit:8.0f} times what splitting and folding the words takes"
    )


def measure_board(case: Case, findings: list[Finding], repeat: int) -> None:
    """Print the time of a board over 10,000 findings."""
    many = []
    for number in range(FINDINGS):
        finding = findings[number % len(findings)]
        later = timedelta(days=number // len(findings) % 40)
        said = finding.said_on + later if finding.said_on else None
        many.append(
            replace(finding, id=f"{finding.id}-{number}", origin=f"o{number}", said_on=said)
        )
    day = max(finding.uttered for finding in many)
    seconds = best(lambda: judge(case, many, day), repeat)
    sheet = json.dumps([[finding.id, finding.duty, finding.words] for finding in many])
    limit = best(lambda: json.loads(sheet), repeat)
    print(f"board                {seconds:8.3f} s over {FINDINGS:,} findings")
    print(f"                     {seconds / limit:8.0f} times what parsing them as JSON takes")


def retold(findings: list[Finding], count: int, renditions: int) -> Iterator[Finding]:
    """Yield findings of a year, in the order of publication: each origin told so many times.

    The record's own are told again on other days; each rendition has its page, site and day.
    """
    tellings = sorted(
        (findings[number % len(findings)].known_from + _later(number, told), number, told)
        for number in range(count // renditions)
        for told in range(renditions)
    )
    for published, number, told in tellings:
        finding, later = findings[number % len(findings)], _later(number, 0)
        site = f"site {(31 * number + told) % SITES}"
        yield replace(
            finding,
            id=sha256(f"{number}-{told}".encode()).hexdigest()[:16],
            origin=f"o{number:07d}",
            incident=finding.incident and f"{finding.incident}-{later.days}",
            days=finding.days and _moved(finding.days, later),
            said_on=finding.said_on and finding.said_on + later,
            published=finding.published and published,
            known_from=published,
            document=f"d{number:07d}-{told}",
            outlet=site,
            chain=(site, *finding.chain[1:]),
        )


def _later(number: int, told: int) -> timedelta:
    return timedelta(days=7919 * number % DAYS + told % 3)


def _moved(days: Period, later: timedelta) -> Period:
    return Period(days.first and days.first + later, days.last and days.last + later)


def measure_days(case: Case, findings: list[Finding], count: int, renditions: int) -> None:
    """Print the time of judging each day of a year over `count` findings that lie in memory."""
    started = time.perf_counter()
    many = list(retold(findings, count, renditions))
    made = time.perf_counter() - started
    first = case.agreement.signed
    last = first + timedelta(days=DAYS - 1)
    seconds = best(lambda: judge_days(case, many, first, last), 1)
    limit = best(lambda: {finding.id: finding.origin for finding in many}, 1)
    clauses = len(case.agreement.clauses)
    print(
        f"{DAYS} days             {seconds:8.2f} s over {len(many):,} findings of"
        f" {count // renditions:,} origins, {clauses} clauses"
    )
    print(
        f"                     {seconds / limit:8.0f} times what one look at each takes;"
        f" to have them {made:.1f} s"
    )


def measure_start(repeat: int) -> None:
    """Print how long the command takes to start."""
    run = [sys.executable, "-m", "trucewatch", "--help"]
    seconds = best(lambda: subprocess.run(run, check=True, capture_output=True), repeat)
    empty = [sys.executable, "-c", "pass"]
    limit = best(lambda: subprocess.run(empty, check=True, capture_output=True), repeat)
    print(f"start-up             {seconds:8.3f} s, an empty Python {limit:.3f} s")


def measure_demo(repeat: int) -> list[Finding]:
    """Print how long reading the demo's reports takes, and give its findings."""
    times = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            started = time.perf_counter()
            read_demo(Path(folder) / "demo", lambda _: None)
            record = open_record(Path(folder) / "demo")
            record.board(date(2018, 10, 16))
            times.append(time.perf_counter() - started)
    print(
        f"demo                 {statistics.median(times):8.2f} s for {len(record.documents)} reports"
    )
    return list(record.findings)


def coded_findings() -> list[Finding]:
    """Give the findings of the demo that were coded by hand: more of them have weight."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        code_demo(Path(folder) / "demo")
        return list(open_record(Path(folder) / "demo").findings)


def main() -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--findings", type=int, default=1_000_000, help="of a year of days")
    asked = parser.parse_args()
    repeat = asked.repeat
    case = load_case(find_case(demo_case()))
    measure_start(repeat)
    findings = measure_demo(repeat)
    measure_board(case, findings, repeat)
    for renditions in (RENDITIONS, 1):
        measure_days(case, coded_findings(), asked.findings, renditions)
    with tempfile.TemporaryDirectory() as folder:
        measure_reading(case, Path(folder), repeat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
