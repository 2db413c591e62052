"""Small words of English and plain verbs: what holds a sentence together, and nobody's event."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.events.what.forms import Form, forms_of
from trucewatch.extract.lexicons import words

DETERMINER, PREPOSITION, CONJUNCTION, SUBORDINATOR = "det", "prep", "and", "sub"
RELATIVE, BE, HAVE, DO, MODAL, NEGATION = "who", "be", "have", "do", "modal", "not"
ADVERB, TO, PRONOUN, COMMA, STOP, NUMBER = "adv", "to", "it", ",", ";", "#"
OWNS, WORD, VERB, ACTOR, PLACE, DATE, THING, EVENT, OPEN, CLOSE = (
    *("'s", "word", "verb", "actor", "place", "date", "thing", "event", "(", ")"),
)
"""What an item of a line may be: its tag."""

BE_WORDS: Final = words("is are was were be been being am isn't aren't wasn't weren't ain't 're 'm")
HAVE_WORDS: Final = words("has have had having hasn't haven't hadn't 've")
DO_WORDS: Final = words("do does did don't doesn't didn't")
MODALS: Final = words("""
    will would shall should can could may might must cannot won't wouldn't shan't shouldn't can't
    couldn't mayn't mightn't mustn't 'll 'd ought
    """)
NEGATIONS: Final = words("not never nor neither hardly scarcely nowhere")
NO_WORDS: Final = words("no none neither nobody nothing nor zero")
"""What makes nothing of the noun it stands with."""

_DETERMINERS: Final = words("""
    the a an this that these those its his her their our my your some any no each every another
    both all several many most few such what whatever whose half either
    """)
OWNERS: Final = words("its his her their our my your")
"""Determiners that stand for somebody named before."""

_PREPOSITIONS: Final = words("""
    of for in at from with by into onto over under about against during through via near between
    among amongst across around behind beyond within without inside outside toward towards upon on
    per amid amidst alongside along despite following since until till except regarding concerning
    throughout beneath beside besides off out up down above below past opposite versus including like
    unlike as targeting pending
    """)
_SUBORDINATORS: Final = words("""
    that while whereas because although though if unless when whenever whether once before after
    until till where since so than but how why lest provided
    """)
RELATIVES: Final = words("who which whom whose")
_PRONOUNS: Final = words("""
    he she it they we i you him them us me himself itself themselves ourselves one ones everyone
    everybody somebody someone anyone nobody theirs ours others there here
    """)
_ADVERBS: Final = words("""
    also again still now not yet already then just only even ever often once twice soon later
    earlier recently today yesterday tomorrow tonight together too instead meanwhile however
    therefore thus always sometimes currently simply jointly fully largely mostly nearly almost
    finally back away well further ahead elsewhere forward reportedly allegedly apparently overnight
    officially partially completely entirely merely daily subsequently otherwise perhaps quite rather
    very so far long otherwise anywhere everywhere
    """)
_NOT_ADVERBS: Final = words(
    "family ally supply reply assembly italy early weekly monthly only july"
)
NUMBERS: Final = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
    thousand thousands dozen dozens scores million first second third fourth fifth
    """)

MODIFIERS: Final = words("""
    armed unnamed united allied retired besieged unidentified so-called self-proclaimed masked
    demilitarised demilitarized de-militarised de-militarized deescalation de-escalation
    mechanised mechanized outlawed sophisticated unprecedented improvised unguided joint
    mounted motorised motorized unmanned ruling warring neighbouring neighboring surrounding
    opposing conflicting militant existing ongoing upcoming coming limited
    """)
"""Forms of verbs that stand before a noun as its adjective."""

REDUCED: Final = words("""
    belonging operating affiliated loyal held controlled occupied run owned fired launched led based
    located situated stationed deployed positioned linked backed supported manned known dubbed headed commanded formed made carried conducted staged committed composed including
    involving consisting active entrenched holed gathered present living residing comprising
    installed placed parked emplaced mounted committed claimed dropped aligned allied trained armed stored hidden kept left
    filled loaded packed laden fitted equipped
    coming remaining signed reached brokered forged announced sponsored targeting hitting killing
    """)
"""Forms of verbs that tell more of the noun before them: "shells fired by", "groups operating in"."""

OWNED_BY: Final = words("held controlled occupied run owned manned commanded led headed dominated")
"""Before "by X", these say whose something is, and not who did it."""

