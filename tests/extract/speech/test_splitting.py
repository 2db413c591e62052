from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.quotations import find_quotations
from trucewatch.extract.speech.atoms import read_lines
from trucewatch.extract.speech.splitting import split

Roles = tuple[str, str, str, str]


def fragments(text: str, words: str) -> tuple[Fragment, ...]:
    pieces = words.split(" + ") if words else []
    return tuple(Fragment(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def parts(text: str, roles: Roles) -> list[Roles]:
    """Split what was found as source, cue, content and relays, pieces joined by " + "."""
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing())
    quotations = find_quotations(document, sentences)
    lines = read_lines(document, sentences, quotations, mentions, ())
    whole = document.text
    source, cue, content, relays = (fragments(whole, words) for words in roles)
    found = Attribution(source=source, cue=cue, content=content, confidence=0.7, relays=relays)

    def words(held: tuple[Fragment, ...]) -> str:
        return " + ".join(whole[each.start : each.end] for each in held)

    return [
        (words(each.source), words(each.cue), words(each.content), words(each.relays))
        for each in split(found, lines)
    ]


SPLIT: list[tuple[str, Roles, list[Roles]]] = [
    # two speakers in two clauses, each with words
    (
        "The quay is shut, a clerk said; a ferryman, quoted by Norda, called it open.",
        (
            "a clerk + a ferryman",
            "said + called",
            "The quay is shut + it open",
            "Norda",
        ),
        [("a clerk", "said", "The quay is shut", ""), ("a ferryman", "called", "it open", "Norda")],
    ),
    # the second has no words here: whom he told passes nothing on
    (
        "A clerk called the quay shut. A ferryman had said as much to Norda.",
        ("A clerk + A ferryman", "called", "the quay shut", "Norda"),
        [("A clerk", "called", "the quay shut", "")],
    ),
    # one speaker in two pieces, and one whose words go on
    (
        "The clerk, a cousin of Vorn, said the quay was shut. It would stay so.",
        ("The clerk + a cousin of Vorn", "said", "the quay was shut + It would stay so", ""),
        [("The clerk + a cousin of Vorn", "said", "the quay was shut + It would stay so", "")],
    ),
    ("The quay is shut.", ("", "", "The quay is shut", ""), [("", "", "The quay is shut", "")]),
]


@pytest.mark.parametrize(("text", "roles", "expected"), SPLIT)
def test_each_speaker_has_his_own_words(text: str, roles: Roles, expected: list[Roles]) -> None:
    assert parts(text, roles) == expected
