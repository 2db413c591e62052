"""Whether a reading changes when the case's names change places in the text.

In each text, for each kind of actor, the first actor named changes names with the next one of its
kind that is named, or where none is with the next one of the case. Every mention of either that is
wholly one of its names gets a name of the other, as like in shape as there is one. The text is read
again; its spans are led back to the first text, its ids changed back, and both readings compared:

 parties   who said what through whom, and by, against and with whom
 kinds     each event's trigger, kind and reality

A reading counts as unchanged only where all of it is the same. Actors whom the text also calls by
what they are ("the ministry", "the major") keep their names: with another's name before them such
words would mean nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tools.evaluate.form import Form, Place, place

from trucewatch.core.actor import Actor
from trucewatch.core.case import Case

_LATIN_END: Final = 0x250
"""Letters of Latin alphabets stand before this code point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A name that gave way to another: where it stood, and where the other stands."""

    before: Place
    after: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """A text in which two actors changed names."""

    text: str
    one: str
    other: str
    swaps: tuple[Swap, ...]

    def back(self, offset: int, *, end: bool) -> int:
        """Lead an offset in the new text back; within a name it leads to that end of the old one."""
        index = bisect_right([swap.after[0] for swap in self.swaps], offset - end) - 1
        if index < 0:
            return offset
        swap = self.swaps[index]
        if offset >= swap.after[1]:
            return offset - swap.after[1] + swap.before[1]
        if offset == swap.after[0]:
            return swap.before[0]
        return swap.before[1 if end else 0]

    def id(self, actor: str | None) -> str | None:
        """Change an id back."""
        return {self.one: self.other, self.other: self.one}.get(actor or "", actor)


_PRONOUNS: Final = {
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "them",
    "his",
    "its",
    "their",
    "we",
    "i",
}


_ADJECTIVE: Final = ("i", "ian", "ish", "ese")
"""How a name ends that says whose or from where."""


def exchanges(reading: Form, case: Case) -> Iterator[Exchanged]:
    """Yield a text's exchanges, one for each kind of actor that is named in it."""
    actors = case.actors.by_id
    described = set(_described(reading, actors))
    named = dict.fromkeys(
        each["id"]
        for each in reading["mentions"]
        if each["id"] in actors
        and each["id"] not in described
        and _whole(each["span"]["text"], actors[each["id"]])
    )
    seen: set[str] = set()
    for one in map(actors.__getitem__, named):
        if one.kind in seen:
            continue
        seen.add(one.kind)
        everybody = [each for each in actors.values() if each.id not in described]
        other = _partner(one, [actors[each] for each in named], everybody)
        if other:
            yield _exchange(reading, one, other)


def _described(reading: Form, actors: Mapping[str, Actor]) -> Iterator[str]:
    """Yield actors who are meant somewhere by words that are neither a name of theirs nor a pronoun."""
    for span, actor in _meant(reading):
        if actor is not None and actor in actors and span is not None:
            words = span["text"].casefold()
            names = (name.casefold() for name in _names(actors[actor]))
            if words not in _PRONOUNS and not any(name in words for name in names):
                yield actor


def _meant(reading: Form) -> Iterator[tuple[Form | None, str | None]]:
    """Yield words and whom they mean, wherever a reading says so."""
    for each in reading["mentions"]:
        yield each["span"], each["id"]
    for statement in reading["statements"]:
        for link in statement["chain"]:
            yield link["span"], link["id"]
    for event in reading["events"]:
        for role in ("by", "against", "with"):
            for party in event[role]:
                yield party["span"], party["actor"]


def _partner(one: Actor, named: Sequence[Actor], everybody: Sequence[Actor]) -> Actor | None:
    """Give the first of the same kind that is named, else the next that the case lists.

    Bodies of one sort, whose names end alike ("army"), go before others of their kind.
    """
    listed = [each for each in everybody if each.kind == one.kind and _names(each)]
    position = listed.index(one)
    alike = [each for each in named if each.kind == one.kind and each.id != one.id]
    alike += [*listed[position + 1 :], *listed[:position]]
    akin = [each for each in alike if _endings(one) & _endings(each)]
    return next(iter([*akin, *alike]), None)


def _endings(actor: Actor) -> set[str]:
    return {name.split()[-1] for name in _names(actor) if " " in name}


def _names(actor: Actor) -> list[str]:
    """Give an actor's names in Latin letters, those without dates first."""
    ordered = sorted(actor.aliases, key=lambda alias: bool(alias.first or alias.last))
    names = [actor.name, *(alias.name for alias in ordered)]
    return [name for name in dict.fromkeys(names) if all(ord(sign) < _LATIN_END for sign in name)]


