"""Words that report an event, with its kind in PLOVER's and ACLED's terms.

Sources: PLOVER (Halterman et al. 2023), ACLED codebook (2023): their types, not their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from trucewatch.core.reading import EventKind as Kind
from trucewatch.extract.events.what.forms import Form, forms_of
from trucewatch.extract.lexicons import words


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
COUNTED_BREACH: Final = "ceasefire-violation"

SENSES: Final[dict[str, Sense]] = {
    "attack": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "shell": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode="heavy-weapons", acled=_SHELL),
    "strike": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode="aerial", acled=_AIR),
    "use": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "advance": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "answer": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "breach": Sense(kind=Kind.ATTACK, plover="ASSAULT", mode=COUNTED_BREACH),
    "kill": Sense(kind=Kind.ATTACK, plover="ASSAULT", acled="Attack"),
    "clash": Sense(kind=Kind.CLASH, plover="ASSAULT", mode="firearms", acled=_CLASH),
    "seize": Sense(
        kind=Kind.SEIZURE, plover="ASSAULT", mode="territory", acled="Seizure of territory"
    ),
    "withdraw": Sense(kind=Kind.WITHDRAWAL, plover="RETREAT", mode="withdraw"),
    "deploy": Sense(kind=Kind.DEPLOYMENT, plover="MOBILIZE", mode="troops"),
    "remain": Sense(kind=Kind.DEPLOYMENT, plover="MOBILIZE", mode="troops"),
    "build": Sense(kind=Kind.CONSTRUCTION, plover="COOPERATE"),
    "patrol": Sense(kind=Kind.PATROL, plover="COOPERATE", mode="military"),
    "open": Sense(kind=Kind.OPENING, plover="CONCEDE", mode="resources"),
    "close": Sense(kind=Kind.CLOSURE, plover="SANCTION", mode="restrict"),
    "meet": Sense(kind=Kind.MEETING, plover="CONSULT", mode="meet"),
    "agree": Sense(kind=Kind.AGREEMENT, plover="AGREE"),
    "settle": Sense(kind=Kind.AGREEMENT, plover="AGREE"),
    "accept": Sense(kind=Kind.ACCEPTANCE, plover="AGREE"),
    "refuse": Sense(kind=Kind.REFUSAL, plover="REJECT"),
    "release": Sense(kind=Kind.RELEASE, plover="CONCEDE", mode="release"),
    "displace": Sense(kind=Kind.DISPLACEMENT, plover="RETREAT", mode="displace"),
    "disrupt": Sense(kind=Kind.OTHER, plover="THREATEN"),
    "implement": Sense(kind=Kind.OTHER, plover="COOPERATE"),
    "violate": Sense(kind=Kind.OTHER, plover="REJECT"),
    "survey": Sense(kind=Kind.OTHER, plover="COOPERATE"),
}

_VERBS: Final[dict[str, str]] = {
    "answer": "respond retaliate reply answer",
    "advance": "advance",
    "use": "use employ",
    "attack": "attack assault storm ambush raid assail infiltrate target hit destroy eliminate inflict",
    "shell": "shell bombard pound fire lob hurl launch shoot fall land crash slam",
    "strike": "bomb strike drop airdrop",
    "kill": "kill",
    "clash": "clash skirmish battle fight",
    "seize": "seize capture recapture retake overrun",
    "withdraw": """
        withdraw retreat evacuate vacate abandon leave remove depart quit exit pull move take clear draw budge tow haul""",
    "deploy": "deploy station return redeploy function operate arrive reach head reinforce bring send enter amass mass",
    "remain": "remain stay keep hold maintain retain store",
    "build": "establish build construct erect create set strengthen fortify",
    "patrol": "patrol",
    "open": "open reopen unblock restore",
    "close": "close shut block seal",
    "meet": "meet",
    "agree": "agree sign",
    "settle": "settle define determine delineate demarcate delimit fix finalise finalize",
    "accept": "accept endorse recognise recognize cooperate",
    "refuse": "refuse reject oppose renounce spurn rebuff repudiate dismiss",
    "release": "release free swap",
    "displace": "displace flee",
    "disrupt": "wreck sabotage undermine disrupt derail torpedo scupper jeopardise jeopardize",
    "implement": "implement fulfil fulfill respect honour honor observe comply abide adhere uphold",
    "violate": "violate breach break flout infringe",
    "survey": "survey",
}

PARTICLES: Final[dict[str, frozenset[str]]] = {
    "pull": words("out back away"),
    "move": words("out away from"),
    "draw": words("back"),
    **dict.fromkeys(("tow", "haul"), words("out back away off")),
    "take": words("out away"),
    "bring": words("in into back to"),
    "set": words("up"),
    "send": words("to into in"),
    "comply": words("with"),
    "abide": words("by"),
    "adhere": words("to"),
    "clear": words("of from"),
}
"""Verbs that report an event only with one of these somewhere behind them."""

# Several words: the sense, the first word's lemma, what follows it.
_PHRASES: Final = """
attack: open + fire|artillery fire|heavy fire
attack: come + under attack|under fire|under shelling|under bombardment|under artillery fire|under mortar fire
shell: come + down
attack: be + under attack|under fire|under shelling|under bombardment
attack: blow + up
attack: break + into|through
attack: return + fire
clash: exchange + fire|gunfire|artillery fire
clash: trade + fire
seize: take + control|over|full control|complete control|total control|back control
seize: gain + control|full control|complete control
seize: have + full control|complete control|total control
seize: be + in full control|in complete control|in total control
seize: establish + control|its control|their control|full control
seize: impose + control|its control|their control|full control
seize: extend + control|its control|their control
seize: set + up its control|up their control|up control
withdraw: move + an inch|a single inch|one inch|a metre|a meter|a step|one step|a centimetre
withdraw: give + up a single position|up any position|up any positions|up their positions|up its positions|up a position
deploy: make + for|its way to|their way to|its way towards|their way towards
remain: man + their positions|its positions|their posts|their trenches|the front line|the front lines|the frontline|positions|posts|trenches
deploy: be + on its way to|on their way to|bound for|headed for|headed to|heading for|heading to|en route to|at work
settle: work + out
build: mark + out|off
agree: come + to terms on|to terms over|to an agreement on|to an understanding on
accept: stick + to
refuse: turn + down
refuse: come + out against|out firmly against|out strongly against
refuse: speak + out against
deploy: be + on duty|operational|in operation|up and running
deploy: remain + at their duty|on duty|at their posts|operational|in operation|at work
deploy: stay + at their duty|on duty|at their posts|operational|in operation|at work
deploy: continue + to carry out their duties|to perform their duties|to do their work|to do their duty|their tasks|to carry out their tasks|their work|its work|their duties|their mission|their duty|to function|to operate|to work|working|functioning|operating
deploy: carry + out their duty|out their duties|out its duty|out its duties|out their mission|out their tasks|on with their duties|on with their duty|on with their work|on with their mission|on with their tasks
deploy: do + their duty|their duties|their job
deploy: go + on as before|on as usual|on as planned|on without interruption|on uninterrupted
deploy: perform + their duty|their duties|their tasks|their mission
implement: carry + out
implement: do + its part|their part|our part|his part|what falls|what fell|what was|what it|what they|what we|everything it|everything they|everything we|all it|all they|all we
implement: meet + its obligations|their obligations|our obligations|his obligations|its commitments|their commitments|our commitments|all its obligations|all its commitments|all our obligations|all our commitments|all their obligations|all their commitments
implement: deliver + on
implement: stand + by
implement: hold + to
implement: make + good on
implement: put + into practice|into effect
implement: live + up to
implement: go + as planned|according to plan|to plan|to the ideal plan|to ideal plan|smoothly
release: set + free
"""

AT_WORK: Final = ("be ", "continue ", "remain ", "stay ", "carry ", "perform ", "do ", "go on ")
"""How phrases begin that say that posts are at work."""

_NOUNS: Final[dict[str, str]] = {
    "attack": """
        attack;attacks;assault;assaults;offensive;offensives;raid;raids;ambush;ambushes;incursion;incursions;
        military operation;military operations;military campaign;infiltration attempt;infiltration attempts;
        counter-attack;counter-attacks;counterattack;counterattacks;counter-offensive;counter-offensives;
        counteroffensive;counteroffensives;counter-assault;infiltration;hostilities;fire;sniper fire;gun attack;gun attacks""",
    "shell": """
        shelling;shellings;bombardment;bombardments;mortar fire;artillery fire;rocket fire;shellfire;shell fire;
        gunfire;tank fire;missile fire;mortar attack;mortar attacks;rocket attack;rocket attacks;missile attack;
        missile attacks;artillery attack;artillery attacks;artillery strike;artillery strikes;barrage;barrages""",
    "strike": """
        airstrike;airstrikes;air strike;air strikes;air-strike;air-strikes;air raid;air raids;strike;strikes;bombing;
        bombings;drone attack;drone attacks;drone strike;drone strikes;missile strike;missile strikes;air attack;
        air attacks;aerial attack;aerial attacks;aerial bombardment;air bombardment""",
    "breach": """
        violation;violations;breach;breaches;ceasefire violation;ceasefire violations;cease-fire violation;
        cease-fire violations;truce violation;truce violations;ceasefire breach;ceasefire breaches;
        cease-fire breach;cease-fire breaches;truce breach;truce breaches;
        violation of the ceasefire;violations of the ceasefire;violation of the truce;violations of the truce;
        violation of the cease-fire;violations of the cease-fire;breach of the ceasefire;breaches of the ceasefire;
        breach of the cease-fire;breaches of the cease-fire;breach of the truce;breaches of the truce;
        violations of the cessation of hostilities;violation of the cessation of hostilities""",
    "clash": """
        clash;clashes;fighting;battle;battles;firefight;firefights;skirmish;skirmishes;exchange of fire;
        exchanges of fire""",
    "seize": "seizure;recapture;takeover;capture",
    "withdraw": """
        withdrawal;withdrawals;pullout;pull-out;pullback;pull-back;retreat;evacuation;removal;departure""",
    "deploy": "deployment;deployments;redeployment",
    "build": "establishment;construction;creation;setting-up;strengthening;fortification;reinforcement",
    "patrol": "patrol;patrols;patrolling",
    "open": "opening;reopening;re-opening",
    "close": "closure;closing",
    "meet": "meeting;meetings;summit;talks;phone call;phone conversation",
    "agree": "signing",
    "settle": "demarcation;delimitation;delineation",
    "accept": "acceptance",
    "refuse": "refusal;rejection",
    "implement": "implementation;fulfilment;fulfillment;compliance;progress",
    "release": "release;prisoner swap;prisoner exchange;prisoner release",
    "displace": "displacement;exodus",
    "survey": "survey;surveys",
}


class Entry(NamedTuple):
    """A trigger word: its sense, the lemma of its verb (a noun's own words), its form."""

    key: str
    lemma: str
    form: Form


def _verbs() -> dict[str, tuple[Entry, ...]]:
    """Give the verb forms; one that is past and participle stands as past."""
    table: dict[str, list[Entry]] = {}
    for key, lemmas in _VERBS.items():
        for lemma in lemmas.split():
            for form, name in forms_of(lemma):
                table.setdefault(form, []).append(Entry(key, lemma, name))
                if lemma == "open" or lemma == "reopen":
                    table.setdefault("re-open" + form[len(lemma) :], []).append(
                        Entry(key, "reopen", name)
                    )
    return {form: tuple(entries) for form, entries in table.items()}


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Give the triggers of several words by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for line in _PHRASES.strip().splitlines():
        key, _, rest = line.partition(": ")
        head, _, tails = rest.partition(" + ")
        lemma, *more = head.split()
        forms = _AUXILIARY_FORMS.get(lemma) or tuple(forms_of(lemma))
        for tail in tails.split("|"):
            behind = (*more, *tail.split())
            entry_lemma = " ".join((lemma, *behind))
            for form, name in forms:
                table.setdefault(form, []).append((behind, Entry(key, entry_lemma, name)))
    for key, listed in _NOUNS.items():
        for noun in (each.strip() for each in listed.split(";")):
            first, *following = noun.split()
            if following:
                table.setdefault(first, []).append((tuple(following), Entry(key, noun, "noun")))
    return {
        first: tuple(sorted(found, key=lambda each: -len(each[0])))
        for first, found in table.items()
    }


_BE_FORMS: Final[tuple[tuple[str, Form], ...]] = (
    ("is", "s"),
    ("are", "base"),
    ("was", "past"),
    ("were", "past"),
    ("been", "participle"),
    ("being", "ing"),
    ("be", "base"),
)
_HAVE_FORMS: Final[tuple[tuple[str, Form], ...]] = (
    ("has", "s"),
    ("have", "base"),
    ("had", "past"),
    ("having", "ing"),
)
_AUXILIARY_FORMS: Final = {"be": _BE_FORMS, "have": _HAVE_FORMS}


def _nouns() -> dict[str, Entry]:
    return {
        noun: Entry(key, noun, "noun")
        for key, listed in _NOUNS.items()
        for noun in (each.strip() for each in listed.split(";"))
        if " " not in noun
    }


VERBS: Final = _verbs()
PHRASES: Final = _phrases()
NOUNS: Final = _nouns()
FIRED: Final = words("shells rockets missiles bombs rounds")
"""What is counted where it fell: "recorded seventy shells on P"."""

FARES: Final = words("""
    holds holding held works working worked functioning survives survived stands stood endures endured
    collapsed collapsing unravelled unravelling crumbled failed dead over finished
    """)
"""What is said of an agreement that holds, or does no longer."""

FIRST_WORDS: Final = frozenset(
    {
        *VERBS,
        *PHRASES,
        *NOUNS,
        *FIRED,
        *FARES,
        "out",
        "outside",
        "gone",
        "still",
        "back",
        "same",
        "free",
        "dug",
        "entrenched",
        "where",
        "throughout",
    }
    | {"in", "inside", "present"}
)
"""A line without one of these reports nothing."""
