"""Whose arms are named by the word before them, on the invented case with an army of its own."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import crossing
from trucewatch.core.actor import Actor, ActorKind, Alias
from trucewatch.core.case import Case
from trucewatch.core.folding import words_of
from trucewatch.extract.arms import find_arms


def armed() -> Case:
    """Give the invented case with the army of a third state, and two that share a name."""
    known = dict(crossing().actors.by_id)
    for id_, names in (
        ("brann_army", ("Brannish forces", "junta troops")),
        ("brann_guard", ("Tolm forces",)),
        ("tolm_guard", ("Tolm troops",)),
    ):
        aliases = tuple(Alias(name=name) for name in names)
        known[id_] = Actor(
            id=id_, name=id_, kind=ActorKind.ORGANISATION, side=None, aliases=aliases
        )
    actors = replace(crossing().actors, by_id=MappingProxyType(known))
    return replace(crossing(), actors=actors)


CASE = armed()


def found(text: str) -> list[tuple[str, str | None]]:
    return [(each.span.text, each.id) for each in find_arms(text, list(words_of(text)), CASE)]


BRANN = [("Brannish", "brann_army")]
JUNTA = [("junta", "brann_army")]


def test_a_word_for_their_sort_may_stand_between() -> None:
    assert found("Brannish special forces stormed Ashel.") == [("Brannish", "brann_army")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brannish artillery pounded Ashel.", BRANN),
        ("It was hit by Brannish shelling.", BRANN),
        ("A Brannish column drove to Ashel.", BRANN),
        ("Brannish armoured vehicles drove to Ashel.", BRANN),
        ("Brannish air strikes hit Ashel.", BRANN),
        ("Brannish mortar fire killed two.", BRANN),
        ("The junta artillery pounded Ashel.", JUNTA),
        ("Junta shells fell on Ashel.", [("Junta", "brann_army")]),
        ("The junta rockets fell on Ashel.", JUNTA),
        ("Brannish strikes hit Ashel.", BRANN),
        ("Brannish and Ondreli warplanes hit Ashel.", [*BRANN, ("Ondreli", "ondrel_army")]),
        ("Planes believed to be Brannish hit Ashel.", BRANN),
        ("Ships believed to be Brannish were seen.", []),
        ("The paper is believed to be Brannish.", []),
        ("Brannish and Ondreli ministers met.", []),
        ("We thank our Ondreli partners.", [("Ondreli partners", "ondrel")]),
        ("We thank the Ondreli partners.", []),
        # what was made there may be anybody's
        ("Brannish rockets fell on Ashel.", []),
        ("Brannish fire brigades came.", []),
        ("The Brannish economy grew.", []),
        ("brannish artillery", []),
        ("The junta decided.", []),
        ("The jets were Brannish.", BRANN),
        ("The jets were new.", []),
        # two armies share the word
        ("Tolm artillery pounded Ashel.", []),
    ],
)
def test_a_modifier_of_an_army_s_name_says_whose_arms_they_are(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(text) == expected


@given(st.lists(st.sampled_from(["Brannish", "junta", "fire", "air", "raids", "the"]), max_size=12))
def test_mentions_stand_apart_and_before_something(words: list[str]) -> None:
    text = " ".join(words)
    mentions = list(find_arms(text, list(words_of(text)), CASE))
    ends = [0]
    for each in mentions:
        assert ends[-1] <= each.span.start < each.span.end < len(text)
        ends.append(each.span.end)
