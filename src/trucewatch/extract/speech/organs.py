"""Organs: which ministry or office of a state words name beside the state."""

from __future__ import annotations

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case


def organ_named(words_named: str, state: str | None, case: Case) -> str | None:
    """Give the organ of a state that "Xish foreign ministry", or "Foreign Ministry" beside it, is.

    "The ministry" of a state that has two in the case means neither: it is the state's.
    """
    named = _plain(words_named)
    actors = case.actors.by_id.values()
    if state is None:
        for actor in actors:
            if actor.kind is ActorKind.STATE:
                names = (actor.name, *(alias.name for alias in actor.aliases))
                own = [name for name in map(_plain, names) if named.startswith(f"{name} ")]
                if own:
                    state, named = actor.id, named[len(max(own, key=len)) + 1 :]
                    break
    if state is None:
        return None
    organs = [
        actor.id
        for actor in actors
        if actor.organ_of == state
        and any(
            _plain(name).endswith(f" {named}")
            for name in (actor.name, *(alias.name for alias in actor.aliases))
        )
    ]
    return organs[0] if organs and (len(organs) == 1 or " " in named) else state


def _plain(name: str) -> str:
    return name.lower().replace("defense", "defence").removeprefix("the ")
