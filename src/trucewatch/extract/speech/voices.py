"""Voices: whom the case knows behind the words that name a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.grammar import DETERMINERS, is_nominal
from trucewatch.extract.speech.organs import organ_named

_OFFICES: Final = words("""
    minister president secretary spokesman spokeswoman spokesperson spokesmen spokespersons
    spokespeople ambassador envoy representative delegate chief head director commander leader
    chairman chairwoman premier king emir chancellor governor mayor mediator foreign-minister
    """)
"""Nouns of one office each: who holds it can be found out."""

_SERVANTS: Final = _OFFICES | words("""
    official officials source sources diplomat diplomats aide aides adviser advisers advisor
    advisors officer officers general colonel commanders leaders envoys representative
    representatives ministers delegate delegates delegation negotiator negotiators member members
    statement communique communiqué declaration ministry office army military government presidency
    embassy command side authorities mission council parliament figure figures colleague colleagues
    """)
"""Nouns of those who speak for the body that they are named with."""

_OFFICIALS: Final = words("""
    official officials diplomat diplomats envoy envoys negotiator negotiators
    delegation delegate delegates ambassador adviser advisers aide aides lawmaker minister ministers
    """)
"""Nouns of those who speak for a state that only an adjective names."""

_OF_STATE: Final = words("""
    military security diplomatic official government intelligence presidential ministerial army
    """)

_NAMELESS: Final = words("""
    source sources official officials diplomat diplomats aide aides officer officers activist
    activists resident residents witness witnesses commander commanders fighter fighters leaders
    analyst analysts observers expert experts people locals villagers rescuers doctors medics
    correspondent reports rumours others some critics figures militants rebels insurgents
    observers reporters journalists member members negotiators delegates refugees worker workers
    advisers advisors adviser advisor representatives representative envoys ministers man woman
    person one many several monitors
    """)
"""Nouns that leave open who speaks."""

OUTLET_NOUNS: Final = words("""
    agency newspaper daily tv television channel radio website media broadcaster magazine weekly
    portal paper newswire network press outlets outlet agencies newspapers channels gazette times
    """)
"""Nouns of those who publish."""

_KINDS_OF_BODY: Final = words("""
    group agency alliance coalition monitor watchdog organisation organization network service defence
    defense movement faction party militia charity umbrella
    """)
"""Nouns for what a body is, behind its name."""

_OF_ANOTHER: Final = words("""
    splinter rival breakaway dissident sister proxy offshoot allied affiliated linked aligned backed
    inspired opposition successor predecessor member constituent
    """)
"""Words between them that make it another body's."""

_CALLED: Final = words("known as called named dubbed")
"""Words before a name that only say that it is one."""

_AT_A_TABLE: Final = words("representative delegate ambassador envoy")
"""Those who speak for a state by their office, whatever their name."""

_TEXT_NOUNS: Final = words("statement communique communiqué declaration message")
_OWNED: Final = words("for of to by with from in at inside within near")
_SHE: Final = words("spokeswoman chairwoman mrs. ms. she woman her lady")
_HE: Final = words("spokesman chairman mr. he man his sir king")
_PLURAL: Final = words("they sources officials activists residents witnesses ministers colleagues")


_POSSESSIVE: Final = ("'s", "’s", "'", "’")
_BODIES: Final = frozenset({"organisation", "armed_group", "state"})
_NAME: Final = 12
"""No name of a body is longer than so many atoms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who a source is: `speaker` and `for_` are ids of actors, `outlet` that of an outlet.

    `place` is where the text names the one who is meant here by "he", in characters.
    `publishes` tells that the source is an outlet, known or not; `named` that a name stands in it;
    `marks` are the words of a description that must fit whom it takes up.
    """

    speaker: str | None = None
    for_: str | None = None
    outlet: str | None = None
    publishes: bool = False
    unnamed: bool = False
    named: bool = False
    person: bool = False
    gender: str = ""
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    name: str = ""
    place: tuple[int, int] | None = None


