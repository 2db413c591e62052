from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.dates import find_dates
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.turning import page_goes_on, relative_closed
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def statements_of(
    text: str, found: list[tuple[str, str, str]] | None = None
) -> tuple[Statement, ...]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    given = None if found is None else [attribution(text, roles) for roles in found]
    return find_statements(document, sentences, mentions, dates, crossing(), given)


def attribution(text: str, roles: tuple[str, str, str]) -> Attribution:
    source, cue, content = (
        tuple(
            Fragment(text.index(piece), text.index(piece) + len(piece))
            for piece in words.split(" + ")
            if piece
        )
        for words in roles
    )
    return Attribution(source=source, cue=cue, content=content, confidence=0.8)


def told(statement: Statement) -> str:
    source = " + ".join(span.text for span in statement.source)
    return f"{source} | {' + '.join(span.text for span in statement.content)}"


# one row: a sentence, and who says what in it
PAGE_GOES_ON = [
    (
        "Vorn has claimed that the guns are gone, but the tanks still stand.",
        ["Vorn | that the guns are gone"],
    ),
    ("Vorn said the road was open, while shells fell on Ashel.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, whereas Hale closed it.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, although nobody used it.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, but it did not say where.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, but there were shells.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, but on Monday shells fell.", ["Vorn | the road was open"]),
    ("Vorn said the road was open, but in Ashel shells fell.", ["Vorn | the road was open"]),
    ("Vorn denied the attack, but the tanks still stand in Ashel.", ["Vorn | the attack"]),
    (
        "The mission reported clashes, but the army made no mention of them.",
        ["The mission | clashes"],
    ),
    ("Vorn said: “It is open,” but the road was shut.", ["Vorn | “It is open,”"]),
    # the syntax carries it on
    (
        "Vorn said the road was open, but that the guns had stayed.",
        ["Vorn | the road was open, but that the guns had stayed"],
    ),
    (
        "Vorn said that it was open, and that the guns had stayed.",
        ["Vorn | that it was open, and that the guns had stayed"],
    ),
    (
        "Vorn said “the road is open, but the guns have stayed.”",
        ["Vorn | “the road is open, but the guns have stayed.”"],
    ),
    (
        "Vorn said the road was open, but not the bridge.",
        ["Vorn | the road was open, but not the bridge"],
    ),
    (
        "Vorn said the road was open, but would close soon.",
        ["Vorn | the road was open, but would close soon"],
    ),
    (
        "Vorn said the road was open, but it would close soon.",
        ["Vorn | the road was open, but it would close soon"],
    ),
    (
        "Vorn said that the army, while it was retreating, shelled Ashel.",
        ["Vorn | that the army, while it was retreating, shelled Ashel"],
    ),
    (
        "Vorn said that on Monday, while the talks went on, shells fell.",
        ["Vorn | that on Monday, while the talks went on, shells fell"],
    ),
    ("The road is open, but only just, Vorn said.", ["Vorn | The road is open, but only just"]),
    # somebody speaks behind it
    (
        "Vorn said the road was open, but Hale said it was shut.",
        ["Vorn | the road was open", "Hale | it was shut"],
    ),
    (
        "Vorn said the road was open, but added that the guns had stayed.",
        ["Vorn | the road was open", "Vorn | that the guns had stayed"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGE_GOES_ON)
def test_the_page_speaks_behind_but(text: str, expected: list[str]) -> None:
    assert [told(each) for each in statements_of(text)] == expected


# one row: a sentence, and who says what in it
CLAUSES_ABOUT = [
    (
        "The Marsh League, which Vorn says stages fakes, said the army had left.",
        "The Marsh League | the army had left",
    ),
    (
        "The Marsh League, whom Vorn accuses of theft, said that it had left.",
        "The Marsh League | that it had left",
    ),
    (
        "The Marsh League, which Velmar says has shelled Ashel, later said it had not.",
        "The Marsh League | it had not",
    ),
    (
        "Hale, who said the road was open, told reporters that he was glad.",
        "Hale | that he was glad",
    ),
    ("Hale, who met Vorn, said that the road was open.", "Hale | that the road was open"),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES_ABOUT)
def test_who_stands_before_a_clause_speaks(text: str, expected: str) -> None:
    assert told(statements_of(text)[-1]) == expected


# one row: a sentence, what a trained reader found, and the statement
FOUND = [
    (
        "Vorn said the road was open, but the tanks still stand.",
        ("Vorn", "said", "the road was open, but the tanks still stand"),
        "Vorn | the road was open",
    ),
    (
        "Vorn said the road was open, but that the tanks stay.",
        ("Vorn", "said", "the road was open, but that the tanks stay"),
        "Vorn | the road was open, but that the tanks stay",
    ),
    (
        "The road was open, but the tanks still stand, Vorn said.",
        ("Vorn", "said", "The road was open, but the tanks still stand"),
        "Vorn | The road was open, but the tanks still stand",
    ),
    (
        "The Marsh League, which Velmar backs, said it had left.",
        ("The Marsh League + Velmar", "said", "it had left"),
        "The Marsh League | it had left",
    ),
    (
        "The mission, which is based in Ashel and relies on a network of sources, said it was over.",
        ("a network of sources", "said", "it was over"),
        "The mission | it was over",
    ),
]


@pytest.mark.parametrize(("text", "roles", "expected"), FOUND)
def test_what_a_trained_reader_found_ends_there_too(
    text: str, roles: tuple[str, str, str], expected: str
) -> None:
    assert [told(each) for each in statements_of(text, [roles])] == [expected]


ATOMS = st.lists(
    st.tuples(
        st.sampled_from([",", "but", "while", "the", "it", "was", "road", "which", "that", "."]),
        st.sampled_from(["word", "mark", "name", "quote", "date", "number"]),
    ),
    max_size=14,
)


@given(ATOMS, st.integers(0, 14), st.integers(0, 14))
def test_any_atoms_are_borne(drawn: list[tuple[str, str]], one: int, other: int) -> None:
    atoms = [Atom(low, at, at + 1, kind) for at, (low, kind) in enumerate(drawn)]  # type: ignore[arg-type]
    first, last = sorted((min(one, len(atoms)), min(other, len(atoms))))
    assert first <= page_goes_on(atoms, (first, last)) <= last
    if first < len(atoms):
        relative_closed(atoms, 0, first, first)
