"""Who an event is by, against, with what, from where and at where: from the phrases around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from trucewatch.core.objects import WEAPONS, ObjectFound
from trucewatch.core.reading import Party
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence.phrases import Piece
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.what.senses import AT_WORK
from trucewatch.extract.events.what.triggers import Trigger
from trucewatch.extract.events.where.placing import THROWN, Roles, placed
from trucewatch.extract.events.whether.operators import (
    GOVERNORS,
    WITH_PARTICLE,
    WITH_PARTICLE_FORMS,
    Operator,
)
from trucewatch.extract.events.who.actors import (
    as_matter,
    kinds_in,
    parties_of,
    places_in,
    things_in,
    words_in,
)
from trucewatch.extract.lexicons import words

_ON: Final = words("on against at into onto upon over targeting towards toward to")
_WITH: Final = words("with using by")
_BETWEEN: Final = words("between among")
_AGAINST: Final = words("against")
_FIGHTING: Final = words("attack use advance answer shell strike kill breach clash seize")
_TOWARDS: Final = words("to at for towards toward into near")
_FIRES: Final = words("attack answer shell strike")
_UNKNOWN: Final = words("unknown unidentified anonymous masked")
_MOVING: Final = words("withdraw deploy remain release")
"""Senses whose object is moved as a whole: of "the recognition of X" X is not."""

_STATED: Final = words("still remain stay there out outside gone")


def verb_roles(
    line: Line,
    trigger: Trigger,
    subject: Sequence[Piece],
    behind: Sequence[Piece],
    *,
    passive: bool,
    before: Sequence[Piece] = (),
) -> Roles:
    """Give the roles around a verb: its subject, what stands behind it, and where before it."""
    direct = subject if passive else _direct(behind)
    agents = _agents(line, behind)
    acting: tuple[Party, ...]
    if passive:
        acting = parties_of(line, agents)
    elif trigger.lemma == "there still":
        acting, direct = parties_of(line, _direct(behind)), ()
    elif trigger.lemma == "fare" or (trigger.lemma == "open" and trigger.form == "participle"):
        acting, direct = (), subject
    else:
        acting = parties_of(line, subject)
    roles = Roles(
        by=acting,
        against=parties_of(line, _whole(direct), acting=trigger.key in _MOVING),
        subject=words_in(line, subject),
        direct=words_in(line, direct),
        preps=frozenset(piece.prep for piece in behind),
        kinds=kinds_in(line, (*subject, *behind)),
        direct_places=bool(places_in(line, [piece for piece in direct if not piece.prep][:1])),
        agent=bool(agents),
    )
    roles = placed(line, trigger, roles, subject, direct, behind, before)
    return _of_kind(line, trigger, roles, subject, direct, behind, passive=passive)


def _direct(behind: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the object with what belongs to it: all up to the first place or time."""
    found: list[Piece] = []
    for piece in behind:
        if piece.prep and not found:
            break
        if piece.prep and piece.prep not in ("of", "from", "belonging"):
            break
        if piece.prep == "from" and found:
            break
        found.append(piece)
    return tuple(found)


def _ends_anothers(line: Line, own: Piece) -> bool:
    """Tell whether "the shelling" is ended by somebody who need not be its doer: "X has not stopped it"."""
    first = own.first if line.low(own.first) == "the" else own.first - 1
    return line.low(first) == "the" and line.low(first - 1) in _ENDING


_ENDING: Final = words("""
    stop stops stopped stopping halt halts halted halting end ends ended ending curb curbed restrain
    """)


def _agents(
    line: Line, behind: Sequence[Piece], preps: frozenset[str] = frozenset({"by"})
) -> list[Piece]:
    """Give the pieces behind "by" as if bare, each with whose it is: "by units of the army of X".

    Not those of whom it is denied there: "by X and not by Y".
    """
    found: list[Piece] = []
    taking = False
    for piece in behind:
        names = piece.prep in preps and line.low(piece.first - 2) != "not"
        taking = names or (taking and piece.prep == "of")
        if taking:
            found.append(piece._replace(prep="") if piece.prep in preps else piece)
    return found