def voice_of(
    atoms: Sequence[Atom], source: Range, mentions: Sequence[Mention], case: Case
) -> Voice:
    """Read who the atoms of a source name; what they leave open stays None."""
    source = _named_first(atoms, source, mentions)
    first, last = source
    nouns = frozenset(atom.low for atom in atoms[first:last])
    held = [
        (place, mentions[atoms[place].ref])
        for place in range(first, last)
        if atoms[place].kind == "mention" and not _opposed(atoms, place)
    ]
    held = _without_hearers(atoms, first, held)
    gender = "she" if nouns & _SHE else "he" if nouns & _HE else ""
    plural = bool(nouns & _PLURAL) or "and" in nouns
    common = Voice(gender=gender, plural=plural, nouns=nouns)
    people = [(place, each) for place, each in held if each.kind == "person"]
    owned = people and all(_owned(atoms, source, place) for place, _ in people)
    if owned and not any(each.kind in _BODIES for _, each in held):
        return _servant(people[0][1], case, common)
    if people:
        return _person(atoms, source, people, held, case, common)
    publishes = any(each.kind == "outlet" for _, each in held) or _publishes(atoms, source, held)
    if publishes and not _says_what_it_is(atoms, source, held):
        return _outlet(held, common)
    return _body(atoms, source, held, case, common)


def _person(
    atoms: Sequence[Atom],
    source: Range,
    people: Sequence[tuple[int, Mention]],
    held: Sequence[tuple[int, Mention]],
    case: Case,
    common: Voice,
) -> Voice:
    """Give the person who is neither an owner nor somebody spoken for."""
    free = [pair for pair in people if not _owned(atoms, source, pair[0])] or list(people)
    mention = free[0][1]
    name = mention.candidates[0] if mention.candidates else mention.span.text
    common = replace(common, person=True, named=True, name=name)
    if mention.id is not None and mention.id in case.actors.by_id:
        return replace(common, speaker=mention.id, for_=case.actors.voice(mention.id))
    bodies = [each for _, each in held if each.kind in ("organisation", "armed_group", "state")]
    former = common.nouns & {"former", "ex", "ex-", "analyst", "expert", "journalist", "activist"}
    body = _most_of(bodies, case) or _state_of(atoms, *source, case)
    return replace(common, for_=None if former else body)


def _named_first(atoms: Sequence[Atom], source: Range, mentions: Sequence[Mention]) -> Range:
    """Narrow "the Hill Front, an alliance of three groups" and "the centre in Town" to the name."""
    first, last = source
    for place in range(first + 1, min(last, first + _NAME)):
        if atoms[place].low not in (",", "(", "in", "at"):
            continue
        held = [mentions[atom.ref].kind for atom in atoms[first:place] if atom.kind == "mention"]
        named = any(kind in _BODIES for kind in held) and "person" not in held
        if not named or not _names_only(atoms, first, place):
            return source
        known = any(mentions[atom.ref].id for atom in atoms[first:place] if atom.kind == "mention")
        behind = atoms[place + 1] if known and place + 1 < last else None
        there = behind is not None and behind.kind == "mention"
        there = there and behind is not None and mentions[behind.ref].kind == "place"
        if atoms[place].low in (",", "(") or (there and place + 2 == last):
            return (first, place)
        return source
    return source


