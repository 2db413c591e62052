"""Likeness: whether "the Xish spokesman" or "the rebel commander" may be somebody who spoke before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trucewatch.core.actor import Actor, ActorKind
from trucewatch.core.case import Case
from trucewatch.core.once import OncePerCase
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.asked import ARMED, ARMIES, DEPARTMENTS, MONITORS
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.grammar import DETERMINERS, SPEAKING_NOUNS
from trucewatch.extract.speech.voices import ADJECTIVES, OUTLET_NOUNS, Voice

STANCES: Final = words("""
    hardline hard-line islamist jihadist jihadi radical extremist militant insurgent terrorist
    moderate separatist
    """)
"""What tells one armed group from another, by no name."""
_IN_ARMS: Final = STANCES | words("rebel opposition")
_OF_GOVERNMENT: Final = words("government regime loyalist state-run pro-government pro-regime")
_OTHERS: Final = words("rival other second third opposing")
_PRESIDENTIAL: Final = "presidential"
_BACKED: Final = ("-backed", "-supported", "-allied")
_PLAIN: Final = (
    words("prime deputy vice first assistant acting permanent special chief senior top high")
    | words("ministry department command statement")
    | SPEAKING_NOUNS
    | OUTLET_NOUNS
)
"""What may stand in capitals without being of a nation."""
_OF_A_STATE: Final = words("ministry president premier presidency")
_OF_ANYBODY: Final = words("spokesman spokeswoman spokesperson leader")
"""Who speaks for a state, where no other side bears its adjective."""
_STATES: Final = frozenset({ActorKind.STATE, ActorKind.MINISTRY})
_WORD = re.compile(r"[\w-]+")


def marks_of(atoms: Sequence[Atom], source: Range, case: Case) -> frozenset[str]:
    """Give the words of a description before its head that tell a nation, a side or a kind."""
    first, last = source
    adjectives = ADJECTIVES.of(case)
    found = set[str]()
    for atom in atoms[first : last - 1]:
        for word in atom.low.split():
            told = word in _TELLING or word in adjectives or word.endswith(_BACKED)
            nation = atom.kind == "name" and word not in _PLAIN and word not in DETERMINERS
            if told or (nation and word.isalpha()):
                found.add(_one(word))
    if last - first > 1:
        held = atoms[last - 1].low.split()[:-1]
        found.update(_one(word) for word in held if word in _TELLING or word in adjectives)
    return frozenset(found)


def is_like(marks: frozenset[str], earlier: Voice, case: Case) -> bool:
    """Tell whether each word that a description tells somebody by fits one who spoke before."""
    if not marks:
        return True
    actor = case.actors.by_id.get(earlier.for_ or earlier.speaker or "")
    told = {_one(word) for noun in earlier.nouns for word in noun.split()}
    return all(
        mark in told or _of_outlet(mark, earlier, case) or _is_so(mark, actor, earlier, case)
        for mark in marks
    )


def is_named_so(earlier: Voice, now: Voice, case: Case) -> bool:
    """Tell whether "the defence ministry" may be the ministry that spoke before."""
    told = {word for noun in now.nouns for word in noun.split()}
    kinds = ARMED if now.nouns & ARMIES else told & DEPARTMENTS
    actor = case.actors.by_id.get(earlier.for_ or earlier.speaker or "")
    if not kinds or actor is None:
        return actor is not None
    return bool(_NAMES.of(case)[actor.id] & {_one(kind) for kind in kinds})


def is_monitor(earlier: Voice, now: Voice, case: Case) -> bool:
    """Tell whether a state's organ bears the noun that takes it up: an army is no "monitor"."""
    actor = case.actors.by_id.get(earlier.for_ or earlier.speaker or "")
    return actor is not None and bool(_NAMES.of(case)[actor.id] & now.nouns & MONITORS)


def state_of(atoms: Sequence[Atom], source: Range, case: Case) -> str | None:
    """Give the state that "the Xish spokesman" or "the Xish ministry" speaks for, told before or not."""
    first, last = source
    head = atoms[last - 1].low.rpartition(" ")[2]
    marks = marks_of(atoms, source, case)
    states = {ADJECTIVES.of(case).get(mark) for mark in marks - DEPARTMENTS - {_PRESIDENTIAL}}
    state = states.pop() if len(states) == 1 else None
    if state is None or atoms[first].low != "the":
        return None
    if head in _OF_A_STATE:
        return state
    own = case.actors.side(state)
    shared = any(
        case.actors.side(actor) != own and marks & named for actor, named in _NAMES.of(case).items()
    )
    return state if head in _OF_ANYBODY and not shared else None


def _of_outlet(mark: str, earlier: Voice, case: Case) -> bool:
    """Tell whether an outlet belongs to the state that an adjective names."""
    outlet = case.outlets.by_id.get(earlier.outlet or "")
    state = ADJECTIVES.of(case).get(mark)
    if outlet is None or state is None or outlet.family is None:
        return False
    return outlet.family == case.actors.family(state)


def _is_so(mark: str, actor: Actor | None, earlier: Voice, case: Case) -> bool:
    if actor is None:
        others = earlier.nouns & (DEPARTMENTS | ARMIES)
        return mark in DEPARTMENTS and not others and not earlier.outlet
    own = _NAMES.of(case)[actor.id]
    if mark in _OTHERS:
        return False
    if mark in _IN_ARMS or mark.endswith(_BACKED):
        armed = actor.kind is ActorKind.ARMED_GROUP
        side = case.actors.sides.get(case.actors.side(actor.id) or "", "")
        politic = actor.kind is ActorKind.ORGANISATION and not actor.organ_of
        return armed or (politic and (mark in own or mark in side.lower().split()))
    if mark in _OF_GOVERNMENT:
        return mark in own or actor.kind in _STATES or actor.organ_of is not None
    if mark in ARMIES:
        armed = actor.kind is ActorKind.ARMED_GROUP or bool(own & (ARMED | {"defence"}))
        return armed or (actor.kind is ActorKind.STATE and not earlier.person)
    if mark == _PRESIDENTIAL:
        return any(word.startswith("presiden") for word in own)
    if mark in DEPARTMENTS:
        return mark in own
    named = (*case.actors.bodies(actor.id), *([earlier.speaker] if earlier.speaker else []))
    return any(mark in _NAMES.of(case).get(body, ()) for body in named)


def _names(case: Case) -> dict[str, frozenset[str]]:
    """Give the words of each actor's names."""
    return {
        actor.id: frozenset(
            _one(word)
            for name in (actor.name, *(alias.name for alias in actor.aliases))
            for word in _WORD.findall(name.lower())
        )
        for actor in case.actors.by_id.values()
    }


def _one(word: str) -> str:
    return word.replace("defense", "defence")


_NAMES: Final = OncePerCase(_names)
_TELLING: Final = (
    _IN_ARMS | _OF_GOVERNMENT | _OTHERS | ARMIES | DEPARTMENTS | frozenset({_PRESIDENTIAL})
)
