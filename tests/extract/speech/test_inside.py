from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.statements import find_statements


def statements_of(text: str) -> tuple[Statement, ...]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing())
    return find_statements(document, sentences, mentions, (), crossing())


def chain(statement: Statement) -> str:
    return " < ".join(link.span.text for link in statement.chain if link.span)


@pytest.mark.parametrize(
    ("text", "expected", "content"),
    [
        (
            "“You ask about them. The colonel assured me they are fed,” Bishop Dray told Norda.",
            "Norda < Bishop Dray < The colonel",
            "they are fed",
        ),
        (
            "Hale replied: “Solm told us the truce does not cover the road.”",
            "Hale < Solm",
            "the truce does not cover the road",
        ),
        (
            "“My brother said they are laying mines again,” a shepherd told Meridian.",
            "Meridian < a shepherd < brother",
            "they are laying mines again",
        ),
    ],
)
def test_who_is_quoted_by_somebody_quoted(text: str, expected: str, content: str) -> None:
    outer, inner = statements_of(text)
    assert chain(inner) == expected
    assert [span.text for span in inner.content] == [content]
    assert chain(outer) == expected.rsplit(" < ", 1)[0]
    assert outer.content[0].holds(inner.content[0])


@pytest.mark.parametrize(
    "text",
    [
        "“He told us to go,” Hale said.",
        "“I told them to go,” Hale said.",
        "“The colonel said so,” Hale said.",
        "“Nobody told us,” Hale said.",
    ],
)
def test_less_sure_words_stay_the_speakers_own(text: str) -> None:
    assert len(statements_of(text)) == 1


def test_what_follows_is_read_as_before() -> None:
    text = (
        "“Solm told us the road is open,” Hale said, adding that it was late. Vorn said it rained."
    )
    assert [chain(each) for each in statements_of(text)] == ["Hale", "Hale < Solm", "Hale", "Vorn"]
