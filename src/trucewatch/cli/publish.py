"""The record written out for others: publish."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import click

from trucewatch.cli.options import DAY, case_folder, case_option, dates_options
from trucewatch.cli.printer import tell
from trucewatch.core.errors import InputError
from trucewatch.pipeline.record import CaseRecord, open_record

FORMATS = ("html", "csv")


@click.command(
    epilog="\b\nExamples:\n  trucewatch publish --format html --on 2018-10-16 --since 2018-10-09\n"
    "  trucewatch publish --format csv --known 2018-10-16 --out - | head"
)
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="what to write")
@case_option
@dates_options
@click.option("--since", type=DAY, help="html: changes since this day  [default: a window before]")
@click.option(
    "--out", metavar="FILE", help="the file to write, `-` for standard output  [default: by name]"
)
def publish(
    form: str,
    case: str | None,
    on: date | None,
    known: date | None,
    since: date | None,
    out: str | None,
) -> None:
    """Write the record out: html, one page to read and print; csv, one finding a row."""
    record = open_record(case_folder(case))
    for remark in record.remarks:
        tell(f"not used: {remark}")
    day = on or record.last_day()
    if form == "html":
        content = _html(record, day, known, since)
    elif since is not None:
        raise click.UsageError("--since is for --format html")
    else:
        content = _csv(record, on, known)
    _write(content, out, f"trucewatch-{_plain(record.case.id)}-{day}.{form}")


def _html(record: CaseRecord, on: date, known: date | None, since: date | None) -> bytes:
    from trucewatch.pipeline.compare import compare
    from trucewatch.publish.page.report import html_report

    first = since or on - timedelta(days=record.case.agreement.window)
    if first > on:
        raise click.UsageError(f"--since ({first}) is after the board's day ({on})")
    earlier, later, changed = compare(record, first, on, known)
    page = html_report(
        later,
        earlier,
        record.case,
        changed,
        record.documents,
        refused=record.refused,
        figures=record.rivals,
    )
    return page.encode("utf-8", "replace")


def _csv(record: CaseRecord, on: date | None, known: date | None) -> bytes:
    from trucewatch.publish.csv_sheet import csv_sheet

    return csv_sheet(record.findings, record.case, on, known)


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", name)


def _write(content: bytes, out: str | None, default: str) -> None:
    if out == "-":
        click.echo(content, nl=False)
        return
    path = Path(out or default)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            where=str(path),
            mend="Give another --out",
        ) from error
    tell(f"Written: {path}")
