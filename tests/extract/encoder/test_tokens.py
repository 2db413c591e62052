"""Words and pieces: the same as those of the reference library, whatever the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece as ReferenceWordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from tiny_model import SPECIAL, VOCABULARY
from trucewatch.extract.encoder.encoding import encode
from trucewatch.extract.encoder.letters import words_of
from trucewatch.extract.encoder.wordpiece import LONGEST_WORD, UNKNOWN, WordPiece
from trucewatch.extract.encoder.words import CHUNKS_KEPT, Casing, Tokeniser, casing_of

WORDPIECE = WordPiece(VOCABULARY)


def reference() -> Tokenizer:
    numbers = {piece: number for number, piece in enumerate(VOCABULARY)}
    tokenizer = Tokenizer(
        ReferenceWordPiece(numbers, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD)
    )
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


REFERENCE = reference()


def ours(text: str) -> tuple[list[int], list[int]]:
    """The numbers of a text's pieces on one line, and where each word begins."""
    encoded = encode(text, Tokeniser(WORDPIECE), [(0, len(text))])
    marks = VOCABULARY.index("[unused1]")
    return [number for number in encoded.ids if number != marks], encoded.starts


def theirs(text: str) -> tuple[list[int], list[int]]:
    found = REFERENCE.encode(text, add_special_tokens=False)
    starts: dict[int | None, int] = {}
    for word, (start, _) in zip(found.word_ids, found.offsets, strict=True):
        starts.setdefault(word, start)
    return found.ids, list(starts.values())


TEXTS = [
    "General Roe said the army shelled Ashel.",
    "unaffable UNAFFABLE Unaffable's un-affable",
    "“Three porters were hurt,” he added — twice…",
    "naïve Ångström İstanbul STRASSE ẞ ﬁne",
    "e\u0301te\u0301 n\u0303o a\u030a\u0301b",
    "zero\u200bwidth soft\u00adhyphen \ufeffmark \u200eleft\u200f",
    "nul\x00inside \x00 at\x00 \x00the edge \ufffd",
    "control\x1bcharacters\x07 form\x0cfeed vertical\x0btab next\x85line unit\x1fs",
    "no\u00a0break\u2003em\u3000wide\u202fnarrow\u1680ogham line\u2028mark\u2029s",
    "中文字符 a中b 豈 𠀀",
    "مرحبا بكم، القصف في الليل؟",
    "5,000 $5 €5 £5m 10% 3.5 1/2 ½ ² №7 ™ © ° +",
    "a_b_c snake_case __init__ #tag @handle x=y a≠b a≮b `tick` ` ´",
    "🕊 peace🕊dove 👩‍🚀 🇺🇳",
    "www.dunmerepost.example/a?b=c&d",
    "[CLS] [MASK] [unused1] ##ed ## #",
    "हिन्दी ไทย ខ្មែរ 한국어 ゔィ",
    "a" * 100 + " " + "a" * 101 + " " + "q" * 5000,
    "ΟΔΥΣΣΕΥΣ ΌΣΟΣ",
    "\u0301 leading accent \u0301",
    "",
    "   \t ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_are_those_of_the_reference(text: str) -> None:
    assert ours(text) == theirs(text)


def assigned_of_old(text: str) -> bool:
    """Tell whether both libraries know each character: tables of Unicode differ in their age."""
    return all(
        unicodedata.ucd_3_2_0.category(each) != "Cn"
        and unicodedata.ucd_3_2_0.category(each) == unicodedata.category(each)
        for each in text
    )


LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=40)


@given(LINES.filter(assigned_of_old))
def test_any_text_gives_the_pieces_of_the_reference(text: str) -> None:
    assert ours(text) == theirs(text)


SCRAPS = ["Roe", "said", "don't", "U.S.", "co-operate", "“No,”", "1990s", "A", "é", *TEXTS[:8]]


@given(st.lists(st.sampled_from(SCRAPS), max_size=8).map(" ".join))
def test_news_like_text_gives_the_pieces_of_the_reference(text: str) -> None:
    assert ours(text) == theirs(text)


@pytest.mark.parametrize(
    ("chunk", "words"),
    [
        ("Roe", ["Roe"]),
        ("(Roe)", ["(", "Roe", ")"]),
        ("\u200bRoe\u200b", ["Roe"]),
        ("Ro\u200be", ["Ro\u200be"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("\u0301", []),
        ("\ud800", []),
        ("a\ud800b", ["a\ud800b"]),
        ("€5.", ["€5", "."]),
        ("a≠b", ["a", "≠", "b"]),
    ],
)
def test_words_are_cut_where_they_stand_with_their_accents(chunk: str, words: list[str]) -> None:
    assert [chunk[word.start : word.end] for word in words_of(chunk)] == words


@pytest.mark.parametrize(
    ("word", "casing"),
    [
        ("Roe", Casing.TITLE), ("A", Casing.TITLE), ("É", Casing.TITLE),
        ("UN", Casing.UPPER), ("roe", Casing.LOWER), ("straße", Casing.LOWER),
        ("iPhone", Casing.MIXED), ("McRoe", Casing.MIXED), ("ROEs", Casing.MIXED),
        ("5", Casing.DIGIT), ("1990s", Casing.DIGIT), ("F16", Casing.DIGIT), ("²", Casing.DIGIT),
        (".", Casing.MARK), ("“", Casing.MARK), ("€", Casing.MARK), ("🕊", Casing.MARK),
        ("中", Casing.NONE), ("سلام", Casing.NONE),
    ],
)  # fmt: skip
def test_casing(word: str, casing: Casing) -> None:
    assert casing_of(word) is casing


def test_special_pieces_cannot_be_written() -> None:
    numbers, _ = ours(" ".join(SPECIAL))
    assert set(numbers).isdisjoint(map(VOCABULARY.index, ["[CLS]", "[SEP]", "[PAD]", "[unused2]"]))


def test_what_is_kept_at_hand_is_bounded_and_changes_nothing() -> None:
    tokeniser = Tokeniser(WORDPIECE)
    before = tokeniser.tokens("said")
    for number in range(CHUNKS_KEPT + 5):
        tokeniser.tokens(f"x{number}")
    tokeniser.tokens("y" * 1000)
    assert len(tokeniser._kept) <= CHUNKS_KEPT
    assert "y" * 1000 not in tokeniser._kept
    assert tokeniser.tokens("said") == before


def test_a_vocabulary_without_its_special_pieces_is_none() -> None:
    with pytest.raises(KeyError):
        WordPiece(["a", "b"])
