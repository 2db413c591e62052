"""The loss of a batch: of each head, over what the batch's sets mark."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from crf import crf_loss, forbidden
from labels import NONE, Item
from network import ARGUMENTS, NAME_KINDS, NEAR, Network
from torch import Tensor
from torch.nn import functional

BANNED = forbidden(3)


def padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """Give rows of differing length as one tensor."""
    length = max(1, max((len(row) for row in rows), default=0))
    return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])


def inputs(
    items: Sequence[Item], begin: int, end: int
) -> tuple[Tensor, Tensor, Tensor, Tensor | None]:
    """Give ids, casing, quote and the attention's bias of a batch."""
    ids = padded([[begin, *item.ids, end] for item in items])
    casing = padded([[0, *item.casing, 0] for item in items])
    quote = padded([[0, *item.quote, 0] for item in items])
    sizes = torch.tensor([len(item.ids) + 2 for item in items])
    if int(sizes.min()) == int(sizes.max()):
        return ids, casing, quote, None
    real = torch.arange(ids.shape[1])[None] < sizes[:, None]
    bias = torch.zeros(real.shape).masked_fill(~real, -1e4)
    return ids, casing, quote, bias[:, None, None, :]


def words_of(hidden: Tensor, items: Sequence[Item]) -> Tensor:
    """Give the vectors of each item's words, [batch, words, width]."""
    firsts = padded([item.firsts for item in items]).to(hidden.device)
    return hidden.gather(1, firsts[..., None].expand(-1, -1, hidden.shape[2]))


def batch_losses(network: Network, words: Tensor, items: Sequence[Item]) -> dict[str, Tensor]:
    """Give the mean loss of each head that the batch teaches; `words` as `words_of` gives them."""
    losses: dict[str, Tensor] = {}
    _attribution(network, words, items, losses)
    _relays(network, words, items, losses)
    _names(network, words, items, losses)
    _events(network, words, items, losses)
    return losses


def _attribution(
    network: Network, words: Tensor, items: Sequence[Item], losses: dict[str, Tensor]
) -> None:
    rows = [row for row, item in enumerate(items) if item.attribution]
    if not rows:
        return
    told = [items[row] for row in rows]
    labels = padded([item.attribution for item in told])
    held = words[rows][:, : labels.shape[1]]
    counts = torch.tensor([len(item.attribution) for item in told])
    scores = network.attribution(held).float()
    loss = crf_loss(scores, labels, counts, network.transitions + BANNED)
    losses["attribution"] = loss / counts.sum()
    pairs = [(row, a, b) for row, item in enumerate(told) for a, b in item.links]
    if pairs:
        losses["link"] = _link(network.link_query(held), network.link_key(held), counts, pairs)


def _link(
    queries: Tensor, keys: Tensor, counts: Tensor, pairs: Sequence[tuple[int, int, int]]
) -> Tensor:
    """Give the loss of (row, fragment, cue): each fragment's word is to find its cue's."""
    row, fragment, cue = torch.tensor(pairs).unbind(1)
    scores = (queries.float()[row, fragment][:, None] * keys.float()[row]).sum(2)
    real = torch.arange(keys.shape[1])[None] < counts[row][:, None]
    return functional.cross_entropy(scores.masked_fill(~real, -1e4), cue)


def _relays(
    network: Network, words: Tensor, items: Sequence[Item], losses: dict[str, Tensor]
) -> None:
    rows = [row for row, item in enumerate(items) if item.relay]
    if not rows:
        return
    held = [words[row, : len(items[row].relay)] for row in rows]
    scores = torch.cat([network.relay(each) for each in held]).float()
    labels = torch.tensor([label for row in rows for label in items[row].relay])
    losses["relay"] = functional.cross_entropy(scores, labels)
    pairs = [(n, a, b) for n, row in enumerate(rows) for a, b in items[row].relay_links]
    if pairs:
        counts = torch.tensor([len(each) for each in held])
        vectors = torch.nn.utils.rnn.pad_sequence(held, batch_first=True)
        losses["relay_link"] = _link(
            network.relay_query(vectors), network.link_key(vectors), counts, pairs
        )


