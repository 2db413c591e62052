"""Reading without storing: extract; and the schemas of what is promised: schema."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.options import DAY, case_folder, case_option, json_option, reader_options
from trucewatch.cli.printer import print_json, print_rich, tell
from trucewatch.core.case import Case

if TYPE_CHECKING:
    from trucewatch.pipeline.readers import ReaderChoice


@click.command(
    epilog="\b\nExamples:\n  trucewatch extract page.html --case idlib --json\n"
    "  trucewatch extract story.txt --published 2018-11-01 --outlet presstv --case idlib\n"
    "  trucewatch extract --lines in.jsonl --out out.jsonl --case idlib"
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--published", type=DAY, help="the day of publication, where the page does not say")
@click.option("--outlet", help="who published it: an outlet's id or name")
@click.option("--lines", type=click.Path(path_type=Path), help="read many, one JSON object a line")
@click.option("--out", type=click.Path(path_type=Path), help="write the readings of --lines here")
@reader_options
@case_option
@json_option
def extract(
    file: Path | None,
    published: date | None,
    outlet: str | None,
    lines: Path | None,
    out: Path | None,
    model: Path | None,
    rules: bool,
    threads: int,
    processes: int,
    case: str | None,
    as_json: bool,
) -> None:
    """Read one document, or many lines, and print what was read; nothing is stored."""
    if (file is None) == (lines is None):
        raise click.UsageError("give a FILE, or --lines with --out")
    if (lines is None) != (out is None):
        raise click.UsageError("--lines and --out go together")
    if lines is not None and (published or outlet):
        raise click.UsageError("with --lines, each line says its own `published` and `outlet`")
    if lines is None and processes > 1:
        raise click.UsageError("--processes is for --lines")
    from trucewatch.case.load import load_case
    from trucewatch.pipeline.readers import ReaderChoice

    loaded = load_case(case_folder(case))
    choice = ReaderChoice(model=model, threads=threads, rules=rules)
    if lines is not None and out is not None:
        _extract_lines(lines, out, loaded, choice, processes)
        return
    from trucewatch.pipeline.lines import extract_file
    from trucewatch.pipeline.read import public_form

    reading = extract_file(
        file or Path(), loaded, published=published, outlet=outlet, choice=choice
    )
    if as_json:
        print_json(public_form(reading, loaded))
    else:
        from trucewatch.publish.reading_text import reading_text

        print_rich(reading_text(reading, loaded))


def _extract_lines(
    lines: Path, out: Path, case: Case, choice: ReaderChoice, processes: int
) -> None:
    from trucewatch.cli.progress import counting
    from trucewatch.pipeline.lines import extract_lines

    with counting("read") as say:
        read, refused = extract_lines(lines, out, case, say, choice=choice, processes=processes)
    tell(f"{read + refused} lines given: {read} read, {refused} refused.")
    if not read:
        raise SystemExit(1)


@click.command(epilog="\b\nExample:\n  trucewatch schema board > board.schema.json")
@click.argument("name", type=click.Choice(["reading", "board", "why", "whole"]))
def schema(name: str) -> None:
    """Print the JSON Schema of a promised output; `whole` is that of `why whole`."""
    from trucewatch.publish.schema import schema as schema_of

    print_json(schema_of(name))
