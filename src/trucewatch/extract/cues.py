"""Cues: the words that give other words to a speaker, and what each of them governs.

Letters of `frames`: `C` a clause ("that ...", a bare clause, a quotation), `c` a clause with "that",
or of a poll or report, `Q` a quotation only, `T` an infinitive, `O` a noun phrase, `A` somebody spoken
to and then a clause or infinitive, `P` whom the word is aimed at and then what he is accused of,
urged or asked to do, `D` somebody and what he is called, `S` nothing but "X as saying", `t` a clause
that is thought, not said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from trucewatch.extract.lexicons import words

Form = Literal["base", "present", "past", "ing", "participle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A form of a verb that gives words to a speaker.

    One of `particles` must follow where there are any ("point out"). `noun` tells that the form is a
    noun too. `weight` is how surely it is a cue.
    """

    lemma: str
    form: Form
    frames: str
    particles: tuple[str, ...]
    noun: bool
    weight: float


_TABLE: Final = (
    # frames, weight, lemmas (behind "+" the particles of which one must follow)
    ("CO", 0.95, "say"),
    ("A", 0.95, "tell"),
    ("A", 0.85, "inform assure remind notify text"),
    (
        "CO",
        0.9,
        """
        note stress announce declare confirm explain assert reveal disclose acknowledge admit
        concede emphasize emphasise underline underscore reiterate affirm reaffirm indicate allege
        suggest predict tweet
        """,
    ),
    (
        "C",
        0.9,
        """
        add insist argue contend remark lament complain boast joke caution testify conclude
        quip muse opine retort clarify specify attest write warn bemoan protest confide scoff rejoin vouch
        """,
    ),
    (
        "CO",
        0.75,
        "report mention recount estimate highlight recall proclaim imply propose recommend detail",
    ),
    (
        "C",
        0.7,
        """
        comment observe reply speculate hint signal respond counter agree learn state elaborate rule
        point+out make+clear go+on own+up let+slip|on
        """,
    ),
    ("c", 0.6, "find show conclude hear decide maintain hold publish"),
    ("CO", 0.6, "document record register count tally log"),
    (
        "Q",
        0.8,
        """
        answer continue repeat exclaim shout interject yell chant cry post read recite object
        reprint republish begin whisper growl snap sum+up put+it ask wonder think run
        """,
    ),
    ("CT", 0.85, "vow swear promise"),
    ("CTO", 0.9, "claim"),
    ("CTO", 0.85, "pledge threaten demand"),
    ("T", 0.6, "offer refuse undertake"),
    ("CO", 0.85, "deny"),
    ("O", 0.75, "refute rebut dispute"),
    ("P", 0.85, "accuse urge implore exhort blame"),
    ("P", 0.75, "call+on|upon appeal+to ask invite order instruct warn"),
    (
        "O",
        0.75,
        """
        own+up claim+responsibility|credit take+credit|responsibility accept+responsibility|blame
        confess+to admit+to plead+for call+for warn+of|against|about complain+about|of
        speak+of|about talk+about boast+about|of
        hint+at insist+on point+to refer+to allude+to
        condemn denounce criticize criticise praise hail decry deplore slam blast dismiss reject
        welcome mock commend deride lambast ridicule cite criticise laud rebuke defend discuss
        describe blame question mention propose thank express
        """,
    ),
    ("D", 0.7, "call dub brand label pronounce"),
    ("S", 0.9, "quote"),
    ("t", 0.55, "believe think fear hope expect suspect feel worry know doubt"),
)
_NOUNS: Final = words("""
    report claim state note comment post estimate signal promise pledge demand
    stress answer question reply hope fear hint order call appeal blame urge offer
    complaint boast joke counter mention repeat cry object tweet proposal complain caution rule
    text document record register count protest doubt snap run growl whisper dispute
    """)
"""Lemmas whose forms are nouns too."""

_IRREGULAR: Final = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "found", "finding"),
    "make": ("makes", "made", "made", "making"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "read": ("reads", "read", "read", "reading"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "go": ("goes", "went", "gone", "going"),
    "put": ("puts", "put", "put", "putting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "know": ("knows", "knew", "known", "knowing"),
    "show": ("shows", "showed", "shown", "showing"),
    "let": ("lets", "let", "let", "letting"),
    "take": ("takes", "took", "taken", "taking"),
    "run": ("runs", "ran", "run", "running"),
    "hold": ("holds", "held", "held", "holding"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
}
_DOUBLED: Final = words("admit quip slam dub refer snap")
_DOUBLED_ABROAD: Final = words("signal label counsel")
"""Verbs whose last letter is doubled in some spellings."""


def _inflect(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield a verb's forms."""
    yield lemma, "base"
    if lemma in _IRREGULAR:
        present, past, participle, ing = _IRREGULAR[lemma]
        yield from ((present, "present"), (past, "past"), (ing, "ing"))
        if participle != past:
            yield participle, "participle"
        return
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from ((lemma[:-1] + "ies", "present"), (lemma[:-1] + "ied", "past"))
    else:
        hissing = lemma.endswith(("s", "x", "z", "ch", "sh"))
        yield from ((lemma + ("es" if hissing else "s"), "present"),)
        yield stem + ("d" if stem.endswith("e") else "ed"), "past"
        if lemma in _DOUBLED_ABROAD:
            yield lemma + lemma[-1] + "ed", "past"
    yield (stem.removesuffix("e")) + "ing", "ing"


def _forms() -> dict[str, tuple[Cue, ...]]:
    """Give every form of every verb; those that need a particle come first."""
    forms: dict[str, list[Cue]] = {}
    for frames, weight, lemmas in _TABLE:
        for entry in lemmas.split():
            lemma, _, particles = entry.partition("+")
            for form, name in _inflect(lemma):
                cue = Cue(
                    lemma=lemma,
                    form=name,
                    frames=frames,
                    particles=tuple(particles.split("|")) if particles else (),
                    noun=lemma in _NOUNS and name in ("base", "present"),
                    weight=weight,
                )
                forms.setdefault(form, []).append(cue)
    return {
        form: tuple(sorted(cues, key=lambda cue: not cue.particles)) for form, cues in forms.items()
    }


FORMS: Final = _forms()
"""Every form of every cue verb, small letters, and what it may be."""
