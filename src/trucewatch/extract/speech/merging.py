"""One list of utterances from what a trained reader found and what the grammar reads.

The trained reader decides source, cue and content of the first speaker; the grammar adds who relays
it, who was told, and what stands inside what. Where the grammar finds a relay, it decides who speaks
and who passes it on: the trained reader has seen no relay inside another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Line
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.runs import Piece, Utterance
from trucewatch.extract.speech.telling import Told

_ALIKE: Final = 0.5
"""So much of two contents must be the same atoms, of all that either holds."""

_STEP: Final = 32
"""So many atoms are one step of a line."""

_SURE: Final = frozenset(
    {"quoted", "title", "according", "before", "alone", "passed", "passive", "hearsay"}
)
"""Patterns of the grammar that stand although the trained reader found nothing."""

_SURE_ENOUGH: Final = 0.9
"""The weight from which on every other draft of the grammar stands as well."""

_UNSURE: Final = 0.5
"""Below this confidence a surely read pattern decides against the trained reader who speaks."""

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

_QUOTATION: Final = 30
"""What stands between quotation marks in fewer letters may be a mere word of somebody's."""

Publishes = Callable[[int, Range], bool]
"""Tells whether atoms of a line name an outlet."""


class _Pair(NamedTuple):
    score: float
    found: int
    ruled: int


class Ruled(NamedTuple):
    """What the grammar reads, who says each of it, and the lines that it counts.

    `cues` are atoms of cues, each with its line, that a trained reader found without their words.
    """

    utterances: Sequence[Utterance]
    told: Sequence[Told]
    lines: Sequence[Line]
    cues: Set[tuple[int, int]] = frozenset()

    def relayed(self, place: int) -> bool:
        """Tell whether somebody is found who passes an utterance on."""
        return bool(self.told[place].relays)

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
    partner = dict(_pairs(found, ruled.utterances))
    by_rule = {rule: place for place, rule in partner.items()}
    kept = _kept(ruled, set(by_rule))
    said = _said(found)
    found = _with_free_relays(found, partner, ruled, said)
    merged: list[tuple[Utterance, int | None]] = []
    for place, utterance in enumerate(found):
        rule = partner.get(place)
        if rule is None:
            merged.append((utterance, None))
        elif ruled.relayed(rule):
            spoken = _within(ruled.told[rule].source)
            both = _relayed(utterance, ruled.utterances[rule], spoken, publishes)
            merged.append((replace(both, relays=utterance.relays), rule))
        else:
            both = _both(utterance, ruled.utterances[rule], publishes)
            both = _with_quotations(both, ruled.utterances[rule], ruled.lines, said)
            merged.append((replace(both, relays=utterance.relays), rule))
    merged.extend((ruled.utterances[rule], rule) for rule in kept)
    merged.sort(key=lambda pair: _order(pair[0]))
    return tuple(_linked(merged, ruled.utterances))


def _with_free_relays(
    found: Sequence[Utterance],
    partner: Mapping[int, int],
    ruled: Ruled,
    said: Set[tuple[int, int]],
) -> list[Utterance]:
    """Drop the relays found that stand in somebody's words, or that the grammar gives to others."""
    given: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, told in enumerate(ruled.told):
        for relay in told.relays:
            for at in range(*relay.atoms):
                given[relay.line, at].add(place)
    return [
        replace(
            each,
            relays=tuple(
                (line, held)
                for line, held in each.relays
                if not any((line, at) in said for at in range(*held))
                and all(
                    partner.get(place) in given[line, at]
                    for at in range(*held)
                    if (line, at) in given
                )
            ),
        )
        for place, each in enumerate(found)
    ]


def _said(found: Sequence[Utterance]) -> set[tuple[int, int]]:
    """Give the atoms, each with its line, of all contents."""
    return {(line, at) for each in found for line, piece in each.content for at in range(*piece)}


def _with_quotations(
    found: Utterance, rule: Utterance, lines: Sequence[Line], said: Set[tuple[int, int]]
) -> Utterance:
    """Add the quotations that the grammar gives to a statement and that were found in no other."""
    more = tuple(
        (line, piece)
        for line, piece in rule.content
        if all(lines[line].atoms[at].kind == "quote" for at in range(*piece))
        and lines[line].atoms[piece[1] - 1].end - lines[line].atoms[piece[0]].start >= _QUOTATION
        and not any((line, at) in said for at in range(*piece))
    )
    if not more or found.words is None:
        return found
    return replace(found, content=tuple(sorted((*found.content, *more))), quoted=more)


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
        and not (
            _is_passing(each, passing, publishes) and any(_holds(each, rule) for rule in relayed)
        )
    ]


def _is_passing(found: Utterance, passing: set[tuple[int, int]], publishes: Publishes) -> bool:
    """Tell whether who is found to speak is an outlet that passes on what another one said."""
    by = [(found.draft.line, at) for source in found.draft.source for at in range(*source)]
    if not by or not publishes(found.draft.line, found.draft.source[0]):
        return False
    return sum(each in passing for each in by) * 2 > len(by)


def _holds(found: Utterance, rule: Utterance) -> bool:
    """Tell whether most of what the grammar reads stands in what was found, or the reverse."""
    least = min(_size(found.content), _size(rule.content))
    return _shared(found.content, rule.content) > _HELD * least


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


