"""Read `zones.geojson`: on which ground a zone surely lies, and where nobody can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from trucewatch.case.fields import DECIMAL, ID, Fields
from trucewatch.case.nodes import ListNode, Node, Scalar
from trucewatch.case.notes import FileNotes
from trucewatch.case.rings import polygon_fault
from trucewatch.core.place import Coordinates, Zone

POINTS: Final = 5_000
"""The most points of a file's zones: a line drawn for a treaty has hundreds."""

Line: TypeAlias = tuple[Coordinates, ...]

_AREAS = ("Polygon", "MultiPolygon")
SHAPES: Final = {"inside": _AREAS, "band": _AREAS, "line": ("LineString", "MultiLineString")}
NAMING: Final = ("name", "version", "drawn")


@dataclass(slots=True, kw_only=True)
class _Drawing:
    """A zone while its features are read."""

    starts: int
    naming: dict[str, str]
    inside: list[tuple[Line, ...]] = field(default_factory=list)
    band: list[tuple[Line, ...]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read_zones(node: Node, notes: FileNotes) -> dict[str, Zone]:
    """Read every zone, by id; what cannot be read is noted."""
    return _Reader(notes).read(node)


class _Reader:
    def __init__(self, notes: FileNotes) -> None:
        self._notes = notes
        self._drawings: dict[str, _Drawing] = {}
        self._points = 0

    def read(self, node: Node) -> dict[str, Zone]:
        optional = ("name", "description", "bbox")
        required = ("type", "features")
        fields = Fields(node, self._notes, "the file", required=required, optional=optional)
        fields.one_of("type", ("FeatureCollection",))
        for feature in fields.items("features", empty=True):
            self._feature(feature)
        return {id: self._zone(id, drawing) for id, drawing in self._drawings.items()}

    def _zone(self, id: str, drawing: _Drawing) -> Zone:
        if not drawing.inside:
            what = f"zone '{id}' has no feature with part 'inside'"
            mend = "Draw the ground that surely belongs to it"
            self._notes.fault(drawing.starts, what, mend)
        return Zone(
            id=id,
            name=drawing.naming["name"],
            version=drawing.naming["version"],
            drawn=drawing.naming["drawn"],
            inside=tuple(drawing.inside),
            band=tuple(drawing.band),
            line=tuple(drawing.lines),
        )

    def _feature(self, node: Node) -> None:
        required = ("type", "properties", "geometry")
        fields = Fields(node, self._notes, "a feature", required=required, optional=("id", "bbox"))
        fields.one_of("type", ("Feature",))
        properties, geometry = fields.node("properties"), fields.node("geometry")
        if properties is None or geometry is None:
            return
        named = self._properties(properties)
        part = named.one_of("part", tuple(SHAPES))
        drawing = self._drawing(named)
        if part and drawing:
            self._draw(drawing, part, geometry)

    def _properties(self, node: Node) -> Fields:
        required = ("zone", *NAMING, "part")
        return Fields(node, self._notes, "a zone", required=required, optional=("source", "note"))

    def _drawing(self, named: Fields) -> _Drawing | None:
        """Give the zone that a feature belongs to; its first feature names it."""
        id = named.text("zone")
        naming = {key: named.text(key) for key in NAMING}
        drawing = self._drawings.get(id)
        if drawing is None:
            if not ID.fullmatch(named.define("zone", "zone")):
                return None
            drawing = self._drawings[id] = _Drawing(starts=named.line, naming=naming)
        for key in (key for key in NAMING if naming[key] != drawing.naming[key]):
            what = f"zone '{id}' has two values of '{key}'"
            named.fault(key, what, "Give each of its features the same")
        return drawing

    def _draw(self, drawing: _Drawing, part: str, node: Node) -> None:
        required = ("type", "coordinates")
        fields = Fields(node, self._notes, "a geometry", required=required, optional=("bbox",))
        shape = fields.one_of("type", SHAPES[part])
        coordinates = fields.node("coordinates")
        if not shape or coordinates is None:
            return
        for each in self._items(coordinates) if shape.startswith("Multi") else (coordinates,):
            if part == "line":
                drawing.lines.append(self._line(each) or ())
            else:
                polygons = drawing.inside if part == "inside" else drawing.band
                polygons.append(self._polygon(each))

    def _polygon(self, node: Node) -> tuple[Line, ...]:
        rings = [self._line(ring) for ring in self._items(node)]
        whole = tuple(ring for ring in rings if ring)
        if len(whole) == len(rings):
            fault = polygon_fault(whole) if whole else "a polygon without a ring"
            if fault:
                self._notes.fault(node.line, fault, "Correct the drawing")
        return whole

    def _line(self, node: Node) -> Line | None:
        """Read points in a row; None where they cannot be read."""
        nodes = self._items(node)
        before, self._points = self._points, self._points + len(nodes)
        if before <= POINTS < self._points:
            what = f"the zones have more than {POINTS} points"
            self._notes.fault(node.line, what, "Simplify the drawing")
        if self._points > POINTS:
            return None
        points = [_coordinates(each) for each in nodes]
        for each in (each for each, point in zip(nodes, points, strict=True) if point is None):
            what = "a point must be a longitude of -180 to 180 and a latitude of -90 to 90"
            self._notes.fault(each.line, what, "Write [36.5, 35.25]: east first, in degrees")
            return None
        if len(points) < 2:
            self._notes.fault(node.line, "a line of less than two points", "Draw it")
            return None
        return tuple(point for point in points if point)

    def _items(self, node: Node) -> Sequence[Node]:
        if isinstance(node, ListNode):
            return node.items
        self._notes.fault(node.line, "coordinates must be lists", "Nest them as GeoJSON does")
        return ()


def _coordinates(node: Node) -> Coordinates | None:
    if not isinstance(node, ListNode) or len(node.items) != 2:
        return None
    longitude, latitude = (_degrees(item) for item in node.items)
    if longitude is None or latitude is None or abs(longitude) > 180 or abs(latitude) > 90:
        return None
    return longitude, latitude


def _degrees(node: Node) -> float | None:
    if not isinstance(node, Scalar) or not node.plain or not DECIMAL.fullmatch(node.text):
        return None
    return float(node.text)
