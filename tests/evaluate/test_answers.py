"""From readings to the scorers' forms, on a reading written by hand."""

from __future__ import annotations

from typing import Any

import pytest
from tools.evaluate import answers, ontology, templates
from tools.evaluate.quantities import quantities, score_quantities

TEXT = "Rebels bombed a depot in Orsk, the Ilmen Army said. Two guards died. Mortars were used."


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def event(trigger: str, **given: object) -> dict[str, Any]:
    return {
        "kind": "attack",
        "plover": {"type": "ASSAULT", "mode": None},
        "reality": "asserted",
        "trigger": span(trigger),
        "by": [],
        "against": [],
        "with": [],
        "from": [],
        "at": [],
        "sentence": None,
        "confidence": 0.6,
        **given,
    }


def party(words: str) -> dict[str, Any]:
    return {"span": span(words), "actor": None}


BOMBED = event(
    "bombed",
    by=[party("Rebels")],
    against=[party("a depot")],
    at=[{"span": span("Orsk")}],
    sentence=span("Rebels bombed a depot in Orsk, the Ilmen Army said."),
)
DIED = event("died", against=[party("Two guards")], sentence=span("Two guards died."))
READING: dict[str, Any] = {
    "document": {"text": TEXT, "body": span(TEXT)},
    "statements": [
        {
            "content": [span("Rebels bombed a depot in Orsk")],
            "cue": [span("said")],
            "source": [span("the Ilmen Army")],
            "chain": [{"id": None, "span": None}, {"id": None, "span": span("the Ilmen Army")}],
            "confidence": 0.8,
        }
    ],
    "events": [BOMBED, DIED],
    "figures": [
        {
            "span": span("Two"),
            "low": 2.0,
            "high": 2.0,
            "bound": "exact",
            "unit": None,
            "counts": "killed",
            "of": span("guards"),
        }
    ],
    "dates": [{"span": span("Orsk"), "type": "DATE", "value": "2020"}],
    "mentions": [
        {"span": span("Ilmen Army"), "kind": "armed_group", "id": None},
        {"span": span("Orsk"), "kind": "place", "id": None, "lat": 1.0, "lon": 2.0},
        {"span": span("Mortars"), "kind": "weapon", "id": None},
    ],
}


def test_statements_become_attributions() -> None:
    told = answers.attributions({}, READING)["attributions"]
    assert told == [{"source": [[31, 45]], "cue": [[46, 50]], "content": [[0, 29]]}]


def test_source_and_cue_are_one_clause() -> None:
    told = answers.clauses({}, READING)["attributions"]
    assert told[0]["source"] == told[0]["cue"] == [[31, 50]]


def test_a_distant_cue_stays_a_piece_of_its_own() -> None:
    statement = {**READING["statements"][0], "cue": [span("used")]}
    told = answers.clauses({}, {"statements": [statement]})["attributions"]
    assert told[0]["cue"] == [[31, 45], [span("used")["start"], span("used")["end"]]]


def test_names_dates_and_figures_become_common_types() -> None:
    told = answers.entities({}, READING)["entities"]
    assert {(TEXT[each["start"] : each["end"]], each["type"]) for each in told} == {
        ("Ilmen Army", "GROUP"),
        ("Orsk", "PLACE"),
        ("Orsk", "TIME"),
        ("Mortars", "WEAPON"),
        ("Two", "QUANTITY"),
    }


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ilmen", "PLACE"),
        ("the Ilmen government", "GROUP"),
        ("Ilmen's regime", "GROUP"),
        ("regimented Ilmen", "PLACE"),
    ],
)
def test_a_state_is_a_place_but_by_its_government_a_group(words: str, kind: str) -> None:
    mention = {"span": span(words, words), "kind": "state", "id": "ilmen"}
    told = answers.entities({}, {"mentions": [mention], "dates": [], "figures": []})
    assert [each["type"] for each in told["entities"]] == [kind]


