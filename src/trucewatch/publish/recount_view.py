"""Recounts, for machines and for people: the total, each day's bulletins, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import isinf
from typing import Any

from rich.table import Table
from rich.text import Text

from trucewatch.core.allowed import Allowed, told, told_allowed
from trucewatch.core.case import Case
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.rival_form import claim_form
from trucewatch.core.when import Period, edtf
from trucewatch.join.recount import DayCount, Recount
from trucewatch.publish.escape import link, on_one_line
from trucewatch.publish.phrases import link_name, number_of


def recounts_json(recounts: Iterable[Recount], case: Case) -> list[dict[str, Any]]:
    """Give recounts as plain values; a sum without an upper end has `high` null."""
    return [
        {
            "counts": each.counts,
            "voice": each.voice,
            "voice_name": _voice(each.voice, case),
            "days": edtf(each.days) if each.days else None,
            "total": [claim_form(claim) for claim in each.total],
            "days_told": len(each.bulletins),
            "days_told_none": sum(day.is_none for day in each.bulletins),
            "days_without": sum(_length(run) for run in each.without),
            "without": [edtf(run) for run in each.without],
            "sum": _numbers(each.sum) if each.bulletins else None,
            "is": each.comparison.word if each.comparison else None,
            "reason": each.comparison.reason if each.comparison else None,
            "bulletins": [
                {
                    "day": day.day.isoformat(),
                    **_numbers(day.numbers),
                    "partly": day.partly,
                    "claims": [claim_form(claim) for claim in day.claims],
                }
                for day in each.bulletins
            ],
        }
        for each in recounts
    ]


def recount_views(recounts: Sequence[Recount], case: Case) -> Iterator[Text | Table]:
    """Yield what people read of each recount: what is claimed and how it stands, then day by day."""
    for each in recounts:
        yield _head(each, case)
        if each.bulletins:
            yield _days(each, case)
        yield Text("")


def _head(recount: Recount, case: Case) -> Text:
    text = Text()
    days = _span(recount.days) if recount.days else "days not told"
    voice = on_one_line(_voice(recount.voice, case))
    text.append(f"{voice}: {on_one_line(recount.counts)}, {days}\n", style="bold")
    for claim in recount.total:
        number = told(claim.low, claim.high, claim.bound)
        text.append(f"  claimed    {number}: {_claimed(claim, case)}\n")
        if url := link(claim.url):
            text.append(f"             {url}\n", style="dim")
    text.append(f"  bulletins  {_coverage(recount)}\n")
    if recount.bulletins:
        text.append(f"  sum        {told_allowed(recount.sum)}{_open(recount)}\n")
    if recount.comparison:
        text.append(f"  {recount.comparison.word}", style="bold")
        text.append(f": {recount.comparison.reason}\n", style="not bold")
    return text


def _coverage(recount: Recount) -> str:
    none = sum(day.is_none for day in recount.bulletins)
    without = sum(_length(run) for run in recount.without)
    told = number_of(len(recount.bulletins), "day")
    parts = [f"of {told}" if recount.bulletins else "none"]
    parts += [f"{none} of them told as none"] if none else []
    parts += [f"{number_of(without, 'day')} without one"] if without else []
    return ", ".join(parts)


def _open(recount: Recount) -> str:
    return "; what was on days without a bulletin is unknown" if recount.without else ""


def _days(recount: Recount, case: Case) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False)
    table.add_column("  day", no_wrap=True)
    table.add_column(on_one_line(recount.counts), justify="right")
    table.add_column("as told", overflow="fold")
    for row in _rows(recount):
        if isinstance(row, Period):
            table.add_row(f"  {_span(row)}", "", Text("no bulletin", style="dim"))
        else:
            number = told_allowed(row.numbers) + ("; may count less" if row.partly else "")
            claims = "\n".join(_claimed(claim, case) for claim in row.claims)
            table.add_row(f"  {row.day}", number, Text(claims))
    return table


def _rows(recount: Recount) -> list[DayCount | Period]:
    """Give days and runs of days without a bulletin in the order of the calendar."""
    rows: list[DayCount | Period] = [*recount.bulletins, *recount.without]
    return sorted(rows, key=_begins)


def _begins(row: DayCount | Period) -> date:
    return (row.first or date.min) if isinstance(row, Period) else row.day


def _claimed(claim: ClaimedFigure, case: Case) -> str:
    chain = " <- ".join(link_name(link, case) for link in claim.chain) or "outlet unknown"
    published = f"published {claim.published}" if claim.published else "undated"
    return on_one_line(f"“{claim.words}”, {chain}; {published}")


def _voice(voice: str | None, case: Case) -> str:
    if voice is None:
        return "nobody named"
    return f"“{voice.removeprefix('name:')}”" if voice.startswith("name:") else case.name(voice)


def _span(days: Period) -> str:
    if days.first == days.last:
        return str(days.first)
    return f"{days.first or 'an open start'} to {days.last or 'an open end'}"


def _length(days: Period) -> int:
    return (days.last - days.first).days + 1 if days.first and days.last else 0


def _numbers(numbers: Allowed) -> dict[str, float | None]:
    low, high = (None if isinf(end) else end for end in (numbers.low, numbers.high))
    return {"low": low, "high": high}
