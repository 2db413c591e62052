"""Names hidden while training, as the names that a case knows are hidden when reading."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Final

from corpora import Example
from encoding import Mask, MaskKind

_NAME: Final = re.compile(
    r"(?<![.!?:\n\"“”] )(?<![\n\"“(])\b[A-Z][\w’'-]*(?:(?: of| of the)? [A-Z][\w’'-]*){0,3}"
)
_PLACE_WORD: Final = re.compile(r"\b(?:in|at|near|from|outside|across|around|to) $")
_TITLES: Final = frozenset(
    "Mr Mrs Ms Dr President Sen Rep Gov Secretary Senator I The A An He She It They We You On In"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December But And If As At".split()
)


def hide_names(example: Example, chance: random.Random, share: float) -> list[Mask]:
    """Choose some of a text's capitalised names, each with all of its occurrences."""
    found: dict[str, list[tuple[int, int]]] = {}
    places: dict[str, int] = {}
    for match in _NAME.finditer(example.text):
        start = match.start()
        name = re.sub(r"['’]s$", "", match.group())
        if name in _TITLES:
            continue
        with_article = start - 4 if example.text[max(0, start - 5) : start] == " the " else start
        found.setdefault(name, []).append((with_article, start + len(name)))
        before = example.text[max(0, start - 10) : start]
        places[name] = places.get(name, 0) + bool(_PLACE_WORD.search(before))
    masks: list[Mask] = []
    for name, spans in sorted(found.items()):
        if chance.random() >= share:
            continue
        likely_place = 2 * places[name] > len(spans)
        kind: MaskKind = "place" if likely_place != (chance.random() < 0.15) else "actor"
        masks.extend(Mask(start, end, kind) for start, end in spans)
    return _apart(masks)


def _apart(masks: Sequence[Mask]) -> list[Mask]:
    kept: list[Mask] = []
    for mask in sorted(masks):
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return kept
