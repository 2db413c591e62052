"""Chains, nested statements, realities and calibration, scored on tiny cases."""

from __future__ import annotations

from typing import Any

import pytest
from tools.evaluate.calibration import calibration, judged_statements
from tools.evaluate.nested import inner_units, score_nested
from tools.evaluate.realities import (
    class_of_gold,
    class_of_ours,
    reality_at,
    score_realities,
    trigger_of,
)
from tools.evaluate.relays import bare, score_relays

TEXT = 'The Ora Post quoted the Lumen agency as saying that "the bridge is shut".'


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


GOLD: dict[str, Any] = {
    "id": "a",
    "text": TEXT,
    "statements": [
        {
            "content": '"the bridge is shut"',
            "cue": "saying",
            "source": "Lumen agency",
            "chain": ["Ora Post", "Lumen agency"],
        }
    ],
}


def answer(*chain: str, content: str = 'that "the bridge is shut"') -> dict[str, Any]:
    return {"statements": [{"content": [at(content)], "chain": [at(link) for link in chain]}]}


@pytest.mark.parametrize(
    ("told", "chain", "links", "speaker"),
    [
        (answer("The Ora Post", "the Lumen agency"), 1, 1, 1),
        (answer("the Lumen agency"), 0, 0.5, 1),
        (answer("Ora", "Lumen agency"), 0, 0.5, 1),
        (answer("Lumen agency", "Ora Post"), 0, 0.5, 0),
        (answer("Ora Post", "Lumen agency", content="The Ora Post"), 0, 0, 0),
        ({}, 0, 0, 0),
    ],
)
def test_a_chain_is_right_only_as_a_whole(
    told: dict[str, Any], chain: float, links: float, speaker: float
) -> None:
    scores = score_relays([(GOLD, told)])
    assert (scores["chain"], scores["links"], scores["speaker"]) == (chain, links, speaker)


@pytest.mark.parametrize(
    ("chain", "parties"),
    [
        (("Ora", "Lumen agency"), 1),
        (("Ora Post", "Lumen agency"), 1),
        (("Lumen agency", "Ora Post"), 0),
        (("Lumen agency",), 0),
    ],
)
def test_parties_are_right_whatever_their_bounds(chain: tuple[str, ...], parties: float) -> None:
    assert score_relays([(GOLD, answer(*chain))])["parties"] == parties


def test_a_link_may_stand_wherever_its_words_do() -> None:
    text = "Ora Post: the bridge is shut, Ora Post said."
    gold = {
        "id": "a",
        "text": text,
        "statements": [{"content": "the bridge is shut", "chain": ["Ora Post"]}],
    }
    second = text.rindex("Ora Post")
    told = {"statements": [{"content": [[10, 28]], "chain": [[second, second + 8]]}]}
    assert score_relays([(gold, told)])["chain"] == 1


def test_two_may_say_one_thing() -> None:
    words, first, second = '"the bridge is shut"', ["Ora Post"], ["Lumen agency"]
    asked = [{"content": words, "chain": chain} for chain in (first, second)]
    told = answer(*first)["statements"] + answer(*second)["statements"]
    gold = {"id": "a", "text": TEXT, "statements": asked}
    assert score_relays([(gold, {"statements": told})])["chain"] == 1


def test_where_nobody_speaks_nothing_is_read() -> None:
    gold: dict[str, Any] = {"id": "a", "text": TEXT, "statements": []}
    assert score_relays([(gold, {}), (gold, answer("Ora Post"))])["silent"] == 0.5
    assert "silent" not in score_relays([(GOLD, {})])


def test_nobodys_words_have_an_empty_chain() -> None:
    gold = {"id": "a", "text": TEXT, "statements": [{"content": "the bridge is shut", "chain": []}]}
    assert score_relays([(gold, answer())])["chain"] == 1
    assert score_relays([(gold, answer("Ora Post"))])["chain"] == 0


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the Post", "Post"),
        ("Post's", "Post"),
        ("“Post”,", "Post"),
        ("guards’", "guards"),
        ("theatre", "theatre"),
        ("the", "the"),
    ],
)
def test_edges_that_do_not_count(words: str, left: str) -> None:
    start, end = bare(words, (0, len(words)))
    assert words[start:end] == left


def test_nested_units_need_clause_and_content() -> None:
    outer = {"clause": [0, 19], "content": [[20, 73]], "inside": None}
    inner = {"clause": at("Lumen agency as saying"), "content": [at("that")], "inside": 0}
    gold = inner_units({"attributions": [outer, inner]})
    both = [
        {"cue": [each["clause"]], "content": each["content"], "source": []}
        for each in (outer, inner)
    ]
    assert score_nested([(gold, {"attributions": both})])["both"] == 1
    assert score_nested([(gold, {"attributions": both[1:]})]) == {"inner": 1, "both": 0, "n": 1}
    assert score_nested([(gold, {})])["inner"] == 0


