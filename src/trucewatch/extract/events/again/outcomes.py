"""What an act led to, told as its participle: "X shelled P, killing nine" has one doer and one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import FIGHTS, Event, EventKind
from trucewatch.extract.lexicons import words

_OUTCOMES: Final = frozenset({EventKind.ATTACK, EventKind.SEIZURE})
_PARTICIPLE: Final = re.compile(r"[a-z]{2,}ing\Z", re.IGNORECASE)
_NOUNS: Final = words("shelling bombing fighting firing infighting skirmishing uprising")
"""Acts by themselves: behind a comma they begin a new clause."""

_HANGS_ON: Final = re.compile(
    r",\s+(?:(?:\w+ly|also)\s+)?(?:\w+ing\b[^.;:]{0,80}?\band\s+(?:(?:\w+ly|also)\s+)?)?\Z"
)
"""How a clause ends on which a participle hangs: ", ", ", reportedly ", ", killing nine and "."""

_OWN_SUBJECT: Final = re.compile(r"\s+(?:of|by)\b", re.IGNORECASE)
_BEFORE: Final = 140


def with_their_acts(text: str, events: Iterable[Event]) -> Iterator[Event]:
    """Yield events in their order; a participle takes what it leaves open from the act it hangs on.

    Its doer is that of the act, and of harm done the place and the day. The act is the last one told
    before in the sentence.
    """
    act: Event | None = None
    for event in events:
        if act is not None and act.sentence == event.sentence and _hangs_on(text, event, act):
            yield _filled(event, act)
            continue
        if event.kind in FIGHTS:
            act = event
        yield event


def _hangs_on(text: str, event: Event, act: Event) -> bool:
    trigger = event.trigger
    if event.kind not in _OUTCOMES or _PARTICIPLE.match(trigger.text) is None:
        return False
    if trigger.text.lower() in _NOUNS or _OWN_SUBJECT.match(text, trigger.end):
        return False
    between = text[max(act.trigger.end, trigger.start - _BEFORE) : trigger.start]
    return _HANGS_ON.search(between) is not None


def _filled(event: Event, act: Event) -> Event:
    by = event.by or act.by
    if event.kind is not EventKind.ATTACK:
        return replace(event, by=by)
    known = any(each.place or each.lat is not None for each in event.at)
    return replace(
        event, by=by, at=event.at if known else act.at or event.at, when=event.when or act.when
    )
