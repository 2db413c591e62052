"""Whose word an event is: the voice behind its statement, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.charge import is_charge
from trucewatch.core.reading import Event, EventKind, Reading, Reality, Statement
from trucewatch.judge.bearing.authors import author_of

_WITNESSED: Final = re.compile(
    r"\b(?:correspondents?|reporters?|journalists?|photographers?|camera(?:man|men)|crews?|teams?)\b"
    r"[^.;]{0,60}\b(?:saw|seen|see|heard|witness(?:ed)?|filmed|observed|watched|counted|visited|reported\sseeing|at\sthe\sscene)\b"
    r"|\b(?:correspondent|reporter|journalist|photographer|crew|team)\s(?:was|were)\s(?:in|at|on)\s[^.;,]{2,40}"
    r"\swhen\b",
    re.IGNORECASE,
)
_REPORTER: Final = re.compile(
    r"\b(?:correspondents?|reporters?|journalists?|photographers?|crews?|teams?)\b", re.IGNORECASE
)
_WE: Final = re.compile(r"(?:we|us|our\s[\w-]{2,14}(?:\s[\w-]{2,14})?)", re.IGNORECASE)
_OUTLET: Final = re.compile(
    r"\b(?:tv|television|radio|newspaper|daily|news\sagency|channel|website|media|broadcaster|newswire)$",
    re.IGNORECASE,
)
"""The last word of an outlet that is not named: its own news is nobody's word."""
_FALSELY: Final = re.compile(
    r"\b(?:falsely|wrongly|wrongfully|mistakenly|baselessly)\b", re.IGNORECASE
)
_NOT: Final = re.compile(r"\b(?:not|never|no|nor|neither|without)\b|n['’]t\b", re.IGNORECASE)
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
    nobody's word. What an institution's own site tells is that institution's word. A speaker whom the
    case does not know is a voice of no known side.
    """
    outlet = reading.document.outlet
    own = _own_word(event, statement, case)
    if own is not None:
        chain = (*((outlet,) if outlet else ()), own)
        return Speech(voice=own, speaker=own, unnamed=False, chain=chain)
    if statement is None:
        return _told_by(event, reading, case)
    links = _links(statement)
    if statement.speaker is not None:
        voice = case.actors.voice(statement.speaker)
        return Speech(voice=voice, speaker=statement.speaker, unnamed=False, chain=links)
    if statement.unnamed:
        site = author_of(reading, case) if statement.for_ is None else None
        if site is not None:
            return _of_site(site, (*links[:1], site), case)
        return _unnamed(statement, reading, links)
    if statement.for_ is not None:
        return Speech(voice=statement.for_, speaker=statement.for_, unnamed=False, chain=links)
    last = statement.chain[-1] if statement.chain else None
    writer = own_writer(statement, reading, case)
    if writer is not None:
        return _of_site(writer, (*links[:1], writer), case)
    if last is not None and last.id in case.outlets.by_id and _saw(event, statement):
        return Speech(voice=last.id, speaker=last.id, unnamed=False, chain=links)
    unknown = last is not None and last.id is None and len(statement.chain) > 1
    if (
        unknown
        and last is not None
        and last.span is not None
        and not _OUTLET.search(last.span.text)
    ):
        stranger = f"name:{' '.join(last.span.text.split())}"
        return Speech(voice=stranger, speaker=stranger, unnamed=False, chain=links)
    return Speech(voice=None, speaker=None, unnamed=False, chain=links)


def own_writer(statement: Statement, reading: Reading, case: Case) -> str | None:
    """Give who says "we" in an institution's own text; None where somebody else speaks."""
    source = " ".join(span.text for span in statement.source)
    if not _WE.fullmatch(source):
        return None
    return author_of(reading, case)


def _saw(event: Event, statement: Statement) -> bool:
    """Tell whether who speaks for an outlet is its reporter, and tells what they saw."""
    source = " ".join(span.text for span in statement.source)
    sentence = event.sentence.text if event.sentence else ""
    return _REPORTER.search(source) is not None and _WITNESSED.search(sentence) is not None


def denied_charge(event: Event, statement: Statement, case: Case) -> tuple[Event, Statement]:
    """Read "X falsely accused Y of C, Z said" as Z's denial of C; another statement stays as it is."""
    if not any(_FALSELY.search(cue.text) for cue in statement.cue) or len(statement.chain) < 2:
        return event, statement
    if event.reality not in (Reality.ASSERTED, Reality.DISTANCED, Reality.DENIED):
        return event, statement
    outer = statement.chain[-2].id
    known = outer is not None and outer in case.actors.by_id
    told = replace(
        statement,
        speaker=outer if known else None,
        for_=case.actors.voice(outer) if outer is not None and known else None,
        chain=statement.chain[:-1],
        unnamed=False,
    )
    return replace(event, reality=Reality.DENIED), told


def answered_charges(
    event: Event, statement: Statement, reading: Reading
) -> Iterator[tuple[Event, Statement]]:
    """Yield what is denied in "W denied Y's claim that C" as Y tells it: C, in a statement of its own.

    W's denial stays what it is. Where Y says that something was not so, nothing is yielded.
    """
    if event.reality is not Reality.DENIED:
        return
    for charge in reading.statements:
        if charge.id == statement.id or not is_charge(charge):
            continue
        told = [part for part in charge.content if part.holds(event.trigger)]
        answered = all(
            any(part.holds(each) for part in statement.content)
            for each in (*charge.cue, *charge.content)
        )
        if told and answered and not _NOT.search(told[0].text):
            yield replace(event, reality=Reality.ASSERTED), charge


def _told_by(event: Event, reading: Reading, case: Case) -> Speech:
    """Give whose word the outlet's own news is: its institution's, its witness's, or nobody's."""
    outlet = reading.document.outlet
    links = (outlet,) if outlet else ()
    own = author_of(reading, case)
    if own is not None:
        return _of_site(own, (*links, own), case)
    sentence = event.sentence.text if event.sentence else ""
    witness = outlet if _WITNESSED.search(sentence) else None
    return Speech(voice=witness, speaker=witness, unnamed=False, chain=links)


def _of_site(own: str, chain: tuple[str, ...], case: Case) -> Speech:
    return Speech(voice=case.actors.voice(own), speaker=own, unnamed=False, chain=chain)


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
