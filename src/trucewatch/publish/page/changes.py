"""What changed since an earlier board, and through which document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from trucewatch.core.case import Case
from trucewatch.core.change import Cause, CauseKind, Change, DayRule
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board
from trucewatch.publish.changes_text import alike, told_rule, voice_name
from trucewatch.publish.page.board import state
from trucewatch.publish.page.marks import (
    NOTHING,
    Html,
    anchor,
    element,
    foreign,
    join,
    short_day,
    text,
)
from trucewatch.publish.page.words import Numbers, shortened
from trucewatch.publish.phrases import doer_name


def changes_section(
    changed: Sequence[Change], board: Board, earlier: Board, case: Case, numbers: Numbers
) -> Html:
    """Lay out every change with its causes, in the order of the agreement."""
    title = element(
        "h2",
        text("What changed since "),
        short_day(earlier.on, board.on),
        element("small", text("against the board as it was seen that day, and through what")),
    )
    if not changed:
        return element("section", title, element("p", text("No status or standing changed.")))
    heads = ("clause, and whose conduct", "from", "to", "through")
    rows = [_row(group, board.on, case, numbers) for group in alike(changed)]
    return element(
        "section",
        title,
        element(
            "table",
            element(
                "thead", element("tr", *(element("th", text(each), scope="col") for each in heads))
            ),
            element("tbody", *rows),
            class_="changes",
        ),
    )


def _row(group: Sequence[Change], on: date, case: Case, numbers: Numbers) -> Html:
    change = group[0]
    names = ", ".join(doer_name(each.doer, case) for each in group)
    causes = [element("li", _cause(cause, on, case, numbers)) for cause in change.causes]
    return element(
        "tr",
        element("th", element("span", text(change.clause), class_="nr"), text(names), scope="row"),
        element("td", state(change.before)),
        element("td", state(change.after)),
        element("td", element("ul", *causes, class_="causes")),
    )


def _cause(cause: Cause, on: date, case: Case, numbers: Numbers) -> Html:
    if cause.kind is CauseKind.DAY_PASSED and cause.day:
        ended = cause.rule in (DayRule.DEADLINE, DayRule.WINDOW)
        day = short_day(cause.day - timedelta(days=ended), on)
        return join((day, text(f": {told_rule(cause, case)}"), _said(cause, numbers)))
    if cause.kind is CauseKind.CASE_FILE:
        return text("the case's files changed")
    document = _document(cause.document, on, case) if cause.document else text("a document")
    if cause.kind is CauseKind.DECISION:
        return join((text(f"decision ({cause.by}) on "), document, _said(cause, numbers)))
    if cause.kind is CauseKind.READER:
        return join((text("another reading of "), document, _said(cause, numbers)))
    return join((document, text(_voices(cause.findings, case)), _said(cause, numbers)))


def _document(document: ReadDocument, on: date, case: Case) -> Html:
    outlet = case.outlets.name(document.outlet) if document.outlet else "unknown outlet"
    day = document.published or document.known_from
    undated = NOTHING if document.published else text("undated, known from ")
    name = anchor(document.url, text(outlet))
    title = join((text(", "), foreign(document.title))) if document.title else NOTHING
    return join((undated, short_day(day, on), text(" "), name, title))


def _voices(findings: Sequence[Finding], case: Case) -> str:
    """Tell who says what in a document: the first voices, and how many more."""
    told = list(
        dict.fromkeys(f"{voice_name(finding, case)}: {finding.says}" for finding in findings)
    )
    if not told:
        return ""
    more = f" and {len(told) - 2} more" if len(told) > 2 else ""
    return f", {'; '.join(told[:2])}{more}"


def _said(cause: Cause, numbers: Numbers) -> Html:
    """Refer to the words of a cause where the page prints them; else quote the first."""
    references = [numbers.reference(finding) for finding in cause.findings]
    printed = list(dict.fromkeys(each for each in references if each is not None))
    if printed:
        return join((text("\u00a0"), join(printed, " ")))
    if cause.findings:
        return join((text(" "), foreign(shortened(cause.findings[0].words))))
    return NOTHING
