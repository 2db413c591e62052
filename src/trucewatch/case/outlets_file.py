"""Read `outlets.yaml`: who publishes, and who owns whom."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from trucewatch.case.fields import Fields
from trucewatch.case.names import NameHeld, note_clashes
from trucewatch.case.nodes import Node
from trucewatch.case.notes import FileNotes
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.core.when import Period

DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{1,62}")
"""A host's name, in lower case; letters beyond ASCII as `xn--` writes them."""

ALWAYS: Final = Period(None, None)


def read_outlets(node: Node, notes: FileNotes) -> Outlets:
    """Read every outlet; what cannot be read is noted."""
    fields = Fields(node, notes, "the file", required=("outlets",))
    held: list[NameHeld] = []
    domains: dict[str, str] = {}
    read = partial(_outlet, notes=notes, held=held, domains=domains)
    outlets = fields.maps("outlets", read, empty=True)
    note_clashes(held, notes)
    return Outlets(by_id={outlet.id: outlet for outlet in outlets})


def _outlet(node: Node, notes: FileNotes, held: list[NameHeld], domains: dict[str, str]) -> Outlet:
    fields = Fields(
        node,
        notes,
        "an outlet",
        required=("outlet", "name"),
        optional=("names", "domains", "family", "agency", "voice_of"),
    )
    outlet = Outlet(
        id=fields.define("outlet", "outlet"),
        name=fields.text("name"),
        names=fields.texts("names", empty=True),
        domains=fields.texts("domains", empty=True),
        family=fields.text_or_none("family"),
        agency=fields.flag("agency"),
        voice_of=fields.refer("voice_of", "actor"),
    )
    _check_domains(outlet, fields, domains)
    for key, names in (("name", (outlet.name,)), ("names", outlet.names)):
        line = fields.line_of(key)
        held.extend(NameHeld(name=name, owner=outlet.id, days=ALWAYS, line=line) for name in names)
    return outlet


def _check_domains(outlet: Outlet, fields: Fields, domains: dict[str, str]) -> None:
    for domain in outlet.domains:
        if not DOMAIN.fullmatch(domain):
            what = f"'{domain[:80]}' is no domain"
            fields.fault("domains", what, "Write the host alone, in lower case: news.example")
        elif domains.setdefault(domain, outlet.id) != outlet.id:
            what = f"domain '{domain}' belongs to outlet '{domains[domain]}' already"
            fields.fault("domains", what, "Give it to one of them")
