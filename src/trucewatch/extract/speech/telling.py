"""Telling: who said an utterance, in which words, and through whom it came to the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import INFORMANTS, Relay, cited_in
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.according import from_reports
from trucewatch.extract.speech.atoms import Atom, Line, words_of
from trucewatch.extract.speech.carrying import LOOSE, OUTLETS
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.elsewhere import without_others
from trucewatch.extract.speech.grammar import (
    BINDING,
    DOCUMENT_NOUNS,
    PRONOUNS,
    SPEAKING_NOUNS,
    is_verb_like,
)
from trucewatch.extract.speech.likeness import state_of
from trucewatch.extract.speech.memory import Memory
from trucewatch.extract.speech.naming import TEXTS, with_name
from trucewatch.extract.speech.nouns import chunk_start, phrase_end
from trucewatch.extract.speech.outlets import may_publish
from trucewatch.extract.speech.outside import atoms_outside
from trucewatch.extract.speech.persons import SOMEBODY, head_of
from trucewatch.extract.speech.relaying import Relaying
from trucewatch.extract.speech.relays import in_one
from trucewatch.extract.speech.rows import Rows
from trucewatch.extract.speech.runs import Piece, Utterance
from trucewatch.extract.speech.voices import Voice, voice_of

_HEARD: Final = 0.45
"""From this weight on, somebody surely spoke, and "it" may mean him later."""
_HEARD_NAMED: Final = 0.3
"""So it is for somebody whom the case knows."""

_LONG: Final = 200
"""No sentence of more atoms is looked at for who passed on what its neighbours tell."""

_MARKS: Final = "\"“”'‘’«»„"
_ASKED: Final = words(
    "source sources interlocutor interlocutors informant informants contact contacts"
)
"""Nouns of those whom an agency has for itself: "a source of AGENCY"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who said an utterance, in which atoms of its line, and who relays it, outermost first.

    `publishes` tells that it is an outlet, or a name that may be one.
    """

    voice: Voice
    source: tuple[Range, ...]
    relays: tuple[Relay, ...] = ()
    line: int = 0
    publishes: bool = False


class Teller:
    """Finds the speakers of one document's utterances, which must come in the order of the text.

    `phrases` are the phrases of each line that a trained reader takes for those who speak or pass on.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        mentions: Sequence[Mention],
        case: Case,
        phrases: Mapping[int, Sequence[Range]],
    ) -> None:
        self._phrases = phrases
        self._rows = Rows(lines, mentions, case, phrases)
        self._lines = lines
        self._mentions = mentions
        self._case = case
        self._memory = Memory(case, mentions, lines)
        self._relaying = Relaying(lines, mentions, case)

    def tell(self, utterances: Sequence[Utterance], place: int, told: Sequence[Told]) -> Told:
        """Find who said the utterance at `place`; `told` is what was found of those before it."""
        utterance = utterances[place]
        found = self._told(utterances, place, told)
        before = [relay for each in told for relay in each.relays]
        speaking = [(found.line, part) for part in found.source]
        speaking.extend(_answered(utterances, place))
        home = self._lines[utterance.draft.line]
        read, others = (
            tuple(each for each in row if not self._is_any_of(each, speaking))
            for row in (
                found.relays,
                without_others(self._relaying.found(utterance.relays), utterances, place, home),
            )
        )
        row = in_one(read, others, found.source[0] if found.source else None)
        return replace(found, relays=self._rows.straight(row, before, utterance.draft.line))

    def _is_any_of(self, relay: Relay, speaking: Sequence[Piece]) -> bool:
        """Tell whether a relay is one who speaks, by his place or by words of his before him."""
        names = set(words_of(self._lines[relay.line].atoms[slice(*relay.atoms)]).split())
        for line, part in speaking:
            if relay.line == line and meet(relay.atoms, part):
                return True
            called = words_of(self._lines[line].atoms[slice(*part)]).split()
            if relay.line == line and len(names) > 1 and names <= set(called):
                return True
        return False

    def _told(self, utterances: Sequence[Utterance], place: int, told: Sequence[Told]) -> Told:
        """Find who said an utterance and, by rules, who relays it."""
        utterance = utterances[place]
        draft = utterance.draft
        line = self._lines[draft.line]
        if utterance.source_of is not None and utterance.source_of < place:
            return told[utterance.source_of]
        outside = atoms_outside(utterances, place, line)
        unnamed = not draft.source or _asks_who(line.atoms, draft.source[0])
        if unnamed or from_reports(line.atoms, draft.source[0]):
            return Told(
                voice=Voice(), source=(), relays=self._relaying.read(utterances, place, outside)
            )
        child = any(each.parent == place for each in utterances[place + 1 : place + 3])
        source, voice, citing = self._cited(line, draft, outside, child=child)
        source, outlet = self._of_outlet(line, draft, source)
        source = with_name(line.atoms, source, self._phrases.get(line.number, ()))
        outer = told[utterance.parent] if utterance.parent is not None else None
        pronoun = line.atoms[source[0]].low in PRONOUNS
        if outer is not None and not pronoun and outer.voice.place == voice.place is not None:
            voice = self._relaying.voice_at(draft.line, source)
        held = line.atoms[source[0]].start, line.atoms[source[1] - 1].end
        head = head_of(line.atoms[slice(*source)])
        if not voice.person and (_names_somebody(line.atoms, source) or head in SOMEBODY):
            voice = replace(voice, person=True)
            held = held[0], _before_clause(line.atoms, source).end
        voice = replace(voice, place=voice.place or held)
        certain = voice.speaker or (voice.person and voice.name and voice.for_)
        heard = draft.weight >= (_HEARD_NAMED if certain else _HEARD)
        if not line.inside and heard and draft.pattern != "rebutted":
            self._memory.remember(draft.line, voice)
        relays = self._relaying.read(utterances, place, outside, (source, *citing))
        relays = without_others(relays, utterances, place, line)
        if utterance.parent is not None:
            through = [*_through(told[utterance.parent], told[utterance.parent].publishes)]
            known = {(relay.line, relay.atoms) for relay in through}
            own = (each for each in relays if (each.line, each.atoms) not in known)
            relays = (*through, *own)
        else:
            if not self._memory.may_be_either(draft.line):
                voice = _same_body(self._lines, source, utterances, place, told, voice)
            relays = relays or _of_the_same(utterances, place, told, voice)
        voice = self._of_its_words(utterance, source, voice)
        relays = (*relays, *outlet)
        told_now = Told(
            voice=voice, source=self._parts(line, source), relays=relays, line=draft.line
        )
        publishes = draft.hearer is None and self._publishes(told_now)
        return replace(told_now, publishes=publishes)

    def _of_outlet(
        self, line: Line, draft: Draft, source: Range
    ) -> tuple[Range, tuple[Relay, ...]]:
        """Take "a source of AGENCY" apart: it told the agency; and in a title "X on the plan: C"."""
        atoms, (first, last) = line.atoms, source
        if [atoms[at].low for begin, end in draft.cue for at in range(begin, end)] == [":"]:
            topic = (at for at in range(first + 1, last - 1) if atoms[at].low in ("on", "about"))
            return (first, next(topic, last)), ()
        for at in range(first + 1, last - 1):
            by = atoms[at].low in LOOSE and atoms[at + 1].low == "by"
            if by or (atoms[at].low in ("with", "to", "by") and atoms[at + 1].low == "whom"):
                return (first, at), ()
            if atoms[at].low in ("of", "from") and atoms[at - 1].low in _ASKED:
                ends = (to for to in range(at + 2, last) if atoms[to].low in BINDING - {"of"})
                rest = (at + 1, next(ends, last))
                voice = self._relaying.voice_at(line.number, rest)
                if not voice.publishes and not any(a.low in OUTLETS for a in atoms[at + 1 : last]):
                    return source, ()
                relay = Relay(line=line.number, atoms=rest, voice=voice, inside=True)
                return (first, at), (relay,)
        return source, ()

    def _of_its_words(self, utterance: Utterance, source: Range, voice: Voice) -> Voice:
        """Give "it", whom nothing names before, as the subject of its words: "The League won, it said"."""
        line = self._lines[utterance.draft.line]
        first = line.atoms[source[0]]
        alone = source[1] - source[0] == 1 and first.low in ("it", "they")
        if not alone or voice.place != (first.start, first.end) or voice.speaker or voice.for_:
            return voice
        number, (begin, end) = utterance.content[0]
        atoms = self._lines[number].atoms
        last = phrase_end(atoms, begin, end)
        before = (number, last) <= (line.number, source[0])
        verb = last < end and atoms[last].kind == "word" and is_verb_like(atoms[last].low)
        if not before or not verb or last == begin or atoms[begin].low in PRONOUNS:
            return voice
        plural = atoms[last - 1].low.endswith("s") and atoms[last - 1].kind != "mention"
        if plural != (first.low == "they") or atoms[begin].low in ("no", "some", "any", "all"):
            return voice
        return replace(voice, place=(atoms[begin].start, atoms[last - 1].end))

    def _cited(
        self, line: Line, draft: Draft, outside: Sequence[int], *, child: bool
    ) -> tuple[Range, Voice, list[Range]]:
        """Give the source, or whom it cites where it is an outlet: that is then a relay more."""
        source = draft.source[0]
        voice, after, citing = self._voice(line, source), -1, list[Range]()
        named = may_publish(line.atoms, source, self._mentions, titled=True)
        if draft.lemma == "report" and named and not (voice.speaker or voice.for_):
            voice = replace(voice, publishes=True)
        quoted = draft.pattern == "quoted" and bool(draft.outers)
        while not quoted and (cited := cited_in(line.atoms, outside, after)) is not None:
            texts = child and self._passes_on(line, cited)
            if texts or any(meet(cited, own) for own in (source, *draft.cue)):
                after = cited[0]
                continue
            stranger = may_publish(line.atoms, source, self._mentions)
            stranger = stranger and not voice.speaker
            passes = voice.publishes or stranger
            if not passes and not self._of_informants(line, voice, cited):
                break
            citing.append(source)
            body = None if passes else voice.for_ or voice.speaker
            source, voice, after = cited, self._voice(line, cited), cited[0]
            if body is not None and voice.unnamed:
                voice = replace(voice, for_=body, unnamed=False)
        return source, voice, citing

    def _passes_on(self, line: Line, cited: Range) -> bool:
        """Tell whether who is cited is an outlet itself, or a report of one."""
        if any(atom.low in DOCUMENT_NOUNS for atom in line.atoms[slice(*cited)]):
            return True
        publishes = self._relaying.voice_at(line.number, cited).publishes
        return publishes or may_publish(line.atoms, cited, self._mentions)

    def _publishes(self, told: Told) -> bool:
        """Tell whether who said something is an outlet, or may be one that no list knows."""
        atoms = self._lines[told.line].atoms
        strange = bool(told.source) and may_publish(atoms, told.source[0], self._mentions)
        return told.voice.publishes or (strange and not told.voice.speaker)

    def _of_informants(self, line: Line, voice: Voice, cited: Range) -> bool:
        """Tell whether a body has it from sources on the spot: it speaks for them."""
        heads = {
            word for atom in line.atoms[slice(*cited)] for word in atom.low.strip(_MARKS).split()
        }
        quotes = cited[0] > 0 and line.atoms[cited[0] - 1].low == "quoting"
        heard = INFORMANTS | SPEAKING_NOUNS if quotes else INFORMANTS
        return not voice.person and bool(heads & heard)

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
            known = self._memory.known_by_name(voice)
            return known if known.for_ else self._memory.known_by_group(line, source, known)
        if line.inside:
            return voice
        recalled = self._memory.recall(line, source, voice)
        if recalled is None:
            voice = _of_antecedent(line.atoms, source, voice)
            voice = replace(voice, for_=state_of(line.atoms, source, self._case))
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


