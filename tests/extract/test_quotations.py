from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document
from trucewatch.core.span import Span
from trucewatch.extract.quotations import find_quotations, insertions, quoted_spans
from trucewatch.extract.sentences import split_sentences

# one row: the text, and what stands between quotation marks, marks included
QUOTED = [
    ('"We left," he said.', ['"We left,"']),
    ('"We left," he said. "It is done."', ['"We left,"', '"It is done."']),
    ("“We left,” he said.", ["“We left,”"]),
    ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
    ("„Wir gehen”, sagte sie.", ["„Wir gehen”"]),
    ("« On part », dit-il.", ["« On part »"]),
    ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
    ("He called it a ‘farce’ again.", ["‘farce’"]),
    ("'We left,' he said.", ["'We left,'"]),
    ("``We left,'' he said.", ["``We left,''"]),
    ("''We left,'' he said.", ["''We left,''"]),
    ('the "so-called" truce', ['"so-called"']),
    # apostrophes
    ("The rebels' demands weren't met in '98, it's said.", []),
    ("The rebels’ demands weren’t met.", []),
    ("‘It isn’t over,’ he said.", ["‘It isn’t over,’"]),
    # quotations in quotations: the outermost
    ("“He said ‘go’ to me,” she said.", ["“He said ‘go’ to me,”"]),
    ("\"He said 'go' to me,\" she said.", ["\"He said 'go' to me,\""]),
    (
        "\"The rebels' guns left, and the army's too,\" he said.",
        ["\"The rebels' guns left, and the army's too,\""],
    ),
    # marks that open nothing
    ('a 5" gun and a 6" gun', []),
    ("no marks at all", []),
    ("", []),
    # glued
    ('"Stop!"he said"Go"', ['"Stop!"', '"Go"']),
    # a mark of another kind closes what typists mix
    ('“We left," he said.', ['“We left,"']),
    # unclosed: to the next quotation, or to the end of the paragraph
    ("“We left and", ["“We left and"]),
    ("“We left. “It is done,” he said.", ["“We left.", "“It is done,”"]),
    ("'We left and", []),
    ("“", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    document = a_document(text)
    spans = quoted_spans(document, split_sentences(document))
    assert [span.text for span in spans] == expected


def test_a_quotation_over_paragraphs_goes_on_where_the_mark_is_repeated() -> None:
    document = a_document("He said: “One.", "“Two.", "“Three.” The end.")
    found = find_quotations(document, split_sentences(document))
    assert [quotation.span.text for quotation in found] == ["“One.", "“Two.", "“Three.”"]
    assert [quotation.goes_on for quotation in found] == [True, True, False]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    document = a_document("He said: “One.", "Nobody answered.")
    found = find_quotations(document, split_sentences(document))
    assert [(quotation.span.text, quotation.closed) for quotation in found] == [("“One.", False)]
    assert not found[0].goes_on


def test_furniture_is_not_read() -> None:
    document = a_document("He left.")
    assert quoted_spans(document, ()) == ()


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“the (occupied) bank”", ["(occupied)"]),
        ("“[the League's] posts”", ["[the League's]"]),
        ("“we [...] left (...)”", []),
        ("“we left”", []),
    ],
)
def test_words_that_a_relay_put_in(quotation: str, expected: list[str]) -> None:
    span = Span(0, len(quotation), quotation)
    assert [found.text for found in insertions(quotation, span)] == expected


MARKS = "\"'“”„«»‘’‚‹›`"
PIECES = st.lists(
    st.sampled_from([*MARKS, "''", "We", "don't", "left", ".", ",", " ", "\n", "(x)", "5", "é"]),
    max_size=60,
)


@given(PIECES)
def test_spans_prove_themselves_in_order(pieces: list[str]) -> None:
    document = a_document(*"".join(pieces).split("\n"))
    found = quoted_spans(document, split_sentences(document))
    assert all(span.proves_itself(document.text) and span.text for span in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


def test_marks_without_end_take_linear_time() -> None:
    def spent(times: int) -> float:
        document = a_document('“a ‘b "c „d «e ' * times)
        started = time.perf_counter()
        find_quotations(document, split_sentences(document)[:1])
        return time.perf_counter() - started

    spent(100)
    short, long = min(spent(1000) for _ in range(3)), min(spent(4000) for _ in range(3))
    assert long < 10 * short + 0.05
