"""Deeds and happenings: verbs of speech whose subject says nothing, or does something instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.grammar import BINDING, DOCUMENT_NOUNS, SPEAKING_NOUNS
from trucewatch.extract.speech.subjects import Phrase
from trucewatch.extract.speech.verbs import Group

FINDINGS: Final = words("""
    poll polls survey surveys report reports study studies data figures records documents analysis
    images footage inquiry investigation inspection
    """)
"""Nouns of what tells what was found."""

DONE: Final = words("discuss order refuse offer question talk speak ask invite agree")
"""Verbs of what is done rather than told: where another tells it, the words are that one's."""

WARDS_OFF: Final = words("""
    repel repels repelled repulse repulses repulsed thwart thwarts thwarted foil foils foiled rebuff
    """)
"""What headlines tell of a defender, who says nothing: "Xish army repels assault on P"."""

_SHOWN: Final = words("""
    highlight underline underscore emphasize emphasise stress show indicate suggest signal imply
    point refer threaten demand deny refuse offer promise pledge recall reveal confirm question
    blame accuse recommend propose hint cite estimate detail allude mention
    """)
HAPPENINGS: Final = words("""
    attack attacks strike strikes raid raids bombing bombings shelling clash clashes violence
    fighting offensive assault move moves step steps event events incident incidents war conflict
    crisis truce ceasefire withdrawal pullout siege failure success loss losses gains delay
    deadline threat threats approval visit blast blasts range distance death deaths toll victory
    defeat disease diseases fire fires protests rally rallies escalation development developments
    """)
_HAPPENING_ENDS: Final = ("tion", "sion", "ment", "ness", "ance", "ence")
_BODIES: Final = words("""
    administration organisation organization commission mission coalition delegation federation
    association foundation corporation institution opposition union nation faction population
    station television publication parliament government department movement regiment
    establishment document announcement intelligence audience conference alliance resistance
    defence defense embassy agence
    """)


def happens(atoms: Sequence[Atom], cue: Cue, subject: Phrase) -> bool:
    """Tell whether what shows something is no speaker: "the raid highlighted the danger"."""
    if cue.lemma not in _SHOWN:
        return False
    of = (at for at in range(subject.first + 1, subject.last) if atoms[at].low in BINDING)
    head = atoms[next(of, subject.last) - 1]
    if head.low in SPEAKING_NOUNS or head.low in DOCUMENT_NOUNS or head.low in _BODIES:
        return False
    told = head.low in FINDINGS or head.kind not in ("word", "name")
    return not told and (head.low in HAPPENINGS or head.low.endswith(_HAPPENING_ENDS))


def only_does(atoms: Sequence[Atom], group: Group) -> bool:
    """Tell whether a participle says nothing: "men threatening the town", "rallies demanding X"."""
    before, lemma = atoms[group.first - 1], group.cues[0].lemma
    if lemma == "threaten" or before.low == "from":
        return True
    speaks = before.low in SPEAKING_NOUNS or before.low in DOCUMENT_NOUNS
    return lemma in ("demand", "recommend") and before.kind == "word" and not speaks
