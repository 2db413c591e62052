"""Origins and incidents, as people and machines see them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from builders import a_case, a_finding
from trucewatch.core.rival import ClaimedFigure
from trucewatch.join.accounts import Account, ZoneClaim
from trucewatch.join.groups import incidents, origins
from trucewatch.pipeline.record import CaseRecord
from trucewatch.publish.groups_view import (
    incidents_json,
    incidents_text,
    origins_json,
    origins_text,
)

N, S = "north_militia", "south_militia"
RAID = {"incident": "attack ashel 2020-03-06"}


def test_only_what_several_documents_tell_is_listed_and_the_rest_counted() -> None:
    told = [
        a_finding("refrain", N, "act", 5, origin="o1", words="They fired."),
        a_finding("refrain", N, "act", 6, origin="o1", chain=("wire", "monitor")),
        a_finding("refrain", N, "act", 7, origin="o2", words="Told once."),
    ]
    text = origins_text(origins(told), a_case()).plain
    assert text.startswith("Monitor, 2 documents  [o1] same first speaker")
    assert "  Daily <- Monitor; said 2020-03-06, published 2020-03-06\n    “They fired.”\n" in text
    assert "Told once." not in text
    assert text.endswith("2 origins, 1 told by several documents.\n")


def test_an_origin_without_a_speaker_is_nobody_s() -> None:
    nobody = {"speaker": None, "voice": None, "origin": "o", "chain": ("daily",)}
    told = [a_finding("refrain", N, "act", on, **nobody) for on in (5, 6)]
    assert origins_text(origins(told), a_case()).plain.startswith("nobody named, 2 documents")


def test_incidents_tell_rival_doers_and_denials() -> None:
    told = [
        a_finding("refrain", N, "act", 5, **RAID),
        a_finding("refrain", S, "act", 5, **RAID, voice="observer"),
        a_finding("refrain", None, "act", 5, **RAID, voice="stranger"),
        a_finding("refrain", N, "denies", 6, **RAID, voice=N, words="Not us."),
    ]
    text = incidents_text(incidents(told), {}, a_case()).plain
    assert text.startswith(
        "attack ashel 2020-03-06  by North_Militia, South_Militia, doer not named\n"
    )
    before, denied = text.split("  denied:\n")
    assert "Not us." in denied
    assert "Not us." not in before
    assert text.endswith("1 incident.\n")


def test_an_incident_has_every_toll_and_both_facts_on_the_zone() -> None:
    told = [a_finding("refrain", N, "act", 5, **RAID)]
    claims = [
        ClaimedFigure(words=words, low=low, high=low, bound="exact", chain=chain, document="d")
        for words, low, chain in (("Nine fighters", 9, ("daily", "monitor")), ("15", 15, ()))
    ]
    inside = ZoneClaim(
        place="quay", geometry="inside", km=1.25, reported=None, document="d", outlet="wire"
    )
    zones = [
        inside,
        replace(inside, reported="outside", outlet="daily"),
        replace(inside, geometry="band", km=None, reported="near", outlet=None),
    ]
    account = Account(
        incident=RAID["incident"],
        document="d",
        figures=tuple(("killed", claim) for claim in claims),
        zones=tuple(zones),
    )
    grouped = incidents(told)
    text = incidents_text(grouped, {RAID["incident"]: (account,)}, a_case()).plain
    stands = "contradict: 9 and 15: no number is both"
    assert f"  killed: “Nine fighters”, Daily <- Monitor; {stands}\n" in text
    assert "  killed: “15”, outlet unknown; contradict: 15 and 9: no number is both\n" in text
    assert text.count("quay: inside the zone by its line, 1.2 km from it\n") == 1
    assert "quay: within the uncertain band by its line\n" in text
    assert "quay: told as outside the zone by Daily\n" in text
    (form,) = json.loads(
        json.dumps(incidents_json(grouped, {RAID["incident"]: (account,)}, a_case()))
    )
    assert [each["low"] for each in form["figures"]] == [9, 15]
    assert form["figures"][0]["stands"] == {
        "is": "contradict",
        "reason": "9 and 15: no number is both",
    }
    assert [each["reported"] for each in form["zones"]] == [None, "outside", "near"]


def test_what_was_taken_back_says_since_when_and_by_which_document() -> None:
    told = [
        a_finding("refrain", N, "act", 5, **RAID, origin="o", document=name, outlet="daily")
        for name in ("d1", "d2")
    ]
    back = a_finding(
        "refrain", N, "act", 9, corrects="o", retracted=True, taken_from="d1", document="n" * 40,
        outlet="wire", words="Withdrawn: shells", url="https://wire.example/9",
    )  # fmt: skip
    claim = ClaimedFigure(words="Nine", low=9, high=9, bound="exact", chain=(), document="d1")
    zone = ZoneClaim(
        place="quay", geometry=None, km=None, reported="in", document="d2", outlet="daily"
    )
    account = Account(
        incident=RAID["incident"], document="d1", figures=(("killed", claim),), zones=(zone,)
    )
    accounts = {RAID["incident"]: (account,)}
    mark = "    taken back since 2020-03-10 by Wire, https://wire.example/9: “Withdrawn: shells”\n"
    grouped = incidents([*told, back])
    text = incidents_text(grouped, accounts, a_case()).plain
    assert text.count(mark) == 1
    assert "killed: “Nine”, outlet unknown; taken back since 2020-03-10\n" in text
    assert "told as in the zone by Daily\n" in text
    assert origins_text(origins([*told, back]), a_case()).plain.count(mark) == 1
    (form,) = incidents_json(grouped, accounts, a_case())
    right = {
        "as": "taken back", "since": "2020-03-10", "document": "n" * 40, "outlet": "wire",
        "url": "https://wire.example/9", "quote": "Withdrawn: shells",
    }  # fmt: skip
    assert [each["set_right"] for each in form["reports"]] == [right, None]
    assert [each["set_right"] for each in (*form["figures"], *form["zones"])] == [right, None]
    (origin,) = origins_json(origins([*told, back]), a_case())
    assert [each["set_right"] for each in origin["renditions"]] == [right, None]


def test_what_was_corrected_by_a_page_without_an_address_names_the_document() -> None:
    told = [a_finding("refrain", N, "act", on, **RAID, origin="o") for on in (5, 6)]
    right = a_finding(
        "refrain", N, "act", 9, corrects="o", document="c" * 40, outlet=None, words="Not so."
    )
    text = origins_text(origins([*told, right]), a_case()).plain
    mark = "corrected since 2020-03-10 by outlet unknown, document cccccccccccc: “Not so.”"
    assert text.count(mark) == 2


def test_only_figures_of_the_same_thing_are_compared() -> None:
    told = [a_finding("refrain", N, "act", 5, **RAID)]
    claims = [
        ClaimedFigure(words=str(low), low=low, high=low, bound="exact", chain=(), document=document)
        for low, document in ((9, "a"), (9, "b"), (3, "a"))
    ]
    account = Account(
        incident=RAID["incident"],
        document="a",
        figures=tuple(zip(("killed", "killed", "wounded"), claims, strict=True)),
        zones=(),
    )
    (form,) = incidents_json(incidents(told), {RAID["incident"]: (account,)}, a_case())
    assert [each["stands"] and each["stands"]["is"] for each in form["figures"]] == [
        "agree",
        "agree",
        None,
    ]


def test_nothing_is_a_list_of_none() -> None:
    assert origins_text((), a_case()).plain == "0 origins, 0 told by several documents.\n"
    assert incidents_text((), {}, a_case()).plain == "0 incidents.\n"
    assert origins_json((), a_case()) == incidents_json((), {}, a_case()) == []


def test_json_has_every_rendition_and_the_reason(record: CaseRecord) -> None:
    grouped = origins(record.findings)
    form = json.loads(json.dumps(origins_json(grouped, record.case)))
    assert [each["origin"] for each in form] == [each.id for each in grouped]
    assert {finding["origin"] for each in form for finding in each["renditions"]} == {
        each.id for each in grouped
    }
    assert all(each["reason"] for each in form)
    acts = json.loads(json.dumps(incidents_json(incidents(record.findings), {}, record.case)))
    assert acts
    assert all(each["reports"] and each["reason"] for each in acts)


def test_hostile_words_steer_nothing() -> None:
    evil = "\x1b[31m\r\n\u202e[bold]x"
    told = [
        a_finding("refrain", N, says, 5, incident=evil, words=evil, chain=(evil,), speaker=evil, origin="o")
        for says in ("act", "act", "denies")
    ]  # fmt: skip
    for text in (
        origins_text(origins(told), a_case()).plain,
        incidents_text(incidents(told), {}, a_case()).plain,
    ):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)
