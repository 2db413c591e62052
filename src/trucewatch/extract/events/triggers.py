"""Where a line reports an event: the words that do, and whether they are a noun or a verb there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.objects import ObjectFound
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.forms import Form
from trucewatch.extract.events.line import Token, part
from trucewatch.extract.events.senses import FIRST_WORDS, NOUNS, PHRASES, VERBS, Entry
from trucewatch.extract.lexicons import words


class Trigger(NamedTuple):
    """A trigger: `text[start:end]`, its sense, the lemma, the form; `inside` is a weapon it names.

    `first` and `last` are the places of its tokens, `last` not included.
    """

    start: int
    end: int
    key: str
    lemma: str
    form: Form
    first: int
    last: int
    inside: ObjectFound | None = None


_NAMED: Final = frozenset({tag.ACTOR, tag.PLACE, tag.DATE})
_OBJECT_BEHIND: Final = frozenset({tag.DETERMINER, tag.ACTOR, tag.PLACE, tag.PRONOUN, tag.NUMBER})
_VERB_BEFORE: Final = frozenset({tag.TO, tag.MODAL, tag.DO, tag.PRONOUN, tag.RELATIVE})
_NOUN_BEFORE: Final = frozenset({tag.DETERMINER, tag.OWNS, tag.NUMBER, tag.PREPOSITION})

_HEADS: Final = words("""
    helicopter helicopters aircraft boat boats group groups plane planes drone drones dog dogs rifle
    rifles deadline date plan plans agreement deal process mechanism route routes squad room rooms
    leader leaders siren sirens threat threats capability capabilities ship ships vessel vessels
    vehicle vehicles position positions zone zones team teams officer officers minister table bid
    price prices ceremony bell remarks statement statements argument arguments speech
    order orders jet jets force forces station stations ground line lines action fund committee
    """)
"""Nouns behind a trigger that make it a mere part of their name: "attack helicopter"."""

_NOT_THIS: Final[dict[str, frozenset[str]]] = {
    "attack": words("heart panic cyber verbal asthma personal terror-plot ddos scathing"),
    "attacks": words("heart panic cyber verbal asthma personal ddos scathing"),
    "strike": words("hunger general rail lucky labour labor bird on lightning transport teachers"),
    "strikes": words("hunger general rail labour labor bird teachers"),
    "offensive": words("charm diplomatic media an-offensive"),
    "raid": words("tax"),
    "patrol": words("border-patrol"),
    "settlement": words("peace"),
}
"""Words right before a noun with which it is no event."""

_STAYS: Final = words("remain remains remained stay stays stayed kept keep")
_STAYING: Final = words("in inside there present deployed at on within near stationed")


def find_triggers(tokens: Sequence[Token]) -> list[Trigger]:
    """Find the triggers among the tagged tokens of a line, in their order, apart."""
    found: list[Trigger] = []
    free_from = 0
    for place, token in enumerate(tokens):
        if place < free_from or token.tag in _NAMED or token.low not in FIRST_WORDS:
            continue
        trigger = next(_triggers_at(tokens, place), None)
        if trigger is not None:
            found.append(trigger)
            free_from = trigger.last
    return found


def _triggers_at(tokens: Sequence[Token], place: int) -> Iterator[Trigger]:
    low = tokens[place].low
    phrase = _phrase_at(tokens, place)
    if phrase is not None:
        last, entry = phrase
        if entry.form != "noun" or _is_head(tokens, last):
            yield _made(tokens, place, last, entry)
        return
    state = _state_at(tokens, place)
    if state is not None:
        yield _made(tokens, place, place + 1 + (state.lemma == "still have"), state)
        return
    noun, verbs = NOUNS.get(low), VERBS.get(low)
    if noun is not None and (verbs is None or not _is_verb(tokens, place, verbs[0].form)):
        if _is_event_noun(tokens, place):
            yield _made(tokens, place, place + 1, noun)
    elif verbs is not None and (noun is not None or tokens[place].tag == tag.VERB):
        yield _made(tokens, place, place + 1, _of_form(tokens, place, verbs))


def _phrase_at(tokens: Sequence[Token], place: int) -> tuple[int, Entry] | None:
    """Give where the longest trigger of several words ends that begins here, and what it is."""
    found: list[Entry] = []
    ends = place
    for behind, entry in PHRASES.get(tokens[place].low, ()):
        last = place + 1 + len(behind)
        if last >= ends and tuple(token.low for token in tokens[place + 1 : last]) == behind:
            ends = last
            found.append(entry)
    return (ends, _of_form(tokens, place, found)) if found else None


def _of_form(tokens: Sequence[Token], place: int, entries: Sequence[Entry]) -> Entry:
    """Choose among the forms that one word may be: "hit" is base, past and participle."""
    forms = {entry.form: entry for entry in reversed(entries)}
    before = place - 1
    while before >= 0 and tokens[before].tag in (tag.ADVERB, tag.NEGATION):
        before -= 1
    part = tokens[before].tag if before >= 0 else ""
    if part in (tag.BE, tag.HAVE) and "participle" in forms:
        return forms["participle"]
    if "base" in forms and "past" in forms and part not in (tag.TO, tag.MODAL, tag.DO):
        return forms["past"]
    return entries[0]


def _made(tokens: Sequence[Token], first: int, last: int, entry: Entry) -> Trigger:
    start, end = tokens[first].start, tokens[last - 1].end
    return Trigger(start, end, entry.key, entry.lemma, entry.form, first, last)


def _is_event_noun(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1].low if place else ""
    return before not in _NOT_THIS.get(tokens[place].low, ()) and _is_head(tokens, place + 1)


def _is_head(tokens: Sequence[Token], last: int) -> bool:
    return last >= len(tokens) or tokens[last].low not in _HEADS


def _is_verb(tokens: Sequence[Token], place: int, form: Form) -> bool:
    """Tell whether a word that is noun or verb is a verb here."""
    before = tokens[place - 1] if place else None
    behind = part(tokens[place + 1]) if place + 1 < len(tokens) else ""
    if before is not None and before.tag in _VERB_BEFORE:
        return True
    if form == "ing":
        return _is_gerund(tokens, place, before, behind)
    if before is None or before.tag in _NOUN_BEFORE:
        return False
    if before.tag == tag.NEGATION:
        return True
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    if form == "base":
        return plural and (before.tag == tag.ACTOR or behind in _OBJECT_BEHIND)
    named = before.tag == tag.ACTOR or before.tag == tag.PLACE
    return named and not plural and (behind in _OBJECT_BEHIND or behind == tag.WORD)


def _is_gerund(tokens: Sequence[Token], place: int, before: Token | None, behind: str) -> bool:
    if before is None:
        return behind in _OBJECT_BEHIND and behind != tag.NUMBER
    if before.tag in (tag.DETERMINER, tag.OWNS, tag.WORD, tag.NUMBER):
        return False
    if before.tag == tag.BE:
        there = place > 1 and tokens[place - 2].low == "there"
        return not there and behind != tag.SUBORDINATOR
    return behind in _OBJECT_BEHIND


def _state_at(tokens: Sequence[Token], place: int) -> Entry | None:
    """Give the state that *out of*, *gone* and *still* report: who is out, gone or there yet."""
    low = tokens[place].low
    if low == "opened" and place > 1 and _be_before(tokens, place):
        fired = any(token.low in ("fire", "gunfire") for token in tokens[max(0, place - 4) : place])
        return Entry("attack", "open fire", "participle") if fired else None
    if low not in ("out", "gone", "still", "open"):
        return None
    behind = tokens[place + 1].low if place + 1 < len(tokens) else ""
    be = _be_before(tokens, place)
    if low == "out":
        return Entry("withdraw", "out", "participle") if be and behind == "of" else None
    if low == "open":
        stays = place > 0 and tokens[place - 1].low in _STAYS
        state = (be or stays) and behind not in ("to", "for", "about", "with")
        return Entry("open", "open", "participle") if state else None
    if low == "gone":
        has = behind in ("from", "out") and _be_before(tokens, place, tag.HAVE)
        return Entry("withdraw", "gone", "participle") if be or has else None
    if be and behind in _STAYING:
        return Entry("remain", "still", "base")
    if be and place > 1 and tokens[place - 2].low == "there":
        return Entry("remain", "there still", "base")
    if behind in tag.HAVE_WORDS and "n't" not in behind and _has(tokens, place + 2):
        return Entry("remain", "still have", "base")
    return None


def _be_before(tokens: Sequence[Token], place: int, auxiliary: str = tag.BE) -> bool:
    """Tell whether a form of *be* stands before, or of another, with nothing but adverbs between."""
    before = place - 1
    while before >= 0 and tokens[before].tag in (tag.ADVERB, tag.NEGATION):
        before -= 1
    return before >= 0 and tokens[before].tag == auxiliary


def _has(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what follows *has* is a thing had, and no other verb."""
    return place < len(tokens) and tokens[place].tag not in (
        *(tag.NEGATION, tag.TO, tag.VERB, tag.BE, tag.ADVERB, tag.SUBORDINATOR),
    )
