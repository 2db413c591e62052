"""What goes into the record: add, code, overrule; and whether the ledger is whole: verify."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from trucewatch.cli.options import DAY, case_folder, case_option, json_option, reader_options
from trucewatch.cli.printer import tell
from trucewatch.core.errors import InputError

COLUMNS: Final = """\b
Columns of a sheet:
  clause     its number, or `whole`            duty       its id, if several
  doer       who is said to have done it, an id or name; empty: not named
  says       done, partly, not done, act, denies, no act, promise, refusal,
             postponement, not a breach
  from, to   the days it is about              said_on    the day it was said
  published  the day it was published          outlet     who published it
  chain      outlet < agency < first speaker   quote      the words, verbatim
  url        where they can be read            coder      who codes
  incident   one name for one act, in all reports of it
  origin     one name for one speech act, in all reports of it
  corrects   the origin of the word that this one takes back
  manner     direct, indirect or mixed         near       why it has no weight
  place, note, row   for people: kept in the ledger, on no board

\b
Examples:
  trucewatch code --template > sheet.csv
  trucewatch code sheet.csv"""
"""What `code --help` says of the sheet."""


@click.command(
    epilog="\b\nExamples:\n  trucewatch add reports/ --index reports/index.csv\n"
    "  trucewatch add story.html --published 2018-11-01 --outlet presstv"
)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--index", type=click.Path(path_type=Path), help="a sheet: file,outlet,published,url,title"
)
@click.option("--published", type=DAY, help="the day of publication, where the input does not say")
@click.option("--outlet", help="who published it: an outlet's id or name")
@reader_options
@case_option
def add(
    sources: tuple[str, ...],
    index: Path | None,
    published: date | None,
    outlet: str | None,
    model: Path | None,
    rules: bool,
    threads: int,
    processes: int,
    case: str | None,
) -> None:
    """Read reports into the record: files, folders, .jsonl. Adding them again changes nothing.

    With an --index alone, every file that it names is read; beside SOURCEs, it only tells of them what
    they do not say. What is refused is named and the rest is kept; a row that is refused exits with 1.
    """
    from trucewatch.cli.progress import counting
    from trucewatch.pipeline.add import Account, told_together
    from trucewatch.pipeline.add import add as add_sources
    from trucewatch.pipeline.readers import ReaderChoice
    from trucewatch.publish.escape import on_one_line
    from trucewatch.publish.phrases import number_of

    if not sources and index is None:
        raise click.UsageError("give a SOURCE: a file, a folder, a .jsonl, or an --index")
    account = Account()
    stopped = False
    try:
        with counting("reports") as say:
            add_sources(
                case_folder(case),
                sources,
                index=index,
                published=published,
                outlet=outlet,
                tell=say,
                account=account,
                choice=ReaderChoice(model=model, threads=threads, rules=rules),
                processes=processes,
            )
    except KeyboardInterrupt:
        stopped = True
    for note in told_together(account.warnings):
        tell(f"note: {on_one_line(note)}")
    for refusal in account.refused:
        tell(f"refused: {on_one_line(f'{refusal.source}: {refusal.reason}')}")
    tell(
        f"{account.given} given = {account.read} read + "
        f"{number_of(account.copies, 'copy')} + {len(account.refused)} refused"
    )
    if stopped:
        tell("Stopped: what was read so far is kept. The same command again does the rest.")
    unmet = any(refusal.row for refusal in account.refused)
    if stopped or unmet or (not account.read and not account.copies):
        raise SystemExit(1)


@click.command(epilog=COLUMNS)
@click.argument("sheet", type=click.Path(path_type=Path), required=False)
@click.option("--template", is_flag=True, help="print an empty sheet")
@case_option
def code(sheet: Path | None, template: bool, case: str | None) -> None:
    """Enter findings coded by people: one a row of SHEET (CSV, UTF-8)."""
    from trucewatch.review.sheet import TEMPLATE

    if template:
        click.echo(TEMPLATE.encode(), nl=False)
        return
    if sheet is None:
        raise click.UsageError("give a SHEET, or --template")
    from trucewatch.pipeline.enter import enter_sheet
    from trucewatch.publish.escape import on_one_line
    from trucewatch.publish.phrases import number_of

    rows, new = enter_sheet(
        case_folder(case), sheet, remark=lambda words: tell(f"note: {on_one_line(words)}")
    )
    tell(f"{number_of(rows, 'row')} read: {new} entered, {rows - new} entered before.")


@click.command(
    epilog="\b\nExample:\n  trucewatch overrule r1a2b3c4d5 --as 'no act' --because 'misread' --by 'A. Coder'"
)
@click.argument("finding")
@click.option("--as", "says", required=True, help="what it says, or `nothing`")
@click.option("--because", required=True, help="the reason")
@click.option("--by", required=True, help="who decides")
@case_option
def overrule(finding: str, says: str, because: str, by: str, case: str | None) -> None:
    """Set a finding right, as a decision in the ledger. `why` prints each FINDING's id."""
    from trucewatch.pipeline.enter import enter_decision

    finding = finding.strip("[] ")  # as `why` prints it
    number = enter_decision(case_folder(case), finding, says, because, by)
    tell(f"Entered as decision {number}: {finding} says {says}.")


@click.command(epilog="\b\nExample:\n  trucewatch verify --case my-idlib --checkpoint N:HASH")
@case_option
@click.option("--checkpoint", metavar="N:HASH", help="a checkpoint printed earlier")
@json_option
def verify(case: str | None, checkpoint: str | None, as_json: bool) -> None:
    """Check that the ledger is whole, and print its checkpoint."""
    from trucewatch.cli.printer import print_json
    from trucewatch.ledger.verify import verify as verify_ledger
    from trucewatch.pipeline.record import LEDGER

    path = case_folder(case) / LEDGER
    if not path.exists():
        raise InputError("this case has no ledger yet", mend="`add` or `code` begin one")
    found = verify_ledger(path, checkpoint)
    faults = [{"entry": fault.entry, "what": fault.what} for fault in found.faults]
    if as_json:
        print_json({"ok": found.ok, "checkpoint": found.checkpoint, "faults": faults})
    else:
        for fault in faults:
            where = f"entry {fault['entry']}" if fault["entry"] is not None else "the file"
            tell(f"{where}: {fault['what']}")
        click.echo(f"{'Whole' if found.ok else 'NOT whole'}: {found.entries} entries")
        click.echo(f"checkpoint {found.checkpoint}")
    if not found.ok:
        raise SystemExit(1)
