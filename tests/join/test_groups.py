"""What was taken for one, as `origins` and `incidents` tell it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_finding, day
from trucewatch.core.finding import Finding, Says
from trucewatch.join.groups import incidents, origins

RAID = {"incident": "attack ashel 2020-03-06"}


def act(number: int, says: str = "act", **more: Any) -> Finding:
    return a_finding("refrain", more.pop("doer", "north_militia"), says, number, **(RAID | more))


@pytest.mark.parametrize(
    ("renditions", "reason"),
    [
        ([{}], "told once"),
        ([{}, {}], "same first speaker, days of saying at most one apart, same content"),
        ([{"unnamed": True}, {"unnamed": True}], "nobody is named, and the words are the same"),
        ([{"speaker": None}, {"speaker": None}], "nobody is named, and the words are the same"),
        ([{"coder": "A"}, {"coder": "A"}], "coded as the same speaker's words of one day on one matter"),
        ([{"document": "d"}, {"document": "d"}], "told once"),
    ],
)  # fmt: skip
def test_an_origin_says_why_it_was_taken_for_one(
    renditions: list[dict[str, Any]], reason: str
) -> None:
    (found,) = origins([act(5, origin="o", **each) for each in renditions])
    assert found.reason == reason
    assert found.id == "o"


def test_an_origin_has_one_rendition_a_document_in_the_order_of_saying() -> None:
    told = [
        act(number, origin="o", document=name) for number, name in [(6, "b"), (5, "a"), (7, "a")]
    ]
    (found,) = origins(told)
    assert [finding.id for finding in found.renditions] == [told[1].id, told[0].id]
    assert (found.voice, found.speaker, found.unnamed) == ("monitor", "monitor", False)


@pytest.mark.parametrize(
    ("chains", "through"),
    [
        ([("a", "wire", "monitor"), ("b", "wire", "monitor")], ("wire",)),
        ([("a", "x", "wire", "monitor"), ("wire", "monitor")], ("wire",)),
        ([("a", "wire", "monitor"), ("b", "other", "monitor")], ()),
        ([("a", "monitor"), ("b", "monitor")], ()),
        ([("a", "wire", "monitor")], ()),
    ],
)
def test_an_origin_says_who_passed_on_every_rendition(
    chains: list[tuple[str, ...]], through: tuple[str, ...]
) -> None:
    (found,) = origins(
        act(5, origin="o", document=f"d{n}", chain=chain) for n, chain in enumerate(chains)
    )
    assert found.through == through


def test_incidents_hold_rival_doers_and_denials_side_by_side() -> None:
    reports = [
        act(6), act(6, doer="south_militia", voice="observer"), act(6, doer=None),
        act(7, "denies", voice="north_militia"),
    ]  # fmt: skip
    (found,) = incidents(reports)
    assert found.id == RAID["incident"]
    assert found.doers == ("north_militia", "south_militia", None)
    assert [finding.says for finding in (*found.reports, *found.denials)] == [
        Says.ACT, Says.ACT, Says.ACT, Says.DENIES,
    ]  # fmt: skip
    assert found.reason == "same kind of act, places that are the same, days that meet"


@pytest.mark.parametrize(
    "more",
    [
        {"near": ("where it was is not known",)},
        {"voice": None},
        {"incident": None},
        {"says": Says.NOT_DONE},
        {"says": Says.DENIES},
        {"says": Says.PROMISE},
    ],
)
def test_what_is_no_report_of_an_act_makes_no_incident(more: dict[str, Any]) -> None:
    assert incidents([replace(act(5), **more)]) == ()


def test_one_telling_that_bears_on_two_duties_stands_once() -> None:
    told = [
        act(6, document="d"),
        a_finding("reach", "north_militia", "act", 6, **RAID, document="d"),
    ]
    (found,) = incidents(told)
    assert len(found.reports) == 1


def test_what_people_coded_as_one_act_says_so() -> None:
    (found,) = incidents([act(6, coder="A. Coder"), act(6)])
    assert found.reason == "coded as one act"


@pytest.mark.parametrize(
    ("shows", "right", "marked"),
    [
        ("corrected everywhere", {}, {"a", "b"}),
        ("taken back everywhere", {"retracted": True}, {"a", "b"}),
        ("taken back in one document", {"retracted": True, "taken_from": "a"}, {"a"}),
        ("another origin", {"corrects": "p"}, set()),
        ("another doer", {"doer": "south_militia"}, set()),
    ],
)
def test_what_was_set_right_is_marked(shows: str, right: dict[str, Any], marked: set[str]) -> None:
    told = [act(5, origin="o", document=name) for name in "ab"]
    other = act(9, origin="q", document="c", **({"corrects": "o", "incident": None} | right))
    for groups in (origins([*told, other]), incidents([*told, other])):
        set_right = {id: each for group in groups for id, each in group.set_right.items()}
        assert set_right == {each.id: other for each in told if each.document in marked}, shows


def test_a_telling_of_two_duties_is_marked_where_one_was_set_right() -> None:
    told = [
        act(5, origin="o", document="a"),
        a_finding("keep", "north_militia", "act", 5, **RAID, origin="o", document="a"),
    ]
    right = a_finding("keep", "north_militia", "act", 9, corrects="o", retracted=True)
    (origin,) = origins([*told, right])
    (incident,) = incidents([*told, right])
    assert origin.set_right == incident.set_right == {told[0].id: right}


def test_of_two_that_set_right_the_first_known_is_told() -> None:
    told = act(5, origin="o")
    later, first = act(9, corrects="o", origin="p"), act(8, corrects="o", origin="q")
    (found,) = (each for each in origins([told, later, first]) if each.id == "o")
    assert found.set_right == {told.id: first}


FINDINGS = st.lists(
    st.builds(
        act, st.integers(3, 7), st.sampled_from(["act", "denies", "not done"]),
        incident=st.sampled_from([None, "i1", "i2"]), origin=st.sampled_from(["o1", "o2"]),
        document=st.sampled_from("abc"), doer=st.sampled_from(["north_militia", None]),
    ),
    max_size=8,
)  # fmt: skip


@given(FINDINGS, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(found: list[Finding], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert origins(found) == origins(shuffled)
    assert incidents(found) == incidents(shuffled)


@given(FINDINGS)
def test_every_document_of_an_origin_is_told(found: list[Finding]) -> None:
    told = {(each.id, r.document) for each in origins(found) for r in each.renditions}
    assert told == {(finding.origin, finding.document) for finding in found}
    assert all(day(0) <= r.uttered for each in origins(found) for r in each.renditions)
