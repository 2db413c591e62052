"""What a measure or a sum is of, where no "of" says it: `a $9 contract`, `prices rose 5 percent`."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.figures.phrases import STOPS
from trucewatch.extract.lexicons import words

_LONGEST: Final = 5
_REACH: Final = 14
_MEASURING: Final = words(
    "is are was were be been rose fell grew jumped gained lost dropped slid added climbed plunged "
    "soared increased decreased declined surged slipped advanced tumbled rise fall grow hit reach "
    "reached reaches stands stood costs cost worth totalled totaled averaged average ended closed "
    "finished opened remains remained came went goes peaked traded comes expected up down"
)
"""Verbs whose subject is what the measure is of."""
_VERBS: Final = _MEASURING | words(
    "has have had pays paid pay makes made said will would can could may might should did does do "
    "expects owns owned sold bought raised received gave gives spent spend generated covers covered "
    "accounts accounted shows showed estimates charge charged netted posted offers offered earned "
    "employs delivered contributed"
)
_BEING: Final = words("is are was were be been measures measured")
_EMPTY: Final = words("total average sum maximum minimum equivalent")
_ARTICLES: Final = words(
    "the a an its their his her our this that these those some all another each every"
)
_BREAKS: Final = frozenset(";:.!?()")
_SIZES: Final = words("deep wide long high tall thick")
_NOT_NOUNS: Final = words(
    "north south east west northeast northwest southeast southwest northern southern eastern western "
    "lower higher deeper longer wider away inside outside into away next last this year "
    "also still already only just about around up down more less than as so then now even nearly "
    "almost over under least most per each a an currently then and but while"
)


_BEFORE_VERB: Final = _VERBS | _NOT_NOUNS | {"which", "that", ","}


def phrase_behind(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Give the noun phrase right behind a measure: `a 25% tax on cars`, `the 15 km deep zone`."""
    while tokens.at(at) in _SIZES or (tokens.at(at) == "-" and tokens.at(at + 1) in _SIZES):
        at += 1
    place = at
    while place < min(at + _LONGEST, len(tokens)):
        word = tokens.lower[place]
        if word in ("-", "‑") and place > at and tokens.glued(place) and tokens.glued(place + 1):
            place += 1
            continue
        if tokens.kinds[place] != "word" or word in STOPS or word in _VERBS or word in _NOT_NOUNS:
            break
        if word.endswith(("ing", "ed", "ly")) and place == at:
            return None
        place += 1
    if tokens.at(place - 1) in ("-", "‑"):
        place -= 1
    return (at, place) if place > at else None


def phrase_in(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Give the noun phrase behind a sum: `$3 million in deposits`, `$9 for a flight`."""
    if tokens.at(at) not in ("in", "of", "for", "on"):
        return None
    place = at + 1
    while tokens.at(place) in _ARTICLES:
        place += 1
    found = phrase_behind(tokens, place)
    return found if found is None or tokens.kinds[found[0]] == "word" else None


def phrase_before(
    tokens: Tokens, first: int, begin: int, *, only_being: bool = False
) -> tuple[int, int] | None:
    """Give the noun phrase that a measure speaks of: before "of", or the subject of its verb.

    `only_being` takes no verb but to be and to have: who marches 9 km is not what the 9 km are of.
    """
    if tokens.at(first - 1) == "of" and first - 1 > begin:
        found = _ending_at(tokens, first - 1, begin)
        if found is not None and tokens.at(found[1] - 1) not in _EMPTY:
            return found
    for at in range(first - 1, max(first - _REACH, begin) - 1, -1):
        word = tokens.lower[at]
        if word in _BREAKS:
            return None
        if word in _VERBS:
            if word not in (_BEING if only_being else _MEASURING):
                return None
            end = at
            while end > begin and tokens.lower[end - 1] in _BEFORE_VERB:
                end -= 1
            return _ending_at(tokens, end, begin)
    return None


def phrase_ending(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """Give the noun phrase right before token `end`: `a zone 15 km deep`."""
    return _ending_at(tokens, end, 0) if tokens.kinds[end - 1 : end] == ["word"] else None


def _ending_at(tokens: Tokens, end: int, begin: int) -> tuple[int, int] | None:
    """Give the noun phrase whose last token stands before `end`, with one "of" in it."""
    at = end
    joined = False
    while at > max(begin, end - _LONGEST - 3):
        word = tokens.lower[at - 1]
        if word in ("of", "in") and not joined and at < end:
            joined = True
        elif word in _ARTICLES:
            at -= 1
            if joined or tokens.at(at - 1) not in ("of", "in"):
                break
            continue
        elif tokens.kinds[at - 1] not in ("word", "genitive") or word in _VERBS or word in STOPS:
            break
        at -= 1
    while at < end and (tokens.lower[at] in STOPS or tokens.lower[at] in _ARTICLES):
        at += 1
    return (at, end) if at < end else None
