"""One list of utterances from what a trained reader found and what the grammar reads.

The trained reader decides source, cue and content of the first speaker; the grammar adds who relays
it, who was told, and what stands inside what. Where the grammar finds a relay, it decides who speaks
and who passes it on: the trained reader has seen no relay inside another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.pairing import pairs, shared, size_of
from trucewatch.extract.speech.runs import Piece, Utterance
from trucewatch.extract.speech.splitting import spoken_beside, without_beside
from trucewatch.extract.speech.telling import Told
from trucewatch.extract.speech.uniting import (
    SURE,
    SURE_ENOUGH,
    Publishes,
    goes_deeper,
    through,
    unite,
    with_first_half,
    with_quotations,
    with_rest,
    within,
)

_POINTING: Final = words("""
    it them this that which what who her his its their the a an some message report reports dispatch
    news account story words
    """)
"""Words of a content that only points at what somebody else said."""

_CITING: Final = words("citing quoting crediting quoted cited carried carrying relayed")
_LOOSE: Final = words("asked pressed questioned reached contacted interviewed")
"""Participles that open a sentence before who answers."""

_HELD: Final = 0.6
"""So much of the shorter content must be the same atoms."""

_FEW: Final = 4


class Ruled(NamedTuple):
    """What the grammar reads, who says each of it, and the lines that it counts.

    `cues` are atoms of cues, each with its line, that a trained reader found without their words, with
    those whom it found to pass on what is said there.
    """

    utterances: Sequence[Utterance]
    told: Sequence[Told]
    lines: Sequence[Line]
    cues: Mapping[tuple[int, int], tuple[Piece, ...]] = {}

    def relayed(self, place: int) -> bool:
        """Tell whether somebody is found who passes an utterance on."""
        return bool(self.told[place].relays)

    def with_relays(self, place: int) -> Utterance:
        """Give an utterance with those who pass it on by a trained reader that found its cue alone."""
        utterance = self.utterances[place]
        line, cue = utterance.draft.line, utterance.draft.cue
        if not utterance.draft.source:
            return utterance
        relays = [
            relay
            for first, last in cue
            for at in range(first, last)
            for relay in self.cues.get((line, at), ())
        ]
        return replace(utterance, relays=tuple(dict.fromkeys(relays)))

    def passing(self) -> set[tuple[int, int]]:
        """Give the atoms, each with its line, of those who pass on what another one said."""
        return {
            (relay.line, at)
            for told in self.told
            for relay in told.relays
            for at in range(*relay.atoms)
        }

    def speaking(self) -> set[tuple[int, int]]:
        """Give the atoms, each with its line, of those whose words somebody passes on."""
        return {
            (told.line, at)
            for told in self.told
            if told.relays
            for source in told.source
            for at in range(*source)
        }


def merge(found: Sequence[Utterance], ruled: Ruled, publishes: Publishes) -> tuple[Utterance, ...]:
    """Merge utterances `found` by a trained reader with those `ruled` by the grammar, in text order."""
    found = _without_relaying(found, ruled, publishes)
    partner = dict(pairs(found, ruled.utterances))
    by_rule = {rule: place for place, rule in partner.items()}
    beside = {
        place: spoken_beside(found[place], ruled.utterances[rule], ruled.utterances, ruled.lines)
        for place, rule in partner.items()
    }
    kept = [
        place
        for place in _kept(ruled, set(by_rule), {each for held in beside.values() for each in held})
        if not _only_on_the_way(place, found, ruled)
    ]
    found = [
        without_beside(each, [ruled.utterances[other] for other in beside.get(place, ())])
        for place, each in enumerate(found)
    ]
    said = _said(found)
    raw = found
    found = _with_free_relays(found, partner, ruled, said, {*kept, *by_rule})
    merged: list[tuple[Utterance, int | None]] = []
    for place, utterance in enumerate(found):
        rule = partner.get(place)
        if rule is None:
            merged.append((utterance, None))
        elif goes_deeper(raw[place], ruled.told[rule]):
            both = through(utterance, ruled.utterances[rule])
            merged.append((both, None))
        else:
            read, told = ruled.utterances[rule], ruled.told[rule]
            both = unite(utterance, read, told, ruled.lines, publishes)
            if not told.relays:
                both = with_quotations(both, read, ruled.lines, said)
                both = with_rest(both, read, ruled.lines, said)
                both = with_first_half(both, read, ruled.lines, said)
            merged.append((replace(both, relays=utterance.relays), rule))
    merged.extend((ruled.with_relays(rule), rule) for rule in kept)
    merged.sort(key=lambda pair: _order(pair[0]))
    return tuple(_linked(merged, ruled.utterances))


def _with_free_relays(
    found: Sequence[Utterance],
    partner: Mapping[int, int],
    ruled: Ruled,
    said: Set[tuple[int, int]],
    standing: Set[int],
) -> list[Utterance]:
    """Drop the relays found that stand in somebody's words, or that the grammar gives to others."""
    given: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, told in enumerate(ruled.told):
        for relay in told.relays if place in standing else ():
            for at in range(*relay.atoms):
                given[relay.line, at].add(place)
    around = [
        {partner.get(place, -1), *_around(each, ruled.utterances)}
        for place, each in enumerate(found)
    ]
    return [
        replace(
            each,
            relays=tuple(
                (line, held)
                for line, held in each.relays
                if not any((line, at) in said for at in range(*held))
                and all(
                    given[line, at] & around[place] for at in range(*held) if (line, at) in given
                )
            ),
        )
        for place, each in enumerate(found)
    ]


