"""Acts whose place the agreement tells: at observation posts, and counted on a truce; on the invented case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.agreement import Duty, EventPattern
from trucewatch.core.case import Case
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def watched_case() -> Case:
    """Give the case with a duty to keep observation posts where fire is forbidden, and a truce."""
    case = crossing()
    clauses = list(case.agreement.clauses)
    at = next(n for n, each in enumerate(clauses) if each.duties[0].id == "4-fire")
    fire: Duty = replace(clauses[at].duties[0], words=("ceasefire", "fire across the river"))
    posts = replace(
        fire,
        id="7-posts",
        doers=("velmar",),
        owed_by=("velmar",),
        words=("observation posts", "observation post"),
        events=(EventPattern(kind="deployment", with_=("observation_post",), says="done"),),
    )
    clauses[at] = replace(clauses[at], duties=(fire, posts))
    return replace(case, agreement=replace(case.agreement, clauses=tuple(clauses)))


def told(text: str) -> set[tuple[str | None, str]]:
    case = watched_case()
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    found = bear(read_text(document, case), case, DAY)
    return {
        (each.doer, str(each.says)) for each in found if each.duty == "4-fire" and not each.near
    }


SAID = "the Velmari Defence Ministry said."
POSTS = "Velmar has nine observation posts."

# one row: a text, and what it tells of the duty not to fire
STRUCK: list[tuple[str, set[tuple[str | None, str]]]] = [
    (f"Rebels shelled a Velmari observation post on Monday, {SAID}", {("marsh_fighters", "act")}),
    (f"The Marsh League fired shells at our post number 11 on Monday, {SAID} {POSTS}", {("marsh_league", "act")}),
    (f"An observation post came under mortar fire on Monday, {SAID}", {(None, "act")}),
    # Another's post, or one that nobody says is an observation post, or only near one.
    ("The Marsh League shelled our post on Monday, Lantern Relief said. " + POSTS, set()),
    (f"The Marsh League shelled our post on Monday, {SAID}", set()),
    (f"The Marsh League shelled rebels near an observation post on Monday, {SAID}", set()),
    (f"The Marsh League fired shells from an observation post on Monday, {SAID}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STRUCK)
def test_an_observation_post_stands_where_the_agreement_puts_it(
    text: str, expected: set[tuple[str | None, str]]
) -> None:
    assert told(text) == expected


ACCORD = "The Harrow Crossing Accord holds, and the ceasefire with it."

# one row: a count, and what it tells of a truce
COUNTED: list[tuple[str, set[tuple[str | None, str]]]] = [
    ("recorded nine violations of the ceasefire in Kethra province on Monday.", {(None, "act")}),
    ("recorded nine violations of the ceasefire in Velmar on Monday.", set()),
    ("recorded no violations of the ceasefire on Monday.", {(None, "no act")}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_of_a_truce_is_of_its_place(
    text: str, expected: set[tuple[str | None, str]]
) -> None:
    assert told(f"{ACCORD} The Joint Crossing Mission {text}") == expected
