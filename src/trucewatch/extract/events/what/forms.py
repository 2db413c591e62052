"""Forms of English verbs, from their lemma: base, s, past, participle, ing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

Form = Literal["base", "s", "past", "participle", "ing", "noun"]

# Lemma, past, participle; the participle is left out where it is the past.
_IRREGULAR: Final = """
become became become / begin began begun / beat beat beaten / blow blew blown / break broke broken
bring brought / build built / buy bought / catch caught / choose chose chosen / come came come
cut cut / deal dealt / do did done / draw drew drawn / drive drove driven / fall fell fallen
feel felt / fight fought / find found / flee fled / fly flew flown / forbid forbade forbidden
get got / give gave given / go went gone / grow grew grown / hear heard / hide hid hidden / hit hit
hold held / hurt hurt / keep kept / know knew known / lay laid / lead led / leave left / let let
lie lay lain / lose lost / make made / mean meant / meet met / overrun overran overrun
overtake overtook overtaken / pay paid / put put / quit quit / read read / retake retook retaken
rise rose risen / run ran run / say said / see saw seen / seek sought / sell sold / send sent
set set / shake shook shaken / shoot shot / show showed shown / shut shut / sit sat / speak spoke spoken
spend spent / spread spread / stand stood / steal stole stolen / stick stuck / strike struck
strive strove striven / swear swore sworn / take took taken / teach taught / tear tore torn / tell told
think thought / throw threw thrown / understand understood / undertake undertook undertaken
uphold upheld / wake woke woken / wear wore worn / win won / withdraw withdrew withdrawn
withhold withheld / withstand withstood / wreak wreaked / write wrote written / arise arose arisen
foresee foresaw foreseen / forecast forecast / bid bid / cast cast / cost cost / bear bore borne
bind bound / hang hung / lend lent / light lit / ring rang rung / seal sealed / sink sank sunk
slay slew slain / sweep swept / swing swung / undergo underwent undergone / rebuild rebuilt
"""
_DOUBLED: Final = frozenset(
    [
        "admit",
        "ban",
        "bar",
        "commit",
        "compel",
        "control",
        "cut",
        "dispel",
        "drag",
        "drop",
        "equip",
        "expel",
        "fit",
        "get",
        "grab",
        "hit",
        "knit",
        "let",
        "man",
        "map",
        "nab",
        "occur",
        "omit",
        "patrol",
        "permit",
        "plan",
        "plot",
        "prefer",
        "propel",
        "put",
        "quit",
        "refer",
        "regret",
        "repel",
        "rid",
        "rob",
        "run",
        "scrap",
        "set",
        "shell-out",
        "ship",
        "shun",
        "shut",
        "slam",
        "slip",
        "spot",
        "star",
        "step",
        "stop",
        "strip",
        "swap",
        "tap",
        "transfer",
        "transmit",
        "trap",
        "trim",
        "unplug",
        "wrap",
        "win",
        "sit",
        "dig",
        "begin",
        "outfit",
        "skip",
        "slap",
        "stab",
        "stem",
    ]
)


def _irregular() -> dict[str, tuple[str, str]]:
    entries = (entry.split() for line in _IRREGULAR.splitlines() for entry in line.split(" / "))
    return {entry[0]: (entry[1], entry[-1]) for entry in entries if entry}


_PASTS: Final = _irregular()


def forms_of(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield a verb's forms with their names, in the order base, s, past, participle, ing."""
    yield lemma, "base"
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")
    if consonant_y:
        yield lemma[:-1] + "ies", "s"
    else:
        hissing = lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
        yield lemma + ("es" if hissing else "s"), "s"
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma in _PASTS:
        past, participle = _PASTS[lemma]
    else:
        regular = lemma[:-1] + "ied" if consonant_y else stem + ("d" if stem[-1] == "e" else "ed")
        past = participle = regular
    yield past, "past"
    yield participle, "participle"
    yield _ing(lemma, stem), "ing"


def _ing(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return stem + "ing"
