"""How changes are told: to people at a terminal, and to scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from rich.text import Text

from builders import DEADLINE, a_case, a_duty, a_finding, day
from publish.pages import BAD_URLS, VECTORS
from trucewatch.core.agreement import DutyType
from trucewatch.core.change import Cause, CauseKind, Change, DayRule, LineState
from trucewatch.core.document import ReadDocument
from trucewatch.core.finding import Finding
from trucewatch.core.status import Carried, Standing, Status
from trucewatch.judge.board import judge
from trucewatch.publish.changes import changes
from trucewatch.publish.changes_json import changes_json
from trucewatch.publish.changes_text import changes_text, told_cause, voice_name
from trucewatch.publish.escape import on_one_line

CASE = a_case(a_duty("reach"), a_duty("refrain", DutyType.REFRAIN))
DUE = (DEADLINE - day(0)).days
SILENT = LineState(status=Status.NO_REPORT)


def told(findings: list[Finding], first: int, last: int) -> tuple[Text, dict[str, Any]]:
    earlier, later = (judge(CASE, findings, day(on), day(on)) for on in (first, last))
    found = changes(earlier, later, CASE, findings)
    form = changes_json(found, earlier, later, CASE)
    assert json.loads(json.dumps(form)) == form
    return changes_text(found, earlier, later, CASE), form


LATE = a_finding(
    "reach", "north_militia", "not done", DUE + 2, document="news", words="They are there.",
    url="https://daily.example/late",
)  # fmt: skip


def test_the_text_names_status_and_causes() -> None:
    text, _ = told([LATE], DUE, DUE + 3)
    assert text.plain == (
        "An agreement\n"
        f"From {day(DUE)} to {day(DUE + 3)}: 2 lines changed.\n"
        "\n"
        "reach  leave the zone\n"
        "   North_Militia: not yet due -> overdue, alleged\n"
        f"     {DEADLINE}: the deadline passed\n"
        f"     Daily, {day(DUE + 2)}\n"
        "       “They are there.”\n"
        "       https://daily.example/late\n"
        "   South_Militia: not yet due -> no report\n"
        f"     {DEADLINE}: the deadline passed\n"
    )


def test_no_change_is_told() -> None:
    text, form = told([], 3, 4)
    assert text.plain.endswith(": 0 lines changed.\n")
    assert form["changes"] == []


def test_the_form_names_status_and_causes() -> None:
    _, form = told([LATE], DUE, DUE + 3)
    assert form["schema"] == "trucewatch/diff/1"
    assert form["from"] == {"on": str(day(DUE)), "known": str(day(DUE))}
    change = form["changes"][0]
    assert (change["clause"], change["duty"], change["doer"]) == ("reach", "reach", "north_militia")
    assert change["before"] == {
        "status": "not yet due",
        "standing": None,
        "unnamed": False,
        "better_standing": None,
    }
    deadline, document = change["causes"]
    assert (deadline["kind"], deadline["rule"]) == ("day passed", "deadline")
    assert deadline["day"] == str(DEADLINE + timedelta(days=1))
    assert document["kind"] == "document"
    assert document["turned_to"] == change["after"]
    assert document["document"] == {
        "id": "news",
        "title": None,
        "outlet": "daily",
        "outlet_name": "Daily",
        "published": str(day(DUE + 2)),
        "url": "https://daily.example/late",
    }
    assert document["findings"][0]["quote"]["text"] == "They are there."


READ = ReadDocument(
    id="d", outlet=None, title="A title", url=None, published=None, known_from=day(3)
)
WORD = a_finding("refrain", None, "act", 2)


def a_cause(kind: CauseKind, **more: Any) -> Cause:
    return Cause(kind=kind, turned_to=SILENT, **more)


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (a_cause(CauseKind.CASE_FILE), "the case's files changed"),
        (a_cause(CauseKind.DECISION, by="A: misread", document=READ),
         "a decision (A: misread) on an unknown outlet, undated, known from 2020-03-04, A title"),
        (a_cause(CauseKind.READER, document=READ),
         "another reading of an unknown outlet, undated, known from 2020-03-04, A title"),
        (a_cause(CauseKind.READER), "another reading of a document"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.DEADLINE, day=day(9)),
         "2020-03-09: the deadline passed"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.START, day=day(9)),
         "2020-03-10: the duty began"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.AMENDMENT, day=day(9)),
         "2020-03-10: the parties agreed on another deadline"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.WINDOW, day=day(9), findings=(WORD,)),
         "2020-03-09: the window ended of a word by Monitor"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.WORD, day=day(9),
                 findings=(WORD, replace(WORD, voice="observer"))),
         "2020-03-10: the day came of a word by Monitor and 1 more"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.WINDOW, day=day(9),
                 findings=(replace(WORD, voice="unnamed:o1", speaker=None),)),
         "2020-03-09: the window ended of a word by an unnamed source"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.WINDOW, day=day(9)),
         "2020-03-09: the window ended of a word"),
        (a_cause(CauseKind.DAY_PASSED, rule=DayRule.WINDOW), "an unknown day: the window ended of a word"),
    ],
)  # fmt: skip
def test_each_cause_is_told_on_a_line(cause: Cause, words: str) -> None:
    assert told_cause(cause, CASE) == words


def test_what_carries_either_camp_is_told() -> None:
    alleged, claimed = Carried(standing=Standing.ALLEGED), Carried(standing=Standing.CLAIMED)
    after = LineState(status=Status.CONTESTED, standing=alleged, better=claimed)
    change = Change(
        clause="gone", duty="gone", doer=None, before=SILENT, after=after,
        causes=(a_cause(CauseKind.CASE_FILE),),
    )  # fmt: skip
    earlier, later = judge(CASE, [], day(3)), judge(CASE, [], day(4), day(4))
    text = changes_text([change], earlier, later, CASE).plain
    assert "gone  no longer in the case's file" in text
    assert "doer not named: no report -> contested, alleged against claimed" in text
    assert f"From {day(3)} (everything known) to {day(4)}:" in text
    form = changes_json([change], earlier, later, CASE)
    assert form["changes"][0]["after"]["better_standing"] == "claimed"


def test_more_words_of_a_document_are_counted() -> None:
    findings = [
        replace(LATE, id=f"x{number}", origin=f"o{number}", words=f"word {number}")
        for number in range(4)
    ]
    text, _ = told(findings, DUE, DUE + 3)
    assert "“word 0”, and 3 words more" in text.plain


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({}, "Monitor"),
        ({"voice": None}, "nobody named"),
        ({"speaker": None, "voice": "unnamed:o1"}, "an unnamed source"),
        ({"unnamed": True}, "an unnamed source of Monitor"),
        ({"voice": "name:a clerk", "chain": ("daily", "a clerk")}, "“a clerk”"),
        ({"voice": "name:a clerk", "chain": ()}, "name:a clerk"),
    ],
)
def test_each_voice_has_a_name(more: dict[str, Any], name: str) -> None:
    assert voice_name(replace(WORD, **more), CASE) == name


@pytest.mark.parametrize("words", VECTORS)
def test_strangers_words_cannot_steer_the_terminal(words: str) -> None:
    hostile = replace(LATE, words=words, outlet=words, chain=(words,), url=words)
    text, form = told([hostile], DUE, DUE + 3)
    assert all(character.isprintable() or character == "\n" for character in text.plain)
    assert on_one_line(words) in text.plain
    assert form["changes"][0]["causes"][1]["findings"][0]["quote"]["text"] == words


@pytest.mark.parametrize("url", BAD_URLS)
def test_only_pages_of_the_web_are_shown_as_links(url: str) -> None:
    text, _ = told([replace(LATE, url=url)], DUE, DUE + 3)
    assert not url or url not in text.plain
