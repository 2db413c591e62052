"""The places that a sentence's localities are built on: names, and nouns that repeat them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from trucewatch.core.place import Place, Places
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.identify.places import place_candidates

_REPEATED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)"
    r"(?: (?!(?:of|the|and|in|to|from|on|for|at|by|with|is|was)\b)[a-z][\w-]{1,24}){0,3}?"
    r" (?P<noun>province|governorate|city|town|village|zone|region|area)\b"
    # not "the province of X", "the zone's southern edge", "the zone deal"
    r"(?! of |'s [a-z]+ern"
    r"| (?:deal|agreement|accord|memorandum|pact|plan|initiative|council|government)\b)"
)
_LOOSE: Final = frozenset({"region", "area"})
_PLACED = re.compile(r"\b(?:in|of|from|into|to|across|throughout|inside|within|over|around|near) $")
_KINDS: Final = {
    "province": ("province", "governorate"),
    "governorate": ("province", "governorate"),
    "city": ("city", "town"),
    "town": ("town", "city"),
    "village": ("village",),
    "region": ("region", "area", "province"),
    "area": ("area", "region"),
}
_RECENT: Final = 6
"""How many place names back "the region" may reach."""

_FAR: Final = 200
"""How many place names back any noun may reach."""

_SETTLEMENTS: Final = frozenset({"city", "town", "village"})
"""An unknown place named last may be the one that is meant: then nobody can tell."""

LOCATED: Final = frozenset({"place", "road", "zone"})


def anchors_of(
    text: str,
    levelled: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    places: Places,
) -> list[Mention]:
    """Give the place mentions of a sentence, and the bare nouns that stand for earlier ones, in order.

    `mentions` are all located mentions of the text in order. "The province" means the nearest place of
    that kind named before; where there is none, it is nothing.
    """
    span = sentence.span
    first = bisect_left(mentions, span.start, key=_start)
    here = mentions[first : bisect_left(mentions, span.end, key=_start)]
    bare = [
        repeated
        for repeated in _repeated(text, levelled, sentence, mentions, places)
        if not any(repeated.span.meets(mention.span) for mention in here)
    ]
    return sorted([*here, *bare], key=lambda mention: mention.span.start)


def _repeated(
    text: str,
    levelled: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    places: Places,
) -> Iterator[Mention]:
    for found in _REPEATED.finditer(levelled, sentence.span.start, sentence.span.end):
        noun = found["noun"]
        before = levelled[max(sentence.span.start, found.start() - 12) : found.start()]
        if noun in _LOOSE and not _PLACED.search(before):
            continue
        same = " same " in found.group()
        last = bisect_right(mentions, sentence.span.start if same else found.start(), key=_start)
        earlier = mentions[max(0, last - _FAR) : last]
        meant = _meant(noun, earlier, places)
        if meant is None and noun == "zone":
            meant = _only_zone(text, levelled, found, mentions, places)
        if meant is not None:
            yield replace(meant, span=Span.cut(text, found.start(), found.end()))


def _start(mention: Mention) -> int:
    return mention.span.start


def _meant(noun: str, earlier: Sequence[Mention], places: Places) -> Mention | None:
    if noun == "zone":
        return _zone(earlier)
    if noun in _LOOSE:
        return _only(earlier[-_RECENT:], _KINDS[noun], places)
    return _nearest(earlier, _KINDS[noun], places)


def _zone(earlier: Sequence[Mention]) -> Mention | None:
    zones = {mention.id: mention for mention in earlier if mention.kind == "zone" and mention.id}
    return next(iter(zones.values())) if len(zones) == 1 else None


def _only_zone(
    text: str,
    levelled: str,
    found: re.Match[str],
    mentions: Sequence[Mention],
    places: Places,
) -> Mention | None:
    """Give the case's one zone for a bare "the zone": the text is set around it, and names no other."""
    bare = found.group().count(" ") == 1 and len(places.zones) == 1
    if not bare or _names_other_zones(levelled):
        return None
    zone = next(iter(places.zones))
    around = {
        area
        for each in places.by_id.values()
        if each.zone == zone
        for area in (each.id, *each.within)
    }
    near = (each.id for each in mentions[:_FAR] if each.id)
    if not any(around & {id, *places.areas(id)} for id in near):
        return None
    return Mention(span=Span.cut(text, found.start(), found.end()), kind="zone", id=zone)


_SORT_OF_ZONE = re.compile(r"(?<!\bthe)(?<!\bthis)(?<!\bthat)[ -]zone\b|\bzones\b", re.IGNORECASE)


@lru_cache(maxsize=2)
def _names_other_zones(levelled: str) -> bool:
    """Tell whether a text speaks of a sort of zone, or of several: "the safe zone", "zones"."""
    return _SORT_OF_ZONE.search(levelled) is not None


def _only(recent: Sequence[Mention], kinds: Sequence[str], places: Places) -> Mention | None:
    """Give the one place of a kind that was named of late; None where there are several."""
    met = {}
    for mention in recent:
        place = places.find(mention.id)
        if place is not None and place.kind in kinds:
            met[place.id] = mention
    return next(iter(met.values())) if len(met) == 1 else None


def _nearest(earlier: Sequence[Mention], kinds: Sequence[str], places: Places) -> Mention | None:
    """Give the nearest earlier place of one of the kinds, or what alone of them holds it."""
    for mention in reversed(earlier):
        if kinds[0] in _SETTLEMENTS and mention.candidates[:1] and mention.id is None:
            return None
        fitting = [place for place in place_candidates(mention, places) if place.kind in kinds]
        if not fitting and mention.id is not None and kinds[0] == "province":
            above = (places.find(id) for id in sorted(places.areas(mention.id)))
            fitting = [place for place in above if place is not None and place.kind in kinds]
        if len(fitting) == 1:
            return _as(mention, fitting[0])
        if fitting:
            own = any(place.id == mention.id for place in fitting)
            return mention if own else None
    return None


def _as(mention: Mention, place: Place) -> Mention:
    return Mention(
        span=mention.span,
        kind="place",
        id=place.id,
        lat=place.latitude,
        lon=place.longitude,
        precision=place.km,
    )
