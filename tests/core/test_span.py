from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import SpanError
from trucewatch.core.span import Span, prove

TEXTS = st.text(max_size=80)


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, Span.cut(text, start, draw(st.integers(start, len(text))))


@given(cuts())
def test_what_is_cut_proves_itself(cut: tuple[str, Span]) -> None:
    text, span = cut
    assert span.proves_itself(text)
    assert text[span.start : span.end] == span.text
    prove([span], text)


@given(cuts(), st.text(min_size=1, max_size=5))
def test_a_moved_text_is_noticed_unless_the_words_stand_there_too(
    cut: tuple[str, Span], before: str
) -> None:
    text, span = cut
    moved = before + text
    assert span.proves_itself(moved) == (moved[span.start : span.end] == span.text)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (-1, 0, "a"),
        (-3, -2, "a"),
        (0, 0, "a"),
        (0, 2, "a"),
        (5, 4, ""),
        (5, 4, "a"),
        (2, 3, ""),
        (0, 1, "ab"),
        (0, 2, "\U0001f54a"),
    ],
)
def test_bad_spans_raise(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanError, match="cannot hold"):
        Span(start, end, text)


@pytest.mark.parametrize(("start", "end"), [(0, 6), (-1, 3), (4, 2), (6, 8)])
def test_no_span_is_cut_out_of_what_is_not_there(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span.cut("words", start, end)


def test_prove_names_the_first_span_that_is_wrong() -> None:
    with pytest.raises(SpanError, match=r"^2-4 holds 'rd', not 'xx'$"):
        prove([Span(0, 2, "wo"), Span(2, 4, "xx"), Span(0, 1, "y")], "words")


@pytest.mark.parametrize(
    ("one", "other", "holds", "meets"),
    [
        ((0, 5), (1, 3), True, True),
        ((0, 5), (0, 5), True, True),
        ((0, 5), (4, 6), False, True),
        ((0, 5), (5, 6), False, False),
        ((0, 5), (5, 5), True, False),
        ((3, 5), (0, 3), False, False),
    ],
)
def test_holding_and_meeting(
    one: tuple[int, int], other: tuple[int, int], holds: bool, meets: bool
) -> None:
    left, right = Span.cut("0123456789", *one), Span.cut("0123456789", *other)
    assert (left.holds(right), left.meets(right), right.meets(left)) == (holds, meets, meets)
