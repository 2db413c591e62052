"""Which place each name means: by the words around it, what holds what, and what lies near."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.distance import kilometres
from trucewatch.core.document import Document
from trucewatch.core.place import AREA_KINDS, Place, Places
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.identify.compass import DIRECTION
from trucewatch.identify.settings import AREA_HEADS, POINT_HEADS, level, read_setting

NEAR_KM: Final = 50.0
"""Of places that share a name, the one this near to another place of the text is meant."""

_LARGEST: Final = ("region", "area", "province", "governorate", "district")
_KINDS_OF_HEAD: Final = {
    "city": ("city", "town"),
    "town": ("town", "city", "village"),
    "village": ("village", "town"),
    "hamlet": ("village",),
    "hill": ("hill",),
    "suburb": ("quarter", "town", "village"),
    "province": ("province", "governorate"),
    "provinces": ("province", "governorate"),
    "governorate": ("governorate", "province"),
    "countryside": ("province", "governorate"),
    "region": ("region", "area", "province"),
    "area": ("area", "region"),
    "district": ("district",),
}
_WHOLE_HEADS: Final = frozenset({"province", "provinces", "governorate", "countryside"})
"""Behind a name, these say that no town of that name is meant."""

_ELSEWHERE = re.compile(rf"(?:,|\(| \(|,? in)? ?(?:in )?(?:{DIRECTION} )?", re.IGNORECASE)
_LOCATED: Final = frozenset({"place", "road", "zone"})


def identify_places(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], case: Case
) -> tuple[Mention, ...]:
    """Resolve place names; the order and the number of mentions stay.

    A name that a city shares with its province means what the words around it say ("X city"), else
    the largest: a name without more is no point. Of places that share a name by chance, one is meant
    only where the sentence names what holds it, or where one alone lies near other places of the
    text. A name that the text puts into another country is nobody's. What stays open has no id.
    """
    levelled = level(document.text)
    found = [_by_words(mention, levelled, case.places) for mention in mentions]
    found = [_in_country(number, found, levelled, case.places) for number in range(len(found))]
    known = [mention for mention in found if mention.kind in _LOCATED and mention.id]
    everywhere = frozenset(mention.id for mention in known if mention.id is not None)
    return tuple(
        _with_point(_by_company(at, known, everywhere, sentences, case.places), case.places)
        for at in found
    )


def place_candidates(mention: Mention, places: Places) -> tuple[Place, ...]:
    """Give the places that a mention may mean: its id first, then its candidates."""
    ids = dict.fromkeys((mention.id or "", *mention.candidates))
    found = (places.find(id) for id in ids)
    return tuple(place for place in found if place is not None)


def of_head(candidates: Iterable[Place], head: str | None) -> tuple[Place, ...]:
    """Give those of the places that a noun can stand for: "city", "province"; all without a noun."""
    every = tuple(candidates)
    kinds = _KINDS_OF_HEAD.get(head or "")
    if kinds is None:
        return every
    fitting = tuple(place for place in every if place.kind in kinds)
    if fitting:
        return min((tuple(p for p in fitting if p.kind == kind) for kind in kinds), key=_empty)
    return ()


def _empty(places: tuple[Place, ...]) -> bool:
    return not places


def is_area(place: Place) -> bool:
    """Tell whether a place is no point."""
    return place.kind in AREA_KINDS


def _by_words(mention: Mention, levelled: str, places: Places) -> Mention:
    """Choose among several places by the noun beside the name, or by size where they share a seat."""
    candidates = place_candidates(mention, places)
    if mention.kind != "place" or not candidates:
        return mention
    span = mention.span
    head = read_setting(levelled, span.start, span.end, span.start - 60, span.end + 40).head
    if mention.id is not None:
        wrong = head in _WHOLE_HEADS and not is_area(candidates[0])
        others = dict.fromkeys((*mention.candidates, mention.id))
        return replace(mention, id=None, candidates=tuple(others)) if wrong else mention
    meant = of_head(candidates, head) if head in POINT_HEADS | AREA_HEADS else candidates
    if len(meant) == 1:
        return replace(mention, id=meant[0].id)
    return replace(mention, id=_largest(meant, places)) if meant else mention


def _largest(candidates: Sequence[Place], places: Places) -> str | None:
    """Give the area among places that share a name, if the others are its parts or its like."""
    areas = [place for place in candidates if place.kind in _LARGEST]
    if not areas:
        return None
    whole = min(areas, key=lambda place: _LARGEST.index(place.kind))
    inside = all(
        place in areas or any(area.id in places.areas(place.id) for area in areas)
        for place in candidates
    )
    return whole.id if inside else None


def _in_country(number: int, mentions: Sequence[Mention], levelled: str, places: Places) -> Mention:
    """Hold a name to the country that the text puts it into: take the id of a place elsewhere."""
    mention = mentions[number]
    candidates = place_candidates(mention, places)
    if mention.kind != "place" or not candidates or candidates[0].kind == "country":
        return mention
    countries = set(_countries_beside(number, mentions, levelled, places))
    if not countries:
        return mention
    if mention.id is None:
        there = [place for place in candidates if places.areas(place.id) & countries]
        return replace(mention, id=there[0].id) if len(there) == 1 else mention
    holders = places.areas(mention.id)
    if countries <= holders or not any(_is_country(id, places) for id in holders):
        return mention
    others = dict.fromkeys((*mention.candidates, mention.id))
    return replace(mention, id=None, candidates=tuple(others))


def _is_country(place_id: str, places: Places) -> bool:
    place = places.find(place_id)
    return place is not None and place.kind == "country"


def _countries_beside(
    number: int, mentions: Sequence[Mention], levelled: str, places: Places
) -> Iterable[str]:
    """Yield the countries named right behind a place ("X, Xland") or owning it ("Xland's X")."""
    here = mentions[number].span
    if number + 1 < len(mentions):
        following = mentions[number + 1]
        between = levelled[here.end : following.span.start]
        if between.strip() and len(between) < 24 and _ELSEWHERE.fullmatch(between):
            yield from _countries(following, places)
    if number:
        before = mentions[number - 1]
        if levelled[before.span.end : here.start] in ("'s ", "' "):
            yield from _countries(before, places)


def _countries(mention: Mention, places: Places) -> Iterable[str]:
    return (place.id for place in place_candidates(mention, places) if place.kind == "country")


def _by_company(
    mention: Mention,
    known: Sequence[Mention],
    everywhere: frozenset[str],
    sentences: Sequence[Sentence],
    places: Places,
) -> Mention:
    """Choose among far places of one name by what else the sentence or the text names."""
    candidates = place_candidates(mention, places)
    if mention.kind != "place" or mention.id is not None or len(candidates) < 2:
        return mention
    named = _named_beside(mention, known, sentences)
    held = [place for place in candidates if _held_by(place, named, places)]
    held = held or [place for place in candidates if places.areas(place.id) & named]
    if len(held) == 1:
        return replace(mention, id=held[0].id)
    around = [place for place in candidates if _near_others(place, everywhere, places)]
    told = 0 < len(held) < len(candidates)
    return replace(mention, id=around[0].id) if not told and len(around) == 1 else mention


def _named_beside(
    mention: Mention, known: Sequence[Mention], sentences: Sequence[Sentence]
) -> frozenset[str]:
    """Give the places named in the sentence of a mention."""
    here = bisect_right(sentences, mention.span.start, key=lambda at: at.span.start) - 1
    if here < 0:
        return frozenset()
    first = bisect_left(known, sentences[here].span.start, key=lambda at: at.span.start)
    last = bisect_right(known, sentences[here].span.end, key=lambda at: at.span.end)
    return frozenset(other.id for other in known[first:last] if other.id is not None)


def _held_by(place: Place, named: frozenset[str], places: Places) -> bool:
    """Tell whether one of the places named, short of a country, holds this place."""
    holders = (places.areas(place.id) & named) - {place.id}
    return any(not _is_country(id, places) for id in holders)


def _near_others(place: Place, named: frozenset[str], places: Places) -> bool:
    if place.latitude is None or place.longitude is None:
        return False
    for other in (places.find(id) for id in named):
        if other is None or other.latitude is None or other.longitude is None:
            continue
        distance = kilometres(place.latitude, place.longitude, other.latitude, other.longitude)
        if distance < NEAR_KM:
            return True
    return False


def _with_point(mention: Mention, places: Places) -> Mention:
    place = places.find(mention.id)
    if mention.kind not in _LOCATED or place is None:
        return mention
    return replace(mention, lat=place.latitude, lon=place.longitude, precision=place.km)
