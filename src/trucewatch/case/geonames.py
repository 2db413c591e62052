"""Read a country's file as GeoNames ships it: tab-separated rows of 19 columns, UTF-8, without a header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from trucewatch.case.files import UNSEEN
from trucewatch.core.errors import InputError
from trucewatch.core.folding import key_of

COLUMNS: Final = 19
ROWS: Final = 2_000_000
"""More rows than any country's file has."""

KEPT: Final = 400_000
"""More places than the case's file has room for."""

VARIANTS: Final = 60
"""So many further names of one place are kept."""

LONGEST: Final = 100
"""Longer names are none that a report writes."""

_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(("PPLX",), "quarter"),
    "PCLI": "country",
    "ADM1": "province",
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADM5"), "district"),
    **dict.fromkeys(("AREA", "RGN", "RGNE", "RGNH", "MTS", "HLLS", "VAL", "PLN", "ISL"), "area"),
    **dict.fromkeys(("RD", "RTE"), "road"),
    **dict.fromkeys(("HLL", "MT", "PK", "RDGE", "SPUR"), "hill"),
    **dict.fromkeys(("AIRB", "MILB", "INSM", "FT"), "base"),
    **dict.fromkeys(("AIRP", "AIRF"), "airport"),
    **dict.fromkeys(("BDG", "CSTM", "CSTP", "PSTB", "PSTP", "FY", "RDJCT", "PASS"), "crossing"),
    **dict.fromkeys(("CMP", "CMPRF"), "camp"),
    **dict.fromkeys(("PRT", "DAM", "PS", "PSH", "OILR", "OILF", "GASF"), "site"),
}
"""Kinds by feature code, beside settlements; what is not listed is left out."""

_LEFT_OUT: Final = frozenset({"PPLH", "PPLCH"})
"""Settlements that are no more."""

POINTLESS: Final = frozenset({"country", "province", "district", "area", "road"})
"""Kinds that are no point: a case gives them none."""

_CITY: Final = 100_000
_TOWN: Final = 10_000
_CITIES: Final = frozenset({"PPLC", "PPLA"})
_TOWNS: Final = frozenset({"PPLA2", "PPLA3"})
_KM: Final = {"hill": 1.0, "quarter": 1.0, "crossing": 1.0, "camp": 1.0}
_SPREAD_KM: Final = 2.0
"""A base, an airport or a plant reaches as far from its point."""

