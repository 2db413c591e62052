"""Words of fighting for what no arms do: a clash in a council, a stance attacked, floods that hit, men fired."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.core.reading import FIGHTS
from trucewatch.core.span import Span

_COUNCILS: Final = re.compile(
    r"[^.;]{0,60}?\b(?:at|in)\s(?:(?:the|a|an|its|their)\s)?(?:[\w-]+\s){0,3}"
    r"(?:council|assembly|parliament|summit|talks|conference|debate|session|hearing|negotiations|press\sconference)\b"
    r"|\s(?:verbally|publicly|in\spublic)\b",
    re.IGNORECASE,
)
_CLASHES: Final = re.compile(r"clash(?:es|ed|ing)?|spar(?:red|ring|s)?", re.IGNORECASE)
_WORDS_HIT: Final = re.compile(
    r"\s(?:(?!(?:on|in|at|near|from|with|after|of|and|by|for)\b)[\w’'-]+\s){0,4}?"
    r"(?:stance|polic(?:y|ies)|statements?|remarks|comments|decision|record|plans?|proposals?|resolution|idea|rhetoric"
    r"|silence|inaction|hypocrisy|handling|attitude|approach|bias|sanctions|vote|veto|deal|agreement|accord|memorandum"
    r"|truce|ceasefire)"
    r"(?=\s*(?:[.,;:”]|\Z)|\s(?:on|in|of|over|with|for|between|and|that|which|as|by|to|at|during|after|\w+day)\b)",
    re.IGNORECASE,
)
_OUT_AT: Final = re.compile(r"\sout\s(?:at|against|over)\b", re.IGNORECASE)
_HITS: Final = re.compile(
    r"(?:attack|assail|blast|slam|target|hit|strik)\w*|struck|hit|fir(?:e|es|ed|ing)", re.IGNORECASE
)
_DISMISSED: Final = re.compile(
    r"\s(?:(?!(?:on|in|at|from|into|with|and|by)\b)[\w’',-]+\s){0,4}?(?:teachers?|employees|workers|staff|officials?|judges?|ministers?"
    r"|doctors|governors?|journalists|clerks|civil\sservants|professors|managers|advisers?|mayors?)\b",
    re.IGNORECASE,
)
_WEATHER: Final = re.compile(
    r"\b(?:floods?|flooding|floodwaters?|rainstorms?|storms?|heavy\srains?|snow(?:storms?|fall)?|blizzards?|earthquakes?|quakes?"
    r"|aftershocks?|tremors?|landslides?|mudslides?|wildfires?|drought|hailstorms?|torrents|heatwave|epidemic|cholera"
    r"|gales?|(?:strong|high)\swinds?)\b",
    re.IGNORECASE,
)
_BLAZE: Final = re.compile(
    r"\b(?:an?|another)\s(?:(?:huge|big|large|massive|house|forest|kitchen|accidental)\s)?(?:fire|blaze)\s(?:that\s)?$",
    re.IGNORECASE,
)
_ARMS: Final = re.compile(
    r"\b(?:shell|rocket|missile|mortar|artiller|bomb|strike|airstrike|warplane|jets?\b|army|troops|forces|militant|rebel"
    r"|gunm|fighters|raid|attack|clash|fire\b|fired|gunfire|offensive|regime|drone)",
    re.IGNORECASE,
)


def is_unarmed(sentence: Span, trigger: Span, kind: str) -> bool:
    """Tell whether a word of fighting tells of words, of a dismissal or of weather."""
    if kind not in FIGHTS:
        return False
    start = trigger.start - sentence.start
    before, behind = sentence.text[:start], sentence.text[start + len(trigger.text) :]
    word = trigger.text
    if _CLASHES.fullmatch(word):
        return _COUNCILS.match(behind) is not None and _ARMS.search(behind) is None
    if word.lower().startswith("fir"):
        return _DISMISSED.match(behind) is not None
    if _HITS.fullmatch(word) and (_WORDS_HIT.match(behind) or _OUT_AT.match(behind)):
        return True
    if _BLAZE.search(before):
        return True
    told = f"{before}{word}"
    return _WEATHER.search(told) is not None and _ARMS.search(sentence.text) is None
