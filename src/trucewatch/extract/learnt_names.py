"""Names as the rules and the encoder find them, made one list; and what is hidden from the encoder."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention, MentionKind
from trucewatch.core.span import Span
from trucewatch.extract.encoder.found import Mask, MaskKind, NameFound
from trucewatch.extract.lexicons import bodies, words

SURE: Final = 0.7
"""From this confidence on, a name is one without any rule, and its kind stands against the rules'."""

LIKELY: Final = 0.35
"""From this confidence on, a phrase is told as naming somebody or something."""

_ARTICLE: Final = "the "
_BY_START: Final = attrgetter("span.start")
_PLACES: Final = frozenset({"place", "road", "zone"})
_WITHIN: Final = _PLACES | {"state"}
_HIDDEN: Final = frozenset({"person", "state", "organisation", "armed_group", "outlet"}) | _PLACES
_JOINTS: Final = ("", " ", "\u00a0", "'s ", "’s ")
_PRONOUNS: Final = words("he she it they him her them we us i you who his its their")
_BARE: Final = words("a an the this that these those who which")
_CLOSED: Final = ("", ",", ".", ";", ":", ")", "\n")
_LOOK_BACK: Final = 12
_BEFORE_PLACES: Final = words("in at of near from to outside around into inside")
_ROADS: Final = words("road highway motorway route axis crossing")
_ARMED: Final = (
    bodies.ARMED_SMALL
    | bodies.ARMED - {"front", "company", "movement", "guard", "guards"}
    | words("""
    rebels rebel militants insurgents insurgency fighters soldiers troops gunmen army armies jihadists
    extremists terrorists peacekeepers militiamen combatants unit units garrison
    """)
)
_REPORTING: Final = bodies.OUTLET_HEADS | words("agency newspaper website channel broadcaster")


def hidden_names(text: str, mentions: Sequence[Mention], case: Case) -> tuple[Mask, ...]:
    """Give the names that the case knows, in order: the encoder sees only that a name stands there.

    Whether one name takes an article and another does not would tell them apart: it is hidden too.
    Words for whole classes ("militants") are no names and stay.
    """
    return tuple(
        Mask(_with_article(text, each.span), each.span.end, _mask_kind(each))
        for each in mentions
        if each.kind in _HIDDEN and each.known and each.id not in case.actors.classes
    )


def _with_article(text: str, span: Span) -> int:
    start = span.start - len(_ARTICLE)
    stands = start >= 0 and text[start : span.start].lower() == _ARTICLE
    return start if stands and not text[:start][-1:].isalnum() else span.start


def _mask_kind(mention: Mention) -> MaskKind:
    return "place" if mention.kind in _PLACES else "actor"


def add_names(
    text: str, mentions: Sequence[Mention], learnt: Sequence[NameFound]
) -> tuple[Mention, ...]:
    """Give the rules' mentions with the encoder's names beside them; no two overlap.

    A stranger whom both find is of the encoder's kind, where that is sure. What the case knows stays
    as it is.
    """
    found = list(mentions)
    for name in learnt:
        if name.confidence < SURE or name.kind not in ("person", "group", "place"):
            continue
        span = Span.cut(text, name.start, name.end)
        met = _met(found, span)
        if not met and _is_name(span.text) and not _is_part(text, found, span):
            kind = _kind_here(text, name, learnt, found)
            unknown = Mention(span=span, kind=kind, id=None, candidates=_named(span))
            insort(found, unknown, key=_BY_START)
        elif len(met) == 1 and _is_stranger(found[met[0]]) and found[met[0]].span == span:
            found[met[0]] = replace(found[met[0]], kind=_kind(name, span.text, found[met[0]].kind))
    return tuple(found)


