"""Where a line reports an event: the words that do, and whether they are a noun or a verb there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.objects import ObjectFound
from trucewatch.extract.events import grammar as tag
from trucewatch.extract.events.forms import Form
from trucewatch.extract.events.line import OBJECT_BEHIND, Token, part
from trucewatch.extract.events.senses import FIRED, FIRST_WORDS, NOUNS, PHRASES, VERBS, Entry
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


NAMED: Final = frozenset({tag.ACTOR, tag.PLACE, tag.DATE})
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

_COUNTING: Final = words("""
    counted count counts counting documented documents recorded records registered registers logged
    logs tallied monitored observed
    """)
_COUNT_NEAR: Final = 9


def _counted_at(tokens: Sequence[Token], place: int) -> Entry | None:
    """Give the shelling of which the shells are counted: "recorded seventy army shells on P"."""
    if tokens[place].low not in FIRED or place + 2 >= len(tokens):
        return None
    if tokens[place + 1].low not in ("on", "at", "against"):
        return None
    before = tokens[max(0, place - _COUNT_NEAR) : place]
    counted = any(token.low in _COUNTING for token in before)
    aimed = any(token.tag == tag.PLACE for token in tokens[place + 2 : place + 5])
    key = "strike" if tokens[place].low == "bombs" else "shell"
    return Entry(key, tokens[place].low, "noun") if counted and aimed else None


_LEFT_THING: Final = frozenset({tag.WORD, tag.DETERMINER, tag.NUMBER, tag.THING, tag.ADVERB})
_THING_LEFT: Final = 6
"""So many words has a thing at most of which something is left."""

_OPENING: Final = words("open opens opened opening")
_ACCORDS: Final = words("""
    agreement agreements deal memorandum accord accords pact treaty commitments obligations provisions
    """)
_ACCORD_NAME: Final = 5
_UNDER: Final = words("in under by despite since after before with within")
_BREACHES: Final = words("""
    violation violations breach breaches defiance spite framework contravention disregard signing
    """)
_ACCORD_BEFORE: Final = 12
_ACCORD_BEHIND: Final = 6
_TAKES_UP: Final = words("which that who it there this")
_STAYS: Final = words("remain remains remained stay stays stayed kept keep")
_STAYING: Final = words("in inside there present deployed at on within near stationed")


def find_triggers(tokens: Sequence[Token]) -> list[Trigger]:
    """Find the triggers among the tagged tokens of a line, in their order, apart."""
    found: list[Trigger] = []
    free_from = 0
    for place, token in enumerate(tokens):
        if place < free_from or token.tag in NAMED or token.low not in FIRST_WORDS:
            continue
        trigger = next(_triggers_at(tokens, place), None)
        if trigger is not None:
            found.append(trigger)
            free_from = trigger.last
    return found


def _triggers_at(tokens: Sequence[Token], place: int) -> Iterator[Trigger]:
    low = tokens[place].low
    phrase = _phrase_at(tokens, place)
    if phrase is not None and phrase[1].lemma == "carry out" and not _names_accord(tokens, place):
        return
    if phrase is not None:
        last, entry = phrase
        if entry.form != "noun" or _is_head(tokens, last):
            yield _made(tokens, place, last, entry)
        return
    counted = _counted_at(tokens, place)
    if counted is not None:
        yield _made(tokens, place, place + 1, counted)
        return
    state = _state_at(tokens, place) or _in_place_at(tokens, place)
    if state is not None:
        first = place - 2 if low == "same" else place
        yield _made(tokens, first, place + 1 + (state.lemma == "still have"), state)
        return
    noun, verbs = NOUNS.get(low), VERBS.get(low)
    if noun is not None and (verbs is None or not _is_verb(tokens, place, verbs[0].form)):
        if _is_event_noun(tokens, place):
            yield _made(tokens, place, place + 1, noun)
    elif verbs is not None and (noun is not None or tokens[place].tag == tag.VERB):
        yield _made(tokens, place, place + 1, _of_form(tokens, place, verbs))


def _names_accord(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an agreement is named close by: what is carried out is it, and no attack."""
    near = range(max(0, place - _ACCORD_BEFORE), min(len(tokens), place + _ACCORD_BEHIND))
    return any(tokens[at].low in _ACCORDS and not _under_accord(tokens, at) for at in near)


