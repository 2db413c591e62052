"""Places of a gazetteer that a case's folder holds beside the case's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from trucewatch.core.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """A row of a gazetteer: the place as the case takes it, and what tells it from others of its name.

    Where the case's own places hold the same one, `place` is the case's. `latitude` and `longitude` are
    the row's own, of areas and roads too; `country` is an ISO code, `division` the name of the first-level
    division, empty where none is given; `people` its inhabitants, 0 where nobody counted.
    """

    place: Place
    kind: str
    latitude: float
    longitude: float
    country: str
    division: str
    people: int


class Gazetteer(Protocol):
    """Further places of a case, looked up as they are asked for."""

    @property
    def countries(self) -> frozenset[str]:
        """Give the ISO codes of the countries that it lists."""
        ...

    def place(self, place_id: str) -> Place | None:
        """Give the place of an id; None where it lists none."""
        ...

    def keyed(self, key: str) -> tuple[GazetteerPlace, ...]:
        """Give the places of a name in its folded form, in the order of their ids."""
        ...

    def same_as(self, own_id: str) -> GazetteerPlace | None:
        """Give the row of a place that the case holds itself; None where it lists none."""
        ...
