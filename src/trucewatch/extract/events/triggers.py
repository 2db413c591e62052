"""Words that report an event, with its kind in PLOVER's and ACLED's terms.

Sources: PLOVER (Halterman et al. 2023), ACLED codebook (2023): their types, not their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from trucewatch.core.reading import EventKind as Kind

Form = Literal["base", "s", "past", "participle", "ing", "noun"]


class Trigger(NamedTuple):
    """A trigger in a text: `text[start:end]`, the kind of event, its form and what it is called."""

    start: int
    end: int
    kind: Kind
    form: Form
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a trigger word means: kind, PLOVER type and mode, ACLED sub-event type."""

    kind: Kind
    plover: str
    mode: str | None = None
    acled: str | None = None


_SHELL: Final = "Shelling/artillery/missile attack"
_AIR: Final = "Air/drone strike"
_CLASH: Final = "Armed clash"

SENSES: Final[dict[str, Sense]] = {
    "attack": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "shell": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode="heavy-weapons", acled=_SHELL),
    "strike": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode="aerial", acled=_AIR),
    "breach": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode="ceasefire-violation"),
    "kill": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "clash": Sense(kind=Kind.CLASH, plover="ASSAULT", mode="firearms", acled=_CLASH),
    "seize": Sense(
        kind=Kind.SEIZURE, plover="ASSAULT", mode="territory", acled="Seizure of territory"
    ),
    "withdraw": Sense(kind=Kind.WITHDRAWAL, plover="RETREAT", mode="withdraw"),
    "deploy": Sense(kind=Kind.DEPLOYMENT, plover="MOBILIZE", mode="troops"),
    "build": Sense(kind=Kind.CONSTRUCTION, plover="COOPERATE"),
    "patrol": Sense(kind=Kind.PATROL, plover="COOPERATE", mode="military"),
    "open": Sense(kind=Kind.OPENING, plover="CONCEDE", mode="resources"),
    "close": Sense(kind=Kind.CLOSURE, plover="SANCTION", mode="restrict"),
    "meet": Sense(kind=Kind.MEETING, plover="CONSULT", mode="meet"),
    "agree": Sense(kind=Kind.AGREEMENT, plover="AGREE"),
    "accept": Sense(kind=Kind.ACCEPTANCE, plover="AGREE"),
    "refuse": Sense(kind=Kind.REFUSAL, plover="REJECT"),
    "release": Sense(kind=Kind.RELEASE, plover="CONCEDE", mode="release"),
    "displace": Sense(kind=Kind.DISPLACEMENT, plover="RETREAT", mode="displace"),
    "disrupt": Sense(kind=Kind.OTHER, plover="THREATEN"),
    "remain": Sense(kind=Kind.DEPLOYMENT, plover="MOBILIZE", mode="troops"),
    "implement": Sense(kind=Kind.OTHER, plover="COOPERATE"),
    "violate": Sense(kind=Kind.OTHER, plover="REJECT"),
}

# Each line: the sense, then verb forms "base s past participle ing" (several split by "|").
_VERBS: Final = """
attack: attack attacks attacked attacked attacking | assault assaults assaulted assaulted assaulting
attack: storm storms stormed stormed storming | ambush ambushes ambushed ambushed ambushing
attack: raid raids raided raided raiding | assail assails assailed assailed assailing
attack: infiltrate infiltrates infiltrated infiltrated infiltrating
attack: target targets targeted targeted targeting | hit hits hit hit hitting
shell: shell shells shelled shelled shelling | bombard bombards bombarded bombarded bombarding
shell: pound pounds pounded pounded pounding | fire fires fired fired firing
strike: bomb bombs bombed bombed bombing | strike strikes struck struck striking
clash: clash clashes clashed clashed clashing
seize: seize seizes seized seized seizing | capture captures captured captured capturing
seize: recapture recaptures recaptured recaptured recapturing | retake retakes retook retaken retaking
seize: overrun overruns overran overrun overrunning
withdraw: withdraw withdraws withdrew withdrawn withdrawing | retreat retreats retreated retreated retreating
withdraw: evacuate evacuates evacuated evacuated evacuating | vacate vacates vacated vacated vacating
withdraw: leave leaves left left leaving | remove removes removed removed removing
withdraw: depart departs departed departed departing
deploy: deploy deploys deployed deployed deploying | station stations stationed stationed stationing
deploy: redeploy redeploys redeployed redeployed redeploying | reinforce reinforces reinforced reinforced reinforcing
build: establish establishes established established establishing | build builds built built building
build: construct constructs constructed constructed constructing | erect erects erected erected erecting
build: create creates created created creating
patrol: patrol patrols patrolled patrolled patrolling
open: open opens opened opened opening | reopen reopens reopened reopened reopening
open: re-open re-opens re-opened re-opened re-opening
close: close closes closed closed closing | shut shuts shut shut shutting | block blocks blocked blocked blocking
meet: meet meets met met meeting
agree: agree agrees agreed agreed agreeing | sign signs signed signed signing
accept: accept accepts accepted accepted accepting | endorse endorses endorsed endorsed endorsing
refuse: refuse refuses refused refused refusing | reject rejects rejected rejected rejecting
release: release releases released released releasing | free frees freed freed freeing
displace: displace displaces displaced displaced displacing | flee flees fled fled fleeing
disrupt: wreck wrecks wrecked wrecked wrecking | sabotage sabotages sabotaged sabotaged sabotaging
disrupt: undermine undermines undermined undermined undermining | disrupt disrupts disrupted disrupted disrupting
disrupt: derail derails derailed derailed derailing | thwart thwarts thwarted thwarted thwarting
remain: remain remains remained remained remaining
implement: implement implements implemented implemented implementing
implement: fulfil fulfils fulfilled fulfilled fulfilling | fulfill fulfills fulfilled fulfilled fulfilling
implement: respect respects respected respected respecting | honour honours honoured honoured honouring
implement: honor honors honored honored honoring
violate: violate violates violated violated violating | breach breaches breached breached breaching
"""

