"""The program's name, its commands, and how errors are told."""

from __future__ import annotations

import importlib
import sys
from typing import Final

import click

from trucewatch import __version__
from trucewatch.core.errors import TrucewatchError

COMMANDS: Final = {
    "demo": "demo",
    "new": "case",
    "check": "case",
    "gazetteer": "gazetteer",
    "add": "enter",
    "code": "enter",
    "overrule": "enter",
    "extract": "read",
    "board": "board",
    "why": "board",
    "origins": "groups",
    "incidents": "groups",
    "wording": "wording",
    "recount": "recount",
    "diff": "board",
    "publish": "publish",
    "schema": "read",
    "verify": "enter",
}
"""Each command and the module that holds it, in the order of `--help`."""


class Commands(click.Group):
    """Commands whose modules are imported only when they are wanted: start-up stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names in the order of the flow."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"trucewatch.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands with one line each, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


SUMMARIES: Final = {
    "demo": "the whole thing on the built-in case: reads, board, one why",
    "new": "start a case folder, or copy a built-in case",
    "check": "is a case sound? prints the sides in one table",
    "gazetteer": "further places of a case: list them, add a country's file of GeoNames",
    "add": "read reports into the record: files, folders, .jsonl",
    "code": "enter findings coded by people in a sheet",
    "overrule": "set a finding right, as a decision in the ledger",
    "extract": "read one document and print what it says; nothing is stored",
    "board": "the status of every clause and doer on a date",
    "why": "what a status rests on: every word, chain and link",
    "origins": "what was taken for one speech act, and why",
    "incidents": "which reports were taken for one act",
    "wording": "the words that tellings of one speech act change; what an actor is called",
    "recount": "a claimed total against the sum of the bulletins under it",
    "diff": "what changed between two dates, and because of what",
    "publish": "write the record out: html (one page), csv",
    "schema": "the JSON Schema of reading, board, why or whole (`why whole`)",
    "verify": "is the ledger whole?",
}


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  trucewatch demo        Then:  trucewatch new mycase --from idlib",
)
@click.version_option(__version__, prog_name="trucewatch")
def trucewatch() -> None:
    """Keep the record of a ceasefire from news reports: cited, clause by clause, day by day."""


def main() -> None:
    """Run the program; errors are told in one sentence on standard error, with exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        trucewatch.main(prog_name="trucewatch")
    except TrucewatchError as error:
        from trucewatch.publish.escape import for_terminal

        click.echo(f"trucewatch: {for_terminal(str(error))}", err=True)
        sys.exit(1)
    except OSError as error:
        if error.filename is not None:
            raise
        click.echo(f"trucewatch: the answer cannot be written: {error.strerror}", err=True)
        sys.exit(1)