def _whole(words: str, actor: Actor) -> bool:
    folded = words.casefold()
    return any(name.casefold() == folded for name in _names(actor))


def _exchange(reading: Form, one: Actor, other: Actor) -> Exchanged:
    text: str = reading["document"]["text"]
    pieces, swaps = [], []
    last = length = 0
    for start, end, words in _replaced(reading, one, other):
        kept = text[last:start]
        length += len(kept)
        pieces += [kept, words]
        swaps.append(Swap(before=(start, end), after=(length, length + len(words))))
        length += len(words)
        last = end
    pieces.append(text[last:])
    return Exchanged(text="".join(pieces), one=one.id, other=other.id, swaps=tuple(swaps))


def _replaced(reading: Form, one: Actor, other: Actor) -> Iterator[tuple[int, int, str]]:
    """Yield where a name of either stands and the words that take its place, in text order."""
    to = {one.id: (one, other), other.id: (other, one)}
    last = 0
    for each in sorted(reading["mentions"], key=lambda each: place(each["span"])):
        start, end = place(each["span"])
        if each["id"] in to and start >= last and _whole(each["span"]["text"], to[each["id"]][0]):
            yield start, end, _like(each["span"]["text"], to[each["id"]][1])
            last = end


def _like(words: str, actor: Actor) -> str:
    """Give the actor's name that is most like some words: same last word, form, number, length."""

    def unlike(name: str) -> tuple[bool, bool, bool, bool, int]:
        mine, yours = words.split(), name.split()
        return (
            mine[-1].casefold() != yours[-1].casefold(),
            _short(words) != _short(name),
            words.endswith(_ADJECTIVE) != name.endswith(_ADJECTIVE),
            words.endswith("s") != name.endswith("s"),
            abs(len(mine) - len(yours)),
        )

    best = min(_names(actor), key=unlike)
    return best.upper() if words.isupper() and not _short(words) else best


def _short(words: str) -> bool:
    """Tell whether words are an abbreviation."""
    return words.isupper() and len(words) <= 5


def parties(reading: Form, exchanged: Exchanged | None = None) -> Counter[object]:
    """Give who said what, and who did what to whom; of an exchanged text, led back."""
    lead = _Lead(exchanged)
    found: list[object] = [
        (
            "statement",
            lead.spans(each["content"]),
            lead.spans(each["cue"]),
            lead.spans(each["source"]),
            lead.id(each["speaker"]),
            tuple(lead.id(link["id"]) for link in each["chain"]),
        )
        for each in reading["statements"]
    ]
    for each in reading["events"]:
        roles = tuple(
            tuple((lead.span(party["span"]), lead.id(party["actor"])) for party in each[role])
            for role in ("by", "against", "with")
        )
        found.append(("event", lead.span(each["trigger"]), roles))
    return Counter(found)


def kinds(reading: Form, exchanged: Exchanged | None = None) -> Counter[object]:
    """Give each event's trigger, kind and reality; of an exchanged text, led back."""
    lead = _Lead(exchanged)
    return Counter(
        (lead.span(each["trigger"]), each["kind"], each["reality"]) for each in reading["events"]
    )


@dataclass(frozen=True, slots=True)
class _Lead:
    """Leads spans and ids back, where the text is an exchanged one."""

    exchanged: Exchanged | None

    def span(self, span: Form) -> Place:
        start, end = place(span)
        if self.exchanged is None:
            return start, end
        return self.exchanged.back(start, end=False), self.exchanged.back(end, end=True)

    def spans(self, spans: Iterable[Form]) -> tuple[Place, ...]:
        return tuple(self.span(each) for each in spans)

    def id(self, actor: str | None) -> str | None:
        return self.exchanged.id(actor) if self.exchanged else actor


def compare(before: Form, after: Form, exchanged: Exchanged) -> Form:
    """Give what stands in one reading and not in the other, and how much both have."""
    told: Form = {"one": exchanged.one, "other": exchanged.other}
    for name, look in (("parties", parties), ("kinds", kinds)):
        left, right = look(before), look(after, exchanged)
        told[name] = {
            "same": (left & right).total(),
            "of": max(left.total(), right.total()),
            "lost": [repr(each) for each in (left - right)],
            "new": [repr(each) for each in (right - left)],
        }
    return told


def score_exchanges(compared: Sequence[Form]) -> Form:
    """Give the share of readings that are unchanged, and of their items."""
    scores: Form = {"n": len(compared)}
    for name in ("parties", "kinds"):
        whole = sum(each[name]["same"] == each[name]["of"] for each in compared)
        same = sum(each[name]["same"] for each in compared)
        items = sum(each[name]["of"] for each in compared)
        scores[name] = whole / len(compared) if compared else 0.0
        scores[f"{name}_items"] = same / items if items else 1.0
    return scores
