"""From a coded row to a finding: names become the case's ids, or the row is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, cast

from trucewatch.core.agreement import Duty
from trucewatch.core.case import Case
from trucewatch.core.errors import InputError
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.limits import FIRST_YEAR, LAST_YEAR
from trucewatch.core.when import Period
from trucewatch.join.origins import matter_key, origin_key
from trucewatch.judge.assign import assign
from trucewatch.review.sheet import CodedRow

UNNAMED = "unnamed"
UNKNOWN = "unknown"
_ARROW: Final = re.compile(r"<-?|←|＜")


@dataclass(frozen=True, slots=True)
class CaseNames:
    """Ids by every name that a coder may write: the id itself, or any name of the case's files."""

    actors: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case) -> CaseNames:
        """Gather the names of a case; one that two actors have had is left out."""
        actors: dict[str, set[str]] = {}
        for actor in case.actors.by_id.values():
            for name in (actor.id, actor.name, *(alias.name for alias in actor.aliases)):
                actors.setdefault(name.casefold(), set()).add(actor.id)
        for group in case.actors.classes.values():
            for name in (group.id, group.name):
                actors.setdefault(name.casefold(), set()).add(group.id)
        outlets = {
            name.casefold(): outlet.id
            for outlet in case.outlets.by_id.values()
            for name in (outlet.name, *outlet.names, outlet.id)
        }
        ids = {name: next(iter(found)) for name, found in actors.items() if len(found) == 1}
        ids |= {known.casefold(): known for known in case.actors.by_id}
        return cls(ids, outlets)


def coded_finding(
    row: CodedRow, case: Case, names: CaseNames, coded_on: date, where: str = "the coded row"
) -> Finding:
    """Make the finding that a coded row states.

    A row without a publication date is known from the day it was coded. Raises InputError, naming
    `where`, for a clause, duty, doer or `says` that the case or the judge does not know.
    """
    _demand_years(row, where)
    duty = _duty(row, case, where)
    chain, voice, speaker, unnamed = _chain(row, case, names)
    days = _days(row)
    said_on, published = _date(row.said_on), _date(row.published)
    document = "coded-" + _digest(row.url or "", row.outlet, row.published)
    says = _says(row.says, where)
    origin = row.origin or origin_key(
        speaker=speaker,
        unnamed=unnamed,
        chain=chain,
        uttered=said_on or published,
        matter=f"{matter_key(row.incident, days)}{says if unnamed else ''}",
    )
    if unnamed and voice is None:
        voice = f"{UNNAMED}:{origin}"
    finding = Finding(
        id=row.finding_id(),
        duty=duty.id if duty else WHOLE,
        doer=_doer(row.doer, names, where),
        says=says,
        days=days,
        said_on=said_on,
        published=published,
        known_from=published or said_on or coded_on,
        voice=voice,
        speaker=speaker,
        unnamed=unnamed,
        chain=chain,
        manner=cast("Literal['direct', 'indirect', 'mixed']", row.manner or "indirect"),
        origin=origin,
        incident=row.incident or None,
        document=document,
        outlet=chain[0] if chain else None,
        url=row.url or None,
        words=row.quote,
        near=(row.near,) if row.near else (),
        corrects=row.corrects or None,
        coder=row.coder or "unsigned",
    )
    if duty is not None:
        _demand_line(finding, duty, case, where)
    return finding


def _demand_line(finding: Finding, duty: Duty, case: Case, where: str) -> None:
    """Refuse what would stand in no line of the board, and be lost to whoever reads it."""
    if not any(assign(finding, duty, case.actors)):
        doers = ", ".join(case.name(doer) for doer in duty.doers)
        raise InputError(
            f"clause {duty.clause} has no line for {case.name(finding.doer or '')}",
            where=where,
            mend=f"Its doers are {doers}; leave the cell empty where the doer is not named",
        )


