"""Mentions given the place of the world that they mean, where the case knows none.

The table of the world is read only where a mention asks for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from trucewatch.core.place import Place, Places
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.core.world import WorldChoice, WorldPlace

SURE: Final = 0.9
"""A name found in free reading means a place of the world with this share of all weight, or none."""

GREAT: Final = 500_000
"""A city of as many inhabitants is meant where nothing else is named of its country."""

STANDING: Final = 15_000
"""A city of fewer is meant only where words or places beside it say so: villages bear its name too."""

_LOCATED: Final = frozenset({"place", "road", "zone"})
_BACK: Final = 8
_DECIMALS: Final = 1


def give_world_places(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give places that the case does not know their place of the world, where it is unambiguous.

    Order and number of mentions stay. What the case knows, or may know, is left as it is; a name that
    is not clear enough is left open, with its candidates.
    """
    asked = [number for number, each in enumerate(mentions) if _is_strange(each)]
    if not asked:
        return tuple(mentions)
    named = sorted({_place(each.span) for each in mentions if each.kind == "place"})
    choices = dict(zip(named, _resolve(text, named), strict=True))
    countries = {
        choice.place.country
        for choice in choices.values()
        if choice.place is not None and choice.place.kind != "city" and choice.share >= SURE
    }
    found = list(mentions)
    for number in asked:
        choice = choices[_place(mentions[number].span)]
        if choice.place is None:
            continue
        if not _is_clear(choice, choice.place, countries):
            refused = (choice.place, *choice.refused)
            choice = WorldChoice(place=None, rule="open", refused=refused)
        found[number] = _located(mentions[number], choice)
    return tuple(found)


def give_asked_places(
    text: str,
    mentions: Sequence[Mention],
    asked: Sequence[tuple[int, int]],
    places: Places | None = None,
) -> tuple[Mention, ...]:
    """Give the mentions with one place more for each span of which somebody asks where it is.

    A place of the case goes first, then one of its gazetteer that is clearly meant; else the most
    likely of the world is told, with the rule and the candidates refused. What no table knows has no
    point. A place mention with a span that is asked is replaced; all others stay.
    """
    spans = sorted(set(asked))
    if not spans:
        return tuple(mentions)
    located = sorted((each for each in mentions if each.kind in _LOCATED), key=_by_start)
    rows = _listed(text, spans, mentions, places)
    told = [
        _asked(Span.cut(text, *span), choice, located, row)
        for span, choice, row in zip(spans, _resolve(text, spans), rows, strict=True)
    ]
    taken = set(spans)
    kept = [
        each for each in mentions if each.kind not in _LOCATED or _place(each.span) not in taken
    ]
    return tuple(sorted([*kept, *told], key=lambda each: (each.span.start, -each.span.end)))


_by_start = attrgetter("span.start")


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _resolve(text: str, spans: Sequence[tuple[int, int]]) -> list[WorldChoice]:
    from trucewatch.identify.world.atlas import shipped
    from trucewatch.identify.world.resolve import resolve

    return resolve(text, spans, shipped())


def _is_strange(mention: Mention) -> bool:
    """Tell whether this is a place that the case neither knows nor may know."""
    return mention.kind == "place" and not mention.known


def _is_clear(choice: WorldChoice, place: WorldPlace, countries: set[str]) -> bool:
    """Tell whether a name of free reading surely means a place of the world."""
    if choice.share < SURE or choice.rule == "part":
        return False
    if place.kind in ("country", "area", "division") or choice.rule == "beside":
        return True
    if place.kind == "capital" or place.people >= GREAT:
        return place.own
    return place.own and place.people >= STANDING and place.country in countries


def _located(mention: Mention, choice: WorldChoice) -> Mention:
    place = choice.place
    if place is None:
        return replace(mention, world=choice)
    precision = round(place.km, _DECIMALS)
    return replace(
        mention, lat=place.latitude, lon=place.longitude, precision=precision, world=choice
    )


def _listed(
    text: str,
    spans: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    places: Places | None,
) -> Sequence[Place | None]:
    if places is None or places.gazetteer is None:
        return [None] * len(spans)
    from trucewatch.identify.world.gazetteer import ask_gazetteer

    return ask_gazetteer(text, spans, mentions, places)


def _asked(
    span: Span, choice: WorldChoice, located: Sequence[Mention], listed: Place | None
) -> Mention:
    own = _of_the_case(span, located)
    if own is None and listed is not None:
        own = Mention(
            span=span,
            kind="place",
            id=listed.id,
            lat=listed.latitude,
            lon=listed.longitude,
            precision=listed.km,
        )
    mention = Mention(
        span=span,
        kind="place",
        id=own.id if own else None,
        candidates=own.candidates if own else (),
        lat=own.lat if own else None,
        lon=own.lon if own else None,
        precision=own.precision if own else None,
    )
    return mention if mention.lat is not None else _located(mention, choice)


def _of_the_case(span: Span, located: Sequence[Mention]) -> Mention | None:
    """Give the case's own place at a span: the same words, or all but an article or a noun."""
    after = bisect_left(located, span.end, key=_by_start)
    met = [each for each in located[max(0, after - _BACK) : after] if each.span.meets(span)]
    known = [each for each in met if each.known or each.kind != "place"]
    return next(
        (each for each in known if each.span == span), known[0] if len(known) == 1 else None
    )
