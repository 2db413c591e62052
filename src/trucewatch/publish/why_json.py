"""Why a line has its status, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, ClauseLine, Line
from trucewatch.publish.board_json import board_json, finding_json

SCHEMA: Final = "trucewatch/why/1"
WHOLE_SCHEMA: Final = "trucewatch/whole/1"


def why_json(
    board: Board, clause: ClauseLine, lines: Sequence[Line], case: Case, read: ReadDays
) -> dict[str, Any]:
    """Give the lines of a clause with every finding weighed, shown, near or read differently."""
    whole = board_json(board, case, read)
    told = next(each for each in whole["clauses"] if each["clause"] == clause.clause)
    wanted = {(line.duty, line.doer): line for line in lines}
    duties = []
    for duty in told["duties"]:
        line = wanted.get((duty["duty"], duty["doer"]))
        if line is not None:
            duties.append(duty | _findings(line, case))
    keys = ("case", "on", "known", "window")
    return {"schema": SCHEMA, **{key: whole[key] for key in keys}, **told, "duties": duties}


def _findings(line: Line, case: Case) -> dict[str, list[dict[str, Any]]]:
    def listed(findings: Sequence[Finding]) -> list[dict[str, Any]]:
        ordered = sorted(findings, key=lambda item: (item.uttered, item.origin, item.id))
        return [finding_json(finding, case) for finding in ordered]

    return {
        "lesser": listed(line.lesser_words),
        "better": listed(line.better_words),
        "shown": listed(line.shown),
        "read_differently": listed(line.read_differently),
        "near": listed(line.near),
    }


def whole_json(board: Board, case: Case) -> dict[str, Any]:
    """Give the words on the agreement as a whole: a row of their own, without weight."""
    return {
        "schema": WHOLE_SCHEMA,
        "case": board.case,
        "on": board.on.isoformat(),
        "known": board.known.isoformat() if board.known else None,
        "window": board.window,
        "findings": [finding_json(finding, case) for finding in board.whole],
    }
