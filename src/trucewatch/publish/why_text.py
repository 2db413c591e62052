"""Why a line has its status: the rule, every word for and against with its chain, and the near ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from rich.text import Text

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, ClauseLine, Line
from trucewatch.judge.rulebook import Rule
from trucewatch.publish.board_table import STYLES
from trucewatch.publish.escape import link, on_one_line
from trucewatch.publish.phrases import carried, chain_of, counted, doer_name, number_of, said_when
from trucewatch.publish.silence import SILENT, tell_silence

_NEAR: Final = "near: almost fits, without weight until a person decides"

NEAR_SHOWN: Final = 5
"""Near findings that are shown of a line; JSON has all."""


def why_text(
    board: Board, clause: ClauseLine, lines: Sequence[Line], case: Case, read: ReadDays
) -> Text:
    """Tell why lines of a clause have their status on a board's date."""
    titles = {each.id: each.title for each in case.agreement.clauses}
    text = Text(f"Clause {clause.clause}: {on_one_line(titles[clause.clause])}\n", style="bold")
    status = clause.status or "statements only"
    text.append(f"On {board.on}: {status}", style="not bold")
    if clause.standing:
        text.append(f", {carried(clause)}", style="not bold")
    text.append(f" (window {board.window} days, {_looked(board, read)})\n", style="not bold")
    duties = case.agreement.duties_by_id()
    for line in lines:
        text.append_text(_line_text(line, duties[line.duty], board, case, read))
    return text


def _looked(board: Board, read: ReadDays) -> str:
    looked = read.within(board.window)
    return f"{number_of(looked, 'document')} of those days read" if looked else "nothing read"


def _line_text(line: Line, duty: Duty, board: Board, case: Case, read: ReadDays) -> Text:
    owed = ", ".join(case.name(actor) for actor in duty.owed_by)
    text = Text(style="not bold")
    text.append(f"\n{on_one_line(doer_name(line.doer, case))}", style="bold")
    if duty.type is not DutyType.DECLARE:
        text.append(f": {line.status}", style=STYLES[line.status])
    if line.standing:
        text.append(f", {carried(line)}")
    when = _until(duty, board.on)
    text.append(f"\n  to {on_one_line(duty.what)} (owed by {owed}, {when})\n", style="dim")
    text.append(f"  {Rule.named(line.rule).row.sentence}\n")
    if duty.type is DutyType.DECLARE:
        text.append(
            f"  {number_of(len(line.shown), 'statement')}; {_looked(board, read)}\n", style="dim"
        )
    elif line.status in SILENT:
        last = f"last word about {line.last}" if line.last else "no word yet"
        silent = tell_silence(line, duty, read)
        text.append(f"  {'; '.join(each for each in (last, silent) if each)}\n", style="dim")
    else:
        text.append(f"  since {line.since}; {counted(line.counts)}\n", style="dim")
    if line.heard is False:
        text.append("  the accused was not heard\n", style="dim")
    for title, findings in _camps(line):
        _append_findings(text, title, findings, case)
    _append_near(text, line.near, case)
    return text


def _until(duty: Duty, on: date) -> str:
    deadline = duty.deadline_on(on)
    if deadline is None:
        return f"from {duty.starts}" + (f" until {duty.until}" if duty.until else "")
    amended = f", amended from {duty.deadline}" if deadline != duty.deadline else ""
    return f"by {deadline}{amended}"


def _camps(line: Line) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    yield "less than kept", line.lesser_words
    yield "kept, or denied", line.better_words
    yield "shown, without weight", line.shown
    yield (
        "read differently: a nearer rendition counts, or equally near ones differ",
        line.read_differently,
    )


def _append_findings(text: Text, title: str, findings: Iterable[Finding], case: Case) -> None:
    listed = sorted(findings, key=lambda item: (item.uttered, item.origin, item.id))
    if not listed:
        return
    text.append(f"  {title}:\n", style="italic")
    for finding in listed:
        text.append_text(finding_text(finding, case))


def _append_near(text: Text, near: Sequence[Finding], case: Case) -> None:
    """Show the near findings that want least to fit, the latest first, and count the others."""
    latest = sorted(near, key=lambda item: (item.uttered, item.id), reverse=True)
    nearest = sorted(latest, key=lambda item: (len(item.near), item.voice is None))
    _append_findings(text, _NEAR, nearest[:NEAR_SHOWN], case)
    if (left := len(near) - NEAR_SHOWN) > 0:
        text.append(f"    {left:,} more, in --json\n", style="dim")


def finding_text(finding: Finding, case: Case) -> Text:
    """Tell one finding: what it says, its words, chain, days and link."""
    about = f" about {_days(finding)}" if finding.days else ""
    name = f" by {case.name(finding.by_name)}" if finding.by_name else ""
    form = f" ({finding.form})" if finding.form else ""
    text = Text(f"    {finding.says}{form}{name}{about}  [{finding.id}]\n")
    text.append(f"      “{on_one_line(finding.words)}”\n", style="not dim")
    text.append(
        f"      {on_one_line(chain_of(finding, case))}; {said_when(finding)}\n", style="dim"
    )
    for reason in finding.near:
        text.append(f"      near: {on_one_line(reason)}\n", style="dim")
    if finding.coder:
        text.append(f"      entered by {on_one_line(finding.coder)}\n", style="dim")
    if url := link(finding.url):
        text.append(f"      {url}\n", style="dim")
    return text


def _days(finding: Finding) -> str:
    if finding.days is None:
        return "an unknown day"
    first, last = finding.days.first, finding.days.last
    if first == last:
        return str(first)
    return f"{first or 'an open start'} to {last or 'an open end'}"


def whole_text(board: Board, case: Case) -> Text:
    """List the words on the agreement as a whole: a row of their own, without weight."""
    text = Text("The agreement as a whole", style="bold")
    text.append(f"\nOn {board.on}: words listed, without weight on any clause\n", style="not bold")
    if not board.whole:
        text.append("  no word\n", style="dim")
    for finding in sorted(board.whole, key=lambda item: (item.uttered, item.origin, item.id)):
        text.append_text(finding_text(finding, case))
    return text
