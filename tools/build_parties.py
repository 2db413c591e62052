"""Build the table of parties that the package ships: run by hand.

    python tools/build_parties.py NAMES.json [OUT]

`NAMES.json` holds under `parties` pairs of a party's name in the data of the Uppsala Conflict Data Program
(UCDP, CC BY 4.0) and of how many coded events name it. Which country a group is listed for, and its further
names, stands in `tools/world/parties.txt`. What is written is the same for the same sources.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from trucewatch.case.parties import FILE, KINDS, Party, pack  # noqa: E402
from trucewatch.core.actor import ActorKind  # noqa: E402
from trucewatch.core.folding import key_of  # noqa: E402
from trucewatch.identify.world.atlas import shipped  # noqa: E402

TABLE: Final = Path(__file__).parent / "world" / "parties.txt"
GOVERNMENT: Final = "Government of "
SHORTEST: Final = 3
"""A name of fewer letters would be found in every headline: the first further name stands for it."""

CODES: Final = {
    "DR Congo": "CD",
    "Congo": "CG",
    "eSwatini": "SZ",
    "Ivory Coast": "CI",
    "East Timor": "TL",
}
"""Countries that the table of the world does not know by UCDP's name."""


def main(arguments: list[str]) -> int:
    """Build the file, and tell how much it holds."""
    listed = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["parties"]
    out = Path(arguments[1]) if len(arguments) > 1 else ROOT / "src/trucewatch/case" / FILE
    counts: dict[str, int] = dict(listed)
    parties = sorted(
        [*_governments(counts), *_groups(counts)],
        key=lambda each: (each.country, each.kind is not ActorKind.STATE, key_of(each.name)),
    )
    for fault in _faults(parties):
        print(fault, file=sys.stderr)
        return 1
    packed = pack(tuple(parties))
    out.write_bytes(packed)
    countries = len({each.country for each in parties})
    print(f"{len(parties)} parties of {countries} countries, {len(packed)} bytes: {out}")
    return 0


def _governments(counts: dict[str, int]) -> Iterator[Party]:
    for name in counts:
        if name.startswith(GOVERNMENT) and "," not in name:
            called = re.sub(r" \(.*\)", "", name.removeprefix(GOVERNMENT))
            country = next(
                (each for each in shipped().named(called) if each.kind == "country"), None
            )
            code = CODES.get(called) or (country.country if country else None)
            if code is None:
                raise SystemExit(f"no country is called {called!r}: put it into CODES")
            yield Party(
                country=code,
                kind=ActorKind.STATE,
                name=called,
                further=(f"{GOVERNMENT}{called}",),
            )


def _groups(counts: dict[str, int]) -> Iterator[Party]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        countries, name, kind, further = (cell.strip() for cell in line.split("|"))
        if name not in counts:
            raise SystemExit(f"UCDP's list has no {name!r}")
        names = [re.sub(r" \(.*\)$", "", name), *(each.strip() for each in further.split(","))]
        own, *others = [each for each in names if len(each) >= SHORTEST]
        for country in countries.split(","):
            yield Party(country=country.strip(), kind=KINDS[kind], name=own, further=tuple(others))


def _faults(parties: list[Party]) -> Iterator[str]:
    """Yield what no case could load: one name of two parties of a country."""
    held: dict[tuple[str, str], str] = {}
    for each in parties:
        for name in (each.name, *each.further):
            owner = held.setdefault((each.country, key_of(name)), each.name)
            if owner != each.name:
                yield f"{each.country}: {name!r} is a name of {owner} and of {each.name}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
