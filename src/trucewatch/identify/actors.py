"""Which actor each name means on the day of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from trucewatch.core.actor import Actors, Alias
from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, ActorRule, RefusedActor
from trucewatch.core.folding import key_of
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import ACTOR_MENTIONS, Mention

_NAMED: Final = "name:"


class _Borne(NamedTuple):
    """A name and the actor that bears or bore it."""

    actor: str
    alias: Alias


def identify_actors(
    mentions: Sequence[Mention], case: Case, day: date | None
) -> tuple[Mention, ...]:
    """Resolve actors as of the report's day; the order and the number of mentions stay.

    A name that was the actor's own before that day resolves too, marked `former`; one that becomes its
    own only later is nobody's yet, and the actor a candidate. Of actors that bore one name at different
    times the one of the day is meant; where that leaves more than one, or the day is unknown, there is
    no id and all are candidates. Places are left as they are.
    """
    borne = _NAMES_BORNE.of(case)
    return tuple(
        _resolve(mention, borne, day, case.actors) if mention.kind in ACTOR_MENTIONS else mention
        for mention in mentions
    )


def bearers(mention: Mention, case: Case, *, before: date | None = None) -> tuple[str, ...]:
    """Give who bears a mention's name at whatever time; with a day, for whom it is a former name."""
    named = _by_actor(_NAMES_BORNE.of(case).get(key_of(mention.span.text), ()))
    if before is None:
        return tuple(named)
    return tuple(actor for actor, aliases in named.items() if _is_over(aliases, before))


def _resolve(
    mention: Mention, borne: Mapping[str, tuple[_Borne, ...]], day: date | None, actors: Actors
) -> Mention:
    possible = {mention.id, *mention.candidates}
    named = (
        bearer for bearer in borne.get(key_of(mention.span.text), ()) if bearer.actor in possible
    )
    known = _by_actor(named)
    if not known:
        return replace(mention, choice=_by_kind(mention, actors))
    if day is None or (len(known) == 1 and mention.id is None):
        rule: ActorRule = "several" if len(known) > 1 or mention.id is None else "name"
        return _left_open(mention, known, rule) if len(known) > 1 else _with(mention, rule)
    own = [actor for actor, aliases in known.items() if any(each.own_on(day) for each in aliases)]
    over = [actor for actor, aliases in known.items() if _is_over(aliases, day)]
    if len(own) == 1:
        return _meant(mention, own[0], known, "of_the_day" if len(known) > 1 else "name", day)
    if not own and len(over) == 1:
        return replace(_meant(mention, over[0], known, "former_name", day), former=True)
    return _left_open(mention, known, "several" if own or over else "not_yet")


def _meant(
    mention: Mention, actor: str, known: Mapping[str, Sequence[Alias]], rule: ActorRule, day: date
) -> Mention:
    refused = tuple(
        RefusedActor(actor=other, because="other_days" if _is_over(aliases, day) else "not_yet")
        for other, aliases in known.items()
        if other != actor
    )
    candidates = _all(known, mention) if refused else mention.candidates
    choice = ActorChoice(rule=rule, refused=refused)
    return replace(mention, id=actor, candidates=candidates, choice=choice)


def _left_open(mention: Mention, known: Iterable[str], rule: ActorRule) -> Mention:
    return _with(replace(mention, id=None, candidates=_all(known, mention)), rule)


def _with(mention: Mention, rule: ActorRule) -> Mention:
    return replace(mention, choice=ActorChoice(rule=rule))


def _by_kind(mention: Mention, actors: Actors) -> ActorChoice | None:
    """Tell of what no name of an actor stands for: a class word, a stranger, a surname."""
    if mention.id is not None:
        return ActorChoice(rule="class" if mention.id in actors.classes else "name")
    if mention.candidates:
        unknown = any(each.startswith(_NAMED) for each in mention.candidates)
        return ActorChoice(rule="stranger" if unknown else "several")
    return None


def _all(known: Iterable[str], mention: Mention) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *mention.candidates)))


def _by_actor(named: Iterable[_Borne]) -> dict[str, list[Alias]]:
    found: dict[str, list[Alias]] = {}
    for bearer in named:
        found.setdefault(bearer.actor, []).append(bearer.alias)
    return found


def _is_over(aliases: Sequence[Alias], day: date) -> bool:
    """Tell whether a name was an actor's own once, and no longer is on the day."""
    return any(each.last is not None and each.last < day for each in aliases) and not any(
        each.own_on(day) for each in aliases
    )


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
