"""What changed between two boards, as JSON: stable in order, versioned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from trucewatch.core.case import Case
from trucewatch.core.change import Cause, Change, LineState
from trucewatch.core.document import ReadDocument
from trucewatch.core.status import Board
from trucewatch.publish.board_json import finding_json

SCHEMA: Final = "trucewatch/diff/1"


def changes_json(
    changed: Sequence[Change], earlier: Board, later: Board, case: Case
) -> dict[str, Any]:
    """Give the changes as plain values, in the order of the agreement."""
    return {
        "schema": SCHEMA,
        "case": later.case,
        "from": {"on": earlier.on.isoformat(), "known": _day(earlier.known)},
        "to": {"on": later.on.isoformat(), "known": _day(later.known)},
        "changes": [
            {
                "clause": change.clause,
                "duty": change.duty,
                "doer": change.doer,
                "before": _state(change.before),
                "after": _state(change.after),
                "causes": [_cause(cause, case) for cause in change.causes],
            }
            for change in changed
        ],
    }


def _state(state: LineState) -> dict[str, Any]:
    return {
        "status": state.status,
        "standing": state.standing.standing if state.standing else None,
        "unnamed": state.standing.unnamed if state.standing else False,
        "better_standing": state.better.standing if state.better else None,
    }


def _cause(cause: Cause, case: Case) -> dict[str, Any]:
    return {
        "kind": cause.kind,
        "day": _day(cause.day),
        "rule": cause.rule,
        "by": cause.by,
        "turned_to": _state(cause.turned_to),
        "document": _document(cause.document, case) if cause.document else None,
        "findings": [finding_json(finding, case) for finding in cause.findings],
    }


def _document(document: ReadDocument, case: Case) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "outlet_name": case.outlets.name(document.outlet) if document.outlet else None,
        "published": _day(document.published),
        "url": document.url,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
