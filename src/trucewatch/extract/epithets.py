"""Names that begin with *the*, with a word of abuse inside: "the criminal regime" is "the regime"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.folding import Word, words_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import MENTION_KINDS, Mention
from trucewatch.core.span import Span
from trucewatch.extract.lexicons import words as listed

_ABUSE: Final = listed("""
    criminal murderous tyrannical tyrant despotic brutal bloodthirsty barbaric treacherous hateful hated
    fascist sectarian corrupt evil illegitimate crumbling infidel apostate
    """)
_MOST: Final = 3
"""So many such words stand at most between *the* and the noun."""


def find_abused(text: str, words: Sequence[Word], case: Case) -> Iterator[Mention]:
    """Yield a mention for each name of the case "the N" that stands as "the A N", A a word of abuse.

    Only abuse is passed over: "the ceasefire regime" is another thing than "the regime".
    """
    nouns = _NOUNS.of(case)
    for place, word in enumerate(words):
        if word.folded != "the" or not nouns:
            continue
        last = place + 1
        while last < min(len(words), place + 1 + _MOST) and words[last].folded in _ABUSE:
            last += 1
        actor = nouns.get(words[last].folded) if place + 1 < last < len(words) else None
        if actor is not None:
            span = Span.cut(text, word.start, words[last].end)
            yield Mention(span=span, kind=MENTION_KINDS[case.actors.by_id[actor].kind], id=actor)


def _nouns_of(case: Case) -> Mapping[str, str]:
    """Give the noun of each name of two words that begins with *the*; one that two share means nobody."""
    meant: dict[str, set[str]] = {}
    for actor in case.actors.by_id.values():
        for alias in actor.aliases if actor.kind is not ActorKind.PERSON else ():
            words = [word.folded for word in words_of(alias.name)]
            if words[:1] == ["the"] and len(words) == len(("the", "noun")):
                meant.setdefault(words[1], set()).add(actor.id)
    return {noun: next(iter(found)) for noun, found in meant.items() if len(found) == 1}


_NOUNS: Final = OncePerCase(_nouns_of)
