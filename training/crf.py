"""A linear-chain CRF over the words of windows: its loss, and the best path."""

from __future__ import annotations

import torch
from torch import Tensor


def crf_loss(scores: Tensor, labels: Tensor, counts: Tensor, transitions: Tensor) -> Tensor:
    """Give the summed negative log-likelihood.

    `scores` [batch, words, labels], `labels` [batch, words], `counts` [batch]: words of each row,
    those behind are padding. (Lafferty et al. 2001)
    """
    _, length, _ = scores.shape
    places = torch.arange(length)
    real = (places[None] < counts[:, None]).float()
    gold = scores.gather(2, labels[..., None]).squeeze(2) * real
    steps = transitions[labels[:, :-1], labels[:, 1:]] * real[:, 1:]
    forward = scores[:, 0]
    for word in range(1, length):
        following = torch.logsumexp(forward[:, :, None] + transitions[None], 1) + scores[:, word]
        forward = torch.where(real[:, word, None] > 0, following, forward)
    return (torch.logsumexp(forward, 1) - gold.sum(1) - steps.sum(1)).sum()


def forbidden(kinds: int) -> Tensor:
    """Give -10,000 for each step that BIO forbids: to I of a kind from anything but its B or I."""
    size = 1 + 2 * kinds
    banned = torch.zeros(size, size)
    for kind in range(kinds):
        inside = 2 + 2 * kind
        banned[:, inside] = -10_000.0
        banned[inside - 1, inside] = banned[inside, inside] = 0.0
    return banned


def best_path(scores: Tensor, transitions: Tensor) -> list[int]:
    """Give the best labels of one row of words, [words, labels]."""
    if not len(scores):
        return []
    best = scores[0]
    size = scores.shape[1]
    if size and len(scores):
        starts = torch.zeros(size)
        starts[2::2] = -10_000.0
        best = best + starts
    back: list[Tensor] = []
    for row in scores[1:]:
        total = best[:, None] + transitions
        best, came = total.max(0)
        best = best + row
        back.append(came)
    label = int(best.argmax())
    path = [label]
    for came in reversed(back):
        label = int(came[label])
        path.append(label)
    return path[::-1]
