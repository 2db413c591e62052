"""The words in which one speech act is told: its sentences side by side, and what differs in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from trucewatch.core.finding import Finding
from trucewatch.core.folding import Word, words_of
from trucewatch.join.origins import SHARED_WORDS
from trucewatch.join.telling import content_words

MOST_WORDS: Final = 400
"""A sentence is compared up to so many words: hostile text stays cheap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of the sentence compared with, and what stands in their place; either may be empty."""

    there: str
    here: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One document's sentence, and how its words differ from those that it is compared with."""

    finding: Finding
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSentence:
    """One sentence of a speech act: `first` is the telling by the shortest chain, known first.

    `others` are compared with it; without them only one document tells it.
    """

    first: Finding
    others: tuple[Wording, ...]

    @property
    def differs(self) -> bool:
        """Tell whether a document gives other words."""
        return any(each.changes for each in self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAct:
    """One origin that several documents tell, sentence by sentence."""

    origin: str
    speaker: str | None
    sentences: tuple[ToldSentence, ...]


def wordings(findings: Iterable[Finding]) -> tuple[SpeechAct, ...]:
    """Lay the tellings of each origin side by side, in the order of the days of saying.

    Only origins that more than one document tells are given. The order of the findings makes no
    difference. Sentences are compared that share half of the shorter one's content words, of each
    document the likest.
    """
    by_origin: dict[str, list[Finding]] = defaultdict(list)
    standing = (finding for finding in findings if not finding.retracted)
    for finding in sorted(standing, key=lambda each: (each.uttered, each.document, each.id)):
        by_origin[finding.origin].append(finding)
    return tuple(
        SpeechAct(
            origin=origin,
            speaker=min(told, key=_nearest_first).speaker,
            sentences=_side_by_side(told),
        )
        for origin, told in by_origin.items()
        if len({finding.document for finding in told}) > 1
    )


def _side_by_side(told: Sequence[Finding]) -> tuple[ToldSentence, ...]:
    columns: list[list[Finding]] = []
    for finding in _each_sentence_once(told):
        free = [column for column in columns if _has_room(column, finding)]
        likest = max(free, key=lambda column: _shared(column[0], finding), default=None)
        if likest is not None and _shared(likest[0], finding) >= SHARED_WORDS:
            likest.append(finding)
        else:
            columns.append([finding])
    return tuple(
        ToldSentence(
            first=first,
            others=tuple(
                Wording(finding=other, changes=changes(first.words, other.words)) for other in rest
            ),
        )
        for first, *rest in columns
    )


def _each_sentence_once(told: Sequence[Finding]) -> Iterator[Finding]:
    """Yield one finding for each sentence of each document: a sentence may bear on many duties."""
    seen: set[tuple[str, str]] = set()
    for finding in sorted(told, key=_nearest_first):
        key = (finding.document, " ".join(finding.words.split()))
        if key not in seen:
            seen.add(key)
            yield finding


def _nearest_first(finding: Finding) -> tuple[object, ...]:
    start = finding.span.start if finding.span else 0
    nobody = finding.speaker is None
    return (nobody, len(finding.chain), finding.known_from, finding.document, start, finding.id)


def _has_room(column: Sequence[Finding], finding: Finding) -> bool:
    return all(each.document != finding.document for each in column)


def _shared(one: Finding, other: Finding) -> float:
    mine, theirs = content_words(one.words), content_words(other.words)
    return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)


def changes(there: str, here: str) -> tuple[Change, ...]:
    """Give the words that differ between two texts, in order; marks and case make no difference.

    Each change gives the words as both texts have them. The rest of a text of more than `MOST_WORDS`
    words is not compared.
    """
    mine, theirs = _first_words(there), _first_words(here)
    matcher = SequenceMatcher(
        None, [word.folded for word in mine], [word.folded for word in theirs], autojunk=False
    )
    return tuple(
        Change(there=_cut(there, mine[a:b]), here=_cut(here, theirs[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _first_words(text: str) -> list[Word]:
    return [word for word, _ in zip(words_of(text), range(MOST_WORDS), strict=False)]


def _cut(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
