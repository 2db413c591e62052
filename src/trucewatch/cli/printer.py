"""The one place that writes to the terminal."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPED_WIDTH: Final = 120
"""Columns where the output is no terminal."""


def print_json(value: object) -> None:
    """Print plain values as JSON, in UTF-8 on every system."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def print_rich(*renderables: RenderableType) -> None:
    """Print tables and styled text; without colour where the output is no terminal."""
    terminal = console()
    for renderable in renderables:
        terminal.print(renderable, highlight=False, markup=False, emoji=False, soft_wrap=False)


def console(*, stderr: bool = False) -> Console:
    """Make the console to print on."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(file=stream, width=width, legacy_windows=False)


def tell(words: str) -> None:
    """Tell something beside the result, on standard error."""
    from trucewatch.publish.escape import for_terminal

    click.echo(for_terminal(words), err=True)