def _names(
    network: Network, words: Tensor, items: Sequence[Item], losses: dict[str, Tensor]
) -> None:
    for head in ("names", "inner"):
        rows = [row for row, item in enumerate(items) if getattr(item, head)]
        if not rows:
            continue
        scores, labels = [], []
        for row in rows:
            item = items[row]
            marked = torch.tensor(getattr(item, head))
            raw = getattr(network, head)(words[row, : len(marked)]).float()
            scores.append(_merged(raw, item.kinds, NAME_KINDS))
            labels.append(marked)
        losses[head] = functional.nll_loss(torch.cat(scores), torch.cat(labels))


def _merged(raw: Tensor, marked: frozenset[str], kinds: Sequence[str]) -> Tensor:
    """Give log-probabilities where *O* takes in every kind that the set does not mark."""
    logs = raw.log_softmax(-1)
    unmarked = [
        1 + 2 * number + step
        for number, kind in enumerate(kinds)
        if kind not in marked
        for step in (0, 1)
    ]
    if not unmarked:
        return logs
    outside = torch.logsumexp(logs[..., [0, *unmarked]], -1, keepdim=True)
    return torch.cat([outside, logs[..., 1:]], -1)


def _events(
    network: Network, words: Tensor, items: Sequence[Item], losses: dict[str, Tensor]
) -> None:
    rows = [row for row, item in enumerate(items) if item.trigger]
    if rows:
        scores = torch.cat([network.trigger(words[row, : len(items[row].trigger)]) for row in rows])
        labels = torch.tensor([label for row in rows for label in items[row].trigger])
        losses["trigger"] = functional.cross_entropy(scores.float(), labels, ignore_index=NONE)
    events = [(row, event) for row, item in enumerate(items) for event in item.events]
    if not events:
        return
    held = torch.stack([words[row, event.word] for row, event in events])
    _realities(network, held, [event.realities for _, event in events], losses)
    for head, scores in (
        ("kind", network.kind(held)),
        ("aspect", network.aspect(held)),
        ("recap", network.recap(held)),
    ):
        labels = torch.tensor([getattr(event, head) for _, event in events])
        if bool((labels != NONE).any()):
            losses[head] = functional.cross_entropy(scores.float(), labels, ignore_index=NONE)
    _arguments(network, words, items, losses)


def _realities(
    network: Network, held: Tensor, open_: Sequence[tuple[int, ...]], losses: dict[str, Tensor]
) -> None:
    """Let the reality be any of those that a set leaves open."""
    rows = [row for row, each in enumerate(open_) if each]
    if not rows:
        return
    logs = network.realities(held[rows]).float().log_softmax(-1)
    banned = torch.full(logs.shape, -1e4)
    for place, row in enumerate(rows):
        banned[place, list(open_[row])] = 0.0
    losses["reality"] = -torch.logsumexp(logs + banned, -1).mean()


REACH = 80
"""An argument's words are looked for so many words to either side of its trigger."""


def distances(words: Tensor) -> Tensor:
    """Give the numbers of signed distances of words from a trigger: exact to 4, then by powers of two."""
    size = words.abs()
    log = torch.where(size <= 4, size, 4 + (size.float().clamp(min=4) / 4).log2().ceil().long())
    return NEAR + words.sign() * log.clamp(max=NEAR)


def argument_scores(network: Network, words: Tensor, trigger: int, low: int, high: int) -> Tensor:
    """Give the scores of the words `low` to `high` as arguments of a trigger, [words, labels]."""
    token = network.argument_token(words[low:high])
    own = network.argument_trigger(words[trigger])
    far = network.argument_distance(distances(torch.arange(low, high) - trigger))
    return network.argument(torch.tanh((token + own + far).float()))


def _arguments(
    network: Network, words: Tensor, items: Sequence[Item], losses: dict[str, Tensor]
) -> None:
    scores, labels = [], []
    for row, item in enumerate(items):
        for event in item.events:
            if event.arguments is None:
                continue
            low = max(0, event.word - REACH)
            high = min(len(item.firsts), event.word + REACH)
            raw = argument_scores(network, words[row], event.word, low, high).float()
            scores.append(_merged(raw, item.roles, ARGUMENTS))
            labels.extend(event.arguments[low:high])
    if scores:
        losses["argument"] = functional.nll_loss(torch.cat(scores), torch.tensor(labels))
