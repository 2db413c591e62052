"""Speed of `extract` on one core, beside what the core's matrix products allow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tools.evaluate.form import Form
from tools.evaluate.reading import ONE_CORE, Extract

WORDS: Final = 400
"""Words of an article."""

PIECES_A_WORD: Final = 1.35
"""Word pieces and signs that an encoder reads for a word of English news, about."""

WIDTH: Final = 384
INNER: Final = 1536
LAYERS: Final = 6
"""The shape of a six-layer MiniLM encoder."""

TOKENS: Final = 256
"""Tokens of a window, about."""

_LIMIT: Final = Path(__file__).with_name("limit.py")


def articles(texts: Sequence[str], count: int) -> list[Form]:
    """Make articles of 400 words each out of texts told one after another."""
    words = [word for text in texts for word in text.split(" ")]
    told = []
    for number in range(count):
        start = number * WORDS % len(words)
        turned = words[start:] + words[:start]
        while len(turned) < WORDS:
            turned += words
        told.append({"id": number, "text": " ".join(turned[:WORDS]), "published": "2020-01-02"})
    return told


def measure_speed(extract: Extract, texts: Sequence[str], folder: Path, count: int = 60) -> Form:
    """Measure articles and words a second, start-up, and the limit; seconds are wall-clock.

    Start-up is the whole run of one article, less what an article takes.
    """
    extract.read(articles(texts, 1), folder, "speed")  # what a first run alone pays is not counted
    one = min(extract.read(articles(texts, 1), folder, "speed")[1] for _ in range(3))
    many = min(extract.read(articles(texts, count), folder, "speed")[1] for _ in range(2))
    each = max(1e-9, (many - one) / (count - 1))
    told = {"articles": 1 / each, "words": WORDS / each, "start": max(0.0, one - each)}
    for kind, seconds in products().items():
        if seconds:
            tokens = TOKENS / (seconds * LAYERS)
            told[f"limit_{kind}"] = tokens / (WORDS * PIECES_A_WORD)
            told[f"of_{kind}"] = told["articles"] / told[f"limit_{kind}"]
    return told


def products() -> dict[str, float | None]:
    """Measure one encoder layer's matrix products on one core, in seconds.

    `float` in 32-bit floats, `whole` in 8-bit whole numbers as a shipped model uses them (None where
    onnxruntime is missing).
    """
    command = [sys.executable, str(_LIMIT), str(TOKENS), str(WIDTH), str(INNER)]
    told = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **ONE_CORE})
    held: dict[str, float | None] = json.loads(told.stdout)
    return held