def test_a_place_is_answered_for_the_verb_that_is_asked() -> None:
    asked = [{"start": 7, "end": 13}, {"start": span("used")["start"], "end": span("used")["end"]}]
    told = answers.locations({"events": asked}, READING)["events"]
    assert [each["locations"] for each in told] == [[(25, 29)], []]


def test_a_toponym_gets_the_point_of_the_mention_there() -> None:
    orsk = {"start": 25, "end": 29}
    told = answers.toponyms({"toponyms": [orsk, {"start": 0, "end": 6}]}, READING)["toponyms"]
    assert told == [{**orsk, "lat": 1.0, "lon": 2.0}, {"start": 0, "end": 6}]


def test_a_story_has_the_type_of_most_of_its_events() -> None:
    assert answers.story({}, READING) == {"type": "ASSAULT"}
    assert answers.story({}, {"events": []}) == {}


@pytest.mark.parametrize(
    ("answer", "bombed", "died", "victim"),
    [
        (
            ontology.wikievents,
            "Conflict.Attack.DetonateExplode",
            "Life.Die.Unspecified",
            "Victim",
        ),
        (
            ontology.rams,
            "conflict.attack.bombing",
            "life.die.deathcausedbyviolentevents",
            "victim",
        ),
    ],
)
def test_kinds_and_roles_in_the_words_of_an_ontology(
    answer: answers.Answer, bombed: str, died: str, victim: str
) -> None:
    told = answer({}, READING)["events"]
    assert [each["type"] for each in told] == [bombed, died]
    roles = [(each["role"].lower(), each["start"]) for each in told[0]["args"]]
    assert roles == [("attacker", 0), ("place", 25), ("target", 14)]
    assert [each["role"] for each in told[1]["args"]] == [victim]


def test_an_event_that_no_row_fits_is_not_answered() -> None:
    other = event("used", kind="refusal", plover={"type": "REJECT", "mode": None})
    assert ontology.wikievents({}, {**READING, "events": [other]})["events"] == []


def test_a_weapon_of_the_sentence_is_an_attacks_weapon() -> None:
    used = event("used", sentence=span("Mortars were used."))
    assert ontology.weapons(used, READING) == [(69, 76)]
    assert ontology.weapons(BOMBED, READING) == []


def test_templates_hold_one_incident_of_each_type() -> None:
    told = {each["type"]: each["roles"] for each in templates.templates({}, READING)["templates"]}
    assert told.keys() == {"bombing", "attack"}
    assert told["bombing"]["PerpInd"] == [["Rebels"]]
    assert told["bombing"]["Target"] == [["a depot"]]
    assert told["attack"]["Victim"] == [["Two guards"]]


@pytest.mark.parametrize("reality", ["planned", "negated", "feared", "demanded"])
def test_what_was_not_done_is_no_incident(reality: str) -> None:
    assert templates.incident({**BOMBED, "reality": reality}, READING) is None


GOLD_QUANTITIES = [
    {"value": "2", "unit": "guards", "normalized_unit": "-", "change": "=", "concept": "-"},
    {"value": "5-10", "unit": "km", "normalized_unit": "-", "change": "~", "concept": "-"},
]


def test_quantities_are_paired_by_value() -> None:
    pairs = [({"quantities": GOLD_QUANTITIES}, quantities({}, READING))]
    scores = score_quantities(pairs)
    assert scores["value"]["p"] == 1
    assert scores["value"]["r"] == 0.5
    assert scores["bound"] == scores["value"] == scores["counted"]


def test_a_range_is_both_its_ends() -> None:
    told = {"quantities": [{"values": [5.0, 10.0], "change": "=", "counts": ["men"]}]}
    scores = score_quantities([({"quantities": GOLD_QUANTITIES[1:]}, told)])
    assert scores["value"]["f1"] == 1
    assert scores["bound"]["f1"] == scores["counted"]["f1"] == 0
