"""Whether a trigger word means its event here: "hit by inflation", "left 12 dead" and their like do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trucewatch.core.objects import WEAPONS
from trucewatch.core.reading import EventKind, Locality
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.what.accords import (
    TEXTS,
    is_done,
    of_text,
    strikes_a_deal,
    works_with,
)
from trucewatch.extract.events.what.deploying import is_sent, kinds_of
from trucewatch.extract.events.what.firing import (
    PRONOUNS,
    advances,
    answers,
    comes_from,
    falls,
    hits_arms,
    throws,
    uses,
)
from trucewatch.extract.events.what.staying import remains
from trucewatch.extract.events.whether.unsaid import is_no_deed
from trucewatch.extract.events.who.actors import FORCES
from trucewatch.extract.lexicons import words

_ARMED: Final = words("""
    shelling airstrike airstrikes strike strikes attack attacks raid raids bombing bombardment fire
    shell shells rocket rockets missile missiles mortar mortars bomb bombs drone drones gunfire barrage
    barrages projectile projectiles
    """)
_SITES: Final = words("""
    position positions post posts village villages town towns city hill hills area areas base bases
    headquarters site sites checkpoint checkpoints territory ground airport farm farms district
    quarter house houses building buildings school hospital market convoy depot depots camp camps
    neighbourhood neighborhood settlement settlements point points line lines region road bridge
    stronghold strongholds outskirts front fronts soldiers troops fighters civilians crossing airbase
    """)
_SITES_OF_MEN: Final = words("soldiers troops fighters civilians convoy")
_WAYS: Final = words("""
    road roads highway highways motorway motorways route routes crossing crossings gate gates border
    borders bridge bridges corridor corridors checkpoint checkpoints airport port passage passages
    transit traffic crossroads street streets airspace
    """)
_BUILT: Final = words("""
    post posts point points tower towers checkpoint checkpoints base bases fortification fortifications
    trench trenches zone zones area areas corridor corridors crossing crossings road roads camp camps
    berm barracks position positions
    """)
_PEOPLE: Final = words("""
    prisoner prisoners detainee detainees hostage hostages captive captives soldier soldiers civilian
    civilians people women men children sailors journalists fighters abductees inmates persons girls
    boys
    """)
_TRUCES: Final = words("ceasefire cease-fire truce cessation armistice")
_CASUALTIES: Final = words("""
    dead wounded injured homeless behind casualties victims orphaned
    """)


def is_event(line: Line, told: Told) -> bool:
    """Tell whether a trigger word reports the event of its sense, with what stands around it."""
    if _is_no_deed(line, told) or (told.trigger.form == "noun" and _where_from(line, told.place)):
        return False
    if told.trigger.seen:
        return True
    if told.trigger.form == "noun":
        return _noun_checks.get(told.trigger.key, _always)(line, told)
    lemma = told.trigger.lemma
    if lemma.startswith("do "):
        return is_done(line, told)
    if lemma.startswith("meet "):
        return True
    check = _lemma_checks.get(lemma) or _key_checks.get(told.trigger.key, _always)
    return check(line, told)


def _is_no_deed(line: Line, told: Told) -> bool:
    trigger = Span.cut(line.text, told.trigger.start, told.trigger.end)
    return is_no_deed(line.sentence.span, trigger, told.kind, told.view.reality)


def _where_from(line: Line, place: int) -> bool:
    """Tell whether a noun only says what came from somewhere: "the source of the fire"."""
    of = place - 2 if line.part(place - 1) == tag.DETERMINER else place - 1
    return line.low(of) == "of" and line.low(of - 1) in ("source", "sources", "origin")


def _always(line: Line, told: Told) -> bool:
    return True


def _acts(line: Line, told: Told) -> bool:
    """Ask for a fighter or weapon that does it, or somebody or a place that suffers it."""
    roles, item = told.roles, line.items[told.place]
    if strikes_a_deal(line.text, item.start, item.end):
        return False
    if told.passive:
        if roles.agent and not roles.by:
            return bool(roles.with_) or bool(_agent_words(line, told) & (_ARMED | FORCES))
        return bool(roles.against) or roles.direct_places or bool(roles.direct & _SITES)
    if roles.subject and not (
        roles.by or roles.with_ or roles.subject & (_ARMED | FORCES | PRONOUNS)
    ):
        return False
    if not roles.subject and not roles.by:
        return roles.direct_places or bool(roles.against)
    aimed = bool(roles.against or roles.direct_places or roles.direct & _SITES)
    forces = bool(roles.by) and bool(roles.at) and bool(roles.subject & FORCES)
    return aimed or not roles.direct or hits_arms(told) or forces


def _agent_words(line: Line, told: Told) -> frozenset[str]:
    found: set[str] = set()
    for place in range(told.place + 1, min(told.place + 14, len(line.items))):
        if line.low(place) == "by":
            for at in range(place + 1, min(place + 7, len(line.items))):
                if line.part(at) in (tag.COMMA, tag.STOP):
                    break
                found.update(line.low(at).split())
    return frozenset(found)


def _kills(line: Line, told: Told) -> bool:
    """Ask for somebody named as the one who killed, as the clause's own act."""
    roles = told.roles
    if told.trigger.form == "ing" or (told.frame is not None and told.frame.shared):
        return False
    if any(line.part(piece.last - 1) == tag.EVENT for piece in told.pieces if not piece.prep):
        return False
    return (
        bool(roles.by)
        and (not told.passive or roles.agent)
        and (bool(roles.direct) or bool(roles.against))
    )


