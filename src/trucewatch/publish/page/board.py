"""The board of the page: every clause and doer with status, standing and counts."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from typing import Final

from trucewatch.core.agreement import Clause
from trucewatch.core.case import Case
from trucewatch.core.change import LineState
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, ClauseLine, Line, Status
from trucewatch.publish.page.evidence import (
    Lines,
    alike_when_silent,
    beside,
    board_rows,
    silent_rows,
)
from trucewatch.publish.page.marks import NOTHING, Html, element, join, short_day, text
from trucewatch.publish.page.style import CLASSES
from trucewatch.publish.phrases import carried, doer_name, number_of
from trucewatch.publish.silence import tell_silence

COUNTED: Final = ("articles", "outlets", "agencies", "origins", "voices", "sides")
_COLUMNS: Final = ("status", "whose conduct", "carried by", "since", "acts, last", *COUNTED)


def chip(status: Status) -> Html:
    """Draw a status: its word, with a mark and shade that differ in grey too."""
    return element("span", text(status), class_=f"status {CLASSES[status]}")


def state(line: Line | LineState) -> Html:
    """Draw a status with what carries it."""
    told = carried(line)
    return join((chip(line.status), text(f" {told}" if told else "")))


def names(lines: Lines, case: Case) -> str:
    """Name the doers of lines told together."""
    return ", ".join(doer_name(line.doer, case) for line in lines)


def duty_told(line: Line, case: Case) -> str:
    """Tell which duty of its clause a line is about, where the clause has several."""
    for clause in case.agreement.clauses:
        for duty in clause.duties:
            if duty.id == line.duty and len(clause.duties) > 1:
                return duty.what
    return ""


def board_section(board: Board, case: Case, read: ReadDays) -> Html:
    """Lay out every clause, and under it each doer, those of whom words count first."""
    cells = [
        element("th", text(each), scope="col", class_="number" if place > 3 else None)
        for place, each in enumerate(_COLUMNS)
    ]
    clauses = {clause.id: clause for clause in case.agreement.clauses}
    bodies = [_clause(line, clauses[line.clause], read, case) for line in board.clauses]
    return element(
        "section",
        element(
            "h2",
            text("The board"),
            element("small", text("status by clause and doer, with what stands behind it")),
        ),
        element("table", element("thead", element("tr", *cells)), *bodies, class_="board"),
        _whole(board),
    )


def _clause(line: ClauseLine, clause: Clause, read: ReadDays, case: Case) -> Html:
    spoken, silent = board_rows(line), silent_rows(line)
    alone = silent[0] if len(silent) == 1 and not spoken else ()
    head = element(
        "tr",
        element(
            "td",
            element("span", text(line.clause), class_="nr"),
            chip(line.status) if line.status else text("statements only"),
        ),
        element(
            "th",
            text(clause.title),
            element("span", _note(line, alone, read, case), class_="soft"),
            scope="rowgroup",
            colspan=str(len(_COLUMNS) - 1),
        ),
        class_="clause",
    )
    rows = [_spoken_row(lines, read.on, case) for lines in spoken]
    rows += [_silent_row(lines, read, case) for lines in silent if lines is not alone]
    return element("tbody", head, *rows)


def _note(line: ClauseLine, alone: Lines, read: ReadDays, case: Case) -> Html:
    """Tell what carries a clause's status and by whom; of one that is silent, the last word."""
    if line.status is None:
        said = sum(len(each.shown) for each in line.lines)
        return text(f"; {number_of(said, 'statement')}" if said else "")
    if alone:
        return join((text("; "), _last_words(alone, read, case)))
    told = carried(line)
    by = ", ".join(doer_name(doer, case) for doer in line.by)
    parts = [*([told] if told else []), *([f"by {by}"] if by else [])]
    return text("; " + ", ".join(parts) if parts else "")


def _spoken_row(lines: Lines, on: date, case: Case) -> Html:
    line = lines[0]
    notes = [each for each in (_unheard(lines, case), duty_told(line, case), beside(lines)) if each]
    acts = (
        join((text(f"{line.acts:,}, "), short_day(line.last_act, on)))
        if line.last_act
        else text("–")
    )
    return element(
        "tr",
        element("td", chip(line.status)),
        element(
            "th",
            text(names(lines, case)),
            element("span", text(f"; {'; '.join(notes)}"), class_="soft") if notes else NOTHING,
            scope="row",
        ),
        element("td", text(carried(line))),
        element("td", short_day(line.since, on) if line.since else NOTHING),
        element("td", acts, class_="number"),
        *(
            element("td", text(f"{number:,}" if number else "–"), class_="number")
            for number in astuple(line.counts)
        ),
        class_="doer",
    )


def _unheard(lines: Lines, case: Case) -> str:
    """Tell which of the accused had no word."""
    unheard = tuple(line for line in lines if line.heard is False)
    if not unheard:
        return ""
    return "not heard" if len(unheard) == len(lines) else f"not heard: {names(unheard, case)}"


def _silent_row(lines: Lines, read: ReadDays, case: Case) -> Html:
    duty = duty_told(lines[0], case)
    return element(
        "tr",
        element("td", chip(lines[0].status)),
        element(
            "th",
            _last_words(lines, read, case),
            text(f" ({duty})" if duty else ""),
            scope="row",
            colspan=str(len(_COLUMNS) - 1),
        ),
        class_="doer quiet",
    )


def _last_words(lines: Lines, read: ReadDays, case: Case) -> Html:
    """Tell how long nothing was told of each of the doers of whom nothing counts, and the last word."""
    duties = case.agreement.duties_by_id()
    parts = []
    for group in alike_when_silent(lines):
        last, silent = group[0].last, tell_silence(group[0], duties[group[0].duty], read)
        told = [text(each) for each in (silent, beside(group)) if each]
        if last:
            told.insert(1, join((text("last word about "), short_day(last, read.on))))
        parts.append(join((text(f"{names(group, case)}: "), join(told, ", "))))
    return join(parts, "; ")


def _whole(board: Board) -> Html:
    if not board.whole:
        return NOTHING
    said = number_of(len(board.whole), "word")
    return element(
        "p",
        text(f"On the agreement as a whole: {said}, without weight on any clause."),
        class_="soft",
    )
