"""Relaying: through whom an utterance came to the page, as the words round it tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import Relay
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.asked import PERSONS
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.carriers import Carrier, Finder, in_order
from trucewatch.extract.speech.carrying import AGAIN, LONGEST, OWN, SPEAKING, SPOKEN_OF
from trucewatch.extract.speech.clauses import Range, meet
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import AUXILIARIES, DETERMINERS, PRONOUNS, is_adverb
from trucewatch.extract.speech.nouns import chunk_start
from trucewatch.extract.speech.outlets import may_publish
from trucewatch.extract.speech.persons import is_person
from trucewatch.extract.speech.runs import Piece, Utterance
from trucewatch.extract.speech.voices import Voice, voice_of

_FOLLOWING: Final = 3
_LONG: Final = 200
"""No sentence of more atoms is looked at for who passed on what its neighbours tell."""

_HEARS: Final = words("heard overheard recalled remembered witnessed")
_WRITTEN: Final = words("""
    letter letters memo note message telegram cable appeal email petition wrote written writes sent
    addressed
    """)
"""What is sent to somebody, who need not pass it on."""

_HEARD: Final = words("told tells telling to with assured informed")
_TOLD: Final = _HEARD - words("to with") | words(
    "asked meeting met telephoned phoned called received"
)
_MEETING: Final = words("""
    meeting meetings met talks call telephoned consultations negotiations summit discussion
    discussions contacts
    """)
"""Before "with" or "to" somebody whom the speaker met, who passes nothing on."""
_WHERE: Final = words("in at near from outside around")


class Relaying:
    """Finds who passes on the utterances of one document."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Mention], case: Case) -> None:
        self._lines = lines
        self._mentions = mentions
        self._case = case
        self._busy: set[int] = set()

    def found(self, named: Iterable[Piece]) -> tuple[Relay, ...]:
        """Give those who may pass on what others say, of those whom a trained reader takes for it."""
        return tuple(
            Relay(
                line=at,
                atoms=atoms,
                voice=self.voice_at(at, atoms),
                inside=self._is_told(at, atoms),
            )
            for at, atoms in self._outlets(named)
        )

    def read(
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
            carriers.append(Carrier(heard, "outside" if named[1:] else "told"))
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
                voice=self.voice_at(at, carrier.atoms),
                inside=carrier.side != "outside",
            )
            for at, carrier in in_order(self._once(found))
        )

    def _outlets(self, named: Iterable[Piece]) -> Iterator[Piece]:
        """Yield who may pass on what others say, of those whom a trained reader takes for it."""
        for at, held in named:
            finder = Finder(self._lines[at].atoms, range(*held), self._mentions, self._case)
            outlet = self._widened(at, finder.heard(held, sure=True), held)
            if outlet is not None and not self._is_where(at, outlet):
                if not (self._is_person(at, held) and self._is_written_to(at, held)):
                    yield at, outlet
            elif outlet is None and self._passes_on(at, held):
                yield at, held

    def _passes_on(self, at: int, held: Range) -> bool:
        """Tell whether it is a person who heard it, or "the agency"; no one has it who was written to."""
        person = self._is_person(at, held) or self._heard(at, held)
        if person and self._is_partner(at, held):
            return False
        return (person and not self._is_written_to(at, held)) or self._is_again(at, held)

    def _is_partner(self, line: int, held: Range) -> bool:
        """Tell whether who speaks for a body was only told, asked or met: "told his counterpart X"."""
        atoms = self._lines[line].atoms
        floor = max((at + 1 for at in range(held[0]) if atoms[at].low in _TOLD), default=0)
        first = min(held[0], chunk_start(atoms, held[1], floor))
        before = [atom.low for atom in atoms[max(0, first - 2) : first]]
        behind = [atom.low for atom in atoms[held[1] : held[1] + 2]]
        if not before or "who" in behind:
            return False
        told = before[-1] in _TOLD or (
            before[-1] in ("to", "with") and before[0] in SPEAKING | _MEETING | _HEARD
        )
        voice = self.voice_at(line, (first, held[1]))
        in_office = voice.speaker or voice.for_ or _in_office(atoms[first : held[1]])
        return told and bool(in_office or before[0] in _MEETING)

    def _heard(self, line: int, held: Range) -> bool:
        """Tell whether somebody stands before "had heard", or "NAME" before "had X say"."""
        atoms = self._lines[line].atoms
        at = held[1]
        while at < len(atoms) and (atoms[at].low in AUXILIARIES or is_adverb(atoms[at].low)):
            at += 1
        named = any(atom.kind in ("name", "mention") for atom in atoms[slice(*held)])
        has = named and held[1] < at and atoms[held[1]].low in ("has", "had")
        return at < len(atoms) and (has or atoms[at].low in _HEARS)

    def _is_written_to(self, line: int, held: Range) -> bool:
        """Tell whether somebody only got a letter: "in a letter to X", "wrote to X"."""
        atoms = self._lines[line].atoms
        at = held[0] - 1
        while at > 0 and atoms[at].low in DETERMINERS:
            at -= 1
        return at > 0 and atoms[at].low == "to" and atoms[at - 1].low in _WRITTEN

    def _widened(self, line: int, outlet: Range | None, held: Range) -> Range | None:
        """Give an outlet with all of the strange name that was found: "Morning Now", "Costa Verde"."""
        atoms = self._lines[line].atoms
        first = held[0] + (atoms[held[0]].low in DETERMINERS)
        if outlet is None:
            whole = (first, held[1])
            if first >= held[1] or any(atom.low in PRONOUNS for atom in atoms[first : held[1]]):
                return None
            return whole if may_publish(atoms, whole, self._mentions, titled=True) else None
        rest = atoms[outlet[1] : held[1]]
        named = all(atom.kind in ("name", "mention", "date") for atom in rest)
        return (outlet[0], held[1]) if rest and named else outlet

    def _is_person(self, line: int, held: Range) -> bool:
        """Tell whether a phrase names one person, who may pass on what he was told."""
        atoms = self._lines[line].atoms[slice(*held)]
        if any(atom.kind in ("quote", "mark") and atom.low != "," for atom in atoms):
            return False
        return is_person(atoms, self.voice_at(line, held))

    def _is_again(self, line: int, held: Range) -> bool:
        """Tell whether a phrase is "the agency": an outlet that was named before."""
        lows = [atom.low for atom in self._lines[line].atoms[slice(*held)]]
        return lows[-1] in AGAIN and all(low in ("the", "same", "that") for low in lows[:-1])

    def _is_told(self, line: int, held: Range) -> bool:
        """Tell whether somebody stands where a hearer does: "told X", "in an interview with X"."""
        atoms = self._lines[line].atoms
        at = held[0] - 1
        while at > 0 and atoms[at].low in DETERMINERS:
            at -= 1
        return at >= 0 and atoms[at].low in _HEARD

    def _is_where(self, line: int, held: Range) -> bool:
        """Tell whether a strange name is a place's: "in NAME"."""
        atoms = self._lines[line].atoms
        where = held[0] > 0 and atoms[held[0] - 1].low in _WHERE
        return (
            where
            and may_publish(atoms, held, self._mentions)
            and not self.voice_at(line, held).publishes
        )

    def voice_at(self, line: int, atoms: Range) -> Voice:
        """Give whom atoms of a line name, alone."""
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
            if len(line.atoms) <= _LONG and _points_back(line.atoms):
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


def _in_office(atoms: Sequence[Atom]) -> bool:
    """Tell whether a phrase tells somebody by an office: "his counterpart X", "the minister"."""
    return any(atom.low in PERSONS or atom.low == "counterpart" for atom in atoms)


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


def _points_back(atoms: Sequence[Atom]) -> bool:
    """Tell whether a sentence speaks of what was told before: "the report", "her account", "it"."""
    if atoms[0].low in PRONOUNS or (atoms[0].low == "so" and len(atoms) > 1):
        return True
    lows = {atom.low for atom in atoms[:LONGEST]}
    if "first" in lows and lows & {"it", "them"}:
        return True
    return any(
        atoms[at].low in SPOKEN_OF
        and (atoms[at - 1].low in OWN or atoms[at - 1].low.endswith(("'s", "’s")))
        for at in range(1, min(len(atoms), LONGEST))
    )