def _of_antecedent(atoms: Sequence[Atom], source: Range, voice: Voice) -> Voice:
    """Give "who" as whom the phrase before it names: "by a clerk, who said"."""
    first, last = source
    if last - first > 1 or atoms[first].low != "who":
        return voice
    end = first - (first > 0 and atoms[first - 1].low == ",")
    start = chunk_start(atoms, end, 0)
    held = atoms[start:end]
    return replace(voice, place=(held[0].start, held[-1].end)) if held else voice


def _asks_who(atoms: Sequence[Atom], source: Range) -> bool:
    """Tell whether nobody is named: "Who ordered it?", "nobody knows who said that C"."""
    first, last = source
    if last - first > 1 or atoms[first].low != "who":
        return False
    before = atoms[first - 1].low if first else ""
    return not first or before in ("know", "knows", "knew", "clear", "asked", "said")


def _answered(utterances: Sequence[Utterance], place: int) -> Iterator[Piece]:
    """Yield whose claim an utterance answers: "W denied Y's claim" came not through Y."""
    for each in utterances[place + 1 : place + 3]:
        if each.parent == place and each.draft.pattern == "rebutted":
            yield from ((each.draft.line, part) for part in each.draft.source)


def _before_clause(atoms: Sequence[Atom], source: Range) -> Atom:
    """Give the last atom of a source before ", who ..."."""
    first, last = source
    clause = (at for at in range(first + 1, last - 1) if atoms[at].low == ",")
    at = next(clause, last)
    return atoms[at - 1] if at < last and atoms[at + 1].low == "who" else atoms[last - 1]


