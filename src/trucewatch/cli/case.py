"""Cases: new, check."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.printer import print_rich, tell


@click.command(
    epilog="\b\nExamples:\n  trucewatch new truce\n  trucewatch new truce --country YE\n"
    "  trucewatch new my-idlib --from idlib"
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "built_in", metavar="NAME", help="copy this built-in case")
@click.option(
    "--country", metavar="CODE", help="begin with this country's places and parties: YE, or a name"
)
def new(folder: Path, built_in: str | None, country: str | None) -> None:
    """Start a case: a folder of commented files, or a copy of a built-in case without reports."""
    from trucewatch.case.new import new_case

    if built_in is not None and country is not None:
        raise click.UsageError("give --from or --country, not both")
    if country is not None:
        from trucewatch.pipeline.begin import begin_case

        begin_case(folder, country)
    else:
        new_case(folder, built_in)
    named = f'"{folder}"' if " " in str(folder) else folder
    tell(f"{folder} holds a new case. `trucewatch check {named}` says what it still needs.")


@click.command(epilog="\b\nExamples:\n  trucewatch check my-idlib\n  trucewatch check idlib")
@click.argument("case", required=False)
def check(case: str | None) -> None:
    """Say whether a case is sound, and print its sides in one table.

    CASE is a folder or a built-in case's name [default: the folder one stands in].
    """
    from trucewatch.case.check import check as check_case
    from trucewatch.case.load import load_case, problems
    from trucewatch.cli.options import case_folder
    from trucewatch.publish.case_table import remarks_text, sides_table

    folder = case_folder(case)
    found = problems(folder)
    if found:
        for problem in found:
            tell(str(problem))
        raise SystemExit(1)
    loaded = load_case(folder)
    print_rich(sides_table(loaded), remarks_text(check_case(loaded)))
