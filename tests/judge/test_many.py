"""A word for many that means one of them, on the invented case: what one does is not what all do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.agreement import EventPattern
from trucewatch.core.finding import Says
from trucewatch.judge.bearing import bear
from trucewatch.judge.bearing.says import says_of
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
SAID = "the Joint Crossing Mission said on Monday."


def told(text: str) -> set[tuple[str, str | None, str, bool]]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    findings = bear(read_text(document, crossing()), crossing(), DAY)
    return {(each.duty, each.doer, str(each.says), bool(each.near)) for each in findings}


MANY: list[tuple[str, bool]] = [
    ("The militants have", False),
    ("The rebels of the marshes have", False),
    ("A group of militants has", True),
    ("One of the militants has", True),
    ("Another band of rebels has", True),
    ("A handful of rebels has", True),
    ("Rebel group has", True),
]


@pytest.mark.parametrize(("who", "near"), MANY)
def test_only_the_word_for_all_speaks_of_all(who: str, near: bool) -> None:
    text = f"{who} withdrawn the mortars from the quiet strip, {SAID}"
    assert {each[3] for each in told(text) if each[:2] == ("5-guns", "marsh_fighters")} == {near}


LEAGUE, COMPANY = "marsh_league", "heron_company"
BUT: list[tuple[str, set[str]]] = [
    ("The militants, except for the Marsh League, withdrew the", {COMPANY}),
    ("All but the Marsh League have withdrawn their", set()),
    ("All but the Heron Company have withdrawn their", set()),
    ("With the exception of the Marsh League, all groups have withdrawn their", set()),
    ("Every faction but the Heron Company has withdrawn its", set()),
    ("All rebels other than the Heron Company have withdrawn the", {LEAGUE}),
    ("All rebel groups but the Marsh League have withdrawn the", {COMPANY}),
    ("No rebels but the Marsh League have withdrawn the", set()),
    ("All rebels left but the Marsh League has withdrawn its", {LEAGUE}),
]


@pytest.mark.parametrize(("who", "doers"), BUT)
def test_who_is_left_out_is_not_meant(who: str, doers: set[str]) -> None:
    text = f"{who} mortars from the quiet strip, {SAID}"
    done = {doer for duty, doer, says, _ in told(text) if (duty, says) == ("5-guns", "done")}
    assert done - {None} == doers


STAYS = EventPattern(kind="deployment", with_=("mortar",), at=("quiet_strip",), says="not done")
LEFT: list[tuple[str, Says | None]] = [
    (f"There are no mortars left in the quiet strip, {SAID}", Says.DONE),
    (f"No mortars remain in the quiet strip, {SAID}", Says.DONE),
    (f"The Marsh League denied that its mortars remain in the quiet strip, {SAID}", Says.DONE),
    (f"The Marsh League has mortars left in the quiet strip, {SAID}", Says.NOT_DONE),
    (f"No mortars were brought into the quiet strip, {SAID}", None),
    (f"No mortars will remain in the quiet strip, {SAID}", Says.PROMISE),
]


@pytest.mark.parametrize(("text", "says"), LEFT)
def test_where_nothing_is_left_it_is_done(text: str, says: Says | None) -> None:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    events = read_text(document, crossing()).events
    assert [says_of(event, STAYS) for event in events if event.kind == "deployment"] == [says]
