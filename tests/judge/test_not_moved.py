"""Who has moved nothing, and what is theirs to promise; on the invented case, one line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.agreement import EventPattern
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event
from trucewatch.judge.bearing import bear
from trucewatch.judge.bearing.fits import Fit, fit_objects
from trucewatch.judge.bearing.says import says_of
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
ABOUT = "The Tolvane Accord speaks of a quiet strip."
SAID = "the Joint Crossing Mission said."
GUNS = "5-guns"


def told(text: str, lead: str = ABOUT) -> set[tuple[str, str | None, str]]:
    document = replace(a_document(lead, text, outlet="meridian_news"), published=DAY, language="en")
    findings = bear(read_text(document, crossing()), crossing(), DAY)
    return {(each.duty, each.doer, str(each.says)) for each in findings if not each.near}


def events(text: str, kind: str) -> list[Event]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return [event for event in read_text(document, crossing()).events if event.kind == kind]


NOT_MOVED: list[tuple[str, set[tuple[str, str | None, str]]]] = [
    (f"The Marsh League has not moved any of its mortars, {SAID}", {(GUNS, "marsh_league", "not done")}),
    (f"The Marsh League did not move one gun, {SAID}", {(GUNS, "marsh_league", "not done")}),
    (f"The Marsh League will not withdraw its mortars, {SAID}", {(GUNS, "marsh_league", "refusal")}),
    # of all that was not moved some may have been, and what left a town is another matter
    (f"The Marsh League has not withdrawn all of its mortars from Kethra, {SAID}", set()),
    (f"The Marsh League moved its mortars, {SAID}", set()),
    # of fighters the duty says nothing
    (f"The Marsh League has not moved an inch, {SAID}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOT_MOVED)
def test_who_moved_nothing_did_not_move_it_from_there(
    text: str, expected: set[tuple[str, str | None, str]]
) -> None:
    assert {each for each in told(text) if each[0] == GUNS} == expected


def test_without_the_agreement_nothing_is_said_of_it() -> None:
    text = f"The Marsh League has not moved any of its mortars, {SAID}"
    assert not told(text, "The weather is fine.")


PLACED = EventPattern(kind="withdrawal", with_=("mortar",), from_=("quiet_strip",), says="done")
LEFT_UNDONE = EventPattern(kind="closure", at=("harrow_crossing",), says="not done")
INTENTS: list[tuple[str, str, EventPattern, Says | None]] = [
    ("Velmar will not close the Harrow Crossing", "closure", LEFT_UNDONE, Says.PROMISE),
    ("Velmar plans to close the Harrow Crossing", "closure", LEFT_UNDONE, Says.REFUSAL),
    ("Velmar closed the Harrow Crossing", "closure", LEFT_UNDONE, Says.NOT_DONE),
    ("Velmar has not closed the Harrow Crossing", "closure", LEFT_UNDONE, None),
]


@pytest.mark.parametrize(("clause", "kind", "pattern", "says"), INTENTS)
def test_what_shall_not_be_left_undone_is_promised(
    clause: str, kind: str, pattern: EventPattern, says: Says | None
) -> None:
    assert [says_of(each, pattern) for each in events(f"{clause}, {SAID}", kind)] == [says]


def test_a_stranger_foresees_and_does_not_promise() -> None:
    text = "The survey of the meadows will begin next week, {}"
    by_all = {each for each in told(text.format("Ilan Queth said.")) if each[0] == "3-survey"}
    assert not {
        each for each in told(text.format("a farmer in Ashel said.")) if each[2] == "promise"
    }
    assert {doer for _, doer, says in by_all if says == "promise"} <= {None, "velmar", "ondrel"}


OPEN: list[tuple[str, Fit]] = [
    ("withdrew no weapons from the quiet strip", Fit.FITS),
    ("withdrew its weapons from the quiet strip", Fit.UNKNOWN),
    ("withdrew its rifles from the quiet strip", Fit.WRONG),
]


@pytest.mark.parametrize(("clause", "fit"), OPEN)
def test_where_no_weapon_was_moved_none_of_those_asked_for_was(clause: str, fit: Fit) -> None:
    (event,) = events(f"The Marsh League {clause}, {SAID}", "withdrawal")
    assert fit_objects(event, PLACED) is fit
