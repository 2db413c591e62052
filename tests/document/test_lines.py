from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.document.lines import lines_of


def words(text: str) -> list[str]:
    return [" ".join(line.words.split()) for line in lines_of(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert words(f"Guns stay{end}\u200b {end}Guns go.{end}") == ["Guns stay", "Guns go."]


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("Guns stay.", True),
        ("Guns stay!", True),
        ("“Guns stay.”", True),
        ("Guns stay (for now).", True),
        ("Guns stay.)", True),
        ("Guns stay…", True),
        ("Guns stay. /WIRE/", True),
        ("Guns stay.-WIRE", True),
        ("Guns stay. (Wire)", True),
        ("Guns stay", False),
        ("Guns stay,", False),
        ("Guns stay:", False),
        ("Guns of the Example Body (EB)", False),
        ("مدافع؟", True),
    ],
)
def test_where_a_sentence_ends(line: str, ended: bool) -> None:
    assert lines_of(line)[0].ended is ended


def test_a_gap_is_an_empty_line() -> None:
    assert [line.gap for line in lines_of("a\nb\n\nc\r\nd\r\n\r\ne\n \t\nf")] == [
        False,
        False,
        True,
        False,
        True,
        True,
    ]


SHORT = "Guns stay in place at Velin for now.\nNobody was hurt there on Monday.\nTalks go on."


def test_short_paragraphs_without_gaps_are_not_taken_for_wrapped_text() -> None:
    assert len(words(SHORT)) == 3


def test_wrapped_text_without_gaps_is_cut_where_a_row_is_short() -> None:
    text = (
        "The observers counted four guns near the village of Velin and two on the\n"
        "road to Karm, and nobody was hurt.\n"
        "Talks on the guns go on in the town of Oster, where both ministers came to\n"
        "meet on Sunday.\n"
    )
    assert len(words(text)) == 2


def test_an_indented_row_begins_a_paragraph_of_wrapped_text() -> None:
    text = (
        "    The observers counted four guns near the village of Velin and two on\n"
        "the road to Karm, and nobody was hurt in either place on Monday evening.\n"
        "    Talks on the guns go on in the town of Oster, where both ministers\n"
        "came to meet on Sunday.\n"
    )
    assert len(words(text)) == 2


def test_no_paragraph_grows_without_bound() -> None:
    text = "and so the guns stay near the village of Velin and on the road to Karm\n" * 3000
    lines = lines_of(text)
    assert len(lines) > 5
    assert all(len(line.words) <= 20_000 for line in lines)


@given(st.text(alphabet="ab A.,\n\r\t\u200b\u2028", max_size=200))
def test_lines_prove_themselves(text: str) -> None:
    end = 0
    for line in lines_of(text):
        assert text[line.start : line.end] == line.words
        assert end <= line.start < line.end
        end = line.end
