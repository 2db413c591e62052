"""Where a line reports an event: the words that do, and whether they are a noun or a verb there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.objects import ObjectFound
from trucewatch.core.reading import Mention
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import OBJECT_BEHIND, Token, part
from trucewatch.extract.events.what.forms import Form
from trucewatch.extract.events.what.senses import FIRED, FIRST_WORDS, NOUNS, PHRASES, VERBS, Entry
from trucewatch.extract.events.what.states import ACCORDS, state_at
from trucewatch.extract.lexicons import words


class Trigger(NamedTuple):
    """A trigger: `text[start:end]`, its sense, the lemma, the form; `inside` is a weapon it names.

    `seen` tells that a trained reader holds it for an event of that kind. `first` and `last` are the places of its tokens, `last` not included.
    """

    start: int
    end: int
    key: str
    lemma: str
    form: Form
    first: int
    last: int
    inside: ObjectFound | None = None
    seen: bool = False


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


_OPENING: Final = words("open opens opened opening")
_ACCORD_NAME: Final = 5
_UNDER: Final = words("in under by despite since after before with within")
_BREACHES: Final = words("""
    violation violations breach breaches defiance spite framework contravention disregard signing
    """)
_ACCORD_BEFORE: Final = 12
_ACCORD_BEHIND: Final = 6


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
    state = state_at(tokens, place)
    if state is not None:
        first = place - 2 if low == "same" else place
        yield _made(tokens, first, place + 1 + (state.lemma == "still have"), state)
        return
    if low in _DRAWN and _draws_lines(tokens, place):
        yield _made(tokens, place, place + 1, _of_form(tokens, place, _DRAWN[low]))
        return
    noun, verbs = NOUNS.get(low), VERBS.get(low)
    if noun is not None and (verbs is None or not _is_verb(tokens, place, verbs[0].form)):
        if _is_event_noun(tokens, place):
            yield _made(tokens, place, place + 1, noun)
    elif verbs is not None and (noun is not None or tokens[place].tag == tag.VERB):
        yield _made(tokens, place, place + 1, _of_form(tokens, place, verbs))


_DRAWN: Final = {
    word: [entry._replace(key="settle", lemma="define") for entry in VERBS[word]]
    for word in ("set", "draw", "drew", "drawn")
}
_LINES: Final = words("line lines border borders boundary boundaries limits contours")
_LINES_BEFORE: Final = 9


def _draws_lines(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether lines are set or drawn: "the exact borders have not been set", "drew the line"."""
    if place + 1 < len(tokens) and tokens[place + 1].low in ("up", "back", "out", "off", "free"):
        return False
    before = place - 1
    while before >= 0 and tokens[before].tag in (
        tag.BE,
        tag.HAVE,
        tag.ADVERB,
        tag.NEGATION,
        tag.MODAL,
    ):
        before -= 1
    if before < place - 1 and tokens[place - 1].tag in (tag.BE, tag.ADVERB):
        near = tokens[max(0, before - _LINES_BEFORE) : before + 1]
    else:
        near = tokens[place + 1 : place + 5]
    return any(token.low in _LINES for token in near)


def _names_accord(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an agreement is named close by: what is carried out is it, and no attack."""
    near = range(max(0, place - _ACCORD_BEFORE), min(len(tokens), place + _ACCORD_BEHIND))
    return any(tokens[at].low in ACCORDS and not _under_accord(tokens, at) for at in near)


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
    gerund = form == "ing" and before is not None and before.tag == tag.TO
    if before is not None and before.tag in _VERB_BEFORE and not gerund:
        return True
    if form == "ing":
        return _is_gerund(tokens, place, before, behind)
    if before is None or before.tag in _NOUN_BEFORE:
        return False
    if before.tag == tag.NEGATION:
        return True
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    if form == "base":
        acts = before.tag == tag.ACTOR and not _one_name(tokens, place - 1)
        return plural and (acts or behind in OBJECT_BEHIND) and not _owns(tokens, place - 1)
    named = before.tag == tag.ACTOR or before.tag == tag.PLACE
    return named and not plural and (behind in OBJECT_BEHIND or behind == tag.WORD)


def _one_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name that ends in "s" is initials, and no plural: "the XYS attack"."""
    ref = tokens[place].ref
    return isinstance(ref, Mention) and ref.span.text.isupper()


def _owns(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name stands in a phrase of one: "an XYS attack"."""
    article = tokens[place - 1].low if place else ""
    return tokens[place].tag == tag.ACTOR and article in ("a", "an")


def _is_gerund(tokens: Sequence[Token], place: int, before: Token | None, behind: str) -> bool:
    if before is None:
        return behind in OBJECT_BEHIND and behind != tag.NUMBER
    if before.tag in (tag.DETERMINER, tag.OWNS, tag.WORD, tag.NUMBER):
        return False
    if before.tag == tag.BE:
        there = place > 1 and tokens[place - 2].low == "there"
        return not there and behind != tag.SUBORDINATOR
    return behind in OBJECT_BEHIND
