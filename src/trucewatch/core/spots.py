"""At which spots something happened: what makes an act one act, wherever its point lies."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.core.place import Places
from trucewatch.core.reading import Locality


def spots_of(localities: Iterable[Locality], places: Places) -> frozenset[str]:
    """Give the ids of the spots among places; what the case no longer knows is one by its point."""
    return frozenset(
        each.place
        for each in localities
        if each.place
        and (
            places.is_spot(each.place) or (each.lat is not None and places.find(each.place) is None)
        )
    )


def told_places(localities: Iterable[Locality], places: Places) -> tuple[str, ...]:
    """Give the ids of the spots something happened at; without one, those of the areas. Sorted."""
    listed = tuple(localities)
    spots = spots_of(listed, places)
    return tuple(sorted(spots or {each.place for each in listed if each.place}))
