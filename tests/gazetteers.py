"""Files as GeoNames ships them, of countries that are not, around the invented case's valley."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from passages import CROSSING
from trucewatch.case.gazetteer_add import add_to_gazetteer
from trucewatch.case.load import load_case
from trucewatch.core.case import Case


def a_line(number: int, name: str, lat: object, lon: object, **more: object) -> str:
    """Make one line: a village, unless `feature` and `code` say otherwise."""
    cells = {
        "feature": "P", "code": "PPL", "country": "VM", "variants": "", "first": "02", "second": "",
        "third": "", "people": 0,
    } | more  # fmt: skip
    parts = (
        number, name, name, cells["variants"], lat, lon, cells["feature"], cells["code"],
        cells["country"], "", cells["first"], cells["second"], cells["third"], "", cells["people"],
        "", 12, "Etc/GMT", "2024-01-01",
    )  # fmt: skip
    return "\t".join(map(str, parts))


VELMAR = (
    a_line(1, "Velmar", 20.0, -141.0, feature="A", code="PCLI", first="00"),
    a_line(2, "Kethra Province", 20.5, -141.5, feature="A", code="ADM1", first="01"),
    a_line(3, "Marsh Province", 20.0, -140.5, feature="A", code="ADM1", variants="Marches"),
    a_line(
        10, "Osmere", 20.03, -140.1, second="7", people=900, variants="Oz Mere,Осмир,أوسمير,OSM"
    ),
    a_line(11, "Tarnbeck", 20.02, -140.2),
    a_line(12, "Tarnbeck", 21.5, -142.5, first="01"),
    a_line(13, "Dun-Mere", 20.0005, -140.041, variants="Dunmeer,Данмир"),
    a_line(14, "Paris", 20.04, -140.12),
    a_line(15, "Al Farrow", 20.06, -140.15),
    a_line(16, "Osmere", 20.031, -140.102, feature="T", code="HLL"),
    a_line(17, "Osmere", 20.1, -140.15, feature="A", code="ADM2", second="7"),
    a_line(18, "Stonny Road", 20.1, -140.15, feature="R", code="RD"),
    a_line(19, "Wayfar Farm", 20.1, -140.15, feature="S", code="FRM"),
    a_line(20, "Great Orrin", 20.3, -140.9, code="PPLA", people=640_000),
)


def write_country(path: Path, lines: Iterable[str] = VELMAR) -> Path:
    """Write a country's file: a zip with a readme where the name says so."""
    content = "".join(f"{line}\n" for line in lines).encode("utf-8")
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "what the columns are")
            archive.writestr(f"{path.stem}.txt", content)
    else:
        path.write_bytes(content)
    return path


@cache
def crossing_with_gazetteer() -> Case:
    """Give the invented case with the places of a country beside its own."""
    folder = Path(mkdtemp())
    try:
        shutil.copytree(CROSSING, folder / "case")
        add_to_gazetteer(folder / "case", [write_country(folder / "VM.zip")])
        return load_case(folder / "case")
    finally:
        shutil.rmtree(folder)
