"""Words round those who carry what somebody said: verbs, nouns and what stands between."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.chains import QUOTED
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.clauses import PASSES
from trucewatch.extract.speech.voices import OUTLET_NOUNS

PASSED: Final = words("""
    carried quoted cited published republished broadcast rebroadcast aired relayed reported posted
    released obtained seen run printed reprinted reproduced distributed circulated monitored
    excerpted translated summarised summarized described spotted shown transmitted shared repeated
    leaked syndicated forwarded transcribed recorded interviewed reached contacted pressed received
    reviewed captured taken picked passed put read heard asked
    """)
"""Participles before "by AGENCY" and "to AGENCY": it passed the words on."""

BY: Final = words("by in on through via to with into from")
MEANS: Final = words("phone telephone email text message video satellite radio skype letter")
LANGUAGE = re.compile(r"[a-z]{2,12}(?:ish|ese|ian|ic|man|ch)")
"""The name of a language behind "translated into"."""

VERSIONS: Final = words("version account rendering telling wording translation summary reading")
WRITES: Final = words("wrote writes notes noted has said says tells told puts put")
HAD: Final = words("had got broke broken ran put brought")
STORY: Final = words("it them this story news report first")
SAID: Final = words("repeated said confirmed repeats wrote")
INFORMS: Final = words("told assured informed texted")
TELLS: Final = words("""
    confirmed admitted said explained complained remarked conceded acknowledged stressed denied
    described revealed disclosed wrote
    """)
SO: Final = words("this it so much that")
MICROPHONES: Final = words("microphone microphones camera cameras studio studios lens")
PAGES: Final = words("page pages website site screen screens columns air front home channel")
LOOSE: Final = words("interviewed reached contacted pressed asked")
"""Participles of the one who speaks: the outlet behind "by" was told."""

COPIED: Final = words("""
    reprinted republished translated taken picked copied quoted lifted reproduced relayed rebroadcast
    excerpted summarised summarized put carried
    """)
"""Participles before "from AGENCY": it had the words before."""

APPEARS: Final = words("appeared appears appear ran")
PARTICLES: Final = words("up out on over as aloud live first finally later then english")

MET: Final = words("reached met interviewed contacted heard")

TELLING: Final = words("""
    interview interviews remarks remark comments comment statement conversation speech messages
    message reply letter words testimony chat talk briefing answer answers
    """)
SPEAKING: Final = words("speaking talking spoke talked speaks talks")
TOLD: Final = words("to with for on")

WRITTEN: Final = words("writing article column op-ed commentary piece essay")
CITES: Final = words("""
    citing quoting crediting translating reprinting excerpting summarising monitoring relaying
    """)
CITES_TO: Final = {
    "referring": "to",
    "referred": "to",
    "refers": "to",
    "picking": "up",
    "relying": "on",
    "drawing": "on",
    "pointing": "to",
    "listening": "to",
    "listened": "to",
    "reference": "to",
    "translating": "from",
    "reprinting": "from",
    "borrowing": "from",
    "working": "from",
    "picked": "up",
    "tuned": "to",
}
REPORTS: Final = words("""
    report reports dispatch dispatches article story account bulletin telegram item piece news wire
    text version broadcast release post paper statement communique communiqué interview remarks page
    """)
"""What stands between a verb of passing on and the outlet that it is by: "citing a report by X"."""

SPOKEN_OF: Final = REPORTS | words("""
    words wording phrase line exchange claim claims verdict warning threat reply answer comments
    minutes transcript footage recording video letter note message messages
    """)
"""What "her ..." speaks of where a sentence goes back to what was told before."""

OWN: Final = words("the this that his her its their")

OUTLETS: Final = OUTLET_NOUNS | words("""
    press wire wires courier post herald tribune journal gazette monthly tabloid reporter
    correspondent crew news monitor service tele broadcaster blog site station newscast
    programme program page bureau office reporters journalist journalists
    """)
"""Nouns of those who publish and of who works for them."""

AGAIN: Final = words("""
    agency newspaper paper channel station broadcaster daily weekly magazine site portal website blog
    programme network tabloid
    """)
"""Nouns of one outlet that was named before: "the agency"."""

OF_STATE: Final = words("state public national official")
"""Adjectives that tell an outlet well enough: "on state television"."""

MONITORS: Final = words("observatory monitor watchdog")
"""Nouns of those who gather what others tell, and pass it on."""

RELATIVES: Final = words("which that whom who whose")
TRIGGERS: Final = (
    words("had has have on")
    | PASSED
    | APPEARS
    | TELLING
    | WRITTEN
    | SPEAKING
    | CITES
    | frozenset(CITES_TO)
    | QUOTED
    | frozenset({"relied", "relies", "drew", "based"})
    | RELATIVES
    | VERSIONS
    | {"what", "then", "put"}
    | HAD
    | SAID
    | INFORMS
    | TELLS
    | {"as", "first", "so", "question", "questions", "query", "replying", "answering"}
    | frozenset({"into", "before", "via", "way", "courtesy"})
    | PASSES
)

NO_OUTLETS: Final = words("""
    telegram twitter facebook youtube instagram whatsapp internet
    parliament congress cabinet council deputies lawmakers senate assembly court reporters
    journalists god allies mediators
    """)
FAR: Final = 5
LONGEST: Final = 12