def add_phrases(
    text: str, mentions: Sequence[Mention], learnt: Sequence[NameFound]
) -> tuple[Mention, ...]:
    """Give the mentions and the phrases that name somebody without a name, or hold a name.

    A name with its article is no phrase beside the name.
    """
    taken = {each.span for each in mentions}
    taken |= {Span.cut(text, _with_article(text, each), each.end) for each in taken}
    phrases = []
    for name in learnt:
        span = Span.cut(text, name.start, name.end)
        if (
            name.confidence >= LIKELY
            and name.kind not in ("time", "quantity")
            and span not in taken
            and span.text.lower() not in _BARE
        ):
            kind = _kind_here(text, name, learnt, mentions)
            phrases.append(Mention(span=span, kind=kind, id=None))
            taken.add(span)
    return tuple(sorted([*mentions, *phrases], key=lambda each: (each.span.start, -each.span.end)))


def _met(mentions: Sequence[Mention], span: Span) -> range:
    """Give the places of the mentions, in order and apart, that overlap a span."""
    first = bisect_left(mentions, span.start, key=lambda each: each.span.end - 1)
    last = first
    while last < len(mentions) and mentions[last].span.start < span.end:
        last += 1
    return range(first, last)


def _is_part(text: str, mentions: Sequence[Mention], span: Span) -> bool:
    """Tell whether words stand right beside a name, as a part of what it heads: "Xian Navy"."""
    place = bisect_left(mentions, span.start, key=_BY_START)
    before, after = mentions[place - 1 : place], mentions[place : place + 1]
    return any(text[each.span.end : span.start] in _JOINTS for each in before) or any(
        text[span.end : each.span.start] in _JOINTS for each in after
    )


def _is_name(words_: str) -> bool:
    """Tell whether words stand in capitals as a name's do; a pronoun is none."""
    if words_.lower() in _PRONOUNS:
        return False
    parts = [part for part in words_.split() if len(part) > 3] or words_.split()
    return all(part[:1].isupper() for part in parts)


def _is_stranger(mention: Mention) -> bool:
    return not mention.known and mention.kind != "weapon"


def _named(span: Span) -> tuple[str, ...]:
    return (f"name:{' '.join(span.text.split())}",)


def _kind(name: NameFound, words_: str, before: MentionKind | None = None) -> MentionKind:
    """Give the kind of mention that a name is, by its last words where the encoder tells less."""
    if name.kind == "weapon" or (name.kind == "person" and before != "outlet"):
        return name.kind
    if name.kind == "person":
        return "outlet"
    heads = set(_heads(words_))
    if name.kind == "place":
        return "road" if heads & _ROADS else before if before in _PLACES and before else "place"
    if before in ("organisation", "armed_group", "outlet", "state") and before is not None:
        return before
    if heads & _ARMED:
        return "armed_group"
    return "outlet" if heads & _REPORTING else "organisation"


def _kind_here(
    text: str, name: NameFound, learnt: Sequence[NameFound], mentions: Sequence[Mention]
) -> MentionKind:
    """Give the kind of a name by where it stands: "in Xtown, Ystate" is a place, whatever it sounds like."""
    if _is_place_by_position(text, name, learnt, mentions):
        return "place"
    return _kind(name, text[name.start : name.end])


def _is_place_by_position(
    text: str, name: NameFound, learnt: Sequence[NameFound], mentions: Sequence[Mention]
) -> bool:
    before = text[max(0, name.start - _LOOK_BACK) : name.start].split()[-1:]
    follows = name.end + len(", ")
    if not before or before[0] not in _BEFORE_PLACES or text[name.end : follows] != ", ":
        return False
    ends = [
        each.span.end for each in mentions if each.span.start == follows and each.kind in _WITHIN
    ]
    ends += [each.end for each in learnt if each.start == follows and each.kind == "place"]
    return any(text[end : end + 1] in _CLOSED for end in ends)


def _heads(words_: str) -> Iterator[str]:
    parts = words_.lower().split()
    yield from parts[-2:]
    if "of" in parts[1:]:
        yield parts[parts.index("of") - 1]
