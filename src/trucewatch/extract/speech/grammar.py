"""Plain words of English that the reader of statements tells apart: no names, no events."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.lexicons import words

PRONOUNS: Final = words("he she they it we i you who")
"""Words that are a subject by themselves."""

REFLEXIVES: Final = words("itself himself herself themselves")
RELATIVES: Final = words("who which whom whose")

DETERMINERS: Final = words("""
    the a an this that these those his her its their our my your some any no each every another
    both several many few all most other one two three four five six seven eight nine ten dozens
    """)

STANDALONE: Final = words("""
    some many others most several both all another one two three neither few those none
    sources officials witnesses residents activists reports everyone nobody somebody
    """)
"""Words that are a source without anything more."""

AUXILIARIES: Final = words("""
    is are was were be been being am has have had having do does did will would could may might
    should can must shall cannot 's 've 'd 'll 're ’s ’ve ’d ’ll ’re
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't
    can't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t
    wouldn’t couldn’t can’t shouldn’t
    """)
BE: Final = words(
    "is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t"
)
MODALS: Final = words("will may might could should must can shall would won't 'll ’ll")
NEGATIONS: Final = words("not never neither nor cannot n't")

ADVERBS: Final = words("""
    also again later earlier then now just already only once further still even first since
    meanwhile however nonetheless nevertheless instead too separately reportedly ever always often
    sometimes soon recently today yesterday tonight thus therefore moreover furthermore though
    personally far twice yet afterwards afterward
    """)
NOT_ADVERBS: Final = words(
    "family ally supply reply assembly july italy early daily weekly monthly july rally fly"
)

CONJUNCTIONS: Final = words("""
    that which when while where if because although though as since after before until unless but
    or nor so than whether how why what whereas despite once amid like except and
    """)
"""Words that no noun phrase runs across (`and` is looked at on its own)."""

PREPOSITIONS: Final = words("""
    of for in at from with to on by into onto over under about against during through via near
    between among across around behind beyond within without inside outside toward towards upon
    following per out up down off ahead amid alongside
    """)
BINDING: Final = words("of for from in at with to on by inside within near behind")
"""Prepositions that may join a noun to what it is of."""

WEAK_JOINTS: Final = words("familiar close based briefed involved privy responsible stationed")
"""Adjectives between a noun and the preposition that joins it: "a source close to ..."."""

SPEAKING_NOUNS: Final = words("""
    source sources official officials spokesman spokeswoman spokesperson spokesmen spokespeople
    spokespersons commander commanders leader leaders fighter fighters diplomat diplomats envoy
    envoys adviser advisers advisor advisors aide aides activist activists resident residents
    witness witnesses correspondent correspondents reporter reporters observer observers analyst
    analysts expert experts head chief director deputy minister ministers president secretary
    officer officers general colonel member members representative representatives ambassador
    doctor doctors worker workers rescuers medics medic people person man woman critics figures
    chairman chairwoman chair governor mayor negotiator negotiators delegate delegation
    opposition group groups authorities statement statements report reports communique office
    ministry council government army coordinator spokesmen politician lawmaker lawmakers
    """)
"""Nouns of those who speak and of what speaks for them."""

DOCUMENT_NOUNS: Final = words("""
    statement statements communique communiqué declaration report reports post tweet tweets message
    letter bulletin release note document video audio recording dispatch article email text memo
    interview briefing conference speech remarks comments address podcast broadcast
    """)
"""What words are said in."""

TEXTS: Final = words("""
    agreement deal accord memorandum pact treaty plan schedule timetable timeline clause article
    terms law rules map roadmap understanding provisions need needs size rank age
    """)
"""Nouns of what says something without anybody saying it."""

MODIFIERS_ED: Final = words("""
    armed unnamed united allied retired displaced wounded besieged unidentified affiliated related
    injured informed well-placed embattled elected appointed exiled detained accredited senior
    named nicknamed so-called supposed self-proclaimed red unconfirmed unverified self-styled
    """)
"""Words in -ed that stand before a noun."""

MODIFIERS_ING: Final = words("""
    leading ruling monitoring warring fighting acting visiting governing meeting building briefing
    hearing gathering filing bombing shelling morning evening posting opening training funding
    beginning broadcasting crossing ceasing writing messaging
    """)

VERBS: Final = words("""
    went came took made gave left fell held kept led met ran saw sent set shot stood struck threw
    won began became broke brought built bought caught chose cut drew drove fought flew found got
    grew hit hurt knew lay lost meant paid put rose sat sold shut spoke spent spread thought
    understood withdrew wrote let arose swept fled forced seized goes comes takes makes gives
    leaves holds keeps leads meets runs sees sends sets stands strikes wins begins becomes breaks
    brings gets hits knows loses means puts rises seems seem remains remain continues continue
    rang called phoned texted asked sworn
    appears appear wants want needs need plans includes include shows show
    """)
"""Verb forms that end in neither -ed nor -ing and are seldom nouns."""

DAYS: Final = words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    """)


def is_adverb(low: str) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and low not in NOT_ADVERBS and len(low) > 3)


def is_verb_like(low: str) -> bool:
    """Tell whether a small word is likely to be a finite verb or participle, not a noun."""
    if low in AUXILIARIES or low in VERBS:
        return True
    if low.endswith("ed") and len(low) > 3:
        return low not in MODIFIERS_ED and "-" not in low
    return False


def is_nominal(low: str) -> bool:
    """Tell whether a small word may stand inside a noun phrase."""
    if (
        low in CONJUNCTIONS
        or low in PREPOSITIONS
        or low in PRONOUNS
        or low in RELATIVES | REFLEXIVES
    ):
        return False
    if is_verb_like(low) or is_adverb(low):
        return False
    return not (
        low.endswith("ing") and "-" not in low and low not in MODIFIERS_ING and len(low) > 5
    )
