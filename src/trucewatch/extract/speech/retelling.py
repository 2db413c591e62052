"""Headlines and leads that only retell a statement which the article gives in full below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.core.actor import Actor, ActorKind
from trucewatch.core.case import Case
from trucewatch.core.reading import Statement
from trucewatch.extract.lexicons import words

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_EARLY: Final = 8
_LATER: Final = 200
_FEWEST: Final = 2
_SHARE: Final = 0.3
_SHARE_BELOW: Final = 0.5
"""So many words a statement of the second paragraph must share."""
_OFTEN: Final = 0.4
"""A word of a larger part of a document's statements tells none of them from another."""
_MOST: Final = 0.6
"""So many words must be shared where the headline does not name who speaks."""

_BARE: Final = words("a an the one war rights human monitoring local")
_MONITORS: Final = words(
    "monitor watchdog observatory group ngo organisation organization monitors"
)
_OF_MONITORS: Final = re.compile(r"\b(?:monitoring|monitor|rights|war)\b")
_RESCUERS: Final = frozenset(
    {"rescuers", "rescue workers", "rescue service", "rescue group", "first responders"}
)
_RESCUE: Final = re.compile(
    r"\b(?:civil\sdefen[cs]e|rescue|red\scr(?:oss|escent))\b", re.IGNORECASE
)
_STEM: Final = 5
_EMPTY: Final = words("""
    that this with from have been were they their there said says will would which about after
    """)


def mark_retelling(
    statements: Sequence[Statement], paragraphs: Mapping[str, int], case: Case
) -> tuple[Statement, ...]:
    """Set `retells` where the title or a paragraph of the lead tells what a later one says in full.

    `paragraphs` gives the paragraph of each statement, -1 for the title. Both must be one voice (a
    state and its ministry are) and share words.
    """
    marked: dict[str, Statement] = {}
    common = _common(statements)
    for place in range(len(statements) - 1, -1, -1):
        statement = statements[place]
        told = None
        if place < _EARLY and paragraphs[statement.id] <= 1:
            later = statements[place + 1 : place + 1 + _LATER]
            told = _told_in_full(statement, later, paragraphs, common, case)
        if told is not None:
            target = marked[told.id]
            day = statement.said_on or target.said_on
            statement = replace(statement, retells=target.retells or target.id, said_on=day)
            if _not_yet_named(statement, target, case):
                statement = _named_as(statement, str(target.for_))
        elif place < _EARLY:
            body = _only_one(statement, statements[place + 1 : place + 1 + _EARLY], case)
            statement = _named_as(statement, body) if body else statement
        marked[statement.id] = statement
    return tuple(marked[statement.id] for statement in statements)


def _told_in_full(
    statement: Statement,
    later: Sequence[Statement],
    paragraphs: Mapping[str, int],
    common: frozenset[str],
    case: Case,
) -> Statement | None:
    """Give the later statement of the same voice that shares most words; None for none."""
    below = paragraphs[statement.id] > 0
    least = _SHARE_BELOW if below else _SHARE
    empty = common if below else frozenset[str]()
    own = _words(statement, parts=1 if statement.manner == "indirect" else None) - empty
    best: tuple[float, Statement] | None = None
    for other in later:
        after = paragraphs[other.id] > paragraphs[statement.id]
        known = _one_voice(statement, other, case)
        if not after or not (known or _not_yet_named(statement, other, case)):
            continue
        theirs = _words(other) - empty
        shared = len(own & theirs)
        share = shared / (min(len(own), len(theirs)) or 1)
        if shared < _FEWEST or share < (least if known else _MOST):
            continue
        score = share + (0.2 if other.manner != "indirect" else 0.0)
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _one_voice(one: Statement, other: Statement, case: Case) -> bool:
    first, second = one.for_ or one.speaker, other.for_ or other.speaker
    if first is None or second is None:
        return first is second is None and _surname(one) == _surname(other) != ""
    bodies = case.actors.bodies
    return first in set(bodies(second)) or second in set(bodies(first))


def _surname(statement: Statement) -> str:
    """Give the last word of a person whom the case does not know; "" for a source without a name."""
    link = statement.chain[-1]
    named = link.span.text.split(",")[0].split() if link.id is None and link.span else []
    if not named or {"for", "of", "to"} & set(named):
        return ""
    return named[-1] if named[-1].istitle() and len(named[-1]) > _FEWEST else ""


def _not_yet_named(one: Statement, other: Statement, case: Case) -> bool:
    """Tell whether "a war monitor" or "rescuers" of the lead may be whom a later line names."""
    if one.for_ or one.speaker or len(one.source) != 1 or other.for_ is None:
        return False
    actor = case.actors.by_id.get(other.for_)
    if actor is None or actor.kind is not ActorKind.ORGANISATION or actor.organ_of:
        return False
    told = one.source[0].text.lower().split()
    return _is_monitor(told) or (_is_rescuer(told) and _rescues(actor, other))


def _is_monitor(told: Sequence[str]) -> bool:
    bare = (word in _BARE or word.endswith("based") for word in told[:-1])
    return told[-1] in _MONITORS and all(bare)


def _is_rescuer(told: Sequence[str]) -> bool:
    bare = told[1:] if told[0] in _BARE else told
    return " ".join(bare) in _RESCUERS


def _rescues(actor: Actor, told: Statement) -> bool:
    """Tell whether a body rescues people, by its names or by what the text calls it."""
    named = (actor.name, *(alias.name for alias in actor.aliases))
    told_as = (*named, *(span.text for span in told.source))
    return any(_RESCUE.search(each) for each in told_as)


def _only_one(statement: Statement, later: Sequence[Statement], case: Case) -> str | None:
    """Give the one monitor that speaks soon after "a war monitor"; None for none or several."""
    told = statement.source[0].text.lower() if statement.source else ""
    if told.endswith("group") and _OF_MONITORS.search(told) is None:
        return None
    found = {other.for_ for other in later if _not_yet_named(statement, other, case)}
    return next(iter(found)) if len(found) == 1 else None


def _named_as(statement: Statement, body: str) -> Statement:
    """Give a statement whose source is named only later its speaker."""
    chain = (*statement.chain[:-1], replace(statement.chain[-1], id=body))
    return replace(statement, speaker=body, for_=body, chain=chain, unnamed=False)


def _common(statements: Sequence[Statement]) -> frozenset[str]:
    """Give the words that most statements of a document share: what it is all about."""
    counted = Counter(word for statement in statements for word in _words(statement))
    least = max(_FEWEST + 2, _OFTEN * len(statements))
    return frozenset(word for word, times in counted.items() if times > least)


def _words(statement: Statement, parts: int | None = None) -> frozenset[str]:
    """Give the beginnings of a statement's content words; only of its first `parts` where given."""
    return frozenset(
        word[:_STEM]
        for span in statement.content[:parts]
        for word in _WORD.findall(span.text.lower())
        if word not in _EMPTY
    )
