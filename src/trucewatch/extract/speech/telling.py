"""Telling: who said an utterance, in which words, and through whom it came to the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import QUOTED, Relay, cited_in, hearer_relay, relays_beside
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import RELATIVES
from trucewatch.extract.speech.memory import Memory
from trucewatch.extract.speech.runs import Utterance
from trucewatch.extract.speech.voices import Voice, voice_of

_WINDOW: Final = 60
"""How many atoms on either side of its cue belong to an utterance."""

_NEIGHBOURS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who said an utterance, in which atoms of its line, and who relays it."""

    voice: Voice
    source: tuple[Range, ...]
    relays: tuple[Relay, ...] = ()


class Teller:
    """Finds the speakers of one document's utterances, which must come in the order of the text."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Mention], case: Case) -> None:
        self._lines = lines
        self._mentions = mentions
        self._case = case
        self._memory = Memory(case, mentions, lines)

    def tell(self, utterances: Sequence[Utterance], place: int, told: Sequence[Told]) -> Told:
        """Find who said the utterance at `place`; `told` is what was found of those before it."""
        utterance = utterances[place]
        draft = utterance.draft
        line = self._lines[draft.line]
        if utterance.source_of is not None and utterance.source_of < place:
            return told[utterance.source_of]
        relays = [*self._outers(draft, line)]
        if not draft.source:
            return Told(voice=Voice(), source=(), relays=tuple(relays))
        if utterance.parent is not None:
            relays.extend(_through(told[utterance.parent]))
        outside = atoms_outside(utterances, place, line)
        source, voice = self._cited(line, draft.source[0], outside, relays)
        heard = hearer_relay(line.atoms, draft.hearer, self._mentions, self._case)
        relays.extend([heard] if heard else [])
        relays.extend(relays_beside(line.atoms, outside, self._mentions, self._case))
        held = line.atoms[source[0]].start, line.atoms[source[1] - 1].end
        if not voice.person and _names_somebody(line.atoms, source):
            voice = replace(voice, person=True)
        self._memory.remember(draft.line, replace(voice, place=voice.place or held))
        return Told(voice=voice, source=self._parts(line, source), relays=tuple(relays))

    def _cited(
        self, line: Line, source: Range, outside: Sequence[int], relays: list[Relay]
    ) -> tuple[Range, Voice]:
        """Give the source, or whom it cites where it is an outlet: that is then a relay more."""
        voice, after = self._voice(line, source), -1
        while voice.publishes and (cited := cited_in(line.atoms, outside, after)) is not None:
            relays.append(Relay(rank=3, atoms=source, voice=voice))
            source, voice, after = cited, self._voice(line, cited), cited[0]
        return source, voice

    def _voice(self, line: Line, source: Range) -> Voice:
        parts = self._parts(line, source)
        if len(parts) > 1:
            return self._several(line, parts)
        voice = voice_of(line.atoms, source, self._mentions, self._case)
        if voice.for_ and voice.person and not voice.named:
            return self._memory.known_by_office(voice)
        if voice.speaker or voice.for_ or voice.outlet:
            return voice
        if voice.named:
            return self._memory.known_by_name(voice)
        recalled = self._memory.recall(line, source, voice)
        if recalled is None:
            if source[1] - source[0] == 1 and line.atoms[source[0]].low == "it":
                self._memory.leave_open(line.number)
            return voice
        return replace(recalled, nouns=voice.nouns | recalled.nouns)

    def _several(self, line: Line, parts: Sequence[Range]) -> Voice:
        """Give the first of several who is named; unnamed ones of several bodies speak for none."""
        voices = [voice_of(line.atoms, part, self._mentions, self._case) for part in parts]
        shared = voices[-1].unnamed and bool(voices[-1].for_)
        named = next((voice for voice in voices if voice.speaker or voice.named), None)
        if shared and named is not None and named.speaker:
            return replace(voices[-1], for_=None, plural=True)
        if named is not None:
            return replace(named, plural=True)
        return replace(voices[0], for_=None, plural=True)

    def _outers(self, draft: Draft, line: Line) -> tuple[Relay, ...]:
        rank = 3 if draft.pattern == "quoted" else 1
        return tuple(
            Relay(
                rank=rank,
                atoms=outer,
                voice=voice_of(line.atoms, outer, self._mentions, self._case),
            )
            for outer in draft.outers
        )

    def _parts(self, line: Line, source: Range) -> tuple[Range, ...]:
        """Take "rebel figures and Xish officials" apart: two sources of two bodies."""
        first, last = source
        places = [at for at in range(first + 1, last - 1) if line.atoms[at].low == "and"]
        if len(places) != 1:
            return (source,)
        halves = ((first, places[0]), (places[0] + 1, last))
        voices = [voice_of(line.atoms, half, self._mentions, self._case) for half in halves]
        bodies = {voice.for_ or voice.speaker for voice in voices}
        apart = len(bodies) > 1 and all(voice.unnamed or voice.named for voice in voices)
        return halves if apart else (source,)


def _names_somebody(atoms: Sequence[Atom], source: Range) -> bool:
    """Tell whether a source begins with a first name and a surname that no list holds."""
    first, last = source
    names = [atom.kind == "name" for atom in atoms[first : min(last, first + 2)]]
    plain = all(atom.kind != "mention" and atom.low != "and" for atom in atoms[first:last])
    ends = last - first == 2 or (last - first > 2 and atoms[first + 2].low == ",")
    return names == [True, True] and plain and ends


def _through(outer: Told) -> Iterator[Relay]:
    """Yield who relays what somebody said inside another one's words: all who stand outside of it."""
    ordered = sorted(outer.relays, key=lambda relay: relay.rank)
    for place, relay in enumerate(ordered):
        yield replace(relay, rank=place - len(ordered))
    if outer.source:
        yield Relay(rank=0, atoms=outer.source[0], voice=outer.voice)


def atoms_outside(utterances: Sequence[Utterance], place: int, line: Line) -> list[int]:
    """Give the atoms of a line that tell how, when and through whom an utterance was said."""
    draft = utterances[place].draft
    start = max(0, draft.group[0] - _WINDOW)
    end = min(len(line.atoms), draft.group[1] + 2 * _WINDOW)
    held = set(_relative(draft, line))
    for near in range(max(0, place - _NEIGHBOURS), min(len(utterances), place + _NEIGHBOURS + 1)):
        other = utterances[near].draft
        if other.line != draft.line:
            continue
        if near < place and other.group[1] <= draft.group[0]:
            start = max(start, other.group[1])
        if near > place and other.group[0] >= draft.group[1]:
            end = min(end, other.group[0])
        if utterances[near].parent != place:
            for first, last in other.content:
                held.update(range(max(first, start), min(last, end)))
    return [at for at in range(start, end) if at not in held]


def _relative(draft: Draft, line: Line) -> range:
    """Give the atoms of a clause like "who was there on Monday" between a name and its verb."""
    if not draft.source or draft.source[0][1] >= draft.cue[0][0]:
        return range(0)
    between = range(draft.source[0][1], draft.cue[0][0])
    relative = next((at for at in between if line.atoms[at].low in RELATIVES), None)
    if relative is None or line.atoms[relative + 1].low in QUOTED:
        return range(0)
    return range(relative, between.stop)
