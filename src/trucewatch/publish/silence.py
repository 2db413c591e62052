"""How long nothing was told of a duty and doer, and whether anybody looked meanwhile."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from trucewatch.core.agreement import Duty
from trucewatch.core.read_days import ReadDays
from trucewatch.core.status import Line, Status
from trucewatch.publish.phrases import number_of

SILENT: Final = (Status.NO_REPORT, Status.NOT_YET_DUE)
"""The statuses that no word carries."""


class Silence(NamedTuple):
    """Since when nothing was told, for how many days, and the documents read of those days.

    `since` is the day behind the last word's, or the duty's first where there is no word; `days` and
    `read` count from it to the board's day, both days among them.
    """

    since: date
    days: int
    read: int


def silence_of(line: Line, duty: Duty, read: ReadDays) -> Silence | None:
    """Give the silence about a line that no word carries; None before it could begin."""
    if line.status not in SILENT:
        return None
    since = line.last + timedelta(days=1) if line.last else duty.starts
    days = (read.on - since).days + 1
    return Silence(since, days, read.since(since)) if days > 0 else None


def tell_silence(line: Line, duty: Duty, read: ReadDays) -> str:
    """Tell it: no report for 23 days, 41 documents read; nothing where no silence is."""
    silence = silence_of(line, duty, read)
    if silence is None:
        return ""
    read_since = number_of(silence.read, "document") if silence.read else "nothing"
    return f"no report for {number_of(silence.days, 'day')}, {read_since} read"
