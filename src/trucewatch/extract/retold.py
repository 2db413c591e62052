"""Names told again: a surname after the full name, an abbreviation after its words, a place bare."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.core.folding import Word, words_of
from trucewatch.core.reading import Mention, MentionKind
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import people
from trucewatch.extract.lexicons.stops import OPENERS

_ABBREVIATED = re.compile(
    r"[ \u00a0]\((?:the[ \u00a0])?[\"“']?(?P<short>[A-Z][A-Za-z]{0,6}[A-Z])[\"”']?[,)]"
)
_GROUPS: Final = frozenset({"armed_group", "organisation", "outlet"})
_NAMED = "name:"


class _Known(NamedTuple):
    """Who a short name means, from where in the text on."""

    since: int
    kind: MentionKind
    id: str | None
    candidates: tuple[str, ...]


def link_names(
    text: str, sentences: Sequence[Sequence[Word]], mentions: Sequence[Mention]
) -> list[Mention]:
    """Add the mentions by surname, abbreviation or bare name; give persons their fullest name.

    A surname that two persons of the document bear has both as candidates and no id.
    """
    surnames = _surnames(mentions)
    linked = [_fullest(mention, surnames) for mention in mentions]
    short = {**_places(mentions), **_abbreviations(text, mentions), **surnames}
    if not short:
        return linked
    taken = [(mention.span.start, mention.span.end) for mention in linked]
    for words in sentences:
        for place, word in enumerate(words):
            known = short.get(word.text) if word.capital else None
            first = _with_article(text, words, place)
            if known and not _covered(taken, word) and _stands_alone(text, words, first):
                linked.extend(_again(text, words[first].start, word, known))
    return sorted(linked, key=lambda mention: mention.span.start)


def _with_article(text: str, words: Sequence[Word], place: int) -> int:
    """Give where a name begins: at the "al-" that is joined to it, however it is written there."""
    joined = place > 0 and text[words[place - 1].end : words[place].start] == "-"
    return place - 1 if joined and words[place - 1].folded in people.PARTICLES else place


def _again(text: str, start: int, word: Word, known: Sequence[_Known]) -> Iterator[Mention]:
    met = [person for person in known if person.since <= word.start]
    if not met:
        return
    candidates = tuple(
        dict.fromkeys(id for person in met for id in (person.candidates or (str(person.id),)))
    )
    one = len({(person.id, person.candidates) for person in met}) == 1
    yield Mention(
        span=Span.cut(text, start, word.end),
        kind=met[0].kind,
        id=met[0].id if one else None,
        candidates=met[0].candidates if one else candidates,
    )


def _surnames(mentions: Sequence[Mention]) -> dict[str, list[_Known]]:
    """Give the persons with a first name and a surname, by surname."""
    found: dict[str, list[_Known]] = {}
    for mention in mentions:
        if mention.kind != "person":
            continue
        words = list(words_of(mention.span.text))
        if len(words) < 2 or (mention.id is None and not _unknown(mention)):
            continue
        known = _Known(mention.span.end, "person", mention.id, mention.candidates)
        same = found.setdefault(words[-1].text, [])
        if all((other.id, other.candidates) != known[2:] for other in same):
            same.append(known)
    return found


def _fullest(mention: Mention, surnames: dict[str, list[_Known]]) -> Mention:
    """Give an unknown person told by surname the one full name that the document has for it."""
    if mention.kind != "person" or not _unknown(mention):
        return mention
    words = list(words_of(mention.span.text))
    bare = all(word.folded in people.PARTICLES for word in words[:-1])
    met = surnames.get(words[-1].text, []) if words and bare else []
    if len(met) == 1:
        return replace(mention, id=met[0].id, candidates=met[0].candidates)
    if len(met) > 1:
        every = (id for known in met for id in (known.candidates or (str(known.id),)))
        return replace(mention, candidates=tuple(dict.fromkeys(every)))
    return mention


def _unknown(mention: Mention) -> bool:
    return mention.id is None and bool(mention.candidates) and mention.candidates[0][:5] == _NAMED


def _abbreviations(text: str, mentions: Sequence[Mention]) -> dict[str, list[_Known]]:
    """Give what stands in brackets behind a body's name: "the Hill Brigade (HB)"."""
    found: dict[str, list[_Known]] = {}
    for mention in mentions:
        if mention.kind not in _GROUPS:
            continue
        short = _ABBREVIATED.match(text, mention.span.end)
        if short:
            known = _Known(mention.span.end, mention.kind, mention.id, mention.candidates)
            found.setdefault(short["short"], [known])
    return found


def _places(mentions: Sequence[Mention]) -> dict[str, list[_Known]]:
    """Give the unknown places of one word: after "the village of Foo", "Foo" alone is that village."""
    found: dict[str, list[_Known]] = {}
    for mention in mentions:
        if mention.kind == "place" and _unknown(mention) and " " not in mention.span.text:
            known = _Known(mention.span.end, "place", None, mention.candidates)
            found.setdefault(mention.span.text, [known])
    return found


def _covered(taken: Sequence[tuple[int, int]], word: Word) -> bool:
    place = bisect_right(taken, (word.end, 0)) - 1
    return place >= 0 and taken[place][1] > word.start


def _stands_alone(text: str, words: Sequence[Word], place: int) -> bool:
    """Tell whether a surname is not the end of another person's name."""
    if place == 0:
        return True
    before, word = words[place - 1], words[place]
    if not before.capital or text[before.end : word.start].strip(" \u00a0\n-"):
        return True
    return before.folded in OPENERS or before.folded in people.TITLES
