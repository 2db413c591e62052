"""Which place of the world each name of a document means: all names weighed together.

What the words beside a name say goes first: "X, Yland", "X province". Then every place of the name is
weighed: by its inhabitants and kind, by the countries and divisions that the document names, and by how
near it lies to places of the other names. The rule that decided and the places refused are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from trucewatch.core.folding import key_of
from trucewatch.core.world import WorldChoice, WorldKind, WorldPlace, WorldRule
from trucewatch.identify.world.atlas import PlaceTable
from trucewatch.identify.world.beside import head_beside, holders_beside, holds
from trucewatch.identify.world.called import KINDS_OF_HEAD, Called, called, parts_called
from trucewatch.identify.world.weights import Sense, weigh

CANDIDATES: Final = 40
"""So many places of one name are weighed, the largest of them."""

REFUSED: Final = 5
"""So many places that were refused are told."""

AROUND: Final = 400
"""So many words in capitals beside the names are looked at."""

LIST_LONGEST: Final = 60
_LISTED = re.compile(r"(?:,|,? (?:and|or|&)) (?:the )?")
_CAPITALS = re.compile(
    r"\b(?:(?:New|North|South|West) )?[A-Z][a-z]{3,20}(?: [A-Z][a-z]{3,20}(?= (?:State|University)))?\b"
)

_Key = tuple[str, tuple[WorldKind, ...], frozenset[WorldPlace]]


def resolve(
    text: str,
    spans: Sequence[tuple[int, int]],
    atlas: PlaceTable,
    beside: Sequence[WorldPlace] = (),
) -> list[WorldChoice]:
    """Tell for each span of a text which place it means; the order of the spans plays no part.

    `beside` are places that the text surely names besides: they weigh as names of one meaning. One name
    has one meaning in a document, unless the words beside it say otherwise. A name that no place bears
    is left open, without candidates.
    """
    senses: dict[_Key, Sense] = {}
    keys: dict[tuple[int, int], _Key] = {}
    for start, end in sorted(set(spans)):
        key, sense = _sense(text, start, end, atlas)
        keys[start, end] = key
        senses.setdefault(key, sense)
    _list(text, sorted(keys), [senses[keys[span]] for span in sorted(keys)])
    _spread(senses)
    known = [Sense(places=(place,)) for place in dict.fromkeys(beside)]
    weigh(list(senses.values()), [*known, *_around(text, sorted(keys), atlas)])
    return [_chosen(senses[keys[span]]) for span in spans]


def _sense(text: str, start: int, end: int, atlas: PlaceTable) -> tuple[_Key, Sense]:
    words = text[start:end]
    found = _called(words, atlas)
    held = frozenset(_held(text, start, end, found.places, atlas))
    head = None if found.kinds else head_beside(text, start, end)
    kinds = found.kinds or KINDS_OF_HEAD.get(head or "", ())
    if not any(place.kind in kinds for place in found.places):
        kinds = ()
    places = _most_likely(found.places, held)
    sense = Sense(places=places, kinds=kinds, held=held, part=found.part)
    return (key_of(words), kinds, held), sense


def _called(words: str, atlas: PlaceTable) -> Called:
    found = called(words, atlas)
    return found if found.places else parts_called(words, atlas)


def _most_likely(
    places: tuple[WorldPlace, ...], held: frozenset[WorldPlace]
) -> tuple[WorldPlace, ...]:
    first = [place for place in places if place in held]
    return tuple(dict.fromkeys((*first, *places)))[:CANDIDATES]


def _held(
    text: str, start: int, end: int, places: tuple[WorldPlace, ...], atlas: PlaceTable
) -> tuple[WorldPlace, ...]:
    """Give those places that a larger place named beside them holds."""
    for holder in holders_beside(text, start, end, atlas):
        inside = tuple(place for place in places if holds(holder, place))
        if inside:
            return inside
    return ()


def _list(text: str, spans: Sequence[tuple[int, int]], senses: Sequence[Sense]) -> None:
    """Tell each name those of its own list: "X, Y and Z"; a name and what holds it are none."""
    first = 0
    for number in range(1, len(spans) + 1):
        if number < len(spans) and not senses[number - 1].held:
            between = spans[number - 1][1], spans[number][0]
            if _LISTED.fullmatch(text, *between):
                continue
        here = senses[first:number]
        if 2 < len(here) <= LIST_LONGEST:
            for sense in here:
                others = (peer for peer in here if peer is not sense)
                sense.listed = list(dict.fromkeys((*sense.listed, *others)))
        first = number


def _spread(senses: Mapping[_Key, Sense]) -> None:
    """Let a name that stands bare mean what it means where the words beside it say more."""
    told: dict[str, list[frozenset[WorldPlace]]] = defaultdict(list)
    for (name, _, _), sense in senses.items():
        if sense.held and sense.held not in told[name]:
            told[name].append(sense.held)
    for (name, _, _), sense in senses.items():
        if not sense.held and len(told.get(name, ())) == 1:
            sense.held = told[name][0]
            sense.places = _most_likely(sense.places, sense.held)


def _around(text: str, spans: Sequence[tuple[int, int]], atlas: PlaceTable) -> Iterator[Sense]:
    """Yield the divisions that other words of a text name: those of "X State University"."""
    ends = [end for _, end in spans]
    met: dict[str, tuple[WorldPlace, ...]] = {}
    for found in islice(_CAPITALS.finditer(text), AROUND):
        place = bisect_left(ends, found.start() + 1)
        if place < len(spans) and spans[place][0] < found.end():
            continue
        places = atlas.named(found.group())
        if places and places[0].kind == "division" and places[0].own:
            met.setdefault(key_of(found.group()), places[:3])
    for key in sorted(met):
        yield Sense(places=met[key])


def _chosen(sense: Sense) -> WorldChoice:
    if not sense.places:
        return WorldChoice(place=None, rule="open")
    ranked = sorted(range(len(sense.places)), key=lambda number: (-sense.shares[number], number))
    best = ranked[0]
    return WorldChoice(
        place=sense.places[best],
        rule=_rule(sense, ranked),
        refused=tuple(sense.places[number] for number in ranked[1 : REFUSED + 1]),
        share=round(sense.shares[best], 3),
    )


def _rule(sense: Sense, ranked: Sequence[int]) -> WorldRule:
    """Name what decided between the best place and the next."""
    best = ranked[0]
    place = sense.places[best]
    if place in sense.held:
        return "beside"
    if sense.part:
        return "part"
    if len(sense.places) == 1:
        return "country" if place.kind == "country" else "only"
    if place.kind in sense.kinds:
        return "head"
    rival = ranked[1]
    gains: dict[WorldRule, float] = {
        "near": sense.near[best] - sense.near[rival],
        "holder": sense.holder[best] - sense.holder[rival],
        "inhabitants": sense.prior[best] - sense.prior[rival],
    }
    rule = max(gains, key=lambda each: gains[each])
    if rule == "inhabitants" and not place.is_city:
        return "country" if place.kind == "country" else "larger"
    return rule
