"""A model's folder, read strictly: `model.json`, and beside it the network and its vocabulary.

`model.json` holds

- `format`: 1; `name` and `version`: what the model is called;
- `sha256`: the hashes of `model.onnx` and `vocab.txt`;
- `labels`: for each head, its labels in the order of the output (see `heads`);
- `transitions`: for some heads, log-scores of each step from a label (row) to a label (column);
- `windows`: how windows are cut (see `windows`);
- `calibration`: for some heads, the temperature that their scores are divided by;
- `curves`: for some kinds of finding, pairs of a raw confidence and how often that is right;
- `constants`: tables that arguments are told by.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NoReturn

from trucewatch.core.errors import ModelError
from trucewatch.extract.encoder.heads import ARGUMENT, CONSTANTS, HEADS, labels_fault
from trucewatch.extract.encoder.windows import WindowPolicy
from trucewatch.extract.encoder.wordpiece import WordPiece

FORMAT: Final = 1
SETTINGS: Final = "model.json"
NETWORK: Final = "model.onnx"
VOCABULARY: Final = "vocab.txt"

SETTINGS_BYTES: Final = 8 * 1024 * 1024
"""Larger settings are none."""

CURVES: Final = ("attribution", "names", "events", "reality", "arguments")
"""Kinds of finding whose confidence may be set right by a curve."""

_NEEDED: Final = frozenset({"format", "name", "version", "sha256", "labels", "windows"})
SETTINGS_KEYS: Final = _NEEDED | {"transitions", "calibration", "curves", "constants"}
"""All that `model.json` may hold."""

_LABELLED: Final = {
    **{name: head for name, head in HEADS.items() if head.form != "vectors"},
    "argument": ARGUMENT,
}

Table = list[list[float]]
"""Rows of numbers, all of one length."""

Curve = tuple[tuple[float, ...], tuple[float, ...]]
"""Raw confidences, rising, and what each is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """All that a model's folder holds; `network` is the bytes of its ONNX file."""

    path: Path
    name: str
    version: str
    network: bytes = field(repr=False)
    network_sha256: str
    wordpiece: WordPiece
    labels: Mapping[str, tuple[str, ...]]
    transitions: Mapping[str, Table]
    windows: WindowPolicy
    temperatures: Mapping[str, float]
    curves: Mapping[str, Curve]
    constants: Mapping[str, Table]


def read_folder(path: Path) -> ModelFolder:
    """Read a model's folder; ModelError where anything in it is missing, altered or not understood."""
    settings = _Settings(path)
    hashes = settings.table("sha256", needed=True)
    network = _checked(path / NETWORK, hashes)
    pieces = _checked(path / VOCABULARY, hashes).decode("utf-8", "replace").split("\n")
    while pieces and not pieces[-1]:
        pieces.pop()
    try:
        wordpiece = WordPiece(pieces)
    except KeyError as error:
        raise ModelError(f"the piece {error} is missing", where=str(path / VOCABULARY)) from error
    return ModelFolder(
        path=path,
        name=settings.words("name"),
        version=settings.words("version"),
        network=network,
        network_sha256=sha256(network).hexdigest(),
        wordpiece=wordpiece,
        labels=(labels := settings.labels()),
        transitions=settings.transitions(labels),
        windows=settings.windows(),
        temperatures=settings.temperatures(),
        curves=settings.curves(),
        constants=settings.constants(labels),
    )


def _checked(path: Path, hashes: Mapping[str, Any]) -> bytes:
    content = _bytes(path)
    if sha256(content).hexdigest() != hashes.get(path.name):
        raise ModelError(
            f"the file is not the one that {SETTINGS} names: its hash differs",
            where=str(path),
            mend="Copy the model's folder again, as a whole",
        )
    return content


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"cannot be read: {error.strerror or error}",
            where=str(path),
            mend=f"A model's folder holds {SETTINGS}, {NETWORK} and {VOCABULARY}",
        ) from error


