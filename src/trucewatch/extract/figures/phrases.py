"""The noun phrase that a number counts or a percentage is of."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

LONGEST: Final = 6
"""Tokens of a noun phrase before its head is given up."""

STOPS: Final = words(
    "a an the and or but nor of in on at by to for from with without into onto over under between "
    "among amid across through during after before since until till as than that which who whom "
    "whose when while where because if so yet though although is are was were be been being has "
    "have had do does did will would shall should can could may might must not n't he she it they "
    "we you i him her them us this that these those his its their our my your there here then now "
    "also still already only just about around near against inside outside along per via toward "
    "towards amongst despite including include includes said says told killed wounded injured died "
    "fled remain remained live lived living left took held were compared versus vs each ago earlier "
    "later today yesterday tomorrow away off out up down back apart long wide deep high tall "
    "fell rose came went saw "
    "made gave lost voted got met won stood grew withdrew broke struck hit became began"
)
_IRREGULAR: Final = words(
    "people men women children police troops personnel servicemen gunmen policemen militiamen "
    "fishermen militia aircraft dead wounded injured displaced missing infantry cattle sheep feet "
    "villagers casualties others"
)
_BECAME: Final = words("dead wounded injured displaced missing")
_NOT_MEN: Final = words("specimen regimen abdomen acumen")
_ADVERB_LIKE: Final = words("family supply rally ally assembly july italy monopoly anomaly")
_NOT_PLURAL: Final = ("ss", "us", "is", "'s", "’s", "ous")


def looks_plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    if word.endswith("men") and len(word) > 4:
        return word not in _NOT_MEN
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def counted_phrase(tokens: Tokens, at: int, *, single: bool = False) -> tuple[int, int] | None:
    """Give the first token and the token behind the noun phrase that begins at `at`.

    It ends at the first plural noun (for `single`, at the last word before a stop); None where no
    noun can be told.
    """
    if tokens.at(at) == "of" and tokens.at(at + 1) in ("the", "them", "whom", "these", "those"):
        return None if tokens.at(at + 1) in ("them", "whom") else counted_phrase(tokens, at + 2)
    if tokens.at(at) == "of" or tokens.at(at) == "more":
        at += 1
    last = None
    for place in range(at, min(at + LONGEST, len(tokens))):
        word = tokens.lower[place]
        if word in ("-", "‑", "’s", "'s", "'") and place > at:
            continue
        joined = place > at and tokens.glued(place) and tokens.at(place - 1) in ("-", "‑")
        if tokens.kinds[place] != "word":
            break
        if not joined and (
            (place > at and ends_phrase(word)) or (word in STOPS and word not in _IRREGULAR)
        ):
            break
        last = place
        if not single and looks_plural(word) and not (joined and word in _IRREGULAR):
            return at, _with_twins(tokens, place)
        if place > at and word.endswith("ed") and tokens.at(place - 1) != "-" and single:
            last = place - 1
            break
    if single and last is not None and last >= at:
        return at, last + 1
    return None


def _with_twins(tokens: Tokens, place: int) -> int:
    """Go on over a second plural that the first is only part of: "forces fighters"."""
    following = tokens.at(place + 1)
    return place + 2 if following in _IRREGULAR and following not in _BECAME else place + 1


def ends_phrase(word: str) -> bool:
    """Tell whether a word is an adverb, which no noun phrase goes over."""
    return word.endswith("ly") and word not in _ADVERB_LIKE


def share_phrase(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Give the noun phrase behind "60 percent of" or "half": with its article, up to a stop."""
    place = at + 1 if tokens.at(at) == "of" else at
    first = place
    if tokens.at(place) in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "all",
        "our",
        "this",
        "that",
        "those",
    ):
        place += 1
    if tokens.at(place) == "the":
        place += 1
    head = place
    while place < min(head + LONGEST, len(tokens)):
        word = tokens.lower[place]
        if tokens.kinds[place] not in ("word", "genitive", "number") and word not in (
            "-",
            "‑",
            ".",
        ):
            break
        if word == "." and not tokens.glued(place + 1):
            break
        if word in STOPS or ends_phrase(word) or (place > head and _verb_like(tokens, place)):
            break
        place += 1
    return (first, place) if place > head else None


def _verb_like(tokens: Tokens, place: int) -> bool:
    word = tokens.lower[place]
    return word.endswith("ed") and tokens.at(place - 1) != "-" and len(word) > 4
