"""The names that a case knows, compiled to be found in one pass over a text's words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from trucewatch.core.case import Case
from trucewatch.core.folding import Word, key_of, words_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import words as listed

NameKind = Literal["actor", "class", "outlet", "place", "zone", "agreement"]
Candidate = tuple[NameKind, str]

_OPENING: Final = 7
"""Where a text's letters share no beginning of this length with any name, none is looked for."""

# What may stand between two words of one name, beside a stop in initials.
_HYPHENS: Final = frozenset("-‐‑")
_GAP = re.compile(r"['’]?\s{1,3}|[-‐‑‒–]")
_QUOTED: Final = (' "', " “", " '", " ‘", " «")
_ARTICLES: Final = listed(
    "the al el ad an ar as ash at ath az ed er es ez de la le les il of for and in on to bin ibn"
)
"""Words of a name whose capital says nothing."""
_HEADS: Final = listed("regime government army forces troops soldiers militia militias authorities")
"""Nouns that stand behind a name or, with "of", before it."""

_PREPOSITIONS: Final = frozenset({"an", "as", "at"})
"""Articles of names that are small words of English too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name of the case in a text, and whom or what it may mean: (kind, id), actors first."""

    span: Span
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling of a name, and where it asks for capitals.

    `capitals` tells for each word whether it must begin with one; `shout` asks for capitals only.
    """

    candidate: Candidate
    capitals: tuple[bool, ...]
    shout: bool

    def fits(self, text: str, words: Sequence[Word]) -> bool:
        """Tell whether these words of a text are written as the name must be."""
        if self.shout:
            return all(word.text.isupper() for word in words if not word.possessive)
        first = words[0]
        if self._is_preposition(text, first) and len(words) > 1:
            return False
        if len(words) != len(self.capitals):
            named = next((word for word in words if word.folded not in _ARTICLES), first)
            return named.capital or not any(self.capitals)
        return all(
            word.capital or not wanted for word, wanted in zip(words, self.capitals, strict=True)
        )

    @staticmethod
    def _is_preposition(text: str, word: Word) -> bool:
        small = word.folded in _PREPOSITIONS and not word.capital
        return small and text[word.end : word.end + 1].isspace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name of a case, for longest-match look-up.

    Names are compared without diacritics, apostrophes, ayn marks, hyphens and spaces; proper names
    keep the capitals at the beginning of their words, words for classes do not need them. A word that
    takes a stand (`stances`, folded) inside of a name is passed over: "Roe's murderous army"; so is
    whose it is: "the government's forces" are "government forces".
    """

    keys: Sequence[str]
    openings: frozenset[str]
    shorts: frozenset[str]
    forms: Mapping[str, tuple[_Form, ...]]
    stances: frozenset[str] = frozenset()

    @classmethod
    def of(cls, case: Case) -> Names:
        """Compile the names of a case; kept for each state of its files."""
        return _COMPILED.of(case)

    @classmethod
    def compiled(cls, case: Case) -> Names:
        """Compile the names of a case anew."""
        forms: dict[str, dict[_Form, None]] = {}
        for name, candidate in _names(case):
            key = key_of(name)
            if key:
                forms.setdefault(key, {})[_form(name, candidate)] = None
        return cls(
            keys=sorted(forms),
            openings=frozenset(key[:_OPENING] for key in forms),
            shorts=frozenset(
                key[:length]
                for key in forms
                if len(key) < _OPENING
                for length in range(1, _OPENING)
            ),
            forms={key: tuple(known) for key, known in forms.items()},
            stances=frozenset(key_of(label) for label in case.actors.labels if label.isalpha()),
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[Hit, ...]:
        """Find the names in `text[start:end]`: in order, apart, of two that overlap the longer."""
        words = list(words_of(text, start, end))
        return tuple(hit for hit, _, _ in self.find_among(text, words))

    def find_among(self, text: str, words: Sequence[Word]) -> list[tuple[Hit, int, int]]:
        """Find the names among successive words of `text`, each with its first and last word's place."""
        found: list[tuple[int, int, tuple[Candidate, ...]]] = []
        run = "".join(word.folded for word in words)
        spoken = [
            "" if _is_initial(text, word) or word.folded in self.stances else word.folded
            for word in words
        ]
        without = "".join(spoken)
        at = behind = 0
        for place, word in enumerate(words):
            openings = {run[at : at + _OPENING], without[behind : behind + _OPENING]}
            at += len(word.folded)
            behind += len(spoken[place])
            if self.openings.isdisjoint(openings) and word.folded not in self.shorts:
                continue
            if not word.capital and text[word.start - 1 : word.start] in _HYPHENS:
                continue
            longest = self._longest(text, words, place)
            if longest is not None:
                quoted = longest[0] > place and _opens_quoted(text, word, words[place + 1])
                found.append((place + quoted, *longest))
        return [
            (
                Hit(
                    span=Span.cut(text, words[first].start, _end(text, words, first, last)),
                    candidates=candidates,
                ),
                first,
                last,
            )
            for first, last, candidates in _apart(words, found)
        ]

    def _longest(
        self, text: str, words: Sequence[Word], place: int
    ) -> tuple[int, tuple[Candidate, ...]] | None:
        """Find the longest name that begins with the word at `place`: its last word, its meanings."""
        best = None
        key = ""
        passed: set[int] = set()
        for last in range(place, len(words)):
            if last > place and not _joined(text, words[last - 1], words[last]):
                break
            longer = key + words[last].folded
            where = bisect_left(self.keys, longer)
            if where == len(self.keys) or not self.keys[where].startswith(longer):
                if last > place and _is_initial(text, words[last]):
                    continue
                if last > place and words[last].possessive:
                    passed.add(last)
                    continue
                named = any(word.folded not in _ARTICLES for word in words[place:last])
                if named and words[last].folded in self.stances:
                    passed.add(last)
                    continue
                break
            key = longer
            if self.keys[where] == key:
                held = [words[at] for at in range(place, last + 1) if at not in passed]
                meanings = self._meanings(key, text, held)
                if meanings:
                    best = last, meanings
        return best

    def _meanings(self, key: str, text: str, words: Sequence[Word]) -> tuple[Candidate, ...]:
        return tuple(
            dict.fromkeys(form.candidate for form in self.forms[key] if form.fits(text, words))
        )


_COMPILED: Final = OncePerCase(Names.compiled)


def _joined(text: str, earlier: Word, later: Word) -> bool:
    gap = later.start - earlier.end
    if gap == 0:
        return later.possessive
    if _initials(text, earlier, later):
        return True
    if _is_initial(text, earlier) and gap <= 3:
        return text[earlier.end + 1 : later.start].isspace()
    opened = _opens_quoted(text, earlier, later)
    return gap <= 3 and (opened or _GAP.fullmatch(text, earlier.end, later.start) is not None)


def _opens_quoted(text: str, earlier: Word, later: Word) -> bool:
    """Tell whether a quotation mark stands between an article and the name behind: the "regime"."""
    return earlier.folded == "the" and text[earlier.end : later.start] in _QUOTED


def _is_initial(text: str, word: Word) -> bool:
    """Tell whether a word is a name's initial with its stop, as "F." between two names."""
    return word.end - word.start == 1 and word.capital and text[word.end : word.end + 1] == "."


def _initials(text: str, earlier: Word, later: Word) -> bool:
    """Tell whether two words are initials that stops join: "U.S."."""
    return later.end - earlier.start == 3 and text[earlier.end] == "."


def _end(text: str, words: Sequence[Word], first: int, last: int) -> int:
    """Give where a name ends: initials take their last stop with them."""
    end = words[last].end
    initials = last > first and _initials(text, words[last - 1], words[last])
    return end + 1 if initials and text[end : end + 1] == "." else end


def _apart(
    words: Sequence[Word], found: list[tuple[int, int, tuple[Candidate, ...]]]
) -> Iterator[tuple[int, int, tuple[Candidate, ...]]]:
    """Yield the hits that remain when, of two that overlap, the longer one stays."""
    chosen: list[tuple[int, int, tuple[Candidate, ...]]] = []
    for hit in found:
        if chosen and hit[0] <= chosen[-1][1]:
            if _length(words, hit) > _length(words, chosen[-1]):
                chosen[-1] = hit
            continue
        chosen.append(hit)
    yield from chosen


def _length(words: Sequence[Word], hit: tuple[int, int, tuple[Candidate, ...]]) -> int:
    return words[hit[1]].end - words[hit[0]].start


def _form(name: str, candidate: Candidate) -> _Form:
    words = list(words_of(name))
    written = "".join(word.text for word in words if not word.possessive)
    return _Form(
        candidate=candidate,
        capitals=tuple(word.capital and word.folded not in _ARTICLES for word in words),
        shout=written.isupper() and written.isascii() and len(written) <= 6,
    )


def _names(case: Case) -> Iterator[tuple[str, Candidate]]:
    """Yield every name of a case with what it means; actors first, then where they speak, and places."""
    for actor in case.actors.by_id.values():
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            yield name, ("actor", actor.id)
            yield from ((turned, ("actor", actor.id)) for turned in _turned(name))
    for actors in case.actors.classes.values():
        for name in _numbers(actors.words):
            yield name, ("class", actors.id)
    for outlet in case.outlets.by_id.values():
        for name in (outlet.name, *outlet.names):
            yield name, ("outlet", outlet.id)
    for zone in case.places.zones.values():
        yield zone.name, ("zone", zone.id)
    for place in case.places.by_id.values():
        meaning: Candidate = ("zone", place.zone) if place.zone else ("place", place.id)
        for name in (place.name, *place.variants):
            yield from ((spelling, meaning) for spelling in _without_gloss(name))
    for name in (case.agreement.title, *case.agreement.names):
        yield name, ("agreement", case.agreement.id)


def _turned(name: str) -> Iterator[str]:
    """Yield "regime of Roe" for "Roe regime" and "Roe's regime"."""
    whose, _, head = name.rpartition(" ")
    whose = whose.removesuffix("'s").removesuffix("’s")
    parts = whose.split()
    proper = all(part[:1].isupper() or part.startswith("al") for part in parts)
    if head in _HEADS and parts and proper and parts[0][:1].isupper():
        yield f"{head} of {whose}"


def _without_gloss(name: str) -> Iterable[str]:
    """Give a place's name and, where a gloss tells it from others, the name before it: "X (hill)"."""
    bare = name.partition(" (")[0]
    return (name,) if bare == name else (name, bare)


def _numbers(words: Iterable[str]) -> Iterator[str]:
    """Yield words for a class in the singular and the plural."""
    for word in words:
        yield word
        if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 4:
            yield word[:-1]
        elif not word.endswith("s"):
            yield f"{word}s"
