from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from builders import some_actors
from trucewatch.core.actor import Actor, ActorKind, Actors, Alias

ACTORS = some_actors()


def actors(*listed: Actor) -> Actors:
    return Actors(sides={"a": "A", "b": "B"}, by_id={actor.id: actor for actor in listed})


def group(actor: str, **more: object) -> Actor:
    given: dict[str, object] = {"name": actor, "kind": ActorKind.ARMED_GROUP, "side": None}
    return Actor(id=actor, **(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actor", "voice", "bodies", "side", "family"),
    [
        ("north_speaker", "north_ministry", ["north_speaker", "north_ministry", "northland"], "north", "northland"),
        ("north_ministry", "north_ministry", ["north_ministry", "northland"], "north", "northland"),
        ("northland", "northland", ["northland"], "north", "northland"),
        ("north_band", "north_band", ["north_band"], "north", "north_band"),
        ("monitor", "monitor", ["monitor"], "monitor", "monitor"),
        ("stranger", "stranger", ["stranger"], None, "stranger"),
        ("nobody at all", "nobody at all", ["nobody at all"], None, "nobody at all"),
    ],
)  # fmt: skip
def test_a_person_is_one_voice_with_the_body_and_a_ministry_another(
    actor: str, voice: str, bodies: list[str], side: str | None, family: str
) -> None:
    assert ACTORS.voice(actor) == voice
    assert list(ACTORS.bodies(actor)) == bodies
    assert ACTORS.side(actor) == side
    assert ACTORS.family(actor) == family


def test_who_speaks_as_whom() -> None:
    assert ACTORS.speaks_as("north_speaker", "northland")
    assert ACTORS.speaks_as("northland", "northland")
    assert not ACTORS.speaks_as("northland", "north_speaker")
    assert not ACTORS.speaks_as("north_band", "north_militia")


def test_an_own_side_goes_before_that_of_the_body() -> None:
    rebel = group("minister", side="b", speaks_for="state")
    assert actors(rebel, group("state", side="a")).side("minister") == "b"


def test_a_family_is_the_first_that_is_named() -> None:
    known = actors(
        group("speaker", speaks_for="ministry"),
        group("ministry", organ_of="state", family="house"),
        group("state", family="crown"),
    )
    assert [known.family(actor) for actor in known.by_id] == ["house", "house", "crown"]


def test_umbrellas_however_far_up_and_of_the_body_spoken_for() -> None:
    known = actors(
        group("captain", speaks_for="company"),
        group("company", member_of=("brigade", "council")),
        group("brigade", member_of=("front",)),
        group("front"),
        group("council"),
    )
    assert set(known.umbrellas("captain")) == {"brigade", "front", "council"}
    assert set(known.umbrellas("brigade")) == {"front"}
    assert list(islice(known.umbrellas("front"), 1)) == []


@pytest.mark.parametrize(
    ("first", "last", "own"),
    [
        (None, None, [True, True, True]),
        ("2016-07-28", "2017-01-28", [False, True, False]),
        (None, "2017-01-28", [True, True, False]),
        ("2016-07-28", None, [False, True, True]),
    ],
)
def test_an_alias_is_one_s_own_on_its_days(
    first: str | None, last: str | None, own: list[bool]
) -> None:
    alias = Alias(
        name="a name",
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
    )
    days = [date(2016, 7, 27), date(2016, 7, 28), date(2017, 1, 29)]
    assert [alias.own_on(day) for day in days] == own
    assert not last or alias.own_on(date(2017, 1, 28))


def test_names_are_the_case_s_own_and_an_unknown_id_names_itself() -> None:
    assert ACTORS.name("militias") == "militias (unnamed)"
    assert ACTORS.name("northland") == "Northland"
    assert ACTORS.name("who?") == "who?"
