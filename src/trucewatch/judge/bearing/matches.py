"""Which duties an event bears on: every part that a duty's file names must be known and fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trucewatch.core.agreement import Duty, DutyType, EventPattern
from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import HAPPENED, Aspect, Event, EventKind, Locality, Reading, Reality
from trucewatch.judge.bearing import counts, reasons
from trucewatch.judge.bearing.doerless import only_harm
from trucewatch.judge.bearing.fits import (
    Fit,
    areas_around,
    fit_against,
    fit_days,
    fit_objects,
    fit_place,
    fit_places,
    is_an_edge,
    means_any,
    names_a_part,
    names_any,
    on_the_agreement,
)
from trucewatch.judge.bearing.posts import hits_a_post, takes_up_posts
from trucewatch.judge.bearing.says import is_left_open, only_unknown_to, says_of
from trucewatch.judge.bearing.truces import meant_of_truce

_NAMED_BY_WHAT: Final = frozenset(
    {EventKind.WITHDRAWAL, EventKind.PATROL, EventKind.OPENING, EventKind.CLOSURE}
)
"""Kinds of which a word on the duty's matter speaks of the duty's place, where none is named."""


_AHEAD: Final = frozenset({Reality.PLANNED, Reality.PROMISED, Reality.POSTPONED})
"""Of what lies ahead the day told is when it shall be: it does not say whether it bears."""

_SET_UP: Final = frozenset({EventKind.DEPLOYMENT, EventKind.CONSTRUCTION})

_MAKES: Final = re.compile(
    r"(?:establish|creat|set|form|built|build|erect|construct|mark)", re.IGNORECASE
)
_ONE_MEANS: Final = frozenset({"aerial", "heavy-weapons", "firearms"})
"""Modes of an attack: that there was none of one sort does not say that there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """One event on one duty: what it says, and why it only almost fits (empty: it fits)."""

    duty: Duty
    says: Says
    unknown: tuple[str, ...]


def bearings(event: Event, reading: Reading, case: Case) -> Iterator[Bearing]:
    """Yield the duties that an event bears on, or almost; the best pattern of each duty decides."""
    days = event.when.period if event.when and event.reality not in _AHEAD else None
    for duty in case.agreement.duties():
        if duty.type is DutyType.DECLARE or fit_days(days, duty) is Fit.WRONG:
            continue
        found = [
            bearing
            for pattern in duty.events
            if pattern.kind == event.kind
            and (bearing := _bearing(event, duty, pattern, reading, case)) is not None
        ]
        meant = meant_of_truce(event, duty)
        if found:
            yield min(found, key=lambda bearing: len(bearing.unknown))
        elif meant is not None:
            yield Bearing(duty=duty, says=meant, unknown=())


def _bearing(
    event: Event, duty: Duty, pattern: EventPattern, reading: Reading, case: Case
) -> Bearing | None:
    says = says_of(event, pattern)
    if says is None or not _makes_the_place(event, pattern, case):
        return None
    if says is Says.PROMISE and (
        _tells_of_the_signing(event, reading, case) or _names_another_matter(event, duty, case)
    ):
        return None
    says = _in_this_duty(_of_the_sent(says, event, reading), event, duty, pattern, case)
    unknown = _left_open(event)
    if event.plover[1] == counts.COUNTED_BREACH:
        none = says is Says.NO_ACT and duty.type is DutyType.REFRAIN and bool(event.by)
        if not counts.keeps_a_truce(duty) and not none:
            return None
        says = counts.counted_says(event, reading, says)
        if counts.is_trend(event):
            unknown.append(reasons.TREND)
    parts = (
        _with(event, duty, pattern, reading),
        _where(event, duty, pattern, reading, case),
        _against(event, pattern, case),
    )
    if any(fit is Fit.WRONG for fit, _ in parts):
        return None
    unknown += [reason for fit, reason in parts if fit is Fit.UNKNOWN]
    if says is Says.ACT and only_harm(event) and not unknown:
        unknown.append(reasons.HARM)
    if says is Says.NO_ACT and _of_one_act(event) and _is_one_sort_or_place(event, duty, case):
        says = Says.DENIES
    elif says is Says.NO_ACT and event.plover[1] in _ONE_MEANS:
        return None
    elif says is Says.NO_ACT and event.at and not _whole(event, duty, case):
        unknown.append(reasons.one_place(event, pattern.at or duty.where, case))
    return Bearing(duty=duty, says=says, unknown=tuple(unknown)) if len(unknown) <= 1 else None


