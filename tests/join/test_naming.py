"""Who calls whom what."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.document import Block, Document
from trucewatch.core.reading import Label, Mention, Reading, Statement
from trucewatch.core.span import Span
from trucewatch.join.naming import NameInUse, names_in_use, namings

TEXT = 'The Gang of the Hills said: "The so-called Militia fled." The Militia, the Hill Gang, left.'


def cut(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span.cut(TEXT, start, start + len(words))


def the_reading(name: str = "d1", published: date | None = date(2021, 4, 3)) -> Reading:
    """Read a text with a name, a label and a name within quotation marks, and former names."""
    quoted = cut('"The so-called Militia fled."')
    statement = Statement(
        id="s1", content=(quoted,), cue=(cut("said"),), source=(cut("The Gang of the Hills"),),
        speaker="gang", for_="gang", chain=(), manner="direct", said_on=None,
    )  # fmt: skip
    mentions = (
        Mention(span=cut("Gang of the Hills"), kind="armed_group", id="gang"),
        Mention(span=cut("Militia"), kind="armed_group", id="militia"),
        Mention(span=cut("Militia", quoted.end), kind="armed_group", id="militia"),
        Mention(span=cut("Hill Gang"), kind="armed_group", id="gang", former=True),
        Mention(span=cut("Hills"), kind="place", id="hills"),
        Mention(span=cut("the"), kind="person", id=None),
    )
    labels = (
        Label(span=cut("so-called"), actor="militia", voice="gang"),
        Label(span=cut("fled"), actor=None, voice="gang"),
    )
    document = Document(
        id=name, text=TEXT, title=None, outlet="daily", url=None, published=published,
        language="en", blocks=(Block(kind="paragraph", span=Span.cut(TEXT, 0, len(TEXT))),),
    )  # fmt: skip
    return Reading(document=document, statements=(statement,), mentions=mentions, labels=labels)


def told(uses: tuple[NameInUse, ...]) -> list[tuple[str, str, bool, str | None, int]]:
    return [(use.actor, use.words, use.label, use.voice, use.times) for use in uses]


def test_within_quotation_marks_a_name_is_the_speaker_s_elsewhere_the_outlet_s() -> None:
    assert told(names_in_use(namings(the_reading()))) == [
        ("gang", "Gang of the Hills", False, "daily", 1),
        ("gang", "Hill Gang", False, "daily", 1),
        ("militia", "so-called", True, "gang", 1),
        ("militia", "Militia", False, "daily", 1),
        ("militia", "Militia", False, "gang", 1),
    ]


def test_a_former_name_says_so() -> None:
    former = {use.words: use.former for use in names_in_use(namings(the_reading()))}
    assert former["Hill Gang"]
    assert not former["Gang of the Hills"]


@pytest.mark.parametrize(
    ("days", "first", "last", "months"),
    [
        ([date(2021, 4, 3)], "2021-04-03", "2021-04-03", [("2021-04", 1)]),
        ([date(2021, 5, 1), date(2021, 4, 3)], "2021-04-03", "2021-05-01", [("2021-04", 1), ("2021-05", 1)]),
        ([date(2021, 4, 9), date(2021, 4, 3)], "2021-04-03", "2021-04-09", [("2021-04", 2)]),
        ([None], None, None, [("", 1)]),
        ([None, date(2021, 4, 3)], "2021-04-03", "2021-04-03", [("", 1), ("2021-04", 1)]),
    ],
)  # fmt: skip
def test_uses_are_counted_over_documents_and_months(
    days: list[date | None], first: str | None, last: str | None, months: list[tuple[str, int]]
) -> None:
    readings = [the_reading(f"d{n}", published) for n, published in enumerate(days)]
    label = next(
        use for use in names_in_use(each for r in readings for each in namings(r)) if use.label
    )
    assert (label.times, label.documents) == (len(days), len(days))
    assert (label.first and str(label.first), label.last and str(label.last)) == (first, last)
    assert list(label.months) == months


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_documents_makes_no_difference(chance: Random) -> None:
    uses = [each for n in range(3) for each in namings(the_reading(f"d{n}"))]
    shuffled = list(uses)
    chance.shuffle(shuffled)
    assert names_in_use(shuffled) == names_in_use(uses)
