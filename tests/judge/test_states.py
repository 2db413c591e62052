"""What a report says of a duty's state, on the invented case: done, partly, not done, or left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.finding import Finding
from trucewatch.judge.bearing import bear
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)
SAID = "the Joint Crossing Mission said."


def findings(text: str) -> list[Finding]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return list(bear(read_text(document, crossing()), crossing(), DAY))


def of_the_guns(text: str) -> set[str]:
    return {str(each.says) for each in findings(text) if each.duty == "5-guns" and not each.near}


GUNS = "The withdrawal of the mortars from the quiet strip"
STATES: list[tuple[str, set[str]]] = [
    (f"{GUNS} is complete, {SAID}", {"done"}),
    (f"{GUNS} is nearly complete, {SAID}", {"partly"}),
    (f"Some of the mortars have been withdrawn from the quiet strip, {SAID}", {"partly"}),
    (f"{GUNS} was only partially completed, {SAID}", {"partly"}),
    (f"{GUNS} has however not been completed, {SAID}", {"not done"}),
    (f"{GUNS}, first of all of the heavy ones, has not been completed, {SAID}", {"not done"}),
    (f"{GUNS}, which began in March, has not been completed, {SAID}", {"not done"}),
    (f"{GUNS} is incomplete, {SAID}", {"not done"}),
    (f"The mortars are still to be withdrawn from the quiet strip, {SAID}", {"not done"}),
    (f"The mortars have been withdrawn from the quiet strip in part, {SAID}", {"partly"}),
    (f"Velmar has not managed so far to withdraw its mortars from the quiet strip, {SAID}", {"not done"}),
    (f"The Mission is checking whether the mortars have left the quiet strip, {SAID}", set()),
    (f"Velmar doubts that the Marsh League has withdrawn its mortars from the quiet strip, {SAID}", set()),
    (f"Ondrel was not convinced that the mortars had left the quiet strip, {SAID}", set()),
    (f"Velmar does not doubt that the mortars have left the quiet strip, {SAID}", {"done"}),
    (f"Few believe that the mortars have left the quiet strip, {SAID}", set()),
    ("The Mission could not confirm that the mortars had left the quiet strip.", set()),
    (f"They committed themselves at Tolvane to the withdrawal of mortars from the quiet strip, {SAID}", set()),
    (f"The withdrawal of mortars from the quiet strip will take longer than planned, {SAID}", {"postponement"}),
    (f"The Mission is checking reports of the withdrawal of mortars from the quiet strip, {SAID}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), STATES)
def test_how_much_is_done(text: str, says: set[str]) -> None:
    assert of_the_guns(text) == says


def test_whose_guns_they_are_is_told_by_what_belongs_to_whom() -> None:
    text = f"Mortars belonging to the Marsh League were withdrawn from the quiet strip, {SAID}"
    assert {each.doer for each in findings(text) if each.duty == "5-guns"} == {"marsh_league"}


NO_ACTS: list[tuple[str, set[str]]] = [
    (f"There was no attack in the Sarn valley on Monday, {SAID}", {"no act"}),
    (f"There was no air strike in the Sarn valley on Monday, {SAID}", set()),
    (f"There was no shelling in the Sarn valley on Monday, {SAID}", set()),
    (f"Velmari troops did not shell the Sarn valley on Monday, {SAID}", {"denies"}),
]


@pytest.mark.parametrize(("text", "says"), NO_ACTS)
def test_that_there_was_none_of_one_sort_is_not_that_there_was_none(
    text: str, says: set[str]
) -> None:
    assert {str(each.says) for each in findings(text) if each.duty == "4-fire"} == says


def test_what_was_agreed_at_the_signing_is_no_promise() -> None:
    text = f"Velmar and Ondrel agreed on 1 March 2021 to withdraw the mortars from the quiet strip, {SAID}"
    assert not of_the_guns(text)
    later = text.replace("1 March", "20 March")
    assert of_the_guns(later) == {"promise"}
