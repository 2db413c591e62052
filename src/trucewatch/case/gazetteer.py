"""A case's further places: `gazetteer.tsv`, as `trucewatch gazetteer add` writes it.

After a first line with the form and the SHA-256 of all that follows stand lines in the order of their
bytes: `#` with what was taken from where, then names and rows. A name's line is its folded form and the
numbers of the places that bear it; a row's line begins with `@` and its number. Nothing is read into memory
but the bytes: what is asked for is searched among the lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import cos, hypot, radians
from typing import Final

from trucewatch.case.files import GAZETTEER
from trucewatch.case.geonames import POINTLESS
from trucewatch.core.errors import CaseError
from trucewatch.core.folding import key_of
from trucewatch.core.gazetteer import GazetteerPlace
from trucewatch.core.place import Place

FORM: Final = b"trucewatch gazetteer 1 "
PREFIX: Final = "geonames:"
"""Begins the id of a place of GeoNames; no id of a case's own holds a colon."""

SHORTEST: Final = 3
"""A name of fewer letters is not looked for without its article."""

_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|ath|el|il)[ -]|ال", re.IGNORECASE)
"""Reports write it in many ways, or leave it out."""

_AREAS: Final[Mapping[str, frozenset[str]]] = {
    "country": frozenset({"country"}),
    "province": frozenset({"province", "governorate"}),
    "district": frozenset({"district"}),
    "area": frozenset({"area", "region"}),
    "road": frozenset({"road"}),
}
_SLACK_KM: Final = 1.0
_DEGREE_KM: Final = 111.2
_REMEMBERED: Final = 1 << 14
_CELLS: Final = 11
_MEND: Final = "Delete it and add the country's file again; places of your own belong in places.csv"


def without_article(name: str) -> str:
    """Give the folded form of a name without the Arabic article it begins with; empty without one."""
    article = _ARTICLE.match(name)
    bare = key_of(name[article.end() :]) if article else ""
    return bare if len(bare) >= SHORTEST else ""