def _left_open(event: Event) -> list[str]:
    """Give why the words leave it open whether it is so."""
    opened = [reasons.OPEN] if is_left_open(event) else []
    return [*opened, reasons.UNAWARE] if only_unknown_to(event) else opened


def _makes_the_place(event: Event, pattern: EventPattern, case: Case) -> bool:
    """Tell whether what is made is the zone that is asked for, and not something in it: "trenches"."""
    if event.kind is not EventKind.CONSTRUCTION or not set(pattern.at) & set(case.places.zones):
        return True
    if not event.with_:
        return _MAKES.match(event.trigger.text) is not None
    return any(thing.span.meets(place.span) for thing in event.with_ for place in event.at)


def _names_another_matter(event: Event, duty: Duty, case: Case) -> bool:
    """Tell whether nobody's promise to refrain names the matter of another duty, and not of this one.

    "There will be no operation in P" is not the promise of a truce.
    """
    if event.by or duty.type is not DutyType.REFRAIN or event.sentence is None:
        return False
    words = event.sentence.text
    others = (each for each in case.agreement.duties() if each.type is DutyType.REFRAIN)
    named = any(each.id != duty.id and names_any(each.words, words) for each in others)
    return named and not names_any(duty.words, words)


def _of_the_sent(says: Says, event: Event, reading: Reading) -> Says:
    done = says is Says.PROMISE and _is_what_was_sent_for(event, reading)
    return Says.DONE if done else says


def _is_what_was_sent_for(event: Event, reading: Reading) -> bool:
    """Tell whether forces went to do it: "a convoy crossed P on Monday to reinforce the posts".

    What is reinforced by being sent is reinforced; what is yet to be built there is not.
    """
    sent = [
        each
        for each in reading.events
        if each.kind is event.kind is EventKind.DEPLOYMENT
        and each.sentence == event.sentence
        and each.reality in HAPPENED
        and each.trigger.end < event.trigger.start
        and each.statement == event.statement
    ]
    if not sent or event.sentence is None:
        return False
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    between = before[sent[-1].trigger.end - event.sentence.start :]
    return _SENT_TO.search(before) is not None and _ANOTHER.search(between) is None


_SENT_TO: Final = re.compile(r"\b(?:in\sorder\s)?to\s(?:further\s)?$", re.IGNORECASE)
_ANOTHER: Final = re.compile(
    r"[;:]|\b(?:and|but|plan\w*|prepar\w*|decid\w*|want\w*|intend\w*|orders?|ordered|ready|able|agree\w*"
    r"|promis\w*|pledg\w*|vow\w*|attempt\w*|tr(?:y|ies|ied|ying)|fail\w*|request\w*|permi\w*)\b",
    re.IGNORECASE,
)
"""Words that put something else between going and what one went for."""


def _tells_of_the_signing(event: Event, reading: Reading, case: Case) -> bool:
    """Tell whether what is promised was agreed when the agreement was signed: that is the agreement."""
    signing = (
        each
        for each in reading.events
        if each.kind is EventKind.AGREEMENT and each.sentence == event.sentence
    )
    told = [each.when.period for each in (event, *signing) if each.when is not None]
    signed = case.agreement.signed
    return any(days is not None and (days.first is None or days.first <= signed) for days in told)


def _in_this_duty(says: Says, event: Event, duty: Duty, pattern: EventPattern, case: Case) -> Says:
    """Give what is said in the duty's terms: of a zone a part is *partly*; what is kept up goes on."""
    if says is Says.DONE and _only_a_part(event, pattern, case):
        return Says.PARTLY
    if says is Says.PARTLY and duty.type is DutyType.KEEP and event.extent != "some":
        return Says.DONE
    return says


