"""The one place that writes to the terminal."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

PIPED_WIDTH: Final = 120
"""Columns where the output is no terminal."""

NARROWEST: Final = 30
"""Columns that a line's words must have left, for the line to go on below where it began."""


def print_json(value: object) -> None:
    """Print plain values as JSON, in UTF-8 on every system."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def print_rich(*renderables: RenderableType) -> None:
    """Print tables and styled text; without colour where the output is no terminal.

    A line of text that is too long goes on below where it began, not at the margin.
    """
    from rich.text import Text

    terminal = console()
    for renderable in renderables:
        if isinstance(renderable, Text):
            renderable = hanging(renderable, terminal)
        terminal.print(renderable, highlight=False, markup=False, emoji=False, soft_wrap=False)


def hanging(text: Text, terminal: Console) -> Text:
    """Wrap the lines of a text, each going on as far in as it began."""
    wrapped = []
    for line in text.split("\n", allow_blank=True):
        inset = len(line.plain) - len(line.plain.lstrip(" "))
        room = terminal.width - inset
        if line.cell_len <= terminal.width or room < NARROWEST:
            wrapped.append(line)
            continue
        for part in line[inset:].wrap(terminal, room, overflow="fold"):
            part.rstrip()
            part.pad_left(inset)
            wrapped.append(part)
    return text.blank_copy("\n").join(wrapped)


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
