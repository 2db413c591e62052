"""Observation posts: where the agreement's own file puts them, no report need say where one is."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.agreement import Duty, EventPattern
from trucewatch.core.case import Case
from trucewatch.core.reading import FIGHTS, Event, Reading
from trucewatch.judge.bearing.fits import classes_of, names_any

_POST: Final = (
    r"(?:(?:military|army|[A-Z]\w+)\s){0,2}(?:observation\s)?(?:out)?(?:posts?|points?)\b"
)
_HIT: Final = re.compile(
    rf"[^.;:]{{0,50}}?(?<!from\s)(?<!near\s)\b(?i:an?|the|one\sof|our|its|their)\s{_POST}"
)
_WAS_HIT: Final = re.compile(
    rf"\b(?i:an?|the|one\sof|our|its|their)\s{_POST}(?:[^.;:]{{0,50}}?\b(?:came|come|comes|was|were|been|had)\s"
    r"(?:[a-z]+\s){0,3}|\s)$"
)
_NUMBERED: Final = re.compile(
    r"[^.;:]{0,30}?\bobservation\s(?:posts?|points?)\s(?:number|no\.?|nr\.?)\s?\d", re.IGNORECASE
)
_OWN: Final = re.compile(r"\b(?:our|its)\s", re.IGNORECASE)


def hits_a_post(event: Event, duty: Duty, reading: Reading, case: Case) -> bool:
    """Tell whether an attack without a place hit an observation post that a duty of the same place is about.

    "Our post" and "its post" are one where their owner speaks, in a report that names such posts.
    """
    if event.kind not in FIGHTS or event.sentence is None:
        return False
    if any(place.place is not None or place.lat is not None for place in event.at):
        return False
    kept = [each for each in case.agreement.duties() if _is_of_posts(each, duty)]
    words = _struck(event)
    told = next((each for each in reading.statements if each.id == event.statement), None)
    voice = told.for_ if told is not None else None
    for posts in kept:
        if names_any(posts.words, words):
            return True
        owner = voice is not None and any(
            case.actors.speaks_as(voice, each) for each in posts.doers
        )
        if owner and _OWN.search(words) and names_any(posts.words, reading.document.text):
            return True
    return False


def _is_of_posts(posts: Duty, duty: Duty) -> bool:
    about = any("observation_post" in pattern.with_ for pattern in posts.events)
    return about and bool(set(posts.where) & set(duty.where))


def _struck(event: Event) -> str:
    """Give the words for the post that an attack is told to have hit; empty for none."""
    if event.sentence is None:
        return ""
    start = event.trigger.start - event.sentence.start
    end = start + len(event.trigger.text)
    behind = _HIT.match(event.sentence.text, end) or _NUMBERED.match(event.sentence.text, end)
    before = _WAS_HIT.search(event.sentence.text[:start])
    found = behind or before
    return found.group() if found is not None else ""


_POSTS: Final = re.compile(
    r"(?:(?:the|these|those|its|their|our|his|all|any|none|each|every|of|both|\d+|twelve|ten|two|three)\s)*"
    r"(?:outposts?|posts?|points?)",
    re.IGNORECASE,
)


def takes_up_posts(event: Event, duty: Duty, pattern: EventPattern, reading: Reading) -> bool:
    """Tell whether "its posts" are the observation posts that the report has named before."""
    if "observation_post" not in pattern.with_ or "observation_post" in classes_of(event):
        return False
    meant = any(_POSTS.fullmatch(" ".join(thing.span.text.split())) for thing in event.with_)
    return meant and names_any(duty.words, reading.document.text)
