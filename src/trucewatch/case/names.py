"""Refuse a name that two hold at one time: nobody could tell whom a report means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.case.notes import FileNotes
from trucewatch.core.folding import key_of
from trucewatch.core.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHeld:
    """A name, who holds it, and on which days; None where the holder's dated aliases tell that."""

    name: str
    owner: str
    days: Period | None
    line: int


def note_clashes(held: Iterable[NameHeld], notes: FileNotes) -> None:
    """Note each name that two owners hold on one day, compared as names in texts are."""
    holders: dict[str, list[NameHeld]] = {}
    for name in held:
        key = key_of(name.name)
        if key:
            holders.setdefault(key, []).append(name)
        elif name.name:
            what = f"'{name.name[:80]}' holds no word that could be found in a text"
            notes.fault(name.line, what, "Write letters, in words of at most 64")
    for names in holders.values():
        _note_first_clash(names, notes)


def _note_first_clash(names: list[NameHeld], notes: FileNotes) -> None:
    dated = {name.owner for name in names if name.days is not None}
    seen: dict[str, list[Period]] = {}
    for name in names:
        days = name.days or Period(None, None)
        if name.days is None and name.owner in dated:
            continue
        other = _holder(seen, name.owner, days)
        if other is not None:
            what = f"the name '{name.name}' is held by '{other}' and '{name.owner}' at one time"
            notes.fault(name.line, what, "Give it to one, or give each the days of its own")
            return
        seen.setdefault(name.owner, []).append(days)


def _holder(seen: dict[str, list[Period]], owner: str, days: Period) -> str | None:
    for other, periods in seen.items():
        if other != owner and any(days.overlaps(period) for period in periods):
            return other
    return None
