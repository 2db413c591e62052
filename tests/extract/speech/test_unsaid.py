from __future__ import annotations

from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.speech.unsaid import leaves_unsaid, nobody_says, says_nothing
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)
Roles = tuple[str, str, str]


def statements_of(text: str, roles: Roles | None = None) -> tuple[Statement, ...]:
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    if roles is None:
        return find_statements(document, sentences, mentions, (), crossing())
    source, cue, content = (
        (Fragment(text.index(words), text.index(words) + len(words)),) if words else ()
        for words in roles
    )
    found = Attribution(source=source, cue=cue, content=content, confidence=0.8)
    return find_statements(document, sentences, mentions, (), crossing(), [found])


C = "that the army had left"

# one row: a sentence, and what a trained reader takes for a statement in it
SILENT: list[tuple[str, Roles]] = [
    (
        "Velmar did not say whether the army had left.",
        ("Velmar", "did not say", "whether the army had left"),
    ),
    (f"Velmar declined to confirm {C}.", ("Velmar", "declined", f"to confirm {C}")),
    (f"The mission could not confirm {C}.", ("The mission", "could not confirm", C)),
    (f"The mission couldn't verify {C}.", ("The mission", "couldn't verify", C)),
    (f"The mission was unable to verify {C}.", ("The mission", "was unable to verify", C)),
    (f"Velmar has not confirmed {C}.", ("Velmar", "has not confirmed", C)),
    (
        f"Velmar neither confirmed nor denied {C}.",
        ("Velmar", "neither confirmed nor denied", C),
    ),
    (
        f"Neither Velmar nor Ondrel has commented on the report {C}.",
        ("Neither Velmar nor Ondrel", "has commented on", f"the report {C}"),
    ),
    (f"No other source reported {C}.", ("No other source", "reported", C)),
    (f"No one has claimed {C}.", ("No one", "has claimed", C)),
    (f"Nobody confirmed {C}.", ("Nobody", "confirmed", C)),
    ("Vorn said nothing.", ("Vorn", "said", "nothing")),
    (
        "Velmar made no mention of the shells.",
        ("Velmar", "made no mention of", "the shells"),
    ),
    (
        f"There was no immediate comment from Velmar on the claim {C}.",
        ("Velmar", "", C),
    ),
    # what nobody said: only supposed, held back, or given to him falsely
    (f"If Velmar says {C}, nobody listens.", ("Velmar", "says", C)),
    (f"Unless the Velmar mission confirms {C}, we stay.", ("the Velmar mission", "confirms", C)),
    (f"Velmar stopped short of saying {C}.", ("Velmar", "saying", C)),
    (f"Velmar never claimed {C}.", ("Velmar", "never claimed", C)),
    (f"Vorn was misquoted as saying {C}.", ("Vorn", "was misquoted as saying", C)),
    (f"Hale falsely quoted Vorn as saying {C}.", ("Vorn", "saying", C)),
]


@pytest.mark.parametrize(("text", "roles"), SILENT)
def test_who_says_nothing_is_not_heard(text: str, roles: Roles) -> None:
    assert not statements_of(text)
    assert not statements_of(text, roles)


# one row: a sentence that tells a word, though it has one of silence in it
SPOKEN: list[tuple[str, Roles]] = [
    ("Velmar said the army had not left.", ("Velmar", "said", "the army had not left")),
    ("Velmar refused to leave.", ("Velmar", "refused", "to leave")),
    (f"Velmar never tired of saying {C}.", ("Velmar", "never tired of saying", C)),
    (f"No one in Ashel believes {C}.", ("No one in Ashel", "believes", C)),
    (f"The comment from Velmar was {C}.", ("Velmar", "comment", C)),
    ("Asked whether the army had left, Vorn said it had.", ("Vorn", "said", "it had")),
    ("If the army leaves, Vorn said, we stay.", ("Vorn", "said", "we stay")),
    ("If the army holds the road Vorn said we stay.", ("Vorn", "said", "we stay")),
    (f"Vorn was quoted as saying {C}.", ("Vorn", "was quoted as saying", C)),
    (f"Vorn falsely claimed {C}.", ("Vorn", "falsely claimed", C)),
    (f"Vorn never stopped saying {C}.", ("Vorn", "never stopped saying", C)),
]


@pytest.mark.parametrize(("text", "roles"), SPOKEN)
def test_who_says_something_is(text: str, roles: Roles) -> None:
    assert len(statements_of(text, roles)) == 1


def test_words_alone_tell_it() -> None:
    assert says_nothing("would neither confirm nor deny", "the raid")
    assert says_nothing("refused", "to confirm the raid")
    assert not says_nothing("refused", "to leave")
    assert not says_nothing("", "")
    assert nobody_says("There has been no comment from the ", "army", "")
    assert not nobody_says("", "", "")
    assert not nobody_says("A statement from the ", "army", "said")
    assert leaves_unsaid("If the army", "says")
    assert not leaves_unsaid("If the army leaves, Vorn", "said")
    assert not leaves_unsaid("If Vorn says so, Hale", "said")
    assert not leaves_unsaid("", "")


@pytest.mark.parametrize(
    ("content", "nothing"),
    [
        ("whom it did not name", True),
        ("who were not identified", True),
        ("whose names were not specified", True),
        ("who did it was not known", False),
        ("the guards did not name him", False),
    ],
)
def test_what_is_about_the_source_is_not_said(content: str, nothing: bool) -> None:
    assert says_nothing("quoting", content) is nothing
