"""From trained weights to a model's folder: an int8 ONNX network, its vocabulary, its settings."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import onnxruntime
import torch
from crf import forbidden
from encoding import CASINGS, POLICY, QUOTES
from fusing import fuse_attention, fuse_gelu
from network import (
    ARGUMENTS,
    ASPECTS,
    EVENT_KINDS,
    HEADS,
    LAYERS,
    NAME_KINDS,
    REALITIES,
    RELAYS,
    ROLES,
    Network,
    tags,
)
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

OUTPUTS: Final = (
    "attribution",
    "cue_query",
    "cue_key",
    "relay",
    "relay_query",
    "names",
    "inner",
    "trigger",
    "kind",
    "reality",
    "aspect",
    "recap",
    "argument_token",
    "argument_trigger",
)


class Answers(nn.Module):
    """The network as it is exported: each head's scores of each token."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, casing: Tensor, quote: Tensor) -> tuple[Tensor, ...]:
        """Give the scores of every output, in the order of OUTPUTS."""
        network = self.network
        hidden = network.encode(ids, casing, quote, None)
        return (
            network.attribution(hidden),
            network.link_query(hidden),
            network.link_key(hidden),
            network.relay(hidden),
            network.relay_query(hidden),
            network.names(hidden),
            network.inner(hidden),
            network.trigger(hidden),
            network.kind(hidden),
            network.realities(hidden),
            network.aspect(hidden),
            network.recap(hidden),
            network.argument_token(hidden),
            network.argument_trigger(hidden),
        )


SAME: Final = 1e-4
"""So much the answers may differ once steps are fused, before anything is quantised."""


def export(
    network: Network,
    vocabulary: Path,
    folder: Path,
    name: str,
    version: str,
    *,
    fused: bool = True,
) -> None:
    """Write a model's folder: `model.onnx`, `vocab.txt`, `model.json`.

    `fused` puts attention and GELU into one step each: a sixth faster, the same answers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as held:
        plain, ready = Path(held) / "plain.onnx", Path(held) / "ready.onnx"
        _export_plain(network.eval(), plain)
        if fused:
            _fuse(plain)
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(folder / "model.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # without it, CPUs that lack VNNI overflow
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # behind fused steps
        )
    shutil.copyfile(vocabulary, folder / "vocab.txt")
    write_settings(folder, settings(network, name, version))


def _export_plain(network: Network, path: Path) -> None:
    example = torch.ones(1, 24, dtype=torch.long)
    length = torch.export.Dim("tokens", min=3, max=512)
    torch.onnx.export(
        Answers(network),
        (example * 1000, example, example.clone()),  # one tensor twice would be one input
        str(path),
        input_names=["ids", "casing", "quote"],
        output_names=list(OUTPUTS),
        dynamic_shapes={key: {1: length} for key in ("ids", "casing", "quote")},
        opset_version=18,
        dynamo=True,
        external_data=False,
    )


def _fuse(path: Path) -> None:
    """Fuse steps of a network's file; ValueError where its answers would change."""
    before = path.read_bytes()
    model = onnx.load_from_string(before)
    if fuse_attention(model, HEADS) != LAYERS or fuse_gelu(model) < LAYERS:
        raise ValueError("not every layer could be fused")
    after = model.SerializeToString()
    far = _apart(before, after)
    if far > SAME:
        raise ValueError(f"fused, the network's answers differ by {far:.2g}")
    path.write_bytes(after)


def _apart(one: bytes, other: bytes) -> float:
    """Give how far the answers of two networks differ at most, on windows of chance."""
    chance = np.random.default_rng(1)
    sessions = [
        onnxruntime.InferenceSession(each, providers=["CPUExecutionProvider"])
        for each in (one, other)
    ]
    far = 0.0
    for tokens in (3, 40, POLICY.tokens):
        feed = {
            key: chance.integers(low, high, (1, tokens))
            for key, low, high in (
                ("ids", 999, 30522),
                ("casing", 0, CASINGS),
                ("quote", 0, QUOTES),
            )
        }
        answers = (session.run(None, feed) for session in sessions)
        far = max(far, *(float(np.abs(a - b).max()) for a, b in zip(*answers, strict=True)))
    return far


def settings(network: Network, name: str, version: str) -> dict[str, Any]:
    """Give all of `model.json` but its hashes."""
    rounded = lambda table: [[round(float(v), 5) for v in row] for row in table]  # noqa: E731
    with torch.no_grad():
        steps = (network.transitions + forbidden(len(ROLES))).clamp(min=-10_000)
        return {
            "format": 1,
            "name": name,
            "version": version,
            "labels": {
                "attribution": tags(ROLES),
                "relay": tags(RELAYS),
                "names": tags(NAME_KINDS),
                "inner": tags(NAME_KINDS),
                "trigger": ["O", "trigger"],
                "kind": list(EVENT_KINDS),
                "reality": list(REALITIES),
                "aspect": list(ASPECTS),
                "recap": ["new", "recap"],
                "argument": tags(ARGUMENTS),
            },
            "transitions": {"attribution": rounded(steps)},
            "windows": asdict(POLICY),
            "calibration": {},
            "curves": {},
            "constants": {
                "argument_distance": rounded(network.argument_distance.weight),
                "argument_weight": rounded(network.argument.weight),
                "argument_bias": rounded(network.argument.bias[None]),
            },
        }


def write_settings(folder: Path, held: dict[str, Any]) -> None:
    """Write `model.json` with the hashes of the files beside it."""
    hashes = {
        each: hashlib.sha256((folder / each).read_bytes()).hexdigest()
        for each in ("model.onnx", "vocab.txt")
    }
    text = json.dumps({**held, "sha256": hashes}, indent=1, ensure_ascii=False) + "\n"
    (folder / "model.json").write_bytes(text.encode("utf-8"))
