"""A sentence as a row of items: small words with their part, names, places, dates, things, triggers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from trucewatch.core.reading import Locality, Mention
from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.what.senses import FIRST_WORDS, VERBS
from trucewatch.extract.events.whether.operators import GOVERNORS

ACTOR_KINDS: Final = frozenset({"person", "state", "organisation", "armed_group", "outlet"})

_TOKEN = re.compile(
    r"[^\W_]+(?:[-‐‑'’](?![sS]\b|(?:ll|re|ve)\b)[^\W_]+){0,5}"  # a word, with its hyphens and apostrophes
    r"|['’](?:[sS]|ll|re|ve)\b|(?<=[sS])['’](?=\s)"  # whose
    r"|[,;:()\[\]—]|--|(?<=\s)[–-](?=\s)"
)
_NUMBERED: Final = re.compile(r"\.\s?\d")
"""Behind "No" this makes it a number, and no denial: "post No. 11"."""

_SET_APART: Final = frozenset(
    ["from", "out", "of", "in", "on", "at", "near", "inside", "outside", "within", "around", "the"]
)
"""Words that open a place expression and are read as words of their own."""

_STOPS: Final = frozenset(";:—–-") | {"--"}
_NOUN_BEFORE: Final = frozenset({tag.DETERMINER, tag.PREPOSITION, tag.OWNS, tag.NUMBER, tag.WORD})
_STANDS_ALONE: Final = frozenset(
    ["all", "both", "that", "this", "those", "these", "many", "some", "few", "several"]
)
"""Determiners that may be a subject by themselves."""
_COMPOUNDS: Final = frozenset(
    [
        "firing",
        "training",
        "launching",
        "landing",
        "operating",
        "hiding",
        "meeting",
        "gathering",
        "shooting",
        "staging",
    ]
)
"""Forms in -ing that make a noun with the noun behind them: "firing positions"."""

_BOUNDS: Final = (
    *(("no", "fewer", "than"), ("no", "less", "than"), ("not", "less", "than")),
    *(("as", "many", "as"), ("more", "than"), ("fewer", "than"), ("less", "than")),
    *(("at", "least"), ("at", "most"), ("up", "to"), ("over",)),
)
"""Words before a number that say how exactly it is meant, longest first."""

_SENDS: Final = frozenset(["firing", "launching"])
_FLYING: Final = frozenset(
    [
        *("shells", "rockets", "missiles", "mortars", "bombs", "rounds", "projectiles", "drones"),
        *(
            "grenades",
            "chlorine",
            "mortar",
            "artillery",
            "toxic",
            "gas",
            "tank",
            "rocket",
            "poison",
            *("grad", "guided", "cluster", "incendiary", "homemade", "heavy"),
        ),
    ]
)
"""Behind these, "firing" and "launching" are what somebody does: "of firing shells"."""

_PARTICIPLES: Final = frozenset(
    ["hit", "shut", "set", "cut", "put", "quit", "set", "shot", "held", "stopped"]
)
_PASTS: Final = frozenset(["set", "put", "cut", "hit", "shut", "quit", "led", "held", "stood"])
_THEIR_OBJECT: Final = frozenset({tag.DETERMINER, tag.ACTOR, tag.PLACE})
OBJECT_BEHIND: Final = frozenset({tag.DETERMINER, tag.ACTOR, tag.PLACE, tag.PRONOUN, tag.NUMBER})

Ref = Mention | Locality | TimeExpression | tuple[object, ...] | None
"""What an item stands for: what was found there; a trigger or an object is a tuple."""


class Token(NamedTuple):
    """A word or mark, or several under one name: `text[start:end]`, small, and what it is."""

    start: int
    end: int
    low: str
    tag: str
    ref: Ref


def may_report(text: str, span: Span) -> bool:
    """Tell whether a sentence holds a word that may report an event."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text[span.start : span.end].lower())
    return not FIRST_WORDS.isdisjoint(words)


