"""The words without which no text presents an event as it is read: signs of a reality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trucewatch.core.reading import FIGHTS, Reality
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.what.forms import forms_of
from trucewatch.extract.events.what.senses import VERBS
from trucewatch.extract.events.whether.groups import DOUBTING
from trucewatch.extract.events.whether.operators import (
    ADJECTIVES,
    BEFORE_NOUN,
    CONDITIONS,
    GOVERNORS,
    OPERATOR_NOUNS,
    PREDICATES,
    Operator,
)
from trucewatch.extract.lexicons import words

_UNDOING: Final = frozenset(
    {
        *(Operator.STOPPED, Operator.FAILED, Operator.REFUSED, Operator.NEGATED),
        *(Operator.POSTPONED, Operator.DENIED, Operator.FOILED, Operator.TRIED),
    }
)
_TO_COME: Final = frozenset(
    {
        *(Operator.PLANNED, Operator.PROMISED, Operator.DEMANDED, Operator.FEARED),
        *(Operator.POSTPONED, Operator.REFUSED, Operator.TRIED),
    }
)

# Verbs that leave undone what they govern, or tell of what else was done.
_LEFT_UNDONE: Final = """
    avert avoid prevent block bar ban forbid prohibit deter hinder thwart scrap scupper shelve ditch
    drop abort annul revoke rescind overturn lift forgo forego skip shun miss omit withhold lack spare
    save stay remain keep hold stall collapse falter ignore disobey defy resist struggle reject rebuff
    dismiss veto quash crush doubt dispel rule exclude interrupt disrupt curb curtail turn call give
    stand escape evade sabotage violate breach belie disprove debunk retract prove wait want need wish
    regret pretend feign fake fabricate invent imagine misreport mistake refrain abstain desist
    cancel balk renege forestall vanish evaporate snub spurn tear recall
    """

_LEFT_OUT: Final = words("""
    no not never none neither nor nothing nobody nowhere without cannot hardly scarcely barely seldom
    rarely zero yet instead rather off out away nearly almost narrowly short far unable impossible
    unlikely free absent absence lack vain idle untouched unharmed unhurt empty alive intact before
    until till still else than too insufficient incomplete unfinished failed foiled aborted averted
    cancelled cancelling against better misprint would could should might supposed meant hoax invention untrue false falsely wrong wrongly myth lie
    lies fiction nonsense unfounded groundless baseless if unless only little less few last except
    """)

_CHARGING: Final = words("""
    accuse accuses accused accusing accusation accusations charge charges charged claim claims claimed
    allegation allegations alleged rumour rumours rumor rumors story stories tale blame blamed blames
    """)
_DENYING: Final = words("""
    reject rejects rejected rejecting dismiss dismisses dismissed dismissing slander libel invention
    propaganda lie lies lying false falsely untrue baseless groundless unfounded absurd nonsense fake
    hoax fabricated fabrication invented denial disputed disputes
    """)

_NEGATIVE_ENDING: Final = "n't"
_UN: Final = re.compile(r"un[a-z]{4,}ed\Z")
"""What was not done: "unanswered", "unopened"."""

_TO_HAVE: Final = re.compile(r"\b(?:was|were) to (?:\w+ly )?have\b", re.IGNORECASE)
_DUE: Final = re.compile(r"\b(?:was|were) to\b|\?", re.IGNORECASE)
_UNTIL_NOW: Final = re.compile(
    r"\b(?:so\sfar|(?:up\s(?:to|until|till)|until|till)\snow)\b", re.IGNORECASE
)
"""What was done until now is done."""

_HEARSAY: Final = re.compile(
    r"\b(?:report\s+of|(?:reports|claims?|allegations?|accusations?|rumou?rs?|hearsay|suspicions?)\s+"
    r"(?:of|on|about|regarding|concerning))\s+(?:[\w'’-]+\s+){0,5}\Z",
    re.IGNORECASE,
)
_UNSURE: Final = frozenset({Reality.DISTANCED, Reality.DENIED})
_UNDONE: Final = frozenset({Reality.NEGATED, Reality.DENIED, Reality.POSTPONED})
_UNDISPUTED: Final = re.compile(
    r"(?:\b(?:not|never|no\slonger|nobody|no\sone)|n['’]t)\s(?:\w+ly\s)?(?:den|disput|doubt|question|contest)"
    r"(?:y|ies|ied|es?|ed|s|ing)?\s(?:that\s(?:[\w’'-]+\s){0,7}|(?:the\s|its\s|their\s|having\s)?)$"
    r"|\bno\sdoubt\s(?:that|about|over)\s(?:[\w’'-]+\s){0,7}$",
    re.IGNORECASE,
)
NO_TROUBLE: Final = re.compile(
    r"\b(?:no|any|without|little)\s(?:(?:serious|great|major|particular|real)\s)?"
    r"(?:problems?|difficult(?:y|ies)|obstacles?|hindrances?|trouble|delays?|hitch(?:es)?|complaints?|quarrels?)"
    r"\s(?:with|in|about|over|to|regarding|concerning)\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
""""No problem with the withdrawal": what there is none of is the problem."""

_IS_TO: Final = re.compile(r"\b(?:is|are|was|were)\sto\s(?:be\s)?$", re.IGNORECASE)
_ORDERS: Final = re.compile(
    r"\b(?:court|tribunal|judges?|commission|council|arbitrators?|panel)\b[^.;]{0,60}?"
    r"\b(?:rul(?:ed|es)|order(?:ed|s)|decree[ds])\b",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    r"\W{0,2}(?:no\b|not\b|never\b|[^.!?]{0,24}\b(?:not|never|neither|\w+n['’]t)[.!?])",
    re.IGNORECASE,
)
"""How a sentence begins that takes back the one before: "They did not.", "No: ..."."""

_WORDS: Final = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_JOINTS: Final = words("until till before once when after should")

_NEGATING: Final = frozenset(
    {
        *_LEFT_OUT,
        *(form for lemma in _LEFT_UNDONE.split() for form, _ in forms_of(lemma)),
        *(form for form, (_, operator, _) in GOVERNORS.items() if operator in _UNDOING),
        *(form for form, (_, operator, _) in PREDICATES.items() if operator in _UNDOING),
        *(word for word, operator in ADJECTIVES.items() if operator in _UNDOING),
        *(word for word, operator in OPERATOR_NOUNS.items() if operator in _UNDOING),
        *(word for word, operator in BEFORE_NOUN.items() if operator in _UNDOING),
    }
)
_WISHING: Final = frozenset(
    {
        *CONDITIONS,
        *_JOINTS,
        *(form for form, (_, operator, _) in GOVERNORS.items() if operator in _TO_COME),
        *(form for form, (_, operator, _) in PREDICATES.items() if operator in _TO_COME),
        *(word for word, operator in ADJECTIVES.items() if operator in _TO_COME),
        *(word for word, operator in OPERATOR_NOUNS.items() if operator in _TO_COME),
        *(word for word, operator in BEFORE_NOUN.items() if operator in _TO_COME),
    }
)
_DOUBTING: Final = frozenset(
    {
        *CONDITIONS,
        *DOUBTING,
        *tag.NEGATIONS,
        *tag.NO_WORDS,
        *words("""
            without cannot supposed suspected alleged purported unconfirmed unverified unclear hearsay rumour
            rumours rumor rumors may might perhaps maybe possibly would ready
            check checks checking verify verifying investigate investigating
            """),
    }
)
_ONLY_MEANT: Final = frozenset({Reality.PLANNED, Reality.PROMISED, Reality.DEMANDED})

_NO_SUBJECT: Final = frozenset(
    {
        *tag.MODALS,
        *tag.NEGATIONS,
        *tag.DO_WORDS,
        *tag.NO_WORDS,
        *tag.NUMBERS,
        *words("to let help the a an its their his her for of in on at by from with and or over"),
    }
)
"""Behind these a verb in its base form has no subject, and a form in -s is a noun."""

_THEIR_OBJECT: Final = re.compile(
    r"\s+(?:[A-Z0-9\"“‘]|(?:the|a|an|its|their|his|two|three|four|five|six|seven|eight|nine|ten|dozens"
    r"|hundreds|more|several|new|heavy|army|rebel|rebels|government|regime|into|from|out|at|on|in|near"
    r"|off|back|for|with|under|again|as|after|civilians|positions|villages|towns|areas)\b)|\s*[,:;.–—-]|\Z"
)
"""What stands behind a verb more often than behind a noun."""

_OF_A_NOUN: Final = re.compile(r"\s+(?:on|in|at|near|against|of|by|for)\b")


def lacks_sign(
    reality: Reality,
    sentence: Sentence,
    trigger: Span,
    *,
    behind: Sentence | None = None,
    dated: bool = False,
) -> bool:
    """Tell whether nothing in a sentence lets an event be presented so.

    Nothing is negated without a word that leaves it undone, there or in a short answer `behind` it. What a headline tells in the simple
    present has happened, unless a word before it or behind it takes that back or a date puts it off
    (`dated`).
    """
    if reality is Reality.NEGATED:
        text = sentence.span.text
        if behind is not None and _ANSWER.match(behind.span.text):
            return False
        bare = _UNTIL_NOW.sub(" ", text)
        return not _has(bare, _NEGATING) and _TO_HAVE.search(text) is None
    if sentence.kind != "title" or not tells_news(sentence, trigger):
        return False
    if reality is Reality.DENIED:
        return not _has(sentence.span.text, _NEGATING | _DENYING | _CHARGING)
    return reality in _ONLY_MEANT and not dated and not _has(sentence.span.text, _WISHING)


def is_doubtful(sentence: Sentence) -> bool:
    """Tell whether a sentence holds a word of doubt, of a condition, of checking or of negation.

    Whether that word is meant for the event is what a reader gets wrong most often.
    """
    text = sentence.span.text
    return _DUE.search(text) is not None or any(
        word in _DOUBTING or word.endswith(_NEGATIVE_ENDING) for word in _words(text)
    )


def takes_back(text: str) -> bool:
    """Tell whether words hold one that takes back what is told: "not", "rejected", "a lie"."""
    return _has(text, _NEGATING | _DENYING)


def is_hearsay(sentence: Sentence, trigger: Span) -> bool:
    """Tell whether a noun for what others say holds an event: "is checking the reports on X's attack"."""
    before = sentence.span.text[: trigger.start - sentence.span.start]
    return _HEARSAY.search(before) is not None


_CHARGED_WITH: Final = re.compile(
    r",\s(?:accused|suspected|blamed|criticised|criticized|condemned)\s(?:by\s[^,;]{1,80}?\s)?"
    r"(?:of|for|over)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
"""What somebody of whom C is told is only charged with: "X, accused of D, said C"."""

_TRIED: Final = re.compile(
    r"(?<!not\s)(?<!never\s)(?<!n't\s)(?<!n’t\s)\b(?:tried|trying|attempted|attempting|sought|seeking)\sto\s"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)


def spoken_against(sentence: Sentence, trigger: Span, kind: str) -> frozenset[Reality]:
    """Give what explicit words tell an event not to be.

    What nobody denies or doubts is no hearsay ("does not deny that X shelled P"); what somebody is charged
    with beside other words of his is not denied; what a court orders
    is not only planned; an attack that was tried was made, however it ended; what there is no problem
    with is not undone.
    """
    text = sentence.span.text
    before = text[: trigger.start - sentence.span.start]
    if _UNDISPUTED.search(before) is not None:
        return _UNSURE
    if NO_TROUBLE.search(before) is not None:
        return _UNDONE
    if kind in FIGHTS and _TRIED.search(before) is not None:
        return frozenset({Reality.NEGATED})
    if _CHARGED_WITH.search(before) is not None and not takes_back(text):
        return frozenset({Reality.DENIED})
    ordered = _IS_TO.search(before) is not None and _ORDERS.search(text) is not None
    return frozenset({Reality.PLANNED} if ordered else ())


def tells_news(sentence: Sentence, trigger: Span) -> bool:
    """Tell whether a headline tells an event by a verb in the simple present.

    That is the event's own word ("Army shells P"), or the verb that carries its noun ("Army starts
    patrols").
    """
    start = trigger.start - sentence.span.start
    text, word = sentence.span.text, trigger.text.lower().split()[0]
    before, behind = text[:start], text[start + len(word) :]
    noun = word in tag.ALSO_NOUNS and _OF_A_NOUN.match(behind) is not None
    forms = frozenset(entry.form for entry in VERBS.get(word, ()))
    if not forms and word.endswith("s") and not word.endswith("ss"):
        forms = frozenset({"s"})
    if not noun and _THEIR_OBJECT.match(behind) and _has_subject(before, forms):
        return True
    return _is_carried(before)


def _is_carried(before: str) -> bool:
    """Tell whether the words before a noun end on a verb that carries it: "Army starts joint ..."."""
    for found in reversed(list(_WORD.finditer(before))[-_CARRIER_NEAR:]):
        word = found.group().lower()
        if word in GOVERNORS:
            _, operator, form = GOVERNORS[word]
            subject = before[: found.start()]
            return operator in _CARRYING and _has_subject(subject, frozenset({form}))
        if word in _NO_SUBJECT and word not in ("a", "an", "the", "its", "their"):
            return False
    return False


def _has_subject(before: str, forms: frozenset[str]) -> bool:
    """Tell whether the words before a verb end on a subject that its form agrees with."""
    last = before.rstrip().rsplit(None, 1)[-1:] or [""]
    subject = last[0].strip("\"“”‘'").lower()
    if not subject or not subject[-1].isalnum() or subject.isdigit():
        return False
    if subject in _NO_SUBJECT or subject.endswith("ly"):
        return False
    several = subject in _MANY or _SEVERAL.search(before) is not None
    if subject.endswith("s") and not subject.endswith("ss"):
        return "base" in forms
    return "s" in forms or (several and "base" in forms)


_WORD: Final = re.compile(r"[^\W\d_]+")
_CARRIER_NEAR: Final = 4
_CARRYING: Final = frozenset(
    {Operator.HAPPENED, Operator.BEGUN, Operator.GOES_ON, Operator.COMPLETED}
)
_SEVERAL: Final = re.compile(r"\w\s*(?:,|\band\b)\s*\w+\s*\Z")
"""How a subject of several names ends: "Xland and Yland", "Xland, Yland"."""

_MANY: Final = words("troops police militia army people gunmen men women crew military mob navy")
"""Subjects of a plural verb that do not end in -s."""


def _has(text: str, signs: frozenset[str]) -> bool:
    return any(word in signs or _leaves_undone(word) for word in _words(text))


def _leaves_undone(word: str) -> bool:
    return word.endswith(_NEGATIVE_ENDING) or _UN.match(word) is not None


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, and the parts of those with a hyphen."""
    for found in _WORDS.finditer(text.lower().replace("’", "'")):
        yield found.group()
        if "-" in found.group():
            yield from found.group().split("-")
