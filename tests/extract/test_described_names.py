"""Names with words that take a stand: they name whom they name, whatever side it is on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from passages import a_document, built_in
from trucewatch.core.actor import Alias
from trucewatch.core.case import Case, CaseState
from trucewatch.core.reading import Reading
from trucewatch.extract.names import Names
from trucewatch.pipeline.read import read_text

SIDES = (
    ("Assad", "Syrian", "syria", "syrian_army"),
    ("Erdogan", "Turkish", "turkey", "turkish_army"),
)

# one row: a sentence about {who} or the {adjective}, whether its army is meant, and the labels
DESCRIBED = [
    ("The terrorist regime of {who} shelled Kafr Zita.", False, ["terrorist", "regime"]),
    ("The murderous regime of {who} shelled Kafr Zita.", False, ["murderous", "regime"]),
    ("The criminal regime of {who} shelled Kafr Zita.", False, ["regime"]),
    ("The {who} regime's terrorist army shelled Kafr Zita.", True, ["regime", "terrorist"]),
    ("The terrorist {adjective} regime shelled Kafr Zita.", False, ["terrorist", "regime"]),
    ("The {adjective} terrorist army shelled Kafr Zita.", True, ["terrorist"]),
    ("The so-called {adjective} army shelled Kafr Zita.", True, ["so-called"]),
    ("The murderous {adjective} army shelled Kafr Zita.", True, ["murderous"]),
]


def reading(text: str, case: Case | None = None) -> Reading:
    document = replace(a_document(text), published=date(2018, 10, 12), language="en")
    return read_text(document, case or built_in())


@pytest.mark.parametrize(("row", "side"), [*product(DESCRIBED, SIDES)])
def test_a_hostile_word_hides_nobody(
    row: tuple[str, bool, list[str]], side: tuple[str, str, str, str]
) -> None:
    sentence, by_army, labels = row
    who, adjective, state, army = side
    read = reading(sentence.format(who=who, adjective=adjective))
    meant = army if by_army else state
    (event,) = read.events
    assert [party.actor for party in event.by] == [meant]
    assert [(label.span.text, label.actor) for label in read.labels] == [
        (label, meant) for label in labels
    ]


@pytest.mark.parametrize("side", SIDES)
def test_it_speaks_too(side: tuple[str, str, str, str]) -> None:
    who, adjective, state, _ = side
    for name in (f"The criminal regime of {who}", f"The embattled {adjective} government"):
        (statement,) = reading(f"{name} said it had withdrawn.").statements
        assert (statement.speaker, statement.for_) == (state, state)


def test_the_same_of_groups_and_organisations() -> None:
    rows = [
        ("The terrorist Hayat Tahrir al-Sham shelled Kafr Zita.", "hts"),
        ("The terrorist National Front for Liberation shelled Kafr Zita.", "nfl"),
        ("The White Helmets terrorists shelled Kafr Zita.", "white_helmets"),
    ]
    for text, actor in rows:
        (event,) = reading(text).events
        assert [party.actor for party in event.by] == [actor]


# one row: a sentence in which no name is meant, or only a class
UNNAMED = [
    ("Terrorist groups shelled Kafr Zita.", ["radicals"]),
    ("A terrorist army shelled Kafr Zita.", ["radicals"]),
    ("A murderous army shelled Kafr Zita.", []),
    ("The regime of Roe shelled Kafr Zita.", []),
]


@pytest.mark.parametrize(("text", "by"), UNNAMED)
def test_a_stand_alone_names_nobody_more(text: str, by: list[str]) -> None:
    assert [party.actor for event in reading(text).events for party in event.by] == by


def named(*names: str) -> Names:
    actors = built_in().actors
    actor = replace(
        actors.by_id["syria"], name="Roe land", aliases=tuple(Alias(name=each) for each in names)
    )
    only = replace(actors, by_id={"syria": actor}, classes={}, labels=("vile",))
    case = replace(built_in(), actors=only, state=CaseState(sha256=repr(names), files=()))
    return Names.compiled(case)


# one row: an alias, a text, and what of it is found
TURNED = [
    ("Roe regime", "the regime of Roe", ["regime of Roe"]),
    ("Roe's army", "the army of Roe", ["army of Roe"]),
    ("Anna Roe government", "the government of Anna Roe", ["government of Anna Roe"]),
    ("Roe al-Land forces", "forces of Roe al-Land", ["forces of Roe al-Land"]),
    ("Roe party", "the party of Roe", []),
    ("government forces", "the forces of government", []),
    ("Roe's army", "Roe's vile army", ["Roe's vile army"]),
    ("Roe army", "the Roe, vile army", []),
    ("Roe army", "the vile Roe army", ["Roe army"]),
    ("Roe army", "the Roe vile", []),
    ("vile Roe", "the vile Roe", ["vile Roe"]),
]


@pytest.mark.parametrize(("alias", "text", "expected"), TURNED)
def test_names_turned_round_or_with_a_stand_inside(
    alias: str, text: str, expected: list[str]
) -> None:
    assert [hit.span.text for hit in named(alias).find(text)] == expected
