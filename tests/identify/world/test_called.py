from __future__ import annotations

import pytest

from trucewatch.identify.world.atlas import shipped
from trucewatch.identify.world.called import called, parts_called

NAMES = [
    ("U.S.", "United States", "country"),
    ("US", "United States", "country"),
    ("USA", "United States", "country"),
    ("Britain", "United Kingdom", "country"),
    ("French", "France", "country"),
    ("Brazilians", "Brazil", "country"),
    ("Kenya's", "Kenya", "country"),
    ("the Netherlands", "The Netherlands", "country"),
    ("Calif.", "California", "division"),
    ("N.Y.", "New York", "division"),
    ("TX", "Texas", "division"),
    ("B.C.", "British Columbia", "division"),
    ("Texans", "Texas", "division"),
    ("L.A.", "Los Angeles", "city"),
    ("La.", "Louisiana", "division"),
    ("St. Louis", "St. Louis", "city"),
    ("Mt. Vernon", "Mount Vernon", "city"),
    ("Ft. Worth", "Fort Worth", "city"),
    ("northern Nigeria", "Nigeria", "country"),
    ("downtown Chicago", "Chicago", "city"),
    ("the city of Osaka", "Osaka", "division"),
    ("Middle East", "Middle East", "area"),
    ("Walker Co.", "Walker County", "county"),
    ("  Oslo, ", "Oslo", "division"),
]


@pytest.mark.parametrize(("words", "name", "kind"), NAMES)
def test_a_name_calls_its_place(words: str, name: str, kind: str) -> None:
    found = called(words, shipped()).places
    assert (found[0].name, found[0].kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Aleppo province", "division"),
        ("Oaxaca City", "city"),
        ("Harris County", "county"),
        ("the town of Vernon", "city"),
        ("the state of Kerala", "division"),
    ],
)
def test_a_noun_tells_the_kind(words: str, kind: str) -> None:
    found = called(words, shipped())
    assert not found.kinds or kind in found.kinds
    assert any(place.kind == kind for place in found.places)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("University of Nairobi", "Nairobi"),
        ("Chicago Board of Trade", "Chicago"),
        ("Bank of Japan", "Japan"),
    ],
)
def test_a_large_place_lends_its_name(words: str, name: str) -> None:
    found = parts_called(words, shipped())
    assert found.part
    assert name in {place.name for place in found.places}


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "x" * 5_000,
        "Qwrtzpl Hall",
        "Third Street",
        "!!",
        "\u202e",
        "In",
        "Xq Airport",
        "of of of",
    ],
)
def test_no_place_is_made_up(words: str) -> None:
    assert not called(words, shipped()).places
    assert not parts_called(words, shipped()).places
