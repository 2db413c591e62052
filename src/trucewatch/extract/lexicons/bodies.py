"""Head nouns of armed groups, organisations, outlets and places."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.lexicons import words

ARMED: Final = words(
    """
    brigade brigades battalion battalions army front legion division corps militia militias regiment
    forces guard guards movement faction factions squadron company jihad jabhat liwa jaysh
    """
)
"""Heads of the names of armed groups, in capitals."""

ARMED_SMALL: Final = words(
    "brigade brigades battalion battalions militia militias army forces movement legion regiment"
)
"""Heads that make an armed group's name of the capitals before them even when written small."""

ARMED_FIRST: Final = words(
    """
    jaysh jaish jaych liwa liwaa jabhat jabha jebhat harakat haraka kataib kataeb katibat katiba faylaq
    failaq faylak failak feylaq jeish firqat ansar ansaar jund jond ajnad ahrar ahraar suqour suqur
    suqoor soqour hurras hurraas horas hayat hayyat haiat hayet heyet tanzim
    saraya asaib jamaat usud fursan
    """
)
"""Words that open the names of armed groups, before an article: "Jaysh al-Xyz"."""

UNITS: Final = words("brigade battalion division regiment squadron company legion corps")
"""Heads that make another name of a group's when they stand behind it, in capitals."""

BODIES: Final = words(
    """
    observatory organisation organization committee council commission union ministry agency centre
    center network foundation institute association authority parliament party office coalition
    federation assembly department directorate command court university hospital bank society
    crescent cross administration league congress secretariat mission embassy command government
    group alliance bureau service services police navy presidency nations committees councils
    groups societies defence defense
    """
)
"""Heads of the names of organisations, in capitals."""

BODIES_SMALL: Final = words(
    """
    ministry government parliament presidency police military navy embassy delegation authorities
    """
)
"""Heads that make a body's name of the nationality before them even when written small."""

NATIONALITIES: Final = ("ian", "ish", "ese", "ican")
"""Ends of adjectives of nations."""

OF_A_NATION: Final = ("an", "ish", "ese", "i", "ch", "lander")
"""Ends of words before a small-written body of a state."""

OFFICES: Final = words("foreign defence defense interior health justice finance information energy")
"""What may stand between a nationality and its small-written ministry."""

OUTLET_HEADS: Final = words(
    "news times post tribune herald gazette journal tv television radio daily telegraph weekly"
    " press courier wire chronicle"
)
"""Last words of the names of outlets, in capitals."""

SETTLEMENTS: Final = words(
    """
    city town village hamlet suburb hill neighbourhood neighborhood settlement
    cities towns villages hamlets suburbs hills neighbourhoods neighborhoods settlements
    """
)
AREAS: Final = words(
    "province governorate district subdistrict county region countryside valley plain"
)
"""Head nouns of places: "the village of X", "X province"."""

SITES: Final = words("airport airbase crossing dam camp prison")
"""Head nouns of places that follow their names only."""
