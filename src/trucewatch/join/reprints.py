"""What copied text says of tellings: a copied sentence has one speaker, a reprint its first print's day.

Of two documents that carry one text the same sentence may be read as the words of different speakers
(each outlet's own correspondent; "he" without the paragraph that names him), and what is published
again a week later as said a week later. Either way a copy would count as a further word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.folding import words_in
from trucewatch.core.span import Span
from trucewatch.join.passages import Passage, SharedText
from trucewatch.join.telling import Telling, numbers_agree

IN_PASSAGE: Final = 0.8
"""The share of the shorter sentence's words that must stand at one place of the shared passages."""

WORDS_OF_COPY: Final = 8
"""The least number of them: a shorter sentence may be said by many."""

REPRINT: Final = 0.9
"""The share of one document that the other must hold to be it once more.

A bulletin of one form, of another day, never held so much, and its numbers do not agree.
"""

REPRINT_DAYS: Final = 14
"""A text is published again within as many days. Where the day is that of capture, whenever."""

_SAME_WORDS_DAYS: Final = 1


def as_first_told(tellings: Iterable[Telling], shared: Iterable[SharedText]) -> list[Telling]:
    """Give tellings with the speaker and day that copied text gives them; the others as they are.

    Where the same whole sentence was read as words of different speakers, they get the one that is
    named, by the longest chain, known first. A telling whose text gives no day of saying gets the day
    of the earliest telling that it reprints. The order makes no difference.
    """
    listed = sorted(tellings, key=lambda each: (each.uttered, each.key))
    same_words: list[tuple[Telling, Telling]] = []
    reprinted: dict[str, list[str]] = defaultdict(list)
    for earlier, later, text in _copied_pairs(listed, shared):
        apart = (later.uttered - earlier.uttered).days
        again = apart > _SAME_WORDS_DAYS
        if again and not _is_reprint(earlier, later, text):
            continue
        whole = _stands_in(earlier, later, text, whole=True)
        if whole:
            same_words.append((earlier, later))
        if again and (whole or _told_again(earlier, later, text)):
            reprinted[later.key].append(earlier.key)
    return _redated(_respoken(listed, same_words), reprinted)


def _copied_pairs(
    tellings: Sequence[Telling], shared: Iterable[SharedText]
) -> Iterator[tuple[Telling, Telling, SharedText]]:
    """Yield (earlier, later, what their documents share) of tellings of copied documents."""
    by_document: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        by_document[telling.document].append((place, telling))
    for text in shared:
        if text.copied:
            for place, one in by_document.get(text.one, ()):
                for other_place, other in by_document.get(text.other, ()):
                    pair = (one, other) if place < other_place else (other, one)
                    yield *pair, text


def _is_reprint(earlier: Telling, later: Telling, text: SharedText) -> bool:
    soon = (later.uttered - earlier.uttered).days <= REPRINT_DAYS or not later.dated
    return soon and not later.stated and text.share >= REPRINT and text.numbers_agree


def _told_again(earlier: Telling, later: Telling, text: SharedText) -> bool:
    if earlier.speaker != later.speaker or not numbers_agree(earlier, later):
        return False
    return _stands_in(earlier, later, text, whole=False)


def _stands_in(one: Telling, other: Telling, text: SharedText, *, whole: bool) -> bool:
    """Tell whether a sentence of each stands at one place of the passages; `whole`: word for word."""
    if one.document != text.one:
        one, other = other, one
    return any(
        _same_place(mine, theirs, text.passages, whole=whole)
        for mine in one.spans
        for theirs in other.spans
    )


def _same_place(mine: Span, theirs: Span, passages: Sequence[Passage], *, whole: bool) -> bool:
    same = sum(
        _common(mine, theirs, passage)
        for passage in passages
        if passage.one.meets(mine) and passage.other.meets(theirs)
    )
    if same < WORDS_OF_COPY:
        return False
    counts = sorted(len(words_in(span.text, 0, len(span.text))) for span in (mine, theirs))
    return same >= counts[1] if whole else same >= IN_PASSAGE * counts[0]


def _common(mine: Span, theirs: Span, passage: Passage) -> int:
    """Count the words of a passage that lie in `mine` there and in `theirs` here."""
    first, last = _words_inside(mine, passage.one)
    other_first, other_last = _words_inside(theirs, passage.other)
    return max(0, min(last, other_last) - max(first, other_first))


def _words_inside(span: Span, passage: Span) -> tuple[int, int]:
    """Give the half-open range of a passage's words that lie in a span of the same text."""
    inside = [
        place
        for place, word in enumerate(words_in(passage.text, 0, len(passage.text)))
        if span.start <= passage.start + word.start and passage.start + word.end <= span.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _respoken(
    tellings: Sequence[Telling], same_words: Iterable[tuple[Telling, Telling]]
) -> list[Telling]:
    """Give each telling the speaker of those that tell the same words."""
    group = {telling.key: [telling] for telling in tellings}
    for one, other in same_words:
        mine, theirs = group[one.key], group[other.key]
        if mine is not theirs:
            mine.extend(theirs)
            group.update((telling.key, mine) for telling in theirs)
    best = {key: min(members, key=_by_nearness_of_name) for key, members in group.items()}
    return [
        replace(telling, speaker=best[telling.key].speaker, named=best[telling.key].named)
        for telling in tellings
    ]


def _by_nearness_of_name(telling: Telling) -> tuple[bool, bool, int, date, str]:
    nobody = telling.speaker == ""
    return (not telling.named, nobody, -telling.links, telling.known_from, telling.key)


def _redated(tellings: Iterable[Telling], reprinted: Mapping[str, Iterable[str]]) -> list[Telling]:
    """Give each reprint the day of its first print; tellings come sorted by their days."""
    day: dict[str, date] = {}
    told = []
    for telling in tellings:
        prints = (day[key] for key in reprinted.get(telling.key, ()))
        day[telling.key] = min(prints, default=telling.uttered)
        told.append(replace(telling, uttered=day[telling.key]))
    return told
