"""What answers the questions of an interview, in invented pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.reading import Statement
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
OPENING = "INTERVIEW. Colonel Vorn sat with us at Kethra on Tuesday. Excerpts:"
ANSWERED = "Our troops left Pellow before dawn. We took all of the guns along."
ONWARD = "I expect nothing of the kind. Our men are calm."
TALK = ("How are things at Pellow?", ANSWERED, "Will there be more fire?", ONWARD)


def statements(*paragraphs: str, title: str | None = None) -> tuple[Statement, ...]:
    document = a_document(*paragraphs, title=title, outlet="meridian_news")
    return read_text(replace(document, published=DAY, language="en"), crossing()).statements


def given(*paragraphs: str, title: str | None = None) -> dict[str, str | None]:
    """Give what is said, and by whom."""
    told = statements(*paragraphs, title=title)
    return {span.text: each.speaker for each in told for span in each.content}


def test_answers_are_the_words_of_who_was_asked() -> None:
    assert given(OPENING, *TALK) == {ANSWERED: "tessa_vorn", ONWARD: "tessa_vorn"}


def test_an_answer_is_cited_by_who_was_asked_and_dated_by_the_opening() -> None:
    first = statements(OPENING, *TALK)[0]
    assert [span.text for span in first.source] == ["Colonel Vorn"]
    assert first.manner == "direct"
    assert first.said_on is not None
    assert (first.said_on.edtf, first.said_on.basis) == ("2021-03-30", "inherited")


def test_what_we_do_is_done_by_whom_the_asked_one_speaks_for() -> None:
    document = a_document(OPENING, *TALK, outlet="meridian_news")
    page = read_text(replace(document, published=DAY, language="en"), crossing())
    left = [event for event in page.events if event.trigger.text == "left"]
    assert [party.actor for event in left for party in event.by] == [page.statements[0].for_]
    assert left[0].statement == page.statements[0].id


# one row: paragraphs, and how many of them are answers of Vorn
PAGES: list[tuple[tuple[str, ...], int]] = [
    # A question may want its mark where the two take turns.
    ((OPENING, *TALK, "Ondrel says that you drag your feet.", "They should ask us.", "Is it over?", "I hope so."), 4),
    # An answer may have several paragraphs.
    ((OPENING, *TALK[:2], "We were never in Ashel.", *TALK[2:]), 3),
    # Letters may mark both.
    ((OPENING, "Q: How are things?", "A: Our troops left Pellow.", "Q: And now?", "A: We wait."), 2),
    (("In an interview with Tessa Vorn, Ilan Queth's name came up.", *TALK), 2),
    # No interview; nobody, or more than one, who may have been asked; nobody who speaks of himself.
    (("Colonel Vorn sat at Kethra on Tuesday.", *TALK), 0),
    (("An interview from Kethra.", *TALK), 0),
    (("An interview. Colonel Vorn and Ilan Queth met at Kethra.", *TALK), 0),
    ((OPENING, "What was agreed?", "The troops leave Pellow.", "What is new?", "Nothing is."), 0),
    # One question makes no interview.
    ((OPENING, *TALK[:2]), 0),
    ((), 0),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "answers"), PAGES)
def test_which_paragraphs_answer(paragraphs: tuple[str, ...], answers: int) -> None:
    told = statements(*paragraphs) if paragraphs else ()
    assert sum(each.speaker == "tessa_vorn" and not each.cue for each in told) == answers


def test_letters_that_mark_an_answer_are_no_words_of_it() -> None:
    told = given(OPENING, "Q: How are things?", "A: Our men left.", "Q: And now?", "A: We wait.")
    assert "Our men left." in told


def test_where_the_page_tells_on_nothing_is_an_answer() -> None:
    told = given(OPENING, *TALK, "Is that all?", 'The officer laughed. "It is," he said.')
    assert "The officer laughed." not in told


def test_words_of_somebody_else_within_an_answer_stay_his() -> None:
    told = given(OPENING, *TALK[:3], "I know them. Ilan Queth said that Ashel was quiet. We wait.")
    assert told["I know them."] == told["We wait."] == "tessa_vorn"
    assert told["that Ashel was quiet"] == "ilan_queth"


def test_a_title_may_tell_of_the_interview() -> None:
    told = given("Tessa Vorn received us.", *TALK, title="Interview: the guns are gone")
    assert told == {ANSWERED: "tessa_vorn", ONWARD: "tessa_vorn"}


def test_a_question_may_be_a_heading() -> None:
    document = a_document(OPENING, *TALK, outlet="meridian_news")
    blocks = tuple(
        replace(each, kind="furniture") if each.span.text.endswith("?") else each
        for each in document.blocks
    )
    document = replace(document, published=DAY, language="en", blocks=blocks)
    told = read_text(document, crossing()).statements
    assert [each.speaker for each in told] == ["tessa_vorn", "tessa_vorn"]


def test_what_who_answers_thinks_is_part_of_the_answer() -> None:
    thought = "I believe that Ashel is quiet. We said that Pellow would be."
    told = given(OPENING, *TALK[:3], thought)
    assert told[thought] == "tessa_vorn"
