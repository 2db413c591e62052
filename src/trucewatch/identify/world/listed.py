"""The case's gazetteer and the world's table as one: the places that a name may mean in a case's reports.

The gazetteer's places go before the world's: of these stay countries, and cities so great that a report may
mean them without a word. Places of one name in one spot, as a village, its hill and its district, are one
here; the noun beside the name tells which of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from trucewatch.case.gazetteer import without_article
from trucewatch.core.distance import kilometres
from trucewatch.core.folding import key_of
from trucewatch.core.gazetteer import Gazetteer, GazetteerPlace
from trucewatch.core.world import WorldKind, WorldPlace
from trucewatch.identify.world.atlas import Atlas

GREAT: Final = 500_000
"""A city elsewhere of as many inhabitants is weighed beside the gazetteer's places."""

ONE_SPOT_KM: Final = 5.0
DISTRICT_KM: Final = 30.0
"""So far from its seat a district's point may lie."""

_RANKS: Final = ("city", "town", "village", "quarter")
_KINDS: Final[dict[str, WorldKind]] = {
    "country": "country",
    "province": "division",
    "district": "county",
}
_LEAST_KM: Final = 1.0


class ListedPlaces:
    """A table of places for one reading: `rows` leads back from its places to the gazetteer's."""

    def __init__(self, gazetteer: Gazetteer, world: Atlas) -> None:
        self._gazetteer = gazetteer
        self._world = world
        self.rows: dict[WorldPlace, tuple[GazetteerPlace, ...]] = {}

    def named(self, name: str) -> tuple[WorldPlace, ...]:
        """Give the gazetteer's places of a name, then those of the world that may be meant all the same."""
        world = self._world.named(name)
        listed = tuple(self._listed(name))
        if not listed:
            return world
        return (*listed, *(each for each in world if self._may_be_meant(each)))

    def lists(self, name: str) -> bool:
        """Tell whether the gazetteer holds a place of exactly this name."""
        return bool(self._rows(name))

    def _listed(self, name: str) -> Iterator[WorldPlace]:
        for spot in _spots(self._rows(name)):
            place = as_world(spot[0])
            self.rows[place] = spot
            yield place

    def _rows(self, name: str) -> Sequence[GazetteerPlace]:
        found = self._gazetteer.keyed(key_of(name))
        if not found and (bare := without_article(name)):
            found = self._gazetteer.keyed(bare)
        return [row for row in found if row.kind != "country"]

    def _may_be_meant(self, place: WorldPlace) -> bool:
        if place.kind == "country":
            return True
        if place.country in self._gazetteer.countries:
            return False
        return place.own and (place.kind in ("capital", "area") or place.people >= GREAT)


def as_world(row: GazetteerPlace) -> WorldPlace:
    """Give a gazetteer's place as the names of a document are weighed."""
    return WorldPlace(
        name=row.division if row.kind == "province" else row.place.name,
        kind=_KINDS.get(row.kind, "city"),
        country=row.country,
        division=row.division,
        latitude=row.latitude,
        longitude=row.longitude,
        people=row.people,
        km=row.place.km or _LEAST_KM,
    )


def _spots(rows: Sequence[GazetteerPlace]) -> list[tuple[GazetteerPlace, ...]]:
    """Put the places of one name that lie in one spot together, the settlement first."""
    spots: list[list[GazetteerPlace]] = []
    for row in sorted(rows, key=_rank):
        home = next((spot for spot in spots if _is_at(row, spot[0])), None)
        if home is None or row.kind == "province":
            spots.append([row])
        else:
            home.append(row)
    return [tuple(spot) for spot in spots]


def _rank(row: GazetteerPlace) -> tuple[int, int]:
    return _RANKS.index(row.kind) if row.kind in _RANKS else len(_RANKS), -row.people


def _is_at(row: GazetteerPlace, first: GazetteerPlace) -> bool:
    if row.place.id == first.place.id:
        return True
    if first.kind == "province":
        return False
    reach = DISTRICT_KM if "district" in (row.kind, first.kind) else ONE_SPOT_KM
    if row.kind in _RANKS and first.kind in _RANKS and row.kind != "quarter":
        reach = max(row.place.km or 0.0, first.place.km or 0.0)
    away = kilometres(row.latitude, row.longitude, first.latitude, first.longitude)
    return away <= reach
