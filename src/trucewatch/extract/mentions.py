"""Who, where and with what: the names and weapons that a text mentions."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.dateline import dateline
from trucewatch.core.document import Document
from trucewatch.core.folding import Word, fold, words_in
from trucewatch.core.objects import WEAPONS, objects_among
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.arms import find_arms
from trucewatch.extract.epithets import find_abused
from trucewatch.extract.lexicons import bodies, people, settings
from trucewatch.extract.lexicons.stops import OPENERS
from trucewatch.extract.meanings import mention_of
from trucewatch.extract.names import Hit, Names
from trucewatch.extract.retold import link_names
from trucewatch.extract.strangers import Stranger, find_strangers

_FILED_BY = re.compile(r"[/(](?P<agency>[^\W\d_][^/()\d]{1,38})[/)]")
_SPACES = re.compile(r"\s+")

_GROUP_BETWEEN = re.compile(
    r"[ \u00a0](?:group|faction|alliance|militia|coalition|organi[sz]ation|outfit|movement)[ \u00a0]"
)
_GLOSSED = re.compile(r"[ \u00a0]\([^()\n]{1,60}\)[ \u00a0]")
_ALIKE: Final = 2
"""First names that share as many letters may be spellings of one."""

_APPOSED: Final = (" ", "\u00a0", "\n")

# A stranger's name may hold a place's or a state's: "the Xtown Military Council".
_YIELDING: Final = frozenset({"place", "road", "zone", "state", "outlet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A sentence with its words."""

    sentence: Sentence
    words: tuple[Word, ...]


def find_mentions(
    document: Document, sentences: Sequence[Sentence], names: Names, case: Case
) -> tuple[Mention, ...]:
    """Find every mention, in the order of the text; no two overlap.

    A mention's id is the one actor, class, outlet, place or zone that its words may mean here; with
    several it is None and they are the candidates. A name that the case does not know has no id and
    the candidate `name:` with its fullest form in the document. Weapons have neither.
    """
    mentions: list[Mention] = []
    stretches = [
        _Stretch(
            sentence=sentence,
            words=words_in(document.text, sentence.span.start, sentence.span.end),
        )
        for sentence in sentences
    ]
    for stretch in stretches:
        mentions.extend(_in_sentence(document.text, stretch, names, case))
    mentions = link_names(document.text, [stretch.words for stretch in stretches], mentions)
    return tuple(mentions)


def _in_sentence(text: str, stretch: _Stretch, names: Names, case: Case) -> list[Mention]:
    span = stretch.sentence.span
    filed_until = span.start + dateline(text[span.start : span.end + 1])
    hits = names.find_among(text, stretch.words)
    known = _told_once(text, list(_known(text, stretch.words, hits, case, filed_until)), case)
    known = _with_arms(known, hits, find_arms(text, stretch.words, case))
    known = _with_arms(known, hits, find_abused(text, stretch.words, case))
    closed = [
        Mention(span=hit.span, kind="organisation", id=None)
        for hit, _, _ in hits
        if _names_the_agreement(hit)
    ]
    strangers = [
        *_agencies(text, span.start, filed_until),
        *find_strangers(text, stretch.words),
    ]
    weapons = [
        Mention(span=Span.cut(text, found.start, found.end), kind="weapon", id=None)
        for found in objects_among(list(stretch.words))
        if found.kind in WEAPONS
    ]
    known = [mention for mention in known if not _part_of_a_weapon(mention, weapons)]
    mentions = _with_strangers(text, known, strangers, closed)
    apart = [
        weapon
        for weapon in weapons
        if not _met(closed, weapon.span) and not _met(mentions, weapon.span)
    ]
    return sorted([*mentions, *apart], key=_start)


def _with_arms(
    known: list[Mention], hits: Sequence[tuple[Hit, int, int]], arms: Iterable[Mention]
) -> list[Mention]:
    """Add whose arms are named, where no name of the case stands already."""
    named = [hit.span for hit, _, _ in hits]
    new = [
        each
        for each in arms
        if not any(span.start < each.span.end and each.span.start < span.end for span in named)
    ]
    return sorted([*known, *new], key=_start)


