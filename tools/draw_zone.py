"""Draw `zones.geojson` of the built-in Idlib case from its `places.csv`.

Nobody published the line of the demilitarised zone of 2018. What is known: it lies inside the
de-escalation area, along the line of contact, 15 to 20 km deep. This script draws what follows from
that and from who held which place in autumn 2018, and leaves the rest as a band:

1. Two chains of places: those that the government held nearest to the line of contact, and those
   that opposition groups held nearest to it. The line of contact ran somewhere between the chains;
   it is drawn midway.
2. Wherever it ran, a point is surely *inside* the zone that lies on the opposition's chain or
   behind it, and not deeper than the least depth (15 km) counted from the government's chain.
3. Wherever it ran, a point is surely *outside* that lies on the government's chain or behind it, or
   deeper than the greatest depth (20 km) counted from the opposition's chain.
4. Everything else is the *band*. The points of the chains are good to about a kilometre, so that
   each of these bounds is taken tighter by that (the constants below). How far a place that is asked
   about may reach over an edge (`km` in `places.csv`) is left to who asks.

Run it from the root of the project: `python tools/draw_zone.py` (add `--check` to print, for each
place with a point, where it falls, and to write nothing).
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import shapely
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.coords import CoordinateSequence
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, split

CASE: Final = Path(__file__).parent.parent / "src/trucewatch/case/built_in/idlib"

VERSION: Final = "1"
INSIDE_KM: Final = 14.0
"""Least depth, 15 km, less the kilometre by which the points of a chain may be off."""
OUTER_KM: Final = 21.0
"""Greatest depth, 20 km, and that kilometre."""
OWN_KM: Final = 1.2
"""A place's own ground: what is this near to a chain counts as held by its side ..."""
NEAR_KM: Final = 1.5
"""... unless it is this near to the other side's chain: there nobody can tell."""

DRAWN: Final = (
    "Approximation, not the agreed line, which was never published. Midway between the places that "
    "the government and opposition groups held nearest to the line of contact in autumn 2018; "
    "inside: surely on the opposition's side and at most 15 km deep; band: cannot be told, because "
    "the line, the depth of 15 to 20 km or the points of the places leave it open. "
    "tools/draw_zone.py says how."
)


class Control(NamedTuple):
    """A point of a chain: a place of `places.csv`, or one with its own point and where that is from."""

    id: str
    latitude: float = 0.0
    longitude: float = 0.0
    source: str = ""


# Places whose side is not sure belong to no chain: 'atshan (opposition until 2018, then "government
# edge"), tellsakhr (the mark of 2017 and a text of 2018 disagree).
GOVERNMENT: Final = (
    Control("nubl"),
    Control("sheikh-maqsood quarter of Aleppo", 36.2361, 37.1517, "Wikipedia article"),
    Control(
        "military academy, 5 km east by north of Khan al-Asal", 36.176, 37.0936, "Wikipedia article"
    ),
    Control("abuduhur"),
    Control("sinjar"),
    Control("abudali"),
    Control("maan"),
    Control("tellbizam"),
    Control("suran"),
    Control("masasneh"),
    Control("zalin"),
    Control("zalaqiyat"),
    Control("halfaya"),
    Control("mhardeh"),
    Control("hamamiyat"),
    Control("mughayr"),
    Control("suqaylabiyah"),
    Control("karim"),
    Control("jurin"),
    Control("furu"),
    Control("jubbzuur"),
    Control("rouyasset"),
    Control("ikko"),
    Control("qarajaghiz"),
    Control("kelez"),
)
OPPOSITION: Final = (
    Control("assumed: 8 km south-west of Nubl", 36.33, 36.93, "no place is listed there"),
    Control("anadan", 36.2936, 37.0444, "Wikipedia article"),
    Control("khanalasal", 36.1672, 37.0392, "Wikipedia article"),
    Control("eis", 35.9964, 37.0006, "Wikipedia article"),
    Control("telltuqan", 35.828, 36.9584, "ANE Site Placemarks, doi:10.5281/zenodo.6384045"),
    Control("umkhalakhil"),
    Control("khuwayn"),
    Control("sukayk"),
    Control("morek"),
    Control("buwaydah"),
    Control("maarkaba"),
    Control("latamnah"),
    Control("zakah"),
    Control("arbaeen"),
    Control("habit"),
    Control("kafrnabudah"),
    Control("qalaatmadiq"),
    Control("sharia"),
    Control("huwayja"),
    Control("huwash"),
    Control("mansuraghab"),
    Control("ziyarah"),
    Control("sirmaniyah"),
    Control("kabani"),
    Control("bdama"),
)