def _relayed(
    found: Utterance, rule: Utterance, speaker: set[int], publishes: Publishes
) -> Utterance:
    """Give what the grammar reads as relayed: of what was found the words of a part that both read."""
    ours, theirs = found.draft, rule.draft
    if ours.line != theirs.line or found.words is None:
        return found
    named = _within(ours.source)
    outers = [outer for outer in theirs.outers if named & _within([outer])]
    if (
        theirs.pattern not in ("passed", "quoted")
        and outers
        and not any(publishes(theirs.line, outer) for outer in outers)
    ):
        return found
    agreed = bool(named & speaker)
    whole = _shared(found.content, rule.content)
    own = whole >= _ALIKE * min(_size(found.content), _size(rule.content))
    words_found = replace(
        found.words,
        source=found.words.source if agreed else (),
        cue=found.words.cue if agreed or not ours.source else (),
    )
    draft = replace(theirs, weight=ours.weight)
    if not own or not (agreed or not ours.source):
        return replace(rule, draft=draft, relays=found.relays)
    return replace(rule, draft=draft, words=words_found, relays=found.relays)


def _order(utterance: Utterance) -> tuple[int, int]:
    draft = utterance.draft
    return (draft.line, draft.cue[0][0] if draft.cue else draft.group[0])


def _pairs(found: Sequence[Utterance], ruled: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Yield which of `found` and `ruled` are one: cues that meet, or much the same content."""
    near: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, rule in enumerate(ruled):
        for bucket in _buckets(rule):
            near[bucket].add(place)
    scored: list[_Pair] = []
    for place, utterance in enumerate(found):
        beside = {
            other
            for line, bucket in _buckets(utterance)
            for neighbour in (bucket - 1, bucket, bucket + 1)
            for other in near.get((line, neighbour), ())
        }
        likely = ((_likeness(utterance, ruled[other]), other) for other in beside)
        scored.extend(_Pair(-score, place, other) for score, other in likely if score)
    paired: tuple[set[int], set[int]] = (set(), set())
    for _, place, other in sorted(scored):
        if place not in paired[0] and other not in paired[1]:
            paired[0].add(place)
            paired[1].add(other)
            yield place, other


def _buckets(utterance: Utterance) -> set[tuple[int, int]]:
    """Give where a cue and the ends of a content stand, in steps: only neighbours are compared."""
    draft = utterance.draft
    ends = {(line, at // _STEP) for line, piece in utterance.content for at in piece}
    return ends | {(draft.line, first // _STEP) for first, _ in draft.cue}


def _likeness(one: Utterance, other: Utterance) -> float:
    both = _shared(one.content, other.content)
    alike = both / ((_size(one.content) + _size(other.content) - both) or 1)
    cues = one.draft.line == other.draft.line and any(
        meet(mine, theirs) for mine in one.draft.cue for theirs in other.draft.cue
    )
    return 1.0 + alike if cues else alike if alike >= _ALIKE else 0.0


def _size(pieces: Sequence[Piece]) -> int:
    return sum(last - first for _, (first, last) in pieces)


def _shared(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """Count the atoms that two contents, each in the order of the text, have in common."""
    shared = mine = theirs = 0
    while mine < len(one) and theirs < len(other):
        (line, held), (other_line, others) = one[mine], other[theirs]
        if line == other_line:
            shared += max(0, min(held[1], others[1]) - max(held[0], others[0]))
        if (line, held[1]) <= (other_line, others[1]):
            mine += 1
        else:
            theirs += 1
    return shared


def _crossed(one: Utterance, other: Utterance) -> bool:
    """Tell whether the speaker of one stands in the words of the other."""
    return any(
        line == each.draft.line and meet(piece, source)
        for each, content in ((one, other.content), (other, one.content))
        for source in each.draft.source
        for line, piece in content
    )


def _within(ranges: Iterable[Range]) -> set[int]:
    return {at for first, last in ranges for at in range(first, last)}


def _both(found: Utterance, rule: Utterance, publishes: Publishes) -> Utterance:
    """Merge two readings of one statement."""
    ours, theirs = found.draft, rule.draft
    if ours.line != theirs.line:
        return found
    named, speaker = _within(ours.source), _within(theirs.source)
    apart = bool(named and speaker) and not named & speaker
    unsure = ours.weight < _UNSURE and (theirs.pattern in _SURE or theirs.weight >= _SURE_ENOUGH)
    if unsure and (apart or theirs.pattern == "title" or _crossed(found, rule)):
        return rule
    if apart and publishes(ours.line, theirs.source[0]):
        outers = (theirs.source[0], *theirs.outers)
        return replace(found, draft=replace(ours, outers=outers, hearer=theirs.hearer))
    draft = replace(
        theirs,
        weight=ours.weight,
        group=(min(ours.group[0], theirs.group[0]), max(ours.group[1], theirs.group[1])),
        cue=ours.cue or theirs.cue,
        source=ours.source or theirs.source,
        content=ours.content,
    )
    return replace(found, draft=draft)


def _kept(ruled: Ruled, matched: set[int]) -> list[int]:
    """Give the places of those that only the grammar reads, and that stand."""
    return [
        place
        for place, rule in enumerate(ruled.utterances)
        if place not in matched
        and (
            rule.draft.pattern in _SURE
            or rule.draft.weight >= _SURE_ENOUGH
            or ruled.relayed(place)
            or any((rule.draft.line, first) in ruled.cues for first, _ in rule.draft.cue)
            or (rule.parent is not None and rule.parent in matched)
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
