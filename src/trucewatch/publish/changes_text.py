"""What changed between two boards, for people at a terminal, and in the words of a page."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from rich.text import Text

from trucewatch.core.case import Case
from trucewatch.core.change import Cause, CauseKind, Change, DayRule, LineState
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board
from trucewatch.publish.board_table import STYLES
from trucewatch.publish.escape import link, on_one_line
from trucewatch.publish.phrases import carried, doer_name, link_name, number_of

RULES: Final = {
    DayRule.START: "the duty began",
    DayRule.DEADLINE: "the deadline passed",
    DayRule.AMENDMENT: "the parties agreed on another deadline",
    DayRule.WINDOW: "the window ended of",
    DayRule.WORD: "the day came of",
}
"""What each rule says of its day; the last two go on with the word."""


def alike(changed: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Put together the changes of doers of one duty that are the same and have the same causes."""
    groups: dict[Hashable, list[Change]] = {}
    for change in changed:
        causes = tuple(
            (
                cause.kind,
                cause.day,
                cause.rule,
                cause.by,
                cause.turned_to,
                cause.document,
                tuple(sorted((finding.document, finding.words) for finding in cause.findings)),
            )
            for cause in change.causes
        )
        groups.setdefault((change.duty, change.before, change.after, causes), []).append(change)
    return [tuple(group) for group in groups.values()]


def changes_text(changed: Sequence[Change], earlier: Board, later: Board, case: Case) -> Text:
    """Tell every change with its causes, clause by clause."""
    titles = {clause.id: clause.title for clause in case.agreement.clauses}
    text = Text(on_one_line(case.agreement.title), style="bold")
    text.append(f"\nFrom {_as_seen(earlier)} to {_as_seen(later)}: ", style="not bold")
    text.append(f"{number_of(len(changed), 'line')} changed.\n", style="not bold")
    for clause, groups in groupby(alike(changed), key=lambda group: group[0].clause):
        title = on_one_line(titles.get(clause, "no longer in the case's file"))
        text.append(f"\n{clause}  {title}\n")
        for group in groups:
            _append_group(text, group, case)
    return text


def _as_seen(board: Board) -> str:
    if board.known == board.on:
        return str(board.on)
    return f"{board.on} ({f'as known on {board.known}' if board.known else 'everything known'})"


def _append_group(text: Text, group: Sequence[Change], case: Case) -> None:
    names = ", ".join(doer_name(change.doer, case) for change in group)
    text.append(f"   {on_one_line(names)}: ", style="not bold")
    text.append_text(_state(group[0].before))
    text.append(" -> ", style="not bold")
    text.append_text(_state(group[0].after))
    text.append("\n")
    for cause in group[0].causes:
        text.append(f"     {told_cause(cause, case)}\n", style="not bold")
        _append_words(text, cause)
        if cause.document and (url := link(cause.document.url)):
            text.append(f"       {url}\n", style="not bold dim")


def _state(state: LineState) -> Text:
    text = Text(state.status, style=f"not bold {STYLES[state.status]}")
    if state.standing:
        text.append(f", {carried(state)}", style="not bold default")
    return text


def _append_words(text: Text, cause: Cause) -> None:
    words = list(dict.fromkeys(finding.words for finding in cause.findings))
    if words:
        more = f", and {number_of(len(words) - 1, 'word')} more" if len(words) > 1 else ""
        text.append(f"       “{on_one_line(words[0])}”{more}\n", style="not bold")


def told_cause(cause: Cause, case: Case) -> str:
    """Tell a cause on one line, without the words it rests on."""
    if cause.kind is CauseKind.DAY_PASSED and cause.rule:
        return on_one_line(f"{last_day(cause)}: {told_rule(cause, case)}")
    if cause.kind is CauseKind.CASE_FILE:
        return on_one_line(f"the case's files changed{f': {cause.by}' if cause.by else ''}")
    if cause.kind is CauseKind.DECISION:
        return on_one_line(f"a decision ({cause.by}) on {told_document(cause.document, case)}")
    if cause.kind is CauseKind.READER:
        return f"another reading of {told_document(cause.document, case)}"
    return told_document(cause.document, case)


def last_day(cause: Cause) -> str:
    """Give the day that a rule names: a deadline or window's last, any other's first."""
    if cause.day is None:
        return "an unknown day"
    return str(cause.day - timedelta(days=cause.rule in (DayRule.DEADLINE, DayRule.WINDOW)))


def told_rule(cause: Cause, case: Case) -> str:
    """Tell by which rule a day changed a line, and whose word it ended or began."""
    rule = RULES[cause.rule] if cause.rule else "a day passed"
    if cause.rule in (DayRule.WINDOW, DayRule.WORD):
        return f"{rule} {_whose(cause.findings, case)}"
    return rule


def _whose(findings: Sequence[Finding], case: Case) -> str:
    voices = list(dict.fromkeys(voice_name(finding, case) for finding in findings))
    if not voices:
        return "a word"
    more = f" and {len(voices) - 1} more" if len(voices) > 1 else ""
    return f"a word by {voices[0]}{more}"


def voice_name(finding: Finding, case: Case) -> str:
    """Name whose word a finding is: a voice that the case does not know by the chain's last link."""
    if finding.voice is None:
        return "nobody named"
    if finding.speaker is None:
        return "an unnamed source"
    name = case.name(finding.voice)
    if name == finding.voice and finding.chain:
        name = link_name(finding.chain[-1], case)
    return f"an unnamed source of {name}" if finding.unnamed else name


def told_document(document: ReadDocument | None, case: Case) -> str:
    """Name a document: its outlet, its day, its title where it is known."""
    if document is None:
        return "a document"
    outlet = case.outlets.name(document.outlet) if document.outlet else "an unknown outlet"
    day = document.published or f"undated, known from {document.known_from}"
    title = f", {document.title}" if document.title else ""
    return on_one_line(f"{outlet}, {day}{title}")
