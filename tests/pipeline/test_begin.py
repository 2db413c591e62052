"""A case that begins with a country: its places and parties, with no side taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import done, run
from trucewatch.case.check import check
from trucewatch.case.files import CASE_FILES
from trucewatch.case.load import load_case
from trucewatch.case.new import new_case
from trucewatch.case.parties import parties_of
from trucewatch.core.errors import InputError
from trucewatch.identify.world.atlas import shipped
from trucewatch.pipeline.begin import CITIES, begin_case, find_country

# One of each sort: many parties, many cities, no division, no city, nobody listed, a name with an apostrophe.
COUNTRIES = ["YE", "SD", "IN", "US", "VA", "AQ", "HK", "CI"]


@pytest.mark.parametrize("code", COUNTRIES)
def test_it_loads_with_the_parties_and_without_a_side_of_theirs(tmp_path: Path, code: str) -> None:
    written = begin_case(tmp_path / "case", code)
    assert [path.name for path in written] == list(CASE_FILES)
    case = load_case(tmp_path / "case")
    names = {actor.name: actor for actor in case.actors.by_id.values()}
    for party in parties_of(code):
        actor = names[party.name]
        assert (actor.kind, actor.side, case.actors.side(actor.id)) == (party.kind, None, None)
        assert tuple(alias.name for alias in actor.aliases) == party.further
    assert "error" not in {remark.severity for remark in check(case)}


@pytest.mark.parametrize("code", COUNTRIES)
def test_its_places_have_points_and_what_holds_them(tmp_path: Path, code: str) -> None:
    begin_case(tmp_path / "case", code)
    places = load_case(tmp_path / "case").places
    (country,) = [place for place in places.by_id.values() if place.kind == "country"]
    begun = [place for place in places.by_id.values() if country.id in places.areas(place.id)]
    points = [place for place in begun if place.latitude is not None]
    assert len(points) <= CITIES
    for place in begun:
        assert (place.km is not None) == (place.kind in ("city", "town"))
    known = {
        (round(each.latitude, 2), round(each.longitude, 2)) for each in shipped().of_country(code)
    }
    assert {(place.latitude, place.longitude) for place in points} <= known


def test_check_tells_the_blank_sides(tmp_path: Path) -> None:
    begin_case(tmp_path / "case", "YE")
    told = done("check", tmp_path / "case").out
    assert "have no side" in told
    assert told.index("has no duty") < told.index("have no side")


def test_the_template_stays_around_what_is_put_in(tmp_path: Path) -> None:
    begin_case(tmp_path / "begun", "YE")
    new_case(tmp_path / "plain")
    for name in ("agreement.yaml", "outlets.yaml", "zones.geojson"):
        assert (tmp_path / "begun" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    for name in ("actors.yaml", "places.csv"):
        begun = iter((tmp_path / "begun" / name).read_text(encoding="utf-8").splitlines())
        plain = (tmp_path / "plain" / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in plain if line not in begun] == []  # each after the one before
    assert "CC BY 4.0" in (tmp_path / "begun" / "actors.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "code"), [("YE", "YE"), (" ye ", "YE"), ("Yemen", "YE"), ("south sudan", "SS")]
)
def test_a_country_is_known_by_its_code_or_its_name(wanted: str, code: str) -> None:
    assert find_country(wanted, shipped()).country == code


UNKNOWN = [
    ("YX", "YE (Yemen)"),
    ("Yemne", "YE (Yemen)"),
    ("YEM", "YE (Yemen)"),
    ("", "ISO code"),
    ("Qqqqqqqq", "ISO code"),
    ("../YE", "ISO code"),
    ("Y" * 100_000, "ISO code"),
]


@pytest.mark.parametrize(("wanted", "near"), UNKNOWN)
def test_an_unknown_country_names_near_ones_and_writes_nothing(
    tmp_path: Path, wanted: str, near: str
) -> None:
    with pytest.raises(InputError) as raised:
        begin_case(tmp_path / "case", wanted)
    assert near in str(raised.value)
    assert len(str(raised.value)) < 300
    assert not (tmp_path / "case").exists()


def test_what_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError):
        begin_case(tmp_path, "YE")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_country_and_a_built_in_case_are_not_both_given(tmp_path: Path) -> None:
    told = run("new", tmp_path / "case", "--country", "YE", "--from", "idlib")
    assert (told.code, (tmp_path / "case").exists()) == (2, False)


def test_the_command_begins_a_case(tmp_path: Path) -> None:
    assert "trucewatch check" in done("new", tmp_path / "case", "--country", "ye").err
    assert load_case(tmp_path / "case").places.by_id["aden"].km
    told = run("new", tmp_path / "other", "--country", "YX")
    assert (told.code, "YE (Yemen)" in told.err) == (1, True)
