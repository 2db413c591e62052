"""The reader of one line: where content is open, where the last clause ended, what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Continuation, Range, has_verb
from trucewatch.extract.speech.drafts import Draft
from trucewatch.extract.speech.grammar import PRONOUNS, is_adverb, is_verb_like
from trucewatch.extract.speech.nouns import DASHES
from trucewatch.extract.speech.subjects import Phrase, before_day, subject_before
from trucewatch.extract.speech.turning import relative_closed

_TURNS: Final = words("while whereas but although though and")
_ENDS: Final = frozenset(".;?!:")
_SUBORDINATING: Final = words("while whereas although though as after when")
_FAR: Final = 60
_FOCUS: Final = words("even only just but meanwhile also")
"""Words before a subject that are no part of it."""
_GOING_ON: Final = words("and but so or because which who for if with though although")
_OPENING: Final = words("if when while because although despite")


class Aside(NamedTuple):
    """Who relays in "X, AGENCY reports, said", and whose verb comes next."""

    relay: Range
    subject: Phrase


class LineReader:
    """Reads the cues of one line from left to right.

    `opened` is the draft whose content runs on from `begun` until something ends it. No cue is read
    before `floor`, no content before `clause`. `aside` is what stands between a subject and its verb;
    `filed` is the agency that a title begins with.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.atoms: Sequence[Atom] = line.atoms
        self.drafts: list[Draft] = []
        self.opened: int | None = None
        self.begun = 0
        self.floor = 0
        self.clause = 0
        self.aside: Aside | None = None
        self.filed: Range | None = None
        self._nested: list[tuple[int, int]] = []
        self._floor_before = 0

    def add(
        self,
        cue: Cue,
        cue_atoms: tuple[Range, ...],
        *,
        subject: Phrase | None = None,
        following: Continuation,
        content: tuple[Range, ...] = (),
        parent: int | None = None,
        pattern: str = "after",
        inherits: int | None = None,
        outers: tuple[Range, ...] = (),
    ) -> None:
        """Add a draft; its content runs on from where `following` says."""
        first, last = cue_atoms[0][0], cue_atoms[-1][1]
        if self.aside is not None:
            outers, self.aside = (self.aside.relay, *outers), None
        if subject is not None and subject.last - subject.first > 1:
            focus = self.atoms[subject.first].low in _FOCUS or self._leads(subject.first)
            subject = subject._replace(first=subject.first + focus)
        outers = tuple((at + self._leads(at), end) for at, end in outers)
        if self.filed is not None:
            outers = (self.filed, *outers)
        if subject is not None:
            first, last = min(first, subject.outer), max(last, subject.reach)
        self.drafts.append(
            Draft(
                line=self.line.number,
                pattern=pattern,
                lemma=cue.lemma,
                weight=cue.weight,
                group=(first, last),
                cue=cue_atoms,
                source=((subject.first, subject.last),) if subject else (),
                content=content,
                inherits=inherits,
                parent=parent,
                hearer=following.hearer,
                outers=outers,
                onward=following.onward,
            )
        )
        self._floor_before = self.floor
        self.floor = self.clause = max(last, following.stop)
        if following.start >= 0 and self.opened is not None and parent is not None:
            self._nested.append((len(self.drafts) - 1, following.start))
        elif following.start >= 0:
            self.open_content(following.start)

    def _leads(self, place: int) -> bool:
        """Tell whether the "that" before a subject leads to what is open."""
        return self.opened is not None and place == self.begun and self.atoms[place].low == "that"

    def open_content(self, begin: int) -> None:
        """Let the content of the last draft run on from `begin`."""
        self.opened = len(self.drafts) - 1
        self.begun = begin

    def close(self, end: int) -> None:
        """End the content that is open before the atom `end`."""
        if self.opened is None:
            return
        while end > self.begun and self.atoms[end - 1].low in _CLOSING:
            end -= 1
        for place, begun in [(self.opened, self.begun), *self._nested]:
            draft = self.drafts[place]
            if end > begun:
                self.drafts[place] = replace(draft, content=(*draft.content, (begun, end)))
        self._nested.clear()
        self.opened = None
        self.clause = max(self.clause, end)

    def leave_relative(self, comma: int) -> bool:
        """End what is open in ", which Y says C," and go back to whom it is about; tell whether it was so."""
        if self.opened is None:
            return False
        before, inner = self._floor_before, self.drafts[self.opened].group[0]
        if not relative_closed(self.atoms, before, inner, comma):
            return False
        self.close(comma)
        self.floor = self.clause = before
        return True

    def wrap(self, outer: Range, end: int, last: int) -> None:
        """C, Y reported: Y relays the statement that is open and ends before `end`."""
        if self.opened is None:
            return
        for place in {self.opened, self.drafts[self.opened].inherits}:
            if place is not None:
                draft = self.drafts[place]
                self.drafts[place] = replace(draft, outers=(outer, *draft.outers))
        self.close(end)
        self.floor = self.clause = last

    def unsay(self, lemmas: frozenset[str]) -> bool:
        """Drop the statement that is open where its verb is one of these: somebody did that."""
        last = len(self.drafts) - 1
        if self.opened != last or self._nested or self.drafts[last].lemma not in lemmas:
            return False
        draft = self.drafts[last]
        if draft.parent is not None or draft.inherits is not None:
            return False
        self.clause = draft.group[0]
        del self.drafts[last]
        self.opened = None
        return True

    def relay_last(self, outer: Range, last: int) -> None:
        """C, X said, Y reported: Y relays the statement that ended just before."""
        draft = self.drafts[-1]
        self.drafts[-1] = replace(draft, outers=(outer, *draft.outers))
        self.floor = self.clause = last

    def content_before(self, end: int) -> Range | None:
        """Give the words between the last clause's end and the comma or quotation before `end`."""
        if end - 3 > self.clause and [a.low for a in self.atoms[end - 2 : end]] == ["or", "so"]:
            end -= 2
        if end <= self.clause:
            return None
        mark = self.atoms[end - 1]
        stop = end
        if mark.low == "," and self.atoms[self.clause].low in ASKED:
            return None
        if mark.low == "," or mark.low in DASHES:
            stop = end - 1
        elif mark.kind != "quote" and mark.low not in ("?", "!", ")"):
            return None
        return self.trimmed(self.clause, stop)

    def trimmed(self, start: int, stop: int) -> Range | None:
        """Drop marks before the words, and a word like "but" before a quotation."""
        while start < stop and self.atoms[start].kind == "mark":
            start += 1
        quote = self.atoms[stop - 1].kind == "quote" if stop > start else False
        if quote and stop - start == 2:
            start = stop - 1
        if stop <= start or not (quote or stop - start > 2 or has_verb(self.atoms, start, stop)):
            return None
        return (start, stop)

    def quote_before(self, end: int) -> Range | None:
        """Give the quotation just before `end`, or before a comma there."""
        if end - 1 > self.clause and self.atoms[end - 1].low == ",":
            end -= 1
        if end > self.clause and self.atoms[end - 1].kind == "quote":
            return (end - 1, end)
        return None

    def go_on(self, stop: int, content: Range, *, behind: bool = False) -> None:
        """C1, X said, C2: the second part runs on where the first is unfinished or quoted.

        `behind` tells that the speaker stands behind the verb: "which" then tells about him.
        """
        atoms = self.atoms
        if stop + 1 >= len(atoms) or not (atoms[stop].low == "," or atoms[stop].low in DASHES):
            return
        following = atoms[stop + 1]
        if behind and following.low in ("which", "who", "whom", "whose"):
            return
        if atoms[content[1] - 1].kind == "quote":
            more = following.kind == "quote"
        else:
            unfinished = not has_verb(atoms, *content) or atoms[content[0]].low in _OPENING
            more = unfinished or following.kind == "quote" or following.low in _GOING_ON
        if following.low in ("and", "but") and stop + 2 < len(atoms):
            quoted = atoms[stop + 2].kind == "quote"
            stop, more = (stop + 1, True) if quoted else (stop, more)
        if more:
            self.open_content(stop + 1)

    def turns(self, outer: int) -> bool:
        """Tell whether a new statement of equal rank begins at `outer`."""
        before = self.atoms[outer - 1].low if outer else ""
        if before == "," and self.opened is not None:
            start = self.drafts[self.opened].group[0]
            return start > 0 and self.atoms[start - 1].low in _SUBORDINATING
        if before in (";", "–", "—", "--") or self._speaks_beside(outer):
            return True
        comma = outer > 1 and self.atoms[outer - 2].low == ","
        return before in ("while", "whereas", "but") or (before in _TURNS and comma)

    def _speaks_beside(self, outer: int) -> bool:
        """Tell whether who is named behind "and" speaks beside who is open: "X said C and Y said D"."""
        atoms = self.atoms
        if self.opened is None or outer < 2 or atoms[outer - 1].low != "and" or self._nested:
            return False
        draft, speaker = self.drafts[self.opened], atoms[outer]
        named = speaker.low not in PRONOUNS and draft.pattern in ("after", "before")
        return named and (
            _does(atoms[self.begun : outer - 1]) or has_verb(atoms, self.begun, outer - 1)
        )

    def who_speaks(self, subject: Phrase | None) -> Phrase | None:
        """Give Y of "denied bombing P and Y", where the phrase takes in all that is open."""
        if subject is None or self.opened is None or subject.first > self.begun:
            return subject
        joints = (
            at for at in range(subject.last - 1, self.begun, -1) if self.atoms[at].low == "and"
        )
        joint = next(joints, self.begun)
        if not _does(self.atoms[self.begun : joint]):
            return subject
        return Phrase(joint + 1, subject.last, joint + 1, subject.reach)

    def take_behind_and(self, end: int) -> bool:
        """Give up what is open behind "C, X said, and D," for who is named there; tell whether it was so."""
        if self.opened is None or self.drafts[self.opened].pattern != "before":
            return False
        begun = self.begun
        joined = self.atoms[begun].low in _JOINS and has_verb(self.atoms, begun + 1, end)
        carried = self.atoms[begun + 1].low == "that" or is_verb_like(self.atoms[begun + 1].low)
        if not joined or self._nested or carried:
            return False
        self.opened = None
        self.clause = begun + 1
        return True

    def main_verb(self, before: int) -> int:
        """Give the first verb behind the last clause and before the atom `before`; -1 for none."""
        within = range(self.floor + 1, min(before, self.floor + _FAR))
        verbs = (at for at in within if self.atoms[at].kind == "word")
        return next((at for at in verbs if is_verb_like(self.atoms[at].low)), -1)

    def main_subject(self, before: int) -> Phrase | None:
        """Give the subject of the first verb, if it stands before the atom `before`."""
        for place in range(self.floor + 1, min(before, self.floor + _FAR)):
            if self.atoms[place].kind == "word" and is_verb_like(self.atoms[place].low):
                first = before_day(self.atoms, place)
                while first > self.floor and is_adverb(self.atoms[first - 1].low):
                    first -= 1
                phrase = subject_before(self.atoms, first, self.floor)
                if phrase is not None:
                    return phrase
        return None


def _does(said: Sequence[Atom]) -> bool:
    """Tell whether words tell of doing something: "bombing P", "X of shelling Q"."""
    return any(atom.kind == "word" and atom.low.endswith("ing") for atom in said)


_JOINS: Final = words("and while whereas")
ASKED: Final = words("asked pressed questioned contacted interviewed")
"""Participles that open a sentence before who answers: no words of his."""

_CLOSING: Final = _ENDS | DASHES | {","}
