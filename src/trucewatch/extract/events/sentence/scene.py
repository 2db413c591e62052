"""A line ready to be parsed: its items in order, with every trigger one item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.core.folding import Word
from trucewatch.core.objects import ObjectFound, objects_among
from trucewatch.core.reading import Mention
from trucewatch.core.sentence import Sentence
from trucewatch.extract.events.found import Found
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import Token, may_report, tagged, tokens_of
from trucewatch.extract.events.sentence.posts import posts_in_short
from trucewatch.extract.events.what.seen import with_seen
from trucewatch.extract.events.what.triggers import NAMED, Trigger, find_triggers


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that reports something: items in order; `triggers` with the place of each."""

    text: str
    sentence: Sentence
    items: Sequence[Token]
    triggers: Sequence[tuple[Trigger, int]]
    found: Found

    def event_at(self, place: int) -> Trigger | None:
        """Give the trigger that an item is; None for any other."""
        ref = self.items[place].ref if 0 <= place < len(self.items) else None
        return ref if isinstance(ref, Trigger) else None

    def is_verb(self, place: int) -> bool:
        """Tell whether an item is a verb, reporting something or not; nothing outside the line is."""
        if not 0 <= place < len(self.items):
            return False
        item = self.items[place]
        if item.tag == tag.VERB:
            return True
        return isinstance(item.ref, Trigger) and item.ref.form != "noun"

    def low(self, place: int) -> str:
        """Give the word at a place; empty outside the line."""
        return self.items[place].low if 0 <= place < len(self.items) else ""

    def part(self, place: int) -> str:
        """Give the part of the item at a place; empty outside the line."""
        return self.items[place].tag if 0 <= place < len(self.items) else ""

    def mention(self, place: int) -> Mention | None:
        """Give the actor named at a place."""
        ref = self.items[place].ref if 0 <= place < len(self.items) else None
        return ref if isinstance(ref, Mention) else None


def read_line(text: str, sentence: Sentence, found: Found) -> Line | None:
    """Read a sentence into items; None where no word of it reports anything."""
    span = sentence.span
    if not (found.seen or may_report(text, span)):
        return None
    tokens = tagged(tokens_of(text, span, found.mentions, found.localities, found.dates))
    triggers = with_seen(tokens, find_triggers(tokens), found.seen)
    if not triggers:
        return None
    things = list(objects_among(list(_words(text, tokens))))
    named = {each.end for each in things}
    posts = [each for each in posts_in_short(tokens, found.posts) if each.short.end not in named]
    things = sorted([*things, *(each.short for each in posts)])
    full = dict(posts)
    items = [
        item._replace(ref=full[item.ref]) if item.ref in full else item
        for item in _items(text, tokens, triggers, things)
    ]
    places = [
        (item.ref, place) for place, item in enumerate(items) if isinstance(item.ref, Trigger)
    ]
    return Line(text, sentence, items, places, found)


def _items(
    text: str,
    tokens: Sequence[Token],
    triggers: Sequence[Trigger],
    things: Sequence[ObjectFound],
) -> Iterator[Token]:
    """Yield the tokens, those of a trigger or of a thing as one."""
    thing_at = trigger_at = place = 0
    while place < len(tokens):
        token = tokens[place]
        while thing_at < len(things) and things[thing_at].end <= token.start:
            thing_at += 1
        thing = things[thing_at] if thing_at < len(things) else None
        if trigger_at < len(triggers) and triggers[trigger_at].first == place:
            trigger = triggers[trigger_at]
            inside = thing if thing is not None and thing.start < trigger.end else None
            yield Token(
                trigger.start,
                trigger.end,
                text[trigger.start : trigger.end].lower(),
                tag.EVENT,
                trigger._replace(inside=inside),
            )
            place, trigger_at = trigger.last, trigger_at + 1
            continue
        reached = (
            trigger_at < len(triggers)
            and thing is not None
            and (triggers[trigger_at].start < thing.end)
        )
        if thing is None or token.tag in NAMED or thing.start >= token.end or reached:
            yield token
            place += 1
            continue
        ahead = triggers[trigger_at].first if trigger_at < len(triggers) else len(tokens)
        last = _end_of_thing(tokens, place, thing, ahead)
        end = tokens[last - 1].end
        yield Token(token.start, end, text[token.start : end].lower(), tag.THING, thing)
        place = last


def _words(text: str, tokens: Sequence[Token]) -> Iterator[Word]:
    """Yield the words of the tokens that are no name, hyphens apart, as objects are looked for."""
    for token in tokens:
        if token.tag in NAMED or not token.low[0].isalnum():
            continue
        start = token.start
        for part in token.low.split("-"):
            end = start + len(part)
            if part:
                yield Word(start, end, text[start:end], part.replace("'", ""), False)
            start = end + 1


def _end_of_thing(tokens: Sequence[Token], place: int, thing: ObjectFound, ahead: int) -> int:
    """Give the place behind the tokens that a thing covers, short of the next trigger."""
    last = place + 1
    while last < min(ahead, len(tokens)) and tokens[last].start < thing.end:
        if tokens[last].tag in NAMED:
            break
        last += 1
    return last
