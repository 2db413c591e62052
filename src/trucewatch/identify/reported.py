"""What a report itself says of a place and a zone: in it, near it, outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.place import Places, Reported
from trucewatch.identify.places import is_area
from trucewatch.identify.spots import Spot

_RELATED = re.compile(
    r"\b(?:"
    r"(?P<near>near(?:by)?(?: to)?|around|along|close to|bordering|next to|adjacent to|not far from"
    r"|(?:(?:on|at) )?(?:the )?(?:outer )?(?:edges?|borders?|outskirts|fringes?|limits|boundary"
    r"|boundaries|perimeter) of)"
    r"|(?P<outside>outside(?: of)?|beyond|not (?:part|inside|within|in)(?: of)?)"
    r"|(?P<in>inside|within|in|into|across|throughout|part of|included in|covered by|from|out of"
    r"|at)"
    r")(?= )",
    re.IGNORECASE,
)
_LEAVING = re.compile(r"(?:from|out of)\b", re.IGNORECASE)
"""What comes "from the zone" says nothing of the place named before: "shelled X from the zone"."""

_TO_THE_NAME = re.compile(r" (?:[\w'\"“‘-]{1,30} ){0,4}[\"“‘']?")
_FILLED = re.compile(
    r"[,(]{0,2} ?(?:(?:which|who|that|is|are|was|were|lies?|lying|lie|located|situated|also|falls?"
    r"|reportedly|a|an|the|both|all|small|town|towns|village|villages|area|areas|hill|hills|hilltop|hamlet"
    r"|city|suburb|quarter|district|deep|just)\b ?){0,8}",
    re.IGNORECASE,
)
_INSIDE_AT = re.compile(
    r",? (?:in|at) (?:the )?(?:(?:town|village|city|area|villages|towns) of )?", re.IGNORECASE
)
_LISTED = re.compile(
    r"(?:,|, and| and| &|,? as well as) (?:the )?(?:(?:towns?|villages?|city|cities) of )?",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\w, (?:which \w+ )?(?:in|inside|within|part of)(?: the)? $")
"""Between commas, a zone says where the place named before lies: "from X, within the zone, at Y"."""

_WINDOW: Final = 70


def tell_zone(levelled: str, spots: Sequence[Spot], places: Places) -> list[Spot]:
    """Give the spots of a sentence with what it says of the zone; order kept.

    "X in the zone" is X, reported in the zone, and no second spot; so are the places listed with X.
    A zone's name alone is the zone; "near the zone" is near it.
    """
    told: list[Spot] = []
    for spot in spots:
        if spot.anchor.kind != "zone":
            told.append(spot)
            continue
        first = max(told[-1].end, told[-1].reach) if told else 0
        relation, start = _relation(levelled, spot, first)
        gap = levelled[first:start] if told and start is not None else None
        leaving = start is not None and _LEAVING.match(levelled, start) is not None
        beside = gap is not None and not leaving and told[-1].anchor.kind != "zone"
        if beside and gap is not None and _FILLED.fullmatch(gap):
            _mark_list(levelled, told, relation)
            continue
        told.append(replace(spot, reported=relation))
    return list(_zone_then_place(levelled, told, places))


def _relation(levelled: str, zone: Spot, first: int) -> tuple[Reported, int | None]:
    """Read the preposition before a zone's name: what it says, and where it begins."""
    setting = zone.setting
    if setting.relation in ("near", "away"):
        return "near", setting.start
    if (
        setting.relation == "outside"
        and levelled[setting.start : setting.start + 6].lower() != "out of"
    ):
        return "outside", setting.start
    start = zone.anchor.span.start
    related = list(_RELATED.finditer(levelled, max(first, start - _WINDOW), start))
    found = related[-1] if related else None
    if found is None or not _TO_THE_NAME.fullmatch(levelled, found.end(), start):
        return "in", None
    if found["near"]:
        return "near", found.start()
    return ("outside" if found["outside"] else "in"), found.start()


def _mark_list(levelled: str, told: list[Spot], relation: Reported) -> None:
    """Mark the last place and those listed with it."""
    for number in range(len(told) - 1, -1, -1):
        told[number] = replace(told[number], reported=relation)
        gap = levelled[told[number - 1].end : told[number].start] if number else ""
        if not _LISTED.fullmatch(gap) or told[number - 1].anchor.kind == "zone":
            return


def _zone_then_place(levelled: str, spots: Sequence[Spot], places: Places) -> Iterator[Spot]:
    """Read "in the zone, at X" as X, reported in the zone."""
    number = 0
    while number < len(spots):
        spot = spots[number]
        following = spots[number + 1] if number + 1 < len(spots) else None
        if following is not None and _inside_at(levelled, spot, following, places):
            yield replace(following, reported=following.reported or spot.reported)
            number += 2
            continue
        yield spot
        number += 1


def _inside_at(levelled: str, zone: Spot, place: Spot, places: Places) -> bool:
    gap = levelled[zone.end : place.start]
    aside = gap.startswith(",") and _ASIDE.search(levelled, max(0, zone.start - 40), zone.start)
    joined = not aside and _INSIDE_AT.fullmatch(gap) is not None
    return joined and zone.anchor.kind == "zone" and _is_point(place, places)


def _is_point(spot: Spot, places: Places) -> bool:
    place = places.find(spot.place)
    return (
        spot.anchor.kind == "place" and not spot.away and place is not None and not is_area(place)
    )
