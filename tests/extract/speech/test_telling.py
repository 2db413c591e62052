"""Who speaks, and through whom, where the words round a statement tell it."""

from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.dates import find_dates
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def statements_of(text: str) -> tuple[Statement, ...]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    return find_statements(document, sentences, mentions, dates, crossing())


def chains_of(text: str) -> list[str]:
    return [
        " < ".join(link.span.text for link in statement.chain if link.span)
        for statement in statements_of(text)
    ]


# one row: a text, and the chain of each of its statements
CHAINS: list[tuple[str, list[str]]] = [
    # two who accuse each other are two
    (
        "Edda Rusk and Ilv Tarn accused each other of mining the bridge.",
        ["Edda Rusk", "Ilv Tarn"],
    ),
    (
        "Edda Rusk and Ilv Tarn accused the ferrymen of mining the bridge.",
        ["Edda Rusk and Ilv Tarn"],
    ),
    # whom an outlet has for itself told it
    (
        "A source of the Norda agency said that the bridge was mined.",
        ["the Norda agency < A source"],
    ),
    # what was asked is nobody's words
    (
        "Asked about the bridge, Edda Rusk told the agency Norda there was no mine.",
        ["the agency Norda < Edda Rusk"],
    ),
    # everybody has his own outlet
    (
        "Edda Rusk told Norda that the bridge was mined; Ilv Tarn told Korva TV that it was not.",
        ["Norda < Edda Rusk", "Korva TV < Ilv Tarn"],
    ),
    # what a written text adds, its author says
    (
        "The bridge was mined, the ferrymen's union said in a leaflet. The leaflet blamed the clerks.",
        ["the ferrymen's union", "the ferrymen's union"],
    ),
    # the sentence behind tells who said it to whom
    (
        "The bridge was mined. A baker told the agency Norda so on Monday.",
        ["the agency Norda < A baker"],
    ),
    (
        "The bridge was mined. So, at least, the clerk assured the agency Norda.",
        ["the agency Norda < the clerk"],
    ),
    # a site and a newspaper of a day keep their names
    (
        "Norda.net reported, citing an officer, that the bridge was mined.",
        ["Norda.net < an officer"],
    ),
    (
        "The bridge was mined, an officer told the Sunday Vesper.",
        ["the Sunday Vesper < an officer"],
    ),
    # whoever monitors draws on somebody
    (
        "The bridge was mined, the agency Norda said, relying on residents.",
        ["the agency Norda < residents"],
    ),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_the_chain_goes_through_those_who_were_told(text: str, chains: list[str]) -> None:
    assert chains_of(text) == chains


def test_nobody_is_named_by_a_question() -> None:
    (statement,) = statements_of("Nobody knows who said that the bridge was mined.")
    assert statement.source == ()
