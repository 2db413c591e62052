"""Wordings and names, as people and machines see them."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

from rich.console import Console

from builders import a_case, a_finding
from trucewatch.join.naming import NameInUse
from trucewatch.join.wording import wordings
from trucewatch.publish.wording_view import names_json, names_table, wording_json, wording_text

SAID = "The guns of the militants left the zone"
GANGS = "The guns of the gangs left the zone\x1b[2J on Monday"
ACTS = wordings(
    a_finding("reach", "north_militia", "done", 5, origin=origin, words=words, document=document)
    for origin, document, words in [
        ("o1", "a", SAID), ("o1", "b", GANGS), ("o1", "b", "Nobody asked for anything else there"),
        ("o2", "c", SAID), ("o2", "d", SAID),
    ]
)  # fmt: skip


def test_what_differs_is_told_in_words() -> None:
    text = wording_text(ACTS, a_case()).plain
    assert "here “gangs” for “militants”" in text
    assert "here also “" in text
    assert "in the same words" in text
    assert "only here" in text
    assert text.endswith("2 origins told by several documents, 1 of them in words that differ.\n")


def test_strangers_words_steer_no_terminal() -> None:
    assert "\x1b" not in wording_text(ACTS, a_case()).plain


def test_machines_get_every_change() -> None:
    told = json.loads(json.dumps(wording_json(ACTS, a_case())))
    assert [act["origin"] for act in told] == ["o1", "o2"]
    (changed,) = told[0]["sentences"][0]["others"]
    assert {"there": "militants", "here": "gangs"} in changed["changes"]
    assert told[1]["sentences"][0]["others"][0]["changes"] == []


NAME = NameInUse(
    actor="monitor", words="so-called", label=True, former=False, voice="daily", times=1200,
    documents=3, first=date(2020, 3, 4), last=None, months=(("", 1), ("2020-03", 1199)),
)  # fmt: skip


def test_names_say_whose_word_they_are() -> None:
    out = StringIO()
    Console(file=out, width=100).print(names_table([NAME], "monitor", a_case()))
    assert "What Monitor is called" in out.getvalue()
    assert "so-called  label  Daily" in out.getvalue()
    assert "1,200" in out.getvalue()
    assert "unknown" in out.getvalue()


def test_names_for_machines_keep_the_months() -> None:
    (told,) = names_json([NAME], a_case())
    assert (told["voice_name"], told["last"]) == ("Daily", None)
    assert told["months"] == {"": 1, "2020-03": 1199}
