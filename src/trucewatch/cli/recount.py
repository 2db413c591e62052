"""A claimed total against the bulletins under it: recount."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from trucewatch.cli.options import DAY, case_folder, case_option, json_option, known_option
from trucewatch.cli.printer import print_json, print_rich, tell
from trucewatch.core.errors import InputError
from trucewatch.core.when import Period

if TYPE_CHECKING:
    from trucewatch.core.case import Case
    from trucewatch.pipeline.recount import RecordRecounted


@click.command(
    epilog="\b\nExamples:\n  trucewatch recount --case my-idlib\n"
    "  trucewatch recount --by russian_mod --from 2018-10-01 --to 2018-10-31\n"
    "  trucewatch recount --known 2018-11-01 --counts killed --json"
)
@click.option(
    "--counts", default="violations", metavar="WHAT", help="what is counted  [violations]"
)
@click.option("--by", metavar="ACTOR", help="only counts of this voice: its id or name")
@click.option("--from", "first", type=DAY, help="only totals of these days: the first")
@click.option("--to", "last", type=DAY, help="the last of these days")
@known_option
@case_option
@json_option
def recount(
    counts: str,
    by: str | None,
    first: date | None,
    last: date | None,
    known: date | None,
    case: str | None,
    as_json: bool,
) -> None:
    """Set each claimed total against the sum of the same voice's bulletins of its days.

    A zero that was told counts as zero; a day without a bulletin is unknown, and never zero. With
    --from and --to, each voice's bulletins of these days are added up too. Voices stay apart.
    """
    from trucewatch.case.load import load_case
    from trucewatch.pipeline.recount import recount_record
    from trucewatch.publish.recount_view import recount_views, recounts_json

    if first and last and last < first:
        raise click.UsageError(f"--to ({last}) is before --from ({first})")
    folder = case_folder(case)
    loaded = load_case(folder)
    asked = Period(first, last) if first or last else None
    found = recount_record(folder, loaded, counts, asked, known)
    if by is not None:
        found = _only(found, by, loaded)
    if as_json:
        print_json(recounts_json(found.recounts, loaded))
        return
    print_rich(*recount_views(found.recounts, loaded))
    if not found.recounts:
        tell(_nothing(found, counts, known))
    if found.undated and by is None:
        tell(f"Not placed, for want of a day: {found.undated} more.")


def _only(found: RecordRecounted, by: str, case: Case) -> RecordRecounted:
    """Keep the recounts of one voice, and of the bodies of which it is the whole."""
    from trucewatch.review.coded import CaseNames

    actor = CaseNames.of(case).actors.get(by.casefold())
    name = f"name:{by}".casefold()
    if actor is None and not any(name == each.casefold() for each in found.voices):
        raise InputError(
            f"the case knows no actor {by!r}", mend="`trucewatch check` lists them by side"
        )
    kept = tuple(
        each
        for each in found.recounts
        if each.voice is not None
        and (each.voice.casefold() == name or (actor and actor in case.actors.bodies(each.voice)))
    )
    return replace(found, recounts=kept)


def _nothing(found: RecordRecounted, counts: str, known: date | None) -> str:
    by_then = f" by {known}" if known else ""
    if counts in found.seen:
        return f"No total of {counts} is claimed of these days{by_then}."
    told = f"It counts {', '.join(found.seen)}." if found.seen else "It counts nothing."
    published = f" published{by_then}" if known else ""
    return f"No document of the record{published} counts {counts}. {told}"
