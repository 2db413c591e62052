"""The world's larger places by name, from a file that the package ships: see `SOURCES.md` beside it."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Final, Protocol

from trucewatch.core.folding import key_of
from trucewatch.core.world import WorldKind, WorldPlace

FILE: Final = "places.world"
MAGIC: Final = b"places/1\n"
KEPT: Final = 1 << 12
"""So many names that were looked up are kept at hand."""

_KINDS: Final[dict[str, WorldKind]] = {
    "C": "country",
    "A": "area",
    "D": "division",
    "c": "county",
    "P": "capital",
    "p": "city",
}


class PlaceTable(Protocol):
    """Places that are looked up by name."""

    def named(self, name: str) -> tuple[WorldPlace, ...]:
        """Give the places of a name, the likeliest to be meant first."""
        ...


class Atlas:
    """The places of one file: one sorted line for each name, in one block that is searched as it stands."""

    def __init__(self, packed: bytes) -> None:
        """Unpack a file's content; ValueError where it is no such file."""
        if packed[: len(MAGIC)] != MAGIC:
            raise ValueError("is no table of the world's places")
        try:
            self._lines = lzma.decompress(packed[len(MAGIC) :])
        except lzma.LZMAError as error:
            raise ValueError(f"is a broken table of the world's places: {error}") from None
        if not self._lines.startswith(b"\n") or not self._lines.endswith(b"\n"):
            raise ValueError("is a broken table of the world's places: its lines are not whole")
        self._found = lru_cache(maxsize=KEPT)(self._find)

    def named(self, name: str) -> tuple[WorldPlace, ...]:
        """Give the places of a name, those that bear it as their own first, then the larger first."""
        return self.keyed(key_of(name))

    def keyed(self, key: str) -> tuple[WorldPlace, ...]:
        """Give the places of a name in its folded form."""
        return self._found(key) if key else ()

    def countries(self) -> tuple[WorldPlace, ...]:
        """Give every country, by its code."""
        found = [_place(row, own=True) for row in self._holding(b"\tC\t", 1)]
        return tuple(sorted(found, key=lambda place: place.country))

    def of_country(self, code: str) -> tuple[WorldPlace, ...]:
        """Give a country's places, the larger first; those of further names once, by their own."""
        marked = f"\t{code}\t".encode()
        found = [_place(row, own=True) for row in self._holding(marked, 3)]
        return tuple(sorted(found, key=lambda place: (-place.people, place.name, place.kind)))

    def _holding(self, marked: bytes, cell: int) -> Iterator[list[str]]:
        """Yield the rows that hold marked words as their cell of a number."""
        at = self._lines.find(marked)
        while at >= 0:
            start = self._lines.rindex(b"\n", 0, at) + 1
            end = self._lines.index(b"\n", at)
            row = self._lines[start:end].decode().split("\t")
            if len(row) > cell and row[cell] == marked.decode().strip():
                yield row
            at = self._lines.find(marked, end)

    def _find(self, key: str) -> tuple[WorldPlace, ...]:
        own: list[WorldPlace] = []
        further: list[WorldPlace] = []
        for row in self._rows(key):
            if row[1].startswith("="):
                place = self._referred(row)
                further += [place] if place else []
            else:
                own.append(_place(row, own=True))
        further.sort(key=lambda place: (place.kind != "country", -place.people))
        return (*own, *further)

    def _referred(self, row: list[str]) -> WorldPlace | None:
        held = [each for each in self._rows(row[1][1:]) if not each[1].startswith("=")]
        number = int(row[2])
        return _place(held[number], own=False) if number < len(held) else None

    def _rows(self, key: str) -> Iterator[list[str]]:
        start = f"{key}\t".encode()
        at = self._first(start)
        while self._lines.startswith(start, at):
            end = self._lines.index(b"\n", at)
            yield self._lines[at:end].decode().split("\t")
            at = end + 1

    def _first(self, start: bytes) -> int:
        """Give where the first line stands that is not before `start`; the lines are in order."""
        low, high = 1, len(self._lines)
        while low < high:
            middle = self._lines.rindex(b"\n", 0, (low + high) // 2) + 1
            if self._lines[middle : middle + len(start)] < start:
                low = self._lines.index(b"\n", middle) + 1
            else:
                high = middle
        return low


def _place(row: list[str], *, own: bool) -> WorldPlace:
    key, kind, name, country, division, lat, lon, people, km = row
    told = _KINDS[kind]
    inhabitants = int(float(people)) if people else 0
    return WorldPlace(
        name=name or key.title(),
        kind=told,
        country=country,
        division=division,
        latitude=int(lat) / 100,
        longitude=int(lon) / 100,
        people=inhabitants,
        km=float(km) if km else _reach(inhabitants),
        own=own,
    )


def _reach(people: int) -> float:
    """Give roughly how far a city of so many inhabitants reaches from its point, in kilometres."""
    return round(max(2.0, min(30.0, sqrt(people) / 100)), 1)


@lru_cache(maxsize=1)
def shipped() -> Atlas:
    """Give the atlas that the package ships; read when it is first asked."""
    return Atlas((Path(__file__).parent / FILE).read_bytes())