def _under_accord(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an agreement is only what something is done under: "in breach of the deal"."""
    before = place - 1
    while before >= 0 and place - before <= _ACCORD_NAME:
        low = tokens[before].low
        if low in _UNDER:
            return True
        if low == "of":
            return tokens[before - 1].low in _BREACHES if before else False
        if tokens[before].tag in (tag.VERB, tag.BE, tag.HAVE, tag.COMMA, tag.PREPOSITION, tag.TO):
            return False
        before -= 1
    return False


def _phrase_at(tokens: Sequence[Token], place: int) -> tuple[int, Entry] | None:
    """Give where the longest trigger of several words ends that begins here, and what it is."""
    found: list[Entry] = []
    ends = place
    for behind, entry in PHRASES.get(tokens[place].low, ()):
        last = place + 1 + len(behind)
        if last >= ends and tuple(token.low for token in tokens[place + 1 : last]) == behind:
            ends = last
            found.append(entry)
    if not found and tokens[place].low in _OPENING:
        return _fire_opened(tokens, place)
    return (ends, _of_form(tokens, place, found)) if found else None


def _fire_opened(tokens: Sequence[Token], place: int) -> tuple[int, Entry] | None:
    """Give where "opened heavy machine gun fire" ends: words of one phrase between the two."""
    for behind in range(place + 1, min(place + 6, len(tokens))):
        if tokens[behind].low in ("fire", "gunfire"):
            opened = next(
                each for words_, each in PHRASES[tokens[place].low] if words_ == ("fire",)
            )
            return behind + 1, opened
        if tokens[behind].tag not in (tag.WORD, tag.ADVERB, tag.VERB, tag.NUMBER):
            return None
    return None


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
        return plural and (before.tag == tag.ACTOR or behind in OBJECT_BEHIND)
    named = before.tag == tag.ACTOR or before.tag == tag.PLACE
    return named and not plural and (behind in OBJECT_BEHIND or behind == tag.WORD)


def _is_gerund(tokens: Sequence[Token], place: int, before: Token | None, behind: str) -> bool:
    if before is None:
        return behind in OBJECT_BEHIND and behind != tag.NUMBER
    if before.tag in (tag.DETERMINER, tag.OWNS, tag.WORD, tag.NUMBER):
        return False
    if before.tag == tag.BE:
        there = place > 1 and tokens[place - 2].low == "there"
        return not there and behind != tag.SUBORDINATOR
    return behind in OBJECT_BEHIND


def _state_at(tokens: Sequence[Token], place: int) -> Entry | None:
    """Give the state that *out of*, *gone* and *still* report: who is out, gone or there yet."""
    low = tokens[place].low
    if low == "opened" and place > 1 and _be_before(tokens, place):
        fired = any(
            token.low in ("fire", "gunfire") for token in tokens[max(0, place - 14) : place]
        )
        return Entry("attack", "open fire", "participle") if fired else None
    if low == "left":
        return Entry("remain", "have left", "base") if _has_left(tokens, place) else None
    if low == "same":
        there = place > 1 and tokens[place - 1].low == "the" and tokens[place - 2].low in _STAYING
        return Entry("remain", "still", "base") if there and _be_before(tokens, place - 2) else None
    if low not in ("out", "gone", "still", "open", "back"):
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
    if low == "back" and behind not in _STAYING:
        return None
    if be and behind in _STAYING:
        return Entry("remain", "still", "base")
    if be and place > 1 and tokens[place - 2].low == "there":
        return Entry("remain", "there still", "base")
    if behind in tag.HAVE_WORDS and "n't" not in behind and _has(tokens, place + 2):
        return Entry("remain", "still have", "base")
    return None


_IN: Final = words("in inside within on at")


def _in_place_at(tokens: Sequence[Token], place: int) -> Entry | None:
    """Give the state that "are in P" and "are present in P" report."""
    stands = tokens[place].low in ("in", "inside", "present") and _is_in(tokens, place)
    return Entry("remain", "there", "base") if stands else None


def _is_in(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether somebody or something is said to be in a place: "their guns are in the zone"."""
    be = place - 1
    while be >= 0 and tokens[be].tag in (tag.ADVERB, tag.NEGATION):
        if tokens[be].low in ("still", "back"):
            return False
        be -= 1
    if be < 1 or tokens[be].tag != tag.BE or tokens[be - 1].low in _TAKES_UP:
        return False
    behind = place + 1
    if tokens[place].low == "present":
        if behind >= len(tokens) or tokens[behind].low not in _IN:
            return False
        behind += 1
    if behind < len(tokens) and tokens[behind].tag == tag.DETERMINER:
        behind += 1
    return behind < len(tokens) and tokens[behind].tag == tag.PLACE


def _has_left(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether *left* says what somebody has yet: "had no guns left", "there are no guns left"."""
    before = place - 1
    while before >= 0 and place - before <= _THING_LEFT and tokens[before].tag in _LEFT_THING:
        before -= 1
    if before < 0 or before == place - 1:
        return False
    if tokens[before].tag == tag.HAVE:
        return "n't" not in tokens[before].low or tokens[before + 1].low == "any"
    return tokens[before].tag == tag.BE and before > 0 and tokens[before - 1].low == "there"


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
