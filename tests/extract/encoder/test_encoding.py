"""A text as the encoder's input: features, masks, paragraphs; every offset right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiny_model import VOCABULARY
from trucewatch.extract.encoder.encoding import Encoded, encode
from trucewatch.extract.encoder.found import Mask, MaskKind
from trucewatch.extract.encoder.wordpiece import WordPiece
from trucewatch.extract.encoder.words import Tokeniser

TOKENISER = Tokeniser(WordPiece(VOCABULARY))


def encoded(text: str, *masks: Mask, stretches: list[tuple[int, int]] | None = None) -> Encoded:
    return encode(text, TOKENISER, stretches or [(0, len(text))], masks)


def words(text: str, found: Encoded) -> list[str]:
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def pieces(found: Encoded) -> list[str]:
    return [VOCABULARY[number] for number in found.ids]


QUOTES = [
    # a text; for each word: o outside, i inside, m a mark
    ("he said “ no ” twice", "oomimo"),
    ('he said " no " twice', "oomimo"),
    ("« no » „ no ” no", "mimmimo"),
    ("“ no “ no ” no", "mimimo"),
    ('“ no " no', "mimo"),
    ("‘ no ’ he said", "ooooo"),
    ("“ no\n\nhe said", "mioo"),
    ("” no", "mo"),
]


@pytest.mark.parametrize(("text", "marks"), QUOTES)
def test_what_stands_between_quotation_marks_is_marked(text: str, marks: str) -> None:
    found = encoded(text)
    assert "".join("oim"[found.quote[first]] for first in found.firsts) == marks


def test_a_quotation_goes_on_in_the_next_stretch_of_its_paragraph() -> None:
    text = "“No. Not us.” He left."
    found = encoded(text, stretches=[(0, 4), (5, 13), (14, 22)])
    assert "".join("oim"[found.quote[first]] for first in found.firsts) == "miiiiimooo"


def test_paragraphs_begin_with_a_mark_that_is_no_word() -> None:
    text = "Peace talks\n \nHe left. It is not"
    found = encoded(text, stretches=[(0, 11), (14, 22), (23, 32)])
    assert [place for place, piece in enumerate(pieces(found)) if piece == "[unused1]"] == [0, 3]
    assert words(text, found) == ["Peace", "talks", "He", "left", ".", "It", "is", "not"]
    assert found.breaks == [0, 3, 7]


def test_sentences_given_one_by_one_are_encoded_as_the_paragraph_is() -> None:
    text = "He left. “No,” he said. It is not\n\nPeace talks. He left"
    whole = encoded(text, stretches=[(0, len(text))])
    assert encoded(text, stretches=[(0, 8), (9, 23), (24, 33), (35, 47), (48, 55)]) == whole


BREAKS = [
    # a text, the words that likely begin a sentence
    ("he left. He said", ["He"]),
    ("he left. he said", []),
    ("he left.” “No", ["“"]),
    ("he left.” He", ["He"]),
    ("he left! 5 left? Two", ["5", "Two"]),
    ("3.5 left", ["5"]),
    ("the U.S. army", ["S"]),
]


@pytest.mark.parametrize(("text", "begin"), BREAKS)
def test_where_sentences_likely_begin(text: str, begin: list[str]) -> None:
    found = encoded(text)
    at = [found.firsts.index(place) for place in found.breaks[1:]]
    assert [words(text, found)[word] for word in at] == begin


MASKS = [
    # a text with [actor] and <place> names, the pieces that are seen
    ("[Vorn] said", "[unused2] said"),
    ("the army left <Ashel>.", "the army left [unused3] ."),
    ("“[Velmar]’s army", "“ [unused2] ’ s army"),
    ("[Velmar]-<Ashel> talks", "[unused2] - [unused3] talks"),
    ("un[affable]", "un [unused2]"),
    ("[the army of Velmar]", "[unused2]"),
]


def masked(text: str) -> tuple[str, list[Mask]]:
    masks: list[Mask] = []
    bare = ""
    for character in text:
        if character in "[<":
            begin = len(bare)
        elif character in "]>":
            masks.append(Mask(begin, len(bare), "actor" if character == "]" else "place"))
        else:
            bare += character
    return bare, masks


@pytest.mark.parametrize(("marked", "seen"), MASKS)
def test_a_masked_name_is_one_token(marked: str, seen: str) -> None:
    text, masks = masked(marked)
    found = encoded(text, *masks)
    assert pieces(found)[1:] == seen.split()
    held = set(zip(found.starts, found.ends, strict=True))
    assert {(mask.start, mask.end) for mask in masks} <= held


@pytest.mark.parametrize(
    "masks",
    [
        [Mask(0, 7, "actor")],  # over a line's end
        [Mask(2, 2, "actor")],  # empty
        [Mask(3, 1, "actor"), Mask(90, 99, "place")],  # backwards, behind the text
    ],
)
def test_masks_that_cannot_be_are_passed_over(masks: list[Mask]) -> None:
    text = "Vorn\nsaid no"
    assert encoded(text, *masks) == encoded(text)


def test_of_masks_that_meet_the_first_holds() -> None:
    text = "the army of Velmar left"
    found = encoded(text, Mask(9, 18, "place"), Mask(4, 18, "actor"))
    assert pieces(found)[1:] == ["the", "[unused2]", "left"]


ODD = st.text(st.sampled_from('ab A.“”"\n \x00\u200b\ud800é中ب🕊-'), max_size=60) | st.text(
    max_size=40
)


KINDS: st.SearchStrategy[MaskKind] = st.sampled_from(("actor", "place"))


@given(ODD, st.data())
def test_words_stand_in_order_apart_and_within_their_stretches(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    stretches = list(zip(cuts[::2], cuts[1::2], strict=False))
    places = st.integers(0, 60)
    masks = data.draw(st.lists(st.builds(Mask, places, places, KINDS), max_size=4))
    found = encode(text, TOKENISER, stretches, masks)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))
    assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))
    for start, end in zip(found.starts, found.ends, strict=True):
        assert any(first <= start and end <= last for first, last in stretches)
    assert len(found.ids) == len(found.casing) == len(found.quote)
    assert sorted(set(found.firsts)) == found.firsts
    assert sorted(set(found.breaks)) == found.breaks
    letters = {at for first, last in stretches for at in range(first, last) if text[at].isalnum()}
    held = {
        at for start, end in zip(found.starts, found.ends, strict=True) for at in range(start, end)
    }
    assert letters <= held
