from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.core.reading import Statement
from trucewatch.extract.dates import find_dates
from trucewatch.extract.encoder.found import Attribution, Fragment
from trucewatch.extract.statements import find_statements

DAY = date(2021, 3, 4)
Roles = tuple[str, str, str]


def fragments(text: str, words: str) -> tuple[Fragment, ...]:
    """Find pieces joined by " + "; "" is no piece."""
    pieces = words.split(" + ") if words else []
    return tuple(Fragment(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def attribution(text: str, roles: Roles, confidence: float = 0.8) -> Attribution:
    source, cue, content = (fragments(text, words) for words in roles)
    return Attribution(source=source, cue=cue, content=content, confidence=confidence)


def statements_of(
    *paragraphs: str, found: list[Roles] | None, outlet: str | None = "dunmere_post"
) -> tuple[Statement, ...]:
    document = a_document(*paragraphs, outlet=outlet)
    sentences, mentions, _ = read(document, crossing(), DAY)
    dates = find_dates(document.text, DAY, [sentence.span for sentence in sentences])
    given = None if found is None else [attribution(document.text, roles) for roles in found]
    return find_statements(document, sentences, mentions, dates, crossing(), given)


def told(statement: Statement) -> str:
    parts = (statement.source, statement.cue, statement.content)
    return " | ".join(" + ".join(span.text for span in part) for part in parts)


def chain(statement: Statement) -> list[str | None]:
    return [link.id or (link.span.text if link.span else None) for link in statement.chain[1:]]


# one row: a text, what was found as source, cue and content, and the statement
MERGED: list[tuple[str, Roles, str, list[str | None]]] = [
    # what the grammar does not read becomes a plain statement
    (
        "Vorn mused aloud: one day, the road.",
        ("Vorn", "mused aloud:", "one day, the road"),
        "Vorn | mused aloud | one day, the road",
        ["tessa_vorn"],
    ),
    # of what both read the found words stand, with the marks of quotations and without the last stop
    (
        "“The road is open,” Vorn said, smiling.",
        ("Vorn", "said", "The road is open"),
        "Vorn | said | “The road is open,”",
        ["tessa_vorn"],
    ),
    (
        "Vorn said that the road was open, and it was late.",
        ("Vorn", "said", "that the road was open"),
        "Vorn | said | that the road was open",
        ["tessa_vorn"],
    ),
    (
        "Vorn said the road was open.",
        ("Vorn", "said", "the road was open."),
        "Vorn | said | the road was open",
        ["tessa_vorn"],
    ),
    # a tag at the end tells all of its sentence, and not what stands behind "and" alone
    (
        "The road was open on Monday, and it was late, Vorn has said.",
        ("Vorn", "has said", "it was late"),
        "Vorn | has said | The road was open on Monday, and it was late",
        ["tessa_vorn"],
    ),
    (
        "The road was open because it was late, Vorn has said.",
        ("Vorn", "has said", "it was late"),
        "Vorn | has said | it was late",
        ["tessa_vorn"],
    ),
    # relays come from the grammar
    (
        "Vorn told Meridian on Monday that the road was open.",
        ("Vorn", "told", "that the road was open"),
        "Vorn | told | that the road was open",
        ["meridian_news", "tessa_vorn"],
    ),
    (
        "“The road is open,” Meridian quoted Vorn as saying.",
        ("Meridian", "quoted", "“The road is open,”"),
        "Vorn | quoted + as saying | “The road is open,”",
        ["meridian_news", "tessa_vorn"],
    ),
    (
        "The road is open, Vorn said, Meridian reported.",
        ("Meridian", "reported", "The road is open, Vorn said"),
        "Vorn | said | The road is open",
        ["meridian_news", "tessa_vorn"],
    ),
    (
        "Meridian reported, citing Vorn, that the road was open.",
        ("Vorn", "citing", "that the road was open"),
        "Vorn | citing | that the road was open",
        ["meridian_news", "tessa_vorn"],
    ),
    # one that is no outlet is a speaker, not a relay
    (
        "Vorn said the road was open, according to Hale.",
        ("Hale", "according to", "Vorn said the road was open"),
        "Hale | according to | Vorn said the road was open",
        ["dorrin_hale"],
    ),
    # a colon is a cue
    ("Vorn: road open", ("Vorn", ":", "road open"), "Vorn | : | road open", ["tessa_vorn"]),
    # a mere name before a tag goes on behind it
    (
        "Queth, Vorn said, shelled the road on Monday.",
        ("Vorn", "said", "Queth"),
        "Vorn | said | Queth + shelled the road on Monday",
        ["tessa_vorn"],
    ),
    (
        "Queth troops, Vorn said, shelled the road.",
        ("Vorn", "said", "Queth troops"),
        "Vorn | said | Queth troops + shelled the road",
        ["tessa_vorn"],
    ),
    # without a cue
    (
        "Vorn had a plan. The road would be open.",
        ("Vorn", "", "The road would be open"),
        "Vorn |  | The road would be open",
        ["tessa_vorn"],
    ),
]


@pytest.mark.parametrize(("text", "roles", "expected", "links"), MERGED)
def test_one_of_two_readings(
    text: str, roles: Roles, expected: str, links: list[str | None]
) -> None:
    (statement,) = statements_of(text, found=[roles])
    assert told(statement) == expected
    assert chain(statement) == links


def test_confidence_is_that_of_what_was_found() -> None:
    (statement,) = statements_of(
        "Vorn said the road was open.", found=[("Vorn", "said", "the road was open")]
    )
    assert statement.confidence == 0.8


def test_pronouns_mean_who_spoke_before() -> None:
    first, second = statements_of(
        "Colonel Vorn said the road was open. Later she marvelled at it: a wonder.",
        found=[
            ("Colonel Vorn", "said", "the road was open"),
            ("she", "marvelled", "at it: a wonder"),
        ],
    )
    assert (first.speaker, second.speaker) == ("tessa_vorn", "tessa_vorn")


def test_without_attributions_the_grammar_reads_alone() -> None:
    text = "Vorn said the road was open. “It is,” Hale said."
    assert len(statements_of(text, found=None)) == 2


def test_only_sure_patterns_stand_alone() -> None:
    sure = statements_of("“It is open,” Hale said.", found=[])
    assert [told(each) for each in sure] == ["Hale | said | “It is open,”"]
    assert statements_of("Hale believes the road is open.", found=None)
    assert not statements_of("Hale believes the road is open.", found=[])


def test_a_fragment_is_cut_at_paragraphs() -> None:
    document = a_document("Vorn said: the road was open.", "It was also dry.")
    start = document.text.index("the road")
    attribution = Attribution(
        source=(Fragment(0, 4),),
        cue=(Fragment(5, 9),),
        content=(Fragment(start, len(document.text)),),
        confidence=0.7,
    )
    sentences, mentions, _ = read(document, crossing(), DAY)
    (statement,) = find_statements(document, sentences, mentions, (), crossing(), [attribution])
    assert [span.text for span in statement.content] == ["the road was open", "It was also dry"]


def test_sentences_of_one_paragraph_stay_one_piece() -> None:
    (statement,) = statements_of(
        "Vorn mused: it was late. It was cold. We left.",
        found=[("Vorn", "mused", "it was late. It was cold")],
    )
    assert [span.text for span in statement.content] == ["it was late. It was cold"]


def test_what_is_nothing_is_dropped() -> None:
    text = "Vorn said the road was open."
    nothing = Attribution(source=(), cue=(Fragment(5, 9),), content=(), confidence=0.5)
    beyond = Attribution(source=(), cue=(), content=(Fragment(900, 950),), confidence=0.5)
    document = a_document(text)
    sentences, mentions, _ = read(document, crossing(), DAY)
    found = find_statements(document, sentences, mentions, (), crossing(), [nothing, beyond])
    assert len(found) == 1


PARAGRAPHS = (
    "“The road is open,” Meridian quoted Colonel Vorn as saying. She added that it was late.",
    "Hale told Reed Dispatch, “We stay. We ‘never’ leave,” and Kethra Wire carried the report.",
    "According to Meridian, Queth said the survey (all of it) was done; Solm denied it.",
)
BOUNDS = st.tuples(st.integers(0, 260), st.integers(1, 120))


@given(st.lists(st.tuples(BOUNDS, BOUNDS, BOUNDS), max_size=6))
def test_any_fragments_give_spans_of_the_text(
    drawn: list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]],
) -> None:
    document = a_document(*PARAGRAPHS)
    sentences, mentions, _ = read(document, crossing(), DAY)
    attributions = [
        Attribution(
            source=(Fragment(source[0], source[0] + source[1] % 20),),
            cue=(Fragment(cue[0], cue[0] + cue[1] % 9),),
            content=(Fragment(content[0], content[0] + content[1]),),
            confidence=0.5,
        )
        for source, cue, content in drawn
    ]
    statements = find_statements(document, sentences, mentions, (), crossing(), attributions)
    for statement in statements:
        links = [link.span for link in statement.chain if link.span is not None]
        for span in (*statement.content, *statement.cue, *statement.source, *links):
            assert document.text[span.start : span.end] == span.text != ""
        assert statement.content == tuple(sorted(statement.content))
        assert all("\n" not in span.text for span in statement.content)


def test_words_found_without_a_speaker_never_hold_who_says_them() -> None:
    text = "The road is open, Tessa Vorn said on Friday. She was speaking to a club of farmers."
    (only,) = statements_of(
        text, found=[("", "speaking", "The road is open + Tessa Vorn said on Friday")]
    )
    assert told(only) == "Tessa Vorn | said | The road is open"
