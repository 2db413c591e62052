"""A case for people: its sides in one table, and what `check` remarks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from trucewatch.core.actor import Actor, ActorKind
from trucewatch.core.case import Case, Remark
from trucewatch.publish.escape import on_one_line
from trucewatch.publish.phrases import number_of


def sides_table(case: Case) -> Table:
    """Lay out who stands with whom: sides decide what is independent."""
    table = Table(title=Text(on_one_line(case.agreement.title)), title_justify="left", expand=False)
    table.add_column("side", overflow="fold")
    table.add_column("bodies", overflow="fold")
    table.add_column("persons who speak", overflow="fold")
    unknown = [None] if any(case.actors.side(actor) is None for actor in case.actors.by_id) else []
    for side in (*case.actors.sides, *unknown):
        members = [each for each in case.actors.by_id.values() if case.actors.side(each.id) == side]
        name = case.actors.sides[side] if side else "unknown: decides nothing"
        table.add_row(
            Text(on_one_line(name)), _names(members, person=False), _names(members, person=True)
        )
    return table


def _names(actors: Sequence[Actor], *, person: bool) -> Text:
    wanted = [actor for actor in actors if (actor.kind is ActorKind.PERSON) is person]
    return Text(on_one_line(", ".join(actor.name for actor in wanted)))


def remarks_text(remarks: Sequence[Remark]) -> Text:
    """List remarks, the weightiest first."""
    if not remarks:
        return Text("Sound, with nothing missing.")
    text = Text(f"Sound. {number_of(len(remarks), 'remark')}, the weightiest first:\n")
    for remark in remarks:
        text.append(
            f"  {remark.severity}: {on_one_line(remark.where)}: {on_one_line(remark.what)}."
        )
        text.append(f" {on_one_line(remark.mend)}\n", style="dim")
    return text
