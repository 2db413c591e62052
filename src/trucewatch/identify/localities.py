"""Where things happened: place expressions with their points and both facts about the zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.case.zones import zone_fact
from trucewatch.core.case import Case
from trucewatch.core.dateline import dateline
from trucewatch.core.document import Document
from trucewatch.core.place import Geometry, Places, ZoneFact
from trucewatch.core.reading import Locality, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.identify.anchors import LOCATED, anchors_of
from trucewatch.identify.compass import DIRECTION, part_of
from trucewatch.identify.places import is_area
from trucewatch.identify.reported import tell_zone
from trucewatch.identify.settings import level, read_setting
from trucewatch.identify.spots import NEAR_MORE_KM, Spot, part_rows, spot_of

_APPOSED = re.compile(
    r"(?!,? and),? ?\(?(?:(?:a|an|the|which|that|is|lies|lying|located|situated|some|about|around|roughly"
    r"|small|nearby|village|town|city|area|hill|in|to|at|just|also|and|strategic|key) ){0,7}",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:,| \(|,? (?:in|of|inside|within|at|located in|situated in|near))?"
    r"(?: (?:the|a|an|village|town|city|villages|towns|area|areas|located|situated|in|of|inside"
    r"|within|district|held|controlled)){0,6} ?",
    re.IGNORECASE,
)
_OWNED = re.compile(r"'s? (?:(?:town|city|village|province|flashpoint) (?:of )?)?", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:,|, and| and| &|,? as well as| or) (?:the )?(?:(?:towns?|villages?|city|cities) of )?",
    re.IGNORECASE,
)
_DASHED = re.compile(r" ?[-‐‑–/—] ?| to ")
_AXIS_BEHIND = re.compile(
    r"(?:'s)? ?\)?(?:\w+ )?(?:axis|axes|front(?:line)?|road|highway|line|route|motorway|corridor)\b",
    re.IGNORECASE,
)
_AXIS_BEFORE = re.compile(
    r"\b(?:axis|axes|front(?:line)?|road|highway|line|route)(?: of| between| from)? (?:the )?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:(?:towns?|villages?|city|cities) of )?$", re.IGNORECASE
)
_AND = re.compile(r" and (?:the )?(?:(?:town|village|city) of )?", re.IGNORECASE)
_BANNED = re.compile(
    r"[(,\u2013\u2014-] ?[^(),]{0,30}\b(?:banned|outlawed|prohibited|designated|recogni[sz]ed)\b"
    r"[^(),]{0,30}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",? (?:and|or) ")
_HOLDERS: Final = frozenset(
    {"country", "province", "governorate", "area", "region", "city", "town"}
)


def find_localities(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], case: Case
) -> tuple[Locality, ...]:
    """Find where a text places things, in its order; datelines place nothing.

    `mentions` have been resolved by `identify_places`. Each place expression ("the south of the
    province", "37 km south of X", "near X") is one locality over all its words; what only says where
    another place lies ("X, in the north of Y") is not one beside it. A part that the case does not
    list is its whole, without precision. Where the place or its point cannot be told, they are None.
    """
    levelled = level(document.text)
    located = [mention for mention in mentions if mention.kind in LOCATED]
    found: list[Locality] = []
    for sentence in sentences:
        first = sentence.span.start
        filed = first + dateline(document.text[first : sentence.span.end + 1])
        anchors = anchors_of(document.text, levelled, sentence, located, case.places)
        anchors = [
            anchor
            for anchor in anchors
            if anchor.span.start >= filed and not _footnote(levelled, anchor)
        ]
        spots = list(_spots(levelled, sentence, anchors, case))
        told = tell_zone(levelled, _apart(levelled, spots, case.places), case.places)
        found.extend(_locality(document.text, spot, case) for spot in told)
    return tuple(found)


def _footnote(levelled: str, anchor: Mention) -> bool:
    """Tell whether a name only says where a group is outlawed: "X (banned in Y)"."""
    before = levelled[max(0, anchor.span.start - 60) : anchor.span.start]
    return _BANNED.search(before) is not None


def _spots(
    levelled: str, sentence: Sentence, anchors: Sequence[Mention], case: Case
) -> Iterator[Spot]:
    first = sentence.span.start
    for number, anchor in enumerate(anchors):
        last = anchors[number + 1].span.start if number + 1 < len(anchors) else sentence.span.end
        setting = read_setting(levelled, anchor.span.start, anchor.span.end, first, last)
        spot = spot_of(anchor, setting, case)
        beside = _part_beside(levelled, first, spot, case)
        if beside is not None:
            yield beside
        yield spot
        first = max(anchor.span.end, spot.end)  # "X village of X": no word is read twice


def _part_beside(levelled: str, first: int, spot: Spot, case: Case) -> Spot | None:
    """Read the other part of "the northern and western countryside of X"; None where none is told."""
    start = max(first, spot.start - _WORDS_BEFORE)
    found = _PART_BEFORE.search(levelled[start : spot.start])
    if found is None:
        return None
    begin, end, part = start + found.start("way"), start + found.end("way"), part_of(found["way"])
    known = case.places.find(spot.place)
    whole = case.places.find(known.within[0]) if known and known.part and known.within else None
    if whole is None:
        setting = spot.setting._replace(start=begin, end=end, part=part)
        return spot_of(spot.anchor, setting, case) if spot.setting.part else None
    row = next(iter(part_rows(whole, part, case.places)), None)
    if row is None:
        return None
    lat, lon = row.latitude, row.longitude
    return replace(spot, start=begin, end=end, place=row.id, lat=lat, lon=lon, precision=row.km)


_WORDS_BEFORE: Final = 40
_PART_BEFORE: Final = re.compile(
    rf"\b(?P<way>{DIRECTION})(?: rural)?(?: countryside)? (?:and|or|as well as) (?:the )?$",
    re.IGNORECASE,
)


def _apart(levelled: str, spots: Sequence[Spot], places: Places) -> list[Spot]:
    """Join the spots that speak of one place: stretches between two, and what holds or locates one."""
    kept: list[Spot] = []
    for spot in spots:
        joined = _joined(levelled, kept[-1], spot, places) if kept else None
        if joined is None:
            kept.append(spot)
            continue
        kept[-1] = replace(joined, reach=max(spot.end, spot.reach))
        if joined.place == spot.place and joined.anchor is not spot.anchor:
            _hold_the_list(levelled, kept, spot)
    return kept


def _joined(levelled: str, before: Spot, spot: Spot, places: Places) -> Spot | None:
    """Give the one spot that two neighbours make together; None where they are two."""
    return (
        _between(levelled, before, spot)
        or _located_by(levelled, before, spot)
        or _held_by(levelled, before, spot, places)
        or _owned_by(levelled, before, spot, places)
    )


def _between(levelled: str, one: Spot, other: Spot) -> Spot | None:
    """Make one nameless place of "between A and B" and "the A-B axis"."""
    gap = levelled[one.end : other.start]
    before = levelled[max(0, one.start - 40) : one.start]
    behind = _AXIS_BEHIND.match(levelled, other.end)
    axis = _DASHED.fullmatch(gap) and (behind or _AXIS_BEFORE.search(before))
    both = _AND.fullmatch(gap) and (_BETWEEN.search(before) or _AXIS_BEFORE.search(before))
    if not axis and not both:
        return None
    end = behind.end() if behind else other.end
    return replace(one, end=end, place=None, lat=None, lon=None, precision=None)


def _located_by(levelled: str, place: Spot, way: Spot) -> Spot | None:
    """Let "X, 37 km south of Y" and "X, near Y" be X, with a point where it has none of its own.

    An unknown "X, a hill north of the town of Y" is what lies there.
    """
    unknown = place.place is None and place.lat is None and place.anchor.kind != "zone"
    if unknown and way.setting.relation == "part" and way.place and not place.away:
        beside = _APPOSED.fullmatch(levelled[place.end : way.start])
        if beside and levelled[place.end : place.end + 1] == ",":
            return replace(
                place, place=way.place, lat=way.lat, lon=way.lon, precision=way.precision
            )
    if not way.away or place.away or "zone" in (way.anchor.kind, place.anchor.kind):
        return None
    if way.setting.relation == "outside":
        return None
    if not _APPOSED.fullmatch(levelled[place.end : way.start]):
        return None
    if place.lat is not None or way.lat is None:
        return place
    less_sure = way.precision if way.setting.relation == "away" else NEAR_MORE_KM
    return replace(place, lat=way.lat, lon=way.lon, precision=less_sure or way.precision)


def _held_by(levelled: str, place: Spot, holder: Spot, places: Places) -> Spot | None:
    """Let "X in Y" be X; where X is unknown, it is somewhere in Y."""
    if holder.away or place.away or not _holds(holder, places) or place.anchor.kind == "zone":
        return None
    gap = levelled[place.end : holder.start]
    if not gap or not _HELD.fullmatch(gap):
        return None
    if gap.strip() == "," and (place.place is None or _GOES_ON.match(levelled, holder.end)):
        return None
    if place.place is not None:
        return place if _is_in(place, holder, places) else None
    if place.lat is not None:
        return place
    return replace(place, end=holder.end, place=holder.place)


def _owned_by(levelled: str, owner: Spot, place: Spot, places: Places) -> Spot | None:
    """Let "Y's X" be X."""
    if place.away or not _OWNED.fullmatch(levelled[owner.end : place.start]):
        return None
    return place if place.place is None or _is_in(place, owner, places) else None


def _holds(spot: Spot, places: Places) -> bool:
    place = places.find(spot.place)
    return place is not None and (is_area(place) or place.kind in _HOLDERS)


def _is_in(place: Spot, holder: Spot, places: Places) -> bool:
    """Tell whether one of the places that the holder's name may mean holds the place."""
    named = {holder.place, holder.anchor.id, *holder.anchor.candidates}
    return place.place != holder.place and bool(places.areas(place.place or "") & named)


def _hold_the_list(levelled: str, kept: list[Spot], holder: Spot) -> None:
    """Let "A, B and C in Y" hold for the unknown ones among A and B too."""
    for number in range(len(kept) - 2, -1, -1):
        gap = levelled[kept[number].end : kept[number + 1].start]
        if not _LISTED.fullmatch(gap):
            return
        if kept[number].place is None and kept[number].lat is None:
            kept[number] = replace(kept[number], place=holder.place)


def _locality(text: str, spot: Spot, case: Case) -> Locality:
    geometry, km = _zone(spot, case.places)
    return Locality(
        span=Span.cut(text, spot.start, spot.end),
        place=spot.place,
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
        zone=ZoneFact(geometry=geometry, reported=spot.reported, km=km),
    )


def _zone(spot: Spot, places: Places) -> tuple[Geometry | None, float | None]:
    """Measure a point against every zone: the first that it is not outside, else the nearest."""
    facts = [zone_fact(zone, spot.lat, spot.lon, spot.precision) for zone in places.zones.values()]
    inside = next((fact for fact in facts if fact[0] not in (None, "outside")), None)
    measured = [fact for fact in facts if fact[1] is not None]
    if inside or not measured:
        return inside or (None, None)
    return min(measured, key=lambda fact: fact[1] or 0.0)