def _part_of_a_weapon(mention: Mention, weapons: Sequence[Mention]) -> bool:
    """Tell whether a class word only names a weapon: "fighter jets"."""
    if mention.kind != "armed_group":
        return False
    span = mention.span
    met = [weapons[place].span for place in _met(weapons, span)]
    return any(weapon.holds(span) and weapon != span for weapon in met)


def _known(
    text: str,
    words: Sequence[Word],
    hits: Sequence[tuple[Hit, int, int]],
    case: Case,
    filed_until: int,
) -> Iterator[Mention]:
    before = -1
    for hit, first, last in hits:
        filed = hit.span.end <= filed_until
        mention = mention_of(hit, text, words, first, last, case, filed=filed)
        if mention is not None:
            other = _namesake(text, words, (before + 1, first), mention, case)
            yield other or _unit_of_the_name(text, words, last, mention, case) or mention
        before = last


def _namesake(
    text: str, words: Sequence[Word], places: tuple[int, int], mention: Mention, case: Case
) -> Mention | None:
    """Give the stranger who shares a known person's surname: another first name stands before it.

    `places` are those of the first word that no other name has taken, and of the surname.
    """
    actor = case.actors.by_id.get(mention.id or "")
    if mention.kind != "person" or actor is None or len(mention.span.text.split()) > 1:
        return None
    free, place = places
    first = place
    while first > free and _first_name(text, words[first - 1], words[first]):
        first -= 1
    own = {fold(name)[:_ALIKE] for name in (actor.name, *(alias.name for alias in actor.aliases))}
    if first == place or words[first].folded[:_ALIKE] in own:
        return None
    span = Span.cut(text, words[first].start, mention.span.end)
    return replace(mention, span=span, id=None, candidates=(*_as_named(span), actor.id))


def _unit_of_the_name(
    text: str, words: Sequence[Word], last: int, mention: Mention, case: Case
) -> Mention | None:
    """Give the stranger whose name goes on behind a known group's: "Hill Front Brigade".

    It may be that group, one of its units or nobody of it: who knows says so in the case's file.
    """
    following = words[last + 1] if last + 1 < len(words) else None
    actor = case.actors.by_id.get(mention.id or "")
    if following is None or actor is None or mention.kind != "armed_group":
        return None
    headed = following.capital and not following.text.isupper() and following.folded in bodies.UNITS
    if not headed or text[mention.span.end : following.start] not in _APPOSED:
        return None
    span = Span.cut(text, mention.span.start, following.end)
    return replace(mention, span=span, id=None, candidates=(*_as_named(span), actor.id))


def _first_name(text: str, word: Word, following: Word) -> bool:
    between = text[word.end : following.start]
    name = word.text.istitle() and word.folded not in people.TITLES | people.NOT_A_NAME | OPENERS
    return name and between in _APPOSED


def _told_once(text: str, mentions: Sequence[Mention], case: Case) -> list[Mention]:
    """Leave out a class word that only says what the group named beside it is.

    "the Hill Front militants" and "the rebel group Hill Front" speak of the Hill Front alone.
    """
    spare = set()
    for number, (first, second) in enumerate(pairwise(mentions)):
        between = text[first.span.end : second.span.start]
        if _GROUP_BETWEEN.fullmatch(between) and _is_class(first, case):
            spare.add(number)
        if between not in _APPOSED and not _GLOSSED.fullmatch(between):
            continue
        if _tells_what_it_is(second, first, case):
            spare.add(number + 1)
        elif _is_described(second, first, case) and _is_class(first, case):
            spare.add(number)
    return [mention for number, mention in enumerate(mentions) if number not in spare]


def _is_described(mention: Mention, by: Mention, case: Case) -> bool:
    """Tell whether a word for a class before a name only describes who bears it: "the terrorist X"."""
    if mention.kind == "armed_group":
        return _singular(by.span)
    known = mention.id is not None and mention.id in case.actors.by_id
    return known and by.span.text.lower() in settings.ADJECTIVES


