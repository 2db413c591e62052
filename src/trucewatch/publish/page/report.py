"""The board as one page to print: what changed, the board, the words, what was read, the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from trucewatch import __version__
from trucewatch.core.case import Case
from trucewatch.core.change import Change
from trucewatch.core.document import ReadDocument
from trucewatch.core.read_days import ReadDays
from trucewatch.core.rival import RivalFigures
from trucewatch.core.status import Board
from trucewatch.judge.board import ORDER
from trucewatch.publish.page.board import board_section, chip
from trucewatch.publish.page.changes import changes_section
from trucewatch.publish.page.evidence import told_lines
from trucewatch.publish.page.figures import figures_section
from trucewatch.publish.page.marks import Html, element, join, long_day, short_day, text
from trucewatch.publish.page.reading import method_section, reading_section
from trucewatch.publish.page.style import POLICY, STYLE
from trucewatch.publish.page.words import Numbers, words_section
from trucewatch.publish.phrases import number_of

ROOM: Final = 22
"""Quotations that leave a typical board on two pages of A4."""


def html_report(
    board: Board,
    earlier: Board,
    case: Case,
    changed: Sequence[Change],
    documents: Sequence[ReadDocument],
    refused: int = 0,
    figures: Sequence[RivalFigures] = (),
) -> str:
    """Write the page: one HTML file that needs nothing else, the same bytes for the same record.

    `changed` are the changes from `earlier` to `board`; `documents` everything read, `refused` how
    many sources were not brought in. Words of others are text in it, never markup.
    """
    told = told_lines(board, case, ROOM)
    numbers = Numbers.of(told, board)
    languages = {each.id: each.language for each in documents if each.language}
    read = ReadDays.of(documents, board.on, board.known)
    sections = (
        changes_section(changed, board, earlier, case, numbers),
        board_section(board, case, read),
        words_section(told, board, case, numbers, languages),
        figures_section(figures, board, earlier, case),
        reading_section(documents, refused, board, earlier, case),
        method_section(case),
    )
    body = element(
        "body",
        _masthead(board, earlier, case, read),
        element("main", *sections),
        _foot(board, case),
    )
    page = element("html", _head(board, case), body, lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def _head(board: Board, case: Case) -> Html:
    return element(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">'),
        Html('<meta name="referrer" content="no-referrer">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", text(f"{case.agreement.title}: board on {board.on}")),
        Html(f"<style>{STYLE}</style>"),
    )


def _masthead(board: Board, earlier: Board, case: Case, read: ReadDays) -> Html:
    known = join((text("as known on "), short_day(board.known, board.on))) if board.known else None
    documents = read.within(board.window)
    looked = number_of(documents, "document") if documents else "nothing"
    line = (
        element("strong", long_day(board.on)),
        text(", "),
        known or text("everything known"),
        text("; changes since "),
        short_day(earlier.on, board.on),
        text(f". {looked[:1].upper()}{looked[1:]} read of the last {board.window} days."),
    )
    signatories = " and ".join(case.name(each) for each in case.agreement.signatories)
    signed = (
        text("Signed "),
        short_day(case.agreement.signed, date.min),
        text(f" by {signatories}. " if signatories else ". "),
    )
    return element(
        "header",
        element("h1", text(case.agreement.title)),
        element("p", *line, text(" "), element("span", *signed, class_="soft"), class_="day"),
        _tally(board),
    )


def _tally(board: Board) -> Html:
    """Count the clauses of each status, in the order of rule 6."""
    counts = Counter(clause.status for clause in board.clauses if clause.status)
    items = [
        element("li", chip(status), text(f" {number_of(counts[status], 'clause')}"))
        for status in ORDER
        if counts[status]
    ]
    return element("ul", *items, class_="tally") if items else Html("")


def _foot(board: Board, case: Case) -> Html:
    known = f" as known on {board.known}" if board.known else ""
    return element(
        "footer",
        text(f"trucewatch {__version__}; case {board.case}, board on {board.on}{known}; "),
        text(f"files of the case: SHA-256 {case.state.sha256[:16]}. "),
        text("Quotations are their speakers' and outlets' words, not this record's."),
    )
