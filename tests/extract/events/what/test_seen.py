"""Triggers that a trained reader sees, beside those of the rules; one line each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing
from trucewatch.core.reading import EventKind
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import EventFound
from trucewatch.extract.events import Found, ToldLine, read_lines
from trucewatch.extract.events.found import Seen
from trucewatch.extract.events.what.seen import SURE, seen_on
from trucewatch.extract.events.what.sense import is_event
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.localities import find_localities
from trucewatch.pipeline.read import read_text


def lines(text: str, word: str, kind: EventKind) -> tuple[ToldLine, ...]:
    document = replace(a_document(text), language="en")
    reading = read_text(document, crossing())
    start = text.index(word)
    sentences = split_sentences(document)
    found = Found(
        mentions=reading.mentions,
        localities=find_localities(document, sentences, reading.mentions, crossing()),
        dates=reading.dates,
        figures=reading.figures,
        statements=reading.statements,
        seen=(Seen(span=Span.cut(text, start, start + len(word)), kind=kind),),
    )
    return read_lines(document, sentences, found)


READ: list[tuple[str, str, EventKind, bool]] = [
    # a verb that no rule knows
    ("The Marsh League hauled its mortars from the quiet strip.", "hauled", EventKind.WITHDRAWAL, True),
    # one that the rules doubt
    ("The Marsh League moved fifty crates from the quiet strip.", "moved", EventKind.WITHDRAWAL, True),
    # another kind than the rules': theirs stays theirs
    ("The Marsh League shelled Ashel.", "shelled", EventKind.WITHDRAWAL, True),
    # what the words around decide
    ("Inflation hit Velmar.", "hit", EventKind.ATTACK, False),
    ("The Marsh League abandoned its plans.", "abandoned", EventKind.WITHDRAWAL, False),
    ("Fourteen cases of firing near Ashel were counted.", "firing", EventKind.ATTACK, False),
    ("The Marsh League remains the strongest group.", "remains", EventKind.DEPLOYMENT, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind", "told"), READ)
def test_what_is_seen_is_read(text: str, word: str, kind: EventKind, told: bool) -> None:
    found = [
        text[each.trigger.start : each.trigger.end]
        for line in lines(text, word, kind)
        for each in line.told
        if is_event(line.line, each)
    ]
    assert (word in found) is told


def test_the_grammar_tells_who_and_where() -> None:
    text = "The Marsh League hauled its mortars from the quiet strip."
    (line,) = lines(text, "hauled", EventKind.WITHDRAWAL)
    (told,) = line.told
    assert [party.actor for party in told.roles.by] == ["marsh_league"]
    assert [place.place for place in told.roles.from_] == ["quiet_strip"]


KINDS = st.sampled_from([str(kind) for kind in EventKind])


@given(st.lists(st.tuples(st.integers(0, 8), st.floats(0, 1), KINDS), max_size=9))
def test_only_what_is_sure_is_seen_in_order(found: list[tuple[int, float, str]]) -> None:
    events = [
        EventFound(
            start=start,
            end=start + 1,
            kind=kind,
            reality="asserted",
            aspect="once",
            recap=False,
            arguments=(),
            confidence=sure,
            reality_confidence=sure,
        )
        for start, sure, kind in found
    ]
    told = seen_on("0123456789", events)
    assert len(told) <= sum(sure >= SURE for _, sure, _ in found)
    assert [each.span.start for each in told] == sorted(each.span.start for each in told)
