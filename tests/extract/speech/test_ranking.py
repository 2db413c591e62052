"""Who had a statement from whom, by the words between those who pass it on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.chains import Relay
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.ranking import ranked
from trucewatch.extract.speech.voices import Voice


def atoms_of(words: str) -> list[Atom]:
    marks = ",;."
    return [
        Atom(word.lower(), at, at + 1, "mark" if word in marks else "word")
        for at, word in enumerate(words.split())
    ]


def relay(at: int) -> Relay:
    return Relay(line=0, atoms=(at, at + 1), voice=Voice())


def row_of(words: str, names: str) -> str:
    """Rank those of `names`, which are given outermost first."""
    atoms = atoms_of(words)
    lows = [atom.low for atom in atoms]
    named = [(0, (at, at + 1)) for at, low in enumerate(lows) if low in names.split()]
    row = [relay(lows.index(name)) for name in names.split()]
    ordered = ranked(
        row, named, lambda held, each: lows[held[1][0]] == lows[each.atoms[0]], lambda _: atoms
    )
    return " ".join(lows[each.atoms[0]] for each in ordered)


# one row: a sentence, a row in the wrong order, and the right one
ROWS = [
    ("norda , citing vesper , said so", "vesper norda", "norda vesper"),
    ("norda , which in turn quoted the vesper , said so", "vesper norda", "norda vesper"),
    ("norda said it had it from vesper", "vesper norda", "norda vesper"),
    ("norda , with reference to vesper , writes", "vesper norda", "norda vesper"),
    ("norda , picking up a report by vesper , writes", "vesper norda", "norda vesper"),
    ("norda said that vesper had reported it", "vesper norda", "norda vesper"),
    ("norda , quoted by vesper , writes", "norda vesper", "vesper norda"),
    ("the league told vesper so", "league vesper", "vesper league"),
    ("( norda , citing vesper , citing korva )", "korva vesper norda", "norda vesper korva"),
]


@pytest.mark.parametrize(("words", "given_row", "right"), ROWS)
def test_who_cites_stands_outside_of_whom_he_cites(words: str, given_row: str, right: str) -> None:
    assert row_of(words, given_row) == right


# one row: a sentence whose words between the two tell nothing of who cites whom
SILENT = [
    "vesper said , norda reported",
    "vesper had other news ; norda quoted nobody",
    "vesper and norda",
    "vesper wrote that the town of old citing stones was lost and that only later norda",
]


@pytest.mark.parametrize("words", SILENT)
def test_a_row_stays_where_the_words_tell_nothing(words: str) -> None:
    assert row_of(words, "norda vesper") == "norda vesper"


@given(st.permutations(["norda", "vesper", "korva"]), st.sampled_from([row[0] for row in ROWS]))
def test_nobody_is_lost(names: list[str], words: str) -> None:
    held = [name for name in names if name in words.split()]
    assert sorted(row_of(words, " ".join(held)).split()) == sorted(held)
