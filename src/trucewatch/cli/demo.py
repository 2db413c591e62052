"""The whole thing on the built-in case: demo."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.options import DAY, reader_options
from trucewatch.cli.printer import print_rich, tell
from trucewatch.pipeline.record import CaseRecord, open_record

if TYPE_CHECKING:
    from trucewatch.pipeline.readers import ReaderChoice


@click.command(
    epilog="\b\nExamples:\n  trucewatch demo\n  trucewatch demo --coded --on 2018-10-18\n"
    "  trucewatch demo --keep my-demo"
)
@click.option("--coded", is_flag=True, help="show the record coded by hand instead of the reports")
@click.option("--on", type=DAY, help="the board's day  [default: the day with most to show]")
@click.option("--keep", type=click.Path(path_type=Path), help="keep the case in this new folder")
@reader_options
def demo(
    coded: bool,
    on: date | None,
    keep: Path | None,
    model: Path | None,
    rules: bool,
    threads: int,
    processes: int,
) -> None:
    """Show the whole thing on the built-in case: reading, the board, one why."""
    from trucewatch.pipeline.readers import ReaderChoice

    choice = ReaderChoice(model=model, threads=threads, rules=rules)
    if keep is not None:
        _show(keep, coded, on, choice, processes)
        tell(f"\nThe case stays in {keep}. Go on with: trucewatch why 6 --case {keep}")
        return
    with tempfile.TemporaryDirectory(prefix="trucewatch-", ignore_cleanup_errors=True) as folder:
        _show(Path(folder) / "demo", coded, on, choice, processes)


def _show(folder: Path, coded: bool, on: date | None, choice: ReaderChoice, processes: int) -> None:
    from trucewatch.pipeline.demo import code_demo, read_demo, telling_day

    if coded:
        tell(f"{code_demo(folder)} findings coded by hand were entered.")
    else:
        from trucewatch.cli.progress import counting

        tell("Reading the demo's reports ...")
        with counting("reports") as say:
            account = read_demo(folder, say, choice=choice, processes=processes)
        tell(f"{account.read} reports read, {len(account.refused)} refused.\n")
    record = open_record(folder)
    _print(record, on or telling_day(record))


def _print(record: CaseRecord, on: date) -> None:
    from trucewatch.pipeline.demo import telling_line
    from trucewatch.publish.board_table import board_table
    from trucewatch.publish.phrases import doer_name
    from trucewatch.publish.why_text import why_text

    board, read = record.board(on), record.read_days(on)
    print_rich(board_table(board, record.case, read))
    found = telling_line(board)
    if found is not None:
        clause, line = found
        name = doer_name(line.doer, record.case)
        click.echo(f"\nWhy? trucewatch why {clause.clause} --by '{name}' --on {on}\n")
        print_rich(why_text(board, clause, [line], record.case, read))
