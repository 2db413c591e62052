"""The further places of a case: gazetteer, gazetteer add."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.options import case_folder, case_option
from trucewatch.cli.printer import tell


@click.group(
    invoke_without_command=True,
    subcommand_metavar="[add FILE...]",
    epilog="\b\nExamples:\n  trucewatch gazetteer add SY.zip --case my-idlib\n"
    "  trucewatch gazetteer --case my-idlib",
)
@case_option
@click.pass_context
def gazetteer(context: click.Context, case: str | None) -> None:
    """List the countries whose places a case's gazetteer holds; `add` puts one in.

    Its places are taken where the case's own places.csv knows no such name, and before the world's.
    """
    context.obj = case
    if context.invoked_subcommand is not None:
        return
    from trucewatch.case.gazetteer import FileGazetteer
    from trucewatch.case.load import load_case
    from trucewatch.publish.escape import on_one_line

    held = load_case(case_folder(case)).places.gazetteer
    if not isinstance(held, FileGazetteer):
        tell("This case has no gazetteer. `trucewatch gazetteer add FILE` begins one.")
        return
    for note in held.notes():
        click.echo(on_one_line(note))


@gazetteer.command(
    epilog="\b\nExample:\n  trucewatch gazetteer add SY.zip --case my-idlib\n\n"
    "A country's file is at download.geonames.org/export/dump under its two letters."
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@case_option
@click.pass_context
def add(context: click.Context, files: tuple[Path, ...], case: str | None) -> None:
    """Add countries' files of GeoNames, .zip or .txt; one that is there already is replaced."""
    from trucewatch.case.gazetteer_add import add_to_gazetteer
    from trucewatch.cli.progress import counting
    from trucewatch.publish.phrases import number_of

    folder = case_folder(case if case is not None else context.obj)
    with counting("rows") as say:
        added = add_to_gazetteer(folder, files, say)
    for one in added:
        left = number_of(one.read - one.kept, "row")
        tell(f"{one.country}: {number_of(one.kept, 'place')} kept, {left} of other kinds left out.")
    tell(
        "The places are GeoNames' (geonames.org), CC BY 4.0: name it where you publish "
        "what rests on them."
    )
