"""Places of the wide world that no case holds, and why one was chosen for a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WorldKind = Literal["country", "area", "division", "county", "capital", "city"]

WorldRule = Literal[
    "beside", "head", "only", "country", "larger", "holder", "near", "inhabitants", "part", "open"
]
"""Why a place was chosen.

`beside`: the words beside the name say what holds it; `head`: a noun says its kind; `only`: no other
place bears the name; `country`: it names a country; `larger`: an area goes before a town; `holder`: the
document names what holds it; `near`: it lies near other places of the document; `inhabitants`: it is the
largest; `part`: a part of the words is its name; `open`: nothing decides.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldPlace:
    """A place of the world: `country` is its ISO code, empty where no one country holds it.

    `km` is how far it may reach from its point; `people` its inhabitants, 0 where nobody counted.
    `own` tells whether it was looked up by its own name, or by a further one: short, foreign, an
    adjective.
    """

    name: str
    kind: WorldKind
    country: str
    division: str
    latitude: float
    longitude: float
    people: int
    km: float
    own: bool = True

    @property
    def is_city(self) -> bool:
        """Tell whether this is a settlement."""
        return self.kind in ("city", "capital")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldChoice:
    """What a name means in the wide world: the place, the rule that decided, and the places refused.

    Without a place it is left open, and what it may mean stands among the refused. `share` is how much
    of all weight fell to the place, from 0 to 1.
    """

    place: WorldPlace | None
    rule: WorldRule
    refused: tuple[WorldPlace, ...] = ()
    share: float = 0.0
