"""Persons: phrases that name one human being, by name, office, trade or kinship."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import BINDING
from trucewatch.extract.speech.voices import Voice

SOMEBODY: Final = words("""
    manager clerk farmer teacher priest bishop judge driver engineer doctor nurse shepherd trader
    elder worker lawyer professor officer soldier fighter fisherman baker aide official source
    negotiator analyst expert observer resident rebel militant rescuer medic ambassador diplomat
    envoy delegate commander activist adviser advisor lawmaker politician counterpart
    """)
"""Nouns of one person, whom "he" or "she" may mean in what follows."""

_PERSONS: Final = SOMEBODY | words("""
    man woman boy girl husband wife widow widower brother sister father mother son daughter uncle
    aunt cousin neighbour neighbor friend colleague nephew niece grandfather grandmother captain
    skipper sergeant colonel general commander minister premier president governor mayor senator
    ambassador envoy representative delegate consul spokesman spokeswoman spokesperson director
    chief guard guide pilot sailor diver smuggler butcher cook student witness prisoner deserter
    survivor
    """)


def is_person(atoms: Sequence[Atom], voice: Voice) -> bool:
    """Tell whether a phrase names one person, and no outlet or body."""
    if voice.publishes or voice.plural or not atoms:
        return False
    return voice.person or head_of(atoms) in _PERSONS


def head_of(atoms: Sequence[Atom]) -> str:
    """Give the noun of a phrase that stands before what it is of: "an official of the League"."""
    joints = (at for at in range(1, len(atoms)) if atoms[at].low in BINDING or atoms[at].low == ",")
    return atoms[next(joints, len(atoms)) - 1].low