_UNWRITTEN = re.compile(rf"{UNSEEN.pattern}|[\r\u200e\u200f]")
_ID = re.compile(r"[1-9][0-9]{0,11}")
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,12})?")
_COUNT = re.compile(r"[0-9]{1,12}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_CODE = re.compile(r"[A-Z0-9]{1,4}")
_MEND: Final = "Give a country's own file of GeoNames as it was downloaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place that is kept.

    `keys` are the folded forms of the name and the variants. `codes` are those of the divisions that
    hold it, the largest first; a division of a `level` is the last of its own.
    """

    number: int
    name: str
    variants: tuple[str, ...]
    keys: tuple[str, ...]
    kind: str
    latitude: float
    longitude: float
    km: float | None
    people: int
    country: str
    codes: tuple[str, ...]
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A country's places, and how many rows were read."""

    country: str
    kept: tuple[Row, ...]
    read: int


def read_rows(lines: Iterable[bytes], label: str, tell: Callable[[str], None]) -> Rows:
    """Read a whole file; InputError tells the first fault with its line, as `label:line`."""
    kept: list[Row] = []
    numbers: set[str] = set()
    country = ""
    read = 0
    for line, raw in enumerate(lines, 1):
        where = f"{label}:{line}"
        cells = _cells(raw, where)
        if cells is None:
            continue
        read += 1
        _check(cells, numbers, country, where)
        country = country or cells[8]
        row = _row(cells)
        if row is not None:
            kept.append(row)
        if read > ROWS or len(kept) > KEPT:
            raise InputError("more rows than a country has", where=where, mend=_MEND)
        tell(where)
    if not kept:
        raise InputError("holds no place that reports name", where=label, mend=_MEND)
    return Rows(country=country, kept=tuple(kept), read=read)


def _cells(raw: bytes, where: str) -> list[str] | None:
    """Split a line; None for an empty one."""
    try:
        text = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise InputError("not UTF-8", where=where, mend=_MEND) from None
    if not text:
        return None
    cells = text.split("\t")
    if len(cells) != COLUMNS:
        what = f"{len(cells)} columns with tabs between them, not {COLUMNS}"
        raise InputError(what, where=where, mend=_MEND)
    return cells


def _check(cells: list[str], numbers: set[str], country: str, where: str) -> None:
    """Refuse a row that cannot be GeoNames' own."""
    fault = _fault(cells)
    if not fault and cells[0] in numbers:
        fault = f"the id {cells[0]} a second time"
    if not fault and country and cells[8] != country:
        fault = f"a row of {cells[8]} in a file of {country}"
    if fault:
        raise InputError(fault, where=where, mend=_MEND)
    numbers.add(cells[0])


def _fault(cells: list[str]) -> str | None:
    if not _ID.fullmatch(cells[0]):
        return f"'{cells[0][:40]}' is no id"
    for cell, name, bound in ((cells[4], "latitude", 90), (cells[5], "longitude", 180)):
        if not _NUMBER.fullmatch(cell) or abs(float(cell)) > bound:
            return f"'{cell[:40]}' is no {name} of {-bound} to {bound}"
    if float(cells[4]) == 0 == float(cells[5]):
        return "0, 0 is no place but a missing value"
    if not _COUNTRY.fullmatch(cells[8]):
        return f"'{cells[8][:40]}' is no country's code of two letters"
    if cells[14] and not _COUNT.fullmatch(cells[14]):
        return f"'{cells[14][:40]}' is no number of inhabitants"
    return None


def _row(cells: list[str]) -> Row | None:
    """Make a place of a row; None for a kind that reports do not name, or a name without letters."""
    people = int(cells[14] or 0)
    kind = _kind(cells[6], cells[7], people)
    names = _names(cells) if kind else {}
    if kind is None or not names:
        return None
    name, *further = names.values()
    codes = _codes(cells[10:14])
    level = int(cells[7][3]) if cells[7][:3] == "ADM" else None
    if level is not None and level > len(codes):
        level = None
    return Row(
        number=int(cells[0]),
        name=name,
        variants=tuple(further),
        keys=tuple(names),
        kind=kind,
        latitude=float(cells[4]),
        longitude=float(cells[5]),
        km=_km(kind, people),
        people=people,
        country=cells[8],
        codes=codes[:level],
        level=level,
    )


def _codes(cells: list[str]) -> tuple[str, ...]:
    """Give the codes of the divisions that hold a place, down to the first that nobody knows."""
    known = []
    for cell in cells:
        if not cell.strip("0"):
            break
        known.append(cell)
    return tuple(known)


def _kind(feature: str, code: str, people: int) -> str | None:
    if code in _KINDS or feature != "P":
        return _KINDS.get(code)
    if code in _LEFT_OUT:
        return None
    if code in _CITIES or people >= _CITY:
        return "city"
    return "town" if code in _TOWNS or people >= _TOWN else "village"


def _km(kind: str, people: int) -> float | None:
    """Give how far a place may reach from its point; a larger settlement reaches farther."""
    if kind in POINTLESS:
        return None
    if kind in ("city", "town", "village"):
        return round(max(1.0, min(30.0, sqrt(people) / 100)), 1)
    return _KM.get(kind, _SPREAD_KM)


def _names(cells: list[str]) -> dict[str, str]:
    """Give the names of a row by their folded forms, the own one first; none where that has no letters."""
    found: dict[str, str] = {}
    for name in _written(cells):
        key = key_of(name)
        if key and not key.isdigit():
            found.setdefault(key, name)
        elif not found:
            return {}
        if len(found) > VARIANTS:
            break
    return found


def _written(cells: list[str]) -> Iterator[str]:
    names = _UNWRITTEN.sub("", "\t".join(cells[1:4])).replace(";", " ")
    own, plain, further = names.split("\t")
    yield own.strip() if len(own) <= LONGEST else ""
    if plain != own and len(plain) <= LONGEST:
        yield plain.strip()
    for name in further.split(","):
        # Codes of airports and the like stand among the further names.
        if len(name) <= LONGEST and not _CODE.fullmatch(name):
            yield name.strip()
