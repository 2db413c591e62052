"""Unknown outlets: names that words beside them, here or elsewhere in the text, tell to publish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import bodies, words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range

_NOUNS: Final = words("""
    agency newspaper daily tabloid weekly monthly magazine paper broadsheet gazette television tv
    channel radio station broadcaster network website portal site outlet blog newswire wire newscast
    """)
"""Small nouns of those who publish, before or behind their names."""

_HEADS: Final = bodies.OUTLET_HEADS | words("""
    agency newspaper magazine channel monthly tribune standard dispatch examiner observer review
    gazette bulletin monitor mirror guardian newswire online today plus wire
    """)
_FIRST: Final = words(
    "daily sunday morning evening radio channel tele tv news agence agency newspaper"
)

_LIKELY: Final = frozenset({"person", "place", "organisation", "armed_group"})
_BEFORE = re.compile(r"\b(?P<noun>[a-z]{2,12})[ \u00a0]$")
_BEHIND = re.compile(
    r"[ \u00a0](?:(?:state|news|press|wire|exile|army)[ \u00a0]){0,2}(?P<noun>[a-z]{2,12})\b"
)
_CAPITAL_BEHIND = re.compile(r"[ \u00a0](?P<head>[A-Z][A-Za-z]{1,11})\b")
_CAPITAL_BEFORE = re.compile(r"\b(?P<head>[A-Z][A-Za-z]{1,11})[ \u00a0]$")
_PASSED = re.compile(
    r"\b(?:citing|quoting|crediting|(?:carried|quoted|cited|relayed|aired|published|reported|broadcast"
    r"|reprinted|picked up|obtained|circulated|distributed|released|posted) by)[ \u00a0](?:the )?$"
)
_PASSES = re.compile(
    r",?[ \u00a0](?:has |had |later |also |then ){0,2}(?:quoted|quotes|cites|carried|carries|relayed"
    r"|reprinted|republished|aired|airs|broadcast|broadcasts|published|reproduced|newspaper|agency)\b"
)
_FAR: Final = 30


def tell_outlets(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the mentions with those strangers as outlets whom the text tells to publish somewhere.

    What the case knows stays as it is; the number of mentions and their order too.
    """
    widened = [_widened(text, each, mentions, place) for place, each in enumerate(mentions)]
    widened = [_no_person(text, each) for each in widened]
    named = {each.span.text for each in widened if is_stranger(each) and _publishes(text, each)}
    return tuple(
        replace(each, kind="outlet") if is_stranger(each) and each.span.text in named else each
        for each in widened
    )


def _no_person(text: str, mention: Mention) -> Mention:
    """Give a name behind "the" as that of a body: no person has an article."""
    article = text[max(0, mention.span.start - 4) : mention.span.start].lower() == "the "
    article = article or mention.span.text.lower().startswith("the ")
    if not (article and mention.kind == "person" and is_stranger(mention)):
        return mention
    named = all(part[:1].isupper() for part in mention.span.text.removeprefix("the ").split())
    return replace(mention, kind="organisation") if named else mention


def may_publish(
    atoms: Sequence[Atom], source: Range, mentions: Sequence[Mention], *, titled: bool = False
) -> bool:
    """Tell whether a source is one name that may be an outlet's: no list knows it as anybody's.

    `titled` tells that the name may have two words, as those of persons have: "Morning Star reports".
    """
    held = atoms[slice(*source)]
    if _is_site(held):
        return True
    strange = [each for each in held if each.kind == "mention"]
    plain = all(is_stranger(mentions[each.ref]) for each in strange)
    person = any(is_titled_person(mentions[each.ref]) for each in strange)
    return (
        plain and (titled or not person) and all(each.kind in ("name", "mention") for each in held)
    )


def _is_site(held: Sequence[Atom]) -> bool:
    """Tell whether a name is that of a site: "Town.net"."""
    return len(held) > 2 and any(
        dot.low == "."
        and before.end == dot.start
        and dot.end == after.start
        and after.kind == "word"
        for before, dot, after in zip(held, held[1:], held[2:], strict=False)
    )


def is_stranger(mention: Mention) -> bool:
    """Tell whether a name is nobody's and nothing's that the case knows, and may be an outlet's."""
    return not mention.known and mention.kind in _LIKELY


def is_titled_person(mention: Mention) -> bool:
    """Tell whether a name is a person's by more than one word, here or where it stood in full."""
    full = max((*mention.candidates, mention.span.text), key=len).removeprefix("name:")
    return mention.kind == "person" and len(full.replace("-", "").split()) > 1


def _publishes(text: str, mention: Mention) -> bool:
    names = mention.span.text.split()
    if names[-1].lower() in _HEADS or names[0].lower() in _FIRST:
        return True
    if any(noun in _NOUNS for noun in _nouns_beside(text, mention.span)):
        return True
    return not is_titled_person(mention) and _passes_on(text, mention.span)


def _passes_on(text: str, span: Span) -> bool:
    """Tell whether a name stands where outlets do: "X quoted", "citing X", "carried by X"."""
    before = _PASSED.search(text, max(0, span.start - _FAR), span.start)
    return before is not None or _PASSES.match(text, span.end) is not None


def _nouns_beside(text: str, span: Span) -> Iterator[str]:
    before = _BEFORE.search(text, max(0, span.start - _FAR), span.start)
    behind = _BEHIND.match(text, span.end)
    yield from (found["noun"] for found in (before, behind) if found is not None)


def _widened(text: str, mention: Mention, mentions: Sequence[Mention], place: int) -> Mention:
    """Take in "Radio" before and "Post" behind a name."""
    if not is_stranger(mention):
        return mention
    start, end = mention.span.start, mention.span.end
    floor = mentions[place - 1].span.end if place else 0
    ceiling = mentions[place + 1].span.start if place + 1 < len(mentions) else len(text)
    behind = _CAPITAL_BEHIND.match(text, end)
    if behind is not None and behind["head"].lower() in _HEADS and behind.end() <= ceiling:
        end = behind.end()
    before = _CAPITAL_BEFORE.search(text, max(floor, start - _FAR), start)
    if before is not None and before["head"].lower() in _FIRST:
        start = before.start()
    if (start, end) == (mention.span.start, mention.span.end):
        return mention
    return replace(mention, span=Span.cut(text, start, end))
