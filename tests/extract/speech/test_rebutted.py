from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)


def statements_of(text: str, found: tuple[Attribution, ...] | None = None) -> tuple[Statement, ...]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    return find_statements(document, sentences, mentions, (), crossing(), found)


def told(statement: Statement) -> str:
    chain = " < ".join(link.span.text for link in statement.chain if link.span)
    return f"{chain} | {' + '.join(span.text for span in statement.content)}"


C = "that it had shelled Ashel"

# one row: a sentence; who answers in which words; who is answered, through whom, in which words
ANSWERED = [
    (
        f"Ondrel denied Velmar's claim {C}.",
        f"Ondrel | Velmar's claim {C}",
        f"Ondrel < Velmar | {C}",
    ),
    (
        f"Velmar denied Ondrel's claim {C}.",
        f"Velmar | Ondrel's claim {C}",
        f"Velmar < Ondrel | {C}",
    ),
    (
        f"Ondrel rejected the accusation by Velmar {C}.",
        f"Ondrel | the accusation by Velmar {C}",
        f"Ondrel < Velmar | {C}",
    ),
    (
        f"Ondrel dismissed allegations made by the Marsh League {C}.",
        f"Ondrel | allegations made by the Marsh League {C}",
        f"Ondrel < the Marsh League | {C}",
    ),
    (
        f"Ondrel has refuted Velmari claims {C}.",
        f"Ondrel | Velmari claims {C}",
        f"Ondrel < Velmari | {C}",
    ),
    (
        f"Ondrel denies the Herons' claim {C}.",
        f"Ondrel | the Herons' claim {C}",
        f"Ondrel < the Herons | {C}",
    ),
    (
        f"Velmar's accusation {C} was denied by Ondrel.",
        f"Ondrel | Velmar's accusation {C}",
        f"Velmar | {C}",
    ),
]


@pytest.mark.parametrize(("text", "answer", "claim"), ANSWERED)
def test_both_words_stand(text: str, answer: str, claim: str) -> None:
    first, second = statements_of(text)
    assert [told(first), told(second)] == [answer, claim]
    assert first.speaker != second.speaker


@pytest.mark.parametrize(
    "text",
    [
        f"Ondrel denied claims {C}.",
        f"Ondrel denied its claim {C}.",
        f"Ondrel denied reports {C}.",
        "Ondrel denied Velmar's claim.",
        f"Ondrel denied {C}.",
        "Ondrel rejected the proposal by Velmar that talks begin.",
    ],
)
def test_nobody_else_is_heard(text: str) -> None:
    assert [each.speaker for each in statements_of(text)] == ["ondrel"]


def test_the_answer_stands_although_only_the_claim_was_found() -> None:
    text = f"Ondrel denied Velmar's claim {C}."
    place = {words: text.index(words) for words in ("Velmar", "claim", C)}
    pieces = {words: (Fragment(at, at + len(words)),) for words, at in place.items()}
    found = Attribution(
        source=pieces["Velmar"], cue=pieces["claim"], content=pieces[C], confidence=0.9
    )
    assert {each.speaker for each in statements_of(text, (found,))} == {"ondrel", "velmar"}


def test_who_is_answered_is_not_meant_by_it_afterwards() -> None:
    statements = statements_of(f"Ondrel denied Velmar's claim {C}. It said the road was open.")
    assert statements[-1].speaker == "ondrel"


# one row: what stands behind "Ondrel said Velmar shelled Ashel,", and what Velmar says of it
TURNED_DOWN = [
    ("an accusation Velmar rejected.", "Velmar | an accusation"),
    ("a charge that Velmar denies.", "Velmar | a charge"),
    ("allegations Velmar called fake.", "Velmar | allegations + fake"),
    ("claims that Velmar described as false.", "Velmar | claims + as false"),
]


@pytest.mark.parametrize(("behind", "answer"), TURNED_DOWN)
def test_a_charge_is_turned_down_behind_it(behind: str, answer: str) -> None:
    first, second = statements_of(f"Ondrel said Velmar shelled Ashel, {behind}")
    assert [told(first), told(second)] == ["Ondrel | Velmar shelled Ashel", answer]


def test_who_denied_is_heard_though_not_believed() -> None:
    first, second = statements_of(f"Ondrel dismissed Velmar's denial {C}.")
    assert told(second) == f"Ondrel < Velmar | {C}"
    assert (first.speaker, second.speaker) == ("ondrel", "velmar")
