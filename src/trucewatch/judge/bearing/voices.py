"""Whose word an event is: the voice behind its statement, or nobody's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Event, EventKind, Reading, Reality, Statement

_WITNESSED: Final = re.compile(
    r"\b(?:correspondents?|reporters?|journalists?|photographers?|camera(?:man|men)|crew|team)\b"
    r"[^.;]{0,60}\b(?:saw|seen|see|heard|witness(?:ed)?|filmed|observed|visited|reported\sseeing|at\sthe\sscene)\b",
    re.IGNORECASE,
)
UNNAMED: Final = "unnamed"
_WORDS: Final = frozenset({EventKind.REFUSAL, EventKind.ACCEPTANCE})
"""Events that are words themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says what an event tells: the voice, the speaker behind it, and the chain's links."""

    voice: str | None
    speaker: str | None
    unnamed: bool
    chain: tuple[str, ...]


def speech_of(event: Event, statement: Statement | None, reading: Reading, case: Case) -> Speech:
    """Tell whose word an event is.

    An outlet is a voice only for what its own reporter is said to have witnessed; its other news is
    nobody's word. A speaker whom the case does not know is a voice of no known side.
    """
    outlet = reading.document.outlet
    own = _own_word(event, statement, case)
    if own is not None:
        chain = (*((outlet,) if outlet else ()), own)
        return Speech(voice=own, speaker=own, unnamed=False, chain=chain)
    if statement is None:
        sentence = event.sentence.text if event.sentence else ""
        witness = outlet if outlet and _WITNESSED.search(sentence) else None
        return Speech(
            voice=witness, speaker=witness, unnamed=False, chain=(outlet,) if outlet else ()
        )
    links = _links(statement)
    if statement.speaker is not None:
        voice = case.actors.voice(statement.speaker)
        return Speech(voice=voice, speaker=statement.speaker, unnamed=False, chain=links)
    if statement.unnamed:
        return _unnamed(statement, reading, links)
    if statement.for_ is not None:
        return Speech(voice=statement.for_, speaker=statement.for_, unnamed=False, chain=links)
    last = statement.chain[-1] if statement.chain else None
    if last is not None and last.id is None and last.span is not None and len(statement.chain) > 1:
        stranger = f"name:{' '.join(last.span.text.split())}"
        return Speech(voice=stranger, speaker=stranger, unnamed=False, chain=links)
    return Speech(voice=None, speaker=None, unnamed=False, chain=links)


def _own_word(event: Event, statement: Statement | None, case: Case) -> str | None:
    """Give who refuses or accepts: to report that is to report their word."""
    if event.kind not in _WORDS or event.reality is not Reality.ASSERTED or len(event.by) != 1:
        return None
    if statement is not None and (statement.speaker or statement.for_ or statement.unnamed):
        return None
    actor = event.by[0].actor
    return case.actors.voice(actor) if actor in case.actors.by_id and actor else None


def _unnamed(statement: Statement, reading: Reading, links: tuple[str, ...]) -> Speech:
    body = statement.for_
    voice = body or f"{UNNAMED}:{reading.document.id}:{statement.id}"
    return Speech(voice=voice, speaker=body, unnamed=True, chain=links)


def _links(statement: Statement) -> tuple[str, ...]:
    links = []
    for link in statement.chain:
        if link.id is not None:
            links.append(link.id)
        elif link.span is not None:
            links.append(" ".join(link.span.text.split()))
    return tuple(links)
