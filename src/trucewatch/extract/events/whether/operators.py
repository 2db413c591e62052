"""Words that say whether something happened: begun, refused, planned, denied, feared and so on."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from trucewatch.extract.events.what.forms import Form, forms_of
from trucewatch.extract.lexicons import words


class Operator(StrEnum):
    """What a governing word makes of what it governs."""

    HAPPENED = "happened"
    CONFIRMED = "confirmed"
    """It happened; where it is not confirmed, it may have."""

    BEGUN = "begun"
    GOES_ON = "goes on"
    COMPLETED = "completed"
    STOPPED = "stopped"
    PREVENTED = "prevented"
    """It did not happen; where nobody prevents it, it did, and what shall be prevented is feared."""

    REGRETTED = "regretted"
    """It happened, whether or not somebody condemns or regrets it."""

    FAILED = "failed"
    REFUSED = "refused"
    NEGATED = "negated"
    PLANNED = "planned"
    PROMISED = "promised"
    DEMANDED = "demanded"
    FEARED = "feared"
    POSTPONED = "postponed"
    TRIED = "tried"
    DENIED = "denied"
    DISTANCED = "distanced"
    FOILED = "foiled"
    ACCUSED = "accused"
    NAMED = "named"
    """It is only spoken of: whether it happened is not said ("talks on the withdrawal")."""


_O = Operator

# Verbs, with what they make of an infinitive, an -ing form or a noun behind them.
_VERBS: Final[dict[Operator, str]] = {
    _O.BEGUN: "begin start resume commence initiate",
    _O.GOES_ON: "continue keep proceed persist intensify escalate expand renew repeat increase",
    _O.COMPLETED: "complete finish conclude accomplish finalise finalize",
    _O.STOPPED: "stop cease halt end quit abandon terminate discontinue cancel freeze",
    _O.FAILED: "fail neglect hesitate omit miss ignore defy disregard flout",
    _O.REFUSED: "refuse decline",
    _O.PLANNED: """
        plan intend prepare aim mean hope expect decide schedule propose consider ready mull weigh
        contemplate anticipate await envisage envision announce""",
    _O.PROMISED: "promise pledge vow undertake agree swear offer volunteer commit guarantee",
    _O.DEMANDED: """
        demand ask urge order instruct require request need press insist want oblige call invite
        recommend advise push pressure appeal direct convince persuade ensure warn""",
    _O.FEARED: """
        threaten fear risk allow permit let enable authorise authorize
        deter hinder encourage incite provoke block bar forbid prohibit discourage dissuade
        fabricate fake simulate feign rehearse""",
    _O.PREVENTED: "prevent avert avoid",
    _O.REGRETTED: "condemn denounce deplore lament regret",
    _O.POSTPONED: "postpone delay suspend defer reschedule",
    _O.TRIED: "try attempt strive struggle endeavour endeavor seek",
    _O.DENIED: "deny refute dispute",
    _O.DISTANCED: "appear seem allege purport claim say believe report think rumour rumor suspect presume suppose",
    _O.HAPPENED: """
        manage succeed help force compel prompt cause lead come go get know use make conduct carry launch
        stage mount commit perform execute acknowledge admit document record register
        witness see observe notice monitor hail welcome praise suffer
        undergo perpetrate face survive obey heed show describe meet bring hold open run lead join follow watch
        detect count log experience endure end deliver inflict unleash respond retaliate reply answer fly""",
    _O.FOILED: """
        foil thwart repel repulse intercept confront counter resist withstand rebuff fend beat
        push frustrate""",
    _O.ACCUSED: "accuse blame",
    _O.CONFIRMED: "confirm verify corroborate ascertain substantiate authenticate",
    _O.NAMED: """
        discuss negotiate debate study explore supervise oversee facilitate prioritise prioritize
        question doubt exclude imagine demand support back approve reject oppose favour favor check
        examine consider check spread circulate disseminate distribute peddle""",
}

LIGHT: Final = words("""
    conduct carry launch stage mount commit perform execute make undertake begin start resume
    continue complete finish conclude intensify escalate renew repeat halt stop cease suspend end
    postpone delay plan prepare threaten promise pledge vow refuse deny admit acknowledge initiate
    commence announce run hold lead perpetrate step order attempt try expand keep agree offer
    meet miss obey heed ignore defy disregard flout abandon cancel cause claim confess put call break give keep set draw press
    respond retaliate reply answer deliver inflict unleash direct fly
    """)
"""Verbs whose subject does what their noun names: "X carried out patrols", "X denied the attack"."""

NOUN_TAKES: Final[dict[str, Operator]] = {
    "end": _O.STOPPED,
    "call": _O.DEMANDED,
    "direct": _O.HAPPENED,
    "warn": _O.FEARED,
    "ask": _O.DEMANDED,
    "agree": _O.PROMISED,
    "make": _O.HAPPENED,
    "commit": _O.HAPPENED,
    "say": _O.HAPPENED,
    "report": _O.HAPPENED,
    "claim": _O.HAPPENED,
    "see": _O.HAPPENED,
    "expect": _O.PLANNED,
    "announce": _O.PLANNED,
    "step": _O.GOES_ON,
    "suspect": _O.DISTANCED,
    "allege": _O.DISTANCED,
    "reject": _O.NAMED,
    "prepare": _O.PLANNED,
    "push": _O.DEMANDED,
    "press": _O.GOES_ON,
    "come": _O.HAPPENED,
    "bring": _O.HAPPENED,
    "meet": _O.COMPLETED,
    "miss": _O.FAILED,
    "oppose": _O.NAMED,
}
"""What else some verbs make of a noun than of an infinitive: "ended the attack", "met the deadline for"."""

WITH_PARTICLE: Final[dict[tuple[str, str], Operator]] = {
    ("put", "off"): _O.POSTPONED,
    ("put", "back"): _O.POSTPONED,
    ("call", "off"): _O.STOPPED,
    ("break", "off"): _O.STOPPED,
    ("give", "up"): _O.STOPPED,
    ("carry", "out"): _O.HAPPENED,
    ("set", "off"): _O.HAPPENED,
    ("step", "up"): _O.GOES_ON,
    ("keep", "up"): _O.GOES_ON,
    ("beat", "back"): _O.FOILED,
    ("beat", "off"): _O.FOILED,
    ("fend", "off"): _O.FOILED,
    ("ward", "off"): _O.FOILED,
    ("fight", "off"): _O.FOILED,
    ("push", "back"): _O.FOILED,
    ("drive", "back"): _O.FOILED,
    ("drive", "off"): _O.FOILED,
    ("work", "out"): _O.NAMED,
    ("draw", "up"): _O.PLANNED,
}
"""What a verb with its particle makes of a noun: "put off the patrols"."""

# What a predicate says of the noun that is its subject: "the withdrawal began", "was repelled".
_PREDICATES: Final[dict[Operator, str]] = {
    _O.BEGUN: "begin start resume commence erupt break flare ensue",
    _O.GOES_ON: "continue proceed persist intensify escalate go rage spread",
    _O.COMPLETED: "complete finish conclude accomplish",
    _O.STOPPED: "stop cease halt end terminate interrupt cancel abandon",
    _O.FAILED: "fail stall collapse falter",
    _O.PLANNED: "plan schedule expect prepare announce agree envisage propose intend decide",
    _O.DEMANDED: "demand require need request order",
    _O.FEARED: "threaten fear",
    _O.PREVENTED: "prevent avert avoid",
    _O.POSTPONED: "postpone delay suspend defer",
    _O.DENIED: "deny refute",
    _O.FOILED: "foil thwart repel repulse intercept beat fend confront resist",
    _O.HAPPENED: "happen occur take carry conduct perform record register report document launch hold",
    _O.NAMED: "discuss negotiate debate supervise oversee mean",
    _O.CONFIRMED: "confirm verify corroborate substantiate",
}

ADJECTIVES: Final[dict[str, Operator]] = {
    **dict.fromkeys(
        words("""
            ready prepared set due going about bound willing likely poised determined eager slated
            planned expected scheduled intended
            """),
        _O.PLANNED,
    ),
    **dict.fromkeys(words("still"), _O.NEGATED),
    **dict.fromkeys(words("unable unwilling reluctant yet difficult hard impossible"), _O.FAILED),
    **dict.fromkeys(words("unlikely"), _O.REFUSED),
    **dict.fromkeys(words("able forced quick known first last"), _O.HAPPENED),
    **dict.fromkeys(words("continuing"), _O.GOES_ON),
    **dict.fromkeys(
        words("supposed obliged required meant entitled told urged obligated called"), _O.DEMANDED
    ),
    **dict.fromkeys(
        words(
            "said believed reported thought alleged rumoured rumored suspected presumed understood"
        ),
        _O.DISTANCED,
    ),
    **dict.fromkeys(words("free allowed permitted"), _O.FEARED),
}
"""Words between *be* and *to*: "was ready to", "is said to"."""

# Nouns, with what they make of what follows *of*, *for*, *to*, *on* or *that*.
_NOUNS: Final[dict[Operator, str]] = {
    _O.BEGUN: "start beginning launch resumption onset outset",
    _O.GOES_ON: "continuation intensification escalation",
    _O.COMPLETED: "completion conclusion finalisation finalization",
    _O.STOPPED: "halt cessation end",
    _O.FAILED: "failure lack absence incapable inability",
    _O.REFUSED: "refusal reluctance unwillingness",
    _O.PLANNED: """
        plan plans intention intentions preparation preparations readiness decision decisions proposal
        proposals idea ideas date timetable schedule timeline bid step steps ways
        way hope hopes condition conditions arrangements initiative task""",
    _O.PROMISED: "promise promises pledge pledges vow commitment commitments guarantee guarantees",
    _O.DEMANDED: """
        call calls demand demands request requests appeal appeals order orders need deadline deadlines
        requirement requirements obligation obligations duty duties ultimatum pressure responsibility""",
    _O.FEARED: """
        capable ability capability threat threats danger risk risks fear fears possibility potential prospect prospects likelihood
        pretext excuse chance warning warnings scenario permission event case""",
    _O.POSTPONED: "postponement delay delays suspension",
    _O.TRIED: "attempt attempts effort efforts try tries",
    _O.DENIED: "denial denials",
    _O.DISTANCED: """
        report reports claim claims allegation allegations rumour rumours rumor rumors accusation
        accusations charge charges suspicion suspicions information allegation insinuations fakes""",
    _O.NAMED: """
        talks negotiations discussion discussions issue question topic agreement deal consultations
        accord process terms clause point supervision talk negotiation problem matter stage phase rules
        part details modalities initiative memorandum pact framework mechanism arrangement arrangements
        roadmap treaty scheme concern concerns worry worries alarm
        """,
    _O.HAPPENED: """
        wave waves series number numbers campaign spate evidence proof sign signs result results wake
        course day days hour hours types type kind kinds cases case hundreds dozens scores news
        aftermath face frequency rate pace blame responsibility
        """,
}


def _by_form(table: dict[Operator, str]) -> dict[str, tuple[str, Operator, Form]]:
    forms: dict[str, tuple[str, Operator, Form]] = {}
    for operator, lemmas in table.items():
        for lemma in lemmas.split():
            for form, name in forms_of(lemma):
                forms.setdefault(form, (lemma, operator, name))
    return forms


GOVERNORS: Final = _by_form(_VERBS)
"""Forms of governing verbs: lemma, operator, form."""

PREDICATES: Final = _by_form(_PREDICATES)
"""Forms of verbs that say of a noun whether it happened."""

OPERATOR_NOUNS: Final = {
    noun: operator for operator, listed in _NOUNS.items() for noun in listed.split()
}

WITH_PARTICLE_FORMS: Final[dict[str, dict[str, Form]]] = {
    lemma: dict(reversed(list(forms_of(lemma)))) for lemma, _ in WITH_PARTICLE
}

BEFORE_NOUN: Final[dict[str, Operator]] = {
    **dict.fromkeys(
        words("alleged suspected apparent reported purported supposed claimed presumed so-called"),
        _O.DISTANCED,
    ),
    **dict.fromkeys(
        words("""
            possible potential looming imminent future next upcoming eventual threatened
            fake staged fabricated false-flag hypothetical
            """),
        _O.FEARED,
    ),
    **dict.fromkeys(
        words("planned expected scheduled promised agreed proposed pending"), _O.PLANNED
    ),
    **dict.fromkeys(words("attempted"), _O.TRIED),
    **dict.fromkeys(words("foiled repelled thwarted failed"), _O.FOILED),
    **dict.fromkeys(words("postponed delayed suspended"), _O.POSTPONED),
    **dict.fromkeys(words("ongoing continued continuing renewed resumed"), _O.GOES_ON),
}
"""Adjectives that say whether the noun behind them happened."""

BEFORE_PREPOSITION: Final[dict[str, Operator]] = {
    **dict.fromkeys(words("without"), _O.NEGATED),
    **dict.fromkeys(words("before until till pending"), _O.PLANNED),
    **dict.fromkeys(words("for towards toward against"), _O.NAMED),
}
"""Prepositions and conjunctions that say whether what follows happened."""

CONDITIONS: Final = words("if unless whether lest provided should")
FUTURE_JOINTS: Final = words("until till before once when after as")
"""Before a present tense these speak of a time to come: "until they leave"."""

VERB_AND_PREPOSITION: Final[dict[tuple[str, str], Operator]] = {
    **dict.fromkeys(
        (
            (form, "for")
            for form in words("apologise apologised apologize apologized mourn mourned")
        ),
        _O.REGRETTED,
    ),
    **dict.fromkeys(((form, "like") for form in words("look looks looked")), _O.DISTANCED),
    ("call", "for"): _O.DEMANDED,
    ("ask", "for"): _O.DEMANDED,
    ("appeal", "for"): _O.DEMANDED,
    ("push", "for"): _O.DEMANDED,
    ("press", "for"): _O.DEMANDED,
    ("insist", "on"): _O.DEMANDED,
    ("provide", "for"): _O.DEMANDED,
    ("warn", "of"): _O.FEARED,
    ("warn", "against"): _O.FEARED,
    **dict.fromkeys(((form, "for") for form in words("brace braces braced bracing")), _O.FEARED),
    ("threaten", "with"): _O.FEARED,
    ("prepare", "for"): _O.PLANNED,
    ("plan", "for"): _O.PLANNED,
    ("wait", "for"): _O.PLANNED,
    ("hope", "for"): _O.PLANNED,
    ("agree", "on"): _O.PROMISED,
    ("agree", "to"): _O.PROMISED,
    ("commit", "to"): _O.PROMISED,
    ("talk", "about"): _O.NAMED,
    ("speak", "of"): _O.NAMED,
    ("speak", "about"): _O.NAMED,
    ("negotiate", "on"): _O.NAMED,
    ("decide", "on"): _O.PLANNED,
    ("work", "on"): _O.NAMED,
    ("refrain", "from"): _O.NEGATED,
    ("abstain", "from"): _O.NEGATED,
    ("accuse", "of"): _O.ACCUSED,
    ("suspect", "of"): _O.DISTANCED,
    ("blame", "for"): _O.ACCUSED,
    ("respond", "to"): _O.HAPPENED,
    ("respond", "with"): _O.HAPPENED,
    ("retaliate", "with"): _O.HAPPENED,
    ("reply", "with"): _O.HAPPENED,
    ("answer", "with"): _O.HAPPENED,
    ("carry", "on"): _O.GOES_ON,
    ("continue", "with"): _O.GOES_ON,
    ("proceed", "with"): _O.GOES_ON,
    ("start", "with"): _O.BEGUN,
    ("begin", "with"): _O.BEGUN,
    ("go", "with"): _O.GOES_ON,
}
DOES_IT: Final = frozenset(
    {
        *(("prepare", "for"), ("plan", "for"), ("agree", "on"), ("agree", "to"), ("commit", "to")),
        *(("carry", "on"), ("continue", "with"), ("proceed", "with"), ("go", "with")),
        *(("start", "with"), ("begin", "with"), ("refrain", "from"), ("abstain", "from")),
        *(("respond", "with"), ("retaliate", "with"), ("reply", "with"), ("answer", "with")),
        *(("accuse", "of"), ("suspect", "of"), ("blame", "for"), ("threaten", "with")),
    }
)
"""Of these the subject, or who is accused, is who does what the noun names."""
