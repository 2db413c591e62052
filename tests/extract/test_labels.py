from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.core.case import Case, CaseState
from trucewatch.core.document import Document
from trucewatch.core.reading import Label
from trucewatch.core.span import Span
from trucewatch.extract.labels import find_labels, give_voices

LABELS = (
    "bandits",
    "bandit",
    "usurpers",
    "tyrant",
    "Xorite",
    "terrorist",
    "puppet regime",
    "mission",
)


def case() -> Case:
    actors = replace(crossing().actors, labels=LABELS)
    return replace(crossing(), actors=actors, state=CaseState(sha256="labels-1", files=()))


def labels_in(document: Document) -> tuple[Label, ...]:
    sentences, mentions, _ = read(document, case())
    return find_labels(document, sentences, mentions, case())


ROWS = [
    ("The so-called Marsh League left.", [("so-called", "marsh_league")]),
    ("So-called 'Marsh League' left.", [("So-called", "marsh_league")]),
    ("The so called Marsh League left.", [("so called", "marsh_league")]),
    (
        "The Marsh League Xorite terrorist group left.",
        [("Xorite", "marsh_league"), ("terrorist", "marsh_league")],
    ),
    (
        "The Xorite terrorist group Marsh League left.",
        [("Xorite", "marsh_league"), ("terrorist", "marsh_league")],
    ),
    ("The tyrant Ilan Queth left.", [("tyrant", "ilan_queth")]),
    ("Ondrel's puppet regime left.", []),
    ("The puppet regime of Ondrel left.", [("puppet regime", "ondrel")]),
    ("XORITE rebels left.", [("XORITE", "marsh_fighters")]),
    ("Xorite gunmen left.", [("Xorite", None)]),
    ("The so-called Joint Crossing Mission came.", [("so-called", "crossing_mission")]),
    # a word of the name that the record itself uses takes no stand
    ("The Joint Crossing Mission came.", []),
    ("The terrorist Ondrelian Marsh League left.", [("terrorist", "marsh_league")]),
    ("The terrorist UX-backed Marsh League left.", [("terrorist", "marsh_league")]),
    ("The so-called Hill Brigade came.", [("so-called", None)]),
    ("The so-called quiet strip is calm.", [("so-called", None)]),
    ("The fight against terrorist acts goes on.", []),
    ("Marsh League left. Terrorist.", []),
    ("Marsh League, terrorist or not, left.", []),
    ("Marsh League left.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_labels_stand_with_their_actor(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(label.span.text, label.actor) for label in labels_in(a_document(text))] == expected


def test_a_label_inside_a_name_is_the_actors() -> None:
    labels = ("Guard",)
    other = replace(
        case(),
        actors=replace(case().actors, labels=labels),
        state=CaseState(sha256="labels-2", files=()),
    )
    document = a_document("Reed Guard left.")
    sentences, mentions, _ = read(document, other)
    (label,) = find_labels(document, sentences, mentions, other)
    assert (label.span.text, label.actor, label.voice) == ("Guard", "marsh_league", None)


def test_a_label_is_the_speakers_within_quotation_marks_and_the_outlets_elsewhere() -> None:
    document = a_document(
        "“The so-called Marsh League,” Queth said, left; so-called Marsh League.",
        outlet="kethra_wire",
    )
    labels = labels_in(document)
    quoted = [(Span.cut(document.text, 0, 29), "ilan_queth")]
    assert [label.voice for label in give_voices(labels, quoted, document.outlet)] == [
        "ilan_queth",
        "kethra_wire",
    ]
    inner = [*quoted, (Span.cut(document.text, 4, 29), None)]
    assert [label.voice for label in give_voices(labels, inner, None)] == [None, None]


VOCABULARY = (
    "so-called Marsh League Xorite terrorist group bandits the rebels , . “ ” and of Kethra"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=25))
def test_labels_prove_themselves_in_order(words: list[str]) -> None:
    document = a_document(" ".join(words))
    last = 0
    for label in labels_in(document):
        assert label.span.proves_itself(document.text)
        assert label.span.start >= last
        last = label.span.end