def _around(found: Utterance, ruled: Sequence[Utterance]) -> Iterator[int]:
    """Yield the places of those in whose words the speaker and the cue of what was found stand."""
    draft = found.draft
    own = [*draft.source, *draft.cue]
    for place, rule in enumerate(ruled):
        held = [piece for line, piece in rule.content if line == draft.line]
        if own and all(any(a <= b and c <= d for a, d in held) for b, c in own):
            yield place


def _said(found: Sequence[Utterance]) -> set[tuple[int, int]]:
    """Give the atoms, each with its line, of all contents."""
    return {(line, at) for each in found for line, piece in each.content for at in range(*piece)}


def _without_relaying(
    found: Sequence[Utterance], ruled: Ruled, publishes: Publishes
) -> list[Utterance]:
    """Drop what only tells that somebody passed on what the grammar gives to another one."""
    passing, speaking = ruled.passing(), ruled.speaking()
    relayed = [each for place, each in enumerate(ruled.utterances) if ruled.relayed(place)]
    return [
        each
        for each in found
        if not _only_passes(each, ruled.lines, passing, speaking)
        and not (_is_bare(each) and any(_holds(each, rule) for rule in relayed))
        and not any(_swallows(each, rule) for rule in ruled.utterances)
        and not (
            _is_passing(each, passing, publishes) and any(_holds(each, rule) for rule in relayed)
        )
    ]


def _is_bare(found: Utterance) -> bool:
    """Tell whether words were found without anybody, or any cue, that they belong to."""
    return not found.draft.source and not found.draft.cue


def _swallows(found: Utterance, rule: Utterance) -> bool:
    """Tell whether words without a speaker were found to hold who says them, by the grammar."""
    if found.draft.source or not rule.draft.source:
        return False
    held = {(line, at) for line, piece in found.content for at in range(*piece)}
    speaker = {(rule.draft.line, at) for source in rule.draft.source for at in range(*source)}
    return speaker <= held and _holds(found, rule)


def _is_passing(found: Utterance, passing: set[tuple[int, int]], publishes: Publishes) -> bool:
    """Tell whether who is found to speak is an outlet that passes on what another one said."""
    by = [(found.draft.line, at) for source in found.draft.source for at in range(*source)]
    if not by or not publishes(found.draft.line, found.draft.source[0]):
        return False
    return sum(each in passing for each in by) * 2 > len(by)


