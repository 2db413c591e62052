"""Which actor each name means on the day of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from trucewatch.core.actor import Alias
from trucewatch.core.case import Case
from trucewatch.core.folding import key_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import Mention

_ACTORS: Final = frozenset({"person", "state", "organisation", "armed_group"})


class _Borne(NamedTuple):
    """A name and the actor that bears or bore it."""

    actor: str
    alias: Alias


def identify_actors(
    mentions: Sequence[Mention], case: Case, day: date | None
) -> tuple[Mention, ...]:
    """Resolve actors as of the report's day; the order and the number of mentions stay.

    A name used outside the days on which it was the actor's own resolves too, marked `former`. Of
    actors that bore one name at different times the one of the day is meant; where that leaves more
    than one, or the day is unknown, there is no id and all are candidates. Words for classes, places
    and strangers are left as they are.
    """
    borne = _NAMES_BORNE.of(case)
    return tuple(
        _resolve(mention, borne, day) if mention.kind in _ACTORS else mention
        for mention in mentions
    )


def _resolve(
    mention: Mention, borne: Mapping[str, tuple[_Borne, ...]], day: date | None
) -> Mention:
    named = borne.get(key_of(mention.span.text), ())
    possible = {mention.id, *mention.candidates}
    named = tuple(bearer for bearer in named if bearer.actor in possible)
    actors = tuple(dict.fromkeys(bearer.actor for bearer in named))
    if not actors:
        return mention
    if len(actors) == 1 and mention.id is not None:
        return replace(mention, former=_former(named, mention.id, day))
    if len(actors) > 1 and day is not None:
        own = {bearer.actor for bearer in named if bearer.alias.own_on(day)}
        if len(own) == 1:
            return replace(mention, id=own.pop(), candidates=_all(actors, mention))
    if len(actors) > 1:
        return replace(mention, id=None, candidates=_all(actors, mention))
    return mention


def _all(actors: tuple[str, ...], mention: Mention) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*actors, *mention.candidates)))


def _former(named: Sequence[_Borne], actor: str, day: date | None) -> bool:
    """Tell whether a name was not the actor's own on the day; an unknown day tells nothing."""
    if day is None:
        return False
    return not any(bearer.alias.own_on(day) for bearer in named if bearer.actor == actor)


def _index(case: Case) -> Mapping[str, tuple[_Borne, ...]]:
    """Index the actors by the folded forms of their names."""
    found: dict[str, list[_Borne]] = {}
    for actor in case.actors.by_id.values():
        for alias in (*actor.aliases, *_own_name(actor.name, actor.aliases)):
            found.setdefault(key_of(alias.name), []).append(_Borne(actor.id, alias))
    return {key: tuple(names) for key, names in found.items()}


_NAMES_BORNE: Final = OncePerCase(_index)


def _own_name(name: str, aliases: Sequence[Alias]) -> tuple[Alias, ...]:
    """Give the record's name as an alias, unless the file dates it among the aliases."""
    return () if any(alias.name == name for alias in aliases) else (Alias(name=name),)
