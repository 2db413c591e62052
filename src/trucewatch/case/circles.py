"""Find what stands above or within itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter


def find_circle(links: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Give a circle among `links`, from an id of it back to that id; None where there is none."""
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[::-1]
    return None


def length_of_chains(links: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Give for each id how many stand above it in the longest chain; `links` have no circle."""
    lengths: dict[str, int] = {}
    for id in TopologicalSorter(links).static_order():
        lengths[id] = max((1 + lengths[above] for above in links.get(id, ())), default=0)
    return lengths
