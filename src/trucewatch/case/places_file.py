"""Read `places.csv`: places with their points and how sure these are, areas, roads and zones' names.

A row whose first cell begins with `#` is a comment.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from trucewatch.case.circles import find_circle
from trucewatch.case.fields import Fields
from trucewatch.case.nodes import ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes, nearest
from trucewatch.core.folding import key_of
from trucewatch.core.place import Place

NEEDED: Final = ("place", "name", "kind", "latitude", "longitude", "km")
FURTHER: Final = ("variants", "within", "part", "zone", "source", "note")
LISTS: Final = frozenset({"variants", "within"})
POINT: Final = ("latitude", "longitude", "km")

_CARDINAL = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
PARTS: Final = (*_CARDINAL, "centre")

KM: Final = (0.001, 1000.0)
"""How sure a point can be: from a metre to a thousand kilometres."""


def read_places(text: str, notes: FileNotes) -> dict[str, Place]:
    """Read every place, by id; what cannot be read is noted."""
    rows = _rows(text, notes)
    columns = _columns(rows, notes)
    places = {}
    for line, cells in rows:
        if len(cells) != len(columns):
            what = f"the row has {len(cells)} cells, the header {len(columns)}"
            notes.fault(line, what, "Put a cell that holds a comma in quotation marks")
            continue
        place = _place(_as_map(columns, cells, line), notes)
        places[place.id] = place
    _refuse_circles(places, notes)
    return places


def _rows(text: str, notes: FileNotes) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            if row and not row[0].lstrip().startswith("#") and any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise notes.error(line, f"not CSV: {error}", "Close the quotation marks") from None


def _columns(rows: Iterator[tuple[int, list[str]]], notes: FileNotes) -> list[str]:
    line, cells = next(rows, (1, []))
    columns = [cell.strip() for cell in cells]
    mend = f"The header is {','.join([*NEEDED, *FURTHER])}"
    for missing in (name for name in NEEDED if name not in columns):
        raise notes.error(line, f"the header lacks column '{missing}'", mend)
    for name in columns:
        if name not in NEEDED and name not in FURTHER:
            mend = nearest(name, [*NEEDED, *FURTHER])
            raise notes.error(line, f"unknown column '{name[:80]}'", mend)
        if columns.count(name) > 1:
            raise notes.error(line, f"column '{name}' stands twice", "Delete one")
    return columns


def _as_map(columns: list[str], cells: list[str], line: int) -> MapNode:
    """Make a row a map of the cells that hold something."""
    filled = ((name, cell) for name, cell in zip(columns, cells, strict=True) if cell.strip())
    return MapNode(
        tuple((_scalar(name, line), _value(name, cell, line)) for name, cell in filled), line
    )


def _value(column: str, cell: str, line: int) -> Node:
    if column not in LISTS:
        return _scalar(cell, line)
    parts = (part for part in cell.split(";") if part.strip())
    return ListNode(tuple(_scalar(part, line) for part in parts), line)


def _scalar(text: str, line: int) -> Scalar:
    return Scalar(text, plain=False, line=line)


def _place(node: MapNode, notes: FileNotes) -> Place:
    optional = (*FURTHER, *POINT)
    fields = Fields(node, notes, "a place", required=("place", "name", "kind"), optional=optional)
    id = fields.define("place", "place")
    latitude = fields.number("latitude", -90, 90)
    longitude = fields.number("longitude", -180, 180)
    km = fields.number("km", *KM)
    _check_point(fields, latitude, longitude)
    place = Place(
        id=id,
        name=fields.text("name"),
        kind=fields.text("kind"),
        variants=fields.texts("variants"),
        latitude=latitude,
        longitude=longitude,
        km=km,
        within=fields.refer_all("within", "place"),
        part=(fields.one_of("part", PARTS) or None) if "part" in fields else None,
        zone=fields.refer("zone", "zone"),
    )
    if place.part and not place.within:
        fields.fault("part", "'part' without 'within'", "Name under 'within' what it is a part of")
    for name in (place.name, *place.variants):
        if name and not key_of(name):
            fields.fault("name", f"'{name[:80]}' holds no word", "Write letters")
    return place


def _check_point(fields: Fields, latitude: float | None, longitude: float | None) -> None:
    given = [name for name in POINT if name in fields]
    if given and len(given) < len(POINT):
        lacking = " and ".join(name for name in POINT if name not in given)
        fields.fault(given[0], f"{' and '.join(given)} without {lacking}", "Give all three or none")
    if latitude == 0 and longitude == 0:
        mend = "Leave the point of an unknown place empty"
        fields.fault("latitude", "0, 0 is no place but a missing value", mend)


def _refuse_circles(places: dict[str, Place], notes: FileNotes) -> None:
    circle = find_circle({place.id: place.within for place in places.values()})
    if circle:
        line = notes.defined("place").get(circle[0], 1)
        notes.fault(line, f"a circle of 'within': {' -> '.join(circle)}", "Leave one of these out")
