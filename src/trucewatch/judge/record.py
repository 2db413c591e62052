"""Everything that is known of one duty and doer, ready to be judged on any date."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from trucewatch.core.agreement import Duty, DutyType
from trucewatch.core.case import Case
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.when import Period
from trucewatch.judge.acts import deniers, not_taken_back
from trucewatch.judge.assign import STATE_WORDS, assign
from trucewatch.judge.words import WEIGHED, Word, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line's words, and the findings without weight."""

    duty: Duty
    doer: str | None
    words: tuple[Word, ...] = ()
    shown: tuple[Finding, ...] = ()
    near: tuple[Finding, ...] = ()
    read_differently: tuple[Finding, ...] = ()
    acts: dict[Word, None] = field(default_factory=dict)
    denials: dict[Word, tuple[Word, ...]] = field(default_factory=dict)
    longest: int = 0

    def about(self, days: Period) -> list[Word]:
        """Give the words about days that share one with `days`, the earliest first.

        `words` are sorted by their last day, and no word is about more than `longest` days.
        """
        if days.first is None or days.last is None:
            return [word for word in self.words if word.days and word.days.overlaps(days)]
        start = bisect_left(self.words, days.first, key=lambda word: word.day)
        stop = bisect_left(
            self.words, days.last.toordinal() + self.longest, key=lambda word: word.day.toordinal()
        )
        return [word for word in self.words[start:stop] if word.days and word.days.overlaps(days)]

    @property
    def unnamed_acts(self) -> bool:
        """Tell whether the line *doer not named* has an act to speak of."""
        return any(word.says is Says.ACT for word in self.words) or bool(self.near)


def known(findings: Iterable[Finding], day: date | None) -> list[Finding]:
    """Give the findings published by `day` (None: all), without those corrected or retracted by then.

    A correction in any document replaces what its origin said of that duty and doer everywhere.
    """
    published = sorted(
        (finding for finding in findings if day is None or finding.known_from <= day),
        key=lambda finding: finding.id,
    )
    corrected = {(item.corrects, item.duty, item.doer) for item in published if item.corrects}
    return [
        finding
        for finding in published
        if not finding.retracted and (finding.origin, finding.duty, finding.doer) not in corrected
    ]


def records(findings: Iterable[Finding], case: Case) -> tuple[Record, ...]:
    """Sort findings into the records of every duty and doer, in the order of the agreement."""
    duties = {duty.id: duty for duty in case.agreement.duties()}
    by_line: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        for told in _spread(finding, duties):
            for doer, assigned in assign(told, duties[told.duty], case.actors):
                by_line[told.duty, doer].append(assigned)
    found = []
    for duty in duties.values():
        for doer in (*duty.doers, None):
            record = _record(duty, doer, by_line.get((duty.id, doer), []), case)
            if doer is not None or record.unnamed_acts:
                found.append(record)
    return tuple(found)


def _spread(finding: Finding, duties: dict[str, Duty]) -> Iterator[Finding]:
    """Yield a finding; a refusal of the whole agreement is shown on each duty of who refuses."""
    if finding.duty in duties:
        yield finding
    elif finding.duty == WHOLE and finding.says is Says.REFUSAL and finding.doer is not None:
        for duty in duties.values():
            yield replace(finding, duty=duty.id)


def _record(duty: Duty, doer: str | None, findings: list[Finding], case: Case) -> Record:
    near, shown, weighed = [], [], []
    for finding in findings:
        finding = _without_a_day(finding, duty)
        if _before_the_start(finding, duty):
            continue
        if finding.near:
            near.append(finding)
        elif finding.says in WEIGHED:
            weighed.append(finding)
        else:
            shown.append(finding)
    folded, differently = fold(weighed, case)
    words = tuple(sorted(folded, key=lambda word: (word.day, word.uttered, word.origin)))
    acts = not_taken_back(words, Says.ACT)
    return Record(
        duty=duty,
        doer=doer,
        words=words,
        acts=dict.fromkeys(acts),
        denials=deniers(acts, words),
        longest=max(map(_length, words), default=1),
        shown=tuple(shown),
        near=tuple(near),
        read_differently=differently,
    )


def _without_a_day(finding: Finding, duty: Duty) -> Finding:
    """Mark as near what has no voice, and a word about days that names none."""
    if finding.near or finding.says not in WEIGHED:
        return finding
    if finding.voice is None:
        return replace(finding, near=("nobody is named as having said or seen it",))
    about_days = duty.type is not DutyType.REACH or finding.says not in STATE_WORDS
    by_incident = finding.says is Says.DENIES and finding.incident is not None
    if about_days and finding.days is None and not by_incident:
        return replace(finding, near=("the day is not known",))
    return finding


def _before_the_start(finding: Finding, duty: Duty) -> bool:
    """Tell whether a finding is about days before the duty began: it does not bear on it."""
    last = finding.days.last if finding.days else None
    return last is not None and last < duty.starts


def _length(word: Word) -> int:
    """Give how many days a word is about; a word with an open start reaches back without end."""
    if word.days is None:
        return 1
    if word.days.first is None:
        return word.day.toordinal()
    return (word.day - word.days.first).days + 1