def _bare(pieces: Sequence[Piece]) -> list[Piece]:
    """Give pieces as if no preposition stood before them."""
    return [piece._replace(prep="") for piece in pieces]


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Give a phrase whose places are set apart: what is in a place is not that place."""
    return [piece for piece in pieces if piece.prep in ("", "of", "from")]


def _of_kind(
    line: Line,
    trigger: Trigger,
    roles: Roles,
    subject: Sequence[Piece],
    direct: Sequence[Piece],
    behind: Sequence[Piece],
    *,
    passive: bool,
) -> Roles:
    """Complete the roles as the kind of event has them."""
    kind = trigger.key
    tools = [piece for piece in behind if piece.prep in _WITH]
    if kind in _FIRES:
        tools += [
            piece for piece in behind if piece.prep == "from" and not places_in(line, [piece])
        ]
    if kind in _FIGHTING:
        return _of_attack(line, trigger, roles, subject, direct, behind, tools, passive=passive)
    if kind in ("withdraw", "deploy", "remain", "release"):
        moved = direct if not passive or direct else subject
        if trigger.lemma == "clear":
            tools = [*tools, *(piece for piece in behind if piece.prep in ("of", "from"))]
        if kind == "withdraw":
            tools = [*tools, *_posts_left(line, behind)]
        if kind == "deploy":
            tools = [*tools, *(piece for piece in behind if piece.prep in _TOWARDS)]
        things = things_in(line, (*moved, *tools, *_stated(trigger, subject)))
        return roles._replace(with_=things)
    if kind in ("meet", "patrol"):
        others = parties_of(line, _bare([p for p in behind if p.prep in ("with", "between")]))
        by = roles.by or (others if kind == "meet" else ())
        beside = bool(roles.by) or kind == "patrol"
        return roles._replace(by=by, with_=others if beside else (), against=())
    if kind in ("agree", "settle", "accept", "refuse", "implement", "violate", "disrupt"):
        if not roles.by:
            between = [piece for piece in behind if piece.prep in _BETWEEN]
            roles = roles._replace(by=parties_of(line, _bare(between)))
        joined = [
            at for at, p in enumerate(behind) if p.prep in ("on", "to", "with", "by", "about")
        ]
        matter = direct or (behind[joined[0] :] if joined else ())
        return roles._replace(with_=as_matter(line, _bare_first(matter)), against=())
    matter = direct or (subject if kind in ("open", "close") and not roles.by else ())
    return roles._replace(with_=as_matter(line, matter), against=())


def _posts_left(line: Line, behind: Sequence[Piece]) -> list[Piece]:
    """Give the posts that somebody withdraws from: "from any of the posts"."""
    found: list[Piece] = []
    for piece in behind:
        source = piece.prep in ("from", "out of") or (bool(found) and piece.prep == "of")
        found += [piece] if source else []
    posts = kinds_in(line, found) & {"observation_post", "checkpoint", "base"}
    return found if posts else []


def _stated(trigger: Trigger, subject: Sequence[Piece]) -> Sequence[Piece]:
    """Give the subject where it is what is there, out or gone: "heavy weapons remain"."""
    return (
        subject
        if trigger.lemma in _STATED
        or trigger.key in ("remain", "withdraw")
        or trigger.lemma in ("function", "operate")
        or trigger.lemma.startswith(AT_WORK)
        else ()
    )


def _bare_first(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece._replace(prep="") if not at else piece for at, piece in enumerate(pieces)]


def _of_attack(
    line: Line,
    trigger: Trigger,
    roles: Roles,
    subject: Sequence[Piece],
    direct: Sequence[Piece],
    behind: Sequence[Piece],
    tools: Sequence[Piece],
    *,
    passive: bool,
) -> Roles:
    aimed = [piece for piece in behind if piece.prep in _ON]
    against = (*roles.against, *parties_of(line, _bare(aimed), acting=False))
    if trigger.lemma.startswith(("come under", "be under")):
        attackers = _agents(line, behind, frozenset({"from", "by"}))
        under = parties_of(line, subject, acting=False)
        return roles._replace(
            by=parties_of(line, attackers),
            against=under,
            at=(*places_in(line, subject), *roles.at),
        )
    if trigger.key == "clash":
        return _of_clash(line, roles, behind)
    thrown = direct if trigger.lemma in THROWN or trigger.key == "use" else ()
    sent = () if passive else subject
    things = things_in(line, (*thrown, *sent, *tools), WEAPONS)
    by = roles.by or _sender(line, subject, behind)
    if trigger.inside is not None:
        things = (*things, _fired_with(line, trigger.inside))
    if trigger.key == "kill" and roles.subject & _UNKNOWN:
        by = tuple(replace(each, actor=None) for each in by)
    if trigger.key == "seize":
        loser = parties_of(line, _bare([p for p in behind if p.prep == "from"]))
        return roles._replace(by=by, against=(*against, *loser), with_=things)
    return roles._replace(by=by, against=tuple(p for p in against if p not in by), with_=things)


def _fired_with(line: Line, inside: ObjectFound) -> Party:
    """Give the weapon that "opened machine gun fire" names."""
    words_inside = line.text[inside.start : inside.end].removesuffix(" fire")
    return Party(
        span=Span.cut(line.text, inside.start, inside.start + len(words_inside)), actor=None
    )


def _sender(line: Line, subject: Sequence[Piece], behind: Sequence[Piece]) -> tuple[Party, ...]:
    """Give who fired what the subject is: "shells fired by X hit P"."""
    agents = [piece for piece in subject if piece.prep == "by"]
    return parties_of(line, _bare(agents))


def _of_whom(line: Line, of: Sequence[Piece], behind: Sequence[Piece]) -> tuple[Party, ...]:
    """Give whose attack it is where both are told: "an attack of X on Q", not "on hideouts of Q"."""
    aimed = any(piece.prep in ("on", "against", "upon") for piece in behind)
    return parties_of(line, _bare(of[:1])) if aimed and behind[0].prep == "of" else ()


def _of_clash(line: Line, roles: Roles, behind: Sequence[Piece]) -> Roles:
    both = parties_of(line, _agents(line, behind, _BETWEEN))
    others = parties_of(line, _agents(line, behind, _AGAINST | {"with"}))
    against = (*roles.against, *others)
    if both:
        opposed = parties_of(line, _agents(line, behind, _AGAINST))
        return roles._replace(by=both, against=tuple(each for each in opposed if each not in both))
    return roles._replace(by=roles.by or against, against=against if roles.by else ())


def noun_roles(
    line: Line,
    trigger: Trigger,
    own: Piece,
    doer: Sequence[Piece],
    behind: Sequence[Piece],
    before: Sequence[Piece] = (),
) -> Roles:
    """Give the roles around a noun: its owner or the words before it, and what stands behind.

    `own` is the phrase up to the noun; `doer` the subject of a verb that only carries the noun.
    """
    owner = _owner(line, own)
    agents = _agents(line, list(takewhile(lambda piece: not _wards_off(line, piece), behind)))
    doer = () if _ends_anothers(line, own) else doer
    by = parties_of(line, agents) or owner or parties_of(line, doer)
    of = [piece for piece in behind if piece.prep == "of"]
    roles = Roles(
        by=by,
        subject=words_in(line, doer),
        preps=frozenset(piece.prep for piece in behind),
        kinds=kinds_in(line, (own, *behind)),
    )
    roles = placed(line, trigger, roles, (), (), behind, before)
    in_name = places_in(line, [own])
    if in_name:
        if trigger.key == "withdraw":
            roles = roles._replace(from_=(*in_name, *roles.from_))
        else:
            roles = roles._replace(at=(*in_name, *roles.at))
    return _noun_of_kind(line, trigger, roles, own, of, behind)


def _wards_off(line: Line, piece: Piece) -> bool:
    """Tell whether "by" names who warded it off: "an attack repelled by X", "beaten back by X"."""
    verb = piece.first - 2
    operator = GOVERNORS.get(line.low(verb), ("", None, ""))[1]
    parted = any((each, line.low(verb)) in _WARDED for each in _lemmas(line.low(verb - 1)))
    return piece.prep == "by" and (operator is Operator.FOILED or parted)


def _lemmas(low: str) -> list[str]:
    return [lemma for lemma, forms in WITH_PARTICLE_FORMS.items() if low in forms]


_WARDED: Final = frozenset(
    pair for pair, operator in WITH_PARTICLE.items() if operator is Operator.FOILED
)


def _owner(line: Line, own: Piece) -> tuple[Party, ...]:
    """Give who stands before the noun as its owner or maker: "X's attack", "rebel shelling"."""
    found = [
        Party(span=mention.span, actor=mention.id)
        for place in range(own.first, own.last)
        if (mention := line.mention(place)) is not None
        and mention.kind in ("state", "organisation", "armed_group", "person")
    ]
    return tuple(found[-1:])


def _noun_of_kind(
    line: Line,
    trigger: Trigger,
    roles: Roles,
    own: Piece,
    of: Sequence[Piece],
    behind: Sequence[Piece],
) -> Roles:
    things = _named_by(line, trigger, own)
    key = trigger.key
    if key in ("attack", "shell", "strike", "kill", "breach", "seize"):
        aimed = [piece for piece in behind if piece.prep in (*_ON, "of")]
        against = parties_of(line, _bare(aimed), acting=False)
        fired = [piece for piece in behind if piece.prep == "from"]
        by = roles.by or parties_of(line, _bare(fired)) or _of_whom(line, of, behind)
        tools = [piece for piece in behind if piece.prep in ("with", "using", "involving")]
        return roles._replace(
            by=by,
            against=tuple(p for p in against if p not in by),
            with_=(*things, *things_in(line, tools, WEAPONS)),
        )
    if key == "clash":
        return _of_clash(line, roles, behind)._replace(with_=things)
    if key in ("withdraw", "deploy", "displace", "patrol"):
        members = parties_of(line, _bare(of))
        tools = [piece for piece in behind if piece.prep == "with"]
        by, against = (roles.by, members) if roles.by else (members, ())
        return roles._replace(
            by=by, against=against, with_=(*things, *things_in(line, (*of, *tools)))
        )
    if key == "meet":
        others = parties_of(line, _bare([p for p in behind if p.prep in ("between", "of", "with")]))
        return roles._replace(by=roles.by or others, with_=others if roles.by else ())
    about = of or [p for p in behind if p.prep in ("with", "in", "on", "towards", "toward")][:1]
    return roles._replace(with_=(*things, *as_matter(line, _bare_first(about))))


def _named_by(line: Line, trigger: Trigger, own: Piece) -> tuple[Party, ...]:
    """Give the weapon or thing that the noun or the words before it name: "mortar fire"."""
    things = list(things_in(line, [own]))
    if trigger.inside is not None:
        start, end = trigger.inside.start, min(trigger.inside.end, trigger.end)
        words_inside = line.text[start:end].split()
        if len(words_inside) > 1 and trigger.inside.kind != "survey":
            end = start + len(words_inside[0])
        things.append(Party(span=Span.cut(line.text, start, end), actor=None))
    return tuple(things)
