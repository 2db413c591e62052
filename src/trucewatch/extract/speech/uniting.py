"""Uniting: what a trained reader found and what the grammar reads as one utterance.

The trained reader decides who speaks in which words; where the grammar sees the way to the page, it
decides who passes it on, and, unless the other is sure, who speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from typing import Final

from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.grammar import DETERMINERS, RELATIVES, is_nominal, is_verb_like
from trucewatch.extract.speech.pairing import ALIKE, shared, size_of
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.telling import Told

SURE: Final = frozenset(
    {"quoted", "title", "according", "before", "alone", "passed", "passive", "hearsay", "rebutted"}
)
"""Patterns of the grammar that stand although the trained reader found nothing."""

_ROLES: Final = frozenset({"passive", "rebutted"})
"""Patterns in which another one than the subject speaks: "X was told by Y", "W denied Y's claim"."""

SURE_ENOUGH: Final = 0.9
"""The weight from which on every other draft of the grammar stands as well."""

_UNSURE: Final = 0.5
"""Below this confidence a surely read pattern decides against the trained reader who speaks."""

_SURE_OF: Final = 0.6
"""Above this confidence the trained reader decides who speaks, whatever way the grammar sees."""

_EXPLICIT: Final = frozenset({"passed", "quoted"})
"""Patterns that name the speaker beside the words that tell of him: "quoted X as saying"."""

_QUOTATION: Final = 30
"""What stands between quotation marks in fewer letters may be a mere word of somebody's."""

_JOINS: Final = frozenset({"and", "but"})

Publishes = Callable[[int, Range], bool]
"""Tells whether atoms of a line name an outlet."""


def unite(
    found: Utterance,
    rule: Utterance,
    told: Told,
    lines: Sequence[Line],
    publishes: Publishes,
) -> Utterance:
    """Give one utterance of two readings; `told` is who says it, through whom, by the grammar."""
    if told.relays:
        return _relayed(found, rule, within(told.source), publishes)
    return _of_whom(_both(found, rule, publishes, lines), rule, lines)


def _relayed(
    found: Utterance,
    rule: Utterance,
    speaker: set[int],
    publishes: Publishes,
) -> Utterance:
    """Give what the grammar reads as relayed: of what was found the words of a part that both read."""
    ours, theirs = found.draft, rule.draft
    if ours.line != theirs.line or found.words is None:
        return found
    named = within(ours.source)
    outers = [outer for outer in theirs.outers if named & within([outer])]
    if (
        theirs.pattern not in ("passed", "quoted")
        and outers
        and not any(publishes(theirs.line, outer) for outer in outers)
    ):
        return found
    agreed = bool(named & speaker)
    whole = shared(found.content, rule.content)
    own = whole >= ALIKE * min(size_of(found.content), size_of(rule.content))
    words_found = replace(
        found.words,
        source=found.words.source if agreed else (),
        cue=found.words.cue if agreed or not ours.source else (),
    )
    draft = replace(theirs, weight=ours.weight)
    if named and not agreed and ours.weight > _SURE_OF and theirs.pattern not in _EXPLICIT:
        return through(found, rule)
    if not own or not (agreed or not ours.source):
        return replace(rule, draft=draft, relays=found.relays)
    draft = replace(draft, content=ours.content)
    return replace(
        rule,
        draft=draft,
        content=found.content,
        words=words_found,
        relays=found.relays,
        quoted=found.quoted,
    )


def goes_deeper(found: Utterance, told: Told) -> bool:
    """Tell whether whom the grammar takes for the speaker only passes on what another one said."""
    draft = found.draft
    speaker = [(told.line, at) for source in told.source for at in range(*source)]
    passing = {(line, at) for line, held in found.relays for at in range(*held)}
    named = {(draft.line, at) for source in draft.source for at in range(*source)}
    through = bool(speaker) and sum(each in passing for each in speaker) * 2 > len(speaker)
    return through and bool(named) and not named & set(speaker)


def through(found: Utterance, rule: Utterance) -> Utterance:
    """Give what was found with those who relay it by the grammar."""
    ours, theirs = found.draft, rule.draft
    if ours.line != theirs.line:
        return found
    outers = tuple(
        outer
        for outer in theirs.outers
        if not any(meet(outer, held) for held in (*ours.source, *ours.cue))
    )
    return replace(found, draft=replace(ours, outers=outers, hearer=ours.hearer or theirs.hearer))


def _crossed(one: Utterance, other: Utterance) -> bool:
    """Tell whether the speaker of one stands in the words of the other."""
    return any(
        line == each.draft.line and meet(piece, source)
        for each, content in ((one, other.content), (other, one.content))
        for source in each.draft.source
        for line, piece in content
    )


def within(ranges: Iterable[Range]) -> set[int]:
    """Give the atoms that ranges hold."""
    return {at for first, last in ranges for at in range(first, last)}


