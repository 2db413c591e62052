from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.quotations import find_quotations
from trucewatch.extract.speech.atoms import read_lines
from trucewatch.extract.speech.splitting import split
from trucewatch.extract.statements import find_statements

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


def told(text: str, found: tuple[str, str, str] | None) -> list[str]:
    """Tell who says what: by the grammar alone, or with one attribution that was found."""
    document = a_document(text, outlet=None)
    sentences, mentions, _ = read(document, crossing())
    given = None
    if found is not None:
        source, cue, content = (fragments(text, words) for words in found)
        given = [Attribution(source=source, cue=cue, content=content, confidence=0.9)]
    return [
        f"{each.source[0].text} | {' + '.join(span.text for span in each.content)}"
        for each in find_statements(document, sentences, mentions, (), crossing(), given)
    ]


# one row: a sentence, what was found in it as one, and who says what
BESIDE: list[tuple[str, tuple[str, str, str], list[str]]] = [
    (
        "Ondrel said Velmar shelled Ashel and Velmar said the Marsh League shelled Ashel.",
        ("Ondrel", "said", "Velmar shelled Ashel and Velmar said the Marsh League shelled Ashel"),
        ["Ondrel | Velmar shelled Ashel", "Velmar | the Marsh League shelled Ashel"],
    ),
    (
        "Velmar said the Marsh League shelled Ashel and Ondrel said Velmar shelled Ashel.",
        ("Velmar", "said", "the Marsh League shelled Ashel and Ondrel said Velmar shelled Ashel"),
        ["Velmar | the Marsh League shelled Ashel", "Ondrel | Velmar shelled Ashel"],
    ),
    (
        "Velmar accuses Ondrel of shelling Ashel and Ondrel accuses the Marsh League of it.",
        ("Velmar", "accuses", "Ondrel of shelling Ashel and Ondrel accuses the Marsh League of it"),
        ["Velmar | Ondrel of shelling Ashel", "Ondrel | the Marsh League of it"],
    ),
    (
        "Velmar denied shelling Ashel and the Marsh League denied shelling Ashel.",
        ("Velmar", "denied", "shelling Ashel and the Marsh League denied shelling Ashel"),
        ["Velmar | shelling Ashel", "the Marsh League | shelling Ashel"],
    ),
    (
        "Velmar shelled Ashel, Ondrel said, and the League shelled Tarn Ford, Velmar said.",
        ("Ondrel", "said,", "Velmar shelled Ashel + and the League shelled Tarn Ford"),
        ["Ondrel | Velmar shelled Ashel", "Velmar | the League shelled Tarn Ford"],
    ),
    # one speaker alone
    (
        "Ondrel said Velmar shelled Ashel and that Velmar said it was late.",
        ("Ondrel", "said", "Velmar shelled Ashel and that Velmar said it was late"),
        ["Ondrel | Velmar shelled Ashel and that Velmar said it was late"],
    ),
    (
        "Ondrel said Velmar shelled Ashel and the bridge.",
        ("Ondrel", "said", "Velmar shelled Ashel and the bridge"),
        ["Ondrel | Velmar shelled Ashel and the bridge"],
    ),
]


@pytest.mark.parametrize(("text", "found", "expected"), BESIDE)
def test_who_speaks_behind_and_is_heard(
    text: str, found: tuple[str, str, str], expected: list[str]
) -> None:
    assert told(text, found) == expected


@pytest.mark.parametrize(("text", "expected"), [(text, told) for text, _, told in BESIDE[:5]])
def test_the_grammar_alone_hears_both(text: str, expected: list[str]) -> None:
    assert told(text, None) == expected
