"""Rival figures: what is claimed of one thing stands side by side, and nothing is averaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.document import Block, Document
from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import (
    Aspect,
    Event,
    EventKind,
    Figure,
    Link,
    Locality,
    Reading,
    Reality,
    Statement,
)
from trucewatch.core.rival import RivalFigures
from trucewatch.core.span import Span
from trucewatch.core.when import When, period_of
from trucewatch.join.rivals import rival_figures


def cut(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def a_reading(name: str, number: float, **more: Any) -> Reading:
    """Read a report of one raid on Ashel that killed so many people."""
    given: dict[str, Any] = {
        "day": "2021-04-03", "place": "ashel", "counts": "killed", "cumulative": None,
        "published": date(2021, 4, 4), "statement": None, "tail": "", "point": 20.0,
    }  # fmt: skip
    told = given | more
    text = f"A raid on Ashel killed {number:g} people{told['tail']}."
    place = Locality(
        span=cut(text, "Ashel"), place=told["place"], lat=told["point"], lon=None, precision=1,
        zone=ZoneFact(geometry=None, reported=None, km=None),
    )  # fmt: skip
    edtf = told["day"]
    when = When(edtf=edtf, period=period_of(edtf), span=None, basis="given") if edtf else None
    sentence = Span.cut(text, 0, len(text))
    event = Event(
        id="e1", kind=EventKind.ATTACK, plover=("ASSAULT", None), acled=None, aspect=Aspect.ONCE,
        reality=Reality.ASSERTED, recap=False, trigger=cut(text, "raid"), by=(), against=(),
        with_=(), from_=(), at=(place,) if told["place"] else (), when=when, sentence=sentence,
    )  # fmt: skip
    figure = Figure(
        id="f1", span=cut(text, f"{number:g}"), low=number, high=number, bound="exact", unit=None,
        counts=told["counts"], of=cut(text, "people"), cumulative=told["cumulative"], period=None,
        doer=None, statement="s1" if told["statement"] else None,
    )  # fmt: skip
    return Reading(
        document=Document(
            id=name, text=text, blocks=(Block(kind="paragraph", span=sentence),), outlet=name,
            published=told["published"],
        ),
        statements=told["statement"] or (), events=(event,), figures=(figure,),
    )  # fmt: skip


def numbers(rivals: tuple[RivalFigures, ...]) -> list[list[float | None]]:
    return [[claim.low for claim in rival.claims] for rival in rivals]


def test_figures_that_differ_stand_side_by_side_in_the_order_of_publication() -> None:
    (found,) = rival_figures(
        [a_reading("a", 12, published=date(2021, 4, 5)), a_reading("b", 7), a_reading("c", 12)]
    )
    assert (found.counts, found.place, found.days) == ("killed", "ashel", period_of("2021-04-03"))
    assert [(claim.document, claim.low, claim.words) for claim in found.claims] == [
        ("b", 7, "7 people"),
        ("c", 12, "12 people"),
        ("a", 12, "12 people"),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"day": "2021-04-05"},
        {"day": None},
        {"place": "dunmere"},
        {"place": None},
        {"counts": "wounded"},
        {"counts": None},
        {"cumulative": True},
    ],
)
def test_what_is_of_another_matter_or_a_total_is_no_rival(more: dict[str, Any]) -> None:
    assert rival_figures([a_reading("a", 12), a_reading("b", 7, **more)]) == ()


def test_one_document_or_one_number_makes_no_rivals() -> None:
    assert rival_figures([]) == ()
    assert rival_figures([a_reading("a", 12)]) == ()
    assert rival_figures([a_reading("a", 12), a_reading("b", 12)]) == ()
    assert rival_figures([a_reading("a", 12), a_reading("a", 7)]) == ()


def test_a_claim_names_its_chain() -> None:
    said = Statement(
        id="s1", content=(), cue=(), source=(), speaker=None, for_=None, manner="indirect",
        chain=(Link(id="b", span=None), Link(id=None, span=Span(0, 7, "a\n monk")), Link(id=None, span=None)),
        said_on=None, unnamed=True,
    )  # fmt: skip
    (found,) = rival_figures([a_reading("a", 12), a_reading("b", 7, statement=(said,))])
    assert [(claim.chain, claim.unnamed) for claim in found.claims] == [
        (("a",), False),
        (("b", "a monk"), True),
    ]


def test_two_halves_of_a_joint_body_are_rivals_in_one_document() -> None:
    def by(half: str) -> Statement:
        return Statement(
            id="s1", content=(), cue=(), source=(), speaker=half, for_=None, manner="indirect",
            chain=(Link(id="a", span=None), Link(id=half, span=None)), said_on=None,
        )  # fmt: skip

    def halves(*told: tuple[float, str]) -> Reading:
        """Read a report in which several voices tell what one raid did."""
        number, half = told[0]
        reading = a_reading("a", number, statement=(by(half),))
        more = [
            replace(
                reading.figures[0], id=f"g{place}", low=other, high=other, statement=f"t{place}"
            )
            for place, (other, _) in enumerate(told[1:])
        ]
        said = [replace(by(voice), id=f"t{place}") for place, (_, voice) in enumerate(told[1:])]
        return replace(
            reading, figures=(*reading.figures, *more), statements=(*reading.statements, *said)
        )

    (found,) = rival_figures([halves((12, "north_half"), (7, "south_half"))])
    assert {(claim.low, claim.chain[-1]) for claim in found.claims} == {
        (12, "north_half"),
        (7, "south_half"),
    }
    assert rival_figures([halves((12, "north_half"), (7, "north_half"))]) == ()
    assert rival_figures([halves((12, "north_half"), (12, "south_half"))]) == ()


def test_a_part_is_no_rival_of_a_total() -> None:
    part = a_reading("b", 7)
    part = replace(part, figures=(replace(part.figures[0], part_of="f0"),))
    assert rival_figures([a_reading("a", 12), part]) == ()


READINGS = st.lists(
    st.builds(
        a_reading, st.sampled_from("abcd"), st.sampled_from([3.0, 7.0, 12.0]),
        day=st.sampled_from(["2021-04-03", "2021-04-05", None]),
        place=st.sampled_from(["ashel", "dunmere", None]),
        published=st.sampled_from([date(2021, 4, 4), date(2021, 4, 6), None]),
    ),
    max_size=6, unique_by=lambda reading: reading.document.id,
)  # fmt: skip


@given(READINGS, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_and_every_claim_was_made(
    readings: list[Reading], random: Random
) -> None:
    found = rival_figures(readings)
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert rival_figures(shuffled) == found
    made = {(reading.document.id, figure.low) for reading in readings for figure in reading.figures}
    for rival, told in zip(found, numbers(found), strict=True):
        assert len(set(told)) > 1
        assert {(claim.document, claim.low) for claim in rival.claims} <= made