class _Settings:
    """What `model.json` says, looked at part by part."""

    def __init__(self, path: Path) -> None:
        self._where = str(path / SETTINGS)
        raw = _bytes(path / SETTINGS)
        if len(raw) > SETTINGS_BYTES:
            self.fail(f"larger than {SETTINGS_BYTES:,} bytes")
        try:
            held = json.loads(raw)
        except (ValueError, RecursionError) as error:
            self.fail(f"no JSON: {error}")
        if not isinstance(held, dict):
            self.fail("no JSON object")
        if held.get("format") != FORMAT:
            self.fail(
                f"a model of format {held.get('format')!r}, where this program reads {FORMAT}",
                mend="Take the model that belongs to this version of trucewatch",
            )
        if wrong := sorted((_NEEDED - held.keys()) | (held.keys() - SETTINGS_KEYS)):
            self.fail(f"missing or unknown: {', '.join(wrong)}")
        self._held: dict[str, Any] = held

    def fail(self, what: str, mend: str | None = None) -> NoReturn:
        """Raise ModelError."""
        raise ModelError(what, where=self._where, mend=mend)

    def words(self, key: str) -> str:
        """Give a text of one line."""
        value = self._held[key]
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            self.fail(f"`{key}` is no line of text")
        return value

    def table(self, key: str, *, needed: bool = False) -> dict[str, Any]:
        """Give an object; an empty one where it is left out."""
        value = self._held.get(key, {})
        if not isinstance(value, dict) or (needed and not value):
            self.fail(f"`{key}` is no object")
        return value

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Give the labels of each head."""
        held = self.table("labels", needed=True)
        for head, labels in held.items():
            if head not in _LABELLED:
                self.fail(f"`labels`: there is no head {head!r}")
            if not isinstance(labels, list) or not all(isinstance(each, str) for each in labels):
                self.fail(f"`labels`: {head!r} has no list of words")
            if fault := labels_fault(_LABELLED[head], labels):
                self.fail(f"`labels`: {head!r}: {fault}")
        return {head: tuple(labels) for head, labels in held.items()}

    def transitions(self, labels: Mapping[str, tuple[str, ...]]) -> dict[str, Table]:
        """Give the scores of steps from label to label."""
        held = self.table("transitions")
        for head, rows in held.items():
            size = len(labels.get(head, ()))
            if not size or not _is_table(rows, size) or len(rows) != size:
                self.fail(f"`transitions`: {head!r} has no row and column for each of its labels")
        return held

    def windows(self) -> WindowPolicy:
        """Give the way that windows are cut."""
        held = self.table("windows", needed=True)
        if not all(type(value) is int for value in held.values()):
            self.fail("`windows`: whole numbers are wanted")
        try:
            return WindowPolicy(**held)
        except (TypeError, ValueError) as error:
            self.fail(f"`windows`: {error}")

    def temperatures(self) -> dict[str, float]:
        """Give what scores are divided by."""
        held = self.table("calibration")
        for head, value in held.items():
            if head not in _LABELLED or not _is_number(value) or not 0.05 <= value <= 20:
                self.fail(f"`calibration`: {head!r} has no temperature of a head")
        return {head: float(value) for head, value in held.items()}

    def curves(self) -> dict[str, Curve]:
        """Give the curves that set confidences right."""
        found: dict[str, Curve] = {}
        for kind, points in self.table("curves").items():
            if kind not in CURVES or not _is_table(points, 2) or len(points) < 2:
                self.fail(f"`curves`: {kind!r} has no pairs of numbers")
            raw, worth = zip(*points, strict=True)
            if list(raw) != sorted(set(raw)) or not all(0 <= each <= 1 for each in (*raw, *worth)):
                self.fail(f"`curves`: {kind!r} does not rise from 0 to 1")
            found[kind] = (raw, worth)
        return found

    def constants(self, labels: Mapping[str, tuple[str, ...]]) -> dict[str, Table]:
        """Give the tables that arguments are told by: all or none."""
        held = self.table("constants")
        if not held and "argument" not in labels:
            return {}
        for name in CONSTANTS:
            rows = held.get(name)
            if not isinstance(rows, list) or not rows or not _is_table(rows, _width(rows)):
                self.fail(f"`constants`: {name!r} is no table of numbers")
        distance, weight, bias = (held[name] for name in CONSTANTS)
        shapes = [(len(rows), len(rows[0])) for rows in (weight, bias)]
        size = len(labels.get("argument", ()))
        if shapes != [(size, len(distance[0])), (1, size)] or not len(distance) % 2:
            self.fail("`constants`: the tables do not fit each other or the labels of `argument`")
        return {name: held[name] for name in CONSTANTS}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6


def _width(rows: list[Any]) -> int:
    return len(rows[0]) if isinstance(rows[0], list) else 0


def _is_table(rows: object, width: int) -> bool:
    """Tell whether rows of so many numbers each are given."""
    return isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == width > 0 and all(map(_is_number, row))
        for row in rows
    )
