"""The board of the page: every clause and doer with status, standing and counts."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.change import LineState
from trucewatch.core.status import Board, ClauseLine, Line, Status
from trucewatch.publish.evidence import Group, beside, silent_lines, spoken_lines
from trucewatch.publish.html_marks import NOTHING, Html, element, join, short_day, text
from trucewatch.publish.html_style import CLASSES
from trucewatch.publish.phrases import carried, doer_name, number_of

COUNTED: Final = ("articles", "outlets", "agencies", "origins", "voices", "sides")


def chip(status: Status) -> Html:
    """Draw a status: its word, with a mark and shade that differ in grey too."""
    return element("span", text(status), class_=f"status {CLASSES[status]}")


def state(line: Line | ClauseLine | LineState) -> Html:
    """Draw a status with what carries it."""
    if line.status is None:
        return text("statements only")
    told = carried(line)
    return join((chip(line.status), text(f" {told}" if told else "")))


def names(group: Group, case: Case) -> Html:
    """Name the doers of lines told together."""
    return text(", ".join(doer_name(line.doer, case) for line in group.lines))


def board_section(board: Board, case: Case) -> Html:
    """Lay out every clause, and under it each doer of whom words count."""
    heads = ("clause, and whose conduct", "status", "carried by", "since", "acts")
    cells = [element("th", text(each), scope="col") for each in heads[:-1]]
    cells += [
        element("th", text(each), scope="col", class_="number counts")
        for each in (*heads[-1:], *COUNTED)
    ]
    rows = [row for clause in board.clauses for row in _clause_rows(clause, board.on, case)]
    return element(
        "section",
        element(
            "h2",
            text("The board"),
            element("small", text("status by clause and doer, with what stands behind it")),
        ),
        element(
            "table",
            element("thead", element("tr", *cells)),
            element("tbody", *rows),
            class_="board",
        ),
        _whole(board),
    )


def _clause_rows(clause: ClauseLine, on: date, case: Case) -> list[Html]:
    title = next(each.title for each in case.agreement.clauses if each.id == clause.clause)
    spoken, silent = spoken_lines(clause), silent_lines(clause)
    alone = silent[0] if len(silent) == 1 and not spoken else None
    head = element(
        "tr",
        element("th", element("span", text(clause.clause), class_="nr"), text(title), scope="row"),
        element("td", chip(clause.status) if clause.status else text("statements only")),
        element("td", text(carried(clause))),
        element("td", _note(clause, alone, on, case), colspan="8", class_="soft"),
        class_="clause",
    )
    return [
        head,
        *(_spoken_row(group, on, case) for group in spoken),
        *(_silent_row(group, on, case) for group in silent if group is not alone),
    ]


def _note(clause: ClauseLine, alone: Group | None, on: date, case: Case) -> Html:
    """Tell by whom a clause has its status; of one that nobody speaks of, the last word."""
    if clause.status is None:
        said = sum(len(line.shown) for line in clause.lines)
        return text(number_of(said, "statement")) if said else NOTHING
    if alone is not None:
        return _last_word(alone.first, on)
    named = ", ".join(doer_name(doer, case) for doer in clause.by)
    return text(f"by {named}") if named else NOTHING


def _spoken_row(group: Group, on: date, case: Case) -> Html:
    line = group.first
    aside = [each for each in (_unheard(line), beside(line)) if each]
    acts = number_of(line.acts, "act") + " since the start" if line.acts else None
    last = join((text("; last "), short_day(line.last_act, on))) if line.last_act else NOTHING
    return element(
        "tr",
        element(
            "th",
            names(group, case),
            element("span", text(f" ({'; '.join(aside)})"), class_="soft") if aside else NOTHING,
            element("span", text(" · "), last_act(line, on), class_="soft")
            if acts and last
            else NOTHING,
            scope="row",
        ),
        element("td", chip(line.status)),
        element("td", text(carried(line))),
        element("td", short_day(line.since, on) if line.since else NOTHING),
        _number(line.acts),
        *(_number(number) for number in astuple(line.counts)),
        class_="doer",
    )


def last_act(line: Line, on: date) -> Html:
    """Tell the day of a line's last act."""
    return join((text("last act "), short_day(line.last_act, on))) if line.last_act else NOTHING


def _unheard(line: Line) -> str:
    return "the accused was not heard" if line.heard is False else ""


def _number(number: int) -> Html:
    return element("td", text(f"{number:,}" if number else "–"), class_="number counts")


def _silent_row(group: Group, on: date, case: Case) -> Html:
    line = group.first
    return element(
        "tr",
        element("th", names(group, case), scope="row"),
        element("td", chip(line.status)),
        element("td"),
        element("td", _last_word(line, on), colspan="8"),
        class_="doer quiet",
    )


def _last_word(line: Line, on: date) -> Html:
    said = (
        join((text("last word about "), short_day(line.last, on)))
        if line.last
        else text("no word yet")
    )
    aside = beside(line)
    return join((said, text(f"; {aside}" if aside else "")))


def _whole(board: Board) -> Html:
    if not board.whole:
        return NOTHING
    said = number_of(len(board.whole), "word")
    return element(
        "p", text(f"On the agreement as a whole: {said}, without weight on any clause."), class_="soft"
    )
