"""A participle behind an act has the act's doer, and of harm its place and day."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builders import a_reading
from trucewatch.core.reading import Event, EventKind
from trucewatch.core.span import Span
from trucewatch.extract.events.again.outcomes import with_their_acts


def events_of(text: str, *triggers: str) -> list[Event]:
    """Make an event of each trigger; the first alone has doer, place and day."""
    (full,) = a_reading().events
    sentence = Span.cut(text, 0, len(text))
    found = []
    for number, trigger in enumerate(triggers):
        met = re.search(rf"\b{trigger}\b", text)
        assert met is not None
        kind = EventKind.SEIZURE if trigger == "seizing" else EventKind.ATTACK
        event = replace(
            full, id=f"e{number}", kind=kind, trigger=Span.cut(text, *met.span()), sentence=sentence
        )
        found.append(event if number == 0 else replace(event, by=(), at=(), when=None))
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "takes"),
    [
        ("They shelled the quay, killing nine", "killing", True),
        ("They shelled the quay on Monday, the monitor said, killing nine", "killing", True),
        ("They shelled the quay, reportedly wounding two", "wounding", True),
        ("They shelled the quay, killing two and wounding nine", "wounding", True),
        (
            "They shelled the quay, sinking a boat, killing two and badly wounding nine",
            "wounding",
            True,
        ),
        ("They shelled the quay and killing went on", "killing", False),
        ("They shelled the quay, killing of men followed", "killing", False),
        ("They shelled the quay, shelling hit Morn", "shelling", False),
        ("They shelled the quay, killed nine", "killed", False),
        ("They shelled the quay; killing nine", "killing", False),
    ],
)
def test_what_a_participle_takes_from_its_act(text: str, trigger: str, takes: bool) -> None:
    act, event = events_of(text, "shelled", trigger)
    _, told = with_their_acts(text, [act, event])
    assert told == (replace(event, by=act.by, at=act.at, when=act.when) if takes else event)


def test_what_is_seized_lies_where_the_words_say() -> None:
    text = "They stormed the quay, seizing two posts"
    act, event = events_of(text, "stormed", "seizing")
    assert list(with_their_acts(text, [act, event])) == [act, replace(event, by=act.by)]


def test_what_a_participle_tells_itself_stays() -> None:
    text = "They shelled the quay, killing nine"
    act, event = events_of(text, "shelled", "killing")
    own = replace(event, by=(replace(act.by[0], actor="south_militia"),), when=act.when, at=act.at)
    assert list(with_their_acts(text, [act, own])) == [act, own]


def test_an_act_of_another_sentence_or_of_peace_gives_nothing() -> None:
    text = "They shelled the quay, killing nine"
    act, event = events_of(text, "shelled", "killing")
    peaceful = replace(act, kind=EventKind.PATROL)
    elsewhere = replace(act, sentence=Span.cut(text, 0, 5))
    for before in (peaceful, elsewhere):
        assert list(with_their_acts(text, [before, event])) == [before, event]
    assert list(with_their_acts(text, [event])) == [event]
