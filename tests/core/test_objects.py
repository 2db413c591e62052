from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.objects import CLASSES, WEAPONS, find_objects, object_class, object_classes

CLASS_OF = [
    ("several tanks", "tank"),
    ("a main battle tank", "tank"),
    ("multiple rocket launchers", "rocket_launcher"),
    ("multiple-launch rocket systems", "rocket_launcher"),
    ("howitzers", "artillery"),
    ("artillery shells", "artillery"),
    ("mortar rounds", "mortar"),
    ("heavy weaponry", "heavy_weapons"),
    ("HEAVY WEAPONS", "heavy_weapons"),
    ("heavy and medium weapons", "heavy_weapons"),
    ("medium weapons", "medium_weapons"),
    ("anti-tank guided missiles", "missile"),
    ("unguided rockets", "rocket"),
    ("fighter jets", "aircraft"),
    ("drones", "drone"),
    ("heavy machine guns", "small_arms"),
    ("chlorine gas", "chemical"),
    ("landmines", "mine"),
    ("car bombs", "bomb"),
    ("shells", "shell"),
    ("its weapons", "weapons"),
    ("gunmen", "fighters"),
    ("hundreds of fighters", "fighters"),
    ("observation points", "observation_post"),
    ("the army checkpoint", "checkpoint"),
    ("border crossings", "crossing"),
    ("prisoners of war", "prisoners"),
    ("detainees", "prisoners"),
    ("a joint survey", "survey"),
    ("the lines of the zone", "zone_lines"),
    ("borders of the demilitarised zone", "zone_lines"),
    ("the zone's boundaries", "zone_lines"),
    ("two highways", "road"),
    ("think tank", None),
    ("guns", "weapons"),
    ("shelling", None),
    ("air force", None),
    ("suicide bomber", None),
    ("came into force", None),
    ("will survey it", None),
    ("to shell troops", "fighters"),
    ("", None),
]


@pytest.mark.parametrize(("words", "expected"), CLASS_OF)
def test_words_name_a_class_or_none(words: str, expected: str | None) -> None:
    assert object_class(words) == expected


def test_every_class_is_given_once_in_order() -> None:
    words = "tanks, mortars, more tanks and rocket launchers"
    assert object_classes(words) == ("tank", "mortar", "rocket_launcher")


def test_weapons_are_classes_that_duties_may_name() -> None:
    assert WEAPONS < CLASSES
    assert {
        "zone_lines",
        "observation_post",
        "prisoners",
        "survey",
        "crossing",
    } <= CLASSES - WEAPONS


@given(st.text(alphabet=st.sampled_from("tanks heavy-wpo'.\n"), max_size=80))
def test_objects_stand_where_they_say(text: str) -> None:
    for found in find_objects(text):
        assert 0 <= found.start < found.end <= len(text)
        assert object_class(text[found.start : found.end]) is not None


def test_time_is_linear() -> None:
    start = time.process_time()
    for hostile in (
        "multiple rocket " * 20_000,
        "zone " * 40_000,
        "lines of the " * 20_000,
        "x-" * 90_000,
    ):
        list(find_objects(hostile))
    assert time.process_time() - start < 5
