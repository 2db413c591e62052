"""What is worth listing beside a line: of all that almost fits, what a person would want to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.reading import Event, Party
from trucewatch.core.when import Period
from trucewatch.judge.assign import INTENTS, STATE_WORDS
from trucewatch.judge.bearing.fits import ARMED, names_any

_TOLL: Final = re.compile(
    r"kill|dead|death|die|wound|injur|hurt|casualt|loss|lost|perish|martyr|fatal|maim|slain",
    re.IGNORECASE,
)
"""Words for what an act did to people: that they name nobody and no place is usual."""

_SURE: Final = 0.45
"""Below this confidence it is not even sure that what almost fits is told."""


def worth_listing(
    findings: Iterable[Finding], events: Mapping[str, Event], case: Case
) -> Iterator[Finding]:
    """Yield the findings of one report without the near ones that nobody needs to decide.

    Almost fitting means that one part is unknown. Left out is what nobody is named for as well, what
    is hardly told or not of the duty's matter, and what the same voice tells for certain or before.
    """
    listed = list(findings)
    duties = case.agreement.duties_by_id()
    certain = [finding for finding in listed if not _is_weak(finding, duties)]
    seen: set[tuple[object, ...]] = set()
    for finding in listed:
        if not _is_weak(finding, duties):
            yield finding
            continue
        line = (finding.duty, finding.doer, finding.says, finding.voice, finding.days)
        told = any(_tells(each, finding) for each in certain)
        event, duty = events.get(finding.event or ""), duties[finding.duty]
        if line not in seen and not told and event and _touches(finding, event, duty, case):
            seen.add(line)
            yield finding


def _is_weak(finding: Finding, duties: Mapping[str, Duty]) -> bool:
    """Tell whether a finding will only be listed: it almost fits, is nobody's word, or has no day."""
    if finding.duty == WHOLE or finding.says is Says.NOT_A_BREACH:
        return False
    if finding.near or finding.voice is None:
        return True
    lasts = duties[finding.duty].type is DutyType.REACH and finding.says in STATE_WORDS
    return finding.days is None and not lasts and finding.says not in INTENTS


def _touches(finding: Finding, event: Event, duty: Duty, case: Case) -> bool:
    """Tell whether one part alone is unknown of what is told, and that it is the duty's matter."""
    if finding.says is Says.NO_ACT or _on_its_own_side(event, duty, case):
        return False
    if not finding.near:
        unsaid = finding.voice is None and finding.doer is None and finding.days is None
        return not unsaid or finding.says in STATE_WORDS
    if finding.voice is None or event.confidence < _SURE:
        return False
    # of other kinds, what was opened or built elsewhere is not the duty's matter
    if event.kind not in ARMED:
        return names_any(duty.words, finding.words)
    if finding.doer is not None or event.by:
        return True
    told = bool(event.at or event.from_) and duty.relation == "at"
    return finding.says is Says.ACT and (told or bool(_TOLL.match(event.trigger.text)))


def _on_its_own_side(event: Event, duty: Duty, case: Case) -> bool:
    """Tell whether nobody whose conduct a duty is about would have done this to whom it hit."""
    if any(_known(event.by, case)):
        return False
    hit = {case.actors.side(actor) for actor in _known(event.against, case)}
    doers = {case.actors.side(doer) for doer in duty.doers}
    return len(hit) == 1 and None not in hit and doers == hit


def _known(parties: Iterable[Party], case: Case) -> Iterator[str]:
    """Yield the parties that are actors of the case."""
    for party in parties:
        if party.actor is not None and party.actor in case.actors.by_id:
            yield party.actor


def _tells(certain: Finding, weak: Finding) -> bool:
    """Tell whether a voice says for certain what it almost says again: of the same line and days."""
    if certain.voice is None or certain.voice != weak.voice:
        return False
    if (certain.duty, certain.says) != (weak.duty, weak.says):
        return False
    if weak.doer is not None and weak.doer != certain.doer:
        return False
    return _may_meet(certain.days, weak.days)


def _may_meet(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one.overlaps(other)
