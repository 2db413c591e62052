"""A case's further places: put in, looked up, held with the case's own, and refused when altered."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from gazetteers import VELMAR, a_line, crossing_with_gazetteer, write_country
from trucewatch.case import gazetteer_add
from trucewatch.case.files import GAZETTEER
from trucewatch.case.gazetteer import FORM, FileGazetteer
from trucewatch.case.gazetteer_add import add_to_gazetteer
from trucewatch.case.load import built_in_cases, find_built_in, load_case, problems
from trucewatch.core.errors import CaseError, InputError
from trucewatch.core.folding import key_of


def ids_of(gazetteer: object, name: str) -> list[str]:
    assert isinstance(gazetteer, FileGazetteer)
    return [row.place.id for row in gazetteer.keyed(key_of(name))]


NAMED = [
    ("Osmere", ["geonames:10", "geonames:16", "geonames:17"]),
    ("oz-mere", ["geonames:10"]),
    ("Осмир", ["geonames:10"]),
    ("أوسمير", ["geonames:10"]),
    ("Tarnbeck", ["geonames:11", "geonames:12"]),
    ("al-Farrow", ["geonames:15"]),
    ("Farrow", ["geonames:15"]),
    ("Kethra Province", ["geonames:2"]),
    ("Kethra", ["geonames:2"]),
    ("OSM", []),
    ("Wayfar Farm", []),
    ("Osmer", []),
    ("@10", []),
    ("#", []),
    ("", []),
]


@pytest.mark.parametrize(("name", "ids"), NAMED)
def test_places_are_found_by_every_name_of_theirs(name: str, ids: list[str]) -> None:
    assert ids_of(crossing_with_gazetteer().places.gazetteer, name) == ids


def test_a_place_has_its_point_its_precision_and_what_holds_it() -> None:
    places = crossing_with_gazetteer().places
    osmere = places.find("geonames:10")
    assert osmere is not None
    assert (osmere.name, osmere.kind) == ("Osmere", "village")
    assert (osmere.latitude, osmere.longitude, osmere.km) == (20.03, -140.1, 1.0)
    assert places.areas("geonames:10") == {
        "geonames:10",
        "geonames:17",
        "geonames:3",
        "velmar_land",
    }
    assert places.name("geonames:10") == "Osmere"


def test_areas_and_roads_have_no_point() -> None:
    places = crossing_with_gazetteer().places
    for number in (3, 17, 18):
        place = places.find(f"geonames:{number}")
        assert place is not None
        assert (place.latitude, place.longitude, place.km) == (None, None, None)


def test_a_row_that_the_case_holds_itself_is_the_case_s_place() -> None:
    case = crossing_with_gazetteer()
    assert ids_of(case.places.gazetteer, "Dunmeer") == ["dunmere"]
    assert case.places.find("geonames:13") == case.places.by_id["dunmere"]
    assert case.places.gazetteer is not None
    row = case.places.gazetteer.same_as("dunmere")
    assert row is not None
    assert (row.division, row.country) == ("Marsh Province", "VM")
    assert case.places.gazetteer.same_as("ashel") is None


@pytest.mark.parametrize("id", ["geonames:", "geonames:99", "geonames:10\t", "osmere", "", None])
def test_an_id_that_nothing_bears_is_no_place(id: str | None) -> None:
    assert crossing_with_gazetteer().places.find(id) is None


@pytest.mark.parametrize("name", ["VM.zip", "VM.txt", "any name.txt"])
def test_a_zip_and_the_bare_table_give_the_same_places(folder: Path, name: str) -> None:
    (added,) = add_to_gazetteer(folder, [write_country(folder.parent / name.replace(" ", "_"))])
    assert (added.country, added.read, added.kept) == ("VM", len(VELMAR), len(VELMAR) - 1)
    places = load_case(folder).places
    assert places.find("geonames:11") == crossing_with_gazetteer().places.find("geonames:11")


def test_the_licence_and_what_was_taken_stand_in_the_file(folder: Path) -> None:
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    held = load_case(folder).places.gazetteer
    assert isinstance(held, FileGazetteer)
    (note,) = held.notes()
    for part in ("VM: VM.zip/VM.txt", "13 of 14 rows", "GeoNames", "CC BY 4.0"):
        assert part in note


def test_the_state_of_the_case_changes_with_its_gazetteer(folder: Path) -> None:
    before = load_case(folder).state
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    after = load_case(folder).state
    assert after.sha256 != before.sha256
    assert set(after.files) > set(before.files)
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    assert load_case(folder).state == after


def test_a_country_is_replaced_and_others_stay(folder: Path) -> None:
    ondrel = [
        a_line(30, "Tarnbeck", 20.1, -139.6, country="ON"),
        a_line(31, "Lower Ashby", 20.2, -139.5, country="ON"),
    ]
    files = [
        write_country(folder.parent / "VM.zip"),
        write_country(folder.parent / "ON.txt", ondrel),
    ]
    assert [each.country for each in add_to_gazetteer(folder, files)] == ["VM", "ON"]
    held = load_case(folder).places.gazetteer
    assert ids_of(held, "Tarnbeck") == ["geonames:11", "geonames:12", "geonames:30"]
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip", VELMAR[5:6])])
    held = load_case(folder).places.gazetteer
    assert isinstance(held, FileGazetteer)
    assert held.countries == {"VM", "ON"}
    assert len(held.notes()) == 2
    assert ids_of(held, "Tarnbeck") == ["geonames:12", "geonames:30"]
    assert ids_of(held, "Osmere") == []
    assert ids_of(held, "Lower Ashby") == ["geonames:31"]


def test_one_bad_file_leaves_everything_as_it_was(folder: Path) -> None:
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    before = (folder / GAZETTEER).read_bytes()
    good = write_country(folder.parent / "ON.txt", [a_line(30, "Ashby", 1, 1, country="ON")])
    bad = write_country(folder.parent / "XX.txt", [a_line(30, "Ashby", 100, 1, country="XX")])
    with pytest.raises(InputError) as raised:
        add_to_gazetteer(folder, [good, bad])
    assert raised.value.where == "XX.txt:1"
    assert (folder / GAZETTEER).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir() if "gazetteer" in path.name) == [GAZETTEER]


def test_a_country_is_given_once(folder: Path) -> None:
    files = [write_country(folder.parent / name) for name in ("VM.zip", "VM.txt")]
    with pytest.raises(InputError, match="a second file of VM"):
        add_to_gazetteer(folder, files)


@pytest.mark.parametrize("name", built_in_cases())
def test_a_built_in_case_is_never_written_to(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="built-in case cannot be added to"):
        add_to_gazetteer(find_built_in(name), [write_country(tmp_path / "VM.zip")])
    assert not (find_built_in(name) / GAZETTEER).exists()


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


TABLE = f"{VELMAR[3]}\n".encode()
LOCKED = bytearray(zipped(**{"VM.txt": TABLE}))
for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    LOCKED[LOCKED.index(signature) + flags] |= 1
BROKEN = bytearray(zipped(**{"VM.txt": TABLE}))
BROKEN[45] ^= 255

ARCHIVES = [
    # content, part of the message
    (zipped(), "holds no one table"),
    (zipped(**{"readme.txt": b"x"}), "holds no one table"),
    (zipped(**{"VM.txt": TABLE, "ON.txt": TABLE}), "holds no one table"),
    (zipped(**{"../VM.txt": TABLE}), "holds no one table"),
    (zipped(**{"/VM.txt": TABLE}), "holds no one table"),
    (zipped(**{"a/VM.txt": TABLE}), "holds no one table"),
    (zipped(**{"vm.txt": TABLE}), "holds no one table"),
    (zipped(**{"VM.txt": TABLE} | {f"{n}.md": b"" for n in range(40)}), "too many files"),
    (zipped(**{"VM.txt": b""}), "holds no place"),
    (zipped(**{"VM.txt": TABLE * 2}), "a second time"),
    (zipped(**{"VM.txt": zipped(**{"VM.txt": TABLE})}), "VM.zip/VM.txt:1"),
    (bytes(LOCKED), "password"),
    (bytes(BROKEN), "breaks off"),
    (zipped(**{"VM.txt": TABLE})[:-30], "broken archive"),
    (b"PK\x03\x04" + b"\0" * 100, "broken archive"),
    (b"", "is no zip archive"),
    (b"<html>not found</html>", "is no zip archive"),
]


@pytest.mark.parametrize(("content", "what"), ARCHIVES)
def test_a_hostile_archive_is_refused(folder: Path, content: bytes, what: str) -> None:
    path = folder.parent / "VM.zip"
    path.write_bytes(content)
    before = {each.name for each in folder.parent.rglob("*")}
    with pytest.raises(InputError) as raised:
        add_to_gazetteer(folder, [path])
    assert what in str(raised.value)
    assert {each.name for each in folder.parent.rglob("*")} == before


def test_an_archive_that_unpacks_to_more_than_a_table_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_add, "TABLE_BYTES", 100_000)
    path = folder.parent / "VM.zip"
    path.write_bytes(zipped(**{"VM.txt": b"\n" * 5_000_000}))
    with pytest.raises(InputError, match="more than 0 MB"):
        add_to_gazetteer(folder, [path])
    path.write_bytes(zipped(**{"VM.txt": b"x" * 5_000_000}))
    with pytest.raises(InputError, match="a line without an end"):
        add_to_gazetteer(folder, [path])


def test_what_would_be_too_large_to_keep_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_add, "GAZETTEER_BYTES", 500)
    with pytest.raises(InputError, match="makes the gazetteer larger"):
        add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    assert not (folder / GAZETTEER).exists()


@pytest.mark.parametrize("name", ["nothing.zip", ".", "x\0y.txt"])
def test_what_is_no_file_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(InputError) as raised:
        add_to_gazetteer(folder, [folder.parent / name])
    assert raised.value.where


def summed(body: bytes) -> bytes:
    return FORM + sha256(body).hexdigest().encode() + b"\n" + body


ALTERED = [
    b"",
    b"\n",
    FORM,
    FORM + b"0" * 64 + b"\n@10\tOsmere\n",
    summed(b""),
    summed(b"@10\tOsmere"),
    summed(b"\xff\xfe\n"),
]


@pytest.mark.parametrize("content", ALTERED)
def test_a_file_that_was_altered_is_refused_with_what_to_do(folder: Path, content: bytes) -> None:
    (folder / GAZETTEER).write_bytes(content)
    (problem,) = problems(folder)
    assert problem.where == f"{GAZETTEER}:1"
    assert "add the country's file again" in str(problem)


def test_line_ends_that_a_tool_changed_are_noticed(folder: Path) -> None:
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    path = folder / GAZETTEER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [problem.where for problem in problems(folder)] == [f"{GAZETTEER}:1"]


ROW = "@10\tOsmere\tvillage\t20.0\t-140.0\t1\t0\tVM\t\t\t"
FORGED = [
    # rows that no adding writes, under a sum that fits
    "@10\tOsmere",
    ROW + "\tmore",
    ROW.replace("20.0", "nan"),
    ROW.replace("20.0", "91"),
    ROW.replace("-140.0", "inf"),
    ROW.replace("\t1\t", "\tfar\t"),
    ROW.replace("\t0\t", "\tmany\t"),
    ROW.replace("VM\t\t\t", "VM\t\t10\t"),
    ROW.replace("VM\t\t\t", "VM\t\t77\t"),
]


@pytest.mark.parametrize("row", FORGED)
def test_a_forged_row_is_refused_when_it_is_met(folder: Path, row: str) -> None:
    (folder / GAZETTEER).write_bytes(summed(f"{row}\nosmere\t10\n".encode()))
    places = load_case(folder).places
    assert places.gazetteer is not None
    with pytest.raises(CaseError) as raised:
        places.find("geonames:10")
    assert raised.value.where == GAZETTEER
    with pytest.raises(CaseError):
        places.gazetteer.keyed("osmere")


def test_a_case_with_another_gazetteer_is_another_case(folder: Path) -> None:
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip")])
    one = load_case(folder)
    assert one == load_case(folder)
    add_to_gazetteer(folder, [write_country(folder.parent / "VM.zip", VELMAR[:5])])
    assert one.places != load_case(folder).places