def tokens_of(
    text: str,
    span: Span,
    mentions: Iterable[Mention],
    localities: Iterable[Locality],
    dates: Iterable[TimeExpression],
) -> list[Token]:
    """Cut a sentence into tokens; names, places and dates are one each. Brackets are left out."""
    chunks = _chunks(mentions, localities, dates)
    tokens: list[Token] = []
    skip_to = place = 0
    for found in _TOKEN.finditer(text, span.start, span.end):
        start, end = found.span()
        if start < skip_to:
            continue
        while place < len(chunks) and chunks[place].end <= start:
            place += 1
        word = found.group().lower().replace("’", "'")
        if place < len(chunks) and chunks[place].start <= start and end <= chunks[place].end:
            if chunks[place].tag == tag.PLACE and word in _SET_APART and end < chunks[place].end:
                tokens.append(Token(start, end, word, "", None))
                continue
            tokens.append(chunks[place]._replace(start=start))
            skip_to = chunks[place].end
            continue
        if word == "no" and _NUMBERED.match(text, end):
            word = "number"
        if word in "([":
            skip_to = _behind_bracket(text, start, span.end)
            continue
        tokens.append(Token(start, end, word, "", None))
    return tokens


def _behind_bracket(text: str, start: int, end: int) -> int:
    """Give where a bracket closes; one that stays open holds nothing."""
    closing = text.find(")" if text[start] == "(" else "]", start, min(end, start + 160))
    return closing + 1 if closing > 0 else start + 1


def _chunks(
    mentions: Iterable[Mention],
    localities: Iterable[Locality],
    dates: Iterable[TimeExpression],
) -> list[Token]:
    """Give places, actors and dates in the order of the text, apart: of two, the place stays."""
    found = [_chunk(place.span, tag.PLACE, place) for place in localities]
    found += [
        _chunk(mention.span, tag.ACTOR, mention)
        for mention in mentions
        if mention.kind in ACTOR_KINDS
    ]
    found += [_chunk(date.span, tag.DATE, date) for date in dates]
    rank = {tag.PLACE: 0, tag.ACTOR: 1, tag.DATE: 2}
    kept: list[Token] = []
    for chunk in sorted(found, key=lambda each: (each.start, rank[each.tag])):
        if kept and chunk.start < kept[-1].end:
            if rank[chunk.tag] < rank[kept[-1].tag] and chunk.end >= kept[-1].end:
                kept[-1] = chunk
            continue
        kept.append(chunk)
    return kept


def _chunk(span: Span, kind: str, ref: Ref) -> Token:
    return Token(span.start, span.end, span.text.lower(), kind, ref)


def tagged(tokens: Sequence[Token]) -> list[Token]:
    """Give every word its part: what the lists say, else what stands around it."""
    done: list[Token] = []
    last = len(tokens) - 1
    for place, token in enumerate(tokens):
        if not token.tag:
            before = _before(done)
            behind = tokens[place + 1] if place < last else None
            start, end, low, _, ref = token
            token = Token(start, end, low, _tag(low, before, behind), ref)
        if token.tag == tag.NUMBER:
            token = _bounded(done, token)
        elif token.tag == tag.WORD and _is_seen_doing(token.low, done):
            token = token._replace(tag=tag.VERB)
        done.append(token)
    return done


def _is_seen_doing(low: str, done: Sequence[Token]) -> bool:
    """Tell whether a word is what somebody was seen to do: "saw shells land on P"."""
    if not done or done[-1].tag not in (tag.WORD, tag.ACTOR, tag.THING):
        return False
    base = any(entry.form == "base" for entry in VERBS.get(low, ()))
    plural = done[-1].low.endswith("s") or done[-1].low in ("artillery", "aircraft", "army")
    return base and plural and any(token.low in _SAW for token in done[-7:-1])


_SAW: Final = frozenset(["saw", "seen", "watched", "heard", "filmed", "observed", "witnessed"])


