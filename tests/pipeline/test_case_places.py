"""Every place of the built-in case, under every name its file gives: which place, and which side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from commands import run
from trucewatch.case.load import find_case, load_case
from trucewatch.core.case import Case
from trucewatch.core.place import Place

WIDER = {"idlib_area", "idlib_province", "aleppo_province", "hama_province", "latakia_province"}
"""Areas that bear the name of their city: a bare name may mean either."""


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(find_case("idlib"))


def names(place: Place) -> Iterator[str]:
    yield from dict.fromkeys((place.name, *place.variants))


@pytest.fixture(scope="module")
def told(
    case: Case, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Place, dict[str, Any]]]:
    """Give every name of every place with a point, and the place that a sentence with it means."""
    folder = tmp_path_factory.mktemp("places")
    asked = [
        (place, name)
        for place in case.places.by_id.values()
        if place.latitude is not None
        for name in names(place)
    ]
    lines = (
        json.dumps({"text": f"The army shelled {name} on Monday.", "published": "2018-11-20"})
        for _, name in asked
    )
    (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    out = folder / "out.jsonl"
    run("extract", "--rules", "--lines", folder / "in.jsonl", "--out", out, "--case", "idlib")
    readings = [json.loads(line) for line in out.read_bytes().splitlines()]
    return [
        (place, {"name": name, **_first_place(reading)})
        for (place, name), reading in zip(asked, readings, strict=True)
    ]


def _first_place(reading: dict[str, Any]) -> dict[str, Any]:
    mention: dict[str, Any] = next(
        (each for each in reading["mentions"] if each["kind"] == "place"), {}
    )
    at = [place for event in reading["events"] for place in event["at"]]
    return {"mention": mention, "at": at[0] if at else None}


def test_every_name_means_its_place_or_is_left_open(
    told: list[tuple[Place, dict[str, Any]]],
) -> None:
    wrong = [
        (place.id, each["name"], each["mention"].get("id"))
        for place, each in told
        if each["mention"].get("id") != place.id
        and place.id not in each["mention"].get("candidates", ())
    ]
    assert wrong == []


def test_nearly_every_name_that_is_one_place_s_alone_means_it(
    told: list[tuple[Place, dict[str, Any]]],
) -> None:
    own = [
        (place, each)
        for place, each in told
        if not WIDER & {each["mention"].get("id"), *each["mention"].get("candidates", ())}
    ]
    exact = sum(each["mention"].get("id") == place.id for place, each in own)
    assert len(own) > 400
    assert exact >= 0.98 * len(own)


def test_an_act_lies_at_the_point_of_its_place(told: list[tuple[Place, dict[str, Any]]]) -> None:
    for place, each in told:
        if each["mention"].get("id") == place.id and each["at"]:
            assert each["at"]["place"] == place.id
            assert (each["at"]["lat"], each["at"]["lon"]) == (place.latitude, place.longitude)


def test_no_side_is_told_that_reports_contradict_and_few_are_open(
    told: list[tuple[Place, dict[str, Any]]],
) -> None:
    rows = (find_case("idlib") / "places.csv").read_text(encoding="utf-8").splitlines()
    sides = {}
    for row in rows:
        for side in ("inside", "outside"):
            if f"zone: {side}" in row.lower():
                sides[row.split(",", 1)[0]] = side
    drawn = {
        place.id: each["at"]["zone"]["geometry"]
        for place, each in told
        if each["at"] and each["at"]["place"] == place.id
    }
    assert len(sides.keys() & drawn.keys()) > 20
    for place_id in sides.keys() & drawn.keys():
        assert drawn[place_id] in (sides[place_id], "band"), place_id
    near_the_line = [side for side in drawn.values() if side is not None]
    assert near_the_line.count("band") <= len(near_the_line) / 3
