"""Where an act was that names no place itself: where the acts were that are told with it.

"X seized P after clashes with Y", "X shelled P. It also dropped bombs", "rockets fell on P ... the
rockets were fired by X". Where two places compete, none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from trucewatch.core.objects import WEAPONS, object_classes
from trucewatch.core.place import Places
from trucewatch.core.reading import FIGHTS, HAPPENED, Event, EventKind, Locality, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events.where.targets import TARGETS

_ANSWER: Final = re.compile(r"respon|retaliat|return|answer|repl", re.IGNORECASE)
"""An answer is aimed at where the attack came from."""

_DEFINITE: Final = re.compile(r"\b(?:the|those|these)\s(?:same\s)?$", re.IGNORECASE)
_JOINS: Final = frozenset({EventKind.CLASH, EventKind.SEIZURE})
"""Kinds of which both sides are where it is."""

_LED_UP: Final = re.compile(
    r"\b(?:after|following|amid|during|in|with|through)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
"""What led to a seizure was where that was: "took P after fierce clashes"."""

_BULLET: Final = re.compile(r"[\W\d]*(?:in\s|the\s|around\s)?", re.IGNORECASE)
_IN: Final = re.compile(
    r"\W*(?:(?:meanwhile|elsewhere|further|also),?\s)?(?:in|at|near|around|inside|outside)?\s?"
    r"(?:the\s)?(?:[a-z]+\s){0,3}",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r"(?:['’]s)?(?:\s(?!said)[a-z]+){0,3}\s?:\s")

_BACK: Final = 6
"""So many events back, "the rockets" may have been told of."""

_MOST: Final = 40
"""Of a sentence that tells more, nobody can say which were together."""

_CLOSE: Final = 16
"""So many events may stand in the sentence before."""

Item = TypeVar("Item")


def at_one_scene(
    text: str,
    events: Sequence[Event],
    localities: Iterable[Locality],
    sentences: Sequence[Sentence],
    statements: Iterable[Statement],
    known: Places,
) -> Iterator[Event]:
    """Yield events in their order; an act without a place takes that of the acts told beside it.

    Where none is, it is at the place that opens its sentence ("In P, two died when jets bombed a
    house") or labels its paragraph ("* P: rebels shelled a camp").
    """
    spoken = {each.id: each.content for each in statements}
    starts = [each.span.start for each in sentences]
    places = _by_sentence(starts, ((each.span.start, each) for each in localities))
    told = _by_sentence(starts, ((each.trigger.start, each) for each in events))
    labels = _labels(text, sentences, places)
    done: list[Event] = []
    for event in events:
        number = _number(starts, event)
        if number >= 0 and len(told[number]) <= _MOST and _wants_place(event):
            beside, here = told[number], places.get(number, [])
            label = labels[number] or _opening(text, sentences[number], here)
            said = spoken.get(event.statement or "", ())
            if said and label not in (labels[number], ()) and not _holds(said, label[0]):
                label = ()
            others = [place for place in here if (place,) != label]
            at = _scene(text, event, beside)
            at = () if _names_more(others, beside, at, known) else at
            if not others:
                if not at and _goes_on(sentences, number):
                    near = [each for each in done[-_CLOSE:] if _number(starts, each) == number - 1]
                    at = _scene(text, event, near)
                at = at or (label if _is_surely_an_act(event) else ())
            back = done[-_BACK:]
            act = None if at else _told_again(text, event, back)
            if act is not None:
                at, when = act.at, event.when or act.when
                event = replace(event, when=when)
            event = replace(event, at=at or event.at)
        elif event.from_ and not event.at and _may_have_one(event):
            act = _of_thing(text, event, done[-_BACK:])
            event = event if act is None else replace(event, at=act.at, when=event.when or act.when)
        done.append(event)
        yield event


def _labels(
    text: str, sentences: Sequence[Sentence], places: Mapping[int, Sequence[Locality]]
) -> list[tuple[Locality, ...]]:
    """Give for each sentence the place that labels its paragraph: "* P: rebels shelled a camp"."""
    labels: list[tuple[Locality, ...]] = []
    for number, sentence in enumerate(sentences):
        if _goes_on(sentences, number):
            labels.append(labels[-1])
            continue
        place = next(iter(places.get(number, ())), None)
        labelled = (
            place is not None
            and _is_known(place)
            and _BULLET.fullmatch(text, sentence.span.start, place.span.start)
            and _COLON.match(text, place.span.end)
        )
        labels.append((place,) if place is not None and labelled else ())
    return labels


def _opening(text: str, sentence: Sentence, places: Sequence[Locality]) -> tuple[Locality, ...]:
    """Give the place that opens a sentence, set off by a comma: "In the village of P, ..."."""
    first = places[:1]
    opens = (
        first
        and _is_known(first[0])
        and _IN.fullmatch(text, sentence.span.start, first[0].span.start)
        and text[first[0].span.end : first[0].span.end + 1] == ","
    )
    return tuple(first) if opens else ()


def _holds(said: Iterable[Span], place: Locality) -> bool:
    return any(content.holds(place.span) for content in said)


def _is_surely_an_act(event: Event) -> bool:
    """Tell whether it is told who fought, or with what weapon: "dropped leaflets" is no attack."""
    armed = {kind for thing in event.with_ for kind in object_classes(thing.span.text)} & WEAPONS
    return event.kind is EventKind.CLASH or bool(armed) or any(each.actor for each in event.by)


def _number(starts: Sequence[int], event: Event) -> int:
    return bisect_right(starts, event.trigger.start) - 1


def _by_sentence(starts: Sequence[int], items: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = {}
    for start, item in items:
        found.setdefault(bisect_right(starts, start) - 1, []).append(item)
    return found


def _wants_place(event: Event) -> bool:
    """Tell whether an act names neither where it was nor where from."""
    placed = bool(event.from_) or any(_is_known(each) or not _is_bare(each) for each in event.at)
    return _may_have_one(event) and not placed and _ANSWER.match(event.trigger.text) is None


def _may_have_one(event: Event) -> bool:
    return event.kind in FIGHTS and event.reality in HAPPENED and not event.recap


def _is_bare(place: Locality) -> bool:
    """Tell whether a place is only a noun: "the hill", "the market"."""
    return place.span.text.split()[-1] in TARGETS


def _is_known(place: Locality) -> bool:
    return place.place is not None or place.lat is not None


def _names_more(
    places: Iterable[Locality], beside: Sequence[Event], at: Sequence[Locality], known: Places
) -> bool:
    """Tell whether a sentence names a place where none of its acts was: it may be the one meant.

    What only holds the place of the acts is not another.
    """
    used = {place.span for event in beside for place in (*event.at, *event.from_)}
    around = {area for place in at if place.place for area in known.areas(place.place)}
    return any(place.span not in used and place.place not in around for place in places)


def _goes_on(sentences: Sequence[Sentence], number: int) -> bool:
    """Tell whether a sentence goes on with the paragraph of the one before."""
    return number > 0 and sentences[number - 1].paragraph == sentences[number].paragraph


def _scene(text: str, event: Event, beside: Iterable[Event]) -> tuple[Locality, ...]:
    """Give the one place of the acts told beside an act; nothing where it may have been elsewhere."""
    acts = [
        act
        for act in beside
        if act.kind in FIGHTS
        and act.reality in HAPPENED
        and any(_is_known(place) for place in act.at)
    ]
    if len({frozenset(place.place for place in act.at) for act in acts}) != 1:
        return ()
    return acts[0].at if any(_are_one(text, event, act) for act in acts) else ()


def _are_one(text: str, event: Event, act: Event) -> bool:
    """Tell whether an act is of the same doers and day as one whose place is told."""
    days = [each.when.period for each in (event, act) if each.when and each.when.period]
    if len(days) > 1 and not days[0].overlaps(days[1]):
        return False
    if event.kind is EventKind.CLASH and act.kind is EventKind.SEIZURE:
        start = event.sentence.start if event.sentence else event.trigger.start
        led = _LED_UP.search(text[max(start, event.trigger.start - 60) : event.trigger.start])
        if act.sentence == event.sentence and led:
            return True
    joined = bool({event.kind, act.kind} & _JOINS)
    doers, there = _sides(event, both=joined), _sides(act, both=joined)
    if not there:
        harmed = act.sentence == event.sentence and _is_harm_when(text, act, event)
        return bool(doers) and (act.kind is EventKind.CLASH or harmed)
    return bool(doers & there) if joined else bool(doers) and doers <= there


def _is_harm_when(text: str, act: Event, event: Event) -> bool:
    """Tell whether an act is the harm that another one did: "eight were killed near P when X attacked"."""
    between = text[act.trigger.end : event.trigger.start]
    return _HARM.match(act.trigger.text) is not None and _WHEN.search(between) is not None


_HARM: Final = re.compile(r"kill|wound|injur|hurt|die|dead|death|martyr", re.IGNORECASE)
_WHEN: Final = re.compile(r"\b(?:when|as|after)\s", re.IGNORECASE)


def _sides(event: Event, *, both: bool) -> set[str]:
    parties = (*event.by, *event.against) if both else event.by
    return {party.actor for party in parties if party.actor}


def _told_again(text: str, event: Event, before: Sequence[Event]) -> Event | None:
    return _of_thing(text, event, before) or _the_act(text, event, before)


def _of_thing(text: str, event: Event, before: Sequence[Event]) -> Event | None:
    """Give the act in which the rockets fell that are told of again: "the rockets were fired by X"."""
    for thing in event.with_:
        if _DEFINITE.search(text[max(0, thing.span.start - 12) : thing.span.start]) is None:
            continue
        noun = re.compile(rf"\b{re.escape(thing.span.text.split()[-1])}\b", re.IGNORECASE)
        for act in reversed(before):
            told = act.sentence is not None and act.sentence != event.sentence
            if act.kind in FIGHTS and told and act.sentence and noun.search(act.sentence.text):
                return act if any(map(_is_known, act.at)) else None
    return None


def _the_act(text: str, event: Event, before: Sequence[Event]) -> Event | None:
    """Give the attack by nobody whose doer is told now: "X carried out the raid"."""
    start = event.trigger.start
    taken_up = _DEFINITE.search(text[max(0, start - 12) : start]) is not None
    if event.kind is not EventKind.ATTACK or not (taken_up and event.by):
        return None
    acts = (act for act in reversed(before) if act.kind is EventKind.ATTACK and act.at)
    last = next(acts, None)
    apart = last is not None and (last.sentence, last.statement) != (
        event.sentence,
        event.statement,
    )
    nobody = apart and last is not None and not last.by
    return last if nobody and last is not None and any(map(_is_known, last.at)) else None
