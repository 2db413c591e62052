"""Say what a case that loads still lacks. What is remarked is so; not all that is wrong is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from trucewatch.case.check_agreement import remark_on_agreement
from trucewatch.case.check_found import (
    names_listed,
    people_of_duties,
    remark_on_ground,
    remark_on_names,
    remark_on_outlets,
)
from trucewatch.case.zones import shape_fault
from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case, Remark
from trucewatch.core.folding import key_of

FILL_IN: Final = "FILL IN"
"""What a template writes where a person has to."""

SHORT: Final = 3
"""An alias of fewer letters is found everywhere."""

AREAS: Final = frozenset({"area", "country", "district", "line", "province", "road", "zone"})
"""Kinds of places that have no point."""

SINGLY: Final = 3
"""Of more actors that no duty names it is told together that they have no side."""

_WEIGHTS = {"error": 0, "missing": 1, "note": 2}


def check(case: Case) -> tuple[Remark, ...]:
    """Remark on a case, the weightiest first: errors, then what is missing, then notes.

    Among what is missing goes first what keeps anything from being judged, then what weakens a
    judgement: duties, texts to write, ground, sides, words for many, outlets. So do notes: what is not
    found, then what may be taken amiss.
    """
    parts: tuple[Callable[[Case], Iterable[Remark]], ...] = (
        remark_on_agreement,
        _texts_to_fill_in,
        remark_on_ground,
        _actors_without_side,
        _sides_at_odds,
        _classes,
        remark_on_outlets,
        remark_on_names,
        _places,
        _zones,
        _sides,
        _persons,
        _outlets,
        _aliases,
    )
    remarks = [remark for part in parts for remark in part(case)]
    return tuple(sorted(remarks, key=lambda remark: _WEIGHTS[remark.severity]))


def _texts_to_fill_in(case: Case) -> Iterator[Remark]:
    files = {
        "agreement.yaml": case.agreement,
        "actors.yaml": case.actors,
        "outlets.yaml": case.outlets,
        "places.csv": case.places.by_id,
        "zones.geojson": case.places.zones,
    }
    for file, content in files.items():
        count = sum(FILL_IN in text for text in _texts_in(content))
        if count:
            what = f"{count} {_plural(count, 'text says', 'texts say')} '{FILL_IN}'"
            mend = "Write what belongs there"
            yield Remark(severity="missing", where=file, what=what, mend=mend)


def _texts_in(value: object) -> Iterator[str]:
    """Yield every text inside core types, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts_in(inner)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts_in(getattr(value, part.name))


def _plural(count: int, one: str, more: str) -> str:
    return one if count == 1 else more


def _sides(case: Case) -> Iterator[Remark]:
    names: dict[str, str] = {}
    used = {case.actors.side(actor) for actor in case.actors.by_id}
    for side, name in case.actors.sides.items():
        other = names.setdefault(key_of(name), side)
        if other != side:
            yield Remark(
                severity="error",
                where=f"actors.yaml, side '{side}'",
                what=f"has the name of side '{other}'",
                mend="Make them one side, or name them apart",
            )
        if side not in used:
            yield Remark(
                severity="note",
                where=f"actors.yaml, side '{side}'",
                what="nobody stands on it",
                mend="Give an actor this side, or leave it out",
            )


def _actors_without_side(case: Case) -> Iterator[Remark]:
    """Remark on signatories first, then on those of duties, each by itself; on many others at once."""
    signatories = case.agreement.signatories
    bound = people_of_duties(case)
    # Who speaks for a body, or is an organ of one, stands where that stands: it is told of the body.
    blank = [
        id
        for id, actor in case.actors.by_id.items()
        if case.actors.side(id) is None and not (actor.speaks_for or actor.organ_of)
    ]
    others = [id for id in blank if id not in signatories and id not in bound]
    single = [id for id in blank if id not in others or len(others) <= SINGLY]
    for id in sorted(single, key=lambda actor: (actor not in signatories, actor not in bound)):
        who = "the signatory" if id in signatories else "the actor"
        yield Remark(
            severity="missing",
            where=f"actors.yaml, actor '{id}'",
            what=f"{who} has no side, so its word corroborates nobody's",
            mend="Give it 'side', or the body it speaks for or is an organ of",
        )
    if len(others) > SINGLY:
        yield Remark(
            severity="missing",
            where="actors.yaml",
            what=f"{len(others)} actors have no side, so their words corroborate nobody's"
            f" ({names_listed(others)})",
            mend="Give each 'side', or leave out whom the agreement does not concern",
        )


