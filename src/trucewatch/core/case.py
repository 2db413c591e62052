"""A case: one agreement under watch, with everybody and everywhere that its files name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from trucewatch.core.actor import Actors
from trucewatch.core.agreement import Agreement
from trucewatch.core.outlet import Outlets
from trucewatch.core.place import Places

_OFFICE: Final = re.compile(
    r"(?:['’]s)?\s(?:(?:media|press|information|communications?)\s(?:office|service|center|centre|department|wing)"
    r"|(?:official\s)?(?:web\s?site|site|channel|page|newsroom)|media)$",
    re.IGNORECASE,
)
"""What stands behind somebody's name in the name of their own outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """The files of a case as they stand: name -> SHA-256, and the hash over all of them."""

    sha256: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An agreement with its actors, outlets, places and zones."""

    id: str
    agreement: Agreement
    actors: Actors
    outlets: Outlets
    places: Places
    state: CaseState

    def own_site_of(self, outlet: str | None) -> str | None:
        """Give whose own site an outlet is; an unknown one's name may tell: "X press office"."""
        known = self.outlets.by_id.get(outlet or "")
        if known is not None or outlet is None:
            return known.voice_of if known is not None else None
        name = _OFFICE.sub("", " ".join(outlet.split())).lower()
        named = {
            actor.id
            for actor in self.actors.by_id.values()
            if name == actor.name.lower()
            or any(name == each.name.lower() for each in actor.aliases)
        }
        return named.pop() if len(named) == 1 else None

    def side_of_voice(self, voice: str) -> str | None:
        """Give the side of a voice: of the actor, or of whom an outlet's own site speaks for."""
        if voice in self.actors.by_id:
            return self.actors.side(voice)
        outlet = self.outlets.by_id.get(voice)
        if outlet is None:
            return None
        return self.actors.side(outlet.voice_of) if outlet.voice_of else f"outlet:{outlet.id}"

    def family_of_voice(self, voice: str) -> str:
        """Give what a voice is not independent of."""
        if voice in self.actors.by_id:
            return self.actors.family(voice)
        return self.outlets.family(voice)

    def name(self, any_id: str) -> str:
        """Give the case's neutral name of an actor, class, outlet, place or zone."""
        for known in (self.actors, self.outlets, self.places):
            name = known.name(any_id)
            if name != any_id:
                return name
        return any_id


Severity = Literal["error", "missing", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that `check` found in a case's files."""

    severity: Severity
    where: str
    what: str
    mend: str
