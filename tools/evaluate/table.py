"""The scores as one table for people, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Final

from rich.console import Console
from rich.table import Table
from tools.evaluate.form import Form
from tools.evaluate.known import Figures, passes
from tools.evaluate.run import Row

WIDTH: Final = 130
"""Columns of a table that goes to no terminal."""


def scores_form(rows: Sequence[Row], known: Figures, floors: Figures) -> list[Form]:
    """Give every row with what it is held against."""
    told = []
    for row in rows:
        figures = known.get(row.set, {}).get(row.measure, {})
        told.append(
            {
                "set": row.set,
                "measure": row.measure,
                "score": row.score,
                "floor": floors.get(row.set, {}).get(row.measure),
                "known_floor": figures.get("floor"),
                "best_known": figures.get("best"),
                "known_of": figures.get("of"),
                "lower_is_better": row.lower,
                "share": not row.count,
            }
        )
    return told


def print_table(
    rows: Sequence[Row], known: Figures, floors: Figures, title: str, file: IO[str] | None = None
) -> None:
    """Print the table: shares times 100, counts as they are; a score below its floor is marked."""
    table = Table(title=title, title_justify="left")
    table.add_column("set", no_wrap=True)
    table.add_column("measure")
    for column in ("score", "pinned", "floor known", "best known"):
        table.add_column(column, justify="right", no_wrap=True)
    for row in rows:
        floor = floors.get(row.set, {}).get(row.measure)
        figures = known.get(row.set, {}).get(row.measure, {})
        mark = "" if passes(row, floor) else " !"
        table.add_row(
            row.set,
            row.measure,
            _shown(row.score, row) + mark,
            *(_shown(each, row) for each in (floor, figures.get("floor"), figures.get("best"))),
        )
    console = Console(file=file)
    if not console.is_terminal:
        console = Console(file=file, width=WIDTH)
    console.print(table)


def _shown(figure: float | None, row: Row) -> str:
    if figure is None:
        return ""
    if not row.count:
        return f"{100 * figure:.1f}"
    return f"{figure:,.0f}" if figure >= 100 or figure == int(figure) else f"{figure:.2f}"
