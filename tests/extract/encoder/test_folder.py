"""A model's folder: what is unsound in it is told, with the file and the fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tiny_model import LABELS, VOCABULARY, constants, network, random_tables, write_model
from trucewatch.core.errors import ModelError
from trucewatch.extract.encoder.encoder import Encoder
from trucewatch.extract.encoder.folder import read_folder

TABLES = random_tables()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_model(tmp_path / "model", TABLES)


def test_a_sound_folder(folder: Path) -> None:
    model = read_folder(folder)
    assert (model.name, model.version) == ("tiny", "1")
    assert model.labels["attribution"][3] == "B-cue"
    assert Encoder.load(folder).version == f"tiny/1 {model.network_sha256[:12]}"


@pytest.mark.parametrize("name", ["model.json", "model.onnx", "vocab.txt"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=r"A model's folder holds") as told:
        Encoder.load(folder)
    assert told.value.where == str(folder / name)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere.*cannot be read"):
        Encoder.load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt"])
def test_an_altered_file_is_refused(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ModelError, match=r"its hash differs\. Copy the model's folder again"):
        Encoder.load(folder)


SETTINGS: list[tuple[dict[str, Any], str]] = [
    ({"format": 2}, "a model of format 2, where this program reads 1. Take the model that belongs"),
    ({"format": None}, "a model of format None"),
    ({"name": None}, "missing or unknown: name"),
    ({"colour": "red"}, "missing or unknown: colour"),
    ({"name": "a\nb"}, "`name` is no line of text"),
    ({"version": 3}, "`version` is no line of text"),
    ({"sha256": []}, "`sha256` is no object"),
    ({"labels": {}}, "`labels` is no object"),
    ({"labels": {"colours": ["O"]}}, "there is no head 'colours'"),
    ({"labels": {"cue_key": ["O"]}}, "there is no head 'cue_key'"),
    ({"labels": {"names": "O"}}, "'names' has no list of words"),
    ({"labels": {"names": ["O", "B-person"]}}, "as O and then B- and I- of each"),
    ({"labels": {"names": ["O", "B-ship", "I-ship"]}}, "must be of group, person, place"),
    ({"labels": {"names": ["O", *["B-group", "I-group"] * 2]}}, "must be of group"),
    ({"labels": {"recap": ["new", "old"]}}, "must be of new, recap"),
    ({"labels": {"recap": ["new", "new", "recap"]}}, "must be of new, recap"),
    ({"transitions": {"names": [[0.0]]}}, "'names' has no row and column for each of its labels"),
    ({"transitions": {"attribution": [[0.0] * 7] * 6}}, "'attribution' has no row and column"),
    ({"transitions": {"attribution": [[True] * 7] * 7}}, "'attribution' has no row and column"),
    ({"windows": {"tokens": 48}}, "`windows`:"),
    ({"windows": {"tokens": 48, "overlap_most": 60, "overlap_least": 12, "settled": 4}}, "cannot"),
    ({"windows": {"tokens": 4.5}}, "whole numbers are wanted"),
    ({"calibration": {"names": 0}}, "'names' has no temperature of a head"),
    ({"calibration": {"cue_key": 1}}, "'cue_key' has no temperature"),
    ({"curves": {"names": [[0, 0]]}}, "'names' has no pairs of numbers"),
    ({"curves": {"names": [[0.5, 0], [0.4, 1]]}}, "'names' does not rise from 0 to 1"),
    ({"curves": {"names": [[0, 0], [1, 2]]}}, "'names' does not rise from 0 to 1"),
    ({"curves": {"dates": [[0, 0], [1, 1]]}}, "'dates' has no pairs"),
    ({"constants": {}}, "'argument_distance' is no table of numbers"),
    ({"constants": constants() | {"argument_bias": [[1.0]]}}, "the tables do not fit"),
    ({"constants": constants() | {"argument_weight": [[1.0], [1.0, 2.0]]}}, "is no table"),
]


@pytest.mark.parametrize(("settings", "said"), SETTINGS)
def test_settings_that_are_unsound_are_refused(
    tmp_path: Path, settings: dict[str, Any], said: str
) -> None:
    write_model(tmp_path, TABLES, **settings)
    with pytest.raises(ModelError) as told:
        Encoder.load(tmp_path)
    assert said in str(told.value)
    assert told.value.where == str(tmp_path / "model.json")


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format": 1}'])
def test_settings_that_are_none(folder: Path, content: bytes) -> None:
    (folder / "model.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"model\.json"):
        Encoder.load(folder)


def forged(folder: Path, content: bytes) -> Path:
    """Put another network in the folder, with its right hash."""
    from hashlib import sha256

    (folder / "model.onnx").write_bytes(content)
    settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    settings["sha256"]["model.onnx"] = sha256(content).hexdigest()
    (folder / "model.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def without(*names: str) -> bytes:
    kept = {each: table for each, table in TABLES.items() if each not in names}
    return network(kept, mixed=0.0)


def with_width(name: str, width: int) -> bytes:
    return network(TABLES | {name: np.zeros((len(VOCABULARY), width), np.float32)}, mixed=0.0)


NETWORKS = [
    (b"no network", "no network that can be run"),
    (network({"colours": TABLES["names"]}, mixed=0.0), "no output is one of"),
    (
        network(TABLES, mixed=0.0, inputs=("ids", "casing", "quote", "more")),
        "the inputs are casing,",
    ),
    (without("cue_key"), "some are missing"),
    (without("recap"), "some are missing"),
    (without("relay"), "some are missing"),
    (without("attribution", "cue_query", "cue_key"), "'relay' is of no use without 'attribution'"),
    (with_width("names", 5), "the output 'names' does not fit its labels"),
    (with_width("cue_key", 5), "'cue_query' and 'cue_key' differ in width"),
    (with_width("argument_token", 5), "'argument_token' and 'argument_trigger' differ"),
    (network({name: table[:4] for name, table in TABLES.items()}, mixed=0.0), "the network fails"),
]


@pytest.mark.parametrize(("content", "said"), NETWORKS)
def test_a_network_that_does_not_fit_is_refused(folder: Path, content: bytes, said: str) -> None:
    with pytest.raises(ModelError) as told:
        Encoder.load(forged(folder, content))
    assert said in str(told.value)
    assert told.value.where == str(folder / "model.onnx")
    assert told.value.mend == "Give another --model"


def test_an_output_without_labels_is_refused(tmp_path: Path) -> None:
    labels = {name: given for name, given in LABELS.items() if name != "inner"}
    write_model(tmp_path, TABLES, labels=labels)
    with pytest.raises(ModelError, match="'inner' does not fit its labels"):
        Encoder.load(tmp_path)


def test_absent_heads_are_not_read(tmp_path: Path) -> None:
    write_model(tmp_path, {"names": TABLES["names"]})
    found = Encoder.load(tmp_path).find("Roe said peace", [(0, 14)])
    assert (found.attributions, found.events) == ((), ())


def test_a_vocabulary_without_a_special_piece_is_refused(folder: Path) -> None:
    from hashlib import sha256

    content = "".join(f"{piece}\n" for piece in VOCABULARY if piece != "[unused2]").encode()
    settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    settings["sha256"]["vocab.txt"] = sha256(content).hexdigest()
    (folder / "vocab.txt").write_bytes(content)
    (folder / "model.json").write_text(json.dumps(settings), encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocab\.txt: the piece '\[unused2\]' is missing"):
        Encoder.load(folder)