def _bounded(done: list[Token], number: Token) -> Token:
    """Take the words that bound a number off the row and into it: "at least 12", "more than a dozen"."""
    lows = [token.low for token in done[-4:]]
    article = 1 if lows and lows[-1] in ("a", "an") else 0
    ahead = lows[: len(lows) - article]
    for bound in _BOUNDS:
        if tuple(ahead[-len(bound) :]) == bound:
            start = done[-len(bound) - article].start
            del done[-len(bound) - article :]
            return number._replace(start=start)
    return number


def _before(done: Sequence[Token]) -> Token | None:
    """Give the token that stands before, past adverbs."""
    for token in reversed(done[-3:]):
        if token.tag != tag.ADVERB:
            return token
    return None


def _tag(low: str, before: Token | None, behind: Token | None) -> str:
    if low in tag.TAGS:
        dated = low == "that" and behind is not None and behind.tag == tag.DATE
        return tag.DETERMINER if dated else tag.TAGS[low]
    if low[0].isdigit():
        return tag.NUMBER
    if low == ",":
        return tag.COMMA
    if low in _STOPS:
        return tag.STOP
    if tag.is_adverb(low):
        return tag.ADVERB
    return tag.VERB if _is_verb(low, before, behind) else tag.WORD


def part(token: Token | None) -> str:
    """Give the part of a token that may not be tagged yet."""
    if token is None:
        return ""
    return token.tag or tag.TAGS.get(token.low, tag.NUMBER if token.low[0].isdigit() else "")


_HELD: Final = frozenset({"suspected", "alleged", "presumed", "purported", "reported"})
"""At the beginning these are no verbs: "Suspected Xish planes struck P"."""


def _is_verb(low: str, before: Token | None, behind: Token | None) -> bool:
    """Tell whether a word is a form of a verb here, and no noun or adjective."""
    known = low in tag.PLAIN_VERBS or low in GOVERNORS or low in VERBS
    past = low.endswith("ed") and len(low) > 4 and "-" not in low
    if not (known or past) or low in tag.MODIFIERS:
        return False
    if before is None:
        return part(behind) in OBJECT_BEHIND and low not in _HELD
    if before.tag in (tag.TO, tag.MODAL, tag.DO):
        return True
    if before.low == "air" and low in ("force", "forces", "strike", "strikes"):
        return False
    if low in _COMPOUNDS and part(behind) == "" and behind is not None:
        return low in _SENDS and (behind.low in _FLYING or "-" in behind.low)
    if low in tag.ALSO_NOUNS:
        return _rather_verb(low, before, behind)
    if before.tag in (tag.DETERMINER, tag.OWNS):
        return before.low in _STANDS_ALONE and not low.endswith("ing")
    if before.tag == tag.PREPOSITION:
        return low.endswith("ing")
    return True


def _may_be_verb(low: str) -> bool:
    return low in tag.PLAIN_VERBS or low in VERBS


def _rather_verb(low: str, before: Token, behind: Token | None) -> bool:
    """Tell whether a word that is noun or verb is a verb here."""
    if before.tag in (tag.PRONOUN, tag.NEGATION, tag.RELATIVE):
        return True
    if before.tag in (tag.BE, tag.HAVE) and low in _PARTICIPLES:
        return True
    if before.tag == tag.VERB:
        return False
    if before.tag in (tag.ACTOR, tag.THING) and low in _PASTS:
        return True
    if before.tag == tag.WORD and low in _PASTS and part(behind) in _THEIR_OBJECT:
        return True
    if before.tag in _NOUN_BEFORE or before.tag in (tag.BE, tag.HAVE):
        plural = before.tag == tag.WORD and before.low.endswith(("s", "men"))
        return plural and part(behind) in OBJECT_BEHIND
    if before.tag == tag.ACTOR and low.endswith("s") and not before.low.endswith("s"):
        nominal = behind is not None and part(behind) == "" and not _may_be_verb(behind.low)
        return nominal or part(behind) in OBJECT_BEHIND or part(behind) == tag.SUBORDINATOR
    return part(behind) in OBJECT_BEHIND or part(behind) == tag.SUBORDINATOR
