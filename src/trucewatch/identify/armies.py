"""Whose "the army" is where no army is named close by: the one that the case calls the government's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice
from trucewatch.core.folding import key_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import MENTION_KINDS, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span

_SENTENCES_BACK: Final = 2
_START: Final = attrgetter("span.start")
_SPEAKS: Final = frozenset({"person", "organisation"})

_HOME: Final = frozenset(map(key_of, ("government forces", "government troops", "government army")))
_FORCES: Final = re.compile(r"\b(?:army|armed forces|forces|troops|military)$", re.IGNORECASE)

_ITS_ARMY = re.compile(
    r"['’]s?[ \u00a0](?:army|armed[ \u00a0]forces|forces|troops|military)\b", re.IGNORECASE
)
_ARMY = re.compile(r"(?<![\w’'-])[Aa]rmy(?![\w-])")
_SOMEBODYS = re.compile(
    # what stands before a body's own name, or before an army that is another one's
    r"(?:\b(?i:national|free|own|our|their|its|his|another|other|second|no|any|rebel|private|foreign|united"
    r"|new|whole|former|old|shadow|proxy|neighbou?ring|allied|opposing|enemy|salvation"
    r"|liberation|islamic|popular|people['’]s|entire|standing|regional|one|joint)"
    r"|\b(?:[Aa]n?|[Tt]he|[Tt]h(?:is|at))[ \u00a0](?!the\b)[a-z][\w-]+|['’]s?"
    r"|(?<![.!?:;\n\"“”—–-])[ \u00a0](?!(?:The|An?|[A-Z][a-z]{2,6}day)\b)[A-Z][\w’'-]*)[ \u00a0]$"
)
_NAMED_BEHIND = re.compile(
    r"(?:[ \u00a0]of[ \u00a0](?:the[ \u00a0])?(?:[A-Z]|a\b|an\b|its\b|his\b|their\b)|[ \u00a0][A-Z]|[-‐–]\w)"
)


_AIR: Final = r"(?:(?:war|air)?planes?|jets?|aircraft|helicopters|bombers)"
_FLIES: Final = re.compile(rf"[ \u00a0](?:{_AIR}|air[ \u00a0-]?(?:strikes?|raids?|force))\b")
_FLEW: Final = re.compile(rf"\b{_AIR}[ \u00a0](?:was|were)[ \u00a0]\Z")


class _Armies(NamedTuple):
    """The army that a case calls the government's, None where it calls none so, and whose all others are."""

    home: str | None
    others: frozenset[str]
    """Every other army, and the states that have one."""
    of_state: dict[str, str]
    """The one army of each state of another side than the home army's."""


def add_armies(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], case: Case
) -> tuple[Mention, ...]:
    """Add a mention of the home army for each bare "army" near which no other army is named.

    The home army is the one that the case's file calls "government forces"; where it calls none or
    several so, or another army is named in the sentence or the two before, nothing is added. Where
    somebody of a state of another side is named before it in its sentence, it is that state's army:
    "the minister said that the army would not leave".
    """
    armies = _ARMIES.of(case)
    if armies.home is None:
        return tuple(mentions)
    choice = ActorChoice(rule="taken_up")
    new = []
    for span in _bare(text, sentences, mentions):
        army = _of_who_speaks(span, sentences, mentions, armies, case)
        if army is None and not _near(text, span, sentences, mentions) & armies.others:
            army = armies.home
        if army is not None:
            kind = MENTION_KINDS[case.actors.by_id[army].kind]
            new.append(Mention(span=span, kind=kind, id=army, choice=choice))
    return tuple(sorted([*mentions, *new], key=_START)) if new else tuple(mentions)


def _of_who_speaks(
    span: Span,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    armies: _Armies,
    case: Case,
) -> str | None:
    """Give the army of the state of the person or body named last before in the sentence."""
    sentence = sentences[bisect_right(sentences, span.start, key=_START) - 1]
    first = bisect_left(mentions, sentence.span.start, key=_START)
    last = bisect_left(mentions, span.start, key=_START)
    spoken = [each.id for each in mentions[first:last] if each.kind in _SPEAKS and each.id]
    if not spoken or spoken[-1] not in case.actors.by_id or armies.home in spoken:
        return None
    if spoken[-1] in armies.others:
        return None
    bodies = case.actors.bodies(spoken[-1])
    return next((armies.of_state[each] for each in bodies if each in armies.of_state), None)


def _bare(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Span]:
    """Yield each "army" that no name and no owner holds."""
    for sentence in sentences:
        start = sentence.span.start
        for found in _ARMY.finditer(text, start, sentence.span.end):
            before = text[max(start, found.start() - 24) : found.start()]
            span = Span.cut(text, found.start(), found.end())
            if _SOMEBODYS.search(before) or _NAMED_BEHIND.match(text, found.end()):
                continue
            last = bisect_left(mentions, span.end, key=_START)
            if not any(each.span.meets(span) for each in mentions[max(0, last - 2) : last]):
                yield span


def _near(
    text: str, span: Span, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> frozenset[str | None]:
    """Give who is named in the sentence of a span and the two before, and not just as whose planes fly.

    A state counts only with "X's army".
    """
    here = bisect_right(sentences, span.start, key=_START) - 1
    first = bisect_left(mentions, sentences[max(0, here - _SENTENCES_BACK)].span.start, key=_START)
    last = bisect_left(mentions, sentences[here].span.end, key=_START)
    return frozenset(
        mention.id
        for mention in mentions[first:last]
        if (mention.kind != "state" or _ITS_ARMY.match(text, mention.span.end))
        and not _FLIES.match(text, mention.span.end)
        and not _FLEW.search(text, max(0, mention.span.start - 24), mention.span.start)
    )


def _armies_of(case: Case) -> _Armies:
    others: set[str] = set()
    home: set[str] = set()
    for actor in case.actors.by_id.values():
        names = (actor.name, *(alias.name for alias in actor.aliases))
        if actor.organ_of is not None and any(_FORCES.search(name) for name in names):
            called_home = any(key_of(name) in _HOME for name in names)
            (home if called_home else others).add(actor.id)
            others |= set() if called_home else {actor.organ_of}
    known = home.pop() if len(home) == 1 else None
    return _Armies(known, frozenset(others), _by_state(others, known, case))


def _by_state(others: set[str], home: str | None, case: Case) -> dict[str, str]:
    side = case.actors.side(home) if home is not None else None
    found: dict[str, list[str]] = defaultdict(list)
    for army in sorted(others):
        state = case.actors.by_id[army].organ_of
        if state is not None and case.actors.side(army) != side:
            found[state].append(army)
    return {state: armies[0] for state, armies in found.items() if len(armies) == 1}


_ARMIES: Final = OncePerCase(_armies_of)
