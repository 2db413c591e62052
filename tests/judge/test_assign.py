"""Which lines a lesser word that names nobody speaks to: a charge spares its speaker, a joint work nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_finding
from passages import crossing
from trucewatch.core.agreement import Duty, EventPattern
from trucewatch.core.finding import Finding, Says
from trucewatch.judge.assign import assign


def duty(id_: str, kind: str, owed_by: tuple[str, ...] = ("velmar", "ondrel")) -> Duty:
    known = next(each for each in crossing().agreement.duties() if each.id == id_)
    pattern = EventPattern(kind=kind, says="done")
    return replace(known, doers=("velmar", "ondrel"), owed_by=owed_by, events=(pattern,))


def word(says: Says, voice: str) -> Finding:
    return a_finding("3-survey", None, says, 1, voice=voice, days=None, said_on=None)


BOTH = ["velmar", "ondrel"]
CASES: list[tuple[Duty, Says, str, list[str]]] = [
    # what is made once, by all who owe it
    (duty("3-survey", "construction"), Says.NOT_DONE, "velmar", BOTH),
    (duty("3-survey", "agreement"), Says.PARTLY, "velmar_defence", BOTH),
    # what each does for himself: a charge against the other
    (duty("3-survey", "withdrawal"), Says.NOT_DONE, "velmar", ["ondrel"]),
    (duty("3-survey", "withdrawal"), Says.NOT_DONE, "crossing_mission", BOTH),
    (duty("3-survey", "withdrawal"), Says.DONE, "velmar", BOTH),
    # owed by others than those who do it, or kept up and not made
    (duty("3-survey", "construction", ("velmar",)), Says.NOT_DONE, "velmar", ["ondrel"]),
    (duty("2-crossing", "construction"), Says.NOT_DONE, "velmar", ["ondrel"]),
]


@pytest.mark.parametrize(("owed", "says", "voice", "lines"), CASES)
def test_whose_line_a_word_on_nobody_speaks_to(
    owed: Duty, says: Says, voice: str, lines: list[str]
) -> None:
    told = [doer for doer, _ in assign(word(says, voice), owed, crossing().actors)]
    assert told == lines
