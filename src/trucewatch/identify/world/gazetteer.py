"""Mentions given the place of the case's gazetteer that they mean, where the case's own places hold none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.distance import kilometres
from trucewatch.core.gazetteer import Gazetteer, GazetteerPlace
from trucewatch.core.place import Place, Places
from trucewatch.core.reading import Mention
from trucewatch.core.world import WorldChoice, WorldPlace
from trucewatch.identify.settings import level, read_setting
from trucewatch.identify.world.beside import head_beside, holders_beside
from trucewatch.identify.world.listed import ListedPlaces, as_world
from trucewatch.identify.world.mentions import SURE

AROUND_KM: Final = 100.0
"""A place this near to one that the text surely names lies where the text speaks of."""

CANDIDATES: Final = 8
"""So many places of one name are told where nothing decides."""

_ASKED: Final = frozenset({"place", "road"})
_LOCATED: Final = frozenset({"place", "road", "zone"})
_BESIDE_IT: Final = re.compile(
    r" (?:air ?port|air ?base|air ?field|axis|basin|border|bridge|checkpoint|coast|crossing|dam|desert"
    r"|front|highway|line|mountains?|peninsula|plain|road|route|valley)$",
    re.IGNORECASE,
)
_SITE_BEHIND: Final = re.compile(
    r" (?:military )?(?:air ?port|air ?base|air ?field)\b",
    re.IGNORECASE,
)
_WINDOW: Final = 40
_KINDS_OF_HEAD: Final = {
    "hill": ("hill",),
    "district": ("district",),
    "county": ("district",),
    "region": ("area", "district"),
    "province": ("province",),
    "governorate": ("province",),
}


def give_gazetteer_places(
    text: str, mentions: Sequence[Mention], places: Places
) -> tuple[Mention, ...]:
    """Give names that the case's own places do not hold their place of its gazetteer.

    Order and number of mentions stay. Of several places of one name that is meant which the text's other
    places and the words beside the name clearly point to; else the name stays open, with candidates. A
    name of a text that speaks of elsewhere stays a stranger's.
    """
    asked = [number for number, each in enumerate(mentions) if _is_strange(each)]
    if not asked or places.gazetteer is None:
        return tuple(mentions)
    spans = [(mentions[number].span.start, mentions[number].span.end) for number in asked]
    found = list(mentions)
    for number, meant in zip(asked, _meant(text, spans, mentions, places), strict=True):
        found[number] = _given(mentions[number], meant)
    return tuple(found)


def ask_gazetteer(
    text: str, spans: Sequence[tuple[int, int]], mentions: Sequence[Mention], places: Places
) -> list[Place | None]:
    """Give for each span the place of the gazetteer that it clearly means, if any."""
    if places.gazetteer is None:
        return [None] * len(spans)
    found = _meant(text, spans, mentions, places)
    return [meant.rows[0].place if meant.clear else None for meant in found]


def _is_strange(mention: Mention) -> bool:
    return mention.kind in _ASKED and not mention.known


@dataclass(frozen=True, slots=True)
class _Meant:
    """The rows that a name may mean, the likeliest first; `clear` tells that it means that one."""

    rows: tuple[GazetteerPlace, ...] = ()
    clear: bool = False


def _given(mention: Mention, meant: _Meant) -> Mention:
    ids = tuple(dict.fromkeys(row.place.id for row in meant.rows))
    if meant.clear:
        kind = "road" if meant.rows[0].kind == "road" else mention.kind
        return replace(mention, id=ids[0], kind=kind)
    return replace(mention, candidates=(*mention.candidates, *ids[:CANDIDATES]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Where a text speaks of: points that it surely names, and countries."""

    points: tuple[tuple[float, float], ...]
    countries: frozenset[str]

    def speaks_of(self, row: GazetteerPlace) -> bool:
        """Tell whether a place lies where the text speaks of; a text that names nothing may mean any."""
        if not self.countries and not self.points:
            return True
        return row.country in self.countries or any(
            kilometres(row.latitude, row.longitude, *point) <= AROUND_KM for point in self.points
        )


