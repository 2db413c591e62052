"""Weapons and the other objects that duties speak of, by class, in general vocabulary.

A class is what a duty's file may name under `with`. Words that leave the class open ("shelling",
"guns", "weapons") have a class of their own or none: unknown is not a fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from trucewatch.core.folding import Word, words_of

_PHRASES: Final[dict[str, str]] = {
    "heavy_weapons": """
        heavy weapon; heavy arms; heavy weaponry; heavy armament; heavy equipment;
        heavy military equipment; heavy military hardware; heavy military vehicle;
        heavy caliber weapon; heavy calibre weapon; heavy and medium weapon; heavy weapons system""",
    "medium_weapons": "medium weapon; medium weaponry; medium arms; medium range weapon",
    "tank": "tank; battle tank; main battle tank; tank shell; tank fire; tank round; tank unit",
    "armoured_vehicle": """
        armoured vehicle; armored vehicle; armoured personnel carrier; armored personnel carrier;
        infantry fighting vehicle; armour; armor; military vehicle; apc; bmp""",
    "rocket_launcher": """
        rocket launcher; multiple rocket launcher; multiple launch rocket system;
        multiple rocket launch system; multiple rocket launcher system; multi barrel rocket launcher;
        rocket launch pad; rocket launching pad; rocket launching platform; rocket system; mlrs;
        missile launcher; launcher; launch pad; launching pad; grad launcher; grad system; grad rocket;
        grad missile""",
    "artillery": """
        artillery; artillery piece; artillery gun; artillery shell; artillery fire; artillery unit;
        artillery system; artillery round; heavy artillery; howitzer; field gun; heavy gun; cannon;
        artillery battery; artillery bombardment; artillery shelling""",
    "mortar": """
        mortar; mortar shell; mortar round; mortar bomb; mortar fire; mortar launcher;
        mortar attack""",
    "rocket": "rocket; rocket shell; rocket fire; unguided rocket; rocket projectile",
    "missile": """
        missile; ballistic missile; cruise missile; guided missile; surface to surface missile;
        anti tank missile; anti tank guided missile; anti aircraft missile; atgm; manpads""",
    "aircraft": """
        aircraft; warplane; fighter jet; jet fighter; jet; fighter plane; fighter bomber; helicopter;
        helicopter gunship; gunship; attack helicopter; military aircraft; military plane; bomber;
        airplane; aeroplane; plane; fighter aircraft; war plane; barrel bomb""",
    "drone": """
        drone; unmanned aerial vehicle; unmanned aircraft; unmanned aerial system; uav; quadcopter""",
    "small_arms": """
        small arms; light weapon; light weaponry; rifle; assault rifle; sniper rifle; machine gun;
        heavy machine gun; machinegun; rocket propelled grenade; rpg; grenade; hand grenade;
        grenade launcher; pistol; handgun; kalashnikov; automatic weapon""",
    "chemical": """
        chemical weapon; chemical agent; chlorine; chlorine gas; sarin; poison gas; toxic gas;
        toxic agent; tear gas; toxic substance; toxic chemical; nerve agent; nerve gas; mustard gas;
        chemical munition; poisonous gas; poisonous substance; chemical shell; chemical warfare""",
    "mine": """
        land mine; landmine; mine; anti personnel mine; anti tank mine; naval mine;
        improvised explosive device; ied; explosive device; booby trap; roadside bomb""",
    "bomb": """
        bomb; car bomb; cluster bomb; cluster munition; explosive; explosive belt; suicide vest;
        vacuum bomb; phosphorus bomb; incendiary weapon; white phosphorus""",
    "shell": "shell; projectile",
    "weapons": "weapon; weaponry; arms; ammunition; munition; armament; firearm; gun; missile system",
    "fighters": """
        fighter; gunman; gunmen; militant; militiaman; militiamen; combatant; rebel; insurgent;
        jihadist; extremist; terrorist; radical; soldier; troop; serviceman; servicemen; personnel;
        mercenary; mercenaries; armed man; armed men; armed group; radical group; militant group;
        extremist group; terrorist group; jihadist group; rebel group; armed element; militia;
        armed faction; rebel faction; armed formation; military unit; force; military force;
        armed force; ground force; guerrilla; paramilitary""",
    "observation_post": """
        observation post; observation point; observation tower; monitoring post; monitoring point;
        monitoring station; observer post; surveillance post; military observation post""",
    "checkpoint": """
        checkpoint; check point; military checkpoint; army checkpoint; roadblock; road block""",
    "crossing": """
        crossing; crossing point; border crossing; border gate; crossing gate; humanitarian crossing;
        trade crossing; commercial crossing; border post; level crossing""",
    "corridor": "humanitarian corridor; safe corridor; corridor",
    "prisoners": """
        prisoner; prisoner of war; prisoners of war; detainee; captive; hostage; abductee;
        internee; inmate; pow; political prisoner; kidnapped civilian; kidnapped person""",
    "survey": "survey; joint survey; land survey; field survey; border survey",
    "road": "highway; motorway; road; main road; international road; international highway",
    "base": "military base; air base; airbase; army base; naval base; barracks; military camp",
    "fortification": """
        fortification; trench; trenches; earth mound; berm; bunker; defensive position;
        fortified position; tunnel""",
    "convoy": "convoy; military convoy; aid convoy; military column",
}

_NOT: Final = frozenset(
    {
        *("think tank", "water tank", "fuel tank", "oil tank", "gas tank", "septic tank"),
        *("coal mine", "gold mine", "salt mine", "of mine", "nut shell", "sea shell"),
        *(
            "suicide bomber",
            "suicide bombers",
            "task force",
            "air force",
            "work force",
            "police force",
        ),
        *("in force", "by force", "into force", "use of force"),
    }
)
"""Pairs and triples in which the last word is not the object."""

_ONLY_PLURAL: Final = frozenset({"shell", "mine"})
_ALSO_VERBS: Final = frozenset(
    {"bomb", "force", "survey", "mortar", "rocket", "arm", "mine", "shell"}
)
_BEFORE_VERBS: Final = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "did"}
)

WEAPONS: Final = frozenset(
    {
        *("heavy_weapons", "medium_weapons", "tank", "armoured_vehicle", "rocket_launcher"),
        *("artillery", "mortar", "rocket", "missile", "aircraft", "drone", "small_arms"),
        *("chemical", "mine", "bomb", "shell", "weapons"),
    }
)
"""Classes of things that kill."""

_LINES = re.compile(
    r"\b(?:zone|area)(?:['’]s)?\s+(?:exact\s+)?(?:lines?|borders?|boundar(?:y|ies)|limits|contours?)\b"
    r"|\b(?:exact\s+)?(?:lines?|borders?|boundar(?:y|ies)|limits|contours?|demarcation|delimitation|delineation"
    r"|configuration|outlines?|coordinates)\s+of\s+"
    r"(?:(?:the|a|this|that|its)\s+)?(?:[\w-]{1,30}\s+){0,3}(?:zone|(?:demilitari[sz]ed|buffer)\s+(?:area|strip|belt))\b"
    r"|\bdemarcation\s+lines?\b",
    re.IGNORECASE,
)

CLASSES: Final = frozenset({*_PHRASES, "zone_lines"})
"""Every class that a duty may name."""


class ObjectFound(NamedTuple):
    """An object in a text: `text[start:end]` and its class."""

    start: int
    end: int
    kind: str


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")) or len(word) < 4 or word == "arms":
        return word
    return word.removesuffix("s")


def _compile() -> dict[str, dict[tuple[str, ...], str]]:
    by_first: dict[str, dict[tuple[str, ...], str]] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in phrases.split(";"):
            words = tuple(_singular(word) for word in phrase.split())
            by_first.setdefault(words[0], {})[words] = kind
    return by_first


_BY_FIRST: Final = _compile()
_LONGEST: Final = max(len(words) for phrases in _BY_FIRST.values() for words in phrases)


def _longest_at(words: list[Word], folded: list[str], place: int) -> tuple[int, str] | None:
    phrases = _BY_FIRST[folded[place]]
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        kind = phrases.get(tuple(folded[place : place + length]))
        if kind is not None and _joined(words[place : place + length]):
            return length, kind
    return None


def _joined(words: list[Word]) -> bool:
    return all(later.start - earlier.end <= 2 for earlier, later in pairwise(words))


def _misleads(words: list[Word], folded: list[str], place: int, length: int) -> bool:
    """Tell whether a word is not the object here: part of another phrase, a verb, a pronoun."""
    if any(" ".join(folded[max(0, place - before) : place + 1]) in _NOT for before in (1, 2)):
        return True
    if length > 1:
        return False
    word = words[place].folded
    before = folded[place - 1] if place else ""
    return word in _ONLY_PLURAL or (word in _ALSO_VERBS and before in _BEFORE_VERBS)


def objects_among(words: list[Word]) -> Iterator[ObjectFound]:
    """Yield the objects that successive words of a text name: longest first, in order, apart."""
    folded = [_singular(word.folded) for word in words]
    place = 0
    while place < len(words):
        found = _longest_at(words, folded, place) if folded[place] in _BY_FIRST else None
        if found is None or _misleads(words, folded, place, found[0]):
            place += 1
            continue
        length, kind = found
        last = words[place + length - 1]
        yield ObjectFound(words[place].start, last.end, kind)
        place += length


def find_objects(text: str, start: int = 0, end: int | None = None) -> Iterator[ObjectFound]:
    """Yield the objects named in `text[start:end]`; what lines of a zone are comes last."""
    last = len(text) if end is None else end
    yield from objects_among(list(words_of(text, start, last)))
    for lines in _LINES.finditer(text, start, last):
        yield ObjectFound(lines.start(), lines.end(), "zone_lines")


def object_classes(words: str) -> tuple[str, ...]:
    """Give every class of object that `words` name, each once, in their order."""
    return _classes(words)


def object_class(words: str) -> str | None:
    """Give the class of the object that `words` name first; None where they name none."""
    if _LINES.search(words):
        return "zone_lines"
    classes = _classes(words)
    return classes[0] if classes else None


@lru_cache(maxsize=4096)
def _classes(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.kind for found in find_objects(words)))
