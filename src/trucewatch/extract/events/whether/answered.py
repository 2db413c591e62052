"""What is only asked: "Have they left it? No, they have not", "How can we trust the patrols?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import HAPPENED, Event, Reality

_NO: Final = re.compile(
    r"[\"'”’\s]*(?:[^\W\d_][\w. ]{1,30}:\s)?[\"“]?(?:No\s?[,.;–—-]|Not\s(?:yet|at\sall)\b)"
)
_ASKED: Final = re.compile(
    r"\W*(?:\w+[,:]?\s){0,2}(?:have|has|had|did|is|are|was|were)\s", re.IGNORECASE
)

_COULD: Final = re.compile(
    r"\W*(?:(?:how|what|why|when|who|where)\s)?(?:should|can|could|would|will|shall|may|might)\s"
    r"(?:we|they|it|you|I|he|she|anyone|anybody|the|this|that)\b",
    re.IGNORECASE,
)

_TO_ITS_MARK: Final = re.compile(r"[^.!?\n\"“”]*\?")
_CLAUSE: Final = re.compile(r"[.!?:;\"“”]\s*")


def with_answers(text: str, events: Iterable[Event]) -> Iterator[Event]:
    """Yield events in their order; what a question asks and the answer denies did not happen.

    What it asks whether or how it could be, and nobody answers, may be.
    """
    for event in events:
        sentence = event.sentence
        if sentence is not None and event.reality in HAPPENED:
            if _is_asked(sentence.text) and _NO.match(text, sentence.end):
                event = replace(event, reality=Reality.NEGATED)
            elif _TO_ITS_MARK.match(text, event.trigger.end):
                clause = _CLAUSE.split(text[sentence.start : event.trigger.start])[-1]
                event = replace(event, reality=Reality.FEARED) if _COULD.match(clause) else event
        yield event


def _is_asked(sentence: str) -> bool:
    return sentence.rstrip("\"'”’").endswith("?") and _ASKED.match(sentence) is not None
