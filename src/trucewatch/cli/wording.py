"""In which words something is told, and what an actor is called."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.options import case_folder, case_option, json_option
from trucewatch.cli.printer import print_json, print_rich, tell
from trucewatch.core.case import Case
from trucewatch.core.errors import InputError
from trucewatch.pipeline.record import open_record


@click.command(
    epilog="\b\nExamples:\n  trucewatch wording --case my-idlib\n"
    "  trucewatch wording ORIGIN --case my-idlib\n"
    "  trucewatch wording --actor hts --case my-idlib --json"
)
@click.argument("origin", required=False)
@click.option("--actor", metavar="ACTOR", help="what this actor is called: its id or name")
@case_option
@json_option
def wording(origin: str | None, actor: str | None, case: str | None, as_json: bool) -> None:
    """Lay the tellings of one speech act side by side, with the words that differ.

    ORIGIN is an origin's id, as `origins` and `why --json` print it; without it, all that several
    documents tell. With --actor: every name and label of that actor, and whose word it is.
    """
    if origin and actor:
        raise click.UsageError("ORIGIN and --actor ask for different things: give one of them")
    for words, what, command in ((origin, "ORIGIN", "origins"), (actor, "--actor", "check")):
        if words is not None and not words.strip():
            raise click.UsageError(f"{what} is empty: `trucewatch {command}` lists what it may be")
    folder = case_folder(case)
    if actor:
        _print_names(folder, actor, as_json)
    else:
        _print_wordings(folder, origin, as_json)


def _print_wordings(folder: Path, origin: str | None, as_json: bool) -> None:
    from trucewatch.join.wording import wordings
    from trucewatch.publish.wording_view import wording_json, wording_text

    record = open_record(folder)
    acts = wordings(record.findings)
    if origin:
        acts = tuple(act for act in acts if act.origin == origin)
        if not acts:
            known = any(finding.origin == origin for finding in record.findings)
            what = f"only one document tells {origin}" if known else f"no origin {origin}"
            raise InputError(what, mend="`trucewatch origins` lists what several documents tell")
    if as_json:
        print_json(wording_json(acts, record.case))
    else:
        print_rich(wording_text(acts, record.case))


def _print_names(folder: Path, actor: str, as_json: bool) -> None:
    from trucewatch.case.load import load_case
    from trucewatch.pipeline.naming import names_of_record
    from trucewatch.publish.wording_view import names_json, names_table

    case = load_case(folder)
    known = _actor(case, actor)
    names = names_of_record(folder, known)
    if as_json:
        print_json(names_json(names, case))
    elif names:
        print_rich(names_table(names, known, case))
    else:
        tell(f"No document of the record names {case.name(known)}.")


def _actor(case: Case, words: str) -> str:
    from trucewatch.review.coded import CaseNames

    known = CaseNames.of(case).actors.get(words.casefold())
    if known is None:
        raise InputError(
            f"the case knows no actor {words!r}", mend="`trucewatch check` lists them by side"
        )
    return known