def _only_quotes(rule: Utterance, found: Utterance, lines: Sequence[Line]) -> bool:
    """Tell whether the grammar reads a quotation before the cue where only plain words were found."""
    kinds = [
        {lines[line].atoms[at].kind for line, piece in each.content for at in range(*piece)}
        for each in (rule, found)
    ]
    return (
        kinds[0] == {"quote"}
        and "quote" not in kinds[1]
        and not shared(rule.content, found.content)
    )


def _is_half(found: Utterance, rule: Utterance) -> bool:
    """Tell whether of "X was accused by Y of D" only X was found for what Y says."""
    held = shared(found.content, rule.content)
    whole = held == size_of(found.content) < size_of(rule.content)
    return rule.draft.pattern == "passive" and whole and len(found.content) < len(rule.content)


def _both(
    found: Utterance, rule: Utterance, publishes: Publishes, lines: Sequence[Line]
) -> Utterance:
    """Merge two readings of one statement."""
    ours, theirs = found.draft, rule.draft
    if ours.line != theirs.line:
        return found
    named, speaker = within(ours.source), within(theirs.source)
    apart = bool(named and speaker) and not named & speaker
    if theirs.pattern in _ROLES and (named - speaker or _is_half(found, rule)):
        return rule
    if theirs.pattern == "before" and not apart and _only_quotes(rule, found, lines):
        return replace(rule, draft=replace(theirs, weight=ours.weight))
    unsure = ours.weight < _UNSURE and (theirs.pattern in SURE or theirs.weight >= SURE_ENOUGH)
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


def _of_whom(found: Utterance, rule: Utterance, lines: Sequence[Line]) -> Utterance:
    """Give words to X in "X, which Y backs, said" where Y of the clause about X was found."""
    ours, theirs = found.draft, rule.draft
    if not (ours.line == theirs.line and ours.source and theirs.source and theirs.cue):
        return found
    (first, last), (begin, end) = theirs.source[0], ours.source[0]
    between = lines[ours.line].atoms[last:begin]
    inside = last <= begin < end <= theirs.cue[0][0]
    if not inside or not any(atom.low in RELATIVES for atom in between):
        return found
    held = found.words and replace(found.words, source=())
    return replace(found, draft=replace(ours, source=((first, last),)), words=held)


def with_quotations(
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
    content = tuple(sorted((*found.content, *more)))
    return replace(found, content=content, quoted=(*found.quoted, *more))


def with_rest(
    found: Utterance, rule: Utterance, lines: Sequence[Line], said: Set[tuple[int, int]]
) -> Utterance:
    """Add to a mere name what the grammar reads behind the tag: "X, Y said, shelled P"."""
    if found.words is None or len(found.content) != 1 or not found.draft.cue:
        return found
    line, (first, last) = found.content[0]
    begin, end = found.draft.cue[0][0], found.draft.cue[-1][1]
    atoms = lines[line].atoms
    tagged = line == found.draft.line and last < begin and atoms[last].low == ","
    if not tagged or not shared(found.content, rule.content):
        return found
    named = atoms[first:last]
    more = tuple(
        (at, piece)
        for at, piece in rule.content
        if at == line and piece[0] > end and not any((at, each) in said for each in range(*piece))
    )
    if not more or not is_subject(named, atoms[more[0][1][0]].low):
        return found
    return replace(
        found,
        draft=replace(found.draft, content=(*found.draft.content, *(piece for _, piece in more))),
        content=(*found.content, *more),
        quoted=(*found.quoted, *more),
    )


def with_first_half(
    found: Utterance, rule: Utterance, lines: Sequence[Line], said: Set[tuple[int, int]]
) -> Utterance:
    """Add what stands before "and" to what was found behind it: the tag ends both, "C, and D, Y said"."""
    if found.words is None or len(found.content) != 1 or len(found.words.content) != 1:
        return found
    if len(rule.content) != 1 or rule.draft.pattern != "before":
        return found
    (line, (first, last)), (at, (begin, end)) = found.content[0], rule.content[0]
    atoms = lines[line].atoms
    both = line == at and begin == 0 < first < last == end and atoms[first - 1].low in _JOINS
    if not both or any((line, place) in said for place in range(begin, first)):
        return found
    return found.saying(((line, (begin, last)),))


def is_subject(atoms: Sequence[Atom], following: str) -> bool:
    """Tell whether atoms are a mere name, or a phrase before what is surely a verb."""
    if following in ("and", "or", "but"):
        return False
    named = all(atom.kind in ("name", "mention") or atom.low in DETERMINERS for atom in atoms)
    phrase = all(
        atom.kind in ("name", "mention")
        or (atom.kind == "word" and (atom.low in DETERMINERS or is_nominal(atom.low)))
        for atom in atoms
    )
    return named or (phrase and is_verb_like(following))
