"""Acts without a doer: what only tells of harm is no attack by itself, nor is the echo of a named act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.objects import object_classes
from trucewatch.core.reading import Event, EventKind

_HARM: Final = frozenset(
    [
        "killed",
        "killing",
        "kill",
        "kills",
        "killings",
        "dead",
        "died",
        "die",
        "death",
        "deaths",
        "dying",
        "wounded",
        "wounding",
        "wounds",
        "injured",
        "injuring",
        "injuries",
        "injury",
        "hurt",
        "casualties",
        "casualty",
        "losses",
        "loss",
        "lost",
        "losing",
        "damage",
        "damaged",
        "damages",
        "destruction",
        "martyred",
        "martyrdom",
        "slain",
        "maimed",
        "burnt",
        "collapsed",
        "displaced",
        "assassinated",
        "assassination",
        "assassinations",
        "murdered",
        "murder",
        "executed",
        "execution",
    ]
)
"""What an attack leaves behind, or a killing by nobody knows whom."""

_LEFT_BEHIND: Final = frozenset({"mine", "bomb"})
"""What goes off where it lies: nobody attacks with it then."""


def only_harm(event: Event) -> bool:
    """Tell whether an attack by nobody is told by its harm alone, or by a mine or car bomb that went off."""
    if event.kind is not EventKind.ATTACK or event.by:
        return False
    if event.trigger.text.lower() in _HARM:
        return True
    kinds = {kind for thing in event.with_ for kind in object_classes(thing.span.text)}
    return bool(kinds) and kinds <= _LEFT_BEHIND and event.plover[1] is None


def without_echoes(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """Leave out acts by nobody, or by many, whose doer the same voice names.

    Of acts by nobody the same sentence must name the doer, at the same place, or another one at the very
    place and day; of "militants attacked
    the area" what the voice tells further on: of that day, in that area, by one whom the word takes in.
    """
    listed = list(findings)
    named = [each for each in listed if each.says is Says.ACT and each.doer and not each.near]
    for finding in listed:
        act_told = finding.says is Says.ACT and not finding.near
        echo = act_told and finding.doer is None
        many = case.actors.classes.get(finding.doer or "") if act_told else None
        if echo and any(_is_of(finding, act, case) for act in named):
            continue
        if many and any(_narrows(finding, many.takes_in, act, case) for act in named):
            continue
        yield finding


def _narrows(finding: Finding, takes_in: Sequence[str], act: Finding, case: Case) -> bool:
    """Tell whether an act by somebody named is the one told before of many: same voice, day and area."""
    if (finding.duty, finding.days) != (act.duty, act.days) or act.doer not in takes_in:
        return False
    one_voice = finding.voice == act.voice or (
        finding.unnamed and act.unnamed and finding.chain[-1:] == act.chain[-1:]
    )
    where = set(finding.at)
    inside = all(where & {each, *case.places.areas(each)} for each in act.at)
    return one_voice and finding.days is not None and bool(where and act.at) and inside


def _is_of(finding: Finding, act: Finding, case: Case) -> bool:
    organ = act.voice is not None and finding.voice in case.actors.bodies(act.voice)
    if finding.duty != act.duty or not (organ or finding.voice == act.voice):
        return False
    if finding.words != act.words:
        alike = bool(finding.at) and finding.at == act.at and finding.days == act.days
        return alike and finding.days is not None
    days = finding.days is None or act.days is None or finding.days.overlaps(act.days)
    return days and set(finding.at) <= set(act.at)
