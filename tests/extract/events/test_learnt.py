"""Events of an encoder joined to those of the rules; one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event
from trucewatch.extract.encoder.found import ArgumentFound, ArgumentRole, EventFound
from trucewatch.extract.events.found import Found
from trucewatch.extract.events.learnt import Text, join_learnt
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.localities import find_localities
from trucewatch.pipeline.read import read_text

TEXT = "Velmari troops shelled Ashel on Monday. Gunmen abducted two farmers near Ashel on Tuesday."


def seen(
    words: str, kind: str, reality: str, sure: float = 0.9, *arguments: ArgumentFound
) -> EventFound:
    start = TEXT.index(words)
    return EventFound(
        start=start,
        end=start + len(words),
        kind=kind,
        reality=reality,
        aspect="once",
        recap=False,
        arguments=arguments,
        confidence=sure,
        reality_confidence=sure,
    )


def argument(role: ArgumentRole, words: str, sure: float = 0.9) -> ArgumentFound:
    start = TEXT.rindex(words)
    return ArgumentFound(role=role, start=start, end=start + len(words), confidence=sure)


def joined(*learnt: EventFound) -> tuple[Event, ...]:
    document = replace(a_document(TEXT), published=date(2021, 4, 7), language="en")
    reading = read_text(document, crossing())
    sentences = split_sentences(document)
    found = Found(
        mentions=reading.mentions,
        localities=find_localities(document, sentences, reading.mentions, crossing()),
        dates=reading.dates,
        figures=reading.figures,
        statements=reading.statements,
    )
    rules = [event for event in reading.events if event.trigger.text == "shelled"]
    return join_learnt(Text(text=TEXT, sentences=sentences, found=found), rules, learnt)


@pytest.mark.parametrize(
    ("learnt", "sure", "given"),
    [
        ("denied", 0.9, "denied"),
        ("denied", 0.2, "asserted"),
        ("asserted", 0.9, "asserted"),
        ("negated", 0.99, "asserted"),  # nothing in the sentence leaves it undone
    ],
)
def test_a_reality_that_stands_against_the_encoders_is_never_sure(
    learnt: str, sure: float, given: str
) -> None:
    (event,) = joined(seen("shelled", "attack", learnt, sure))
    assert event.reality == given
    assert (event.confidence <= 0.5) == (given != learnt)


def test_an_event_that_no_rule_knows_has_its_parties_places_and_day() -> None:
    _, event = joined(
        seen("shelled", "attack", "asserted"),
        seen(
            "abducted",
            "other",
            "asserted",
            0.9,
            argument("by", "Gunmen"),
            argument("against", "two farmers"),
            argument("at", "Ashel"),
            argument("when", "Tuesday"),
        ),
    )
    assert (event.id, event.trigger.text, event.kind) == ("e2", "abducted", "other")
    assert [party.span.text for party in (*event.by, *event.against)] == ["Gunmen", "two farmers"]
    assert [place.place for place in event.at] == ["ashel"]
    assert event.when is not None
    assert event.when.edtf == "2021-04-06"
    assert event.sentence is not None
    assert event.sentence.holds(event.trigger)


@pytest.mark.parametrize(
    "learnt",
    [
        seen("abducted", "other", "asserted", 0.2),  # unsure
        seen("shelled Ashel", "attack", "asserted"),  # meets an event of the rules
    ],
)
def test_what_is_no_event_of_its_own(learnt: EventFound) -> None:
    assert [event.trigger.text for event in joined(learnt)] == ["shelled"]


def test_what_is_put_off_is_not_meant() -> None:
    text = "Ondrel and Velmar want to put it off until May."
    document = replace(a_document(text), published=date(2021, 4, 7), language="en")
    found = Found(mentions=(), localities=(), dates=(), figures=(), statements=())
    learnt = replace(
        seen("shelled", "attack", "promised", 0.9),
        start=text.index("put"),
        end=text.index("put") + 3,
        kind="opening",
    )
    told = join_learnt(
        Text(text=text, sentences=split_sentences(document), found=found), (), (learnt,)
    )
    assert [str(event.reality) for event in told] == ["postponed"]
