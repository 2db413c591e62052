from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, sentences_of
from trucewatch.core.document import Block, Document
from trucewatch.core.limits import SENTENCE_CHARACTERS
from trucewatch.core.span import Span
from trucewatch.extract.sentences import split_sentences

# One text a row; | stands where a sentence ends.
TEXTS = [
    "The zone is calm.| The guns are gone.",
    "Is it calm?| It is!| Good.",
    "Mr. Doe met Gen. J. K. Roe on Sept. 5.| They spoke.",
    "It was held (Sept. 28-Oct. 3) in vain.| They left.",
    "Lt. Col. Roe and Dr. Doe left.| St. Mary's was hit.",
    "It took 3.5 million.| No. 5 was hit.| No.| He left.",
    "The U.S. Army came.| He went to the U.S.| The army left.",
    "They left at 5 p.m. Friday.| It ended at 6 a.m.| The rest stayed.",
    "He waited... and left.| He waited...| Then he left.| So…| Then.",
    "“We left.| We will not return!” Doe said.| “Why?” asked Roe.",
    '"Stop!" General Roe said.| "Go?!" said Doe.| "No."| Doe left.',
    "He said: “No.”| “Yes,” she said.",
    "'It broke.'| 'No!' he said.",
    "It ended (it was late.)| Then they left.[1]| More came.",
    "Smith Jr. said so.| Acme Inc. of Ashel paid.| Acme Inc.| The group left.",
    "Roe et al. left, i.e. they went.| It was No. 7 vs. No. 8.",
    "The truce.| The army left.",
    "Read www.example.com today.| Write to a.doe@b.org.Now or never.",
    "Calm in Kethra?| «Yes.»| ‘No.’",
    "قال الجيش ذلك.| ثم غادر؟| نعم.",
    "Войска ушли.| Зона пуста!| Да.",
    "1. The zone is made.| 2. The arms go.",
    "It fell 1.2 km from J. Roe’s house.| B. Solm left.",
    "At 10 a.m. the army left.| Art. 5 says so.",
    "They left.| And so on etc.| The rest stayed.",
    "Points:|\n1. First thing|\n2. Second thing|\n- third",
    "A line\nwrapped here.| And\nagain.",
    "KETHRA, November 1. /WIRE/.| The ministry said so.| It did.",
    "TIRVANE (Wire) —| The army left.",
    "KETHRA, Oct. 3 -| The army left.",
    "Two.|\n\nThree",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_end_where_news_ends_them(text: str) -> None:
    expected = [piece.strip() for piece in text.split("|")]
    assert sentences_of(a_document(text.replace("|", ""))) == expected


def test_only_titles_and_paragraphs_are_read() -> None:
    text = "A title. More\n\nMenu. Home.\n\nThe body.\n\nA caption. Here.\n\nThe end."
    pieces = text.split("\n\n")
    kinds = ["title", "furniture", "paragraph", "caption", "paragraph"]
    blocks, start = [], 0
    for piece, kind in zip(pieces, kinds, strict=True):
        blocks.append(Block(kind=kind, span=Span(start, start + len(piece), piece)))  # type: ignore[arg-type]
        start += len(piece) + 2
    found = split_sentences(Document(id="d", text=text, blocks=tuple(blocks)))
    assert [(s.span.text, s.block, s.paragraph, s.kind) for s in found] == [
        ("A title.", 0, -1, "title"),
        ("More", 0, -1, "title"),
        ("The body.", 2, 0, "paragraph"),
        ("The end.", 4, 1, "paragraph"),
    ]
    assert [s.index for s in found] == [0, 1, 2, 3]


def test_a_run_without_end_is_cut_at_a_space() -> None:
    found = split_sentences(a_document("word " * 3000))
    assert len(found) > 2
    assert all(len(s.span.text) <= SENTENCE_CHARACTERS for s in found)
    assert all(s.span.text.startswith("word") and s.span.text.endswith("word") for s in found)
    glued = split_sentences(a_document("x" * 12_000))
    assert [len(s.span.text) for s in glued] == [5000, 5000, 2000]


def test_an_empty_paragraph_has_no_sentence() -> None:
    assert split_sentences(a_document(" \n ", "")) == ()


@given(st.text(alphabet=st.sampled_from("aB.!?…\"”’'()[1] \n\tMr,:/—-é؟"), max_size=200))
def test_spans_prove_themselves_in_order_and_lose_nothing(text: str) -> None:
    document = a_document(text)
    found = split_sentences(document)
    last = 0
    for number, sentence in enumerate(found):
        assert sentence.span.proves_itself(document.text)
        assert sentence.index == number
        assert sentence.span.text == sentence.span.text.strip()
        assert not document.text[last : sentence.span.start].strip()
        last = sentence.span.end
    assert not document.text[last:].strip()


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    document = a_document(text)
    whole = "".join(sentence.span.text for sentence in split_sentences(document))
    assert "".join(whole.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "hostile",
    [
        *("." * 200_000 + "x", ". " * 100_000, '."' * 100_000 + "x", " " * 200_000),
        *("\n" * 200_000, "A." * 100_000, "[1]" * 70_000, "(" * 200_000, "a? Bb " * 40_000),
        *("\n-" * 100_000, "/" * 200_000, "Mr. " * 50_000, "a.A" + "a" * 200_000, "5 " * 100_000),
    ],
    ids=lambda text: repr(text[:4]),
)
def test_time_is_linear(hostile: str) -> None:
    start = time.process_time()
    split_sentences(a_document(hostile))
    assert time.process_time() - start < 4