def _sides_at_odds(case: Case) -> Iterator[Remark]:
    for id, actor in case.actors.by_id.items():
        body = actor.speaks_for or actor.organ_of
        above = case.actors.side(body) if body else None
        if actor.side and above and actor.side != above:
            yield Remark(
                severity="error",
                where=f"actors.yaml, actor '{id}'",
                what=f"stands on side '{actor.side}', and '{body}' on side '{above}'",
                mend="Leave out its 'side', or the link to that body",
            )


def _aliases(case: Case) -> Iterator[Remark]:
    for id, actor in case.actors.by_id.items():
        common = [alias.name for alias in actor.aliases if _is_common(alias.name)]
        if common:
            yield Remark(
                severity="note",
                where=f"actors.yaml, actor '{id}'",
                what=f"an alias that is short, or a common word: {_some(common)}",
                mend="Leave it out unless reports use it as a name",
            )


def _is_common(name: str) -> bool:
    """Tell whether a name has fewer letters than `SHORT`, or is one word without a capital."""
    letters = sum(letter.isalpha() for letter in name)
    return letters < SHORT or (" " not in name and name == name.lower() != name.upper())


def _some(names: Iterable[str]) -> str:
    """List the first few of many names."""
    once = list(dict.fromkeys(names))
    return ", ".join(once[:5]) + (", ..." if len(once) > 5 else "")


def _classes(case: Case) -> Iterator[Remark]:
    for id, one in case.actors.classes.items():
        if not one.takes_in:
            yield Remark(
                severity="missing",
                where=f"actors.yaml, class '{id}'",
                what="takes in nobody, so its words speak of nobody",
                mend="List under 'takes_in' whom these words mean in this case",
            )


def _persons(case: Case) -> Iterator[Remark]:
    alone = [
        actor.name
        for actor in case.actors.by_id.values()
        if actor.kind is ActorKind.PERSON and not actor.speaks_for
    ]
    yield from _counted(
        alone,
        file="actors.yaml",
        what="{} without 'speaks_for': each is a voice of its own",
        noun=("person", "persons"),
        mend="Name the body they speak for, if there is one",
    )


def _outlets(case: Case) -> Iterator[Remark]:
    outlets = case.outlets.by_id.values()
    yield from _counted(
        [outlet.name for outlet in outlets if outlet.family is None and outlet.voice_of is None],
        file="outlets.yaml",
        what="{} without a family: each counts as independent of all others",
        noun=("outlet", "outlets"),
        mend="Name the owner or state of those that have one; 'unknown' where nobody knows",
    )
    yield from _counted(
        [outlet.name for outlet in outlets if not outlet.domains and not outlet.agency],
        file="outlets.yaml",
        what="{} without a domain: pages of theirs are not recognised",
        noun=("outlet", "outlets"),
        mend="List the hosts of their sites under 'domains'",
    )


def _places(case: Case) -> Iterator[Remark]:
    places = case.places.by_id.values()
    wholes = {area for place in places for area in place.within}
    yield from _counted(
        [
            place.name
            for place in places
            if place.latitude is None
            and place.kind not in AREAS
            and place.id not in wholes
            and not (place.part or place.zone)
        ],
        file="places.csv",
        what="{} without a point: no zone can be told for them",
        noun=("place", "places"),
        mend="Add latitude, longitude and km where a source gives them",
    )
    names = Counter(
        key for place in places for key in {key_of(name) for name in (place.name, *place.variants)}
    )
    yield from _counted(
        [place.name for place in places if names[key_of(place.name)] > 1],
        file="places.csv",
        what="{} with a name that another bears: told apart only where the text does",
        noun=("place", "places"),
        mend="Leave it so if both are meant",
    )


def _counted(
    names: list[str], *, file: str, what: str, noun: tuple[str, str], mend: str
) -> Iterator[Remark]:
    """Make one note of many names, the first few of them listed."""
    if names:
        counted = f"{len(names)} {_plural(len(names), *noun)}"
        yield Remark(
            severity="note", where=file, what=f"{what.format(counted)} ({_some(names)})", mend=mend
        )


def _zones(case: Case) -> Iterator[Remark]:
    used = {place for duty in case.agreement.duties() for place in duty.where}
    for id, zone in case.places.zones.items():
        where = f"zones.geojson, zone '{id}'"
        fault = shape_fault(zone)
        if fault:
            yield Remark(severity="error", where=where, what=fault, mend="Correct the drawing")
        if not zone.band:
            what = "has no band: its line is taken as exact"
            mend = "Draw with part 'band' where nobody can tell inside from outside"
            yield Remark(severity="note", where=where, what=what, mend=mend)
        if id not in used:
            what, mend = "no duty is about it", "Name it under a duty's 'where', or leave it out"
            yield Remark(severity="note", where=where, what=what, mend=mend)
