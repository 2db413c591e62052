"""Read `actors.yaml`: sides, actors with their names, words for many actors, words that take a stand."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from trucewatch.case.circles import find_circle, length_of_chains
from trucewatch.case.fields import Fields, text_of
from trucewatch.case.names import NameHeld, note_clashes
from trucewatch.case.nodes import MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes
from trucewatch.core.actor import Actor, ActorClass, ActorKind, Actors, Alias
from trucewatch.core.when import Period

CHAIN: Final = 8
"""The longest chain of persons, bodies and umbrellas. Longer ones are slips, and slow to follow."""


def read_actors(node: Node, notes: FileNotes) -> Actors:
    """Read everybody in the case; what cannot be read is noted."""
    fields = Fields(
        node,
        notes,
        "the file",
        required=("sides", "actors"),
        optional=("classes", "labels"),
    )
    sides = _sides(fields)
    held: list[NameHeld] = []
    actors = fields.maps("actors", partial(_actor, notes=notes, held=held))
    classes = fields.maps("classes", partial(_class, notes=notes, held=held), empty=True)
    note_clashes(held, notes)
    by_id = {actor.id: actor for actor in actors}
    _refuse_circles(by_id, notes)
    return Actors(
        sides=sides,
        by_id=by_id,
        classes={one.id: one for one in classes},
        labels=fields.texts("labels", empty=True),
    )


def _sides(fields: Fields) -> dict[str, str]:
    sides: dict[str, str] = {}
    node = fields.node("sides")
    if node is None:
        return sides
    if not isinstance(node, MapNode) or not node.entries:
        fields.fault("sides", "'sides' must be a map", "Write 'north: The north and its allies'")
        return sides
    for key, value in node.entries:
        side = Fields(
            MapNode((_as_entry("side", key),), key.line),
            fields.notes,
            "a side",
            required=("side",),
        ).define("side", "side")
        sides[side] = text_of(value, fields.notes, f"the name of side '{side}'")
    return sides


def _as_entry(name: str, key: Scalar) -> tuple[Scalar, Node]:
    return Scalar(name, plain=True, line=key.line), key


def _actor(node: Node, notes: FileNotes, held: list[NameHeld]) -> Actor:
    fields = Fields(
        node,
        notes,
        "an actor",
        required=("actor", "name", "kind"),
        optional=("side", "speaks_for", "organ_of", "member_of", "family", "aliases"),
    )
    id = fields.define("actor", "actor")
    name = fields.text("name")
    held.append(NameHeld(name=name, owner=id, days=None, line=fields.line_of("name")))
    if "speaks_for" in fields and "organ_of" in fields:
        what = "'speaks_for' and 'organ_of' cannot both stand"
        fields.fault("organ_of", what, "Give the nearest body, and that one its own 'organ_of'")
    return Actor(
        id=id,
        name=name,
        kind=fields.choice("kind", ActorKind),
        side=fields.refer("side", "side"),
        aliases=tuple(
            _alias(alias, notes, held=held, owner=id)
            for alias in fields.items("aliases", empty=True)
        ),
        speaks_for=fields.refer("speaks_for", "actor"),
        organ_of=fields.refer("organ_of", "actor"),
        member_of=fields.refer_all("member_of", "actor", empty=True),
        family=fields.text_or_none("family"),
    )


def _alias(node: Node, notes: FileNotes, *, held: list[NameHeld], owner: str) -> Alias:
    if isinstance(node, Scalar):
        alias = Alias(name=text_of(node, notes, f"an alias of '{owner}'"))
    else:
        fields = Fields(
            node, notes, f"an alias of '{owner}'", required=("name",), optional=("first", "last")
        )
        fields.in_order("first", "last")
        alias = Alias(name=fields.text("name"), first=fields.day("first"), last=fields.day("last"))
    held.append(
        NameHeld(name=alias.name, owner=owner, days=_days(alias.first, alias.last), line=node.line)
    )
    return alias


def _days(first: date | None, last: date | None) -> Period:
    return Period(first, max(first, last) if first and last else last)


def _class(node: Node, notes: FileNotes, held: list[NameHeld]) -> ActorClass:
    fields = Fields(
        node,
        notes,
        "a class",
        required=("class", "name", "words", "takes_in"),
        optional=("reading",),
    )
    id = fields.define("class", "class")
    if id in notes.defined("actor"):
        fields.fault("class", f"'{id}' is an actor's id", "Rename the class")
    words = fields.texts("words")
    line = fields.line_of("words")
    held.extend(NameHeld(name=word, owner=id, days=Period(None, None), line=line) for word in words)
    return ActorClass(
        id=id,
        name=fields.text("name"),
        words=words,
        takes_in=fields.refer_all("takes_in", "actor", empty=True),
        reading=fields.text_or_none("reading"),
    )


def _refuse_circles(by_id: dict[str, Actor], notes: FileNotes) -> None:
    links = {actor.id: _above(actor) for actor in by_id.values()}
    lines = notes.defined("actor")
    circle = find_circle(links)
    if circle:
        what = f"a circle of 'speaks_for', 'organ_of' and 'member_of': {' -> '.join(circle)}"
        notes.fault(lines.get(circle[0], 1), what, "Leave one of these links out")
        return
    for id, length in length_of_chains(links).items():
        if length > CHAIN:
            what = f"actor '{id}' stands under more than {CHAIN} others, one above the other"
            notes.fault(lines.get(id, 1), what, "Link it to the body that counts")
            return


def _above(actor: Actor) -> tuple[str, ...]:
    bodies = (actor.speaks_for, actor.organ_of, *actor.member_of)
    return tuple(dict.fromkeys(body for body in bodies if body))
