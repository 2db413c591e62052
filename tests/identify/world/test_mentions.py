"""Sentences of general knowledge, and of the invented case."""

from __future__ import annotations

import json

from passages import a_document, crossing, read
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.identify.world.mentions import give_asked_places, give_world_places


def mention(text: str, words: str, kind: str = "place", **more: object) -> Mention:
    start = text.index(words)
    span = Span.cut(text, start, start + len(words))
    return Mention(span=span, kind=kind, **{"id": None, "candidates": (f"name:{words}",), **more})  # type: ignore[arg-type]


def located(text: str, *names: str) -> dict[str, Mention]:
    found = give_world_places(text, [mention(text, name) for name in names])
    return {each.span.text: each for each in found}


def asked(text: str, words: str) -> Mention:
    document = a_document(text)
    _, mentions, _ = read(document, crossing())
    start = text.index(words)
    end = start + len(words)
    found = give_asked_places(text, mentions, [(start, end)])
    (told,) = [
        each for each in found if each.kind == "place" and each.span == Span.cut(text, start, end)
    ]
    return told


def test_a_clear_name_gets_its_place_and_precision() -> None:
    found = located("They met in Nairobi and in Paris, Texas.", "Nairobi", "Paris", "Texas")
    nairobi, paris = found["Nairobi"], found["Paris"]
    assert nairobi.world is not None
    assert nairobi.world.place is not None
    assert (nairobi.id, nairobi.lat, nairobi.lon) == (None, -1.28, 36.82)
    assert nairobi.precision is not None
    assert nairobi.precision > 0
    assert paris.world is not None
    assert paris.world.rule == "beside"


def test_a_name_that_is_not_clear_is_left_open_with_candidates() -> None:
    found = located("It snowed in Springfield.", "Springfield")["Springfield"]
    assert (found.lat, found.lon, found.precision) == (None, None, None)
    assert found.world is not None
    assert (found.world.place, found.world.rule) == (None, "open")
    assert len(found.world.refused) > 2


def test_a_village_s_name_is_not_given_to_a_town_far_away() -> None:
    assert located("Peru spoke. They shelled Sorman.", "Peru", "Sorman")["Sorman"].lat is None


def test_what_the_case_knows_or_may_know_is_left_alone() -> None:
    text = "They met in Paris and London."
    own = [
        mention(text, "Paris", id="paris_of_the_case", lat=1.0, lon=2.0, precision=3.0),
        mention(text, "London", candidates=("one", "two")),
    ]
    assert give_world_places(text, own) == tuple(own)


def test_no_mention_is_made_in_free_reading() -> None:
    text = "They met in Nairobi with a person called Lima."
    given = [mention(text, "Lima", "person")]
    assert give_world_places(text, given) == tuple(given)


def test_the_case_s_place_wins_where_a_place_is_asked() -> None:
    told = asked("They shelled Ashel on Friday.", "Ashel")
    assert (told.id, told.world) == ("ashel", None)
    assert told.lat is not None
    assert told.precision is not None


def test_a_place_that_is_asked_is_told_with_rule_and_candidates() -> None:
    told = asked("They met in Springfield, Ohio.", "Springfield")
    assert told.world is not None
    assert told.world.place is not None
    assert (told.world.place.division, told.world.rule) == ("Ohio", "beside")
    assert told.world.refused
    assert (told.lat, told.lon) == (told.world.place.latitude, told.world.place.longitude)


def test_what_nobody_knows_has_no_point() -> None:
    told = asked("They met in Qwrtzpl.", "Qwrtzpl")
    assert (told.lat, told.lon, told.precision, told.candidates) == (None, None, None, ())
    assert told.world is None or told.world.place is None


def test_nothing_asked_changes_nothing() -> None:
    text = "They met in Nairobi."
    given = (mention(text, "Nairobi"),)
    assert give_asked_places(text, given, []) == given
    assert json.dumps(given[0].candidates)