def _holds(found: Utterance, rule: Utterance) -> bool:
    """Tell whether most of what the grammar reads stands in what was found, or the reverse."""
    least = min(size_of(found.content), size_of(rule.content))
    return shared(found.content, rule.content) > _HELD * least


def _only_passes(
    utterance: Utterance,
    lines: Sequence[Line],
    passing: set[tuple[int, int]],
    speaking: set[tuple[int, int]],
) -> bool:
    draft = utterance.draft
    held = [(line, at) for line, piece in utterance.content for at in range(*piece)]
    plain = [(line, at) for line, at in held if lines[line].atoms[at].kind != "mark"]
    named = passing | speaking
    names = [(line, at) for line, at in plain if lines[line].atoms[at].kind in ("name", "mention")]
    if plain and all(each in named for each in plain):
        return True
    cited = bool(draft.cue) and lines[draft.line].atoms[draft.cue[0][0]].low in _CITING
    if cited and names and all(each in named for each in names):
        return True
    by = [(draft.line, at) for source in draft.source for at in range(*source)]
    points = len(plain) <= _FEW and all(
        lines[line].atoms[at].low in _POINTING for line, at in plain
    )
    if (
        draft.cue
        and lines[draft.line].atoms[draft.cue[0][0]].low in _LOOSE
        and (not draft.source or draft.source[0][0] > draft.cue[0][0])
    ):
        return True
    return points and (not by or any(each in passing for each in by))


def _only_on_the_way(place: int, found: Sequence[Utterance], ruled: Ruled) -> bool:
    """Tell whether the grammar reads speech in what only tells how another one's words came here."""
    rule = ruled.utterances[place]
    if any(each.parent == place for each in ruled.utterances):
        return False
    speaker = {(rule.draft.line, at) for at in within(rule.draft.source)}
    words_read = {(line, at) for line, piece in rule.content for at in range(*piece)}
    for each in found:
        passing = {(line, at) for line, held in each.relays for at in range(*held)}
        if speaker and speaker <= passing and 2 * len(words_read & passing) > len(words_read):
            return True
    return False


def _order(utterance: Utterance) -> tuple[int, int]:
    draft = utterance.draft
    return (draft.line, draft.cue[0][0] if draft.cue else draft.group[0])


def _kept(ruled: Ruled, matched: set[int], beside: set[int]) -> list[int]:
    """Give the places of those that only the grammar reads, and that stand; `beside` others in one."""
    answering = {each.parent for each in ruled.utterances if each.draft.pattern == "rebutted"}
    return [
        place
        for place, rule in enumerate(ruled.utterances)
        if place not in matched
        and (
            rule.draft.pattern in SURE
            or rule.draft.weight >= SURE_ENOUGH
            or ruled.relayed(place)
            or any((rule.draft.line, first) in ruled.cues for first, _ in rule.draft.cue)
            or (rule.parent is not None and rule.parent in matched)
            or place in answering | beside
        )
    ]


def _linked(
    merged: Sequence[tuple[Utterance, int | None]], ruled: Sequence[Utterance]
) -> Iterator[Utterance]:
    """Yield the utterances with `source_of` and `parent` pointing to their new places."""
    moved = {rule: place for place, (_, rule) in enumerate(merged) if rule is not None}
    for place, (utterance, rule) in enumerate(merged):
        source = parent = None
        if rule is not None:
            source = _before(place, moved, ruled[rule].source_of)
            parent = _before(place, moved, ruled[rule].parent)
        yield replace(utterance, source_of=source, parent=parent)


def _before(place: int, moved: Mapping[int, int], rule: int | None) -> int | None:
    """Give the new place of a draft of the grammar, if it stands before `place`."""
    new = None if rule is None else moved.get(rule)
    return new if new is not None and new < place else None
