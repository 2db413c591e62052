"""The training run: batches of windows, one optimiser, averaged weights, resumable at any step."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from corpora import Example, crop
from encoding import WordPiece, encode, windows
from joining import set_behind
from labels import Item, items_of
from losses import batch_losses, inputs, words_of
from masking import hide_names
from network import Network

WEIGHTS = {
    "attribution": 8.0,
    "link": 0.5,
    "relay": 2.0,
    "relay_link": 0.5,
    "names": 1.0,
    "inner": 0.5,
    "trigger": 1.0,
    "kind": 0.5,
    "reality": 1.0,
    "aspect": 0.2,
    "recap": 0.2,
    "argument": 2.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run does: how often it sees each set, how fast it learns."""

    repeats: Mapping[str, int]
    """For each source, how often an epoch sees it."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """For some sources, the share of their texts that an epoch draws."""
    crops: Mapping[str, int] = field(default_factory=dict)
    """For some sources, how many cuttings of a few paragraphs each drawn text gives beside itself."""
    often: Mapping[str, int] = field(default_factory=dict)
    """For some files of passages, how often an epoch sees all of them, whatever their source's share."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """For some losses, another weight than the usual one."""
    epochs: int
    horizon: int
    """The rate falls as if so many epochs were to come."""
    rate: float = 3e-4
    head_rate: float = 1e-3
    tokens: int = 2048
    warm_up: float = 0.06
    average: float = 0.999
    hidden: float = 0.5
    """In this share of texts, names are hidden."""
    joined: float = 0.0
    """With this chance a passage is set behind others."""
    seed: int = 2018


class Averaged:
    """An exponential moving average of the weights."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.held = {k: v.detach().clone() for k, v in network.named_parameters()}

    def take(self, network: Network) -> None:
        """Take a step's weights into the average."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    self.held[name].lerp_(value, 1 - decay)


def epoch_items(
    examples: Sequence[Example], wordpiece: WordPiece, plan: Plan, epoch: int
) -> list[Item]:
    """Give an epoch's windows in their order: fixed by the seed and the epoch's number."""
    chance = random.Random(plan.seed * 1000 + epoch)
    items: list[Item] = []
    for number, example in enumerate(set_behind(examples, chance, plan.joined)):
        times = plan.often.get(example.id.partition(":")[0], 0)
        if not times and chance.random() >= plan.shares.get(example.source, 1.0):
            continue
        parts = [example] * (times or plan.repeats.get(example.source, 1))
        parts += [crop(example, chance) for _ in range(plan.crops.get(example.source, 0))]
        for part in parts:
            hidden = chance.random() < plan.hidden
            masks = hide_names(part, chance, chance.uniform(0.1, 0.8)) if hidden else []
            encoded = encode(part.text, wordpiece, masks=masks)
            if encoded.firsts:
                items.extend(items_of(number, part, encoded, windows(encoded)))
    chance.shuffle(items)
    return items


def mix(network: Network, other: Network, share: float) -> Network:
    """Give the weighted mean of two networks that were trained from one, `share` of it the first's."""
    theirs = other.state_dict()
    mixed = Network()
    mixed.load_state_dict(
        {
            name: share * value + (1 - share) * theirs[name] if value.is_floating_point() else value
            for name, value in network.state_dict().items()
        }
    )
    return mixed


def batches(items: Sequence[Item], tokens: int, chance: random.Random) -> list[list[Item]]:
    """Give batches of windows of like length, in random order, of about `tokens` tokens each."""
    found: list[list[Item]] = []
    pool = 256
    for begin in range(0, len(items), pool):
        batch: list[Item] = []
        for item in sorted(items[begin : begin + pool], key=lambda item: len(item.ids)):
            if batch and (len(batch) + 1) * (len(item.ids) + 2) > tokens:
                found.append(batch)
                batch = []
            batch.append(item)
        if batch:
            found.append(batch)
    chance.shuffle(found)
    return found


