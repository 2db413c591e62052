"""Everything that is known of one duty and doer, ready to be judged on any date."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.set_right import SetRight
from trucewatch.judge.acts import Words
from trucewatch.judge.assign import STATE_WORDS, assign
from trucewatch.judge.by_day import ByDay
from trucewatch.judge.words import WEIGHED, Alike, Word, alike, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line's words, and the findings without weight.

    `weightless` are near too, by the judge's own reason. `by_day` are the words as a day asks for
    them; `accepted` those shown that call an act no breach; `spoken` is the day of the first word
    that is more than an act.
    """

    duty: Duty
    doer: str | None
    words: Words = ()
    shown: tuple[Finding, ...] = ()
    near: tuple[Finding, ...] = ()
    weightless: tuple[tuple[str, Alike], ...] = ()
    read_differently: tuple[Finding, ...] = ()
    by_day: ByDay = field(default_factory=ByDay)
    accepted: tuple[Finding, ...] = ()
    spoken: date = date.max

    @property
    def unnamed_acts(self) -> bool:
        """Tell whether the line *doer not named* has an act to speak of."""
        acts = any(word.says is Says.ACT for word in self.words)
        return acts or bool(self.near or self.weightless)

    def near_by(self, on: date) -> Iterator[Finding]:
        """Yield what was said by `on` and almost fits, each with the reason why it has no weight."""
        yield from (item for item in self.near if item.uttered <= on)
        for reason, told in self.weightless:
            yield from (replace(each, near=(reason,)) for each in told if each.uttered <= on)


def known(findings: Iterable[Finding], day: date | None) -> list[Finding]:
    """Give the findings published by `day` (None: all), without those corrected or retracted by then.

    A correction in any document replaces what its origin said of that duty and doer everywhere, a
    retraction what it was told in the documents that came through who retracts.
    """
    published = [item for item in findings if day is None or item.known_from <= day]
    right = SetRight(published)
    return [item for item in published if not item.retracted and right.by(item) is None]


@contextmanager
def _without_looking_for_cycles() -> Iterator[None]:
    """Keep the collector from going through all findings again and again: what is made has no cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_looking_for_cycles()
def records(findings: Iterable[Finding], case: Case) -> tuple[Record, ...]:
    """Sort findings into the records of every duty and doer, in the order of the agreement."""
    duties = case.agreement.duties_by_id()
    by_line: dict[tuple[str, str | None], list[Alike]] = defaultdict(list)
    for renditions in alike(findings):
        for told in _spread(renditions, duties):
            duty = duties[told[0].duty]
            if not _before_the_start(told[0], duty):
                for doer, assigned in assign(told[0], duty, case.actors):
                    by_line[duty.id, doer].append(_as_assigned(told, assigned))
    found = []
    for duty in duties.values():
        for doer in (*duty.doers, None):
            record = _record(duty, doer, by_line.get((duty.id, doer), []), case)
            if doer is not None or record.unnamed_acts:
                found.append(record)
    return tuple(found)


def _spread(told: Alike, duties: dict[str, Duty]) -> Iterator[Alike]:
    """Yield what was told; a refusal of the whole agreement is shown on each duty of who refuses."""
    first = told[0]
    if first.duty in duties:
        yield told
    elif first.duty == WHOLE and first.says is Says.REFUSAL and first.doer is not None:
        for duty in duties.values():
            yield [replace(each, duty=duty.id) for each in told]


def _as_assigned(renditions: Alike, assigned: Finding) -> Alike:
    """Give every rendition what was assigned to the first."""
    if assigned is renditions[0]:
        return renditions
    says, by_name = assigned.says, assigned.by_name
    return [replace(each, says=says, by_name=by_name) for each in renditions]


def _record(duty: Duty, doer: str | None, told: Iterable[Alike], case: Case) -> Record:
    near: list[Finding] = []
    shown: list[Finding] = []
    weightless: list[tuple[str, Alike]] = []
    weighed: list[Alike] = []
    for renditions in told:
        if renditions[0].near:
            near.extend(renditions)
        elif reason := _without_weight(renditions[0], duty):
            weightless.append((reason, renditions))
        elif renditions[0].says in WEIGHED:
            weighed.append(renditions)
        else:
            shown.extend(renditions)
    folded, differently = fold(weighed, case)
    words = tuple(sorted(folded, key=_place))
    return Record(
        duty=duty,
        doer=doer,
        words=words,
        shown=tuple(shown),
        near=tuple(near),
        weightless=tuple(weightless),
        read_differently=differently,
        accepted=tuple(item for item in shown if item.says is Says.NOT_A_BREACH),
        spoken=_first_spoken(words, shown),
        by_day=ByDay.of(words, duty.type, case.places, named=doer is not None),
    )


def _without_weight(finding: Finding, duty: Duty) -> str | None:
    """Tell why a word is only near: nobody's is, and one about days that names none."""
    if finding.near or finding.says not in WEIGHED:
        return None
    if finding.voice is None:
        return "nobody is named as having said or seen it"
    about_days = duty.type is not DutyType.REACH or finding.says not in STATE_WORDS
    by_incident = finding.says is Says.DENIES and finding.incident is not None
    return (
        "the day is not known" if about_days and finding.days is None and not by_incident else None
    )


def _before_the_start(finding: Finding, duty: Duty) -> bool:
    """Tell whether a finding is about days before the duty began: it does not bear on it."""
    last = finding.days.last if finding.days else None
    return last is not None and last < duty.starts


def _place(word: Word) -> tuple[date, date, str, str, str, date]:
    """Give the place of a word among those of its line: by its day, then by that of saying."""
    return (word.day, word.uttered, word.origin, word.says, word.incident or "", word.begins)


def _first_spoken(words: Words, shown: Iterable[Finding]) -> date:
    said = [word.day for word in words if word.says is not Says.ACT]
    return min([*said, *(finding.uttered for finding in shown)], default=date.max)
