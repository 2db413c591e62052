"""Whether a word for many means them all: "a rebel group" is one of them, and which is not said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import Event, Mention, Party

_ONE: Final = re.compile(
    r"\b(?:an?|one|another)\s(?:(?!(?:of|single)\b)[\w'’-]{1,20},?\s){0,3}$", re.IGNORECASE
)
_BAND: Final = re.compile(
    r"\b(?:(?:an?|one|another)\s(?:[\w-]{1,16}\s){0,2}"
    r"(?:group|band|handful|unit|column|convoy|batch|squad|cell|faction)|one|two|three)\sof\s(?:the\s)?"
    r"(?:[\w-]{1,16}\s){0,2}$",
    re.IGNORECASE,
)
_SINGULAR: Final = re.compile(
    r"\s(?:group|faction|alliance|militia|brigade|commander|leader|official|spokes\w+)\b",
    re.IGNORECASE,
)
"""What stands behind it where a headline leaves the article out: "Rebel group denies"."""

_COLLECTIVE: Final = ("group", "faction", "militia", "brigade", "battalion")
"""What is one of them, whatever stands before it: "the faction"."""

_WHOLE_SIDE: Final = re.compile(
    r"\b[Tt]he\s(?:(?:armed|moderate|military|rebel|[A-Z][a-z]+(?:an|ish|ese|i|ch))\s)*"
    r"(?:opposition|resistance|insurgency|rebellion)\b(?!\s[a-z]+(?:ion|er|or|man|up)\b)"
)
"""What is many by itself, though "it" stands for it."""

_NONE_OF_ALL: Final = re.compile(r"\b(?:no|any|each|every)\s(?:[\w-]{1,20}\s){0,2}$", re.IGNORECASE)
_BEFORE: Final = 60
_ALL: Final = frozenset({Says.ACT, Says.DENIES, Says.NO_ACT})
"""What is said of acts by one or by many alike: by somebody not named."""


def means_one(event: Event, party: Party) -> bool:
    """Tell whether the words before a word for many make it one of them: "a small jihadi faction"."""
    if event.sentence is None:
        return False
    start = max(0, party.span.start - event.sentence.start)
    before = event.sentence.text[max(0, start - _BEFORE) : start]
    behind = event.sentence.text[start + len(party.span.text) :]
    whole = event.sentence.text[:start]
    if party.span.text.lower() in ("it", "its") and _WHOLE_SIDE.search(whole):
        return False
    bare = not before.strip('"“‘ ') and _SINGULAR.match(behind) is not None
    if bare or party.span.text.lower() in ("it", "its") or _BAND.search(before):
        return True
    word = party.span.text.lower()
    collective = word.endswith(_COLLECTIVE) and _NONE_OF_ALL.search(before) is None
    single = collective or _ONE.search(before) is not None
    return not word.endswith("s") and single


def only_one(event: Event, party: Party, says: Says) -> tuple[str, ...]:
    """Give why a state or an intent told of one unnamed member is not that of all: empty where it is."""
    if says in _ALL or not means_one(event, party):
        return ()
    return (f"“{' '.join(party.span.text.split())}” is one of them, and which is not said",)


def perhaps_own(
    event: Event, many: str, says: Says, voice: str | None, case: Case
) -> tuple[str, ...]:
    """Give why "the fighters", told by one of the groups that the word takes in, are not those of all."""
    if says in _ALL or many not in case.actors.classes or voice is None:
        return ()
    one_of_them = any(voice in case.actors.bodies(each) for each in _members(many, case))
    men = next(
        (each for each in event.by if each.actor == many and _MEN.search(each.span.text)), None
    )
    if men is None or not one_of_them:
        return ()
    return (f"“{' '.join(men.span.text.split())}” may be the men of who speaks",)


def _members(many: str, case: Case) -> frozenset[str]:
    return frozenset(case.actors.classes[many].takes_in)


_MEN: Final = re.compile(r"\b(?:fighters|men|combatants|soldiers|troops|forces)$", re.IGNORECASE)

_EXCEPT: Final = re.compile(
    r"\b(?:except(?:\sfor|\sfrom)?|excepting|apart\sfrom|aside\sfrom|with\sthe\s(?:sole\s|only\s)?exception\sof"
    r"|other\sthan|excluding|but\snot|save\sfor|barring"
    r"|(?:all|every|everyone|everybody|each|any|no|none|nobody|no\sone)(?:\sof)?(?:\sthe)?(?:\s[\w’'-]{1,20}){0,3}?"
    r"(?<!\swith)(?<!\shave)(?<!\shas)(?<!\shad)(?<!\sdid)(?<!left)(?<!ed)(?<!ew)\sbut(?:\sfor)?)"
    r"\s(?:those\sof\s)?(?:the\s)?$",
    re.IGNORECASE,
)
"""Behind these stands who is left out; behind a verb "but" opens another clause: "all left but X stayed"."""

_AND: Final = re.compile(r"(?:,\s|,?\s(?:and|or)\s)(?:the\s)?")
_THEIRS: Final = ("its", "their", "his")


def excepted(event: Event, mentions: Sequence[Mention], case: Case) -> frozenset[str]:
    """Give the bodies that a sentence leaves out of what it says: "all but X", "except for X and Y"."""
    left_out = _left_out(event, mentions, case)
    return frozenset(body for each in left_out for body in case.actors.bodies(each.id or ""))


def is_excepted(event: Event, party: Party, mentions: Sequence[Mention], case: Case) -> bool:
    """Tell whether it is the one left out that stands for the doer: "all but X have withdrawn their guns".

    So it does by name, and where "its" and "their" behind that name were taken for it.
    """
    for each in _left_out(event, mentions, case):
        theirs = party.span.text.lower() in _THEIRS and party.actor == each.id
        if party.span.meets(each.span) or (theirs and each.span.end < party.span.start):
            return True
    return False


def rest_of(event: Event, party: Party, mentions: Sequence[Mention], case: Case) -> str | None:
    """Give the word for many that somebody is left out of: "all rebel groups but X" are rebels."""
    told = (
        each
        for each in reversed(_in_sentence(event, mentions))
        if each.span.start < party.span.start and each.id in case.actors.classes
    )
    whole = next(told, None)
    if whole is None or event.sentence is None or not event.sentence.holds(whole.span):
        return None
    text, start = event.sentence.text, event.sentence.start
    none = _NO_MEMBER.search(text[: whole.span.start - start])
    return whole.id if _BUT.match(text[whole.span.end - start :]) and not none else None


_NO_MEMBER: Final = re.compile(r"\b(?:no|none|not|neither)\s(?:[\w-]{1,20}\s){0,3}$", re.IGNORECASE)

_BUT: Final = re.compile(
    r"(?:\s(?:groups|factions|organi[sz]ations|units))?,?\s(?:but|except|other|apart|aside|save|excluding)\b",
    re.IGNORECASE,
)


def _left_out(event: Event, mentions: Sequence[Mention], case: Case) -> Iterator[Mention]:
    """Yield the mentions of those whom a sentence leaves out of what it says."""
    sentence = event.sentence
    last = -1
    for mention in _in_sentence(event, mentions):
        if sentence is None or not sentence.holds(mention.span):
            continue
        if mention.id not in case.actors.by_id:
            continue
        start = mention.span.start - sentence.start
        joined = last >= 0 and _AND.fullmatch(sentence.text, last, start) is not None
        if joined or _EXCEPT.search(sentence.text[max(0, start - _BEFORE) : start]):
            yield mention
            last = mention.span.end - sentence.start


_START: Final = attrgetter("span.start")


def _in_sentence(event: Event, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give the mentions that begin in an event's sentence; all stand in the order of the text."""
    if event.sentence is None:
        return ()
    first = bisect_left(mentions, event.sentence.start, key=_START)
    return mentions[first : bisect_left(mentions, event.sentence.end, first, key=_START)]
