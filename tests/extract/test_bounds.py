"""Bounds on what is told of one text: whoever reaches one is told so."""

from __future__ import annotations

import pytest

from trucewatch.extract import bounds
from trucewatch.extract.bounds import warn_of_bounds
from trucewatch.extract.encoder.found import (
    ARGUMENTS,
    ArgumentFound,
    Attribution,
    EventFound,
    Fragment,
    NameFound,
)

TEXT = "Roe said the army shelled Ashel. " * 4
SAID = [
    Attribution(source=(), cue=(Fragment(4 + 33 * n, 8 + 33 * n),), content=(), confidence=0.5)
    for n in range(4)
]
NAMED = [NameFound(start=33 * n, end=3 + 33 * n, kind="person", confidence=0.5) for n in range(4)]


def an_event(number: int, arguments: int = 0) -> EventFound:
    return EventFound(
        start=18 + 33 * number,
        end=25 + 33 * number,
        kind="attack",
        reality="asserted",
        aspect="once",
        recap=False,
        arguments=(ArgumentFound(role="by", start=0, end=3, confidence=0.5),) * arguments,
        confidence=0.5,
        reality_confidence=0.5,
    )


HAPPENED = [an_event(number) for number in range(4)]


def test_below_the_bounds_nobody_is_warned() -> None:
    events = [*HAPPENED, an_event(0, ARGUMENTS - 1)]
    assert list(warn_of_bounds(TEXT, SAID, NAMED, events)) == []


@pytest.mark.parametrize(
    ("bound", "told", "place"),
    [("ATTRIBUTIONS", "4 statements", 103), ("NAMES", "4 names", 99), ("EVENTS", "4 events", 117)],
)
def test_at_a_bound_the_place_is_told(
    bound: str, told: str, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, bound, 4)
    (warning,) = warn_of_bounds(TEXT, SAID, NAMED, HAPPENED)
    assert warning.code == "too_much_found"
    assert warning.message.startswith(told)
    assert warning.span is not None
    assert warning.span.start == place
    assert warning.span.proves_itself(TEXT)


def test_events_with_too_many_phrases_are_counted() -> None:
    events = [an_event(0), an_event(1, ARGUMENTS), an_event(2, ARGUMENTS)]
    (warning,) = warn_of_bounds(TEXT, [], [], events)
    assert warning.code == "too_many_arguments"
    assert warning.message.startswith("of 2 events")
    assert warning.span is not None
    assert (warning.span.start, warning.span.text) == (51, "shelled")