class FileGazetteer:
    """The places of one file, beside the case's own.

    CaseError for content that is not as it was written.
    """

    def __init__(self, content: bytes, own: Mapping[str, Place]) -> None:
        first, _, self._lines = content.partition(b"\n")
        self._sum = sha256(self._lines).hexdigest()
        if first != FORM + self._sum.encode() or not _is_text(self._lines):
            what = "is not as `trucewatch gazetteer add` wrote it"
            raise CaseError(what, where=f"{GAZETTEER}:1", mend=_MEND)
        self._own = own
        self._found: dict[str, GazetteerPlace | None] = {}
        self._same: dict[str, GazetteerPlace | None] = {}
        self._by_key: dict[str, list[Place]] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileGazetteer) and (self._sum, self._own) == (
            other._sum,
            other._own,
        )

    def __hash__(self) -> int:
        return hash(self._sum)

    @property
    def countries(self) -> frozenset[str]:
        """Give the ISO codes of the countries that it lists."""
        return frozenset(note.split(":")[0] for note in self.notes())

    def notes(self) -> tuple[str, ...]:
        """Give for each country what was taken from where, with the licence."""
        end = 0
        found = []
        while self._lines.startswith(b"# ", end):
            after = self._lines.index(b"\n", end)
            found.append(self._lines[end + 2 : after].decode("utf-8"))
            end = after + 1
        return tuple(found)

    def lines(self) -> Iterator[str]:
        """Yield every line, to be merged with those of another country."""
        yield from self._lines.decode("utf-8").split("\n")[:-1]

    def place(self, place_id: str) -> Place | None:
        """Give the place of an id; None where it lists none."""
        if not place_id.startswith(PREFIX):
            return None
        row = self._row(place_id.removeprefix(PREFIX))
        return row.place if row else None

    def keyed(self, key: str) -> tuple[GazetteerPlace, ...]:
        """Give the places of a name in its folded form, in the order of their ids."""
        line = self._line(f"{key}\t") if key and key[0].isalnum() else None
        rows = (self._row(number) for number in line.partition("\t")[2].split()) if line else ()
        return tuple(row for row in rows if row is not None)

    def same_as(self, own_id: str) -> GazetteerPlace | None:
        """Give the row of a place that the case holds itself; None where it lists none."""
        if own_id not in self._same:
            _make_room(self._same)
            self._same[own_id] = self._same_as(own_id)
        return self._same[own_id]

    def _same_as(self, own_id: str) -> GazetteerPlace | None:
        own = self._own.get(own_id)
        if own is None:
            return None
        keys = dict.fromkeys(key_of(name) for name in (own.name, *own.variants))
        return next(
            (row for key in keys for row in self.keyed(key) if row.place.id == own_id), None
        )

    def _row(self, number: str) -> GazetteerPlace | None:
        if number not in self._found:
            _make_room(self._found)
            line = self._line(f"@{number}\t")
            self._found[number] = self._read(line) if line else None
        return self._found[number]

    def _read(self, line: str) -> GazetteerPlace:
        cells = line.split("\t")
        try:
            return self._placed(cells)
        except (ValueError, IndexError):
            what = f"the row {cells[0][:20]} cannot be read"
            raise CaseError(what, where=GAZETTEER, mend=_MEND) from None

    def _placed(self, cells: list[str]) -> GazetteerPlace:
        number, name, kind, lat, lon, km, people, country, division, within, variants = cells
        latitude, longitude = float(lat), float(lon)
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            raise ValueError(f"{lat}, {lon} is nowhere")
        place = Place(
            id=PREFIX + number[1:],
            name=name,
            kind=kind,
            variants=tuple(variants.split(";")) if variants else (),
            latitude=latitude if km else None,
            longitude=longitude if km else None,
            km=float(km) if km else None,
        )
        same = self._own_place(place, latitude, longitude)
        # An area is asked for its own row only here: rows hold each other in no circle.
        areas = tuple(self._area(each, int(number[1:])) for each in within.split())
        return GazetteerPlace(
            place=same or replace(place, within=areas),
            kind=kind,
            latitude=latitude,
            longitude=longitude,
            country=country,
            division=division,
            people=int(people),
        )

    def _area(self, number: str, held: int) -> str:
        if int(number) == held:
            raise ValueError(f"{number} holds itself")
        line = self._line(f"@{number}\t")
        cells = line.split("\t") if line else []
        if len(cells) != _CELLS or cells[2] not in POINTLESS:
            raise ValueError(f"{number} is no area")
        area = Place(
            id=PREFIX + number, name=cells[1], kind=cells[2], variants=tuple(cells[10].split(";"))
        )
        same = self._own_place(area, 0.0, 0.0)
        return same.id if same else area.id

    def _own_place(self, place: Place, latitude: float, longitude: float) -> Place | None:
        """Give the case's own place that a row is; None where none, or more than one, may be it."""
        keys = {key_of(name) for name in (place.name, *place.variants)}
        met = {each.id: each for key in sorted(keys) for each in self._own_keys().get(key, ())}
        same = [each for each in met.values() if _is_same(place, latitude, longitude, each)]
        return same[0] if len(same) == 1 else None

    def _own_keys(self) -> Mapping[str, Sequence[Place]]:
        if self._by_key is None:
            found: dict[str, list[Place]] = defaultdict(list)
            for place in self._own.values():
                if place.part is None and place.zone is None:
                    for key in {key_of(name) for name in (place.name, *place.variants)}:
                        found[key].append(place)
            self._by_key = dict(found)
        return self._by_key

    def _line(self, start: str) -> str | None:
        """Give the first line with a beginning; the lines are in the order of their bytes."""
        wanted = start.encode("utf-8")
        low, high = 0, len(self._lines)
        while low < high:
            middle = self._lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._lines.find(b"\n", middle)
            if self._lines[middle : middle + len(wanted)] < wanted:
                low = end + 1
            else:
                high = middle
        end = self._lines.find(b"\n", low)
        found = self._lines[low:end] if end >= 0 else b""
        return found.decode("utf-8") if found.startswith(wanted) else None


def _is_text(lines: bytes) -> bool:
    try:
        lines.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return lines.endswith(b"\n")


def _make_room(kept: dict[str, GazetteerPlace | None]) -> None:
    if len(kept) >= _REMEMBERED:
        kept.clear()


def _is_same(place: Place, latitude: float, longitude: float, own: Place) -> bool:
    """Tell whether the case's place is the one of a row that shares a name with it."""
    kinds = _AREAS.get(place.kind)
    if kinds is not None:
        return own.kind in kinds
    if own.latitude is None or own.longitude is None or place.km is None:
        return False
    across = (own.longitude - longitude) * cos(radians(latitude))
    apart = _DEGREE_KM * hypot(own.latitude - latitude, across)
    return apart <= place.km + (own.km or 0.0) + _SLACK_KM
