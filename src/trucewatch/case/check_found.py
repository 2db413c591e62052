"""Remark on what no report could be matched with: doers under one name, undrawn ground, no outlets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trucewatch.core.case import Case, Remark

LISTED: Final = 8
"""So many names are told; of more the first."""


def names_listed(names: list[str]) -> str:
    """List names, the first few of many."""
    once = list(dict.fromkeys(names))
    return ", ".join(once[:LISTED]) + (", ..." if len(once) > LISTED else "")


def people_of_duties(case: Case) -> dict[str, None]:
    """Give who owes a duty or does it, in the order of the agreement; of classes, whom they take in."""
    found: dict[str, None] = {}
    for duty in case.agreement.duties():
        for name in (*duty.owed_by, *duty.doers):
            one = case.actors.classes.get(name)
            found.update(dict.fromkeys(one.takes_in if one else (name,)))
    return found


def remark_on_ground(case: Case) -> Iterator[Remark]:
    """Remark on duties about a zone of which only the name is there."""
    for duty in case.agreement.duties():
        for id in duty.where:
            place = case.places.by_id.get(id)
            if place is not None and place.kind == "zone" and place.zone is None:
                yield Remark(
                    severity="missing",
                    where=f"agreement.yaml, duty '{duty.id}'",
                    what=f"the zone '{id}' has no geometry: no place is in it but by a report's word",
                    mend="Draw it in zones.geojson, and name it under 'zone' in places.csv",
                )


def remark_on_outlets(case: Case) -> Iterator[Remark]:
    """Remark on a case that knows no outlet."""
    if not case.outlets.by_id:
        yield Remark(
            severity="missing",
            where="outlets.yaml",
            what="no outlet is listed: whose page a report is stays unknown, and so whom it is"
            " independent of",
            mend="List who publishes, with domains and families",
        )


def remark_on_names(case: Case) -> Iterator[Remark]:
    """Remark on doers whom reports may call by other names than the file's one."""
    alone = [
        actor.name
        for actor in map(case.actors.by_id.get, people_of_duties(case))
        if actor is not None and not actor.aliases
    ]
    if alone:
        noun = "doer has" if len(alone) == 1 else "doers have"
        yield Remark(
            severity="note",
            where="actors.yaml",
            what=f"{len(alone)} {noun} no other name: reports that use one are not found"
            f" ({names_listed(alone)})",
            mend="List under 'aliases' what reports call them",
        )
