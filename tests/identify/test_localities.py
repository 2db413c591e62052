from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, built_in, crossing, places_of, read
from trucewatch.core.reading import Locality


def localities(text: str) -> tuple[Locality, ...]:
    return read(a_document(text), crossing())[2]


COMPOSED = [
    ("They shelled Dunmere.", ["Dunmere = dunmere"]),
    ("They shelled the village of Ashel.", ["the village of Ashel = ashel"]),
    (
        "They held the north of the Sarn valley.",
        ["the north of the Sarn valley = sarn_valley_north"],
    ),
    (
        "They held northern parts of the Sarn valley.",
        ["northern parts of the Sarn valley = sarn_valley_north"],
    ),
    (
        "They held the Sarn valley's northern countryside.",
        ["Sarn valley's northern countryside = sarn_valley_north"],
    ),
    ("They held the south of the Sarn valley.", ["the south of the Sarn valley = sarn_valley"]),
    ("They held southern Dunmere.", ["southern Dunmere = dunmere"]),
    ("They dug north of Dunmere.", ["north of Dunmere = dunmere"]),
    ("They dug to the north of Dunmere.", ["the north of Dunmere = dunmere"]),
    ("They dug north of Kethra city.", ["north of Kethra city = None"]),
    ("They dug near Dunmere.", ["near Dunmere = dunmere"]),
    ("They dug on the outskirts of Dunmere.", ["on the outskirts of Dunmere = dunmere"]),
    ("They dug in Dunmere's outskirts.", ["Dunmere's outskirts = dunmere"]),
    ("They dug in the Dunmere area.", ["Dunmere area = dunmere"]),
    ("They fired outside the Sarn valley.", ["outside the Sarn valley = None"]),
    ("They fought between Dunmere and Ashel.", ["Dunmere and Ashel = None"]),
    ("They fought on the Dunmere-Ashel axis.", ["Dunmere-Ashel axis = None"]),
    ("They fought on the axis Dunmere – Ashel.", ["Dunmere – Ashel = None"]),
    (
        "They fought on the Dunmere-Ashel axis in the Sarn valley.",
        ["Dunmere-Ashel axis in the Sarn valley = sarn_valley"],
    ),
    ("The Marsh League (banned in Velmar) held Ashel.", ["Ashel = ashel"]),
    (
        "They held the villages of Foo, Ashel and Bar.",
        ["the villages of Foo = None", "Ashel = ashel", "Bar = None"],
    ),
    (
        "They held the villages of Foo, Bar and Baz in the Sarn valley.",
        [
            "the villages of Foo = sarn_valley",
            "Bar = sarn_valley",
            "Baz in the Sarn valley = sarn_valley",
        ],
    ),
    ("They held Dunmere and Ashel.", ["Dunmere = dunmere", "Ashel = ashel"]),
    ("They held Old Quay in Dunmere.", ["Old Quay = dunmere_quay"]),
    ("They held Ashel in the Sarn valley.", ["Ashel = ashel"]),
    ("They held Ashel, in the north of the Sarn valley.", ["Ashel = ashel"]),
    ("They held Ashel in Ondrel.", ["Ashel = ashel", "Ondrel = ondrel_land"]),
    (
        "They held the village of Foo in the Sarn valley.",
        ["the village of Foo in the Sarn valley = sarn_valley"],
    ),
    ("They held Ashel, near Dunmere.", ["Ashel = ashel"]),
    ("They held the village of Foo, a hill north of Ashel.", ["the village of Foo = ashel"]),
    (
        "They held Ashel and the outskirts of Dunmere.",
        ["Ashel = ashel", "the outskirts of Dunmere = dunmere"],
    ),
    ("They closed the R2.", ["R2 = old_road"]),
    ("They held Brenn.", ["Brenn = None"]),
    ("KETHRA, March 3. /WIRE/. They held Ashel.", ["Ashel = ashel"]),
    ("KETHRA (Wire) - They held Ashel.", ["Ashel = ashel"]),
]


@pytest.mark.parametrize(("text", "expected"), COMPOSED)
def test_place_expressions_are_one_place_each(text: str, expected: list[str]) -> None:
    assert places_of(crossing(), text) == expected


