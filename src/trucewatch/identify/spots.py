"""One place expression each: the name, the words around it, and where that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.place import Place, Places, Reported
from trucewatch.core.reading import Mention
from trucewatch.identify.compass import DEGREES, displaced
from trucewatch.identify.places import is_area, of_head, place_candidates
from trucewatch.identify.settings import POINT_HEADS, Setting

NEAR_MORE_KM: Final = 5.0
"""How much less sure "near X" is than X."""

_SMALL: Final = frozenset({"town", "village", "hill", "base", "site", "crossing"})

AWAY_SHARE: Final = 0.3
AWAY_LEAST_KM: Final = 2.0
"""A point "37 km south of X" is as sure as this share of the distance, and this at least."""


_AROUND: Final = frozenset({"area", "region", "district"})
"""Behind a town's name, these speak of the town and what lies around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place expression `text[start:end]`, and the place and point that it means, where known.

    `away` tells that the expression says where another place is, or a point beside the named one;
    `reach` is where the words end that only say where it lies, 0 where there are none.
    """

    start: int
    end: int
    anchor: Mention
    setting: Setting
    place: str | None
    lat: float | None = None
    lon: float | None = None
    precision: float | None = None
    reported: Reported | None = None
    reach: int = 0

    @property
    def away(self) -> bool:
        """Tell whether the expression speaks of what lies beside the named place."""
        return self.setting.relation in ("away", "near", "outside") or (
            self.setting.relation == "part" and self.place is None
        )


def spot_of(anchor: Mention, setting: Setting, case: Case) -> Spot:
    """Work out where a name with the words around it is; what cannot be told stays None."""
    if anchor.kind == "zone":
        return _spot(anchor, setting, anchor.id)
    places = case.places
    if setting.relation == "away":
        return _away(anchor, setting, places)
    if setting.relation == "part" and setting.part is not None:
        return _part(anchor, setting, places)
    if setting.relation == "near":
        return _near(anchor, setting, places)
    place = places.find(anchor.id)
    if setting.relation == "outside":
        area = place is None or is_area(place)
        return _spot(anchor, setting, None) if area else _near(anchor, setting, places)
    if setting.head in _AROUND and place is not None and not is_area(place):
        return _near(anchor, setting, places)
    return _at(anchor, setting, place)


def _spot(
    anchor: Mention,
    setting: Setting,
    place: str | None,
    point: tuple[float, float] | None = None,
    precision: float | None = None,
) -> Spot:
    return Spot(
        start=setting.start,
        end=setting.end,
        anchor=anchor,
        setting=setting,
        place=place,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        precision=precision if point else None,
    )


def _at(anchor: Mention, setting: Setting, place: Place | None, more: float = 0.0) -> Spot:
    point = _point(place) if place else None
    km = ((place.km if place else None) or 0.0) + more
    return _spot(anchor, setting, place.id if place else None, point, km or None)


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _seat(anchor: Mention, head: str | None, places: Places) -> Place | None:
    """Give the one point among what a name may mean: a distance is measured from the city."""
    points = [place for place in place_candidates(anchor, places) if not is_area(place)]
    if head in POINT_HEADS:
        points = list(of_head(points, head)) or points
    return points[0] if len(points) == 1 else None


def _away(anchor: Mention, setting: Setting, places: Places) -> Spot:
    seat = _seat(anchor, setting.head, places)
    point = _point(seat) if seat else None
    if point is None or setting.km is None or setting.part not in DEGREES:
        return _spot(anchor, setting, None)
    there = displaced(*point, setting.km, setting.part)
    return _spot(anchor, setting, None, there, round(AWAY_SHARE * setting.km + AWAY_LEAST_KM, 1))


def _part(anchor: Mention, setting: Setting, places: Places) -> Spot:
    """Compose "the northwest of X province" to the case's row for it, or to the whole.

    "West of X", of a small place and without a distance, is its surroundings: as sure as "near X".
    North of a city may be far from it.
    """
    candidates = place_candidates(anchor, places)
    if setting.head in POINT_HEADS:
        candidates = of_head(candidates, setting.head)
    wholes = [place for place in candidates if is_area(place)]
    parts = [part for whole in wholes for part in part_rows(whole, setting.part, places)]
    if parts:
        return _at(anchor, setting, parts[0])
    if wholes:
        own = next((place for place in wholes if place.id == anchor.id), wholes[0])
        return _spot(anchor, setting, own.id if len(wholes) == 1 or own.id == anchor.id else None)
    if setting.within and len(candidates) == 1:
        return _at(anchor, setting, candidates[0])
    beside = _seat(anchor, setting.head, places)
    if beside is None or beside.kind not in _SMALL:
        return _spot(anchor, setting, None)
    return _at(anchor, setting, beside, NEAR_MORE_KM)


def part_rows(whole: Place, part: str | None, places: Places) -> Sequence[Place]:
    """Give the case's rows for a compass part of a place."""
    return [
        place
        for place in places.by_id.values()
        if place.part == part and place.within[:1] == (whole.id,)
    ]


def _near(anchor: Mention, setting: Setting, places: Places) -> Spot:
    """Place "near X" at X, less surely; "the countryside of X" in the province of that name."""
    candidates = place_candidates(anchor, places)
    if setting.head == "countryside":
        rural = of_head(candidates, "countryside")
        return _at(anchor, setting, rural[0] if len(rural) == 1 else None)
    place = _seat(anchor, setting.head, places)
    if place is None:
        known = places.find(anchor.id)
        return _spot(anchor, setting, known.id if known else None)
    return _at(anchor, setting, place, NEAR_MORE_KM)
