"""Larger places that the words right beside a name give it: "X, Yland", "Yland's X", "the Yish city of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trucewatch.core.distance import kilometres
from trucewatch.core.world import WorldPlace
from trucewatch.identify.compass import DIRECTION
from trucewatch.identify.world.atlas import PlaceTable
from trucewatch.identify.world.called import called

_WINDOW: Final = 60
_LISTED: Final = 16
_WORDS = r"[A-Z][\w.'’-]*(?:[ \u00a0](?:of |and |the )?[A-Z][\w.'’-]*){0,3}"
_BEHIND = re.compile(
    rf"(?:['’]s)?(?:, ?|,? ?\(|,? in |,? of |,? on )(?:the )?(?:{DIRECTION} )?"
    rf"(?:(?:state|province|county|region|district|governorate|republic|island) of )?"
    rf"(?P<holder>{_WORDS})"
)
_OWNER = re.compile(
    rf"(?P<holder>{_WORDS})['’]s? (?:{DIRECTION} )?(?:[a-z-]+ ){{0,3}}(?:of )?(?:the )?$"
)
_NOUNS = (
    r"city|town|village|province|region|capital|port|state|district|governorate|county|island|suburb"
    r"|resort|hamlet|area|prefecture|enclave|township|hub|stronghold"
)
_ADJECTIVE = re.compile(
    rf"(?P<holder>{_WORDS}) (?:(?:{DIRECTION}|[a-z-]+) ){{0,2}}(?:{_NOUNS}),? (?:of )?(?:the )?$"
)
_GOES_ON = re.compile(r"(?:,|,? and|,? or|,? &) [A-Z]")
_ABBREVIATED = re.compile(r"(?:[A-Z]\. ?)+|[A-Z][a-z]{0,5}\.")

_OFFICE = re.compile(
    r" (?:Gov\.|Governor|Lt\. Gov\.|Senator|Sen\.|Legislature|lawmakers|state (?:troopers|police|senator)"
    r"|Supreme Court|Attorney General|National Guard)"
)
_HEAD_BEHIND = re.compile(
    r" (?P<head>city|town|village|township|province|governorate|state|region|district|county|parish"
    r"|prefecture|oblast|municipality|metro area|islands?)\b(?! (?:of|council))",
    re.IGNORECASE,
)
_HEAD_BEFORE = re.compile(
    r"\b(?P<head>city|town|village|township|province|governorate|state|region|district|county|counties"
    r"|prefecture|islands?) (?:of|like|such as|called|named) (?:the )?$",
    re.IGNORECASE,
)
HOLDERS: Final = frozenset({"country", "division", "area", "county"})
_AREA_SLACK: Final = 1.4
_COUNTY_SLACK: Final = 1.7


def holders_beside(text: str, start: int, end: int, atlas: PlaceTable) -> Iterator[WorldPlace]:
    """Yield the larger places that the words beside `text[start:end]` may put it into."""
    after = text[end : end + _WINDOW]
    found = _BEHIND.match(after)
    if found and not _lists_divisions(
        text[start:end], after[found.end() :], found["holder"], atlas
    ):
        yield from _larger(found["holder"], atlas)
    before = text[max(0, start - _WINDOW) : start]
    for pattern in (_OWNER, _ADJECTIVE):
        found = pattern.search(before)
        if found:
            yield from _larger(found["holder"], atlas, last=True)


def _lists_divisions(name: str, rest: str, following: str, atlas: PlaceTable) -> bool:
    """Tell whether divisions are told one by one: "Xland, Yland and Zland"."""
    if not _GOES_ON.match(rest):
        return False
    here = {each.country for each in called(name, atlas).places if each.kind == "division"}
    return any(
        each.country in here for each in _larger(following, atlas) if each.kind == "division"
    )


def head_beside(text: str, start: int, end: int) -> str | None:
    """Give the noun beside a name that says what it is: "X province", "the city of X", "X and Y counties"."""
    after = text[end : end + 2 * _WINDOW]
    found = _HEAD_BEHIND.match(after) or _HEAD_BEFORE.search(text[max(0, start - 30) : start])
    if found:
        return found["head"].lower()
    if _OFFICE.match(after):
        return "state"
    return "counties" if _lists_counties(after) else None


def _lists_counties(after: str) -> bool:
    """Tell whether a list of names goes on to the word "counties"."""
    for word in after.split()[:_LISTED]:
        bare = word.strip(",.'’")
        if bare.lower() == "counties":
            return True
        if bare and bare != "and" and not bare[0].isupper():
            return False
    return False


def _larger(words: str, atlas: PlaceTable, *, last: bool = False) -> Iterator[WorldPlace]:
    """Give the larger places that begin words call, or that `last` end them; the longest first."""
    pieces = words.split()
    for size in range(len(pieces), 0, -1):
        piece = " ".join(pieces[-size:] if last else pieces[:size]).strip(",;")
        if not _ABBREVIATED.fullmatch(piece):
            piece = piece.rstrip(".")
        places = [each for each in called(piece, atlas).places if each.kind in HOLDERS]
        if places:
            yield from places
            return


def holds(holder: WorldPlace, place: WorldPlace) -> bool:
    """Tell whether a larger place holds another: by what is known of it, else by how far it reaches."""
    if holder == place:
        return False
    if holder.kind == "country":
        return place.country == holder.country and place.kind != "country"
    if holder.country and place.country and holder.country != place.country:
        return False
    if holder.kind == "division":
        return (
            place.division == holder.name
            and place.country == holder.country
            and place.kind != "division"
        )
    if place.kind in ("country", "area") and place.km > holder.km:
        return False
    slack = _COUNTY_SLACK if holder.kind == "county" else _AREA_SLACK
    away = kilometres(holder.latitude, holder.longitude, place.latitude, place.longitude)
    return away <= slack * holder.km
