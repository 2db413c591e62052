"""Who passes a statement on, on a network that looks relays up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tiny_model import VECTORS, VOCABULARY, Table, looked_up, write_model
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.found import RELAYS

ROLES = {
    "roe": "B-source", "said": "B-cue", "denied": "B-cue", "tanks": "B-content",
    "guns": "B-content", "left": "I-content",
}  # fmt: skip
RANKS = {
    "general": "B-relay1", "army": "I-relay1", "vorn": "B-relay1", "ashel": "B-relay2",
    "pellow": "B-relay2", "velmar": "B-relay3", "roe": "B-relay1", "captain": "B-relay1",
}  # fmt: skip
KEYS: dict[str, dict[int, float]] = {"said": {0: 3.0}, "denied": {1: 3.0}}
FROM: dict[str, dict[int, float]] = {
    "roe": {0: 3.0}, "tanks": {0: 3.0}, "guns": {1: 3.0}, "general": {0: 3.0}, "vorn": {0: 3.0},
    "ashel": {0: 3.0}, "pellow": {0: 0.1, 1: 0.1}, "velmar": {0: 3.0}, "captain": {1: 3.0},
}  # fmt: skip


def vectors(places: dict[str, dict[int, float]]) -> Table:
    table = np.zeros((len(VOCABULARY), VECTORS["cue_key"]), np.float32)
    for word, row in places.items():
        for place, value in row.items():
            table[VOCABULARY.index(word), place] = value
    return table


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": vectors(FROM),
        "cue_key": vectors(KEYS),
        "relay": looked_up("relay", RANKS),
        "relay_query": vectors(FROM),
    }
    return Encoder.load(write_model(tmp_path_factory.mktemp("model"), tables))


ROWS = [
    ("Roe said tanks left", [[]]),
    ("Roe said tanks left, the general army added", [["general army"]]),
    ("Velmar, by general: Roe said tanks, in Ashel", [["Velmar", "Ashel", "general"]]),
    ("Vorn and that general that Roe said tanks", [["Vorn", "general"]]),
    ("Roe said tanks left, general to the Vorn", [["Vorn", "general"]]),
    ("Roe said tanks. Captain denied guns.", [[], ["Captain"]]),
    ("Roe said tanks. He denied guns, by Pellow.", [["Pellow"], ["Pellow"]]),
    ("Velmar: tanks left. The village. Guns left, Vorn", [["Velmar"], ["Vorn"]]),
    ("Velmar, general", []),
]


@pytest.mark.parametrize(("text", "relays"), ROWS)
def test_relays_go_to_their_cues_outermost_first(
    encoder: Encoder, text: str, relays: list[list[str]]
) -> None:
    found = encoder.find(text, [(0, len(text))]).attributions
    assert [[text[start:end] for start, end in each.relays] for each in found] == relays


def test_relays_make_a_statement_no_less_sure(encoder: Encoder) -> None:
    plain, relayed = (
        encoder.find(text, [(0, len(text))]).attributions[0].confidence
        for text in ("Roe said tanks left.", "Roe said tanks left, by Vorn.")
    )
    assert relayed == pytest.approx(plain, abs=0.01)


def test_relays_reach_over_windows_and_are_counted_once(encoder: Encoder) -> None:
    text = "Ashel: by general it said tanks left in the village. " * 40
    found = encoder.find(text, [(0, len(text))]).attributions
    assert len(found) == 40
    assert len({relay for each in found for relay in each.relays}) == 80


def test_a_model_without_relays_finds_none(tmp_path: Path) -> None:
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": vectors(FROM),
        "cue_key": vectors(KEYS),
    }
    model = Encoder.load(write_model(tmp_path, tables))
    (found,) = model.find("Roe said tanks, by Vorn.", [(0, 24)]).attributions
    assert found.relays == ()


def test_so_many_relays_and_no_more_are_told_of_a_statement(encoder: Encoder) -> None:
    text = "Roe said tanks, " + "Vorn, " * 14
    (found,) = encoder.find(text, [(0, len(text))]).attributions
    assert len(found.relays) == RELAYS
