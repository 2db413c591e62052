"""Names that only a gazetteer lists: found where something else says too that a place is meant."""

from __future__ import annotations

import pytest

from gazetteers import crossing_with_gazetteer
from passages import a_document, crossing
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import NameFound, NameKind
from trucewatch.extract.listed import add_listed_names
from trucewatch.extract.sentences import split_sentences


def names(
    text: str,
    learnt: tuple[NameFound, ...] = (),
    mentions: tuple[Mention, ...] = (),
    case: Case | None = None,
) -> list[str]:
    document = a_document(text)
    places = (case or crossing_with_gazetteer()).places
    found = add_listed_names(text, split_sentences(document), mentions, learnt, places)
    return [each.span.text for each in found]


def a_guess(end: int, kind: NameKind, confidence: float) -> NameFound:
    return NameFound(start=0, end=end, kind=kind, confidence=confidence)


FOUND = [
    ("They shelled Osmere on Friday.", ["Osmere"]),
    ("They were calm near Osmere.", ["Osmere"]),
    ("They were calm on the outskirts of Oz Mere.", ["Oz Mere"]),
    ("They withdrew into al-Farrow at dawn.", ["al-Farrow"]),
    ("They withdrew into Farrow at dawn.", ["Farrow"]),
    # a list with a name that is placed
    ("They shelled Osmere, Farrow and Tarnbeck on Friday.", ["Osmere", "Farrow", "Tarnbeck"]),
    # the same name elsewhere
    ("Osmere was calm. Nobody was hurt in Osmere.", ["Osmere", "Osmere"]),
    # nothing but the gazetteer says so
    ("Osmere spoke on Friday.", []),
    ("They thanked Farrow for it.", []),
    # what the gazetteer does not list, or only as a country or a common kind
    ("They shelled Anywhere on Friday.", []),
    ("They shelled Wayfar Farm on Friday.", []),
    ("They went to rest in Velmar.", []),
    # small letters are no name
    ("They shelled osmere on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_listed_name_needs_a_second_sign(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert names(text, case=crossing()) == []


def test_a_faint_guess_of_the_encoder_is_such_a_sign() -> None:
    text = "Osmere was calm on Friday."
    assert names(text, (a_guess(6, "place", 0.4),)) == ["Osmere"]
    assert names(text, (a_guess(6, "place", 0.2),)) == []
    assert names(text, (a_guess(6, "person", 0.9),)) == []
    assert names(text, (a_guess(10, "place", 0.9),)) == []


def test_what_is_a_mention_already_is_left_alone() -> None:
    text = "They shelled Osmere on Friday."
    person = Mention(
        span=Span.cut(text, 13, 19), kind="person", id=None, candidates=("name:Osmere",)
    )
    assert names(text, mentions=(person,)) == ["Osmere"]
    document = a_document(text)
    places = crossing_with_gazetteer().places
    found = add_listed_names(text, split_sentences(document), (person,), (), places)
    assert found == (person,)


def test_a_list_goes_on_from_a_place_that_is_known() -> None:
    text = "Calm was reported of Ashel and Tarnbeck."
    ashel = Mention(span=Span.cut(text, 21, 26), kind="place", id="ashel")
    assert names(text, mentions=(ashel,)) == ["Ashel", "Tarnbeck"]
    assert names(text) == []


def test_a_run_of_capitals_without_end_is_no_name() -> None:
    assert names("They shelled " + "Osmere " * 5_000 + "on Friday.") == []
