"""What an act answers: in "X shelled Q's posts in response to the bombing of P" it is Q who bombed P."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import FIGHTS, HAPPENED, Event, Locality, Party
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, When

_REASON: Final = re.compile(
    r"\b(?:(?:in|as)\s(?:an?\s)?(?:[\w-]+\s)?(?:response|retaliation|revenge|vengeance|reply|reaction"
    r"|reprisal|answer|retribution)\s(?:to|for|against)"
    r"|aveng(?:e|es|ed|ing)|(?:retaliat|respond|repl)\w{1,3}\s(?:[^.;:,]{1,50}\s)?(?:to|for|against)"
    r"|(?:after|because)\s(?:they|it|these)(?:\shad)?)\s"
    r"(?P<what>[^.;:\n]{0,60})$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[,.;:\n\"”]|\b(?:on|by|with|that|which|after|when)\b|$", re.IGNORECASE)


def with_reasons(
    text: str,
    events: Sequence[Event],
    localities: Sequence[Locality],
    dates: Sequence[TimeExpression],
) -> Iterator[Event]:
    """Yield events in their order; an attack given as the reason of another is not that one's doer's.

    It is the act of who was struck for it, where it tells no doer of its own. Its place is its own;
    its day too, or else that of the acts told of its place alone.
    """
    lent: dict[str, set[Span]] = {}
    told: list[Event] = []
    for event in events:
        start = _reason(text, event, events)
        answer = _answer(start, event, events) if start is not None else None
        if start is None or answer is None:
            told.append(event)
            continue
        own = tuple(each for each in event.by if each.span.start >= start and _is_named(each))
        ends = min(_behind(event, events), default=len(text))
        at = tuple(place for place in event.at if start <= place.span.start < ends)
        at = at or _places_behind(text, event, localities)
        last = min(ends, event.sentence.end) if event.sentence is not None else ends
        behind = [each for each in dates if start <= each.span.start < last]
        when = _own_day(event, answer, behind) or _day_at(at, event, answer, events)
        lent.setdefault(answer.id, set()).update(place.span for place in at)
        told.append(replace(event, by=own or _struck(answer), against=(), at=at, when=when))
    for event in told:
        kept = tuple(each for each in event.at if each.span not in lent.get(event.id, ()))
        yield replace(event, at=kept or event.at)


def _reason(text: str, event: Event, events: Sequence[Event]) -> int | None:
    """Give where the words begin that make an attack a reason; None where it is none."""
    if event.kind not in FIGHTS or event.reality not in HAPPENED or event.sentence is None:
        return None
    found = _REASON.search(text[event.sentence.start : event.trigger.start])
    if found is None:
        return None
    first = event.sentence.start + found.start("what")
    between = any(first <= each.trigger.start < event.trigger.start for each in events)
    return None if between else event.sentence.start + found.start()


def _answer(start: int, event: Event, events: Sequence[Event]) -> Event | None:
    """Give the act that answers: the nearest before the reason, else the first behind it."""
    acts = [
        each
        for each in events
        if each.sentence == event.sentence
        and each.kind in FIGHTS
        and each.reality in HAPPENED
        and (each.trigger.start > event.trigger.end or each.trigger.end <= start or each.against)
        and each.trigger != event.trigger
    ]
    before = [each for each in acts if each.trigger.start <= start]
    behind = [each for each in acts if each.trigger.start > event.trigger.end]
    return next(iter([*reversed(before), *behind]), None)


def _behind(event: Event, events: Sequence[Event]) -> Iterator[int]:
    """Yield where the acts begin that are told behind one."""
    yield from (each.trigger.start for each in events if each.trigger.start > event.trigger.end)


def _is_named(party: Party) -> bool:
    return party.span.text.lower() not in ("they", "it", "these")


def _struck(answer: Event) -> tuple[Party, ...]:
    return tuple(party for party in answer.against if party.actor)


def _places_behind(text: str, event: Event, localities: Sequence[Locality]) -> tuple[Locality, ...]:
    """Give the places named right behind a reason: "the killing of civilians in P"."""
    ends = _ENDS.search(text, event.trigger.end)
    last = ends.start() if ends is not None else event.trigger.end
    return tuple(
        each
        for each in localities
        if event.trigger.end <= each.span.start and each.span.end <= last
    )


def _own_day(event: Event, answer: Event, dates: Sequence[TimeExpression]) -> When | None:
    """Give the day told with a reason; the answer's too only of "after they shelled P on Monday"."""
    clause = any(not _is_named(party) for party in event.by)
    taken = answer.when.span if answer.when is not None and not clause else None
    for date in dates:
        if date.period is not None and date.span != taken:
            return When(edtf=date.edtf, period=date.period, span=date.span, basis=date.basis)
    return None


def _day_at(
    at: Sequence[Locality], event: Event, answer: Event, events: Sequence[Event]
) -> When | None:
    """Give the one day that other acts are told for at the same place."""
    places = {each.place for each in at} - {None}
    days = {
        each.when.edtf: each.when
        for each in events
        if each.kind in FIGHTS
        and each.reality in HAPPENED
        and each is not event
        and each is not answer
        and each.when is not None
        and each.when.period is not None
        and places & {place.place for place in each.at}
    }
    return replace(*days.values(), basis="inherited") if len(days) == 1 else None
