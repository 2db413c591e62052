"""The parties that UCDP lists for each country, from a file beside this one: see `SOURCES.md`."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from trucewatch.core.actor import ActorKind

FILE: Final = "parties.ucdp"
MAGIC: Final = b"parties/1\n"

KINDS: Final = {
    "s": ActorKind.STATE,
    "g": ActorKind.ARMED_GROUP,
    "o": ActorKind.ORGANISATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of a country: its name and further ones; `country` is an ISO code."""

    country: str
    kind: ActorKind
    name: str
    further: tuple[str, ...] = ()


def parties_of(country: str) -> tuple[Party, ...]:
    """Give a country's parties, its state first; none where UCDP lists none."""
    return tuple(party for party in shipped_parties() if party.country == country)


@lru_cache(maxsize=1)
def shipped_parties() -> tuple[Party, ...]:
    """Give every party that the package ships, by country."""
    return unpack((Path(__file__).parent / FILE).read_bytes())


def unpack(packed: bytes) -> tuple[Party, ...]:
    """Read a file's content; ValueError where it is no such file."""
    if packed[: len(MAGIC)] != MAGIC:
        raise ValueError("is no table of parties")
    try:
        lines = lzma.decompress(packed[len(MAGIC) :]).decode("utf-8").splitlines()
    except (lzma.LZMAError, UnicodeDecodeError) as error:
        raise ValueError(f"is a broken table of parties: {error}") from None
    return tuple(_party(line) for line in lines)


def _party(line: str) -> Party:
    country, kind, name, further = line.split("\t")
    return Party(
        country=country,
        kind=KINDS[kind],
        name=name,
        further=tuple(further.split(";")) if further else (),
    )


def pack(parties: tuple[Party, ...]) -> bytes:
    """Give a file's content; the same for the same parties."""
    letters = {kind: letter for letter, kind in KINDS.items()}
    lines = [
        "\t".join((each.country, letters[each.kind], each.name, ";".join(each.further)))
        for each in parties
    ]
    return MAGIC + lzma.compress("\n".join(lines).encode("utf-8"), preset=9)
