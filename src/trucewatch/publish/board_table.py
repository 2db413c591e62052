"""The board as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.core.case import Case
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, ClauseLine, Line, Status
from trucewatch.publish.escape import on_one_line
from trucewatch.publish.phrases import carried, counted, doer_name, number_of
from trucewatch.publish.silence import SILENT, tell_silence

STYLES = {
    Status.BROKEN: "bold red",
    Status.OVERDUE: "red",
    Status.CONTESTED: "bold yellow",
    Status.PARTLY_KEPT: "cyan",
    Status.KEPT: "green",
    Status.NOT_YET_DUE: "dim",
    Status.NO_REPORT: "dim",
}
_INDENTED = (0, 0, 0, 2)
"""Doers stand two columns in, on each line that their names take."""


def board_table(board: Board, case: Case, read: ReadDays) -> RenderableType:
    """Lay out the board: every clause with its status, every doer that words were said of."""
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim", expand=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("clause, and whose conduct", overflow="fold", ratio=5)
    table.add_column("status", no_wrap=True)
    table.add_column("carried by", overflow="fold", ratio=2)
    table.add_column("what stands behind it", overflow="fold", ratio=4)
    titles = {clause.id: clause.title for clause in case.agreement.clauses}
    for line in board.clauses:
        _add_clause(table, line, titles[line.clause], case, read)
    return Group(_head(board, case, read), Text(""), table, *_whole(board))


def _head(board: Board, case: Case, read: ReadDays) -> Text:
    known = f"as known on {board.known}" if board.known else "everything known"
    documents = read.within(board.window)
    looked = f"{number_of(documents, 'document')} of the last {board.window} days read"
    if not documents:
        looked = f"nothing read of the last {board.window} days"
    head = Text(on_one_line(case.agreement.title), style="bold")
    head.append(f"\nBoard on {board.on}, {known}; {looked}.", style="not bold")
    return head


def _add_clause(table: Table, line: ClauseLine, title: str, case: Case, read: ReadDays) -> None:
    status = line.status or "statements only"
    style = STYLES[line.status] if line.status else "dim"
    table.add_row(
        Text(line.clause, style="bold"),
        Text(on_one_line(title), style="bold"),
        Text(status, style=style),
        Text(carried(line)),
        Text(_by(line, case, read)),
    )
    if line.status is None:
        return
    for silent, lines in groupby(line.lines, key=lambda each: each.status in SILENT):
        if silent:
            _add_silent(table, list(lines), line, case, read)
        else:
            for _, alike in groupby(lines, key=_shown):
                _add_lines(table, list(alike), case)


def _shown(line: Line) -> tuple[object, ...]:
    """Give what a row shows of a line: doers of whom the same is told share one."""
    return (line.duty, line.status, carried(line), _behind(line))


def _by(line: ClauseLine, case: Case, read: ReadDays) -> str:
    if line.status is None:
        said = sum(len(each.shown) for each in line.lines)
        return number_of(said, "statement") if said else ""
    if line.status in SILENT:
        return _silence(line.lines, case, read) if _all_silent(line) else ""
    return "by " + ", ".join(doer_name(doer, case) for doer in line.by)


def _silence(lines: Sequence[Line], case: Case, read: ReadDays) -> str:
    """Tell how long no word was told of any of these lines: the shortest of their silences."""
    duties = case.agreement.duties_by_id()
    latest = max(lines, key=lambda each: each.last or date.min)
    return tell_silence(latest, duties[latest.duty], read)


def _all_silent(clause: ClauseLine) -> bool:
    """Tell whether every doer of a clause has the clause's own status, and no word carries it."""
    named = [each for each in clause.lines if each.doer is not None]
    return all(each.status is clause.status for each in named)


def _behind(line: Line) -> str:
    behind = f"since {line.since}; {counted(line.counts)}"
    if line.acts:
        behind += f"; {number_of(line.acts, 'act')} since the start, last {line.last_act}"
    return behind + ("; the accused was not heard" if line.heard is False else "")


def _add_lines(table: Table, lines: list[Line], case: Case) -> None:
    names = ", ".join(on_one_line(doer_name(line.doer, case)) for line in lines)
    table.add_row(
        "",
        Padding(Text(names), _INDENTED),
        Text(lines[0].status, style=STYLES[lines[0].status]),
        Text(carried(lines[0])),
        Text(_behind(lines[0]), style="dim"),
    )


def _add_silent(
    table: Table, lines: list[Line], clause: ClauseLine, case: Case, read: ReadDays
) -> None:
    """Add the doers of whom nothing counts: those of one status and one silence share a row."""
    duties = case.agreement.duties_by_id()
    for status in SILENT:
        named = [each for each in lines if each.status is status and each.doer is not None]
        if not named or _all_silent(clause):
            continue
        silences = [tell_silence(each, duties[each.duty], read) for each in named]
        for silence in dict.fromkeys(silences):
            alike = [each for each, told in zip(named, silences, strict=True) if told == silence]
            names = ", ".join(on_one_line(doer_name(each.doer, case)) for each in alike)
            named_so = Padding(Text(names, style="dim"), _INDENTED)
            table.add_row("", named_so, Text(status, style="dim"), "", Text(silence, style="dim"))


def _whole(board: Board) -> list[Text]:
    if not board.whole:
        return []
    said = number_of(len(board.whole), "word")
    return [
        Text(f"\nOn the agreement as a whole: {said} (without weight; `why whole`).", style="dim")
    ]
