"""Events: found or given, their labels, and their arguments by distance and words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tiny_model import LABELS, VECTORS, VOCABULARY, Table, looked_up, write_model
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.events import REACH, head_of
from trucewatch.extract.encoder.found import ARGUMENTS, EventFound

NOTHING = {"argument_token": np.zeros((len(VOCABULARY), VECTORS["argument_token"]), np.float32)}


def by_words(sides: dict[str, tuple[int, float]]) -> Table:
    table = np.zeros((len(VOCABULARY), 3), np.float32)
    for word, (column, value) in sides.items():
        table[VOCABULARY.index(word), column] = value
    return table


def tables() -> dict[str, Table]:
    return {
        "trigger": looked_up("trigger", {"shelled": "trigger", "talks": "trigger"}),
        "kind": looked_up("kind", {"shelled": "attack", "talks": "meeting", "left": "withdrawal"}),
        "reality": looked_up("reality", {"talks": "planned", "left": "denied"}),
        "aspect": looked_up("aspect", {"talks": "ongoing"}),
        "recap": looked_up("recap", {"talks": "recap"}),
        # the army acts; a village is where, unless it stands before the trigger
        "argument_token": by_words({"army": (0, 5.0), "village": (1, 5.0)}),
        "argument_trigger": by_words({"talks": (2, 5.0)}),
    }


def arguments() -> dict[str, list[list[float]]]:
    roles = LABELS["argument"]
    distance = np.zeros((31, 3))
    distance[:15, 1] = -8.0
    weight = np.zeros((13, 3))
    weight[roles.index("B-by"), 0] = 12.0
    weight[roles.index("B-at"), 1] = 12.0
    weight[roles.index("B-by"), 2] = -24.0
    bias = np.zeros((1, 13))
    bias[0, 0] = 5.0
    return {
        "argument_distance": distance.tolist(),
        "argument_weight": weight.tolist(),
        "argument_bias": bias.tolist(),
    }


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    folder = tmp_path_factory.mktemp("model")
    return Encoder.load(write_model(folder, tables(), constants=arguments()))


def found(encoder: Encoder, text: str, *triggers: tuple[int, int]) -> tuple[EventFound, ...]:
    return encoder.find(text, [(0, len(text))], triggers=triggers).events


def told(text: str, event: EventFound) -> str:
    parts = [f"{each.role}:{text[each.start : each.end]}" for each in event.arguments]
    return " ".join([text[event.start : event.end], event.kind, event.reality, *parts])


EVENTS = [
    ("The army shelled the village.", ["shelled attack asserted by:army at:village"]),
    ("In the village the army shelled.", ["shelled attack asserted by:army"]),
    ("Talks of the army in the village.", ["Talks meeting planned at:village"]),
    ("He left the village.", []),
    ("Shelled. Talks.", ["Shelled attack asserted", "Talks meeting planned"]),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_events_and_who_takes_part(encoder: Encoder, text: str, events: list[str]) -> None:
    assert [told(text, each) for each in found(encoder, text)] == events


def test_what_an_event_is_called(encoder: Encoder) -> None:
    (talks,) = found(encoder, "Talks.")
    assert (talks.aspect, talks.recap) == ("ongoing", True)
    assert 0.9 < talks.confidence < 1
    assert 0.9 < talks.reality_confidence < 1


def test_a_given_trigger_is_told_of_even_where_none_was_found(encoder: Encoder) -> None:
    text = "He left the village, the army said."
    (event,) = found(encoder, text, (3, 7))
    assert told(text, event) == "left withdrawal denied at:village by:army"


def test_a_given_trigger_is_cited_as_given_and_once(encoder: Encoder) -> None:
    text = "the army shelled Ashel"
    (event,) = found(encoder, text, (0, 16), (0, 16))
    assert (event.start, event.end) == (0, 16)
    assert event.kind == "attack"


HEADS = [
    ("air strikes", "strikes"),
    ("pulled out", "pulled"),
    ("carried  Out", "carried"),
    ("pulled troops out", "pulled"),
    ("out", "out"),
    ("ceasefire", "ceasefire"),
    ("the day's talks", "talks"),
    ("air-strikes", "air-strikes"),
    ("talks on talks", "talks"),
    ("  ", "  "),
]


@pytest.mark.parametrize(("words", "head"), HEADS)
def test_the_head_of_a_trigger(words: str, head: str) -> None:
    text = f"{words} and {words}"
    start, end = head_of(text, len(words) + 5, len(text))
    assert text[start:end] == head
    assert start >= len(words) + 5
    assert end == len(text) or words.lower().endswith(" out")


JUDGED = [
    ("peace talks", "peace talks meeting planned"),
    ("talks over", "talks over meeting planned"),
    ("left talks", "left talks meeting planned"),
    ("left out", "left out withdrawal denied"),
]


@pytest.mark.parametrize(("words", "event"), JUDGED)
def test_a_given_trigger_of_several_words_is_judged_at_its_head(
    encoder: Encoder, words: str, event: str
) -> None:
    text = f"He said {words}."
    events = found(encoder, text, (8, 8 + len(words)))
    assert [told(text, each) for each in events] == [event]


def test_a_text_is_looked_at_once_and_asked_for_events_as_often_as_wanted(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The army shelled the village of Ashel. He left it. " * 3
    seen = encoder.look(text, [(0, len(text))])
    whole = encoder.find(text, [(0, len(text))], triggers=[(42, 46)])
    monkeypatch.setattr(encoder, "_network", None)
    assert seen.events([(42, 46)]) == whole.events
    assert len(seen.events()) == 3
    assert seen.triggers() == tuple(replace(each, arguments=()) for each in seen.events())
    assert (seen.attributions, seen.names) == (whole.attributions, whole.names)


def test_windows_that_were_not_kept_are_answered_again_and_alike(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The army shelled the village of Ashel. " * 40
    usual = encoder.look(text, [(0, len(text))])
    monkeypatch.setattr("trucewatch.extract.encoder.encoder.KEPT", 2)
    short = encoder.look(text, [(0, len(text))])
    assert len(short.kept) == 2 < len(usual.kept)
    assert short.events() == usual.events()


def test_no_more_events_are_told_than_a_text_can_hold(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.extract.encoder.encoder.EVENTS", 5)
    assert len(found(encoder, "Shelled. " * 50)) == 5


def test_of_too_many_arguments_the_surest_are_told_in_their_order(encoder: Encoder) -> None:
    text = "shelled" + " village" * 40
    (event,) = found(encoder, text)
    assert len(event.arguments) == ARGUMENTS
    assert [each.start for each in event.arguments] == sorted(
        each.start for each in event.arguments
    )


@pytest.mark.parametrize("trigger", [(3, 4), (90, 99), (5, 5), (7, 2), (0, 0)])
def test_a_given_trigger_without_a_word_is_none(encoder: Encoder, trigger: tuple[int, int]) -> None:
    assert found(encoder, "He (  ) left", trigger)[1:] == ()


def test_every_event_of_a_long_text_is_found_once(encoder: Encoder) -> None:
    text = "The army shelled the village of Ashel. " * 50
    events = found(encoder, text)
    assert [each.start for each in events] == [9 + 39 * number for number in range(50)]


def test_arguments_are_looked_for_within_reach(tmp_path: Path) -> None:
    windows = {"tokens": 400, "overlap_most": 20, "overlap_least": 12, "settled": 4}
    model = write_model(tmp_path, tables(), constants=arguments(), windows=windows)
    encoder = Encoder.load(model)
    for gap, roles in ((REACH - 2, ["at"]), (REACH, [])):
        (event,) = found(encoder, "shelled" + " the" * gap + " village")
        assert [each.role for each in event.arguments] == roles
