"""Telling: who said an utterance, in which words, and through whom it came to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import Relay, cited_in
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.carriers import Carrier, Finder, in_order, points_back
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import DOCUMENT_NOUNS, PRONOUNS
from trucewatch.extract.speech.memory import Memory
from trucewatch.extract.speech.outlets import is_stranger, is_titled_person
from trucewatch.extract.speech.outside import atoms_outside
from trucewatch.extract.speech.phrases import from_reports
from trucewatch.extract.speech.relays import in_one
from trucewatch.extract.speech.runs import Piece, Utterance
from trucewatch.extract.speech.voices import Voice, voice_of

_FOLLOWING: Final = 3
_HEARD: Final = 0.45
"""From this weight on, somebody surely spoke, and "it" may mean him later."""

_LONG: Final = 200
"""No sentence of more atoms is looked at for who passed on what its neighbours tell."""

_SOMEBODY: Final = words("""
    manager clerk farmer teacher priest bishop judge driver engineer doctor nurse shepherd trader
    elder worker lawyer professor officer soldier fighter fisherman baker aide official source
    """)
"""Nouns of one person, whom "he" or "she" may mean in what follows."""

_INFORMANTS: Final = words("""
    source sources informant informants witness witnesses activist activists resident residents
    locals villagers correspondents contacts
    """)


_WHERE: Final = words("in at near from outside around")


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
    """Finds the speakers of one document's utterances, which must come in the order of the text."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Mention], case: Case) -> None:
        self._lines = lines
        self._mentions = mentions
        self._case = case
        self._memory = Memory(case, mentions, lines)
        self._busy: set[int] = set()

    def tell(self, utterances: Sequence[Utterance], place: int, told: Sequence[Told]) -> Told:
        """Find who said the utterance at `place`; `told` is what was found of those before it."""
        utterance = utterances[place]
        found = self._told(utterances, place, told)
        if not utterance.relays:
            return found
        speaking = [(found.line, part) for part in found.source]
        others = tuple(
            Relay(line=at, atoms=atoms, voice=self._plain_voice(at, atoms))
            for at, atoms in self._outlets(utterance.relays)
            if not any(at == line and meet(atoms, part) for line, part in speaking)
        )
        others = self._by_first_name(others, told)
        named = [each for each in others if not self._is_same(each)]
        return replace(found, relays=in_one(found.relays, named))

    def _outlets(self, named: Iterable[Piece]) -> Iterator[Piece]:
        """Yield who may pass on what others say, of those whom a trained reader takes for it."""
        for at, held in named:
            finder = Finder(self._lines[at].atoms, range(*held), self._mentions, self._case)
            outlet = finder.heard(held)
            if outlet is not None and not self._is_where(at, outlet):
                yield at, outlet

    def _is_where(self, line: int, held: Range) -> bool:
        """Tell whether a strange name is a place's: "in NAME"."""
        atoms = self._lines[line].atoms
        where = held[0] > 0 and atoms[held[0] - 1].low in _WHERE
        return (
            where
            and may_publish(atoms, held, self._mentions)
            and not self._plain_voice(line, held).publishes
        )

    def _told(self, utterances: Sequence[Utterance], place: int, told: Sequence[Told]) -> Told:
        """Find who said an utterance and, by rules, who relays it."""
        utterance = utterances[place]
        draft = utterance.draft
        line = self._lines[draft.line]
        if utterance.source_of is not None and utterance.source_of < place:
            return told[utterance.source_of]
        outside = atoms_outside(utterances, place, line)
        if not draft.source or from_reports(line.atoms, draft.source[0]):
            return Told(voice=Voice(), source=(), relays=self._relays(utterances, place, outside))
        child = any(each.parent == place for each in utterances[place + 1 : place + 3])
        source, voice, citing = self._cited(line, draft, outside, child=child)
        outer = told[utterance.parent] if utterance.parent is not None else None
        pronoun = line.atoms[source[0]].low in PRONOUNS
        if outer is not None and not pronoun and outer.voice.place == voice.place is not None:
            voice = self._plain_voice(draft.line, source)
        held = line.atoms[source[0]].start, line.atoms[source[1] - 1].end
        head = line.atoms[source[1] - 1].low
        if not voice.person and (_names_somebody(line.atoms, source) or head in _SOMEBODY):
            voice = replace(voice, person=True)
        voice = replace(voice, place=voice.place or held)
        if not line.inside and draft.weight >= _HEARD:
            self._memory.remember(draft.line, voice)
        relays = self._relays(utterances, place, outside, (source, *citing))
        relays = self._by_first_name(relays, told)
        if utterance.parent is not None:
            through = [*_through(told[utterance.parent], told[utterance.parent].publishes)]
            known = {(relay.line, relay.atoms) for relay in through}
            own = (each for each in relays if (each.line, each.atoms) not in known)
            relays = (*through, *own)
        elif not relays:
            voice = _same_body(line, source, utterances, place, told, voice)
            relays = _of_the_same(utterances, place, told, voice)
        told_now = Told(
            voice=voice, source=self._parts(line, source), relays=relays, line=draft.line
        )
        publishes = draft.hearer is None and self._publishes(told_now)
        return replace(told_now, publishes=publishes)

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
            if meet(source, cited) or texts:
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
        publishes = self._plain_voice(line.number, cited).publishes
        return publishes or may_publish(line.atoms, cited, self._mentions)

    def _publishes(self, told: Told) -> bool:
        """Tell whether who said something is an outlet, or may be one that no list knows."""
        atoms = self._lines[told.line].atoms
        strange = bool(told.source) and may_publish(atoms, told.source[0], self._mentions)
        return told.voice.publishes or (strange and not told.voice.speaker)

    def _of_informants(self, line: Line, voice: Voice, cited: Range) -> bool:
        """Tell whether a body has it from sources on the spot: it speaks for them."""
        heads = {atom.low for atom in line.atoms[slice(*cited)]}
        return not voice.person and bool(heads & _INFORMANTS)

    def _relays(
        self,
        utterances: Sequence[Utterance],
        place: int,
        outside: Sequence[int],
        named: Sequence[Range] = (),
    ) -> tuple[Relay, ...]:
        """Give who relays an utterance, outermost first; of `named` the first is its speaker."""
        draft = utterances[place].draft
        atoms = self._lines[draft.line].atoms
        finder = Finder(atoms, outside, self._mentions, self._case)
        carriers = [Carrier(outer, "outside") for outer in (*draft.outers, *named[1:])]
        if draft.hearer is not None and (heard := finder.heard(draft.hearer)) is not None:
            carriers.append(Carrier(heard, "told"))
        taken = [*named[:1], *(carrier.atoms for carrier in carriers)]
        for carrier in finder.find():
            if not any(meet(carrier.atoms, each) for each in taken):
                carriers.append(carrier)
                taken.append(carrier.atoms)
        carriers = [_nearer(draft, carrier) for carrier in carriers]
        found = [(draft.line, carrier) for carrier in sorted(carriers)]
        if utterances[place].parent is None:
            found = [*self._before(draft, found), *found, *self._behind(utterances, place)]
        return tuple(
            Relay(
                line=at,
                atoms=carrier.atoms,
                voice=self._plain_voice(at, carrier.atoms),
                inside=carrier.side != "outside",
            )
            for at, carrier in in_order(self._once(found))
        )

    def _by_first_name(self, relays: tuple[Relay, ...], told: Sequence[Told]) -> tuple[Relay, ...]:
        """Give "the same agency" as what it was called before."""
        before = next((each.relays[-1] for each in reversed(told) if each.relays), None)
        if before is None:
            return relays
        return tuple(before if self._is_same(each) else each for each in relays)

    def _is_same(self, relay: Relay) -> bool:
        atoms = self._lines[relay.line].atoms[slice(*relay.atoms)]
        return any(atom.low == "same" for atom in atoms)

    def _plain_voice(self, line: int, atoms: Range) -> Voice:
        return voice_of(self._lines[line].atoms, atoms, self._mentions, self._case)

    def _once(self, found: Sequence[tuple[int, Carrier]]) -> Iterator[tuple[int, Carrier]]:
        """Yield the carriers without those that are named again."""
        seen: list[set[str]] = []
        for line, carrier in found:
            held = self._lines[line].atoms[slice(*carrier.atoms)]
            names = {atom.low for atom in held if atom.kind in ("name", "mention")}
            if not names or not any(names <= each for each in seen):
                seen.append(names)
                yield line, carrier

    def _behind(self, utterances: Sequence[Utterance], place: int) -> Iterator[tuple[int, Carrier]]:
        """Yield who passed it on as the next sentences tell: "Her account appeared in DAILY"."""
        at = max(utterances[place].draft.line, *(piece[0] for piece in utterances[place].content))
        for number in range(at + 1, min(len(self._lines), at + 1 + _FOLLOWING)):
            line = self._lines[number]
            if self._speaks(utterances, number) or line.block != self._lines[at].block:
                return
            if len(line.atoms) <= _LONG and points_back(line.atoms):
                free = range(len(line.atoms))
                for carrier in Finder(line.atoms, free, self._mentions, self._case).find():
                    yield number, carrier

    def _before(
        self, draft: Draft, found: Sequence[tuple[int, Carrier]]
    ) -> Iterator[tuple[int, Carrier]]:
        """Yield whom "he" spoke to as the sentence before tells."""
        atoms = self._lines[draft.line].atoms
        pronoun = bool(draft.source) and atoms[draft.source[0][0]].low in ("he", "she", "they")
        before = draft.line - 1
        told = any(carrier.side == "told" for _, carrier in found)
        if told or not pronoun or before < 0 or before in self._busy:
            return
        line = self._lines[before]
        if len(line.atoms) <= _LONG and line.block == self._lines[draft.line].block:
            free = range(len(line.atoms))
            for carrier in Finder(line.atoms, free, self._mentions, self._case).find():
                if carrier.side == "told":
                    yield before, carrier

    def _speaks(self, utterances: Sequence[Utterance], number: int) -> bool:
        """Tell whether somebody says something in a line."""
        if not self._busy:
            self._busy.update(utterance.draft.line for utterance in utterances)
            self._busy.update(piece[0] for each in utterances for piece in each.content)
        return number in self._busy

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
        if line.inside:
            return voice
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


