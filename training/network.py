"""The network: MiniLM-L6 with a feature embedding at its input and small heads on its last layer."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Final

import torch
from encoding import CASINGS, QUOTES
from torch import Tensor, nn
from torch.nn import functional

ROLES: Final = ("source", "cue", "content")
NAME_KINDS: Final = ("person", "group", "place", "weapon", "time", "quantity")
EVENT_KINDS: Final = (
    "attack",
    "clash",
    "seizure",
    "withdrawal",
    "deployment",
    "construction",
    "patrol",
    "opening",
    "closure",
    "meeting",
    "agreement",
    "acceptance",
    "refusal",
    "release",
    "displacement",
    "other",
)
REALITIES: Final = (
    "asserted",
    "distanced",
    "negated",
    "denied",
    "planned",
    "promised",
    "postponed",
    "demanded",
    "feared",
)
ASPECTS: Final = ("once", "repeated", "ongoing")
RELAYS: Final = ("relay1", "relay2", "relay3", "relay4")
"""Who passes a statement on, by how many stand between: `relay1` heard or quotes the first speaker."""
ARGUMENTS: Final = ("by", "against", "with", "from", "at", "when")

WIDTH: Final = 384
LAYERS: Final = 6
HEADS: Final = 12
LINK: Final = 96
ARGUMENT: Final = 128
NEAR: Final = 15
"""Distances of words are told apart up to this many, on a scale of powers of two."""


def tags(kinds: tuple[str, ...]) -> list[str]:
    """Give the BIO labels of kinds: O, then B and I of each."""
    return ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]


class Dropout(nn.Module):
    """Dropout from a pool of drawn masks: drawing anew for each call costs a third of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pool: Tensor | None = None

    def forward(self, hidden: Tensor) -> Tensor:
        """Drop a share of the values while training."""
        if not self.training or not self.share:
            return hidden
        size = hidden.numel()
        if self.pool is None or len(self.pool) < 4 * size:
            self.pool = _draw_pool(self.share, 4 * size)
        begin = int(torch.randint(0, len(self.pool) - size + 1, ()))
        mask = self.pool[begin : begin + size].view(hidden.shape)
        return hidden * mask.to(hidden.dtype)


def _draw_pool(share: float, size: int) -> Tensor:
    kept = torch.rand(size) >= share
    return (kept / (1 - share)).to(torch.bfloat16)


class Block(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """Mix what the tokens hold; `bias` is added to the attention's scores, to hide padding."""
        batch, length, _ = hidden.shape
        mixed = self.mix(hidden).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        # Plain products: on a CPU they are faster in bfloat16 than the fused attention.
        scores = torch.matmul(query * (WIDTH // HEADS) ** -0.5, key.transpose(-1, -2))
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        seen = torch.matmul(scores.softmax(-1), value)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.first_norm(hidden + self.dropout(self.out(seen)))
        return self.second_norm(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.blocks = nn.ModuleList(Block(self.dropout) for _ in range(LAYERS))
        self.attribution = nn.Linear(WIDTH, 1 + 2 * len(ROLES))
        self.transitions = nn.Parameter(torch.zeros(7, 7))
        self.link_query = nn.Linear(WIDTH, LINK)
        self.link_key = nn.Linear(WIDTH, LINK)
        self.relay = nn.Linear(WIDTH, 1 + 2 * len(RELAYS))
        self.relay_query = nn.Linear(WIDTH, LINK)
        self.names = nn.Linear(WIDTH, 1 + 2 * len(NAME_KINDS))
        self.inner = nn.Linear(WIDTH, 1 + 2 * len(NAME_KINDS))
        self.trigger = nn.Linear(WIDTH, 2)
        self.kind = nn.Linear(WIDTH, len(EVENT_KINDS))
        self.reality_up = nn.Linear(WIDTH, 192)
        self.reality = nn.Linear(192, len(REALITIES))
        self.aspect = nn.Linear(WIDTH, len(ASPECTS))
        self.recap = nn.Linear(WIDTH, 2)
        self.argument_token = nn.Linear(WIDTH, ARGUMENT)
        self.argument_trigger = nn.Linear(WIDTH, ARGUMENT)
        self.argument_distance = nn.Embedding(2 * NEAR + 1, ARGUMENT)
        self.argument = nn.Linear(ARGUMENT, 1 + 2 * len(ARGUMENTS))
        for table in (self.casing, self.quote):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.normal_(self.argument_distance.weight, std=0.1)

    def encode(self, ids: Tensor, casing: Tensor, quote: Tensor, bias: Tensor | None) -> Tensor:
        """Give each token its vector, [batch, tokens, WIDTH]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.pieces(ids) + self.places(places)
        hidden = self.norm(hidden + self.casing(casing) + self.quote(quote))
        hidden = self.dropout(hidden)
        for block in self.blocks:
            hidden = block(hidden, bias)
        return self.dropout(hidden)

    def realities(self, hidden: Tensor) -> Tensor:
        """Give the scores of each token's reality."""
        return self.reality(functional.gelu(self.reality_up(hidden)))


def start_from(network: Network, weights: Path) -> None:
    """Fill the encoder from the MiniLM-L6 weights (safetensors)."""
    held = _safetensors(weights)
    with torch.no_grad():
        network.pieces.weight.copy_(held["embeddings.word_embeddings.weight"])
        network.places.weight.copy_(held["embeddings.position_embeddings.weight"])
        kinds = held["embeddings.token_type_embeddings.weight"]
        network.places.weight.add_(kinds[0])
        network.norm.weight.copy_(held["embeddings.LayerNorm.weight"])
        network.norm.bias.copy_(held["embeddings.LayerNorm.bias"])
        for number, block in enumerate(network.blocks):
            _fill(block, f"encoder.layer.{number}.", held)  # type: ignore[arg-type]


def _fill(block: Block, prefix: str, held: dict[str, Tensor]) -> None:
    parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
    block.mix.weight.copy_(torch.cat([held[part + "weight"] for part in parts]))
    block.mix.bias.copy_(torch.cat([held[part + "bias"] for part in parts]))
    for module, name in (
        (block.out, "attention.output.dense."),
        (block.first_norm, "attention.output.LayerNorm."),
        (block.up, "intermediate.dense."),
        (block.down, "output.dense."),
        (block.second_norm, "output.LayerNorm."),
    ):
        module.weight.copy_(held[prefix + name + "weight"])
        module.bias.copy_(held[prefix + name + "bias"])


def _safetensors(path: Path) -> dict[str, Tensor]:
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    found: dict[str, Tensor] = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        begin, end = entry["data_offsets"]
        part = bytearray(raw[8 + size + begin : 8 + size + end])
        found[name] = torch.frombuffer(part, dtype=torch.float32).reshape(entry["shape"])
    return found
