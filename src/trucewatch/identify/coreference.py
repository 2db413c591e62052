"""Whom "he", "the group" or "the ministry" means: an earlier name of the kind, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from trucewatch.core.reading import Mention, MentionKind
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span

_SENTENCES_BACK: Final = 2
_MENTIONS_BACK: Final = 48
"""So many mentions of a sentence are looked at."""

_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|spokesman|chairman|congressman)\.?[ \u00a0]$", re.IGNORECASE
)
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|lady|queen|princess|spokeswoman|chairwoman|congresswoman)\.?[ \u00a0]$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    # what may stand before a sentence's subject: articles, titles and adjectives in capitals
    r"[\"'“‘«(]*+(?:(?:the|a|an|but|and|meanwhile|however|later|so-called)\b[ \u00a0,]{1,2})*+"
    r"(?:(?!(?:in|on|at|by|for|from|with|after|before|during|under|according|despite|to|as|of)\b)"
    r"(?:[A-Z]|(?:spokes|minister|president|leader|commander|chief|general|director|group|rebel))"
    r"[\w'’.-]{0,24}[ \u00a0])*+",
)


_HIS_MEN = re.compile(
    r"(?:['’]s?)?[ \u00a0](?:militias?|regime|forces|troops|army|armies|soldiers|gangs?|loyalists?"
    r"|warplanes|jets|government|administration|supporters|backers|allies)\b"
)
"""Behind a person's name these are the ones named, and not he: "X militias"."""

_SMALL_FIRST = re.compile(
    r"^(?:the|a|an|but|and|meanwhile|however|later|in|on|at|by|for|from|with|after|before|during"
    r"|under|according|despite|to|as|of)\b",
    re.IGNORECASE,
)


class _Sought(NamedTuple):
    """What an expression asks of the name it stands for: a kind, words in it, a gender."""

    kinds: frozenset[MentionKind]
    words: tuple[str, ...] = ()
    gender: str = ""


_PERSON: Final = frozenset[MentionKind]({"person"})
_GROUP: Final = frozenset[MentionKind]({"armed_group"})
_BODY: Final = frozenset[MentionKind]({"organisation"})
_OUTLET: Final = frozenset[MentionKind]({"outlet"})
_STATE: Final = frozenset[MentionKind]({"state"})

_SOUGHT: Final[Mapping[str, _Sought]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), _Sought(_PERSON, gender="he")),
    **dict.fromkeys(("she", "her", "hers", "herself"), _Sought(_PERSON, gender="she")),
    **dict.fromkeys(("spokesman", "chairman"), _Sought(_PERSON, gender="he")),
    **dict.fromkeys(("spokeswoman", "chairwoman"), _Sought(_PERSON, gender="she")),
    **dict.fromkeys(
        (
            *("spokesperson", "minister", "president", "official", "diplomat", "envoy", "general"),
            *("commander", "leader", "officer", "activist", "resident", "director", "mediator"),
        ),
        _Sought(_PERSON),
    ),
    **dict.fromkeys(
        ("group", "movement", "faction", "alliance", "militia", "front", "brigade", "battalion"),
        _Sought(_GROUP),
    ),
    "coalition": _Sought(_GROUP | _BODY, ("coalition", "alliance")),
    "ministry": _Sought(_BODY, ("ministry", "ministries", "department")),
    **dict.fromkeys(("centre", "center"), _Sought(_BODY, ("centre", "center"))),
    **dict.fromkeys(("army", "military"), _Sought(_BODY | _GROUP, ("army", "forces", "military"))),
    "commission": _Sought(_BODY, ("commission",)),
    "committee": _Sought(_BODY, ("committee",)),
    **{word: _Sought(_BODY, (word,)) for word in ("office", "network", "mission", "directorate")},
    **dict.fromkeys(
        ("monitor", "observatory", "watchdog"),
        _Sought(_BODY, ("observatory", "monitor", "network", "watch")),
    ),
    **dict.fromkeys(("organisation", "organization", "body", "party"), _Sought(_BODY)),
    **dict.fromkeys(
        ("agency", "newspaper", "daily", "channel", "broadcaster", "website", "outlet", "paper"),
        _Sought(_OUTLET),
    ),
    **dict.fromkeys(("country", "state", "government"), _Sought(_STATE)),
}


class Antecedent(NamedTuple):
    """Who an expression may stand for, each once, and the mention that it stands for, if clear."""

    meant: Mention | None
    named: tuple[Mention, ...]


def antecedent(
    span: Span, mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> Antecedent:
    """Give the earlier mention that a pronoun or a short description stands for.

    Looked for in the sentence of `span` and the two before it, nearest first. In the nearest sentence
    that names anybody of the kind, there must be one; of several persons, the one that the sentence
    opens with; of several bodies none, whichever was named first.
    What the words do not describe ("the ministry" for a ministry) is no candidate.
    """
    sought = _sought(span.text)
    here = bisect_right(sentences, span.start, key=lambda at: at.span.start) - 1
    if sought is None or here < 0 or span.start >= sentences[here].span.end:
        return Antecedent(None, ())
    for sentence in reversed(sentences[max(0, here - _SENTENCES_BACK) : here + 1]):
        first = bisect_left(mentions, sentence.span.start, key=lambda at: at.span.start)
        last = bisect_right(
            mentions, min(sentence.span.end, span.start), key=lambda at: at.span.end
        )
        near = mentions[max(first, last - _MENTIONS_BACK) : last]
        fitting = [mention for mention in near if _fits(mention, sought, sentence)]
        if fitting:
            named = {_identity(mention): mention for mention in fitting}
            return Antecedent(_the_one(fitting, sentence), tuple(named.values()))
    return Antecedent(None, ())


def _sought(words: str) -> _Sought | None:
    """Read what an expression asks for, by its last word: "the rights monitor", "she"."""
    found = re.findall(r"[^\W\d_]+", words[-60:].lower())
    return _SOUGHT.get(found[-1]) if found else None


def _fits(mention: Mention, sought: _Sought, sentence: Sentence) -> bool:
    if mention.kind not in sought.kinds:
        return False
    if sought.words:
        return any(word in mention.span.text.lower() for word in sought.words)
    if sought.gender:
        behind = sentence.span.text[mention.span.end - sentence.span.start :]
        if _HIS_MEN.match(behind) is not None:
            return False
        before = sentence.span.text[: mention.span.start - sentence.span.start][-24:]
        other = _FEMALE if sought.gender == "he" else _MALE
        return other.search(before) is None
    return True


def _the_one(fitting: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """Give the last mention of the only one named, or of the person in the subject's place."""
    if len({_identity(mention) for mention in fitting}) == 1:
        return fitting[-1]
    first = fitting[0]
    if first.kind != "person":
        return None
    before = sentence.span.text[: first.span.start - sentence.span.start]
    return first if _OPENING.fullmatch(_SMALL_FIRST.sub(_lowered, before)) else None


def _lowered(found: re.Match[str]) -> str:
    return found.group().lower()


def _identity(mention: Mention) -> tuple[str | None, tuple[str, ...], str]:
    known = mention.id is not None or bool(mention.candidates)
    return mention.id, mention.candidates, "" if known else mention.span.text
