"""Who speaks where a clause has an aside in it, found rightly or wrongly by a trained reader."""

from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)
Roles = tuple[str, str, str]
Heard = tuple[str | None, str]
SIDES = [("Velmar", "velmar", "the Marsh League"), ("Ondrel", "ondrel", "the Velmari army")]


def heard(text: str, *found: Roles) -> list[Heard]:
    """Give who says what, of what a trained reader found: source, cue and content, parted by `|`."""
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    attributions = []
    for each in found:
        source, cue, content = (
            tuple(
                Fragment(text.index(words), text.index(words) + len(words))
                for words in role.split("|")
                if words
            )
            for role in each
        )
        attributions.append(Attribution(source=source, cue=cue, content=content, confidence=0.8))
    told = find_statements(document, sentences, mentions, (), crossing(), attributions)
    return [(each.speaker, " | ".join(span.text for span in each.content)) for each in told]


# one row: a sentence with Y for who speaks and X for another one, what is found in it, what Y says
PARTED: list[tuple[str, Roles, str]] = [
    ("{x}, said {y}, shelled Ashel.", ("{x}", "said", "{y}, shelled Ashel"), "{x} | shelled Ashel"),
    (
        "{x}, says {y}, has left Ashel.",
        ("{x}", "says", "{y}, has left Ashel"),
        "{x} | has left Ashel",
    ),
    ("But {x}, said {y}, shelled Ashel.", ("{y}", "said", "But {x}"), "But {x} | shelled Ashel"),
    ("{x}, {y} said, shelled Ashel.", ("{y}", "said", "{x}"), "{x} | shelled Ashel"),
    ("{x}, which left, shelled Ashel, {y} said.", ("{y}", "said", "{x}"), "{x} | shelled Ashel"),
    ("{x} shelled Ashel, said {y}.", ("{y}", "said", "{x} shelled Ashel"), "{x} shelled Ashel"),
]


@pytest.mark.parametrize(("other", "speaker", "name"), [(z, y, x) for x, y, z in SIDES])
@pytest.mark.parametrize(("text", "roles", "expected"), PARTED)
def test_an_aside_parts_what_somebody_says(
    text: str, roles: Roles, expected: str, other: str, speaker: str, name: str
) -> None:
    x = other[0].upper() + other[1:] if text.startswith("{x}") else other
    source, cue, content = (role.format(x=x, y=name) for role in roles)
    said = (speaker, expected.format(x=x, y=name))
    assert heard(text.format(x=x, y=name), (source, cue, content)) == [said]


# nobody is named who says it
CHARGED: list[tuple[str, Roles]] = [
    ("Velmar accused of shelling Ashel", ("Velmar", "accused of", "shelling Ashel")),
    ("Velmar blamed for shelling Ashel", ("Velmar", "blamed for", "shelling Ashel")),
    ("Velmar criticised for shelling Ashel", ("Velmar", "criticised for", "shelling Ashel")),
    ("Velmar stands accused of shelling Ashel.", ("Velmar", "stands accused of", "shelling Ashel")),
    ("Velmar, suspected of shelling Ashel, left.", ("Velmar", "suspected of", "shelling Ashel")),
]


@pytest.mark.parametrize(("text", "roles"), CHARGED)
def test_who_is_charged_says_nothing(text: str, roles: Roles) -> None:
    assert heard(text, roles) == [(None, "shelling Ashel")]


SILENT: list[tuple[str, Roles]] = [
    (
        "Velmar, asked about the raid on Ashel, left.",
        ("Velmar", "asked about", "the raid on Ashel"),
    ),
    ("Velmar repels attack on Ashel", ("Velmar", "repels", "attack on Ashel")),
    (
        "Ashel was shelled by Ondrel and not, as Velmar claimed, by bandits.",
        ("Velmar", "claimed", "Ashel was shelled by Ondrel and not"),
    ),
]


@pytest.mark.parametrize(("text", "roles"), SILENT)
def test_what_somebody_is_asked_or_does_is_not_his_word(text: str, roles: Roles) -> None:
    assert heard(text, roles) == []


def test_who_asks_and_who_charges_says_it() -> None:
    asked = ("Velmar", "asked about", "the raid on Ashel")
    assert heard("Velmar asked about the raid on Ashel.", asked) == [("velmar", asked[2])]
    charge = ("Velmar", "accused", "Ondrel of shelling Ashel")
    assert heard("Velmar accused Ondrel of shelling Ashel.", charge) == [("velmar", charge[2])]


@pytest.mark.parametrize(("x", "y"), [("Velmar", "Ondrel"), ("Ondrel", "Velmar")])
@pytest.mark.parametrize(
    "charge", ["accused by {y} of", "blamed by {y} for", "suspected by {y} of"]
)
def test_a_charge_told_beside_what_somebody_says_is_the_chargers(
    charge: str, x: str, y: str
) -> None:
    charge = charge.format(y=y)
    lead = charge.split()[-1]
    text = f"{x}, {charge} shelling Ashel, said it would keep the accord."
    found = (f"{x}|{y} {lead} shelling Ashel", "said", "it would keep the accord")
    assert heard(text, found) == [
        (y.lower(), f"{x} | {lead} shelling Ashel"),
        (x.lower(), "it would keep the accord"),
    ]


def test_a_clause_about_somebody_ends_before_what_he_does() -> None:
    text = "Velmar, which accuses Ondrel of shelling Dunmere, shelled Ashel, Lantern Relief said."
    found = heard(
        text,
        ("Lantern Relief", "said", "Velmar"),
        ("which", "accuses", "Ondrel of shelling Dunmere, shelled Ashel"),
    )
    assert found == [
        ("lantern_relief", "Velmar | shelled Ashel"),
        ("velmar", "Ondrel of shelling Dunmere"),
    ]


@pytest.mark.parametrize("charge", ["was accused by", "stands accused by"])
def test_of_a_charge_both_halves_are_told(charge: str) -> None:
    text = f"Velmar {charge} Ondrel of shelling Ashel."
    cue = charge.removesuffix(" by")
    assert heard(text, ("Ondrel", cue, "Velmar")) == [("ondrel", "Velmar | of shelling Ashel")]
