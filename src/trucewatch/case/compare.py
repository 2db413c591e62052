"""Hold the files of a case against each other: every id that one uses, another defines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from trucewatch.case.notes import FileNotes, Reference, Sort, nearest
from trucewatch.core.outlet import Outlets
from trucewatch.core.place import Place

DEFINED_IN: Final[Mapping[Sort, str]] = {
    "side": "actors.yaml",
    "actor": "actors.yaml",
    "class": "actors.yaml",
    "place": "places.csv",
    "zone": "zones.geojson",
}


def compare_files(
    notes: Mapping[str, FileNotes], outlets: Outlets, places: Mapping[str, Place]
) -> None:
    """Note what does not fit between files.

    A file with faults of its own is not held against the others: what it defines is not sure.
    """
    sound = {name for name, file in notes.items() if not file.faults}
    known = {sort: notes[name].defined(sort) for sort, name in DEFINED_IN.items()}
    for file in notes.values():
        for reference in file.references:
            if all(DEFINED_IN[sort] in sound for sort in reference.sorts):
                _check(reference, file, [known[sort] for sort in reference.sorts])
    if "actors.yaml" in sound:
        _check_outlets(notes, outlets)
    _check_zones(notes, places)


def _check(reference: Reference, file: FileNotes, known: list[dict[str, int]]) -> None:
    if any(reference.id in ids for ids in known):
        return
    what = f"unknown {' or '.join(reference.sorts)} '{reference.id[:80]}'"
    homes = " or ".join(dict.fromkeys(DEFINED_IN[sort] for sort in reference.sorts))
    ids = [id for of_sort in known for id in of_sort]
    file.fault(reference.line, what, nearest(reference.id, ids, f"Define it in {homes}"))


def _check_outlets(notes: Mapping[str, FileNotes], outlets: Outlets) -> None:
    """Refuse an outlet's id that is an actor's too, unless it is that actor's own site."""
    actors = notes["actors.yaml"].defined("actor", "class")
    for id, line in notes["outlets.yaml"].defined("outlet").items():
        if id in actors and outlets.by_id[id].voice_of != id:
            what = f"'{id}' is an outlet here and an actor in actors.yaml"
            mend = f"Rename the outlet, or say 'voice_of: {id}' if it is that actor's own site"
            notes["outlets.yaml"].fault(line, what, mend)


def _check_zones(notes: Mapping[str, FileNotes], places: Mapping[str, Place]) -> None:
    """Refuse a place's id that is a zone's too, unless the place is another name of that zone."""
    lines = notes["places.csv"].defined("place")
    for id in notes["zones.geojson"].defined("zone"):
        if id in lines and places[id].zone != id:
            what = f"'{id}' is a place here and a zone in zones.geojson"
            mend = f"Rename the place, or put '{id}' in its column 'zone'"
            notes["places.csv"].fault(lines[id], what, mend)