def _demand_years(row: CodedRow, where: str) -> None:
    """Refuse days that no window can be counted from; an older ledger may hold them."""
    for cell in (row.first, row.last, row.said_on, row.published):
        day = _date(cell)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise InputError(
                f"{cell} is no day of {FIRST_YEAR} to {LAST_YEAR}",
                where=where,
                mend="Correct the year, and code the row again",
            )


def _duty(row: CodedRow, case: Case, where: str) -> Duty | None:
    if row.clause.lower() == WHOLE:
        return None
    duties = [duty for duty in case.agreement.duties() if duty.clause == row.clause]
    if row.duty:
        duties = [duty for duty in duties if duty.id == row.duty]
    if not duties:
        known = ", ".join(clause.id for clause in case.agreement.clauses)
        raise InputError(
            f"the agreement has no clause {row.clause!r} {row.duty}".rstrip(),
            where=where,
            mend=f"Its clauses are {known}; `whole` is for words on all of it",
        )
    if len(duties) > 1:
        names = ", ".join(duty.id for duty in duties)
        raise InputError(
            f"clause {row.clause} has several duties",
            where=where,
            mend=f"Say which in a column `duty`: {names}",
        )
    return duties[0]


def _says(cell: str, where: str) -> Says:
    try:
        return Says(cell.lower().replace("_", " "))
    except ValueError:
        known = ", ".join(Says)
        raise InputError(
            f"says is {cell!r}", where=where, mend=f"It can be one of: {known}"
        ) from None


def _doer(cell: str, names: CaseNames, where: str) -> str | None:
    if not cell:
        return None
    doer = names.actors.get(cell.casefold())
    if doer is None:
        raise InputError(
            f"the case knows no actor {cell!r}",
            where=where,
            mend="Add it to actors.yaml, or leave the cell empty where the doer is not named",
        )
    return doer


def _chain(
    row: CodedRow, case: Case, names: CaseNames
) -> tuple[tuple[str, ...], str | None, str | None, bool]:
    """Read a chain: its links, the voice, the speaker, and whether that is an unnamed source.

    The last link is the first speaker. `unnamed:BODY` is a source of a body that is not named, and
    `unnamed` one of nobody knows whom: a voice of its own that corroborates nothing. `unknown` is
    nobody's voice; an outlet alone speaks for what it witnessed.
    """
    links = links_of(row.chain)
    known = [_link(link, names) for link in links]
    if row.outlet and (not known or known[0] != _link(row.outlet, names)):
        known.insert(0, _link(row.outlet, names))
    last = links[-1] if links else row.outlet
    kind, _, body = last.partition(":")
    if kind.lower() == UNNAMED and body.strip():
        speaker = names.actors.get(body.strip().casefold(), body.strip())
        return (*known[:-1], speaker), case.actors.voice(speaker), speaker, True
    bare = kind.strip().lower()
    if not last or (bare in (UNNAMED, UNKNOWN) and not body.strip()):
        relays = known[:-1] if links else known
        return tuple(relays), None, None, bare == UNNAMED
    speaker = known[-1]
    return tuple(known), case.actors.voice(speaker), speaker, False


def strangers(row: CodedRow, names: CaseNames) -> list[str]:
    """Give the names of a row's outlet and chain that the case does not know."""
    links = links_of(row.chain)
    if links:
        kind, mark, body = links[-1].partition(":")
        if kind.strip().lower() in (UNNAMED, UNKNOWN):
            links[-1:] = [body.strip()] if mark and body.strip() else []
    known = names.outlets.keys() | names.actors.keys()
    told = dict.fromkeys(link for link in (row.outlet, *links) if link)
    return [name for name in told if name.casefold() not in known]


def links_of(chain: str) -> list[str]:
    """Split a chain at its `<`, also where they are written as the arrows that this program prints."""
    return [link.strip() for link in _ARROW.split(chain) if link.strip()]


def _link(name: str, names: CaseNames) -> str:
    folded = name.casefold()
    return names.outlets.get(folded) or names.actors.get(folded) or name


def _days(row: CodedRow) -> Period | None:
    first, last = _date(row.first), _date(row.last)
    return Period(first or last, last) if last else None


def _date(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
