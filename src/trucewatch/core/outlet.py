"""Who publishes: sites, newspapers, broadcasters and news agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher, the family it belongs to (owner or state), and whose own site it is."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    family: str | None = None
    agency: bool = False
    voice_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Every outlet of the case, by id."""

    by_id: Mapping[str, Outlet]

    def name(self, outlet_id: str) -> str:
        """Give the case's name of an outlet; one it does not know names itself."""
        outlet = self.by_id.get(outlet_id)
        return outlet.name if outlet else outlet_id

    def family(self, outlet_id: str) -> str:
        """Give the family of an outlet; one without stands for itself."""
        outlet = self.by_id.get(outlet_id)
        return (outlet.family if outlet else None) or outlet_id
