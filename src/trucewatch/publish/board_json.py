"""The board as JSON: a promise to scripts, stable in order, described by a schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Board, Carried, ClauseLine, Line
from trucewatch.core.when import edtf
from trucewatch.publish.silence import silence_of

SCHEMA: Final = "trucewatch/board/1"


def board_json(board: Board, case: Case, read: ReadDays) -> dict[str, Any]:
    """Give the board as plain values; `read` are the days of the documents read by the board's day."""
    duties = case.agreement.duties_by_id()
    looked = read.within(board.window)
    titles = {clause.id: clause.title for clause in case.agreement.clauses}
    return {
        "schema": SCHEMA,
        "case": board.case,
        "on": board.on.isoformat(),
        "known": _day(board.known),
        "window": board.window,
        "whole": [finding_json(finding, case) for finding in board.whole],
        "clauses": [
            {
                "clause": line.clause,
                "title": titles[line.clause],
                "status": line.status,
                **_standing(line),
                "by": list(line.by),
                "duties": [
                    {**_duty(each, duties[each.duty], read, line), "read": looked}
                    for each in line.lines
                ],
            }
            for line in board.clauses
        ],
    }


def _duty(line: Line, duty: Duty, read: ReadDays, clause: ClauseLine) -> dict[str, Any]:
    return {
        "duty": line.duty,
        "owed_by": list(duty.owed_by),
        "doer": line.doer,
        "status": line.status if clause.status is not None else None,
        **_standing(line),
        "rule": line.rule,
        "heard": line.heard,
        "since": _day(line.since),
        "last": _day(line.last),
        "silence": _silence(line, duty, read, clause),
        "acts": line.acts,
        "last_act": _day(line.last_act),
        "counts": asdict(line.counts),
    }


def _silence(line: Line, duty: Duty, read: ReadDays, clause: ClauseLine) -> dict[str, Any] | None:
    silence = silence_of(line, duty, read) if clause.status is not None else None
    if silence is None:
        return None
    return {"since": _day(silence.since), "days": silence.days, "read": silence.read}


def _standing(line: Line | ClauseLine) -> dict[str, Any]:
    return {
        "standing": line.standing.standing if line.standing else None,
        "unnamed": _unnamed(line.standing),
        "better_standing": line.better.standing if line.better else None,
    }


def _unnamed(carried: Carried | None) -> bool:
    return carried.unnamed if carried else False


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def finding_json(finding: Finding, case: Case) -> dict[str, Any]:
    """Give a finding as plain values, with the case's neutral names beside the ids."""
    name: Callable[[str], str] = case.name
    return {
        "id": finding.id,
        "duty": finding.duty,
        "doer": finding.doer,
        "by_name": finding.by_name,
        "says": finding.says,
        "form": finding.form,
        "days": edtf(finding.days) if finding.days else None,
        "said_on": _day(finding.said_on),
        "published": _day(finding.published),
        "voice": finding.voice,
        "voice_name": name(finding.voice) if finding.voice else None,
        "unnamed": finding.unnamed,
        "chain": [{"id": link, "name": name(link)} for link in finding.chain],
        "origin": finding.origin,
        "incident": finding.incident,
        "document": finding.document,
        "outlet": finding.outlet,
        "url": finding.url,
        "quote": _quote(finding),
        "near": list(finding.near),
        "coder": finding.coder,
    }


def _quote(finding: Finding) -> dict[str, Any]:
    span = finding.span
    start, end = (span.start, span.end) if span else (None, None)
    return {"start": start, "end": end, "text": finding.words}
