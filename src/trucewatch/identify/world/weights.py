"""How strongly a name means each place that bears it, beside all other names of the document.

The numbers were fitted on the development parts of four sets of news with places; each stands for one
reason. A weight of 1 counts as ten times the inhabitants do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log1p, log10, radians
from typing import Final

from trucewatch.core.world import WorldKind, WorldPlace

ROUNDS: Final = 3
TOGETHER: Final = 300
"""So many names are weighed beside one another; a longer list is weighed in stretches."""

LEAST_SHARE: Final = 0.04
WIDE_KM: Final = 100.0
"""What reaches as far lies near nothing."""

_INHABITANTS: Final = 1.05
_FEWEST: Final = 300
_KIND: Final[dict[WorldKind, float]] = {
    "country": 2.0,
    "division": 1.3,
    "capital": 0.5,
    "city": 0.0,
}
_AREA: Final = 7.0
_COUNTY: Final = 4.0
_COUNTY_BARE: Final = 2.8
"""A county whose name stands without the word."""

_FURTHER_NAME: Final = -1.5
_UNFIT: Final = -4.0
_BESIDE: Final = 2.25
_HAS_GREAT_CITY: Final = -1.25
_HAS_CAPITAL: Final = -2.2
"""A division whose name the capital bears too."""

_GREAT: Final = 4
"""A city with this part of a division's people stands for its name."""

_IN_DIVISION: Final = 1.6
_IN_COUNTRY: Final = 2.3
_HAS_TOWNS: Final = 2.7
_LISTED: Final = 2.0
_NEAR: Final = 1.6
_NEAR_KM: Final = 60.0
_NEAR_MORE: Final = 2.4
_SHARPNESS: Final = 3.3
_TOWN_TELLS_DIVISION: Final = 0.4
_PLACE_TELLS_COUNTRY: Final = 0.5
_CELL_DEGREES: Final = 2
_DEGREE_KM: Final = 111.2


@dataclass(slots=True, kw_only=True, eq=False)
class Sense:
    """A name of the document and the places that bear it, each with its weights and its share of all.

    `kinds` are those that a noun beside the name speaks of, `held` the places that the words beside
    it put into a larger one, `listed` the names that it stands in one list with. `part` tells that
    only a part of the words is a place's name.
    """

    places: tuple[WorldPlace, ...]
    kinds: tuple[WorldKind, ...] = ()
    held: frozenset[WorldPlace] = frozenset()
    part: bool = False
    listed: list[Sense] = field(default_factory=list, repr=False)
    prior: list[float] = field(default_factory=list)
    holder: list[float] = field(default_factory=list)
    near: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)


def weigh(senses: Sequence[Sense], around: Sequence[Sense] = ()) -> None:
    """Weigh the places of all names; `around` are names of which nothing is asked."""
    for start in range(0, len(senses), TOGETHER):
        _weigh_together([*senses[start : start + TOGETHER], *around])


def _weigh_together(senses: Sequence[Sense]) -> None:
    for sense in senses:
        sense.prior = [_prior(place, sense) for place in sense.places]
        sense.holder = sense.near = [0.0] * len(sense.places)
        sense.shares = _shares(sense.prior)
    for _ in range(ROUNDS):
        named = _Named(senses)
        grid = _grid(senses)
        for number, sense in enumerate(senses):
            sense.holder = [
                named.weight(place, number) + _alike(place, sense) for place in sense.places
            ]
            sense.near = [_near(place, number, grid) for place in sense.places]
        for sense in senses:
            parts = zip(sense.prior, sense.holder, sense.near, strict=True)
            sense.shares = _shares([sum(each) for each in parts])


def _prior(place: WorldPlace, sense: Sense) -> float:
    """Weigh a place by its inhabitants, its kind, and what the words beside the name say."""
    if place.kind == "county":
        weight = _COUNTY if sense.places[0].kind == "county" else _COUNTY_BARE
    elif place.kind == "area":
        weight = _AREA
    else:
        weight = _INHABITANTS * log10(max(place.people, _FEWEST)) + _KIND[place.kind]
    if place.is_city and not place.own:
        weight += _FURTHER_NAME
    if place.kind == "division":
        weight += _great_city(place, sense.places)
    if sense.kinds and place.kind not in sense.kinds:
        weight += _UNFIT
    if place in sense.held:
        weight += _BESIDE
    return weight


