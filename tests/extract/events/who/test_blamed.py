"""Who is blamed for an act told before, in invented sentences: one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Event, Link, Statement
from trucewatch.core.span import Span
from trucewatch.extract.events.who.blamed import with_blamed
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ARMY, LEAGUE = "velmar_army", "marsh_league"


def attacks(text: str) -> list[Event]:
    document = replace(a_document(text), published=DAY, language="en")
    return [each for each in read_text(document, crossing()).events if each.kind == "attack"]


BLAMED: list[tuple[str, set[str | None]]] = [
    ("Ashel was shelled on Monday. Lantern Relief blamed the Velmari army.", {ARMY}),
    ("Ashel was shelled on Monday. Lantern Relief blamed the attack on the Velmari army.", {ARMY}),
    ("Ashel was shelled on Monday. Lantern Relief blamed the Velmari army for the attack.", {ARMY}),
    ("Ashel was shelled on Monday. Lantern Relief said the Velmari army was responsible.", {ARMY}),
    ("Ashel was shelled on Monday. Lantern Relief said the Velmari army was behind it.", {ARMY}),
    ("Lantern Relief said the shelling of Ashel on Monday was the work of the Velmari army.", {ARMY}),
    ("Ashel was shelled on Monday, Lantern Relief said. The Marsh League claimed responsibility.", {LEAGUE}),
    ("Ashel was shelled on Monday. Lantern Relief said the fire came from the Velmari army.", {ARMY}),
    ("Ashel was shelled on Monday, Lantern Relief said. It blamed the “Velmari army”.", {ARMY}),
    ("Lantern Relief blamed the Velmari army for Monday's raid on Ashel.", {ARMY}),
    # Nobody is blamed, or for something else.
    ("Ashel was shelled on Monday. Lantern Relief did not blame the Velmari army.", set()),
    ("Ashel was shelled on Monday. Lantern Relief declined to blame the Velmari army.", set()),
    ("Ashel was shelled on Monday. Lantern Relief blamed the Velmari army for the drought.", set()),
    ("Ashel was shelled on Monday. The Velmari army denied that it was responsible.", set()),
    ("The harbour was closed on Monday. Lantern Relief blamed the Velmari army.", set()),
    # Whose act is told is blamed on nobody else.
    ("The Marsh League shelled Ashel on Monday. Lantern Relief blamed the Velmari army.", {LEAGUE}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BLAMED)
def test_who_is_blamed(text: str, expected: set[str | None]) -> None:
    told = {party.actor for each in attacks(text) for party in each.by if each.at and each.when}
    assert told == expected


def test_another_s_blame_stands_beside_the_act() -> None:
    text = "Ashel was shelled on Monday, Lantern Relief said. Ilan Queth blamed the Velmari army."
    first, second = attacks(text)
    assert (first.by, [party.actor for party in second.by]) == ((), [ARMY])
    assert first.statement != second.statement
    assert (second.at, second.when) == (first.at, first.when)


def test_the_same_voice_s_blame_stands_in_the_act() -> None:
    text = "Ashel was shelled on Monday, Lantern Relief said. It blamed the Velmari army."
    assert [[party.actor for party in each.by] for each in attacks(text)] == [[ARMY]]


FIRED: list[tuple[str, list[str | None]]] = [
    ("Rockets fell on Ashel on Monday. Lantern Relief said the rockets had been fired by the Velmari army.", [ARMY]),
    ("Rockets fell on Ashel on Monday. Lantern Relief said flares were fired by the Velmari army.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIRED)
def test_who_fired_what_came_down(text: str, expected: list[str | None]) -> None:
    placed = [each for each in attacks(text) if each.at and each.when]
    assert [party.actor for each in placed for party in each.by] == expected


# one row: a text with a blame as a trained reader gives it: its cue, its content, whether a source is seen
SEEN: list[tuple[str, str, str, bool]] = [
    ("Shells hit Ashel on Monday, the nurse said, blaming the Velmari army.", "blaming", "the Velmari army", False),
    ("The shelling of Ashel on Monday, which the nurse blamed on the Velmari army, went on.", "blamed", "which", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "sourced"), SEEN)
def test_who_is_blamed_in_the_sentence_of_the_act(
    text: str, cue: str, content: str, sourced: bool
) -> None:
    reading = read_text(replace(a_document(text), published=DAY, language="en"), crossing())
    acts = [replace(each, by=()) for each in reading.events if each.kind == "attack"]
    spans = [
        Span.cut(text, text.index(each), text.index(each) + len(each)) for each in (cue, content)
    ]
    nurse = Span.cut(text, text.index("the nurse"), text.index("the nurse") + len("the nurse"))
    blame = Statement(
        id="s9",
        content=(spans[1],),
        cue=(spans[0],),
        source=(nurse,) if sourced else (),
        speaker=None,
        for_=None,
        chain=(Link(id=None, span=None),),
        manner="indirect",
        said_on=None,
    )
    told = with_blamed(text, acts[:1], (blame,), reading.mentions)
    assert {party.actor for each in told for party in each.by} == {ARMY}