# Longitude, latitude. The border with Turkey, rounded by hand and good to two kilometres; it only
# keeps the drawing out of the neighbouring country.
BORDER: Final = (
    (35.70, 35.95),
    (35.92, 35.93),
    (36.02, 35.90),
    (36.11, 35.86),
    (36.16, 35.82),
    (36.18, 35.84),
    (36.18, 35.90),
    (36.21, 35.96),
    (36.30, 35.97),
    (36.37, 36.00),
    (36.38, 36.18),
    (36.40, 36.21),
    (36.51, 36.23),
    (36.61, 36.22),
    (36.68, 36.23),
    (36.69, 36.28),
    (36.66, 36.31),
)
# North of this lies the district of Afrin, under another arrangement.
REST_OF_FRAME: Final = ((36.9929, 36.3787), (37.60, 36.50), (37.60, 34.90), (35.70, 34.90))
# The chains go on beyond their last places to the edge of the frame.
GOVERNMENT_ENDS: Final = ((36.9929, 36.42), (36.05, 35.95))
OPPOSITION_ENDS: Final = ((36.90, 36.42), (36.12, 35.85))
OPPOSITION_HOLDS: Final = (36.6339, 35.9306)
GOVERNMENT_HOLDS: Final = (36.7578, 35.1318)

KM_OF_DEGREE: Final = 111.2
GRID: Final = 1e-4
"""Degrees; about ten metres."""
SLIVER: Final = 3e-3
"""Degrees; about three hundred metres."""
MIDDLE: Final = 35.7


class Drawing(NamedTuple):
    """The zone, in degrees."""

    inside: MultiPolygon
    band: MultiPolygon
    line: BaseGeometry


class Places(NamedTuple):
    """Rows of `places.csv` with their points, in kilometres."""

    rows: dict[str, dict[str, str]]
    points: dict[str, tuple[float, float]]


def to_km(longitude: float, latitude: float) -> tuple[float, float]:
    """Flatten: kilometres east and north of 0, 0; good to a few hundred metres over the area."""
    return longitude * KM_OF_DEGREE * float(np.cos(np.radians(MIDDLE))), latitude * KM_OF_DEGREE


