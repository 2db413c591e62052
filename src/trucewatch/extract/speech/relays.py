"""Relays in one order: those that the grammar reads, and those that a trained reader found."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.chains import Relay
from trucewatch.extract.speech.clauses import Range


def in_one(
    read: Sequence[Relay], found: Sequence[Relay], speaker: Range | None = None
) -> tuple[Relay, ...]:
    """Give all relays, each once, outermost first, as both of the given rows are.

    Where the two differ in their order, that of `read` counts: measured, it is the better one. Who
    stands in `found` only keeps to who stands before him there, or, where that is nobody, stands
    nearer to who speaks in `speaker` as the text has it.
    """
    twins = _twins(read, found)
    shared = [read[twins[at]] if at in twins else each for at, each in enumerate(found)]
    return tuple(_woven(read, shared, speaker))


def _twins(read: Sequence[Relay], found: Sequence[Relay]) -> dict[int, int]:
    """Give for places in `found` the place in `read` where the same one stands."""
    twins: dict[int, int] = {}
    for at, each in enumerate(found):
        for place, other in enumerate(read):
            if place not in twins.values() and _is_same(each, other):
                twins[at] = place
                break
    return twins


def _is_same(one: Relay, other: Relay) -> bool:
    if one.line == other.line and one.atoms[0] < other.atoms[1] and other.atoms[0] < one.atoms[1]:
        return True
    ids = one.voice.outlet or one.voice.speaker, other.voice.outlet or other.voice.speaker
    return ids[0] is not None and ids[0] == ids[1]


def _woven(row: Sequence[Relay], others: Sequence[Relay], speaker: Range | None) -> list[Relay]:
    """Give a row with those of another that it lacks, each behind whom it stands behind there."""
    woven = list(row)
    for at, each in enumerate(others):
        if each in woven:
            continue
        before = [other for other in others[:at] if other in woven]
        behind = [other for other in others[at + 1 :] if other in woven]
        if before:
            place = woven.index(before[-1]) + 1
        elif behind:
            place = woven.index(behind[0])
        else:
            nearer = bool(woven) and speaker is not None and _is_nearer(each, woven[0], speaker)
            place = len(woven) if each.inside or nearer else 0
        woven.insert(place, each)
    return woven


def _is_nearer(one: Relay, other: Relay, speaker: Range) -> bool:
    """Tell whether one stands between another one, behind him, and who speaks."""
    return one.line == other.line and (
        speaker[1] <= one.atoms[0] < other.atoms[0] or one.atoms[1] <= speaker[0] < other.atoms[0]
    )
