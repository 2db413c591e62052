"""A new case that begins with a country: its larger places, and the parties that UCDP lists for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from trucewatch.case.new import new_case
from trucewatch.case.notes import nearest
from trucewatch.case.parties import Party, parties_of
from trucewatch.core.errors import InputError
from trucewatch.core.folding import key_of
from trucewatch.core.world import WorldPlace
from trucewatch.identify.world.atlas import Atlas, shipped

CITIES: Final = 60
"""So many cities are written, the largest; a gazetteer holds the others."""

LEAST: Final = 15_000
"""Smaller cities are left to a gazetteer."""

TOWN: Final = 100_000
"""A settlement of fewer inhabitants is a town."""

_COLUMNS: Final = 12
_NOTE: Final = """
  # What follows are the parties that UCDP (ucdp.uu.se, CC BY 4.0) lists for this country, with
  # no side: `trucewatch check` names them until each has one. Leave out whom the agreement does not
  # concern. Which side a party stands on, and from when to when a name was its own, is yours to say.
"""


def begin_case(folder: Path, country: str) -> tuple[Path, ...]:
    """Write the template's files with a country's places and parties in them, and give their paths.

    `country` is an ISO code of two letters, or a name. InputError for one that is not known, with near
    ones, before anything is written; and what `new_case` raises.
    """
    atlas = shipped()
    land = find_country(country, atlas)
    written = new_case(folder)
    try:
        _append(folder / "places.csv", _places(land, atlas.of_country(land.country)))
        # The examples of the template come first; its classes and labels follow the actors.
        path = folder / "actors.yaml"
        before, mark, after = path.read_text(encoding="utf-8").partition("\n# classes ")
        actors = "".join(_actors(parties_of(land.country), before))
        path.write_text(f"{before}{actors}{mark}{after}", encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"cannot be written: {reason}", where=str(folder)) from None
    return written


def find_country(wanted: str, atlas: Atlas) -> WorldPlace:
    """Give the country of a code or a name; InputError names near ones."""
    countries = {each.country: each for each in atlas.countries()}
    if wanted.strip().upper() in countries:
        return countries[wanted.strip().upper()]
    named = [each for each in atlas.named(wanted) if each.kind == "country"]
    if named:
        return countries[named[0].country]
    names = {key_of(each.name): f"{each.country} ({each.name})" for each in countries.values()}
    near = _near_codes(wanted, countries) if len(wanted.strip()) <= 2 else ""
    mend = near or _near_names(wanted, names)
    raise InputError(f"there is no country '{wanted[:80]}'", mend=mend)


def _near_codes(wanted: str, countries: dict[str, WorldPlace]) -> str:
    letters = wanted.strip().upper()
    near = [
        f"{code} ({place.name})"
        for code, place in sorted(countries.items())
        if letters and code[0] == letters[0]
    ]
    return f"Near codes are {', '.join(near)}" if near else ""


def _near_names(wanted: str, names: dict[str, str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key_of(wanted[:80]), names, n=3, cutoff=0.6)
    if close:
        return f"Near ones are {', '.join(names[each] for each in close)}"
    return nearest(wanted, (), "Give its ISO code of two letters, as YE")


def _append(path: Path, rows: Iterable[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text.getvalue())


def _places(land: WorldPlace, places: tuple[WorldPlace, ...]) -> Iterator[list[str]]:
    """Yield the rows of a country, its divisions, and its cities, each within what holds it."""
    ids = _Ids("place")
    country = ids.make(f"{land.name} country")
    yield _row(country, land.name, "country", None, (), "GeoNames")
    divisions: dict[str, str] = {}
    for place in places:
        if place.kind == "division" and place.name not in divisions:
            id = divisions[place.name] = ids.make(f"{place.name} province")
            name = f"{place.name} (province)"
            yield _row(id, name, "province", None, (country,), "Natural Earth")
    cities = [each for each in places if each.is_city and each.people >= LEAST]
    cities += [each for each in places if each.kind == "capital" and each not in cities]
    for place in cities[:CITIES]:
        within = [divisions[place.division]] if place.division in divisions else []
        kind = "city" if place.kind == "capital" or place.people >= TOWN else "town"
        yield _row(
            ids.make(place.name), place.name, kind, place, (*within, country), "GeoNames, CC BY 4.0"
        )


def _row(
    id: str, name: str, kind: str, point: WorldPlace | None, within: Iterable[str], source: str
) -> list[str]:
    where = [""] * 3
    if point is not None:
        where = [f"{point.latitude:.2f}", f"{point.longitude:.2f}", f"{point.km:g}"]
    row = [id, name, "", kind, *where, ";".join(within), "", "", source, ""]
    return row[:_COLUMNS]


def _actors(parties: tuple[Party, ...], before: str) -> Iterator[str]:
    """Yield the lines of the parties, as the file's other actors are written."""
    if not parties:
        yield "\n  # UCDP lists no party for this country.\n"
        return
    yield _NOTE
    ids = _Ids("party")
    for each in parties:
        id = ids.make(each.name)
        while f"- actor: {id}\n" in before:
            id = ids.make(each.name)
        yield f"  - actor: {id}\n    name: {_quoted(each.name)}\n    kind: {each.kind}\n"
        if each.further:
            yield f"    aliases: [{', '.join(_quoted(name) for name in each.further)}]\n"


def _quoted(text: str) -> str:
    """Write a text so that YAML reads nothing into it."""
    return "'" + text.replace("'", "''") + "'"


class _Ids:
    """Makes ids of names: small letters and digits, no two alike."""

    def __init__(self, otherwise: str) -> None:
        self._otherwise = otherwise
        self._made: set[str] = set()

    def make(self, name: str) -> str:
        """Make the id of a name; of the second place of that name with a number behind it."""
        words = [key_of(word) for word in name.split()]
        plain = "_".join(word for word in words if word.isascii() and word.isalnum())[:48]
        base = plain or self._otherwise
        id, number = base, 1
        while id in self._made:
            number += 1
            id = f"{base}_{number}"
        self._made.add(id)
        return id