def _meant(
    text: str,
    spans: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    places: Places,
) -> Iterator[_Meant]:
    """Yield for each span what it means in the gazetteer; nothing for a stranger's."""
    from trucewatch.identify.world.atlas import shipped
    from trucewatch.identify.world.resolve import resolve

    gazetteer = places.gazetteer
    if gazetteer is None:
        return
    table = ListedPlaces(gazetteer, shipped())
    beside = list(_beside(mentions, places, gazetteer))
    choices = resolve(text, spans, table, beside)
    for (start, end), choice in zip(spans, choices, strict=True):
        others = (each for each in choices if each is not choice and each.share >= SURE)
        told = _told(beside, others, choice)
        yield _rows(text, start, end, choice, table, told)


def _told(beside: Sequence[WorldPlace], others: Iterator[WorldChoice], own: WorldChoice) -> _Told:
    named = [each.place for each in others if each.place is not None and each.place != own.place]
    countries = [each for each in named if not each.is_city]
    sure = [*beside, *countries]
    return _Told(
        points=tuple((each.latitude, each.longitude) for each in beside if each.is_city),
        countries=frozenset(each.country for each in sure if each.country),
    )


def _beside(
    mentions: Sequence[Mention], places: Places, gazetteer: Gazetteer
) -> Iterator[WorldPlace]:
    """Yield the case's own places that a text surely names, as names of a document are weighed."""
    for id in dict.fromkeys(each.id for each in mentions if each.kind in _LOCATED and each.id):
        row = gazetteer.same_as(id)
        place = places.by_id.get(id)
        if row is not None:
            yield as_world(row)
        elif place is not None and place.latitude is not None and place.longitude is not None:
            yield WorldPlace(
                name=place.name,
                kind="city",
                country=_country(id, places, gazetteer),
                division="",
                latitude=place.latitude,
                longitude=place.longitude,
                people=0,
                km=place.km or 1.0,
            )


def _country(id: str, places: Places, gazetteer: Gazetteer) -> str:
    rows = (gazetteer.same_as(area) for area in sorted(places.areas(id)))
    return next((row.country for row in rows if row is not None and row.kind == "country"), "")


def _rows(
    text: str, start: int, end: int, choice: WorldChoice, table: ListedPlaces, told: _Told
) -> _Meant:
    best = choice.place
    ranked = [each for each in (best, *choice.refused) if each in table.rows]
    if best is None or not ranked or _is_beside_it(text, start, end, table):
        return _Meant()
    sure = choice.share >= SURE
    if sure and best not in table.rows:
        return _Meant()
    head = _head(text, start, end)
    rows = tuple(_of_head(table.rows[each], head) for each in ranked if each is not None)
    if choice.rule == "beside":
        return _Meant(rows[:1] if sure else rows, sure)
    if _is_elsewhere(text, start, end, rows[0], table):
        return _Meant()
    here = [row for row in rows if told.speaks_of(row)]
    if sure:
        return _Meant(rows[:1], clear=True) if rows[0] in here else _Meant()
    return _Meant(rows) if here else _Meant()


def _is_beside_it(text: str, start: int, end: int, table: ListedPlaces) -> bool:
    """Tell whether words name what lies beside a place that they hold: "Xtown airport"."""
    if _SITE_BEHIND.match(text, end):
        return True
    words = text[start:end]
    return _BESIDE_IT.search(words) is not None and not table.lists(words)


def _head(text: str, start: int, end: int) -> str | None:
    """Give the noun beside a name that says what it is: "X hill", "the X district"."""
    first = max(0, start - _WINDOW)
    near = level(text[first : end + _WINDOW])
    return read_setting(near, start - first, end - first, 0, len(near)).head or head_beside(
        text, start, end
    )


def _is_elsewhere(
    text: str, start: int, end: int, row: GazetteerPlace, table: ListedPlaces
) -> bool:
    """Tell whether the words beside a name put it into another country."""
    countries = {
        each.country for each in holders_beside(text, start, end, table) if each.kind == "country"
    }
    return bool(countries) and row.country not in countries


def _of_head(spot: Sequence[GazetteerPlace], head: str | None) -> GazetteerPlace:
    """Give the place of a spot that the noun beside the name says; else the settlement."""
    kinds = _KINDS_OF_HEAD.get(head or "", ())
    return next((row for row in spot if row.kind in kinds), spot[0])
