"""Which lines of a duty a finding speaks to: doers, members of umbrellas, class words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.core.actor import Actors
from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.finding import Finding, Says

STATE_WORDS = frozenset({Says.DONE, Says.PARTLY, Says.NOT_DONE})
INTENTS = frozenset({Says.PROMISE, Says.REFUSAL, Says.POSTPONEMENT})


Assigned = tuple[str | None, Finding]
"""The doer of a line (None: not named), and what a finding says there."""


def assign(finding: Finding, duty: Duty, actors: Actors) -> Iterator[Assigned]:
    """Yield the doer of each line of `duty` that a finding speaks to, with what it says there.

    A word about a state by no doer or by a class word speaks of every listed doer it takes in, a
    lesser one not of its own speaker, but of what is made once and by all;
    an act by such is *doer not named*. A member's word stands in its umbrella's line, by name, and
    its *done* there is *partly*. A doer that the duty does not list has no line, nor has a class word
    that takes in none of its doers.
    """
    finding = _in_the_duty_s_terms(finding, duty)
    if finding.doer is not None and finding.doer not in actors.classes:
        yield from _assign_named(finding, finding.doer, duty, actors)
    elif finding.says in STATE_WORDS or finding.says in INTENTS:
        for listed in _taken_in(finding.doer, duty, actors):
            if not _may_promise(finding, listed, duty, actors):
                continue
            if _is_one_work(duty) or not _would_confess(finding, listed, actors):
                yield listed, finding
    elif finding.says is Says.NO_ACT:
        for line in (*_taken_in(finding.doer, duty, actors), None):
            yield line, finding
    elif finding.doer is None or _taken_in(finding.doer, duty, actors):
        yield None, finding


_MADE_ONCE = frozenset({"construction", "agreement", "opening"})
_GONE_TOGETHER = frozenset({"patrol"})


def _is_one_work(duty: Duty) -> bool:
    """Tell whether a duty is one work of all who owe it: where it is not done, none has done it."""
    kinds = {pattern.kind for pattern in duty.events if pattern.says == "done"}
    together = set(duty.doers) == set(duty.owed_by) and len(duty.doers) > 1
    once = duty.type is DutyType.REACH and kinds <= _MADE_ONCE
    return together and bool(kinds) and (once or kinds <= _GONE_TOGETHER)


def _would_confess(finding: Finding, listed: str, actors: Actors) -> bool:
    """Tell whether a lesser word that names nobody would fall on its own speaker.

    "They have not withdrawn", said by a party, is its charge against others, not its confession.
    """
    lesser = finding.says in (Says.NOT_DONE, Says.PARTLY)
    return lesser and finding.voice is not None and actors.speaks_as(finding.voice, listed)


def _may_promise(finding: Finding, listed: str, duty: Duty, actors: Actors) -> bool:
    """Tell whether it is for a voice to say that somebody it does not name will refrain: its own side."""
    if duty.type is not DutyType.REFRAIN or finding.says not in INTENTS or finding.doer is not None:
        return True
    side = actors.side(finding.voice) if finding.voice else None
    return side is not None and side == actors.side(listed)


def _in_the_duty_s_terms(finding: Finding, duty: Duty) -> Finding:
    """Of a *refrain* duty, *done* says no act of its days, and *not done* an act."""
    if duty.type is DutyType.REFRAIN and finding.says is Says.DONE:
        return replace(finding, says=Says.NO_ACT)
    if duty.type is DutyType.REFRAIN and finding.says is Says.NOT_DONE:
        return replace(finding, says=Says.ACT)
    return finding


def _assign_named(finding: Finding, doer: str, duty: Duty, actors: Actors) -> Iterator[Assigned]:
    for body in actors.bodies(doer):
        if body in duty.doers:
            yield body, finding
            return
    for umbrella in dict.fromkeys(actors.umbrellas(doer)):
        if umbrella in duty.doers:
            says = Says.PARTLY if finding.says is Says.DONE else finding.says
            yield umbrella, replace(finding, says=says, by_name=finding.by_name or doer)
            return


def _taken_in(doer: str | None, duty: Duty, actors: Actors) -> tuple[str, ...]:
    """Give the duty's doers that a class word takes in; all of them where no doer is named."""
    if doer is None:
        return duty.doers
    taken_in: set[str] = set()
    for member in actors.classes[doer].takes_in:
        taken_in.update(actors.bodies(member))
    return tuple(listed for listed in duty.doers if listed in taken_in)
