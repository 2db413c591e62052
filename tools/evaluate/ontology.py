"""Our kinds of event and roles in the words of two other ontologies, as one table each.

A row is tried in its order; the first that fits an event gives the type. `kinds` are ours (empty:
any), `plover` the PLOVER type where kind alone does not tell, `words` what the trigger begins with.
What no row fits is not answered: it would be wrong there by definition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tools.evaluate.form import Form, Place, meet, place

_DIE: Final = "kill|dead|death|die|dying|slay|slain|slew|murder|assassin|execut|massacre|slaughter"
_HURT: Final = "wound|injur|hurt|maim|casualt"
_BLAST: Final = "bomb|explo|blast|detonat|mine|ied|blow|blew|barrel"
_RUIN: Final = "destr|damag|raz|demoli|burn|torch"
_HOLD: Final = "arrest|detain|detention|kidnap|abduct|captur|imprison|hostage|jail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what of our events it takes in, the other ontology's type, and its role names."""

    type: str
    kinds: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    words: str = ""
    roles: dict[str, str] = field(default_factory=dict)

    def takes(self, event: Form) -> bool:
        """Tell whether an event of a reading fits."""
        if self.kinds and event["kind"] not in self.kinds:
            return False
        if self.plover and event["plover"]["type"] not in self.plover:
            return False
        return not self.words or bool(
            re.match(self.words, event["trigger"]["text"], flags=re.IGNORECASE)
        )


_MEET_W: Final = {
    "by": "Participant",
    "against": "Participant",
    "with": "Participant",
    "at": "Place",
}
_MOVE_W: Final = {
    "by": "Transporter",
    "against": "PassengerArtifact",
    "from": "Origin",
    "at": "Destination",
}
_FIGHT_W: Final = {"by": "Attacker", "against": "Target", "at": "Place", "weapon": "Instrument"}
_BLAST_W: Final = {**_FIGHT_W, "weapon": "ExplosiveDevice"}
_TALK_W: Final = {"by": "Communicator", "against": "Recipient", "at": "Place"}

WIKIEVENTS: Final = (
    Row(
        type="Life.Die.Unspecified",
        words=_DIE,
        roles={"by": "Killer", "against": "Victim", "at": "Place"},
    ),
    Row(
        type="Life.Injure.Unspecified",
        words=_HURT,
        roles={"by": "Injurer", "against": "Victim", "at": "Place"},
    ),
    Row(
        type="Justice.ArrestJailDetain.Unspecified",
        words=_HOLD,
        roles={"by": "Jailer", "against": "Detainee", "at": "Place"},
    ),
    Row(
        type="ArtifactExistence.DamageDestroyDisableDismantle.Destroy",
        words=_RUIN,
        roles={"by": "DamagerDestroyer", "against": "Artifact", "at": "Place"},
    ),
    Row(
        type="Conflict.Attack.DetonateExplode",
        kinds=("attack", "clash"),
        words=_BLAST,
        roles=_BLAST_W,
    ),
    Row(type="Conflict.Attack.Unspecified", kinds=("attack", "clash", "seizure"), roles=_FIGHT_W),
    Row(type="Movement.Transportation.Evacuation", words="evacuat", roles=_MOVE_W),
    Row(
        type="Movement.Transportation.Unspecified",
        kinds=("withdrawal", "deployment", "displacement", "patrol"),
        roles=_MOVE_W,
    ),
    Row(
        type="ArtifactExistence.ManufactureAssemble.Unspecified",
        kinds=("construction",),
        roles={"by": "ManufacturerAssembler", "at": "Place"},
    ),
    Row(
        type="Control.ImpedeInterfereWith.Unspecified",
        kinds=("closure",),
        roles={"by": "Impeder", "at": "Place"},
    ),
    Row(
        type="Justice.ReleaseParole.Unspecified",
        kinds=("release",),
        roles={"by": "JudgeCourt", "against": "Defendant"},
    ),
    Row(type="Contact.Contact.Meet", kinds=("meeting",), roles=_MEET_W),
    Row(type="Contact.Contact.Unspecified", kinds=("agreement",), roles=_MEET_W),
    Row(
        type="Conflict.Demonstrate.Unspecified",
        plover=("PROTEST",),
        roles={"by": "Demonstrator", "against": "Target", "at": "Place"},
    ),
    Row(type="Contact.ThreatenCoerce.Unspecified", plover=("THREATEN", "COERCE"), roles=_TALK_W),
    Row(type="Contact.RequestCommand.Unspecified", plover=("REQUEST",), roles=_TALK_W),
)
"""The KAIROS types of WikiEvents."""

