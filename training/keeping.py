"""What an earlier stage finds and a set does not mark: so that a later one does not unlearn it.

Short passages that teach events alone made the encoder forget who says what in short passages. They
keep the statements that the stage before found in them (learning without forgetting, Li and Hoiem 2016).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from answers import Answer, attributions
from corpora import Example, Happened, Told
from encoding import WordPiece
from labels import items_of
from network import Network

SURE = 0.8
"""From this chance on a word is surely the trigger of an event."""


def keep_statements(
    examples: Sequence[Example], network: Network, wordpiece: WordPiece, store: Path
) -> list[Example]:
    """Give the examples with the statements that a network finds where a set marks none.

    What was found is kept in `store`, one JSON object a line, and not looked for again.
    """
    known = _stored(store)
    network.eval()
    found: list[Example] = []
    with store.open("a", encoding="utf-8", newline="") as lines:
        for example in examples:
            if example.told is not None:
                found.append(example)
                continue
            told = known.get(example.text)
            if told is None:
                told = attributions(Answer(network, example, wordpiece))
                print(json.dumps({"text": example.text, "told": told}), file=lines)
                known[example.text] = told
            found.append(replace(example, told=[_told(each) for each in told]))
    return found


def _stored(store: Path) -> dict[str, list[dict[str, list[list[int]]]]]:
    if not store.exists():
        return {}
    with store.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["text"]: row["told"] for row in rows}


def _told(held: dict[str, list[list[int]]]) -> Told:
    source, cue, content = (
        [(start, end) for start, end in held[role]] for role in ("source", "cue", "content")
    )
    return Told(source, cue, content)


def leave_open(
    examples: Sequence[Example], network: Network, wordpiece: WordPiece, files: Collection[str]
) -> list[Example]:
    """Give the examples; in passages of these files, what is surely an event and not marked is left open.

    Who marks every event of a long passage overlooks some: what a network is surer of than SURE is
    neither taught nor untaught there.
    """
    network.eval()
    return [
        _left_open(each, network, wordpiece)
        if each.all_triggers and each.id.partition(":")[0] in files
        else each
        for each in examples
    ]


def _left_open(example: Example, network: Network, wordpiece: WordPiece) -> Example:
    answer = Answer(network, example, wordpiece)
    encoded = answer.encoded
    marked = items_of(0, example, encoded, answer.windows)
    told = [(event.start, event.end) for event in example.events or ()]
    found: dict[int, Happened] = {}
    for item, vectors in zip(marked, answer.vectors, strict=True):
        with torch.inference_mode():
            chances = network.trigger(vectors).float().softmax(-1)[:, 1].tolist()
        for word, (chance, label) in enumerate(zip(chances, item.trigger, strict=True), item.base):
            start, end = encoded.starts[word], encoded.ends[word]
            apart = all(end <= first or last <= start for first, last in told)
            if chance > SURE and not label and apart:
                found[word] = Happened(start, end, trigger=False)
    return replace(example, events=[*(example.events or ()), *found.values()])