def _great_city(division: WorldPlace, places: Iterable[WorldPlace]) -> float:
    """Weigh that a capital, or a city that holds much of its people, bears a division's name too."""
    weight = 0.0
    for place in places:
        if place.country == division.country and place.kind == "capital":
            return _HAS_CAPITAL
        inside = place.is_city and place.division == division.name
        if (
            inside
            and place.country == division.country
            and _GREAT * place.people >= division.people
        ):
            weight = _HAS_GREAT_CITY
    return weight


def _shares(weights: Sequence[float]) -> list[float]:
    if not weights:
        return []
    most = max(weights)
    raised = [exp(_SHARPNESS * (weight - most)) for weight in weights]
    total = sum(raised)
    return [each / total for each in raised]


def _alike(place: WorldPlace, sense: Sense) -> float:
    """Weigh a place by the like of it among the names of its list: "Xland, Yland and Zland"."""
    alike = [
        sum(
            share
            for other, share in zip(peer.places, peer.shares, strict=True)
            if other.kind == place.kind and other.country == place.country
        )
        for peer in sense.listed
    ]
    return _LISTED * sum(alike) / len(alike) if alike else 0.0


_ByName = dict[int, float]
_Division = tuple[str, str]


def _by_name() -> _ByName:
    return defaultdict(float)


class _Named:
    """How surely a document names each country and division, and by which of its names."""

    def __init__(self, senses: Sequence[Sense]) -> None:
        self._countries: dict[str, _ByName] = defaultdict(_by_name)
        self._divisions: dict[_Division, _ByName] = defaultdict(_by_name)
        self._towns: dict[_Division, _ByName] = defaultdict(_by_name)
        for number, sense in enumerate(senses):
            for place, share in zip(sense.places, sense.shares, strict=True):
                if share >= LEAST_SHARE:
                    self._add(place, share, number)

    def _add(self, place: WorldPlace, share: float, name: int) -> None:
        if place.country:
            told = 1.0 if place.kind == "country" else _PLACE_TELLS_COUNTRY
            self._countries[place.country][name] += told * share
        if place.kind == "division":
            self._divisions[place.country, place.name][name] += share
        elif place.division:
            key = place.country, place.division
            self._divisions[key][name] += _TOWN_TELLS_DIVISION * share
            self._towns[key][name] += share

    def weight(self, place: WorldPlace, name: int) -> float:
        """Weigh a place by what holds it, and a division by what it holds, among the other names."""
        weight = 0.0
        if place.country:
            weight += _IN_COUNTRY * _surely(self._countries.get(place.country), name)
        if place.kind == "division":
            towns = self._towns.get((place.country, place.name))
            weight += _HAS_TOWNS * _surely(towns, name)
        elif place.division:
            divisions = self._divisions.get((place.country, place.division))
            weight += _IN_DIVISION * _surely(divisions, name)
        return weight


def _surely(named: _ByName | None, name: int) -> float:
    """Give how surely something is named by other names than this one, 1 at most."""
    others = sum(weight for other, weight in (named or {}).items() if other != name)
    return min(1.0, others)


_Grid = Mapping[tuple[int, int], Sequence[tuple[int, WorldPlace, float]]]


def _grid(senses: Sequence[Sense]) -> _Grid:
    cells: dict[tuple[int, int], list[tuple[int, WorldPlace, float]]] = defaultdict(list)
    for number, sense in enumerate(senses):
        for place, share in zip(sense.places, sense.shares, strict=True):
            if share >= LEAST_SHARE / 2 and place.km < WIDE_KM:
                cells[_cell(place)].append((number, place, share))
    return cells


def _cell(place: WorldPlace) -> tuple[int, int]:
    return int(place.latitude // _CELL_DEGREES), int(place.longitude // _CELL_DEGREES)


def _near(place: WorldPlace, name: int, grid: _Grid) -> float:
    """Weigh a place by the places of other names that lie near it."""
    if place.km >= WIDE_KM:
        return 0.0
    row, column = _cell(place)
    support: dict[int, float] = {}
    for cell in ((row + up, column + aside) for up in (-1, 0, 1) for aside in (-1, 0, 1)):
        for other, there, share in grid.get(cell, ()):
            if other != name:
                weight = share * exp(-_apart(place, there) / _NEAR_KM)
                support[other] = max(support.get(other, 0.0), weight)
    total = sum(support.values())
    return _NEAR * (min(total, 1.0) + _NEAR_MORE * log1p(max(0.0, total - 1.0)))


def _apart(one: WorldPlace, other: WorldPlace) -> float:
    """Give roughly the kilometres between two places that are near each other."""
    across = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _DEGREE_KM * hypot(one.latitude - other.latitude, across)