def _tells_what_it_is(mention: Mention, named: Mention, case: Case) -> bool:
    """Tell whether a word for a class says behind a name what it is: "X militants", "X terrorists"."""
    if not _is_class(mention, case) or _is_class(named, case):
        return False
    insult = mention.span.text.lower()[:-1] in settings.ADJECTIVES
    return named.kind == "armed_group" or (named.kind == "organisation" and named.known and insult)


def _is_class(mention: Mention, case: Case) -> bool:
    return mention.id is not None and mention.id in case.actors.classes


def _singular(span: Span) -> bool:
    return not span.text.endswith("s")


def _names_the_agreement(hit: Hit) -> bool:
    return any(kind == "agreement" for kind, _ in hit.candidates)


def _agencies(text: str, start: int, filed_until: int) -> Iterator[Stranger]:
    """Yield the agency that a dateline names: "/AGENCY/", "(Agency)"."""
    for found in _FILED_BY.finditer(text, start, filed_until):
        yield Stranger(*found.span("agency"), "outlet")


def _with_strangers(
    text: str,
    known: Sequence[Mention],
    strangers: Iterable[Stranger],
    closed: Sequence[Mention],
) -> list[Mention]:
    """Join the strangers to what is known: of two that overlap the known one stays, mostly."""
    accepted: list[Mention] = []
    spare: set[int] = set()
    for stranger in sorted(strangers, key=lambda found: (found.start - found.end, found.start)):
        span = Span.cut(text, stranger.start, stranger.end)
        if _met(closed, span) or _met(accepted, span):
            continue
        met = _met(known, span)
        if all(_yields(known[place], span, stranger) for place in met):
            spare.update(met)
            alike = [known[place].id for place in met if known[place].kind == "armed_group"]
            candidates = (*_as_named(span), *(id for id in alike if id is not None))
            unknown = Mention(span=span, kind=stranger.kind, id=None, candidates=candidates)
            insort(accepted, unknown, key=_start)
    remaining = [mention for place, mention in enumerate(known) if place not in spare]
    return sorted([*remaining, *accepted], key=_start)


def _start(mention: Mention) -> int:
    return mention.span.start


def _met(mentions: Sequence[Mention], span: Span) -> range:
    """Give the places of those of `mentions`, in order and apart, that overlap a span."""
    first = bisect_right(mentions, span.start, key=_start)
    if first and mentions[first - 1].span.end > span.start:
        first -= 1
    last = first
    while last < len(mentions) and mentions[last].span.start < span.end:
        last += 1
    return range(first, last)


def _yields(mention: Mention, span: Span, stranger: Stranger) -> bool:
    """Tell whether a known name is only a part of the stranger's name."""
    inside = span.holds(mention.span) and span != mention.span
    unknown = mention.id is None and mention.candidates[:1] and mention.candidates[0][:5] == "name:"
    part = mention.kind in _YIELDING or _is_headed_otherwise(mention, span)
    return inside and stranger.kind != "place" and part and not unknown


def _is_headed_otherwise(mention: Mention, span: Span) -> bool:
    """Tell whether a group's name ends another name: "Foo Bar Hill Front" is not the Hill Front.

    A nationality before the name makes no other name of it.
    """
    if mention.kind != "armed_group" or mention.id is None or mention.span.end != span.end:
        return False
    before = span.text[: mention.span.start - span.start].split()
    several = len(mention.span.text.split()) > 1 and mention.span.text[:1].isupper()
    return several and any(_is_own_word(word) for word in before)


def _is_own_word(word: str) -> bool:
    plain = word[:1].isupper() and "-" not in word
    return plain and not word.lower().endswith(bodies.NATIONALITIES)


def _as_named(span: Span) -> tuple[str, ...]:
    return (f"name:{_SPACES.sub(' ', span.text)}",)