def _nearer(draft: Draft, carrier: Carrier) -> Carrier:
    """Give "as cited by AGENCY" between "quoted X" and "as saying" as standing nearer to X."""
    if draft.pattern in ("quoted", "passed") and carrier.atoms in draft.outers[1:]:
        return carrier._replace(side="cited")
    if draft.pattern != "quoted" or not draft.outers or carrier.side != "outside":
        return carrier
    if draft.outers[0][0] > draft.cue[0][0]:
        return carrier
    between = draft.cue[0][1] <= carrier.atoms[0] < draft.cue[-1][0]
    return carrier._replace(side="cited") if between else carrier


def _names_somebody(atoms: Sequence[Atom], source: Range) -> bool:
    """Tell whether a source begins with a first name and a surname that no list holds."""
    first, last = source
    names = [atom.kind == "name" for atom in atoms[first : min(last, first + 2)]]
    plain = all(atom.kind != "mention" and atom.low != "and" for atom in atoms[first:last])
    ends = last - first == 2 or (last - first > 2 and atoms[first + 2].low == ",")
    return names == [True, True] and plain and ends


def may_publish(
    atoms: Sequence[Atom], source: Range, mentions: Sequence[Mention], *, titled: bool = False
) -> bool:
    """Tell whether a source is one name that may be an outlet's: no list knows it as anybody's.

    `titled` tells that the name may have two words, as those of persons have: "Morning Star reports".
    """
    held = atoms[slice(*source)]
    strange = [each for each in held if each.kind == "mention"]
    plain = all(is_stranger(mentions[each.ref]) for each in strange)
    person = any(is_titled_person(mentions[each.ref]) for each in strange)
    return (
        plain and (titled or not person) and all(each.kind in ("name", "mention") for each in held)
    )


