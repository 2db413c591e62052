"""The board and why it is so: board, why, origins, incidents, diff."""

from __future__ import annotations

from datetime import date

import click

from trucewatch.cli.options import DAY, case_folder, case_option, dates_options, json_option
from trucewatch.cli.printer import print_json, print_rich, tell
from trucewatch.core.errors import InputError
from trucewatch.core.finding import WHOLE
from trucewatch.core.status import Board, ClauseLine, Line
from trucewatch.pipeline.record import CaseRecord, open_record


@click.command(
    epilog="\b\nExamples:\n  trucewatch board --case idlib --on 2018-10-16\n"
    "  trucewatch board --on 2018-10-16 --known 2018-10-16 --json"
)
@case_option
@dates_options
@json_option
def board(case: str | None, on: date | None, known: date | None, as_json: bool) -> None:
    """Show the status of every clause and doer on a date."""
    record, day = _record(case, on, as_json)
    judged, read = record.board(day, known), record.read_days(day, known)
    if as_json:
        from trucewatch.publish.board_json import board_json

        print_json(board_json(judged, record.case, read))
    else:
        from trucewatch.publish.board_table import board_table

        print_rich(board_table(judged, record.case, read))


@click.command(
    epilog="\b\nExamples:\n  trucewatch why 6 --on 2018-10-16\n"
    "  trucewatch why 6 --by ACTOR\n  trucewatch why whole"
)
@click.argument("clause")
@click.option("--by", "doer", metavar="DOER", help="one doer: an actor's id or name")
@case_option
@dates_options
@json_option
def why(
    clause: str,
    doer: str | None,
    case: str | None,
    on: date | None,
    known: date | None,
    as_json: bool,
) -> None:
    """Show what a status rests on: the rule, every word for and against, and the near ones.

    CLAUSE is a clause's number, or `whole` for words on the agreement as a whole.
    """
    record, day = _record(case, on, as_json)
    judged, read = record.board(day, known), record.read_days(day, known)
    if clause == WHOLE:
        _print_whole(judged, record, as_json)
        return
    found = _clause(judged, clause)
    lines = _lines(found, doer, record)
    if as_json:
        from trucewatch.publish.why_json import why_json

        print_json(why_json(judged, found, lines, record.case, read))
    else:
        from trucewatch.publish.why_text import why_text

        print_rich(why_text(judged, found, lines, record.case, read))


def _record(case: str | None, on: date | None, as_json: bool) -> tuple[CaseRecord, date]:
    record = open_record(case_folder(case))
    for remark in record.remarks:
        tell(f"not used: {remark}")
    if not record.documents and not as_json:
        tell("The record is empty: nothing has been added or coded yet.")
    return record, on or record.last_day()


def _print_whole(judged: Board, record: CaseRecord, as_json: bool) -> None:
    if as_json:
        from trucewatch.publish.why_json import whole_json

        print_json(whole_json(judged, record.case))
    else:
        from trucewatch.publish.why_text import whole_text

        print_rich(whole_text(judged, record.case))


def _clause(judged: Board, clause: str) -> ClauseLine:
    for line in judged.clauses:
        if line.clause == clause:
            return line
    known = ", ".join(line.clause for line in judged.clauses)
    raise InputError(f"the agreement has no clause {clause!r}", mend=f"It has {known}, and `whole`")


def _lines(clause: ClauseLine, doer: str | None, record: CaseRecord) -> list[Line]:
    if doer is None:
        return list(clause.lines)
    from trucewatch.publish.phrases import DOER_NOT_NAMED, doer_name
    from trucewatch.review.coded import CaseNames

    known = CaseNames.of(record.case).actors.get(doer.casefold())
    unnamed = doer.casefold() in (DOER_NOT_NAMED, "unnamed")
    lines = [line for line in clause.lines if line.doer == known and (known or unnamed)]
    if not lines:
        names = ", ".join(doer_name(line.doer, record.case) for line in clause.lines)
        raise InputError(f"clause {clause.clause} has no line for {doer!r}", mend=f"It has {names}")
    return lines


@click.command(epilog="\b\nExample:\n  trucewatch diff --from 2018-10-09 --to 2018-10-16")
@click.option("--from", "first", type=DAY, required=True, help="the earlier day")
@click.option("--to", "last", type=DAY, required=True, help="the later day")
@case_option
@json_option
def diff(first: date, last: date, case: str | None, as_json: bool) -> None:
    """Show what changed between two days, each as it was seen then, and because of what."""
    if last < first:
        raise click.UsageError(f"--from ({first}) is after --to ({last})")
    from trucewatch.pipeline.compare import compare

    record, _ = _record(case, last, as_json)
    earlier, later, changed = compare(record, first, last, last)
    if as_json:
        from trucewatch.publish.changes_json import changes_json

        print_json(changes_json(changed, earlier, later, record.case))
    else:
        from trucewatch.publish.changes_text import changes_text

        print_rich(changes_text(changed, earlier, later, record.case))
