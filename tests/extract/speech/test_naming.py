from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.extract.speech.atoms import Atom, Kind
from trucewatch.extract.speech.naming import author_of, called, with_name
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)
MARKS = ",.:;'"


def atoms_of(words: str) -> list[Atom]:
    """Write words as atoms, those with a capital letter as names."""
    atoms: list[Atom] = []
    start = 0
    for word in words.split():
        kind: Kind = "mark" if word in MARKS else "name" if word[:1].isupper() else "word"
        atoms.append(Atom(word.lower(), start, start + len(word), kind))
        start += len(word) + 1
    return atoms


def words_of(words: str, held: tuple[int, int]) -> str:
    return " ".join(words.split()[slice(*held)])


# one row: a phrase, and the words of it that name who is meant
CALLED: list[tuple[str, str]] = [
    ("a ferryman", "a ferryman"),
    ("his own ferryman", "ferryman"),
    ("its spokesman , Ilv Tarn", "spokesman , Ilv Tarn"),
    ("the same two clerks", "two clerks"),
    ("Even Radio Orlan", "Radio Orlan"),
    ("the movement's own Radio Orlan", "Radio Orlan"),
    ("the cameras of Radio Orlan", "Radio Orlan"),
    ("clerks and a priest , all of whom", "clerks and a priest"),
    ("the League , its rival", "the League"),
    ("the clerks , but not the ferrymen", "the clerks"),
    ("the clerks and the ferrymen alike", "the clerks and the ferrymen"),
    ("the clerk , Ilv Tarn", "the clerk , Ilv Tarn"),
    ("Ilv Tarn , clerk of the court", "Ilv Tarn , clerk of the court"),
    ("his", "his"),
]


@pytest.mark.parametrize(("phrase", "name"), CALLED)
def test_a_link_is_called_by_what_names_it(phrase: str, name: str) -> None:
    atoms = atoms_of(phrase)
    assert words_of(phrase, called(atoms, (0, len(atoms)))) == name


# one row: a phrase that names a text, and who speaks in it
AUTHORS: list[tuple[str, str]] = [
    ("a cable of the embassy", "the embassy"),
    ("the clerk's deposition", "the clerk's"),
    ("paragraph 7 of the clerk's tenth report", "the clerk's"),
    ("bulletin no . 12 of the Free League", "the Free League"),
    ("a post on the account of the embassy", "the account of the embassy"),
    ("an internal audit", "an internal audit"),
    ("a leaked memo", "a leaked memo"),
    ("the clerk of the court", "the clerk of the court"),
]


@pytest.mark.parametrize(("phrase", "author"), AUTHORS)
def test_who_is_named_with_a_text_speaks_in_it(phrase: str, author: str) -> None:
    atoms = [
        atom._replace(kind="number") if atom.low.isdigit() else atom for atom in atoms_of(phrase)
    ]
    assert words_of(phrase, author_of(atoms, (0, len(atoms)))) == author


def test_a_name_in_apposition_belongs_to_the_source() -> None:
    atoms = atoms_of("the commander , General Tarn , and others")
    assert with_name(atoms, (0, 2), [(0, 5)]) == (0, 5)
    assert with_name(atoms, (0, 2), [(0, 8)]) == (0, 2)
    assert with_name(atoms, (0, 2), []) == (0, 2)


@given(
    st.lists(
        st.sampled_from(["his", "own", "the", "same", ",", "all", "of", "whom", "but", "Tarn"])
    )
)
def test_something_is_always_left_of_a_name(drawn: list[str]) -> None:
    atoms = atoms_of(" ".join(["clerk", *drawn]))
    first, last = called(atoms, (0, len(atoms)))
    assert 0 <= first < last <= len(atoms)


def chains(*paragraphs: str, title: str | None = None) -> list[str]:
    document = a_document(*paragraphs, title=title, outlet=None)
    sentences, mentions, _ = read(document, crossing(), DAY)
    found = find_statements(document, sentences, mentions, (), crossing())
    return [
        " < ".join(link.span.text for link in each.chain if link.span is not None) for each in found
    ]


# one row: a text, and the chains of its statements, outermost first
TEXTS: list[tuple[str, list[str]]] = [
    # an outlet that was named before is called so again
    (
        "A ferryman told Radio Orlan that the quay was shut. A clerk told the station that it was open.",
        ["Radio Orlan < A ferryman", "Radio Orlan < A clerk"],
    ),
    # but a newspaper is no radio
    (
        "A ferryman told Radio Orlan that the quay was shut. A clerk told the newspaper that it was open.",
        ["Radio Orlan < A ferryman", "the newspaper < A clerk"],
    ),
    # who quotes somebody to an outlet stands between the two
    (
        "Quoting two officials, the Harbour League told Radio Orlan that the quay was shut.",
        ["Radio Orlan < the Harbour League < two officials"],
    ),
    # whom "it" means stands in its own words
    (
        "The Harbour League had shut nothing, it stated in reply to questions from Radio Orlan.",
        ["Radio Orlan < The Harbour League"],
    ),
    # what is somebody's own passes nothing on
    (
        "In a statement posted on its Telegram channel, the Harbour League claimed that the quay was shut.",
        ["the Harbour League"],
    ),
    ("By the count of the Harbour League, nine ships were sunk.", ["the Harbour League"]),
    ("Nine ships were sunk, in the words of the Harbour League.", ["the Harbour League"]),
    ("The quay is shut, if one trusts the clerk.", ["the clerk"]),
    (
        "The quay was shut, a clerk told the Harbour Wire, according to a summary in the Orlan Post.",
        ["the Orlan Post < the Harbour Wire < a clerk"],
    ),
    (
        "Speaking on state television, the clerk said that it was shut.",
        ["state television < the clerk"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_chain_has_each_link_under_its_name(text: str, expected: list[str]) -> None:
    assert chains(text) == expected


def test_the_agency_of_the_dateline_goes_before_no_headline() -> None:
    lead = "ORLAN, May 4 (Norda) - The quay is shut, the harbour office said."
    assert chains(lead, title="Quay shut, says harbour office") == [
        "harbour office",
        "Norda < the harbour office",
    ]