@pytest.mark.parametrize(
    ("polarity", "certainty", "time", "expected"),
    [
        ("POS", "CERTAIN", "NON_FUTURE", "asserted"),
        ("NEG", "CERTAIN", "NON_FUTURE", "negated"),
        ("POS", "POSSIBLE", "NON_FUTURE", "uncertain"),
        ("NEG", "CERTAIN", "FUTURE", "future"),
        ("UNDERSPECIFIED", "CERTAIN", "NON_FUTURE", None),
        (None, None, None, None),
    ],
)
def test_classes_of_gold(
    polarity: str | None, certainty: str | None, time: str | None, expected: str | None
) -> None:
    assert class_of_gold({"polarity": polarity, "certainty": certainty, "time": time}) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"reality": "denied"}, "negated"),
        ({"reality": "distanced"}, "uncertain"),
        ({"reality": "feared"}, "future"),
        ({"reality": "negated", "ahead": True}, "future"),
        ({"reality": "asserted"}, "asserted"),
    ],
)
def test_classes_of_ours(event: dict[str, Any], expected: str) -> None:
    assert class_of_ours(event) == expected


def test_a_missing_event_is_wrong_and_a_sure_assertion_is_counted() -> None:
    def gold(number: int, reality: str) -> dict[str, Any]:
        return {"id": number, "pair": "p", "kind": "attack", "reality": reality}

    sure = {"kind": "attack", "reality": "asserted", "confidence": 0.95}
    pairs = [(gold(1, "asserted"), sure), (gold(2, "denied"), sure), (gold(3, "planned"), {})]
    scores = score_realities(pairs)
    assert scores["right"] == pytest.approx(1 / 3)
    assert scores["found"] == pytest.approx(2 / 3)
    assert (scores["asserted_wrongly"], scores["asserted_surely"]) == (1, 1)
    assert scores["pairs"] == 0


@pytest.mark.parametrize("trigger", ["shut", [4, 8], {"start": 4, "end": 8}])
def test_a_trigger_is_words_or_a_place(trigger: object) -> None:
    assert trigger_of({"text": "was shut", "trigger": trigger}) == (4, 8)


def test_calibration_is_the_distance_from_what_was_right() -> None:
    assert calibration([(0.95, True)] * 19 + [(0.95, False)])["error"] == pytest.approx(0)
    assert calibration([(0.95, False), (0.15, False)])["error"] == pytest.approx(0.55)
    assert calibration([])["error"] == 0
    assert calibration([(1.0, True), (0.0, False)])["error"] == 0


def test_a_statement_is_right_as_a_triple() -> None:
    def span(words: str) -> dict[str, int]:
        start, end = at(words)
        return {"start": start, "end": end}

    gold = {
        "attributions": [
            {"source": [at("Lumen agency")], "cue": [at("saying")], "content": [at("the bridge")]}
        ]
    }
    right = {
        "source": [span("the Lumen agency")],
        "cue": [span("as saying")],
        "content": [span("the bridge is")],
        "confidence": 0.9,
    }
    wrong = {**right, "source": [span("Ora Post")], "confidence": 0.4}
    judge = [(gold, {"statements": [each]}) for each in (right, wrong)]
    assert judged_statements(judge) == [(0.9, True), (0.4, False)]


def test_the_one_event_of_the_kind_may_stand_at_another_word() -> None:
    gold = {"text": "They threw a grenade.", "id": 1, "kind": "attack", "reality": "asserted"}
    threw = {"kind": "attack", "reality": "asserted", "trigger": {"start": 5, "end": 10}}
    answer = reality_at({**gold, "trigger": "grenade"}, {"events": [threw]})
    assert answer == {"other": "asserted"}
    scores = score_realities([(gold, answer)])
    assert (scores["right"], scores["found"], scores["right_by_kind"]) == (0, 0, 1)
    assert reality_at({**gold, "trigger": "grenade"}, {"events": [threw, threw]}) == {}


def test_what_the_agreement_is_told_to_ask_is_demanded() -> None:
    gold = {"text": "Under the deal, Orsk must withdraw its guns and open the pass.", "id": "1"}
    duty = {"what": {"start": 26, "end": 34}}
    reading: dict[str, object] = {"events": [], "duties": [duty]}
    assert reality_at({**gold, "trigger": "withdraw"}, reading)["reality"] == "demanded"
    assert reality_at({**gold, "trigger": "open"}, reading) == {}
