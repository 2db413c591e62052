"""Words that decide where a sentence ends: abbreviations, openers, verbs behind a quotation."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.lexicons import words

ABBREVIATIONS: Final = words(
    """
    mr mrs ms messrs dr prof rev fr st sr sen rep gov pres hon
    gen lt col maj capt cpt cmdr adm brig sgt cpl pvt spc amb atty supt insp det
    jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thur thurs fri sat
    vs viz approx est dept univ assn bros al cf ca eds ed vol pp fig figs sect art
    mt ft
    """
)
"""A stop behind one of these never ends a sentence before a capital."""

ABBREVIATIONS_BEFORE_NUMBERS: Final = frozenset(
    {"no", "nos", "p", "pp", "vol", "art", "ch", "para"}
)
"""A stop behind one of these ends no sentence before a number ("No. 5")."""

ABBREVIATIONS_ANYWHERE: Final = frozenset(
    {
        "inc",
        "ltd",
        "corp",
        "co",
        "jr",
        "sr",
        "etc",
        "ph.d",
        "a.m",
        "p.m",
        "b.c",
        "a.d",
        "e.g",
        "i.e",
    }
)
"""A stop behind one of these may end a sentence: it does before a word that opens one."""

OPENERS: Final = words(
    """
    the a an this that these those he she it they we i you his her its their our my your
    there here in on at by for from with without under over after before during since until
    but and or nor yet so also however meanwhile moreover furthermore nevertheless still then
    according as if when while although though because despite earlier later last next
    some many most several all both each every no none one two three what who which where why how
    not now today yesterday tomorrow
    """
)
"""Words that open a sentence with a capital, and are seldom part of a name."""

SPEECH_VERBS: Final = words(
    """
    said says say told tells added adds asked asks asserted asserts announced announces argued
    alleged alleges affirmed claimed claims commented complained concluded confirmed confirms
    continued cried declared declares denied denies emphasised emphasized explained explains
    exclaimed insisted insists noted notes observed pledged pointed promised quipped reiterated
    remarked replied replies reported reports responded revealed shouted stated states stressed
    stresses suggested tweeted urged urges vowed vows warned warns wrote writes yelled
    """
)
"""Verbs that give words to a speaker."""
