"""Small networks made at test time: each head looks its answer up by the token it stands on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from trucewatch.core.reading import Aspect, EventKind, Reality

Table = npt.NDArray[np.float32]

SPECIAL: Final = ["[PAD]", "[unused1]", "[unused2]", "[unused3]", "[UNK]", "[CLS]", "[SEP]"]
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
MARKS: Final = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~“”‘’«»„–—…。中文"
WORDS: Final = """
    the a of in to and that by for general captain army rebels said told denied added shelled left
    village tanks guns on monday porters were hurt peace talks would not it he roe vorn ##ed ##ing
    ##lled ##s un ##aff ##able ashel pellow velmar ondrel according
""".split()  # noqa: SIM905 - a table
VOCABULARY: Final = [
    *SPECIAL,
    *dict.fromkeys([*LETTERS, *MARKS, *(f"##{letter}" for letter in LETTERS), *WORDS]),
]


def spans_of(*kinds: str) -> list[str]:
    """The labels of spans."""
    return ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]


NAMES: Final = spans_of("person", "group", "place", "weapon", "time", "quantity")
LABELS: Final[dict[str, list[str]]] = {
    "attribution": spans_of("source", "cue", "content"),
    "names": NAMES,
    "inner": NAMES,
    "trigger": ["O", "trigger"],
    "kind": [kind.value for kind in EventKind],
    "reality": [reality.value for reality in Reality],
    "aspect": [aspect.value for aspect in Aspect],
    "recap": ["new", "recap"],
    "argument": spans_of("by", "against", "with", "from", "at", "when"),
    "relay": spans_of("relay1", "relay2", "relay3", "relay4"),
}
VECTORS: Final = {
    "cue_query": 4,
    "cue_key": 4,
    "argument_token": 3,
    "argument_trigger": 3,
    "relay_query": 4,
}
WINDOWS: Final = {"tokens": 48, "overlap_most": 20, "overlap_least": 12, "settled": 4}


def looked_up(head: str, words: Mapping[str, str], *, sure: float = 6.0) -> Table:
    """A table that gives each listed word its label, and every other token the first label."""
    table = np.zeros((len(VOCABULARY), len(LABELS[head])), np.float32)
    table[:, 0] = sure
    for word, label in words.items():
        row = table[VOCABULARY.index(word)]
        row[0] = 0.0
        row[LABELS[head].index(label)] = sure
    return table


def random_tables(seed: int = 7) -> dict[str, Table]:
    """A table of chance for every head."""
    chance = np.random.default_rng(seed)
    widths = {name: len(labels) for name, labels in LABELS.items() if name != "argument"} | VECTORS
    return {
        name: chance.normal(0, 2, (len(VOCABULARY), width)).astype(np.float32)
        for name, width in widths.items()
    }


def constants(seed: int = 8) -> dict[str, list[list[float]]]:
    """Tables of chance that arguments are told by."""
    chance = np.random.default_rng(seed)
    shapes = {"argument_distance": (31, 3), "argument_weight": (13, 3), "argument_bias": (1, 13)}
    return {name: chance.normal(0, 2, shape).tolist() for name, shape in shapes.items()}


def network(
    tables: Mapping[str, Table], *, mixed: float, inputs: Sequence[str] = ("ids", "casing", "quote")
) -> bytes:
    """Make the network: each output is its table at the token, and a share of the window's mean."""
    nodes, initial = [], [numpy_helper.from_array(np.array([mixed], np.float32), "share")]
    nodes.append(helper.make_node("Add", ["casing", "quote"], ["written"]))
    nodes.append(helper.make_node("Cast", ["written"], ["float"], to=TensorProto.FLOAT))
    nodes.append(helper.make_node("Unsqueeze", ["float", "last"], ["tall"]))
    nodes.append(helper.make_node("Mul", ["tall", "share"], ["small"]))
    initial.append(numpy_helper.from_array(np.array([2], np.int64), "last"))
    for name, table in tables.items():
        initial.append(numpy_helper.from_array(table, f"{name}_table"))
        nodes += [
            helper.make_node("Gather", [f"{name}_table", "ids"], [f"{name}_own"], axis=0),
            helper.make_node("ReduceMean", [f"{name}_own"], [f"{name}_mean"], axes=[1]),
            helper.make_node("Mul", [f"{name}_mean", "small"], [f"{name}_share"]),
            helper.make_node("Add", [f"{name}_own", f"{name}_share"], [name]),
        ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(each, TensorProto.INT64, [1, "tokens"]) for each in inputs],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "tokens", table.shape[1]])
            for name, table in tables.items()
        ],
        initial,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def write_model(
    folder: Path, tables: Mapping[str, Table], *, mixed: float = 0.0, **settings: Any
) -> Path:
    """Write a model's folder; `settings` replace what `model.json` says, None leaves it out."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "model.onnx": network(tables, mixed=mixed),
        "vocab.txt": "".join(f"{piece}\n" for piece in VOCABULARY).encode(),
    }
    labelled = [name for name in tables if name in LABELS]
    if "argument_token" in tables:
        labelled.append("argument")
        settings = {"constants": constants()} | settings
    held = {
        "format": 1,
        "name": "tiny",
        "version": "1",
        "sha256": {name: sha256(content).hexdigest() for name, content in files.items()},
        "labels": {name: LABELS[name] for name in labelled},
        "windows": WINDOWS,
    } | settings
    for name, content in files.items():
        (folder / name).write_bytes(content)
    told = {key: value for key, value in held.items() if value is not None}
    (folder / "model.json").write_text(json.dumps(told), encoding="utf-8")
    return folder