# Verbs of several words: the first word varies.
_PHRASES: Final = """
withdraw: pull pulls pulled pulled pulling + out|back
withdraw: move moves moved moved moving + out|away
seize: take takes took taken taking + control|over
build: set sets set set setting + up
deploy: bring brings brought brought bringing + in
attack: launch launches launched launched launching + an attack|attacks|an offensive|an assault
attack: open opens opened opened opening + fire
implement: comply complies complied complied complying + with
implement: abide abides abided abided abiding + by
implement: adhere adheres adhered adhered adhering + to
remain: stay stays stayed stayed staying + in|inside|put
attack: come comes came come coming + under attack|under fire
"""

_NOUNS: Final = """
attack: attack|attacks|assault|assaults|offensive|offensives|raid|raids|ambush|ambushes|incursion|incursions
attack: military operation|military operations|military campaign|infiltration attempt|infiltration attempts|infiltration
shell: shelling|shellings|bombardment|bombardments|mortar fire|artillery fire|rocket fire|shellfire|shell fire
shell: gunfire|tank fire|missile fire|mortar attack|mortar attacks|rocket attack|rocket attacks|missile attack|missile attacks
strike: airstrike|airstrikes|air strike|air strikes|air raid|air raids|strike|strikes|bombing|bombings|drone attack|drone attacks
strike: missile strike|missile strikes|air attack|air attacks|aerial attack|aerial attacks
breach: ceasefire violation|ceasefire violations|cease-fire violation|cease-fire violations|truce violation|truce violations
breach: violation of the ceasefire|violations of the ceasefire|violation of the truce|violations of the truce
breach: violations of the cease-fire|breach of the ceasefire|breaches of the ceasefire|ceasefire breach|ceasefire breaches
breach: violations of the cessation of hostilities|breaches of the truce|breach of the truce|truce breaches
clash: clash|clashes|fighting|battle|battles|firefight|firefights|skirmish|skirmishes|exchange of fire
seize: seizure|recapture|takeover
withdraw: withdrawal|withdrawals|pullout|pull-out|pullback|pull-back|retreat|evacuation|removal|departure
deploy: deployment|deployments|redeployment|reinforcements
build: establishment|construction|creation
patrol: patrol|patrols|patrolling
open: opening|reopening|re-opening
close: closure|closing
meet: meeting|meetings|summit|talks|phone call|phone conversation
agree: signing
accept: acceptance
refuse: refusal|rejection
implement: implementation|fulfilment|fulfillment|compliance
release: release|prisoner swap|prisoner exchange
displace: displacement|exodus
"""

_FORMS: Final[tuple[Form, ...]] = ("base", "s", "past", "participle", "ing")


def _table() -> dict[str, tuple[str, Form]]:
    """Give each trigger, lower case, with its sense and form; the first form listed wins."""
    table: dict[str, tuple[str, Form]] = {}
    for line in _NOUNS.strip().splitlines():
        key, _, words = line.partition(": ")
        for word in words.split("|"):
            table.setdefault(word, (key, "noun"))
    for line in _VERBS.strip().splitlines():
        key, _, verbs = line.partition(": ")
        for verb in verbs.split(" | "):
            for form, word in zip(_FORMS, verb.split(), strict=True):
                table.setdefault(word, (key, form))
    for line in _PHRASES.strip().splitlines():
        key, _, rest = line.partition(": ")
        forms, _, tails = rest.partition(" + ")
        for form, word in zip(_FORMS, forms.split(), strict=True):
            for tail in tails.split("|"):
                table.setdefault(f"{word} {tail}", (key, form))
    return table


