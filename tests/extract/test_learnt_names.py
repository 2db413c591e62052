"""Names of an encoder beside those of the rules, and what is hidden from it; one line a case."""

from __future__ import annotations

import pytest

from passages import crossing
from trucewatch.core.reading import Mention, MentionKind
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import Mask, NameFound, NameKind
from trucewatch.extract.learnt_names import add_names, add_phrases, hidden_names

TEXT = "Velmar said the Tarn Brigade and envoy Ola Drix met militants near Ashel in the old mill."


def a_mention(words: str, kind: MentionKind, id: str | None = None, *candidates: str) -> Mention:
    start = TEXT.index(words)
    span = Span.cut(TEXT, start, start + len(words))
    return Mention(span=span, kind=kind, id=id, candidates=candidates)


def a_name(words: str, kind: NameKind, confidence: float = 0.9) -> NameFound:
    start = TEXT.index(words)
    return NameFound(start=start, end=start + len(words), kind=kind, confidence=confidence)


KNOWN = (a_mention("Velmar", "state", "velmar"), a_mention("Ashel", "place", "ashel"))


def test_names_of_the_case_are_hidden_and_class_words_are_not() -> None:
    classes = sorted(crossing().actors.classes)
    word = a_mention("militants", "armed_group", classes[0])
    stranger = a_mention("Ola Drix", "person", None, "name:Ola Drix")
    doubtful = a_mention("Tarn Brigade", "armed_group", None, "velmar_army", "marsh_league")
    hidden = hidden_names(TEXT, [KNOWN[0], doubtful, stranger, word, KNOWN[1]], crossing())
    start = TEXT.index("Tarn")
    assert hidden == (
        Mask(0, 6, "actor"),
        Mask(start - 4, start + 12, "actor"),
        Mask(TEXT.index("Ashel"), TEXT.index("Ashel") + 5, "place"),
    )


@pytest.mark.parametrize(
    ("text", "start"), [("The Velmar", 0), ("to the Velmar", 3), ("bathe Velmar", 6)]
)
def test_an_article_is_hidden_with_its_name(text: str, start: int) -> None:
    known = Mention(
        span=Span.cut(text, len(text) - 6, len(text)), kind="state", id="velmar", candidates=()
    )
    assert hidden_names(text, [known], crossing()) == (Mask(start, len(text), "actor"),)


@pytest.mark.parametrize(
    ("name", "added"),
    [
        (a_name("Tarn Brigade", "group"), [("Tarn Brigade", "armed_group")]),
        (a_name("Ola Drix", "person"), [("Ola Drix", "person")]),
        (a_name("Ola Drix", "person", 0.3), []),  # unsure
        (a_name("the old mill", "place"), []),  # no name
        (a_name("Velmar", "person"), []),  # the case knows better
        (a_name("Ola Drix", "time"), []),
    ],
)
def test_sure_names_in_capitals_join_the_mentions(
    name: NameFound, added: list[tuple[str, str]]
) -> None:
    found = add_names(TEXT, KNOWN, [name])
    assert [(each.span.text, each.kind) for each in found if each not in KNOWN] == added
    assert [each for each in found if each.id] == list(KNOWN)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He was born in Orla, Velmar, and left.", "place"),
        ("They met at Orla, Velmar.", "place"),
        ("He wrote to Orla, Velmar's envoy said.", "person"),
        ("He met Orla, Velmar told the press.", "person"),
        ("He was born in Orla; Velmar was at war.", "person"),
    ],
)
def test_what_lies_in_a_state_is_a_place_whatever_it_sounds_like(
    text: str, kind: MentionKind
) -> None:
    start = text.index("Velmar")
    state = Mention(span=Span.cut(text, start, start + 6), kind="state", id="velmar")
    start = text.index("Orla")
    name = NameFound(start=start, end=start + 4, kind="person", confidence=0.9)
    found = add_names(text, [state], [name])
    assert [each.kind for each in found if each.span.text == "Orla"] == [kind]


@pytest.mark.parametrize("words", ["the", "that", "those", "Who"])
def test_a_bare_article_or_pronoun_is_no_phrase(words: str) -> None:
    text = f"{words} may pass."
    name = NameFound(start=0, end=len(words), kind="group", confidence=0.9)
    assert add_phrases(text, (), [name]) == ()


def test_a_stranger_takes_the_kind_that_the_encoder_is_sure_of() -> None:
    stranger = a_mention("Ola Drix", "place", None, "name:Ola Drix")
    (found,) = add_names(TEXT, [stranger], [a_name("Ola Drix", "person")])
    assert (found.kind, found.candidates) == ("person", ("name:Ola Drix",))
    assert add_names(TEXT, [stranger], [a_name("Ola Drix", "person", 0.5)]) == (stranger,)


def test_phrases_are_told_beside_names_and_resolve_nothing() -> None:
    found = add_phrases(TEXT, KNOWN, [a_name("the old mill", "place"), a_name("Ashel", "place")])
    assert [(each.span.text, each.id) for each in found] == [
        ("Velmar", "velmar"),
        ("Ashel", "ashel"),
        ("the old mill", None),
    ]


def test_a_name_with_its_article_is_told_once() -> None:
    known = a_mention("Tarn Brigade", "armed_group", "marsh_league")
    told = [a_name("the Tarn Brigade", "group"), a_name("Tarn Brigade", "group")]
    assert add_phrases(TEXT, [known], told) == (known,)