def _names_somebody(atoms: Sequence[Atom], source: Range) -> bool:
    """Tell whether a source begins with a first name and a surname that no list holds."""
    first, last = source
    names = [atom.kind == "name" for atom in atoms[first : min(last, first + 2)]]
    plain = all(atom.kind != "mention" and atom.low != "and" for atom in atoms[first:last])
    ends = last - first == 2 or (last - first > 2 and atoms[first + 2].low == ",")
    return names == [True, True] and plain and ends


def _through(outer: Told, publishes: bool) -> Iterator[Relay]:
    """Yield who relays what somebody said inside another one's words: all who stand outside of it."""
    yield from (relay for relay in outer.relays if not (publishes and relay.inside))
    if outer.source:
        yield Relay(line=outer.line, atoms=outer.source[0], voice=outer.voice)
    yield from (relay for relay in outer.relays if publishes and relay.inside)


def _same_body(
    lines: Sequence[Line],
    source: Range,
    utterances: Sequence[Utterance],
    place: int,
    told: Sequence[Told],
    voice: Voice,
) -> Voice:
    """Give "it" as the body that spoke just before, "the leaflet" as who wrote it, where no list knows it."""
    if not place or voice.speaker or voice.for_ or voice.outlet:
        return voice
    here, last = utterances[place].draft.line, utterances[place - 1].draft.line
    if (lines[here].title, lines[here].paragraph) != (lines[last].title, lines[last].paragraph):
        return voice
    before, words_said = told[place - 1].voice, words_of(lines[here].atoms[slice(*source)])
    known = not before.person and before.place is not None
    if known and 0 <= here - last <= (words_said == "it") and words_said in ("it", "they"):
        return replace(voice, place=before.place)
    leads, _, noun = words_said.partition(" ")
    text = leads in ("the", "this") and noun in TEXTS and 0 <= here - last <= 1
    named = before.place is not None and not before.publishes
    if text and named and any(atom.low == noun for atom in lines[last].atoms):
        return before
    return voice


def _of_the_same(
    utterances: Sequence[Utterance], place: int, told: Sequence[Told], voice: Voice
) -> tuple[Relay, ...]:
    """Give the relays of what the same one said just before in the same sentence."""
    if not place or utterances[place - 1].draft.line != utterances[place].draft.line:
        return ()
    before = told[place - 1]
    same = before.voice.place is not None and before.voice.place == voice.place
    return before.relays if same else ()