_TABLE: Final = _table()
_BOTH: Final = frozenset(
    {
        "attack",
        "attacks",
        "assault",
        "assaults",
        "raid",
        "raids",
        "clash",
        "clashes",
        "strike",
        "strikes",
    }
    | {
        "patrol",
        "patrols",
        "ambush",
        "retreat",
        "release",
        "shelling",
        "bombing",
        "patrolling",
        "opening",
    }
    | {"closing", "signing", "meeting", "fighting", "re-opening", "reopening"}
)
"""Words that are a noun or a verb: what stands before them decides."""

_NOUNS_ELSE: Final = frozenset(
    {"target", "targets", "block", "blocks", "fire", "fires", "shell", "shells", "hits"}
)
"""Words that are no events as nouns."""

_PATTERN: Final = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(_TABLE, key=len, reverse=True)
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)

_VERBAL_BEFORE: Final = re.compile(
    r"(?:\bto|\bwill|\bwould|\bnot|\bcan|\bcould|\bmay|\bmight|\bmust|\bshould|\bdid|n['’]t"
    r"|\b(?:was|were|is|are|been|being|be|had|has|have)(?:\s(?:also|again|still|now|not|repeatedly|heavily))?"
    r"|\bby|\bfor|\bafter|\bbefore|\bstop(?:ped)?|\bcontinu(?:e|ed|es|ing)|\bstarted|\bbegan|\bkept)\s$",
    re.IGNORECASE,
)
_NOMINAL_BEFORE: Final = re.compile(
    r"\b(?:the|a|an|this|that|these|those|its|his|her|their|our|any|no|of|several|some|more|many|two|three"
    r"|heavy|fierce|joint|armed|military|new|latest|recent|intense|all|every|each|first|such|deadly)\s$",
    re.IGNORECASE,
)

_STILL = re.compile(
    r"\b(?:there (?:is|are|were|was) still|(?:is|are|was|were) still (?=in\b|inside\b|present\b|there\b|deployed\b)"
    r"|still (?:has|have|had|hold|holds|held|keep|keeps|kept) )",
    re.IGNORECASE,
)
"""What is still there: the presence of whom or what the words name."""

_MISLEADING: Final = re.compile(
    r"\b(?:hit\s(?:back|by\sthe)|left\s(?:wing|bank|hand|behind|dead|wounded|at\sleast|\d|many|several|scores|dozens)"
    r"|fired\s(?:from|as)\s(?:his|her|the\sjob)|strike\s(?:a\sdeal|an?\sagreement)|close\s(?:to|ties|ally|allies|relations)"
    r"|open\s(?:to|question)|free\s(?:\w+\s)?(?:army|trade|movement|press|elections?)|fire\s(?:department|brigade|fighters?)"
    r"|target\s(?:date|of)|meeting\s(?:the\s)?(?:needs?|demands?|deadline)|met\s(?:the\s)?(?:deadline|needs?|demands?)"
    r"|leave\s(?:no\sdoubt|open)|opened?\s(?:up\sabout|a\snew\schapter))\b",
    re.IGNORECASE,
)


def find_triggers(text: str, start: int, end: int) -> list[Trigger]:
    """Find the triggers in `text[start:end]`, in their order, apart from one another."""
    misled = [(m.start(), m.end()) for m in _MISLEADING.finditer(text, start, end)]
    found = [
        Trigger(
            match.start(),
            match.start() + len(match.group().rstrip()),
            Kind.DEPLOYMENT,
            "base",
            "remain",
        )
        for match in _STILL.finditer(text, start, end)
    ]
    for match in _PATTERN.finditer(text, start, end):
        if any(first <= match.start() < last for first, last in misled):
            continue
        word = " ".join(match.group().lower().split())
        key, form = _TABLE[word]
        if word in _NOUNS_ELSE and not _verbal(text, start, match):
            continue
        if word in _BOTH:
            form = _form_in_context(text, start, match, word, form)
        found.append(Trigger(match.start(), match.end(), SENSES[key].kind, form, key))
    return _apart(found)


def _verbal(text: str, start: int, match: re.Match[str]) -> bool:
    return bool(_VERBAL_BEFORE.search(text[max(start, match.start() - 24) : match.start()]))


def _apart(triggers: list[Trigger]) -> list[Trigger]:
    """Drop triggers that overlap an earlier one."""
    kept: list[Trigger] = []
    for trigger in sorted(triggers):
        if not kept or trigger.start >= kept[-1].end:
            kept.append(trigger)
    return kept


def _form_in_context(text: str, start: int, match: re.Match[str], word: str, form: Form) -> Form:
    before = text[max(start, match.start() - 24) : match.start()]
    if _NOMINAL_BEFORE.search(before):
        return "noun"
    verbal: Form = "ing" if word.endswith("ing") else "s" if word.endswith("s") else "base"
    if _VERBAL_BEFORE.search(before):
        return verbal
    return form
