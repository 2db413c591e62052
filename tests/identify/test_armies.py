"""Whose a bare "army" is, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing
from trucewatch.core.actor import Alias
from trucewatch.core.case import Case
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.armies import add_armies
from trucewatch.pipeline.read import read_text

HOME, OTHER = "velmar_army", "ondrel_army"


def with_home(*ids: str) -> Case:
    """Give the Crossing case with armies that its file calls "government forces"."""
    case = crossing()
    named = {
        id: replace(
            case.actors.by_id[id],
            aliases=(*case.actors.by_id[id].aliases, Alias(name=f"government {word}")),
        )
        for id, word in zip(ids, ("forces", "troops"), strict=False)
    }
    actors = replace(case.actors, by_id={**case.actors.by_id, **named})
    return replace(case, actors=actors)


def armies(text: str, case: Case) -> list[str | None]:
    """Give whose each bare "army" of a text is."""
    document = replace(a_document(text), published=date(2021, 4, 1), language="en")
    mentions = read_text(document, case).mentions
    return [each.id for each in mentions if each.span.text.lower() == "army"]


ONES: list[tuple[str, list[str | None]]] = [
    ("The army shelled Ashel on Monday.", [HOME]),
    ("Army artillery shelled Ashel on Monday.", [HOME]),
    ("Early on Monday army artillery shelled Ashel.", [HOME]),
    ("A shepherd was killed by an army shell in Ashel.", [HOME]),
    ("A military source said the army's guns had answered.", [HOME]),
    ("The Marsh League attacked two army posts near Ashel.", [HOME]),
    ("The Velmari army left. Rain fell. The army shelled Ashel.", [HOME]),
    # Who speaks for a state of another side speaks of its own army.
    ("Ilan Queth said on Monday that the army would not leave its posts.", [OTHER]),
    ("Tessa Vorn said the army would not leave its posts.", [HOME]),
    ("Dorrin Hale said the army would leave.", [HOME]),
    # Another army is near, or it is somebody's: nobody is guessed.
    ("The Ondreli army is in Ashel, and the army fired.", []),
    ("Ondreli troops came to Ashel. Then the army fired.", []),
    ("Ondrel's army came to Ashel. Then the army fired.", []),
    ("Ondrel's minister came to Ashel. Then the army fired.", [HOME]),
    ("The national army of the marshes shelled Ashel.", []),
    ("Our army will answer, a shepherd said.", []),
    ("Another army shelled Ashel.", []),
    ("A murderous army shelled Ashel.", []),
    ("The hated army shelled Ashel.", []),
    ("The army of Norrland shelled Ashel.", []),
    ("The Norrlandian army shelled Ashel.", []),
    ("The Army Council met in Ashel.", []),
]


@pytest.mark.parametrize(("text", "expected"), ONES)
def test_a_bare_army_is_the_government_s(text: str, expected: list[str | None]) -> None:
    assert armies(text, with_home(HOME)) == expected


@pytest.mark.parametrize("homes", [(), (HOME, OTHER)])
def test_where_the_case_calls_none_or_two_so_it_is_nobody_s(homes: tuple[str, ...]) -> None:
    assert armies("A shepherd said that an army shelled Ashel.", with_home(*homes)) == []


@given(st.lists(st.sampled_from(["army", "Army", "the", "of", "Velmari", ".", "’s", "\n", "our"])))
def test_mentions_stay_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(["They said", *parts])
    found = add_armies(text, split_sentences(a_document(text)), (), with_home(HOME))
    spans = [each.span for each in found]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