def _opposed(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a name only says for or against whom somebody is: "the anti-Roe group"."""
    marked = place > 1 and atoms[place - 1].low in ("-", "‑")
    return marked and atoms[place - 2].low in ("anti", "pro", "non")


def _without_hearers(
    atoms: Sequence[Atom], first: int, held: Sequence[tuple[int, Mention]]
) -> list[tuple[int, Mention]]:
    """Leave out an outlet that somebody only spoke to: "an official who told AGENCY", "AGENCY's source"."""
    relative = (at for at, _ in enumerate(atoms) if at > first and atoms[at].low in _WHO)
    clause = next(relative, len(atoms))
    return [
        (at, each)
        for at, each in held
        if each.kind != "outlet" or (at < clause and not _has_a_source(atoms, at))
    ]


def _has_a_source(atoms: Sequence[Atom], outlet: int) -> bool:
    behind = [atom.low for atom in atoms[outlet + 1 : outlet + 3]]
    return next((low for low in behind if low not in _POSSESSIVE), "") in _ITS_SOURCES


_ITS_SOURCES: Final = words("source sources interlocutor interlocutors informant informants")


_WHO: Final = words("who whom")


def _servant(owner: Mention, case: Case, common: Voice) -> Voice:
    """Give somebody told only as another person's: "Roe's aide" speaks for whom Roe speaks for."""
    known = owner.id is not None and owner.id in case.actors.by_id
    serves = known and bool(common.nouns & (_SERVANTS | _OFFICIALS))
    body = case.actors.voice(str(owner.id)) if serves else None
    return replace(common, for_=body, unnamed=bool(common.nouns & _NAMELESS), person=True)


def _owned(atoms: Sequence[Atom], source: Range, place: int) -> bool:
    """Tell whether a name only says whose somebody is: "Roe's aide", "an aide to Roe"."""
    first, last = source
    before = atoms[place - 1].low if place > first else ""
    after = atoms[place + 1].low if place + 1 < last else ""
    return before in _OWNED or after in _POSSESSIVE


def _publishes(atoms: Sequence[Atom], source: Range, held: Sequence[tuple[int, Mention]]) -> bool:
    """Tell whether the source is an outlet by its noun: "state television", "the newspaper"."""
    if any(each.kind in ("organisation", "armed_group") for _, each in held):
        return False
    first, last = source
    place = last - 1
    while place > first and (atoms[place].kind == "name" or atoms[place].low.startswith("al-")):
        place -= 1
    heads = {atoms[last - 1].low, atoms[place].low} if first < last else set()
    return bool(heads & OUTLET_NOUNS)


def _outlet(held: Sequence[tuple[int, Mention]], common: Voice) -> Voice:
    named = [each for _, each in held if each.kind == "outlet"]
    best = next((each for each in named if each.id is not None), named[0] if named else None)
    if best is None:
        return replace(common, publishes=True)
    return replace(common, outlet=best.id, publishes=True, named=True, name=best.span.text)


def _body(
    atoms: Sequence[Atom],
    source: Range,
    held: Sequence[tuple[int, Mention]],
    case: Case,
    common: Voice,
) -> Voice:
    """Give a body, or somebody who is not named and may speak for one."""
    bodies = [each for _, each in held if each.kind in ("organisation", "armed_group", "state")]
    first, last = source
    body = _most_of(bodies, case) if bodies else _state_of(atoms, first, last, case)
    alone = _names_only(atoms, first, last) or last - first == 1
    alone = alone or _is_described(atoms, source, held, common)
    alone = alone or _says_what_it_is(atoms, source, held)
    if body is not None and alone:
        several = len({each.id for each in bodies}) > 1 and "and" in common.nouns
        named = _first_of(bodies, case) if several else body
        return replace(common, speaker=named, for_=case.actors.voice(named or body), named=True)
    if (organ := _organ_of(atoms, source, held, case)) is not None:
        if case.actors.by_id[organ].kind is ActorKind.STATE:
            return replace(common, for_=organ)
        return replace(common, speaker=organ, for_=case.actors.voice(organ), named=True)
    serves = bool(common.nouns & _SERVANTS)
    several = len(bodies) > 1 or len(common.nouns & _NAMELESS) > 1
    mixed = several and "and" in common.nouns
    nameless = _leaves_open(common.nouns, bodies, case)
    spoken = body if serves and not mixed else None
    text = bool(common.nouns & _TEXT_NOUNS) and not common.nouns & _NAMELESS
    if text and spoken is not None:
        return replace(common, speaker=spoken, for_=case.actors.voice(spoken), named=True)
    return replace(
        common,
        for_=case.actors.voice(spoken) if spoken else None,
        unnamed=nameless,
        person=bool(common.nouns & _OFFICES),
    )


def _organ_of(
    atoms: Sequence[Atom], source: Range, held: Sequence[tuple[int, Mention]], case: Case
) -> str | None:
    """Give the organ in "CAPITAL's defence ministry" and "the defence ministry in CAPITAL".

    Of "the ministry in CAPITAL", where there are two, it is the state.
    """
    actors = case.actors.by_id
    known = [(at, {*each.candidates, each.id} & actors.keys()) for at, each in held]
    known = [(at, ids) for at, ids in known if ids]
    if len(known) != 1 or len(known[0][1]) != 1:
        return None
    place, states = known[0]
    first, last = source
    if place + 1 < last and atoms[place + 1].low in _POSSESSIVE:
        named = range(place + 2, last)
    elif place == last - 1 and atoms[place - 1].low in ("in", "of"):
        named = range(first, place - 1)
    else:
        return None
    words_named = " ".join(atoms[at].low for at in named)
    state = states.pop()
    organ = organ_named(words_named, state, case) if words_named else None
    return organ if organ != state or atoms[named[-1]].low == "ministry" else None


def _state_of(atoms: Sequence[Atom], first: int, last: int, case: Case) -> str | None:
    """Give the state whose adjective stands before "official", "diplomat", "sources", or alone."""
    nouns = {atom.low for atom in atoms[first:last]}
    official = (
        last - first == 1
        or nouns & _OFFICIALS
        or (nouns & {"source", "sources"} and nouns & _OF_STATE)
    )
    if not official or "local" in nouns:
        return None
    states = {ADJECTIVES.of(case).get(atom.low) for atom in atoms[first:last]} - {None}
    return next(iter(states)) if len(states) == 1 else None


def _adjectives(case: Case) -> dict[str, str]:
    """Give the states by the adjective in "Xish government"."""
    found = {}
    for actor in case.actors.by_id.values():
        for alias in actor.aliases if actor.kind is ActorKind.STATE else ():
            adjective, _, noun = alias.name.lower().rpartition(" ")
            if noun in ("government", "authorities") and adjective and " " not in adjective:
                found[adjective] = actor.id
    return found


ADJECTIVES: Final = OncePerCase(_adjectives)


def _names_only(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell whether a source is nothing but names of bodies and small words around them."""
    return all(
        atom.kind in ("mention", "mark")
        or atom.low in ("the", "and", "both", "'s", "’s", "so-called", "group", "of")
        for atom in atoms[first:last]
    )


def _is_described(
    atoms: Sequence[Atom], source: Range, held: Sequence[tuple[int, Mention]], common: Voice
) -> bool:
    """Tell whether a source is one body with words before its name: "the criminal regime of Roe"."""
    first, last = source
    named = len(held) == 1 and held[0][0] == last - 1 and held[0][1].kind in _BODIES
    if not named or common.nouns & (_NAMELESS | _SERVANTS):
        return False
    small = DETERMINERS | _CALLED
    return all(
        atom.low in small or (atom.kind == "word" and is_nominal(atom.low))
        for atom in atoms[first : last - 1]
    )


def _says_what_it_is(
    atoms: Sequence[Atom], source: Range, held: Sequence[tuple[int, Mention]]
) -> bool:
    """Tell whether a body's name leads a phrase for what it is: "the Blue Caps rescue group"."""
    first, last = source
    first += atoms[first].low in DETERMINERS
    named = len(held) == 1 and held[0][0] == first and held[0][1].kind in _BODIES - {"state"}
    if not named or last - first == 1 or atoms[last - 1].low not in _KINDS_OF_BODY:
        return False
    behind = atoms[first + 1 : last]
    other = any(atom.low in _OF_ANOTHER for atom in behind)
    return not other and all(atom.kind == "word" and is_nominal(atom.low) for atom in behind)


def _leaves_open(nouns: frozenset[str], bodies: Sequence[Mention], case: Case) -> bool:
    """Tell whether a source names nobody: "a military source", "two rebel officials"."""
    by_office = nouns & {"the", "'s", "’s"} and not nouns & {"a", "an", "one"}
    if nouns & _NAMELESS - (_AT_A_TABLE if by_office else frozenset()):
        return True
    classes = any(each.id in case.actors.classes for each in bodies)
    return classes and not nouns & _OFFICES


def _most_of(bodies: Sequence[Mention], case: Case) -> str | None:
    """Give the body that a source names most closely: a ministry before its state; no class."""
    known = [each.id for each in bodies if each.id is not None and each.id in case.actors.by_id]
    strangers = [each for each in bodies if each.id is None and each.kind == "organisation"]
    for stranger in strangers:
        organ = organ_named(stranger.span.text, known[0] if known else None, case)
        if organ is not None:
            return organ
    for body in known:
        if all(other in case.actors.bodies(body) for other in known):
            return body
    return known[0] if known else None


def _first_of(bodies: Sequence[Mention], case: Case) -> str | None:
    return next((each.id for each in bodies if each.id in case.actors.by_id), None)
