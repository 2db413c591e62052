"""Halves of a joint body: one voice under all the names that texts give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.actor import Actor, ActorKind, Actors, Alias
from trucewatch.join.halves import Halves


def an_actor(id: str, kind: ActorKind, *names: str, organ_of: str | None = None) -> Actor:
    return Actor(
        id=id,
        name=names[0],
        kind=kind,
        side=None,
        aliases=tuple(Alias(name=name) for name in names),
        organ_of=organ_of,
    )


NORTH = an_actor("north", ActorKind.STATE, "Northland", "Norri side", "Norri government")
SOUTH = an_actor("south", ActorKind.STATE, "Southland", "Sudri government")
ARMY = an_actor("north_army", ActorKind.MINISTRY, "Norri army", organ_of="north")
HALF = an_actor(
    "north_half", ActorKind.ORGANISATION, "Norri part of the commission", organ_of="north_army"
)


def halves(*actors: Actor) -> Halves:
    return Halves.of(Actors(sides={}, by_id={actor.id: actor for actor in actors}))


@pytest.mark.parametrize(
    ("words", "without", "listed"),
    [
        # a half as a text names it, whom that is in a case without halves, and in one with one
        ("the Norri part of the commission", "north", "north_half"),
        ("the Norri side", "north", "north_half"),
        ("Northland's co-chair of the commission", "north", "north_half"),
        ("the co-chair for Northland", "north", "north_half"),
        ("the Norri co-chairman, Colonel Oren Tasch,", "north", "north_half"),
        ("the Sudri representatives in the commission", "south", "south"),
        ("the Eastern half", "name:Eastern side", "name:Eastern side"),
    ],
)
def test_every_name_of_a_half_is_one_voice(words: str, without: str, listed: str) -> None:
    told = halves(NORTH, SOUTH, ARMY).named(words), halves(NORTH, SOUTH, ARMY, HALF).named(words)
    assert [half and half.id for half in told] == [without, listed]


@pytest.mark.parametrize(
    "words", ["Northland", "the Norri army", "the part of the commission", "one side", ""]
)
def test_what_names_no_half_is_none(words: str) -> None:
    assert halves(NORTH, SOUTH, ARMY, HALF).named(words) is None


def test_an_adjective_of_two_states_stays_a_name() -> None:
    other = an_actor("far_north", ActorKind.STATE, "Far Norri Land", "Norri republic")
    found = halves(NORTH, other).named("the Norri part of the commission")
    assert found is not None
    assert (found.id, found.known) == ("name:Norri side", False)


def test_a_half_is_found_right_at_a_place_only() -> None:
    told = "by the Norri part"
    assert halves(NORTH).at(told, 0) is None
    half = halves(NORTH).at(told, len("by "))
    assert half is not None
    assert half.id == "north"


WORDS = "The the Norri Northland 's part side co-chair for from of commission , x"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_a_half_lies_where_it_says(text: str) -> None:
    half = halves(NORTH, HALF).named(text)
    assert half is None or 0 <= half.start < half.end <= len(text)