_PLAIN: Final = """
say tell add report note stress state explain assert reveal disclose indicate
suggest insist argue contend remark lament complain warn comment observe reply learn
believe think know hope consider describe call name quote cite mention speak talk claim
give get make take go come see find want look use work seem feel try become put mean
hold let show hear play run move live happen bring provide sit lose include
lead understand watch follow stop create read spend grow walk win offer remember love
appear buy wait serve die send expect stay fall cut raise pass sell require
decide pull break support visit join carry turn start increase arrive spread
enter suffer face cause receive gain host head fight reach hand live control occupy
claim publish post broadcast air issue release convene hail praise welcome condemn denounce
criticise criticize blame accuse urge demand ask order request propose plan prepare intend aim
threaten fear deny confirm acknowledge admit verify check monitor document record register
count stand advance push drive arrest detain die wound injure poison treat injure damage
destroy ruin burn set rise drop decrease decline jump soar hope serve
discuss negotiate debate mull agree sign approve back oppose support coordinate cooperate
continue begin resume finish complete end halt cease suspend delay postpone cancel
remain exist belong depend last mark represent constitute amount involve concern affect contain
hold keep maintain guarantee ensure secure protect defend respond retaliate
trigger spark prompt prevent avert avoid avoid deter repel foil thwart intercept
land explode detonate collapse fail succeed manage attempt seek strive help allow permit
enable force compel return travel fly sail cross seem express voice convey share
grant award appoint elect vote rule impose lift ban allow restrict expand extend
link connect separate surround border lie link mean imply translate edit write print
gather rally protest march demonstrate mourn bury celebrate study teach train recruit arm
equip supply fund finance sponsor host house shelter feed rescue evacuate transfer transport
store hide carry load unload dig plant place lay mine clear remove dismantle hurt
assess estimate calculate measure weigh rate rank estimate reflect reveal
invite summon order instruct direct command lead head chair found establish form
split merge ally unite defect surrender rebel revolt overthrow topple oust
threaten endanger jeopardise jeopardize complicate hamper hinder impede obstruct
hang open close shut free hail slam blast vow pledge promise swear undertake
"""


def _tags() -> dict[str, str]:
    """Give the tag of every small word; a word of two tags has the later one."""
    table: dict[str, str] = {}
    for tag, listed in (
        (DETERMINER, _DETERMINERS),
        (PREPOSITION, _PREPOSITIONS),
        (SUBORDINATOR, _SUBORDINATORS),
        (RELATIVE, RELATIVES),
        (PRONOUN, _PRONOUNS),
        (ADVERB, _ADVERBS),
        (NUMBER, NUMBERS - {"first", "second", "third", "fourth", "fifth"}),
        (MODAL, MODALS),
        (HAVE, HAVE_WORDS),
        (DO, DO_WORDS),
        (BE, BE_WORDS),
        (NEGATION, NEGATIONS),
        (CONJUNCTION, words("and or & nor plus")),
    ):
        table.update(dict.fromkeys(listed, tag))
    return table | {"to": TO, "'s": OWNS, "'": OWNS}


TAGS: Final = _tags()


def _plain() -> dict[str, tuple[str, Form]]:
    table: dict[str, tuple[str, Form]] = {}
    for lemma in dict.fromkeys(_PLAIN.split()):
        for form, name in forms_of(lemma):
            table.setdefault(form, (lemma, name))
    return table


PLAIN_VERBS: Final = _plain()
"""Forms of common verbs with their lemma; what is noun or verb is told apart where it stands."""

ALSO_NOUNS: Final = words("""
    report reports state states note notes stress hope hopes call calls name names claim claims use
    work works move moves play plays run runs show shows look looks hold post posts cause causes
    support visit visits stop stops start starts increase increases fight fights control controls
    issue issues release releases end ends halt delay delays mark marks rise drop drops decline jump
    plan plans order orders request requests fear fears demand demands record records count counts
    stand stands drive drives damage damages burn fire fires hand hands head heads face faces
    lead leads host back link links border borders border form forms command commands place places
    protest protests march marches study train trains arm arms supply supplies fund funds
    house shelter feed transfer transfers transport mine mines plant plants offer offers promise
    promises pledge pledges vow vows threat return returns travel vote votes rule rules ban bans
    share shares estimate estimates rate rates rank ranks direct chair split mean means turn turns
    break breaks cut cuts raise pass passes wait love concern concerns advance advances push praise
    attempt attempts aim aims defeat set sets read last land lands air comment comments reply
    store stores ally allies appeal appeals question questions refuge free close open live
    target targets shell shells block blocks bomb bombs storm storms seal seals pound pounds
    battle battles hit hits drop drops station stations exit exits quit clear mass pull launch
    launches strike strikes attack attacks raid raids clash clashes ambush patrol patrols assault
    assaults respect honour honor shoot access objects object witness witnesses survey surveys
    """)
"""Forms of plain verbs that are nouns or adjectives as well."""


def is_adverb(low: str) -> bool:
    """Tell whether a word that no list has is an adverb by its ending."""
    return low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS
