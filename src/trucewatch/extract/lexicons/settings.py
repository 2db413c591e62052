"""Words around a name that tell an actor from a place."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.lexicons import words

PLACE_BEFORE: Final = words(
    """
    in at near inside outside around across throughout into through towards toward outskirts
    surrounding beyond capital city town village
    left leaving leave reached reaching entered entering visited visiting shelled shelling bombed
    bombing captured capturing seized evacuated
    """
)
"""A name right behind one of these is a place."""

PLACE_UNLESS_ACTING: Final = words("from to")
"""A name right behind one of these is a place, unless it is given or gives something."""

GIVEN: Final = words(
    """
    support backing approval demand demands request requests pressure message messages offer letter
    proposal response answer call calls guarantee guarantees assurance assurances statement
    permission order orders loyal allied according thanks belong belongs belonging handed hand gave
    give sent send sold sell owe close
    """
)
"""Words before "from X" or "to X" that make X an actor."""

PLACE_AFTER: Final = words(
    """
    province city town village governorate region countryside district suburb suburbs outskirts
    airport area sky skies
    """
)
"""A name right before one of these is a place."""

DIRECTIONS: Final = words(
    """
    north south east west northeast northwest southeast southwest northern southern eastern western
    northeastern northwestern southeastern southwestern central rural greater
    """
)
"""Compass words: behind one of these, a name is a place."""

PARTICIPLES: Final = words(
    """
    backed led held controlled supported sponsored allied aligned affiliated brokered funded
    occupied run ruled linked trained armed dominated friendly installed
    """
)
"""Behind a name and a hyphen, these make a word for something else: "Xland-backed"."""

PLACE_BEFORE_OF: Final = words(
    """
    city town village villages province governorate countryside capital outskirts suburbs vicinity
    surroundings north south east west northeast northwest southeast southwest centre center edge
    skies streets district area areas part parts
    """
)
"""A name behind one of these and "of" is a place."""

STRUCK: Final = words(
    """
    bombed bombarded shelled struck hit pounded shaken raided stormed besieged encircled surrounded
    evacuated captured seized overrun
    """
)
"""What is done to towns: a capital of which it is told is the town, not its government."""

NO_PLACE_BEFORE: Final = words("law laws court courts judge judges tax")
"""Before one of these, a name that a place shares with a common word is that word."""

ADJECTIVES: Final = words("terrorist terror extremist radical")
ACTS: Final = words(
    """
    attack attacks act acts threat threats activity activities ideology financing plot plots list
    designation offence offences crime crimes
    """
)
"""An adjective for a class before one of these speaks of a deed, of nobody who did it."""
