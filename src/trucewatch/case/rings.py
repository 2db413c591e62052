"""Tell whether rings make a polygon: closed, crossing nowhere, holes inside.

Written out here because a case is read at every start, and loading a geometry library takes longer
than reading the whole case.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trucewatch.core.place import Coordinates


class _Edge(NamedTuple):
    """An edge with its box; `ring` and `number` tell which edges follow each other."""

    west: float
    east: float
    south: float
    north: float
    start: Coordinates
    end: Coordinates
    ring: int
    number: int


def polygon_fault(rings: Sequence[Sequence[Coordinates]]) -> str | None:
    """Say what is wrong with a polygon, the first ring being its outer one; None if nothing is."""
    for ring in rings:
        if len(ring) < 4 or ring[0] != ring[-1]:
            return "a ring is not closed: its last point must be its first, after two others"
        if any(abs(end[0] - start[0]) > 180 for start, end in pairwise(ring)):
            return "an edge runs around the globe: cut the polygon in two where 180 degrees are"
    bare = [_without_repeats(ring) for ring in rings]
    if any(len(ring) < 4 for ring in bare):
        return "a ring encloses nothing"
    crossing = _crossing(bare)
    if crossing:
        return f"its edges cross near {crossing[0]:.4f}, {crossing[1]:.4f}"
    if any(not _holds(bare[0], hole) for hole in bare[1:]):
        return "a hole lies outside"
    return None


def _without_repeats(ring: Sequence[Coordinates]) -> list[Coordinates]:
    return [ring[0], *(point for last, point in pairwise(ring) if point != last)]


def _crossing(rings: Sequence[Sequence[Coordinates]]) -> Coordinates | None:
    """Sweep from west to east; give a point of an edge that meets one it must not."""
    edges = sorted(
        _edge(start, end, number, index)
        for index, ring in enumerate(rings)
        for number, (start, end) in enumerate(pairwise(ring))
    )
    lengths = [len(ring) - 1 for ring in rings]
    open_edges: list[_Edge] = []
    for edge in edges:
        open_edges = [other for other in open_edges if other.east >= edge.west]
        for other in open_edges:
            near = other.south <= edge.north and edge.south <= other.north
            if near and _conflict(other, edge, lengths[edge.ring]):
                return edge.start
        open_edges.append(edge)
    return None


def _edge(start: Coordinates, end: Coordinates, number: int, ring: int) -> _Edge:
    (x, y), (to_x, to_y) = start, end
    return _Edge(min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y), start, end, ring, number)


def _conflict(one: _Edge, other: _Edge, length: int) -> bool:
    if one.ring != other.ring:
        return _cross(one, other)
    if (one.number + 1) % length == other.number:
        return _turns_back(one, other)
    if (other.number + 1) % length == one.number:
        return _turns_back(other, one)
    return _cross(one, other) or _touch(one, other)


def _side(a: Coordinates, b: Coordinates, c: Coordinates) -> float:
    """Positive where `c` lies left of the line from `a` to `b`, 0 on it."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(one: _Edge, other: _Edge) -> bool:
    a, b, c, d = one.start, one.end, other.start, other.end
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _touch(one: _Edge, other: _Edge) -> bool:
    return any(_lies_on(edge, point) for edge, points in _ends(one, other) for point in points)


def _ends(one: _Edge, other: _Edge) -> tuple[tuple[_Edge, tuple[Coordinates, ...]], ...]:
    return (one, (other.start, other.end)), (other, (one.start, one.end))


def _lies_on(edge: _Edge, point: Coordinates) -> bool:
    in_box = edge.west <= point[0] <= edge.east and edge.south <= point[1] <= edge.north
    return in_box and _side(edge.start, edge.end, point) == 0


def _turns_back(first: _Edge, second: _Edge) -> bool:
    """Tell whether the second edge runs back over the first."""
    return _lies_on(first, second.end) or _lies_on(second, first.start)


def _holds(outer: Sequence[Coordinates], hole: Sequence[Coordinates]) -> bool:
    """Tell whether a ring that crosses no edge of `outer` lies in it: one point off its edges does."""
    for point in hole:
        place = _inside(outer, point)
        if place is not None:
            return place
    return True


def _inside(ring: Sequence[Coordinates], point: Coordinates) -> bool | None:
    """Tell whether a point lies in a ring; None on its edge."""
    x, y = point
    inside = False
    for number, (a, b) in enumerate(pairwise(ring)):
        if _lies_on(_edge(a, b, number, 0), point):
            return None
        if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside
