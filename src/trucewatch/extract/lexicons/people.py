"""Words that stand before or behind a person's name."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.lexicons import words

TITLES: Final = words(
    """
    mr mrs ms miss dr prof professor sir lord lady sheikh sheik imam mullah mufti rev bishop father
    president vice-president premier chancellor king queen prince princess emir sultan
    minister secretary ambassador envoy consul diplomat governor mayor senator congressman
    congresswoman lawmaker deputy mp judge prosecutor commissioner rapporteur
    spokesman spokeswoman spokesperson speaker representative delegate negotiator mediator
    gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral brig
    brigadier sgt sergeant cpl corporal spc pfc pvt cdr marshal
    chief leader head director chairman chairwoman chairperson
    coordinator co-ordinator negotiator adviser advisor analyst expert researcher academic
    activist resident journalist reporter correspondent editor author lawyer doctor teacher
    fighter militant rebel soldier officer official
    counterpart colleague fm pm
    """
)
"""A name in capitals behind one of these is a person's."""

PARTICLES: Final = words("al el bin ibn abu abd umm de da di du la van von der den ul ur ud az")
"""Small words inside a person's name."""

NOT_A_NAME: Final = words(
    """
    staff assembly command secretariat directorate council committee office commission court party
    house palace cabinet ministry department agency institute university university union army
    front brigade battalion movement force forces centre center group bank company association
    of for affairs security defence defense foreign prime state national international general
    news times post tv television radio press media agency
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    north south east west northern southern eastern western central
    province city town village district governorate region zone street road square
    committees councils forces groups organisations organizations councils units united joint local
    shiite shia sunni muslim christian islamic
    """
)
"""Words in capitals that no person's name holds."""

DAYS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr aug sept oct nov dec
    """
)
"""Capitals that are part of no name."""
