"""What was taken for one: findings grouped by origin, and by incident, each with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from trucewatch.core.finding import Finding, Says
from trucewatch.core.set_right import SetRight
from trucewatch.core.when import Period, edtf
from trucewatch.join.origins import DAYS_APART
from trucewatch.join.passages import runs_of
from trucewatch.join.reprints import WORDS_OF_COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One speech act or observation, behind any number of renditions.

    `through` are the links that every rendition passed: forty sites with one agency's line show it.
    `set_right` gives, by the id of a rendition, what corrected it or took it back, known first.
    """

    id: str
    speaker: str | None
    voice: str | None
    unnamed: bool
    renditions: tuple[Finding, ...]
    reason: str
    through: tuple[str, ...] = ()
    set_right: Mapping[str, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One act in the world, behind any number of origins; rival doers stay side by side.

    `set_right` gives, by the id of a report or denial, what corrected it or took it back, known first.
    """

    id: str
    doers: tuple[str | None, ...]
    reports: tuple[Finding, ...]
    denials: tuple[Finding, ...]
    reason: str
    set_right: Mapping[str, Finding] = field(default_factory=dict)


def origins(findings: Iterable[Finding]) -> tuple[Origin, ...]:
    """Group findings by origin, one rendition a document, in the order of the days of saying.

    A rendition of which any part was corrected or taken back is marked so.
    """
    listed = list(findings)
    right = SetRight(listed)
    grouped: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    standing = (finding for finding in listed if not finding.retracted)
    for finding in sorted(standing, key=_by_day):
        grouped[finding.origin][finding.document].append(finding)
    return tuple(_origin(origin, list(told.values()), right) for origin, told in grouped.items())


def _origin(origin: str, told: Sequence[Sequence[Finding]], right: SetRight) -> Origin:
    renditions = tuple(each[0] for each in told)
    teller = min(renditions, key=_by_nearness_of_name) if _differ(renditions) else renditions[0]
    return Origin(
        id=origin,
        speaker=teller.speaker,
        voice=teller.voice,
        unnamed=teller.unnamed,
        renditions=renditions,
        reason=_why_one(renditions),
        through=_through(renditions),
        set_right=dict(_marks(told, right)),
    )


def _marks(told: Iterable[Sequence[Finding]], right: SetRight) -> Iterator[tuple[str, Finding]]:
    """Yield the first of findings that are shown as one, with what set any of them right first."""
    for shown in told:
        found = [each for finding in shown if (each := right.by(finding)) is not None]
        if found:
            yield (
                shown[0].id,
                min(found, key=lambda each: (each.known_from, each.document, each.id)),
            )


def _through(renditions: Sequence[Finding]) -> tuple[str, ...]:
    """Give who passed on every rendition of several, in the order of the first one's chain."""
    if len(renditions) == 1:
        return ()
    shared = set.intersection(*(set(each.chain[:-1]) for each in renditions))
    return tuple(link for link in renditions[0].chain if link in shared)


def _differ(renditions: Iterable[Finding]) -> bool:
    """Tell whether copies of one sentence were read as words of different speakers."""
    return len({(finding.speaker, finding.unnamed) for finding in renditions}) > 1


def _by_nearness_of_name(finding: Finding) -> tuple[bool, bool, int, date, str]:
    """Sort the longest chain to a named speaker first: it names the voice."""
    nobody = finding.speaker is None
    key = (nobody or finding.unnamed, nobody, -len(finding.chain))
    return (*key, finding.known_from, finding.id)


def _why_one(renditions: Sequence[Finding]) -> str:
    if len(renditions) == 1:
        return "told once"
    if any(finding.coder for finding in renditions):
        return "coded as the same speaker's words of one day on one matter"
    days = [finding.uttered for finding in renditions]
    if _differ(renditions):
        reason = "copied text: the same sentence, read as words of different speakers"
    elif (max(days) - min(days)).days > DAYS_APART:
        reason = "copied text: published again, with no other day of saying"
    elif renditions[0].unnamed or renditions[0].speaker is None:
        reason = "nobody is named, and the words are the same"
    else:
        reason = "same first speaker, days of saying at most one apart, same content"
    alike = _in_the_same_words(renditions)
    return f"{reason}; {alike} of {len(renditions)} in the same words" if alike else reason


def _in_the_same_words(renditions: Iterable[Finding]) -> int:
    """Count the renditions that share so many words in a row with another that they were copied."""
    runs = [runs_of(finding.words, WORDS_OF_COPY) for finding in renditions]
    holders = Counter(run for each in runs for run in each)
    return sum(any(holders[run] > 1 for run in each) for each in runs)


def incidents(findings: Iterable[Finding]) -> tuple[Incident, ...]:
    """Group acts and their denials by incident, in the order of their days; near ones stay out.

    A report or denial of which any part was corrected or taken back is marked so.
    """
    listed = list(findings)
    right = SetRight(listed)
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(listed, key=_by_day):
        weighed = finding.voice is not None and not (finding.near or finding.retracted)
        if finding.incident and weighed and finding.says in (Says.ACT, Says.DENIES):
            grouped[finding.incident].append(finding)
    found = []
    for incident, told in grouped.items():
        acts = _one_a_document(finding for finding in told if finding.says is Says.ACT)
        denials = _one_a_document(finding for finding in told if finding.says is Says.DENIES)
        if acts:
            found.append(
                Incident(
                    id=incident,
                    doers=tuple(dict.fromkeys(each[0].doer for each in acts)),
                    reports=tuple(each[0] for each in acts),
                    denials=tuple(each[0] for each in denials),
                    reason=_why_one_act(told),
                    set_right=dict(_marks((*acts, *denials), right)),
                )
            )
    return tuple(found)


def _by_day(finding: Finding) -> tuple[date, date, str, str]:
    """Order by the day of saying; what is said on one day, by when it was published."""
    return (finding.uttered, finding.published or finding.known_from, finding.document, finding.id)


def _why_one_act(told: list[Finding]) -> str:
    if any(finding.coder for finding in told):
        return "coded as one act"
    days = {finding.days for finding in told}
    return f"same kind of act, places that are the same, days that meet{_told_for(days)}"


def _told_for(days: set[Period | None]) -> str:
    """Tell where an act was told for several days: it stands on the span of them."""
    span = next((each for each in days if each and each.first != each.last), None)
    return f"; told for days of {edtf(span)}" if span else ""


def _one_a_document(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put together what a document tells of each doer: one telling bears on several duties."""
    told: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        told[finding.document, finding.doer].append(finding)
    return list(told.values())
