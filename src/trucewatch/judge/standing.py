"""What carries a status: who speaks for it, and how independent they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding, Says
from trucewatch.core.status import Carried, Standing, Status
from trucewatch.judge.acts import may_be_one_act
from trucewatch.judge.record import Record
from trucewatch.judge.rules import Verdict
from trucewatch.judge.words import Word

STRENGTH: Final = (
    Standing.CLAIMED,
    Standing.ALLEGED,
    Standing.CORROBORATED,
    Standing.ACKNOWLEDGED,
)
"""Standings from the weakest to the strongest."""


def strength(carried: Carried | None) -> tuple[int, bool]:
    """Give a key that sorts standings by strength; none is the weakest."""
    if carried is None:
        return (-1, False)
    return (STRENGTH.index(carried.standing), not carried.unnamed)


def standing(verdict: Verdict, record: Record, case: Case) -> tuple[Carried | None, Carried | None]:
    """Give what carries a status and, in *contested*, what carries the better words too."""
    if verdict.status in (Status.BROKEN, Status.OVERDUE):
        return accusing(_accusations(verdict.lesser), record, case), None
    if verdict.status is Status.KEPT:
        return favouring(verdict.better, record, case), None
    if verdict.status is Status.PARTLY_KEPT:
        partly = [word for word in verdict.lesser if word.says is Says.PARTLY]
        return _admitted(partly, record, case) or favouring(partly, record, case), None
    if verdict.status is Status.CONTESTED:
        lesser = accusing(verdict.lesser, record, case)
        return lesser, favouring(verdict.better, record, case)
    return None, None


def is_self(voice: str, record: Record, case: Case, by_name: str | None = None) -> bool:
    """Tell whether a voice speaks for the doer, the member that acted, or who alone owes the duty."""
    bodies = case.actors.bodies(voice)
    owed_by = record.duty.owed_by
    return (
        record.doer in bodies or by_name in bodies or (len(owed_by) == 1 and owed_by[0] in bodies)
    )


def is_independent(word: Word, record: Record, case: Case) -> bool:
    """Tell whether a voice is of another, known side than the duty's doers and owers."""
    return case.side_of_voice(word.voice) is not None and not _is_own(word, record, case)


def _own_sides(record: Record, case: Case) -> set[str | None]:
    doers = (record.doer,) if record.doer else record.duty.doers
    return {case.actors.side(actor) for actor in (*doers, *record.duty.owed_by)}


def _accusations(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.says in (Says.ACT, Says.NOT_DONE)]


def accusing(words: Iterable[Word], record: Record, case: Case) -> Carried | None:
    """Give the standing of acts and lesser words: acknowledged, corroborated or alleged."""
    said = list(words)
    if not said:
        return None
    if acknowledged := _acknowledged(said, record, case):
        return acknowledged
    together = Standing.CORROBORATED if corroborated(said, case) else Standing.ALLEGED
    return Carried(standing=together)


def favouring(words: Iterable[Word], record: Record, case: Case) -> Carried | None:
    """Give the standing of better words: claimed where none but doers, owers and their side speak."""
    said = list(words)
    if not said:
        return None
    own = any(_is_own(word, record, case) for word in said)
    if own and not any(is_independent(word, record, case) for word in said):
        return Carried(standing=Standing.CLAIMED)
    together = Standing.CORROBORATED if corroborated(said, case) else Standing.ALLEGED
    return Carried(standing=together)


def _is_own(word: Word, record: Record, case: Case) -> bool:
    """Tell whether a voice is the doer's, an ower's, or of their side."""
    own = (record.doer, *record.duty.owed_by)
    if any(actor and case.actors.speaks_as(word.voice, actor) for actor in own):
        return True
    return case.side_of_voice(word.voice) in _own_sides(record, case) - {None}


def _acknowledged(words: list[Word], record: Record, case: Case) -> Carried | None:
    """Give *acknowledged* where one of them is the doer's own, or accepted by it as no breach."""
    unnamed = False
    for word in words:
        if is_self(word.voice, record, case, word.by_name) and _owns_up(word, record, case):
            if not word.unnamed:
                return Carried(standing=Standing.ACKNOWLEDGED)
            unnamed = True
    for finding in record.accepted:
        own = finding.voice and is_self(finding.voice, record, case, finding.by_name)
        if own and any(_same_act(finding, word, case) for word in words):
            if not finding.unnamed:
                return Carried(standing=Standing.ACKNOWLEDGED)
            unnamed = True
    return Carried(standing=Standing.ACKNOWLEDGED, unnamed=True) if unnamed else None


def _owns_up(word: Word, record: Record, case: Case) -> bool:
    """Tell whether somebody says so himself.

    He does not where he only reports a charge, nor where another party says that he said so.
    """
    parties = {case.actors.side(actor) for actor in (*record.duty.doers, *record.duty.owed_by)}
    others = parties - {None, case.side_of_voice(word.voice)}
    return any(
        finding.form != "distanced"
        and not any(case.side_of_voice(link) in others for link in finding.chain[1:-1])
        for finding in word.renditions
    )


def _same_act(finding: Finding, word: Word, case: Case) -> bool:
    if finding.incident and finding.incident == word.incident:
        return True
    shared = finding.days and word.days and finding.days.overlaps(word.days)
    return bool(shared) and may_be_one_act(finding, word, case.places)


def _admitted(partly: list[Word], record: Record, case: Case) -> Carried | None:
    """Give *acknowledged* where the doer's *partly* corrects its *done* or answers a charge."""
    charges = [word for word in record.words if word.says in (Says.ACT, Says.NOT_DONE)]
    own_done = [word for word in record.words if word.says is Says.DONE]
    for word in partly:
        if not is_self(word.voice, record, case, word.by_name):
            continue
        corrects = any(
            done.voice == word.voice and done.uttered <= word.uttered for done in own_done
        )
        answers = any(
            charge.voice != word.voice and charge.uttered <= word.uttered for charge in charges
        )
        if corrects or answers:
            return Carried(standing=Standing.ACKNOWLEDGED, unnamed=word.unnamed)
    return None


def corroborated(words: Iterable[Word], case: Case) -> bool:
    """Tell whether two voices of different known sides and families agree on one matter.

    Acts are one matter only as one incident: two counts of one day are not one.
    """
    by_matter: dict[Hashable, set[tuple[str, str]]] = defaultdict(set)
    for word in words:
        side = case.side_of_voice(word.voice)
        if side is None or (word.says is Says.ACT and not word.incident):
            continue
        voice = (side, case.family_of_voice(word.voice))
        others = by_matter["state" if word.was_act else word.matter, word.says]
        if voice not in others:
            if any(side != other and voice[1] != kin for other, kin in others):
                return True
            others.add(voice)
    return False