def to_degrees(points: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Undo `to_km`."""
    scale = np.array([KM_OF_DEGREE * np.cos(np.radians(MIDDLE)), KM_OF_DEGREE])
    return np.asarray(points / scale)


def read_places() -> Places:
    """Read the rows, and the points of those that have one."""
    with (CASE / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["place"]: row for row in csv.DictReader(file)}
    points = {
        id: to_km(float(row["longitude"]), float(row["latitude"]))
        for id, row in rows.items()
        if row["latitude"]
    }
    return Places(rows, points)


def chain(
    controls: tuple[Control, ...],
    ends: tuple[tuple[float, float], tuple[float, float]],
    places: Places,
) -> LineString:
    """Join the places of one side, from the north-east round the south to the west."""
    own = [
        to_km(one.longitude, one.latitude) if one.source else places.points[one.id]
        for one in controls
    ]
    return LineString([to_km(*ends[0]), *own, to_km(*ends[1])])


def side(frame: Polygon, line: LineString, holds: tuple[float, float]) -> BaseGeometry:
    """Give the part of the frame behind a chain: the one that holds a city of that side."""
    city = Point(to_km(*holds))
    return next(part for part in split(frame, line).geoms if part.contains(city))


def midway(one: LineString, other: LineString, between: BaseGeometry) -> LineString:
    """Give the line as far from one chain as from the other."""
    samples = [(shapely.segmentize(line, 0.25), line is one) for line in (one, other)]
    points = np.concatenate([shapely.get_coordinates(line) for line, _ in samples])
    of_one = np.concatenate(
        [np.full(shapely.get_num_coordinates(line), mine) for line, mine in samples]
    )
    cells = shapely.voronoi_polygons(MultiPoint(points), ordered=True)
    mine = shapely.union_all([cell for cell, yes in zip(cells.geoms, of_one, strict=True) if yes])
    lines = mine.boundary.intersection(between)
    parts = [part for part in getattr(lines, "geoms", [lines]) if isinstance(part, LineString)]
    merged = linemerge(parts)
    longest = max(getattr(merged, "geoms", [merged]), key=lambda part: float(part.length))
    return LineString(longest.simplify(0.3))


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """Give the polygons of a shape, without slivers, their corners softened."""
    smooth = shape.buffer(-0.15).buffer(0.3).buffer(-0.15).simplify(0.1)
    parts = getattr(smooth, "geoms", [smooth])
    large = [part for part in parts if isinstance(part, Polygon) and part.area > 2]
    return [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > 2])
        for part in large
    ]


def on_grid(shape: BaseGeometry) -> BaseGeometry:
    """Give a shape in degrees, its corners on the grid of the file."""
    return shapely.set_precision(shapely.transform(shape, to_degrees), GRID)


def parts_of(shape: BaseGeometry) -> MultiPolygon:
    """Give the polygons of a shape in degrees that are more than a sliver."""
    opened = shape.buffer(-SLIVER).buffer(SLIVER * 1.5)
    parts = getattr(shape, "geoms", [shape])
    return MultiPolygon(
        [one for one in parts if isinstance(one, Polygon) and one.intersects(opened)]
    )


def draw(places: Places) -> Drawing:
    """Draw the zone."""
    frame = Polygon([to_km(*point) for point in (*BORDER, *REST_OF_FRAME)])
    governed = chain(GOVERNMENT, GOVERNMENT_ENDS, places)
    opposed = chain(OPPOSITION, OPPOSITION_ENDS, places)
    government = side(frame, governed, GOVERNMENT_HOLDS)
    opposition = side(frame, opposed, OPPOSITION_HOLDS)
    between = frame.difference(government).difference(opposition)
    inside = (
        opposition.buffer(OWN_KM)
        .difference(government.buffer(NEAR_KM))
        .intersection(government.buffer(INSIDE_KM))
        .intersection(frame)
    )
    may_be = (
        opposition.union(between.difference(government.buffer(OWN_KM)))
        .union(opposition.buffer(NEAR_KM))
        .intersection(opposed.buffer(OUTER_KM).union(between))
        .intersection(frame)
    )
    # Both are cut out of one shape on one grid, so that they share their edge to the last decimal.
    whole = on_grid(MultiPolygon(polygons(may_be.union(inside))))
    core = on_grid(MultiPolygon(polygons(inside)))
    band = parts_of(shapely.difference(whole, core, grid_size=GRID))
    return Drawing(
        inside=parts_of(shapely.difference(whole, band, grid_size=GRID)),
        band=band,
        line=on_grid(midway(opposed, governed, between)),
    )


def ring(points: CoordinateSequence) -> list[list[float]]:
    """Give a ring as GeoJSON has it."""
    return [[round(longitude, 4), round(latitude, 4)] for longitude, latitude in points]


def as_feature(part: str, geometry: dict[str, Any]) -> dict[str, Any]:
    """Make one feature of the zone."""
    naming = {"zone": "dmz", "name": "demilitarised zone", "version": VERSION, "drawn": DRAWN}
    return {"type": "Feature", "properties": {**naming, "part": part}, "geometry": geometry}


def as_geojson(shape: MultiPolygon) -> dict[str, Any]:
    """Give polygons as GeoJSON has them: outer rings against the clock, holes with it."""
    parts = [orient(part) for part in shape.geoms]
    coordinates = [
        [ring(each.coords) for each in (part.exterior, *part.interiors)] for part in parts
    ]
    return {"type": "MultiPolygon", "coordinates": coordinates}


def where_it_falls(row: dict[str, str], drawing: Drawing) -> tuple[str, float]:
    """Say where a place's point falls, and how many kilometres it is from the line."""
    point = Point(float(row["longitude"]), float(row["latitude"]))
    there = Point(to_km(point.x, point.y))
    line = LineString([to_km(*corner) for corner in drawing.line.coords])
    if drawing.band.covers(point):
        return "band", there.distance(line)
    return ("inside" if drawing.inside.covers(point) else "outside"), there.distance(line)


def main() -> None:
    """Draw the zone; write it, or with `--check` print where each place falls."""
    places = read_places()
    drawing = draw(places)
    if "--check" in sys.argv[1:]:
        falls = {id: where_it_falls(places.rows[id], drawing) for id in places.points}
        for id, (where, km) in falls.items():
            print(f"{where:8} {km:6.1f} km  {id:16} {places.rows[id]['note'][:90]}")
        print(Counter(where for where, _ in falls.values()))
        return
    features = [
        as_feature("inside", as_geojson(drawing.inside)),
        as_feature("band", as_geojson(drawing.band)),
        as_feature("line", {"type": "LineString", "coordinates": ring(drawing.line.coords)}),
    ]
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    # A feature a line: changes can be read.
    text = text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n"
    (CASE / "zones.geojson").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
