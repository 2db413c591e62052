"""Charges that somebody only cites, denials that he does not believe, and denials of what was not done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from news import DAY, findings, weighed
from passages import a_document, crossing
from trucewatch.core.finding import Says
from trucewatch.core.reading import FIGHTS
from trucewatch.judge.bearing.cited import only_cited
from trucewatch.pipeline.read import read_text

SHELLED = "shelled Ashel on Monday"

Told = set[tuple[str | None, str, str | None]]


def told(text: str, duty: str = "4-fire") -> Told:
    return {(each.doer, str(each.says), each.voice) for each in weighed(text, duty)}


# one row: who is charged, and cites it
CITED: list[str] = [
    "“Velmar accuses us of shelling Ashel on Monday,” the Marsh League said.",
    "“Velmar blames us for the shelling of Ashel on Monday,” Captain Hale said.",
    f"“Velmar says we {SHELLED},” the Marsh League said.",
    f"“According to Velmar, we {SHELLED},” the Marsh League said.",
    f"The Marsh League said claims that it had {SHELLED} were propaganda.",
    f"Velmar said it had taken note of reports that Velmari troops had {SHELLED}.",
    f"Velmar said it was aware of allegations that Velmari troops {SHELLED}.",
    "Velmar said the Marsh League had accused Velmari troops of shelling Ashel on Monday.",
    f"Velmar said reports that the Marsh League had {SHELLED} were fabricated.",
    "Velmar said Lantern Relief had staged a video of the shelling of Ashel by Velmari troops on Monday.",
    "Ondrel said the Marsh League had faked footage of a raid on Ashel by Ondreli forces on Monday.",
]


@pytest.mark.parametrize("text", CITED)
def test_who_only_cites_a_charge_admits_nothing(text: str) -> None:
    assert told(text) == set()
    assert findings(text)


# one row: a text, and what its speaker says himself
SAID: list[tuple[str, Told]] = [
    (
        "“We accuse Velmar of shelling Ashel on Monday,” the Marsh League said.",
        {("velmar", "act", "marsh_league")},
    ),
    (
        "Velmar accused the Marsh League of shelling Ashel on Monday.",
        {("marsh_league", "act", "velmar")},
    ),
    (f"The Marsh League claims that it {SHELLED}.", {("marsh_league", "act", "marsh_league")}),
    (f"“We {SHELLED},” the Marsh League said.", {("marsh_league", "act", "marsh_league")}),
    (
        f"Velmar confirmed that reports that Velmari troops {SHELLED} were true.",
        {("velmar_army", "act", "velmar")},
    ),
    (
        f"Velmar said it had received reports that the Marsh League {SHELLED}.",
        {("marsh_league", "act", "velmar")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_somebody_says_himself_stands(text: str, expected: Told) -> None:
    assert told(text) == expected


# one row: a text, and whose denial it tells
DISBELIEVED: list[tuple[str, Told]] = [
    (
        f"Velmar dismissed the Marsh League's denial that it had {SHELLED}.",
        {("marsh_league", "denies", "marsh_league")},
    ),
    (
        f"The Marsh League rejected Velmar's denial that it had {SHELLED}.",
        {("velmar", "denies", "velmar")},
    ),
    (
        f"The Marsh League denied that it had {SHELLED}.",
        {("marsh_league", "denies", "marsh_league")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), DISBELIEVED)
def test_a_denial_is_of_who_denies(text: str, expected: Told) -> None:
    assert told(text) == expected


# one row: words before "withdrawn its mortars from the quiet strip"
NOT_UNDONE: list[str] = [
    "Velmar denied that the Marsh League had not",
    "The Marsh League denied that it had never",
    "Velmar rejected Ondrel's claim that the Marsh League had not",
]


@pytest.mark.parametrize("before", NOT_UNDONE)
def test_who_denies_that_it_was_not_done_does_not_say_so(before: str) -> None:
    assert told(f"{before} withdrawn its mortars from the quiet strip.", "5-guns") == set()


def test_who_denies_that_it_was_done_says_so() -> None:
    text = "Velmar denied that the Marsh League had withdrawn its mortars from the quiet strip."
    assert told(text, "5-guns") == {("marsh_league", "not done", "velmar")}


# one row: a charge, what is answered behind it, and who denies
POINTED: list[tuple[str, Told]] = [
    (
        f"The Joint Crossing Mission said Velmar had {SHELLED}, an accusation Velmar rejected.",
        {("velmar", "act", "crossing_mission"), ("velmar", "denies", "velmar")},
    ),
    (
        "Velmar said the Marsh League had shelled Ashel, an accusation the Marsh League rejected.",
        {("marsh_league", "act", "velmar"), ("marsh_league", "denies", "marsh_league")},
    ),
    (
        f"“The Marsh League {SHELLED},” Velmar said. “That is not true,” the Marsh League said.",
        {("marsh_league", "act", "velmar"), ("marsh_league", "denies", "marsh_league")},
    ),
    (
        f"Ondrel said Velmar had {SHELLED}, allegations that Velmar described as false.",
        {("velmar", "act", "ondrel"), ("velmar", "denies", "velmar")},
    ),
    (
        f"Ondrel said Velmar had {SHELLED}, an accusation Velmar called serious.",
        {("velmar", "act", "ondrel")},
    ),
    (
        f"“The Marsh League {SHELLED},” Velmar said. “That is true,” the Marsh League said.",
        {("marsh_league", "act", "velmar")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTED)
def test_who_turns_the_charge_down_denies_it(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"Velmar said it had taken note of reports that it {SHELLED}.", True),
        (f"Velmar said it was aware of rumours that it {SHELLED} and denied them.", False),
    ],
)
def test_who_only_notes_a_charge_denies_nothing(text: str, cited: bool) -> None:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    reading = read_text(document, crossing())
    event = next(each for each in reading.events if each.kind in FIGHTS)
    statement = next(each for each in reading.statements if each.id == event.statement)
    assert bool(only_cited(event, statement, Says.DENIES, "velmar", crossing())) is cited


# one row: a charge, and who makes it
ACCUSED: list[tuple[str, str]] = [
    ("Velmari troops left Pellow. Dorrin Hale accused it of shelling Ashel on Monday.", "marsh_league"),
    ("The Marsh League left Pellow. Velmar accused it of shelling Ashel on Monday.", "velmar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "accuser"), ACCUSED)
def test_who_accuses_it_did_not_do_it(text: str, accuser: str) -> None:
    assert accuser not in {doer for doer, _, _ in told(text)}
