"""Whom the names of a document mean on its day: the order of the steps before anything else is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.identify.actors import identify_actors
from trucewatch.identify.armies import add_armies
from trucewatch.identify.order import add_ordered
from trucewatch.identify.parts import tell_parts
from trucewatch.identify.renames import tell_renames


def name_actors(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    case: Case,
    day: date | None,
) -> tuple[Mention, ...]:
    """Resolve names by the case's files as of the report's day, then by what the text says of them.

    Words for a part of an umbrella take the place of its name; "the former", "the latter" and the like
    are added, and "the army" of who governs. The order of the text stays.
    """
    mentions = identify_actors(mentions, case, day)
    mentions = tell_renames(text, mentions, case, day)
    mentions = tell_parts(text, mentions, case)
    mentions = add_ordered(sentences, mentions, case)
    return add_armies(text, sentences, mentions, case)
