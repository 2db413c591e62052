"""What places a name may call, as it stands in a text: with its article, its head noun, its abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.world import WorldKind, WorldPlace
from trucewatch.identify.compass import DIRECTION
from trucewatch.identify.world.atlas import PlaceTable

LONGEST: Final = 120
"""Longer words are no place's name."""

MOST_WORDS: Final = 12
LENDING: Final = 100_000
"""A city of as many inhabitants lends others its name."""

_COMMON_WORDS: Final = """
    airport avenue bank basilica bridge camp capital castle cathedral center central centre church city
    college correctional council country county court dam east eastern farm federal general hall harbor
    harbour hill hospital hotel house international island lake los memorial middle mountain museum
    national new north northern old palace park peoples place plaza point port prison region republic
    river road royal saint san santa school service shopping south southern square stadium state station
    street supreme theater theatre tower town union united university valley village west western world
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())

_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")
_SPACES = re.compile(r"\s+")
_LEADS = re.compile(
    rf"(?:the |greater |downtown |metropolitan |metro |inner |upper |lower |(?:{DIRECTION}) )+",
    re.IGNORECASE,
)
_HEAD_BEFORE = re.compile(
    r"(?:the )?(?P<head>city|town|village|township|borough|province|governorate|state|republic|region"
    r"|district|county|kingdom|island|isle|commonwealth|prefecture|municipality|port) of (?:the )?",
    re.IGNORECASE,
)
_HEAD_BEHIND = re.compile(
    r" (?P<head>city|town|village|township|borough|province|governorate|state|states|region|district"
    r"|counties|county|co\.|parish|islands?|prefecture|oblast|municipality|area|metro|metropolitan area"
    r"|valley|airport|international airport|peninsula|department|voivodeship|canton|basin"
    r"|coast|border)$",
    re.IGNORECASE,
)
_SHORT: Final = (
    (re.compile(r"\bst\.? (?=\w)", re.IGNORECASE), "Saint "),
    (re.compile(r"\bste\.? (?=\w)", re.IGNORECASE), "Sainte "),
    (re.compile(r"\bmt\.? (?=\w)", re.IGNORECASE), "Mount "),
    (re.compile(r"\bft\.? (?=\w)", re.IGNORECASE), "Fort "),
    (re.compile(r"\bpt\.? (?=\w)", re.IGNORECASE), "Port "),
    (re.compile(r"\bsaint (?=\w)", re.IGNORECASE), "St. "),
    (re.compile(r"\bmount (?=\w)", re.IGNORECASE), "Mt. "),
    (re.compile(r"^n\.? (?=\w)", re.IGNORECASE), "North "),
    (re.compile(r"^s\.? (?=\w)", re.IGNORECASE), "South "),
    (re.compile(r"^e\.? (?=\w)", re.IGNORECASE), "East "),
    (re.compile(r"^w\.? (?=\w)", re.IGNORECASE), "West "),
    (re.compile(r"\bheights$", re.IGNORECASE), "Hts"),
)

_SETTLED: Final[tuple[WorldKind, ...]] = ("city", "capital")
KINDS_OF_HEAD: Final[dict[str, tuple[WorldKind, ...]]] = {
    **dict.fromkeys(("city", "town", "village", "township", "borough", "port"), _SETTLED),
    **dict.fromkeys(("municipality", "metro", "metropolitan area"), _SETTLED),
    **dict.fromkeys(("airport", "international airport"), _SETTLED),
    **dict.fromkeys(("county", "counties", "co.", "parish"), ("county", "division")),
    **dict.fromkeys(("province", "governorate", "prefecture", "oblast"), ("division",)),
    **dict.fromkeys(("department", "voivodeship", "canton"), ("division",)),
    **dict.fromkeys(("state", "states", "commonwealth"), ("division",)),
    **dict.fromkeys(("region", "district"), ("division", "area", "county")),
    **dict.fromkeys(("republic", "kingdom"), ("country", "division")),
    **dict.fromkeys(("island", "islands", "isle", "peninsula"), ("area", "country", "division")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """The places that words may call.

    `head` is the noun that tells the kind, `kinds` those that fit it; `part` tells that only some of
    the words are the place's name: "Xville Airport".
    """

    places: tuple[WorldPlace, ...]
    head: str | None = None
    kinds: tuple[WorldKind, ...] = ()
    part: bool = False


def called(words: str, atlas: PlaceTable) -> Called:
    """Give the places that words may call; none where the atlas knows no such name."""
    if len(words) > LONGEST:
        return Called(places=())
    name = _POSSESSIVE.sub("", _SPACES.sub(" ", words).strip(" \"'“”‘’()[],;:"))
    for spelt in _spellings(name):
        whole = _fitting_case(name, atlas.named(spelt))
        if whole:
            return Called(places=(*whole, *atlas.named(f"{spelt} County")))
    headed = _headed(name, atlas)
    if headed.places:
        return headed
    led = _LEADS.match(name)
    if led and led.end() < len(name):
        rest = called(name[led.end() :], atlas)
        return Called(places=rest.places, head=rest.head, kinds=rest.kinds, part=rest.part)
    return headed


def _spellings(name: str) -> Iterator[str]:
    yield name
    if name.lower().startswith("the "):
        yield name[4:]
    for pattern, full in _SHORT:
        spelt, count = pattern.subn(full, name)
        if count:
            yield spelt
    if name.endswith((" Co.", " Cty", " Cnty")):
        yield f"{name.rsplit(' ', 1)[0]} County"


def _fitting_case(name: str, places: tuple[WorldPlace, ...]) -> tuple[WorldPlace, ...]:
    """Tell abbreviations from names: "La." is no "L.A.", "US" is no village, "In" is no "IN"."""
    if len(name) == 2 and not name.isupper():
        return tuple(each for each in places if each.is_city)
    if "." not in name and not (name.isupper() and len(name) <= 3):
        return places
    if _INITIALS.fullmatch(name):
        initials = [letter for letter in name if letter.isalpha()]
        spelt = tuple(each for each in places if _initials(each.name) == initials)
        if spelt:
            return spelt
    larger = tuple(each for each in places if not each.is_city)
    return larger or places


def _initials(name: str) -> list[str]:
    return [word[0].upper() for word in re.split(r"[ -]", name) if word[:1].isupper()]


def _headed(name: str, atlas: PlaceTable) -> Called:
    """Look a name up without the noun that says what it is."""
    found = _HEAD_BEFORE.match(name)
    bare = name[found.end() :] if found else ""
    if found is None:
        found = _HEAD_BEHIND.search(name)
        bare = name[: found.start()] if found else ""
    if found is None or not bare:
        return Called(places=())
    head = found["head"].lower()
    kinds = KINDS_OF_HEAD.get(head, ())
    places: tuple[WorldPlace, ...] = ()
    for spelt in _spellings(bare):
        places = atlas.named(spelt)
        if head in ("county", "counties", "co.", "parish"):
            places = (*atlas.named(f"{spelt} County"), *atlas.named(f"{spelt} Parish"), *places)
        if places:
            break
    if not places and (led := _LEADS.match(bare)) and led.end() < len(bare):
        places = atlas.named(bare[led.end() :])
    return Called(places=places, head=head, kinds=kinds)


def parts_called(words: str, atlas: PlaceTable) -> Called:
    """Give the places that a part of a longer name calls: "University of X", "X Airport".

    Only a large place lends others its name in such a way; the part after an "of" goes first.
    """
    pieces = words.split()
    if not 2 <= len(pieces) <= MOST_WORDS:
        return Called(places=())
    found = [
        (pieces[start - 1] not in ("of", "in", "at"), -size, start, piece)
        for size in range(len(pieces) - 1, 0, -1)
        for start in range(len(pieces) - size + 1)
        if _may_be_named(piece := pieces[start : start + size])
    ]
    for _, _, _, piece in sorted(found):
        here = called(" ".join(piece), atlas)
        known = tuple(place for place in here.places if _lends_its_name(place))
        if known:
            return Called(places=known, head=here.head, kinds=here.kinds, part=True)
    return Called(places=())


def _may_be_named(piece: Sequence[str]) -> bool:
    if not (piece[0][:1].isupper() and piece[-1][:1].isupper()):
        return False
    return len(piece) > 1 or not (len(piece[0]) < 4 or piece[0].strip(".,").lower() in _COMMON)


def _lends_its_name(place: WorldPlace) -> bool:
    if place.is_city:
        return place.people >= LENDING and place.own
    return place.kind in ("country", "area") or place.people >= LENDING