REPEATED = [
    ("Dunmere fell. The town burned.", ["Dunmere = dunmere", "The town = dunmere"]),
    (
        "Dunmere and Ashel fell. The village burned.",
        ["Dunmere = dunmere", "Ashel = ashel", "The village = ashel"],
    ),
    (
        "Ashel fell. The besieged marsh village burned.",
        ["Ashel = ashel", "The besieged marsh village = ashel"],
    ),
    ("Ashel fell. The city burned.", ["Ashel = ashel"]),
    ("The village burned. Ashel fell.", ["Ashel = ashel"]),
    (
        "Ashel fell. The village of Foo burned. The village is gone.",
        ["Ashel = ashel", "The village of Foo = None"],
    ),
    (
        "They left the quiet strip. The zone is calm.",
        ["quiet strip = quiet_strip", "The zone = quiet_strip"],
    ),
    ("The zone is calm.", []),
    ("They left the quiet strip after the zone deal.", ["quiet strip = quiet_strip"]),
    ("Ashel is in a safe zone. They left the zone.", ["Ashel = ashel"]),
    (
        "Dunmere fell. The town of al-Foo burned.",
        ["Dunmere = dunmere", "The town of al-Foo = None"],
    ),
    (
        "Dunmere fell. They hid in Kethra city and shelled the same town.",
        ["Dunmere = dunmere", "Kethra city = kethra", "the same town = dunmere"],
    ),
    (
        "The Sarn valley burned. They fled from the area.",
        ["Sarn valley = sarn_valley", "the area = sarn_valley"],
    ),
    ("The Sarn valley burned. The area is dry.", ["Sarn valley = sarn_valley"]),
]


@pytest.mark.parametrize(("text", "expected"), REPEATED)
def test_nouns_repeat_the_nearest_place_of_their_kind(text: str, expected: list[str]) -> None:
    assert places_of(crossing(), text) == expected


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("They held Saraqib. They left the zone.", ["dmz"]),
        ("They held Saraqib. They left the safe zone.", []),
        ("Saraqib is in the safe zone. They left the zone.", []),
        ("They held Raqqa. They left the zone.", []),
    ],
)
def test_the_zone_is_the_only_one_of_a_text_that_is_set_around_it(
    text: str, zones: list[str]
) -> None:
    found = read(a_document(text), built_in())[2]
    assert [at.place for at in found if at.span.text == "the zone"] == zones


PROVINCES = [
    (
        "They shelled Idlib province. The south of the province burned.",
        "the south of the province = idlib_south",
    ),
    (
        "They shelled Idlib. The south of the province burned.",
        "the south of the province = idlib_south",
    ),
    (
        "They shelled Saraqib. Elsewhere in the province it was calm.",
        "the province = idlib_province",
    ),
    ("They shelled the northwest of Hama province.", "northwest of Hama province = hama_northwest"),
    ("They shelled north-western Hama.", "north-western Hama = hama_northwest"),
    ("They shelled the northern countryside of Hama.", "northern countryside of Hama = hama_north"),
    ("They shelled it north of Hama city.", "north of Hama city = None"),
    ("They shelled Saraqib in eastern Idlib.", "Saraqib = saraqib"),
]


@pytest.mark.parametrize(("text", "expected"), PROVINCES)
def test_parts_of_provinces_are_the_cases_rows(text: str, expected: str) -> None:
    found = [place.lower() for place in places_of(built_in(), text)]
    assert expected.lower() in [place.removeprefix("the ") for place in found] + found
    assert len(found) <= 2


AWAY = [
    ("They dug 10 km south of Dunmere.", (19.9101, -140.04), 5.0),
    (
        "They dug some 10 kilometres (6 miles) to the south of the town of Dunmere.",
        (19.9101, -140.04),
        5.0,
    ),
    ("They dug ten miles north-east of Dunmere.", (20.1023, -139.9311), 6.8),
    ("They dug 10 km from Dunmere.", None, None),
    ("They dug 10 km south of the Sarn valley.", None, None),
    ("They dug 10 km south of Brenn.", None, None),
]