_FIGHT_R: Final = {"by": "attacker", "against": "target", "at": "place", "weapon": "instrument"}
_MOVE_R: Final = {
    "by": "transporter",
    "against": "passenger",
    "from": "origin",
    "at": "destination",
}
_MEET_R: Final = {
    "by": "participant",
    "against": "participant",
    "with": "participant",
    "at": "place",
}
_TALK_R: Final = {"by": "communicator", "against": "recipient", "at": "place"}

RAMS: Final = (
    Row(
        type="life.die.deathcausedbyviolentevents",
        words=_DIE,
        roles={"by": "killer", "against": "victim", "at": "place", "weapon": "instrument"},
    ),
    Row(
        type="life.injure.injurycausedbyviolentevents",
        words=_HURT,
        roles={"by": "injurer", "against": "victim", "at": "place", "weapon": "instrument"},
    ),
    Row(
        type="justice.arrestjaildetain.arrestjaildetain",
        words=_HOLD,
        roles={"by": "jailer", "against": "detainee", "at": "place"},
    ),
    Row(
        type="artifactexistence.damagedestroy.destroy",
        words=_RUIN,
        roles={"by": "destroyer", "against": "artifact", "at": "place", "weapon": "instrument"},
    ),
    Row(
        type="conflict.attack.bombing",
        kinds=("attack", "clash"),
        words=_BLAST,
        roles=_FIGHT_R,
    ),
    Row(type="conflict.attack.n/a", kinds=("attack", "clash"), roles=_FIGHT_R),
    Row(
        type="transaction.transaction.transfercontrol",
        kinds=("seizure",),
        roles={"by": "recipient", "against": "giver", "at": "territoryorfacility"},
    ),
    Row(
        type="conflict.yield.retreat",
        kinds=("withdrawal",),
        words="retreat|withdr|pull",
        roles={"by": "retreater", "from": "origin", "at": "destination"},
    ),
    Row(type="movement.transportperson.evacuationrescue", words="evacuat|rescue", roles=_MOVE_R),
    Row(
        type="movement.transportperson.n/a",
        kinds=("withdrawal", "deployment", "displacement", "patrol"),
        roles=_MOVE_R,
    ),
    Row(
        type="manufacture.artifact.build",
        kinds=("construction",),
        roles={"by": "manufacturer", "at": "place"},
    ),
    Row(
        type="transaction.transaction.embargosanction",
        plover=("SANCTION",),
        roles={"by": "preventer", "against": "recipient", "at": "place"},
    ),
    Row(type="contact.discussion.meet", kinds=("meeting",), roles=_MEET_R),
    Row(
        type="government.agreements.acceptagreementcontractceasefire",
        kinds=("agreement", "acceptance"),
        roles={"by": "participant", "with": "participant", "at": "place"},
    ),
    Row(
        type="conflict.demonstrate.marchprotestpoliticalgathering",
        plover=("PROTEST",),
        roles={"by": "demonstrator", "at": "place"},
    ),
    Row(type="contact.threatencoerce.n/a", plover=("THREATEN", "COERCE"), roles=_TALK_R),
    Row(type="contact.requestadvise.n/a", plover=("REQUEST",), roles=_TALK_R),
)
"""The AIDA types of RAMS."""


def wikievents(_: Form, reading: Form) -> Form:
    """Answer with the types and roles of WikiEvents."""
    return {"events": _in_words_of(WIKIEVENTS, reading)}


def rams(_: Form, reading: Form) -> Form:
    """Answer with the types and roles of RAMS."""
    return {"events": _in_words_of(RAMS, reading)}


def _in_words_of(table: tuple[Row, ...], reading: Form) -> list[Form]:
    told = []
    for event in reading["events"]:
        row = next((row for row in table if row.takes(event)), None)
        if row:
            start, end = place(event["trigger"])
            arguments = _arguments(row, event, reading)
            told.append({"start": start, "end": end, "type": row.type, "args": arguments})
    return told


def _arguments(row: Row, event: Form, reading: Form) -> list[Form]:
    """Give an event's arguments; a weapon is one that its sentence names."""
    found = [
        (row.roles[role], place(each["span"]))
        for role in ("by", "against", "with", "from", "at")
        if role in row.roles
        for each in event[role]
    ]
    if "weapon" in row.roles:
        found += [(row.roles["weapon"], span) for span in weapons(event, reading)]
    return [{"role": role, "start": start, "end": end} for role, (start, end) in sorted(set(found))]


def weapons(event: Form, reading: Form) -> list[Place]:
    """Give the spans of an attack's weapons: what it was done with, and weapons its sentence names.

    The other side of a clash stands under `with` too, and is none.
    """
    named = [place(each["span"]) for each in reading["mentions"] if each["kind"] == "weapon"]
    found = [place(each["span"]) for each in event["with"]] if event["kind"] == "attack" else []
    within = event.get("sentence")
    if within:
        found += [span for span in named if meet(span, place(within))]
    return sorted(set(found))
