from __future__ import annotations

import pytest

from passages import a_document, crossing, read
from trucewatch.extract.statements import find_statements


def told(text: str) -> list[str]:
    """Write the statements as "source | cue | content | chain without the speaker"."""
    document = a_document(*text.split("\n\n"))
    sentences, mentions, _ = read(document, crossing())
    found = find_statements(document, sentences, mentions, (), crossing())
    return [
        " | ".join(
            " + ".join(span.text for span in part if span)
            for part in (
                each.source,
                each.cue,
                each.content,
                [link.span for link in each.chain[1:-1]],
            )
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bridge is mined. That is according to the drivers' union.",
            "the drivers' union | according to | The bridge is mined | ",
        ),
        (
            "The bridge is mined. This, at least, is according to General Orrel.",
            "General Orrel | according to | The bridge is mined | ",
        ),
        (
            "The bridge is mined. So says the drivers' delegate, Mika Toll, whom Norda reached.",
            "the drivers' delegate, Mika Toll | says | The bridge is mined | Norda",
        ),
        (
            "The bridge is mined. The account was given by Sister Koss.",
            "Sister Koss | account | The bridge is mined | ",
        ),
        (
            "The bridge is mined. The information came from a herdsman.",
            "a herdsman | information | The bridge is mined | ",
        ),
        (
            "The bridge is mined. The new figure came from a herdsman.",
            "a herdsman | figure | The bridge is mined | ",
        ),
        (
            "The bridge is mined. The scheme was disclosed by Sister Koss.",
            "Sister Koss | disclosed | The bridge is mined | ",
        ),
        (
            "The bridge is mined.\n\nThe timetable was set out by Sister Koss.",
            "Sister Koss | set out | The bridge is mined | ",
        ),
        (
            "The bridge is mined. That is what General Orrel told Norda on Sunday.",
            "General Orrel | told | The bridge is mined | Norda",
        ),
    ],
)
def test_the_next_sentence_tells_who_said_it(text: str, expected: str) -> None:
    found = told(text)
    assert [each for each in found if each.rsplit(" | ", 1)[0] in expected] or found == [expected]
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It rained. So he suggested a walk.",
        "It rained. That is a pity.",
        "It rained. The account was closed.",
        "It rained. The table was set by Sister Koss's sister for six.",
        "It rained. The weather came from the sea.",
        "That is according to the drivers' union.",
    ],
)
def test_other_sentences_give_nothing_back(text: str) -> None:
    assert not [each for each in told(text) if "It rained" in each]