@pytest.mark.parametrize(("text", "point", "precision"), AWAY)
def test_a_distance_gives_a_point_but_no_place(
    text: str, point: tuple[float, float] | None, precision: float | None
) -> None:
    (found,) = localities(text)
    assert found.place is None
    assert found.precision == precision
    assert ((found.lat, found.lon) if found.lat else None) == (
        pytest.approx(point, abs=0.001) if point else None
    )


def test_a_distance_locates_the_place_it_is_said_of() -> None:
    (cove,) = localities("They left Gannet Cove, 20 km north of Kethra city.")
    assert (cove.place, cove.lat, cove.precision) == ("gannet_cove", 20.6799, 8.0)
    (ashel,) = localities("They left Ashel, 20 km north of Kethra city.")
    assert (ashel.place, ashel.lat, ashel.precision) == ("ashel", 20.05, 0.5)


def test_near_is_less_sure_than_at() -> None:
    (at,), (near,) = localities("They held Ashel."), localities("They held land near Ashel.")
    assert (at.zone.geometry, near.zone.geometry) == ("inside", "band")
    assert at.precision == 0.5
    assert near.precision == 5.5


ZONES = [
    ("They left the quiet strip.", [("quiet_strip", None, "in")]),
    ("They dug near the quiet strip.", [("quiet_strip", None, "near")]),
    ("They dug on the edge of the quiet strip.", [("quiet_strip", None, "near")]),
    ("They dug outside the quiet strip.", [("quiet_strip", None, "outside")]),
    ("They went out of the quiet strip.", [("quiet_strip", None, "in")]),
    ("They withdrew from the planned quiet strip.", [("quiet_strip", None, "in")]),
    ("They held Dunmere in the quiet strip.", [("dunmere", "band", "in")]),
    ("They held Dunmere, which lies inside the planned quiet strip.", [("dunmere", "band", "in")]),
    ("They held Hill 40, outside the quiet strip.", [("hill_forty", "outside", "outside")]),
    ("They held Hill 40, near the quiet strip.", [("hill_forty", "outside", "near")]),
    (
        "They held Dunmere, Ashel and Hill 40, in the quiet strip.",
        [("dunmere", "band", "in"), ("ashel", "inside", "in"), ("hill_forty", "outside", "in")],
    ),
    ("In the quiet strip, at Ashel, they dug.", [("ashel", "inside", "in")]),
    (
        "From the marshes, within the quiet strip, at Hill 40, they fired.",
        [("quiet_strip", None, "in"), ("hill_forty", "outside", None)],
    ),
    ("They left Dunmere in Velmar, which is part of the quiet strip.", [("dunmere", "band", "in")]),
    (
        "They held Dunmere and left the quiet strip.",
        [("dunmere", "band", None), ("quiet_strip", None, "in")],
    ),
    ("They held Ashel.", [("ashel", "inside", None)]),
    ("They held Kethra city.", [("kethra", "outside", None)]),
    ("They held the Sarn valley.", [("sarn_valley", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_both_facts_of_the_zone_are_told_apart(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(at.place, at.zone.geometry, at.zone.reported) for at in localities(text)] == expected


def test_a_place_without_a_point_has_no_geometry() -> None:
    (cove,) = localities("They left Gannet Cove.")
    assert (cove.zone.geometry, cove.zone.km, cove.lat, cove.precision) == (None, None, None, None)


VOCABULARY = (
    "Dunmere Ashel Brenn Gannet Cove Hill 40 near of the north southern 10 km south quiet strip in outside and , - ’s"
    " between axis village province Sarn valley zone . from edge Foo ("
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=30))
def test_localities_prove_themselves_in_order_and_apart(words: list[str]) -> None:
    document = a_document(" ".join(words))
    last = 0
    for at in read(document, crossing())[2]:
        assert at.span.proves_itself(document.text)
        assert at.span.start >= last
        assert (at.lat is None) == (at.lon is None)
        assert at.lat is not None or at.precision is None
        last = at.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "10 km south of ",
        "the north of the ",
        "Dunmere, ",
        "near the village of Brenn ",
        "the town ",
    ],
)
def test_time_does_not_explode(piece: str) -> None:
    document = a_document(*[piece * 500] * 10, "Dunmere " * 5_000)
    start = time.process_time()
    read(document, crossing())
    assert time.process_time() - start < 8
