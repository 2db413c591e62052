"""Why an event only almost fits a duty: one sentence each, from the report's words and the case's names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.core.case import Case
from trucewatch.core.reading import Event, Locality, Mention, Party

OPEN = "it is asked or looked into whether it is so"
CITED = "who speaks only cites it"
UNAWARE = "only that somebody knew of it is denied"
TREND = "a rise or fall is neither an act nor none"
HARM = "it tells of harm, and not that anybody attacked"


def no_weapon(event: Event, asked: Iterable[str]) -> str:
    """Say that the words leave it open with what it was done, or what was moved."""
    named = [_words(thing) for thing in event.with_]
    classes = _either([kind.replace("_", " ") for kind in asked])
    told = f"“{named[0]}”" if named else f"“{event.trigger.text}”"
    return f"{told} does not say whether it was {classes}"


def no_place(event: Event, asked: Sequence[str], case: Case, *, source: bool) -> str:
    """Say that no place is told."""
    where = _either([case.places.name(place) for place in asked[:1]])
    told = "came from" if source else "was in"
    return f"it is not said that “{event.trigger.text}” {told} {where}"


def unsure_place(locality: Locality, asked: Sequence[str], case: Case, *, source: bool) -> str:
    """Say that the place told is not surely one of those asked for."""
    where = _either([case.places.name(place) for place in asked[:1]])
    relation = "from" if source else "in"
    return f"{relation} “{_clean(locality.span.text)}” is not surely {relation} {where}"


def no_target(event: Event, asked: Sequence[str], case: Case) -> str:
    """Say that it is not told whom it was against."""
    names = _either([case.name(actor) for actor in asked[:2]])
    return f"it is not said that “{event.trigger.text}” was against {names}"


def one_place(event: Event, asked: Sequence[str], case: Case) -> str:
    """Say that an absence in one place is none in the whole."""
    here = _clean(event.at[0].span.text)
    whole = _either([case.places.name(place) for place in asked[:1]])
    return f"it speaks of “{here}”, not of all of {whole}"


def stranger(party: Party, mentions: Iterable[Mention], case: Case) -> str:
    """Say that the case does not know who is named, and who might be meant and why it is not them."""
    mention = next((each for each in mentions if each.span == party.span), None)
    refused = mention.choice.refused if mention is not None and mention.choice is not None else ()
    wholes = [case.name(each.actor) for each in refused if each.because == "whole"]
    if wholes:
        return f"“{_words(party)}” does not say which part of {_clean(wholes[0])}"
    alike = [
        f"{_clean(case.name(each.actor))} ({each.score:.2f})" for each in refused if each.score
    ]
    told = f"; names alike: {', '.join(alike)}" if alike else ""
    ids = mention.candidates if mention is not None else ()
    known = [_clean(case.name(id)) for id in ids if id in case.actors.by_id]
    if known:
        return f"“{_words(party)}” is left open: it may mean {_either(known[:_NAMED_AT_MOST])}"
    return f"the case does not know “{_words(party)}”{told}"


_NAMED_AT_MOST = 4
"""So many candidates are named in one reason; the reading has all."""


def _words(party: Party) -> str:
    return _clean(party.span.text)


def _clean(words: str) -> str:
    return " ".join(words.split())


def _either(names: Sequence[str]) -> str:
    if len(names) < 2:
        return names[0] if names else "what the duty names"
    return f"{', '.join(names[:-1])} or {names[-1]}"
