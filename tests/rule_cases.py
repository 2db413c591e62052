"""The smallest record that each rule decides: one line a case. The page of the rules lists them."""

from __future__ import annotations

from typing import Any

from builders import DEADLINE, a_finding, day
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, Line

N, S = "north_militia", "south_militia"
DUE = (DEADLINE - day(0)).days


def line_of(board: Board, duty: str, doer: str | None) -> Line:
    lines = [line for clause in board.clauses for line in clause.lines]
    return next(line for line in lines if line.duty == duty and line.doer == doer)


def told(*words: tuple[Any, ...], duty: str, doer: str | None = N) -> list[Finding]:
    """Make findings from (says, day) or (says, day, {more})."""
    return [a_finding(duty, doer, w[0], w[1], **(w[2] if len(w) > 2 else {})) for w in words]


BY_NORTH = {"voice": "north_militia"}
BY_NORTHLAND = {"voice": "north_speaker"}
BY_SOUTH = {"voice": "south_militia"}
BY_OBSERVER = {"voice": "observer"}
NO_DAY = {"days": None}
RAID = {"incident": "raid"}

CASES: list[tuple[str, str, list[tuple[Any, ...]], int, str, str]] = [
    # what it shows, duty, words about the north militia, board's day, status, rule
    ("before the start", "refrain", [("act", -3)], -1, "not yet due", "3-start"),
    ("in time, silent", "reach", [], 5, "not yet due", "3-open"),
    ("the deadline's own day is in time", "reach", [("not done", DUE)], DUE, "not yet due", "3-open"),
    ("in time, done", "reach", [("done", 5)], 8, "reported kept", "3-kept"),
    ("done says nothing of days before", "reach", [("done", 5)], 4, "not yet due", "3-open"),
    ("in time, less of that day", "reach", [("done", 5), ("not done", 5, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, less of an earlier day", "reach", [("not done", 4, BY_SOUTH), ("done", 5)], 8, "reported kept", "3-kept"),
    ("in time, less of a later day", "reach", [("done", 5), ("not done", 7, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("a later word says nothing yet", "reach", [("done", 5), ("not done", 9, BY_SOUTH)], 8, "reported kept", "3-kept"),
    ("in time, partly", "reach", [("partly", 5)], 8, "reported partly kept", "3-partly"),
    ("in time, partly but not done later", "reach", [("partly", 5), ("not done", 6, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, partly and done by another", "reach", [("partly", 5, BY_SOUTH), ("done", 5)], 8, "reported partly kept", "3-partly"),
    ("in time, an act says less", "reach", [("done", 5), ("act", 6, BY_SOUTH)], 8, "not yet due", "3-open"),
    ("in time, an act does not undo a part done", "reach", [("partly", 5), ("act", 6, BY_SOUTH)], 8, "reported partly kept", "3-partly"),
    ("no deadline, silent", "open", [], 90, "no report", "3-silent"),
    ("no deadline, done", "open", [("done", 5)], 90, "reported kept", "3-kept"),
    ("no deadline, not done", "open", [("not done", 5)], 90, "not yet due", "3-open"),
    ("no deadline, promised", "open", [("promise", 5)], 90, "not yet due", "3-open"),
    ("silence after the deadline", "reach", [], DUE + 1, "no report", "4-silent"),
    ("promises are no reports", "reach", [("promise", 5)], DUE + 1, "no report", "4-silent"),
    ("done stays done", "reach", [("done", 5)], 300, "reported kept", "4-kept"),
    ("not done, said in time, lapses", "reach", [("not done", DUE - 1)], DUE + 1, "no report", "4-silent"),
    ("not done of the deadline's day", "reach", [("not done", DUE)], DUE + 1, "overdue", "4-overdue"),
    ("not done stays", "reach", [("not done", DUE + 2)], 300, "overdue", "4-overdue"),
    ("partly, said in time, lapses", "reach", [("partly", 5)], DUE + 1, "no report", "4-silent"),
    ("partly after the deadline", "reach", [("partly", DUE + 1)], DUE + 1, "reported partly kept", "4-partly"),
    ("partly and done", "reach", [("partly", DUE + 1), ("done", 5, BY_NORTH)], DUE + 1, "reported partly kept", "4-partly"),
    ("in time not done against an earlier done", "reach", [("done", 5, BY_NORTH), ("not done", 6)], DUE + 1, "contested", "4-contested"),
    ("done against a later not done", "reach", [("done", 5, BY_NORTH), ("not done", DUE + 2)], DUE + 3, "contested", "4-contested"),
    ("own later done changes nothing", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_NORTH)], DUE + 5, "contested", "4-contested"),
    ("an ower's later done changes nothing", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_NORTHLAND)], DUE + 5, "contested", "4-contested"),
    ("an outsider's later done decides", "reach", [("not done", DUE + 2), ("done", DUE + 4, BY_OBSERVER)], DUE + 5, "reported kept", "4-later"),
    ("an unknown side's later done does not", "reach", [("not done", DUE + 2), ("done", DUE + 4, {"voice": "stranger"})], DUE + 5, "contested", "4-contested"),
    ("a voice's later word replaces its own", "reach", [("not done", DUE + 2), ("done", DUE + 4)], DUE + 5, "reported kept", "4-kept"),
    ("differing words of one voice on one day", "reach", [("not done", DUE + 2), ("done", DUE + 2)], DUE + 5, "contested", "4-contested"),
    ("an act after the deadline", "reach", [("act", DUE + 2)], DUE + 2, "reported broken", "4-act"),
    ("an act before it was due breaks nothing", "reach", [("act", DUE - 1)], DUE + 2, "no report", "4-silent"),
    ("an act replaces its voice's done", "reach", [("done", DUE - 1), ("act", DUE + 2)], DUE + 20, "overdue", "4-overdue"),
    ("after the window an act is not done", "reach", [("act", DUE + 2)], DUE + 9, "overdue", "4-overdue"),
    ("and disagrees with another's done", "reach", [("done", DUE - 1, BY_NORTH), ("act", DUE + 2)], DUE + 9, "contested", "4-contested"),
    ("a denied act", "reach", [("act", DUE + 2, RAID), ("denies", DUE + 3, BY_NORTH | RAID)], DUE + 3, "contested", "4-denied"),
    ("a denied act never becomes not done", "reach", [("act", DUE + 2, RAID), ("denies", DUE + 3, BY_NORTH | RAID)], DUE + 30, "no report", "4-silent"),
    ("a denial alone", "reach", [("denies", DUE + 3, BY_NORTH | RAID)], DUE + 3, "no report", "4-silent"),
    ("an act in the window", "refrain", [("act", 5)], 11, "reported broken", "4-act"),
    ("the window has passed", "refrain", [("act", 5)], 12, "no report", "4-silent"),
    ("a quiet day unsays nothing", "refrain", [("act", 5), ("no act", 6)], 8, "reported broken", "4-act"),
    ("no act of that day denies it", "refrain", [("act", 5), ("no act", 5, BY_NORTH)], 8, "contested", "4-denied"),
    ("no act", "refrain", [("no act", 5)], 8, "reported kept", "4-kept"),
    ("done of a refrain duty is no act", "refrain", [("done", 5)], 8, "reported kept", "4-kept"),
    ("not done of a refrain duty is an act", "refrain", [("not done", 5)], 8, "reported broken", "4-act"),
    ("a denied act and a kept word", "refrain", [("act", 5, RAID), ("denies", 6, BY_NORTH | RAID), ("no act", 7)], 8, "contested", "4-denied"),
    ("denied by one, another raid not", "refrain", [("act", 5, RAID), ("denies", 6, BY_NORTH | RAID), ("act", 6, {"incident": "second"})], 8, "reported broken", "4-act"),
    ("an act without a day is near", "refrain", [("act", 5, NO_DAY)], 8, "no report", "4-silent"),
    ("not a breach weighs nothing", "refrain", [("not a breach", 5, BY_NORTH)], 8, "no report", "4-silent"),
    ("its voice takes it back", "refrain", [("act", 5, RAID), ("denies", 6, RAID)], 8, "no report", "4-silent"),
    ("keep: done in the window", "keep", [("done", 5)], 8, "reported kept", "4-kept"),
    ("keep: the window has passed", "keep", [("done", 5)], 20, "no report", "4-silent"),
    ("keep: not done lasts until a done", "keep", [("not done", 5)], 60, "reported broken", "4-stopped"),
    ("keep: after a done it does not last", "keep", [("done", 3), ("not done", 5)], 60, "no report", "4-silent"),
    ("keep: a party's done does not unsay another's not done", "keep", [("not done", 5), ("done", 14, BY_NORTH)], 20, "contested", "4-contested"),
    ("keep: an ower's done does not either", "keep", [("not done", 5), ("done", 14, BY_NORTHLAND)], 20, "contested", "4-contested"),
    ("keep: and when it lapses, both do", "keep", [("not done", 5), ("done", 14, BY_NORTH)], 21, "no report", "4-silent"),
    ("keep: an outsider's done ends it", "keep", [("not done", 5), ("done", 14, BY_OBSERVER)], 20, "reported kept", "4-kept"),
    ("keep: its voice's own done ends it", "keep", [("not done", 5, BY_NORTH), ("done", 14, BY_NORTH)], 20, "reported kept", "4-kept"),
    ("keep: stopped", "keep", [("done", 3), ("not done", 15)], 16, "reported broken", "4-stopped"),
    ("keep: disagreement", "keep", [("done", 5, BY_NORTH), ("not done", 5)], 8, "contested", "4-contested"),
    ("keep: partly", "keep", [("partly", 5)], 8, "reported partly kept", "4-partly"),
    ("statements are listed", "declare", [("done", 5)], 8, "no report", "6-declare"),
]  # fmt: skip