def _fights(line: Line, told: Told) -> bool:
    return bool(told.roles.by) and bool(told.roles.against) and "terrorism" not in told.roles.direct


def _leaves(line: Line, told: Told) -> bool:
    """Ask for somebody or something that leaves a place, or something moved from it."""
    roles, lemma = told.roles, told.trigger.lemma
    near = _near(line, told)
    if near & _CASUALTIES:
        return False
    moved = _moves(told)
    if lemma in ("out", "outside", "gone"):
        return moved and bool(roles.from_ or near & {"it", "there"})
    if lemma in ("leave", "quit", "exit", "abandon"):
        if told.passive or line.low(told.place + 1) in _NOT_LEFT:
            return False
        posts = bool(roles.kinds & {"observation_post", "checkpoint", "base"})
        left_place = posts or roles.direct_places or not roles.direct or roles.direct <= _GROUND
        return left_place and moved
    if roles.direct & TEXTS and not moved:
        return False
    if lemma in ("remove", "take", "move", "pull", "clear", "draw"):
        people = moved and bool(roles.direct & _MEN)
        return (
            bool(roles.against or set(kinds_of(roles.with_)) & _MOVABLE)
            or people
            or (
                lemma in ("pull", "draw")
                and not roles.direct
                and moved
                and not _from_texts(line, told)
            )
        )
    return (
        moved
        or bool(roles.from_)
        or (bool(roles.by) and not roles.direct & TEXTS and not _from_texts(line, told))
    )


_NOT_LEFT: Final = words("for open intact to behind out off it nothing unchanged")
_MOVABLE: Final = WEAPONS | {"fighters", "convoy", "observation_post", "checkpoint"}


_MEN: Final = words("men fighters soldiers troops forces militants units members militiamen")
_GROUND: Final = words("""
    the their its his positions position posts post area areas zone region territory it there here
    place places front line lines village villages town towns city this that
    """)


def _moves(told: Told) -> bool:
    """Tell whether armed people or weapons are among those named."""
    roles = told.roles
    if roles.kinds & (WEAPONS | {"fighters", "convoy", "observation_post", "checkpoint"}):
        return True
    return bool(roles.by or roles.against) or bool(roles.subject & (PRONOUNS | FORCES))


def _from_texts(line: Line, told: Told) -> bool:
    """Tell whether it is an agreement, a race or talks that somebody withdraws from."""
    behind = [line.low(at) for at in range(told.place + 1, min(told.place + 8, len(line.items)))]
    return "from" in behind and bool(
        TEXTS & set(behind) or {"talks", "race", "organisation"} & set(behind)
    )


def _near(line: Line, told: Told) -> set[str]:
    return {line.low(at) for at in range(told.place + 1, min(told.place + 6, len(line.items)))}


def _of_way(line: Line, told: Told) -> bool:
    """Ask for a road, crossing or border that opens or closes."""
    roles = told.roles
    spoken = roles.direct or roles.subject
    if "negotiations" in spoken or "talks" in spoken:
        return False
    flat = spoken
    if told.trigger.lemma == "restore":
        return bool(flat & (words("transit traffic movement") | _WAYS))
    return (
        bool(flat & _WAYS) or _is_place(line, told) or bool(roles.kinds & {"crossing", "corridor"})
    )


def _is_place(line: Line, told: Told) -> bool:
    """Tell whether what is opened or closed is a place itself."""
    pieces = told.pieces if told.passive or not told.roles.direct else ()
    heads = [piece for piece in pieces if not piece.prep]
    if heads:
        return isinstance(line.items[heads[0].last - 1].ref, Locality)
    item = line.items[min(told.place + 1, len(line.items) - 1)]
    following = line.items[min(told.place + 2, len(line.items) - 1)]
    named = item if item.tag != tag.DETERMINER else following
    return isinstance(named.ref, Locality) and told.place + 1 < len(line.items)


def _builds(line: Line, told: Told) -> bool:
    flat = told.roles.direct or told.roles.subject
    zone = any(_is_zone(place) for place in told.roles.at) and (
        told.roles.direct_places or bool(flat & _BUILT)
    )
    kinds = told.roles.kinds & {
        "observation_post",
        "checkpoint",
        "base",
        "fortification",
        "corridor",
        "crossing",
        "road",
    }
    return (zone or bool(kinds) or bool(flat & _BUILT)) and not _on_paper(line, told)