def _only_a_part(event: Event, pattern: EventPattern, case: Case) -> bool:
    """Tell whether what was left, or where nothing remains, is only a part of what was to be left."""
    remains = pattern.says == "not done"
    places = event.at if remains else _from(event, pattern)
    asked = pattern.at if remains else pattern.from_
    zones = [zone for zone in asked if zone in case.places.zones]
    if not places or not zones:
        return False
    around = {area for zone in zones for area in areas_around(zone, case)}
    parts = [
        place
        for place in places
        if place.place not in zones
        and place.place not in around
        and (place.place is not None or place.zone.reported == "in")
    ]
    return bool(parts) or all(
        names_a_part(place) or _is_left_in_part(place, event) for place in places
    )


_SOME_OF: Final = re.compile(
    r"\b(?:parts?|portions?|sections?|sectors?|areas?|swathes?|swaths|stretch(?:es)?|corners?"
    r"|edges?|bits?|some|most|half|much)\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
_NOT_SOME: Final = re.compile(r"\b(?:all|any|no|every|each|other)\s(?:\w+\s)?$", re.IGNORECASE)


def _is_left_in_part(place: Locality, event: Event) -> bool:
    """Tell whether the words before a place take only some of it: "large stretches of the zone"."""
    if event.sentence is None:
        return False
    before = event.sentence.text[: max(0, place.span.start - event.sentence.start)]
    some = _SOME_OF.search(before)
    return some is not None and not _NOT_SOME.search(before[: some.start()])


def _of_one_act(event: Event) -> bool:
    """Tell whether a negated event names doer, place and day: it denies that act, and no other."""
    dated = event.when is not None and event.when.period is not None
    return dated and any(party.actor for party in event.by)


def _is_one_sort_or_place(event: Event, duty: Duty, case: Case) -> bool:
    """Tell whether it is one sort of attack, or one place, of which nothing happened."""
    one_place = bool(event.at) and not _whole(event, duty, case)
    return one_place or event.plover[1] in _ONE_MEANS


def _whole(event: Event, duty: Duty, case: Case) -> bool:
    """Tell whether an event speaks of all of a duty's place, or of ground that holds all of it."""
    if not duty.where:
        return False
    around = frozenset.intersection(
        *(case.places.areas(each) | areas_around(each, case) | {each} for each in duty.where)
    )
    return any(
        place.place in duty.where or (place.place in around and not names_a_part(place))
        for place in event.at
    )


def _with(event: Event, duty: Duty, pattern: EventPattern, reading: Reading) -> tuple[Fit, str]:
    if takes_up_posts(event, duty, pattern, reading):
        return Fit.FITS, ""
    fit = fit_objects(event, pattern)
    return fit, reasons.no_weapon(event, pattern.with_) if fit is Fit.UNKNOWN else ""


def _against(event: Event, pattern: EventPattern, case: Case) -> tuple[Fit, str]:
    fit = fit_against(event.against, pattern.against, case)
    return fit, reasons.no_target(event, pattern.against, case) if fit is Fit.UNKNOWN else ""


def _where(
    event: Event, duty: Duty, pattern: EventPattern, reading: Reading, case: Case
) -> tuple[Fit, str]:
    """Tell whether an event happened where the duty's file asks, at and from."""
    post = not pattern.from_ and hits_a_post(event, duty, reading, case)
    if post or _names_the_matter(event, duty, pattern, reading, case):
        return Fit.FITS, ""
    if _stays_everywhere(event, pattern) and on_the_agreement(reading, case):
        return Fit.FITS, ""
    if pattern.from_ and not _from(event, pattern) and not _speaks_of_zone(event, pattern):
        return Fit.WRONG, ""
    at = _fit(event, _at(event, pattern), pattern.at, case, source=False)
    if not pattern.at and not pattern.from_ and (named := _named_elsewhere(event, duty)):
        at = _fit(event, named, duty.where, case, source=False)
    from_ = _fit(event, _from(event, pattern), pattern.from_, case, source=True)
    return min(at, from_, key=lambda each: each[0])


def _named_elsewhere(event: Event, duty: Duty) -> tuple[Locality, ...]:
    """Give the named places of what is opened, shut or set up: it may be another than a duty speaks of."""
    if event.kind is EventKind.AGREEMENT or duty.relation != "at" or not duty.where:
        return ()
    return tuple(place for place in event.at if place.span.text[:1].isupper())


_STAYS: Final = re.compile(
    r"(?:remain|stay|still|keep|kept|h[eo]ld|where|dug|entrenched|man|present|in\b)", re.IGNORECASE
)


def _stays_everywhere(event: Event, pattern: EventPattern) -> bool:
    """Tell whether somebody has left no place at all, and so not the one that is asked for.

    "Has not moved an inch", "will not leave", "remains in its trenches": without a place they speak of
    every place that somebody was to leave.
    """
    none = event.reality in (Reality.NEGATED, Reality.DENIED)
    somewhere = [
        each for each in (*event.at, *event.from_) if not (none and means_any(each, event))
    ]
    if somewhere or event.extent == "some":
        return False
    if event.ahead and event.statement is None:
        return False
    if event.kind is EventKind.WITHDRAWAL and pattern.from_:
        return none and bool(event.by)
    stays = event.kind is EventKind.DEPLOYMENT and event.aspect is Aspect.ONGOING
    return stays and pattern.says == "not done" and _STAYS.match(event.trigger.text) is not None


def _speaks_of_zone(event: Event, pattern: EventPattern) -> bool:
    """Tell whether an event from nowhere told may be from the zone: who leaves, or fights near it."""
    if event.kind is EventKind.WITHDRAWAL:
        return True
    return any(
        place.place in pattern.from_ or place.zone.reported is not None for place in event.at
    )


def _at(event: Event, pattern: EventPattern) -> tuple[Locality, ...]:
    """Give the places an event is at; what leaves somewhere is at neither end of its way."""
    return event.at if pattern.at else ()


def _from(event: Event, pattern: EventPattern) -> tuple[Locality, ...]:
    """Give where an event comes from; of who leaves, where they were will do."""
    if not pattern.from_:
        return ()
    leaves = event.kind is EventKind.WITHDRAWAL
    return event.from_ or (event.at if leaves else ())


def _fit(
    event: Event,
    places: tuple[Locality, ...],
    asked: tuple[str, ...],
    case: Case,
    *,
    source: bool,
) -> tuple[Fit, str]:
    fit = fit_places(places, asked, case)
    if fit is not Fit.UNKNOWN:
        return fit, ""
    if not places:
        return fit, reasons.no_place(event, asked, case, source=source)
    unsure = next(place for place in places if fit_place(place, asked, case) is Fit.UNKNOWN)
    return fit, reasons.unsure_place(unsure, asked, case, source=source)


def _names_the_matter(
    event: Event, duty: Duty, pattern: EventPattern, reading: Reading, case: Case
) -> bool:
    """Tell whether an event without a place names the duty's own matter, in a report on the agreement.

    "The withdrawal of heavy weapons is complete" speaks of the duty's place; so do counted violations
    of the truce, "in Xland" too, unless they are told of another place.
    """
    places = (*event.at, *event.from_)
    if takes_up_posts(event, duty, pattern, reading):
        return on_the_agreement(reading, case)
    if event.plover[1] == counts.COUNTED_BREACH and not (event.by and places):
        elsewhere = fit_places(places, pattern.at, case) is Fit.WRONG
        return not elsewhere and counts.counts_for_the_truce(event, reading, case)
    if any(
        place.place is not None or not (names_any(duty.words, place.span.text) or is_an_edge(place))
        for place in places
    ):
        return False
    if pattern.says == "act" or not _is_named_by_what(event, pattern):
        return False
    sentence = event.sentence.text if event.sentence else ""
    return names_any(duty.words, sentence) and on_the_agreement(reading, case)


def _is_named_by_what(event: Event, pattern: EventPattern) -> bool:
    """Tell whether a word on the duty's matter is enough: of what is set up or sent, only its own name."""
    if event.kind in _NAMED_BY_WHAT:
        return True
    asked = bool(pattern.with_) and fit_objects(event, pattern) is Fit.FITS
    return pattern.says == "done" and event.kind in _SET_UP and asked
