"""What an earlier stage finds in texts that mark no statements: so that a later one does not unlearn it.

Short passages that teach events alone made the encoder forget who says what in short passages. They
keep the statements that the stage before found in them (learning without forgetting, Li and Hoiem 2016).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from answers import Answer, attributions
from corpora import Example, Told
from encoding import WordPiece
from network import Network


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