def _on_paper(line: Line, told: Told) -> bool:
    """Tell whether an agreement is what made it: "the deal that created the zone"."""
    place = told.place - 1
    while place > 0 and (line.part(place) == tag.ADVERB or line.low(place) in ("has", "had")):
        place -= 1
    return line.low(place) in ("that", "which") and line.low(place - 1) in TEXTS


def _is_zone(place: Locality) -> bool:
    return place.place is not None and place.zone.reported == "in"


def _frees(line: Line, told: Told) -> bool:
    flat = told.roles.direct
    return bool(told.roles.kinds & {"prisoners"} or flat & _PEOPLE)


def _seizes(line: Line, told: Told) -> bool:
    if told.trigger.lemma.startswith(("take ", "gain ")) or "control" in told.trigger.lemma:
        return bool(told.roles.at)
    return told.roles.direct_places or bool(told.roles.direct & (_SITES - _SITES_OF_MEN))


_SURVEYS: Final = words("joint land field border topographic meadow")


def _matter(told: Told) -> frozenset[str]:
    """Give the words of what an event is about."""
    return frozenset(
        word.strip("'\"“”,.’")
        for thing in told.roles.with_
        for word in thing.span.text.lower().split()
    )


def _of_all(line: Line, told: Told) -> bool:
    """Ask that it be everything, or a deal, that goes to plan."""
    return bool(told.roles.subject & (TEXTS | {"everything", "all", "things", "implementation"}))


def _settles(line: Line, told: Told) -> bool:
    flat = {word for each in told.roles.with_ for word in each.span.text.lower().split()}
    return bool(
        flat & words("line lines border borders boundary boundaries limits limit contours details")
    )


def _counts_breach(line: Line, told: Told) -> bool:
    """Ask of a bare "violation" that it be of a truce; "of human rights" is another matter."""
    low = told.trigger.lemma
    if low not in ("violation", "violations", "breach", "breaches"):
        return True
    behind = [line.low(at) for at in range(told.place + 1, min(told.place + 6, len(line.items)))]
    return "of" not in behind[:1]


_lemma_checks: Final[dict[str, Callable[[Line, Told], bool]]] = {
    **dict.fromkeys(
        ("hit", "target", "strike", "pound", "destroy", "storm", "raid", "assail"), _acts
    ),
    **dict.fromkeys(("fall", "land", "crash", "slam", "come down"), falls),
    **dict.fromkeys(("fire", "lob", "hurl", "launch", "shoot", "drop", "airdrop"), throws),
    **dict.fromkeys(("battle", "fight"), _fights),
    "cooperate": works_with,
    **dict.fromkeys(
        (
            *("go as planned", "go according to plan", "go to plan", "go to the ideal plan"),
            *("go to ideal plan", "go smoothly"),
        ),
        _of_all,
    ),
}


def _meets(line: Line, told: Told) -> bool:
    """Ask that people meet, and no deadline or need is met."""
    return not told.roles.direct & words(
        "deadline deadlines demand demands need needs target targets criteria requirement requirements"
    )


_key_checks: Final[dict[str, Callable[[Line, Told], bool]]] = {
    "kill": _kills,
    "advance": advances,
    "use": uses,
    "answer": answers,
    "withdraw": _leaves,
    "deploy": is_sent,
    "remain": remains,
    "open": _of_way,
    "close": _of_way,
    "build": _builds,
    "release": _frees,
    "seize": _seizes,
    "implement": of_text,
    "violate": of_text,
    "disrupt": of_text,
    "accept": of_text,
    "settle": _settles,
    "meet": _meets,
}
_noun_checks: Final[dict[str, Callable[[Line, Told], bool]]] = {
    "breach": _counts_breach,
    "attack": comes_from,
    "withdraw": lambda _line, told: (
        _moves(told) or bool(told.roles.from_) or not told.roles.preps & {"of"}
    ),
    "build": lambda _line, told: bool(told.roles.with_ or told.roles.at),
    "deploy": lambda _line, told: bool(told.roles.by or set(kinds_of(told.roles.with_)) & _MOVABLE),
    "seize": lambda _line, told: bool(told.roles.at),
    "open": lambda _line, told: bool(_matter(told) & _WAYS or told.roles.at),
    "close": lambda _line, told: bool(_matter(told) & _WAYS or told.roles.at),
    "release": lambda _line, told: bool(
        _matter(told) & _PEOPLE or told.trigger.lemma.startswith("prisoner")
    ),
    "implement": of_text,
    "survey": lambda line, told: (
        bool(told.roles.at) or "of" in told.roles.preps or line.low(told.place - 1) in _SURVEYS
    ),
}


def breaks_truce(line: Line, told: Told) -> bool:
    """Tell whether a verb says that a truce was broken: as good as "a ceasefire violation"."""
    if told.trigger.key != "violate":
        return False
    spoken = {word for matter in told.roles.with_ for word in matter.span.text.lower().split()}
    return bool(spoken & _TRUCES) and told.kind is EventKind.OTHER
