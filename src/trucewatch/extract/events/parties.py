"""Who did it, to whom, and with what: mentions and objects on either side of a trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.core.objects import find_objects
from trucewatch.core.reading import EventKind, Mention, Party
from trucewatch.core.span import Span
from trucewatch.extract.events.triggers import Trigger

ACTORS: Final = frozenset({"person", "state", "organisation", "armed_group"})

_BEFORE: Final = 24
_PREPOSITION = re.compile(
    r"\b(by|of|on|against|at|from|in|into|with|for|to|between|near|towards?|inside|within|around|over|under|including)"
    r"\s(?:the\s|a\s|an\s|any\s|so-called\s|[“\"‘'])*(?:[\w’'-]{1,20}\s){0,2}$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|been|being|be|gets?|got)\s(?:(?:also|again|not|repeatedly|heavily|reportedly|allegedly|still|now|\w{2,12}ly)\s){0,2}$",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)\sout|launch\w*|conduct\w*|stag(?:e|es|ed|ing)|mount\w*|resum\w+|step\w*\sup|intensif\w+"
    r"|complet\w+|finish\w*|beg[aiu]n\w*|start\w*|continu\w+|commit\w*|perform\w*|undert\w+|made|make\w*|registered|recorded)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who an event is by, whom it is against, and what it was done with."""

    by: tuple[Party, ...]
    against: tuple[Party, ...]
    with_: tuple[Party, ...]


def is_passive(text: str, left: int, trigger: Trigger) -> bool:
    """Tell whether a trigger stands in the passive, or is a bare participle followed by *by*."""
    if trigger.form not in ("past", "participle"):
        return False
    if _AUXILIARY.search(text[max(left, trigger.start - 60) : trigger.start]):
        return True
    return bool(re.match(r"\s(?:\w{2,12}ly\s)?by\b", text[trigger.end : trigger.end + 20]))


def roles_of(
    text: str,
    trigger: Trigger,
    reach: tuple[int, int],
    mentions: Sequence[Mention],
    holes: Sequence[tuple[int, int]],
    before: tuple[Party, ...],
) -> Roles:
    """Find the parties of a trigger within `reach`, outside the asides of its clause (`holes`).

    `before` is the subject that its clause takes up.
    """
    left, right = reach
    mentions = [m for m in mentions if not any(a <= m.span.start < z for a, z in holes)]
    actors = [
        m for m in mentions if m.kind in ACTORS and left <= m.span.start and m.span.end <= right
    ]
    ahead = [m for m in actors if m.span.end <= trigger.start]
    behind = [m for m in actors if m.span.start >= trigger.end]
    agents = [m for m in behind if _is_agent(text, m, trigger)]
    if trigger.form == "noun":
        by, against = _of_noun(text, trigger, left, ahead, behind, agents, before)
    elif is_passive(text, left, trigger):
        by, against = _parties(agents), _parties(_subject(text, ahead, left)) or before
    else:
        by = _parties(_subject(text, ahead, left)) or before
        against = _parties(m for m in behind if _preposition(text, m, trigger.end) in _TARGETS)
    if trigger.key == "remain" and not by:
        by = _parties(behind[:1])
        against = ()
    with_ = _objects(text, trigger, left, right, actors)
    if trigger.kind in (EventKind.WITHDRAWAL, EventKind.DEPLOYMENT):
        against = ()
    return Roles(by=by, against=against, with_=with_)


_TARGETS: Final = frozenset({"", "on", "against", "at", "of", "with", "between"})


def _of_noun(
    text: str,
    trigger: Trigger,
    left: int,
    ahead: list[Mention],
    behind: list[Mention],
    agents: list[Mention],
    before: tuple[Party, ...],
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give by and against of a noun: "X's attack on Y", "attack by X", "X carried out attacks"."""
    targets = [
        m
        for m in behind
        if _preposition(text, m, trigger.end) in ("on", "against", "of", "at", "between", "with")
    ]
    if agents:
        return _parties(agents), _parties(m for m in targets if m not in agents)
    touching = [m for m in ahead if len(text[m.span.end : trigger.start].split()) <= 3]
    if touching and not re.search(
        r"\b(?:said|says|told)\b", text[touching[-1].span.end : trigger.start]
    ):
        return _parties(touching[-1:]), _parties(targets)
    if _LIGHT.search(text[max(left, trigger.start - 60) : trigger.start]):
        return _parties(_subject(text, ahead, left)) or before, _parties(targets)
    if trigger.kind in (EventKind.WITHDRAWAL, EventKind.DEPLOYMENT):
        return _parties(m for m in behind if _preposition(text, m, trigger.end) == "of"), ()
    return (), _parties(targets)


def _is_agent(text: str, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a party behind a trigger did it: "by X", or an attack "from X"."""
    governed = _preposition(text, mention, trigger.end)
    from_ = governed == "from" and trigger.form == "noun" and trigger.kind is EventKind.ATTACK
    return governed == "by" or (from_ and mention.kind == "armed_group")


def _subject(text: str, ahead: list[Mention], left: int) -> list[Mention]:
    """Give the first actor before a trigger that no preposition governs, and those joined to it."""
    free = [m for m in ahead if not _preposition(text, m, left)]
    if not free:
        return []
    joined = [free[0]]
    for mention in free[1:]:
        between = text[joined[-1].span.end : mention.span.start]
        if re.fullmatch(
            r"(?:,|,?\sand|,?\sor|\sas\swell\sas)\s(?:the\s|other\s)?", between, re.IGNORECASE
        ):
            joined.append(mention)
    return joined


def _preposition(text: str, mention: Mention, floor: int) -> str:
    """Give the preposition that governs a mention; empty where none does."""
    found = _PREPOSITION.search(text[max(floor, mention.span.start - _BEFORE) : mention.span.start])
    return found.group(1).lower() if found else ""


def _parties(mentions: object) -> tuple[Party, ...]:
    found = [m for m in mentions if isinstance(m, Mention)]  # type: ignore[attr-defined]
    return tuple(Party(span=m.span, actor=m.id) for m in found)


def _objects(
    text: str, trigger: Trigger, left: int, right: int, actors: Sequence[Mention]
) -> tuple[Party, ...]:
    """Give the weapons and other objects of a clause; who acts is no object of it."""
    found = []
    for thing in find_objects(text, left, right):
        own = any(m.span.start <= thing.start < m.span.end for m in actors)
        if not own and not (thing.start >= trigger.start and thing.end <= trigger.end):
            found.append(Party(span=Span.cut(text, thing.start, thing.end), actor=None))
    if trigger.form == "noun":
        found.extend(_inside_trigger(text, trigger))
    return tuple(found)


def _inside_trigger(text: str, trigger: Trigger) -> list[Party]:
    """Give the weapon that a trigger names itself: mortar fire, a missile attack."""
    words = text[trigger.start : trigger.end]
    first = words.split()[0]
    if first == words or not list(find_objects(first)):
        return []
    return [Party(span=Span.cut(text, trigger.start, trigger.start + len(first)), actor=None)]
