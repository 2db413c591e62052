"""A word for many leaves out those whom the same voice tells apart in the same report."""

from __future__ import annotations

import pytest

from builders import a_finding
from passages import crossing
from trucewatch.core.finding import Finding, Says
from trucewatch.judge.bearing.apart import told_apart


def word(doer: str, says: Says, voice: str = "velmar", duty: str = "1-prisoners") -> Finding:
    return a_finding(duty, doer, says, 1, id=f"{doer}-{says}", voice=voice, days=None, said_on=None)


ALL, ONE = "marsh_fighters", "heron_company"
MANY = word(ALL, Says.PARTLY)
CASES: list[tuple[Finding, list[str]]] = [
    (word(ONE, Says.REFUSAL), ["marsh_league", ONE]),
    (word(ONE, Says.PARTLY), [ALL, ONE]),
    (word(ONE, Says.REFUSAL, voice="ondrel"), [ALL, ONE]),
    (word(ONE, Says.REFUSAL, duty="5-guns"), [ALL, ONE]),
    (word("velmar", Says.REFUSAL), [ALL, "velmar"]),
    (word(ALL, Says.REFUSAL), [ALL, ALL]),
]


@pytest.mark.parametrize(("other", "doers"), CASES)
def test_whom_a_word_for_many_means(other: Finding, doers: list[str]) -> None:
    told = list(told_apart([MANY, other], crossing()))
    assert [each.doer for each in told] == doers
    assert len({each.id for each in told}) == len(told)


def test_acts_of_many_stay_nobody_s_by_name() -> None:
    act, denied = word(ALL, Says.ACT), word(ONE, Says.DENIES)
    assert list(told_apart([act, denied], crossing())) == [act, denied]