def run(
    network: Network,
    examples: Sequence[Example],
    wordpiece: WordPiece,
    plan: Plan,
    folder: Path,
    after_epoch: Callable[[Network, int], Mapping[str, float]],
) -> Network:
    """Train; give the network with its averaged weights. Goes on where `folder` says it stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    network.pieces.weight.requires_grad_(False)
    optimiser = _optimiser(network, plan)
    averaged = Averaged(network, plan.average)
    state = folder / "state.pt"
    epoch = done = total = 0
    if state.exists():
        held = torch.load(state, weights_only=True)
        network.load_state_dict(held["network"])
        optimiser.load_state_dict(held["optimiser"])
        averaged.held, averaged.steps = held["averaged"], held["averaged_steps"]
        epoch, done = held["epoch"], held["done"]
    weights = {**WEIGHTS, **plan.weights}
    log = (folder / "log.jsonl").open("a", encoding="utf-8", newline="")
    while epoch < plan.epochs:
        torch.manual_seed(plan.seed + 100 * epoch + done)
        order = batches(
            epoch_items(examples, wordpiece, plan, epoch), plan.tokens, random.Random(epoch)
        )
        total = len(order)
        network.train()
        begun, seen = time.monotonic(), 0
        sums: dict[str, list[float]] = {}
        for number, batch in enumerate(order):
            if number < done:
                continue
            _set_rate(optimiser, plan, (epoch + number / total) / plan.horizon)
            for name, value in _step(network, optimiser, batch, wordpiece, weights).items():
                sums.setdefault(name, []).append(value)
            averaged.take(network)
            seen += sum(len(item.ids) for item in batch)
            if number % 50 == 49:
                speed = seen / (time.monotonic() - begun)
                means = {name: round(sum(v) / len(v), 4) for name, v in sums.items()}
                entry = {"epoch": epoch, "step": number + 1, "of": total, "tokens_s": int(speed)}
                print(json.dumps({**entry, **means}), file=log, flush=True)
                sums.clear()
            if number % 200 == 199:
                _save(state, network, optimiser, averaged, epoch, number + 1)
        epoch, done = epoch + 1, 0
        _save(state, network, optimiser, averaged, epoch, 0)
        told = after_epoch(with_weights(network, averaged.held), epoch)
        print(json.dumps({"epoch": epoch, "dev": dict(told)}), file=log, flush=True)
        torch.save(averaged.held, folder / "averaged.pt")
    log.close()
    return with_weights(network, averaged.held)


def with_weights(network: Network, held: Mapping[str, torch.Tensor]) -> Network:
    """Give a copy of a network with other weights, ready to answer."""
    other = Network(dropout=0.0)
    other.load_state_dict({**network.state_dict(), **held})
    return other.eval()


def _save(
    path: Path,
    network: Network,
    optimiser: torch.optim.Optimizer,
    averaged: Averaged,
    epoch: int,
    done: int,
) -> None:
    fresh = path.with_suffix(".new")
    torch.save(
        {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "averaged": averaged.held,
            "averaged_steps": averaged.steps,
            "epoch": epoch,
            "done": done,
        },
        fresh,
    )
    fresh.replace(path)


def _optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    encoder = {"places", "norm", "blocks"}
    slow = [v for k, v in network.named_parameters() if k.split(".")[0] in encoder]
    fast = [
        v
        for k, v in network.named_parameters()
        if k.split(".")[0] not in encoder and v.requires_grad
    ]
    groups = [
        {"params": slow, "lr": plan.rate, "base": plan.rate},
        {"params": fast, "lr": plan.head_rate, "base": plan.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _set_rate(optimiser: torch.optim.Optimizer, plan: Plan, share: float) -> None:
    """Warm up in a straight line, then fall along a cosine to a fiftieth."""
    if share < plan.warm_up:
        factor = share / plan.warm_up
    else:
        along = (share - plan.warm_up) / (1 - plan.warm_up)
        factor = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * along))
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * factor


def _step(
    network: Network,
    optimiser: torch.optim.Optimizer,
    batch: Sequence[Item],
    wordpiece: WordPiece,
    weights: Mapping[str, float],
) -> dict[str, float]:
    ids, casing, quote, bias = inputs(batch, wordpiece.begin, wordpiece.end)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encode(ids, casing, quote, bias)
        losses = batch_losses(network, words_of(hidden, batch), batch)
    loss = sum((weights[name] * value for name, value in losses.items()), torch.zeros(()))
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return {name: float(value.detach()) for name, value in losses.items()}
