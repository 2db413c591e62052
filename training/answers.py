"""What a network answers about texts, as spans, and the scores of a dev part."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from corpora import Example
from crf import best_path, forbidden
from encoding import Encoded, Window, WordPiece, encode, windows
from labels import Item, items_of
from losses import REACH, argument_scores, inputs, words_of
from network import ARGUMENTS, NAME_KINDS, ROLES, Network


class Answer:
    """The spans that a network finds in one text, by word numbers."""

    def __init__(self, network: Network, example: Example, wordpiece: WordPiece) -> None:
        self.network = network
        self.example = example
        self.encoded: Encoded = encode(example.text, wordpiece)
        self.windows: list[Window] = windows(self.encoded)
        bare = Example(id=example.id, source=example.source, text=example.text)
        self.items: list[Item] = items_of(0, bare, self.encoded, self.windows)
        self.vectors: list[torch.Tensor] = []
        for item in self.items:
            ids, casing, quote, bias = inputs([item], wordpiece.begin, wordpiece.end)
            with torch.inference_mode():
                hidden = network.encode(ids, casing, quote, bias)
                self.vectors.append(words_of(hidden, [item])[0])

    def spans(self, head: str, transitions: torch.Tensor) -> list[tuple[int, int, int, int]]:
        """Give (first word, last word, kind, window) of a head's spans."""
        found: list[tuple[int, int, int, int]] = []
        for number, (item, window) in enumerate(zip(self.items, self.windows, strict=True)):
            with torch.inference_mode():
                scores = getattr(self.network, head)(self.vectors[number]).float()
            path = best_path(scores, transitions)
            for first, last, kind in runs(path):
                token = self.encoded.firsts[item.base + first]
                if window.begin <= token < window.stop:
                    found.append((item.base + first, item.base + last, kind, number))
        return found

    def cut(self, first: int, last: int) -> list[int]:
        """Give where words `first` to `last` begin and end in the text."""
        return [self.encoded.starts[first], self.encoded.ends[last]]


def runs(path: Sequence[int]) -> list[tuple[int, int, int]]:
    """Give the (first, last, kind) of a path of BIO labels."""
    found: list[tuple[int, int, int]] = []
    for place, label in enumerate(path):
        if label % 2:
            found.append((place, place, (label - 1) // 2))
        elif label and found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place, found[-1][2])
    return found


def attributions(answer: Answer) -> list[dict[str, Any]]:
    """Give the attributions of a text in the scorers' form."""
    network = answer.network
    with torch.inference_mode():
        spans = answer.spans("attribution", network.transitions + forbidden(len(ROLES)))
    cues = [span for span in spans if ROLES[span[2]] == "cue"]
    made: dict[int, dict[str, Any]] = {
        cue[0]: {"source": [], "cue": [answer.cut(cue[0], cue[1])], "content": []} for cue in cues
    }
    for first, last, kind, number in spans:
        if ROLES[kind] == "cue":
            continue
        item, vectors = answer.items[number], answer.vectors[number]
        near = [cue[0] for cue in cues if 0 <= cue[0] - item.base < len(vectors)]
        if not near:
            continue
        with torch.inference_mode():
            query = network.link_query(vectors[first - item.base])
            keys = network.link_key(vectors[[cue - item.base for cue in near]])
            best = near[int((keys @ query).argmax())]
        made[best][ROLES[kind]].append(answer.cut(first, last))
    return list(made.values())


def names(answer: Answer) -> list[dict[str, Any]]:
    """Give the names of a text, nested ones too, in the scorers' form."""
    banned = forbidden(len(NAME_KINDS))
    found = []
    for head in ("names", "inner"):
        for first, last, kind, _ in answer.spans(head, banned):
            start, end = answer.cut(first, last)
            found.append({"start": start, "end": end, "type": SCORED[NAME_KINDS[kind]]})
    return found


SCORED = {
    "person": "PERSON",
    "group": "GROUP",
    "place": "PLACE",
    "weapon": "WEAPON",
    "time": "TIME",
    "quantity": "QUANTITY",
}


def score_dev(
    network: Network, dev: dict[str, list[dict[str, Any]]], wordpiece: WordPiece, scorers: Path
) -> dict[str, float]:
    """Score a network on dev parts with the scorers in a folder."""
    if str(scorers) not in sys.path:
        sys.path.insert(0, str(scorers))
    import json

    import score_attribution
    import score_ner

    told: dict[str, float] = {}
    rows = dev.get("polnear", [])
    pairs = []
    for row in rows:
        answer = Answer(network, Example(id=row["id"], source="", text=row["text"]), wordpiece)
        pairs.append((row, {"id": row["id"], "attributions": attributions(answer)}))
    if pairs:
        scores = score_attribution.score(pairs)
        for key in ("piece_source", "piece_cue", "piece_content", "link", "triple"):
            told[f"polnear {key}"] = round(100 * scores[key]["f1"], 2)
    for name in ("re3d", "crossner_politics"):
        pairs = []
        for row in dev.get(name, []):
            answer = Answer(network, Example(id=row["id"], source="", text=row["text"]), wordpiece)
            pairs.append((row, {"id": row["id"], "entities": names(answer)}))
        if pairs:
            kinds = json.loads((scorers / "maps" / f"{name}.json").read_text(encoding="utf-8"))
            scores = score_ner.score(pairs, kinds)
            told[f"{name} exact"] = round(100 * scores["exact"]["f1"], 2)
            told[f"{name} overlap"] = round(100 * scores["overlap"]["f1"], 2)
    return told


def score_events(
    network: Network, examples: Sequence[Example], wordpiece: WordPiece
) -> dict[str, float]:
    """Score triggers, kinds, realities (triggers given) and arguments on written passages kept apart."""
    counts: dict[str, list[int]] = {}

    def count(name: str, right: int, of: int) -> None:
        held = counts.setdefault(name, [0, 0])
        held[0], held[1] = held[0] + right, held[1] + of

    banned = forbidden(len(ARGUMENTS))
    for number, example in enumerate(examples):
        encoded = encode(example.text, wordpiece)
        for item in items_of(number, example, encoded, windows(encoded)):
            with torch.inference_mode():
                ids, casing, quote, bias = inputs([item], wordpiece.begin, wordpiece.end)
                words = words_of(network.encode(ids, casing, quote, bias), [item])[0]
                told = network.trigger(words).argmax(-1)
                marked = torch.tensor(item.trigger)
                count("trigger precision", int((told & (marked == 1)).sum()), int(told.sum()))
                count("trigger recall", int((told & (marked == 1)).sum()), int((marked == 1).sum()))
                for event in item.events:
                    held = words[event.word]
                    reality = int(network.realities(held).argmax())
                    count("reality", reality in event.realities, 1)
                    plain = 0 not in event.realities
                    count("not asserted read as asserted", plain and reality == 0, int(plain))
                    count("kind", int(network.kind(held).argmax()) == event.kind, 1)
                    low, high = max(0, event.word - REACH), min(len(words), event.word + REACH)
                    scores = argument_scores(network, words, event.word, low, high)
                    found = set(runs(best_path(scores.float(), banned)))
                    gold = set(runs((event.arguments or [])[low:high]))
                    count("argument precision", len(found & gold), len(found))
                    count("argument recall", len(found & gold), len(gold))
    return {name: round(100 * right / max(1, of), 1) for name, (right, of) in counts.items()}
