from __future__ import annotations

import pytest

from passages import built_in, crossing
from trucewatch.core.choice import ActorChoice
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.identify.namesakes import tell_namesakes


def alike(name: str, case: str = "idlib") -> list[tuple[str, float | None]]:
    mention = Mention(
        span=Span(0, len(name), name),
        kind="armed_group",
        id=None,
        candidates=(f"name:{name}",),
        choice=ActorChoice(rule="stranger"),
    )
    (told,) = tell_namesakes([mention], built_in(case) if case else crossing())
    assert told.id is None
    assert told.candidates == mention.candidates
    assert told.choice is not None
    return [(each.actor, each.score) for each in told.choice.refused]


# The likest first: words in common, or another spelling.
ROWS = [
    ("Suqoor al-Shaam", [("suqour_al_sham", 0.88)]),
    ("Silver Lions", []),
    ("the of al", []),
    ("", []),
]


@pytest.mark.parametrize(("name", "expected"), ROWS)
def test_names_alike_are_told_with_their_score(
    name: str, expected: list[tuple[str, float | None]]
) -> None:
    assert alike(name) == expected


LIKEST = [
    ("Free Aleppo Army", {"fsa", "free_idlib_army"}),
    ("National Front", {"nfl", "nfls_south"}),
    ("Ansar al-Din Brigade", {"ansar_al_din"}),
    ("Jaish al Izzah Brigade", {"jaysh_al_izza"}),
]


@pytest.mark.parametrize(("name", "expected"), LIKEST)
def test_namesakes_are_among_the_likest(name: str, expected: set[str]) -> None:
    assert expected <= {actor for actor, _ in alike(name)}


def test_what_is_known_and_what_holds_a_known_name_stays() -> None:
    text = "The Hill Marsh League"
    known = Mention(span=Span(9, 21, "Marsh League"), kind="armed_group", id="marsh_league")
    phrase = Mention(span=Span(0, 21, text), kind="organisation", id=None)
    assert tell_namesakes([phrase, known], crossing()) == (phrase, known)
