"""Names that only the case's gazetteer knows: given their place, left open, or left to the world."""

from __future__ import annotations

import pickle

import pytest

from gazetteers import crossing_with_gazetteer
from passages import a_document, crossing
from trucewatch.core.reading import Mention, MentionKind, Reading
from trucewatch.core.span import Span
from trucewatch.identify.world.gazetteer import give_gazetteer_places
from trucewatch.pipeline.read import public_form, read_text


def reading_of(text: str) -> Reading:
    return read_text(a_document(text), crossing_with_gazetteer())


def the_mention(text: str, words: str) -> Mention:
    found = [each for each in reading_of(text).mentions if each.span.text == words]
    assert len(found) == 1
    return found[0]


MEANT = [
    # text, name, id
    ("The village of Osmere was shelled.", "Osmere", "geonames:10"),
    ("The village of Oz-Mere was shelled.", "Oz-Mere", "geonames:10"),
    ("The town of al-Farrow burned near Ashel.", "al-Farrow", "geonames:15"),
    ("The village of Farrow burned near Ashel.", "Farrow", "geonames:15"),
    ("The village of Farrow in Velmar burned.", "Farrow", "geonames:15"),
    ("The Osmere district of Velmar was hit.", "Osmere", "geonames:17"),
    ("The Osmere hill in Velmar was hit.", "Osmere", "geonames:16"),
    ("They crossed the Marsh Province in Velmar.", "Marsh", "geonames:3"),
    # a spelling that only the gazetteer has, of a place that the case holds
    ("The village of Dunmeer was shelled.", "Dunmeer", "dunmere"),
    # the case's own names are never asked of the gazetteer
    ("The village of Ashel was shelled.", "Ashel", "ashel"),
    ("The town of Dunmere was shelled.", "Dunmere", "dunmere"),
    # of two of one name the one near the text's other places, or that the words beside it name
    ("The village of Tarnbeck near Dunmere was shelled.", "Tarnbeck", "geonames:11"),
    ("Shells fell on the village of Tarnbeck. Pellow was calm.", "Tarnbeck", "geonames:11"),
    ("The village of Tarnbeck in Marsh Province was shelled.", "Tarnbeck", "geonames:11"),
    ("The village of Tarnbeck in Kethra Province was shelled.", "Tarnbeck", "geonames:12"),
]


@pytest.mark.parametrize(("text", "name", "id"), MEANT)
def test_a_clear_name_gets_its_place(text: str, name: str, id: str) -> None:
    assert the_mention(text, name).id == id


OPEN = [
    ("The village of Tarnbeck was shelled.", ("geonames:11", "geonames:12")),
    ("The village of Tarnbeck in Velmar was shelled.", ("geonames:11", "geonames:12")),
]


@pytest.mark.parametrize(("text", "ids"), OPEN)
def test_a_name_of_two_stays_open_with_both(text: str, ids: tuple[str, ...]) -> None:
    found = the_mention(text, "Tarnbeck")
    assert (found.id, found.lat, found.world) == (None, None, None)
    assert set(found.candidates) == {"name:Tarnbeck", *ids}


ELSEWHERE = [
    ("The village of Farrow in France burned.", "Farrow"),
    ("The village of Farrow, Egypt, burned.", "Farrow"),
    ("Floods hit the village of Farrow and the region of Bavaria. Germany sent help.", "Farrow"),
    ("The Farrow airport near Dunmere was hit.", "Farrow"),
    ("The village of Wayfar Farm near Dunmere was hit.", "Wayfar Farm"),
]


@pytest.mark.parametrize(("text", "name"), ELSEWHERE)
def test_a_name_of_elsewhere_stays_a_stranger_s(text: str, name: str) -> None:
    found = the_mention(text, name)
    assert (found.id, found.lat) == (None, None)
    assert found.candidates == (f"name:{name}",)


def test_a_great_city_is_not_taken_for_a_hamlet_of_its_name() -> None:
    found = the_mention("They met in the city of Paris, France, on Monday.", "Paris")
    assert found.id is None
    assert found.world is not None
    assert found.world.place is not None
    assert found.world.place.country == "FR"


def test_an_event_there_has_its_point_its_precision_and_the_zone_s_facts() -> None:
    (event,) = reading_of("Velmar shelled the village of Osmere on Friday.").events
    (place,) = event.at
    assert (place.place, place.lat, place.lon, place.precision) == (
        "geonames:10",
        20.03,
        -140.1,
        1.0,
    )
    assert (place.zone.geometry, place.zone.reported) == ("outside", None)
    assert place.zone.km is not None
    assert 3 < place.zone.km < 4


def test_what_a_report_says_of_the_zone_stands_beside_it() -> None:
    (event,) = reading_of("Velmar shelled the village of Osmere in the quiet strip.").events
    assert [(each.place, each.zone.geometry, each.zone.reported) for each in event.at] == [
        ("geonames:10", "outside", "in")
    ]


def test_a_great_place_of_the_gazetteer_reaches_as_far_as_it_is_large() -> None:
    assert the_mention("The city of Great Orrin in Velmar is calm.", "Great Orrin").precision == 8.0


@pytest.mark.parametrize("kind", ["place", "road"])
def test_a_road_is_known_and_has_no_point(kind: MentionKind) -> None:
    text = "They closed Stonny Road."
    span = Span.cut(text, 12, 23)
    asked = [Mention(span=span, kind=kind, id=None, candidates=("name:Stonny Road",))]
    (found,) = give_gazetteer_places(text, asked, crossing_with_gazetteer().places)
    assert (found.id, found.kind, found.lat) == ("geonames:18", "road", None)


def test_who_is_no_place_is_never_asked_for() -> None:
    text = "Osmere spoke. Ashel was calm."
    asked = [
        Mention(span=Span.cut(text, 0, 6), kind="person", id=None, candidates=("name:Osmere",)),
        Mention(span=Span.cut(text, 14, 19), kind="place", id="ashel"),
    ]
    places = crossing_with_gazetteer().places
    assert give_gazetteer_places(text, asked, places) == tuple(asked)


def test_the_public_form_names_the_place() -> None:
    case = crossing_with_gazetteer()
    form = public_form(reading_of("Velmar shelled the village of Osmere on Friday."), case)
    names = form["names"]
    assert isinstance(names, dict)
    assert names["geonames:10"] == "Osmere"


def test_a_place_that_is_asked_for_is_looked_up_too() -> None:
    text = "Osmere is calm, and so is Dunmere."
    case = crossing_with_gazetteer()
    (told,) = [
        each
        for each in read_text(a_document(text), case, asked=[(0, 6)]).mentions
        if each.span.text == "Osmere"
    ]
    assert (told.id, told.lat, told.precision) == ("geonames:10", 20.03, 1.0)
    without = read_text(a_document(text), crossing(), asked=[(0, 6)]).mentions
    assert [each.id for each in without if each.span.text == "Osmere"] == [None]


def test_a_case_with_a_gazetteer_travels_to_other_processes() -> None:
    case = crossing_with_gazetteer()
    copy = pickle.loads(pickle.dumps(case))  # noqa: S301 - our own bytes
    assert copy == case
    assert copy.places.find("geonames:10") == case.places.find("geonames:10")
