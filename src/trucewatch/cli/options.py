"""Options that commands share, and how their words become dates and cases."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from trucewatch.core.errors import InputError
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date written as 2018-10-31."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read an ISO date of a year that news has; anything else is a usage error."""
        if isinstance(value, date):
            return value
        day: date | None = None
        with suppress(ValueError):
            day = date.fromisoformat(str(value))
        if day is None or day.isoformat() != value:
            self.fail(f"{value!r} is not a date; write it as 2018-10-31", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{value!r} is no day of {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


DAY = Day()


def case_option(function: Function) -> Function:
    """Add `--case`."""
    return click.option(
        "--case",
        "case",
        metavar="DIR|NAME",
        help="a case folder, or a built-in case's name  [default: the folder one stands in]",
    )(function)


def known_option(function: Function) -> Function:
    """Add `--known`."""
    return click.option(
        "--known", type=DAY, help="as known on this day  [default: everything published]"
    )(function)


def dates_options(function: Function) -> Function:
    """Add `--on` and `--known`."""
    on = click.option(
        "--on", type=DAY, help="the board's day  [default: the last day anything was published]"
    )
    return on(known_option(function))


MOST_PROCESSES: Final = 64
"""More processes or threads than a machine has cores."""


def reader_options(function: Function) -> Function:
    """Add `--model`, `--rules`, `--threads` and `--processes`."""
    model = click.option(
        "--model",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="another trained reader's folder  [default: the shipped one]",
    )
    rules = click.option("--rules", is_flag=True, help="read with the rules alone")
    many = click.IntRange(1, MOST_PROCESSES)
    threads = click.option(
        "--threads", type=many, default=1, metavar="N", help="threads of a trained reader  [1]"
    )
    processes = click.option(
        "--processes", type=many, default=1, metavar="N", help="processes to read many in  [1]"
    )
    return model(rules(threads(processes(function))))


def json_option(function: Function) -> Function:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="JSON for machines")(function)


def case_folder(case: str | None) -> Path:
    """Find the folder of a case; where none is named, say how to name one."""
    from trucewatch.case.load import find_case

    try:
        return find_case(case)
    except InputError as error:
        if case is None:
            raise InputError(
                error.what, mend="Name one with --case, or make one with `trucewatch new`"
            ) from error
        raise
