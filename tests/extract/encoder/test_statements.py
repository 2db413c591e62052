"""Statements from labels and links, on a network that looks both up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tiny_model import VECTORS, VOCABULARY, Table, looked_up, write_model
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.found import Attribution, Fragment

ROLES = {
    "roe": "B-source", "vorn": "B-source", "general": "B-source",
    "said": "B-cue", "denied": "B-cue", "according": "B-cue",
    "tanks": "B-content", "guns": "B-content", "left": "I-content", "shelled": "I-content",
    "ashel": "I-content", "peace": "B-content", "talks": "I-content",
}  # fmt: skip
TO = {"said": 0, "denied": 1, "according": 2}
FROM = {"roe": 0, "tanks": 0, "vorn": 1, "guns": 1, "general": 2, "peace": 2}


def vectors(places: dict[str, int]) -> Table:
    table = np.zeros((len(VOCABULARY), VECTORS["cue_key"]), np.float32)
    for word, place in places.items():
        table[VOCABULARY.index(word), place] = 3.0
    return table


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": vectors(FROM),
        "cue_key": vectors(TO),
    }
    return Encoder.load(write_model(tmp_path_factory.mktemp("model"), tables))


def told(text: str, found: Attribution) -> str:
    parts = (found.source, found.cue, found.content)
    return " | ".join(" + ".join(text[start:end] for start, end in part) for part in parts)


STATEMENTS = [
    ("Roe said tanks left.", ["Roe | said | tanks left"]),
    ("tanks left, Roe said.", ["Roe | said | tanks left"]),
    ("Tanks left, Roe said, by Ashel.", ["Roe | said | Tanks left"]),
    ("Roe said tanks left. Vorn denied.", ["Roe | said | tanks left", "Vorn | denied | "]),
    ("Vorn denied guns shelled Ashel; Roe said tanks left", [
        "Vorn | denied | guns shelled Ashel", "Roe | said | tanks left"]),
    ("Vorn, Roe denied, said tanks.", ["Vorn | denied | ", "Roe | said | tanks"]),
    ("Roe said tanks left\n\ntanks shelled Ashel", ["Roe | said | tanks left + tanks shelled Ashel"]),
    ("Peace talks. Tanks left.", [" |  | Peace talks", " |  | Tanks left"]),
    ("Peace talks. Roe: tanks left", [" |  | Peace talks", "Roe |  | tanks left"]),
    ("Roe left.", []),
    ("He left.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statements"), STATEMENTS)
def test_fragments_go_to_their_cues(encoder: Encoder, text: str, statements: list[str]) -> None:
    found = encoder.find(text, [(0, len(text))])
    assert [told(text, each) for each in found.attributions] == statements
    assert all(0.5 < each.confidence <= 1 for each in found.attributions)


def test_a_doubtful_link_makes_a_doubtful_statement(encoder: Encoder) -> None:
    sure, doubtful = (
        encoder.find(text, [(0, len(text))]).attributions[0].confidence
        for text in ("Roe said tanks.", "Roe said tanks, he said.")
    )
    assert sure > doubtful


def test_a_statement_without_a_source_shares_the_likeliest_of_another(tmp_path: Path) -> None:
    """Roe, linked half and half with two cues, is the source of both; Vorn's own stays Vorn's."""
    query = vectors({**FROM, "roe": 0})
    query[VOCABULARY.index("roe"), 1] = 2.8
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": query,
        "cue_key": vectors(TO),
    }
    encoder = Encoder.load(write_model(tmp_path, tables))
    for text, sources in (
        ("Roe said tanks left, denied guns.", ["Roe", "Roe"]),
        ("Roe said tanks left, Vorn denied guns.", ["Roe", "Vorn"]),
    ):
        found = encoder.find(text, [(0, len(text))]).attributions
        assert [text[start:end] for each in found for start, end in each.source] == sources


def test_links_reach_over_the_edge_of_what_counts_in_a_window(encoder: Encoder) -> None:
    """Of a long row of statements, whatever the windows, none is cut or counted twice."""
    text = "Roe said tanks left by the village. " * 40
    found = encoder.find(text, [(0, len(text))]).attributions
    assert len(found) == 40
    for number, each in enumerate(found):
        base = 36 * number
        assert each.cue == (Fragment(base + 4, base + 8),)
    sources = [each for one in found for each in one.source]
    contents = [each for one in found for each in one.content]
    assert len(set(sources)) == 40
    assert len(set(contents)) == len(contents) == 40


def test_a_content_longer_than_a_window_is_one_as_far_as_its_window_sees(encoder: Encoder) -> None:
    text = "Roe said tanks " + "left " * 200
    (found,) = encoder.find(text, [(0, len(text))]).attributions
    assert found.content[0].start == 9
    assert found.content[0].end > 9 + 30 * 5


def test_a_confidence_is_set_right_by_the_model_s_curve(encoder: Encoder, tmp_path: Path) -> None:
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": vectors(FROM),
        "cue_key": vectors(TO),
    }
    curves = {"attribution": [[0.0, 0.1], [1.0, 0.3]]}
    model = write_model(tmp_path, tables, curves=curves)
    (righted,) = Encoder.load(model).find("Roe said tanks.", [(0, 15)]).attributions
    (raw,) = encoder.find("Roe said tanks.", [(0, 15)]).attributions
    assert righted.confidence == pytest.approx(0.1 + 0.2 * raw.confidence)


def test_heat_makes_a_model_less_sure_and_changes_no_span(encoder: Encoder, tmp_path: Path) -> None:
    tables = {
        "attribution": looked_up("attribution", ROLES),
        "cue_query": vectors(FROM),
        "cue_key": vectors(TO),
    }
    warm = Encoder.load(write_model(tmp_path, tables, calibration={"attribution": 2.0}))
    (doubtful,) = warm.find("Roe said tanks.", [(0, 15)]).attributions
    (sure,) = encoder.find("Roe said tanks.", [(0, 15)]).attributions
    assert doubtful.confidence < sure.confidence
    assert (doubtful.source, doubtful.content) == (sure.source, sure.content)
