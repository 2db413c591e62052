"""Which words deny which acts."""

from __future__ import annotations

from typing import Any

import pytest

from builders import a_case, a_finding, day
from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.place import Place, Places
from trucewatch.core.status import Standing, Status
from trucewatch.judge.acts import may_be_one_act
from trucewatch.judge.board import judge

N = "north_militia"


def a_place(id: str, kind: str, *within: str) -> Place:
    return Place(id=id, name=id, kind=kind, within=within)


CASE: Case = a_case(
    places=Places(
        by_id={
            each.id: each
            for each in (
                a_place("north", "province"),
                a_place("south", "province"),
                a_place("ford", "town", "north"),
                a_place("mill", "town", "north"),
                a_place("dock", "quarter", "ford", "north"),
                a_place("road", "road"),
            )
        },
        zones={},
    )
)


def told(says: str, *at: str, kind: str | None = None, **more: Any) -> Finding:
    """Tell of an act at places; `kind` makes it an incident."""
    incident = f"{kind} {min(at)} {day(5)}" if kind else None
    given: dict[str, Any] = {"at": at, "incident": incident}
    if says != "act":
        given["voice"] = N
    return a_finding("refrain", N, says, 5, **(given | more))


@pytest.mark.parametrize(
    ("shows", "act", "denial", "denied"),
    [
        ("another town, no points known",
         told("act", "ford", kind="attack"), told("denies", "mill", kind="attack"), False),
        ("the same town", told("act", "ford", kind="attack"), told("denies", "ford", kind="attack"), True),
        ("a quarter of the town",
         told("act", "ford", kind="attack"), told("denies", "dock", kind="attack"), True),
        ("another kind of act there",
         told("act", "ford", kind="attack"), told("denies", "dock", kind="clash"), False),
        ("another town, the act told of long", told("act", "ford"), told("denies", "mill", kind="attack"), False),
        ("another town, the denial of long", told("act", "ford", kind="attack"), told("denies", "mill"), False),
        ("the same town, of long", told("act", "ford"), told("denies", "ford", kind="attack"), True),
        ("the province around it", told("act", "ford", kind="attack"), told("denies", "north"), True),
        ("another province", told("act", "ford", kind="attack"), told("denies", "south"), False),
        ("a road that may run there", told("act", "ford", kind="attack"), told("denies", "road"), True),
        ("nowhere named", told("act", "ford", kind="attack"), told("denies"), True),
        ("of an act nowhere named", told("act"), told("denies", "ford", kind="attack"), True),
        ("one of several places", told("act", "ford"), told("denies", "mill", "ford"), True),
        ("a place that nobody knows", told("act", "ford"), told("denies", "nowhere"), True),
        ("coded as one incident", told("act", incident="i"), told("denies", incident="i"), True),
        ("coded as two", told("act", incident="i"), told("denies", incident="j"), False),
        ("all quiet", told("act", "ford", kind="attack"), told("no act"), True),
    ],
)  # fmt: skip
def test_a_denial_meets_the_acts_of_its_places(
    shows: str, act: Finding, denial: Finding, denied: bool
) -> None:
    clause = next(
        each for each in judge(CASE, [act, denial], day(6)).clauses if each.clause == "refrain"
    )
    (line,) = (each for each in clause.lines if each.doer == N)
    assert line.status is (Status.CONTESTED if denied else Status.BROKEN), shows
    if denial.says != "no act":
        same = act.incident is not None and act.incident == denial.incident
        assert (same or may_be_one_act(act, denial, CASE.places)) is denied
        assert may_be_one_act(act, denial, CASE.places) == may_be_one_act(denial, act, CASE.places)


@pytest.mark.parametrize(
    ("where", "standing"), [("ford", Standing.ACKNOWLEDGED), ("mill", Standing.ALLEGED)]
)
def test_who_calls_one_act_no_breach_does_not_admit_another(where: str, standing: Standing) -> None:
    act = told("act", "ford", kind="attack")
    accepted = told("not a breach", where)
    clause = next(
        each for each in judge(CASE, [act, accepted], day(6)).clauses if each.clause == "refrain"
    )
    (line,) = (each for each in clause.lines if each.doer == N)
    assert line.standing is not None
    assert line.standing.standing is standing


def test_renditions_of_one_word_tell_their_places_together() -> None:
    acts = [told("act", where, origin="o") for where in ("ford", "road")]
    clause = judge(CASE, [*acts, told("denies", "mill")], day(6)).clauses[2]
    (line,) = (each for each in clause.lines if each.doer == N)
    assert line.status is Status.CONTESTED