def _through(outer: Told, publishes: bool) -> Iterator[Relay]:
    """Yield who relays what somebody said inside another one's words: all who stand outside of it."""
    yield from (relay for relay in outer.relays if not (publishes and relay.inside))
    if outer.source:
        yield Relay(line=outer.line, atoms=outer.source[0], voice=outer.voice)
    yield from (relay for relay in outer.relays if publishes and relay.inside)


def _same_body(
    line: Line,
    source: Range,
    utterances: Sequence[Utterance],
    place: int,
    told: Sequence[Told],
    voice: Voice,
) -> Voice:
    """Give "it" as the body that spoke just before in the same sentence, where no list knows it."""
    alone = source[1] - source[0] == 1 and line.atoms[source[0]].low in ("it", "they")
    if not alone or not place or utterances[place - 1].draft.line != utterances[place].draft.line:
        return voice
    before = told[place - 1].voice
    unknown = not (voice.speaker or voice.for_ or voice.outlet)
    fits = unknown and not before.person and before.place is not None
    return replace(voice, place=before.place) if fits else voice


def _of_the_same(
    utterances: Sequence[Utterance], place: int, told: Sequence[Told], voice: Voice
) -> tuple[Relay, ...]:
    """Give the relays of what the same one said just before in the same sentence."""
    if not place or utterances[place - 1].draft.line != utterances[place].draft.line:
        return ()
    before = told[place - 1]
    same = before.voice.place is not None and before.voice.place == voice.place
    return before.relays if same else ()
