"""Whom "he", "it" or "the spokeswoman" means: somebody who spoke or was named before, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.accused import Meant, meant_by
from trucewatch.extract.speech.asked import (
    ARMIES,
    GROUPS,
    OPENERS,
    PERSONS,
    Asked,
    asked_for,
)
from trucewatch.extract.speech.atoms import Atom, Line, words_of
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.likeness import (
    STANCES,
    is_like,
    is_monitor,
    is_named_so,
    marks_of,
)
from trucewatch.extract.speech.openers import (
    names_a_person,
    opening_person,
    opening_stranger,
    titled_body,
)
from trucewatch.extract.speech.owned import SUBJECT, organ_of_its_state
from trucewatch.extract.speech.voices import Voice, voice_of

_FAR_LINES: Final = 8
_NEAR_LINES: Final = 3


_SERVES: Final = words("for of in from with")
_GOING_ON: Final = words("added adds adding also further")
"""Words behind "the group" that tell that who spoke before goes on."""

_ALONE: Final = words("he she")
_NOT_OF_ITS_OWN: Final[frozenset[Asked]] = frozenset({"body", "plural", "any"})
"""What is not taken for somebody who is named only in the words that he is said to say."""

_CLOSING: Final = 4
"""So many atoms at most close a sentence: "it said on Monday."."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    line: int
    voice: Voice


class Memory:
    """Who spoke in the lines before, nearest last."""

    def __init__(self, case: Case, mentions: Sequence[Mention], lines: Sequence[Line]) -> None:
        self._case = case
        self._mentions = mentions
        self._lines = lines
        self._spoken: list[_Spoken] = []
        self._open: set[int] = set()
        self._either: set[int] = set()

    def remember(self, line: int, voice: Voice) -> None:
        """Note that somebody spoke in a line."""
        told = voice.speaker or voice.for_ or voice.named or voice.publishes or voice.unnamed
        if told or voice.person:
            self._spoken.append(_Spoken(line, voice))

    def known_by_office(self, voice: Voice) -> Voice:
        """Give the person who spoke before as holder of the same office of the same body."""
        for spoken in reversed(self._spoken):
            earlier = spoken.voice
            same = earlier.person and earlier.for_ == voice.for_ and earlier.speaker
            if same and earlier.nouns & voice.nouns & PERSONS:
                return earlier
        return voice

    def known_by_group(self, line: Line, source: Range, voice: Voice) -> Voice:
        """Give "a spokesman for the group, X" the one armed group named last before."""
        atoms = line.atoms
        for at in range(source[0] + 1, source[1] - 2):
            told = (atoms[at].low, atoms[at + 1].low)
            if told[0] in _SERVES and told[1] == "the" and atoms[at + 2].low in GROUPS:
                group = self._named_near(line, source[0], "group", Voice(), _FAR_LINES)
                return replace(voice, for_=group.speaker) if group else voice
        return voice

    def known_by_name(self, voice: Voice) -> Voice:
        """Give a person whom the case does not know the body that an earlier source spoke for."""
        for spoken in reversed(self._spoken):
            earlier = spoken.voice
            again = f" {earlier.name.lower()}".endswith(f" {voice.name.lower()}")
            if voice.name and again and earlier.for_ is not None:
                return replace(voice, for_=earlier.for_)
        return voice

    def recall(self, line: Line, source: Range, voice: Voice) -> Voice | None:
        """Give whom a source without a name stands for; None where that is not clear."""
        atoms = line.atoms
        first, last = source
        if last - first == 1 and atoms[first].low in ("who", "which", "whom"):
            return self._named_before(line, first)
        spoke = [each.voice for each in self._spoken if each.line == line.number - 1]
        owned = organ_of_its_state(line, source, self._lines, spoke, self._mentions, self._case)
        if owned is not None:
            return owned
        asked = asked_for(atoms, source)
        if asked is None:
            return None
        voice = replace(voice, marks=marks_of(atoms, source, self._case))
        if asked == "person":
            return self._nameless(line.number, voice) or self._person(line, first, voice)
        return self._body_told(line, source, asked, voice)

    def _body_told(self, line: Line, source: Range, asked: Asked, voice: Voice) -> Voice | None:
        """Give the body, or the many, that "it", "they" or "the group" stands for."""
        first = source[0]
        if asked == "body" and self._left_open(line.number):
            return None
        other = self._accused(line, source)
        if other is not None:
            return other.voice
        opener = self._opens_before_colon(line, first) if asked == "body" else None
        if opener is not None:
            return opener
        outlet = self._outlet_before(line, source) if asked == "body" else None
        if outlet is not None:
            return outlet
        spoken = self._nearest(line.number, asked, voice)
        if asked == "group":
            spoken = self._group(line, source, spoken, voice.marks)
            if spoken is None and self._body_spoke(line.number):
                return None
        if spoken is not None and voice.marks & STANCES and self._rivalled(line, first, spoken):
            return None
        if spoken is None:
            return self._named_near(line, first, asked, voice)
        found = spoken.voice
        if asked in ("ministry", "group", "monitor", "any", "body"):
            return replace(found, speaker=found.for_ or found.speaker, person=False)
        return found

    def _accused(self, line: Line, source: Range) -> Meant | None:
        """Give who was spoken of last, for "they" or "it" that may not be who spoke."""
        spoken = next(iter(reversed(self._spoken)), None)
        if source[1] - source[0] > 1 or spoken is None or line.number - spoken.line > 1:
            return None
        since = self._lines[spoken.line : line.number + 1]
        meant = meant_by(source, spoken.voice, since, self._mentions, self._case)
        if meant is not None and meant.voice is None:
            self._either.add(line.number)
        return meant

    def may_be_either(self, line: int) -> bool:
        """Tell whether a pronoun in a line may be who spoke or who was spoken of."""
        return line in self._either

    def _outlet_before(self, line: Line, source: Range) -> Voice | None:
        """Give the outlet that opens the sentence before, for an "it" that opens this one."""
        before = self._lines[line.number - 1] if line.number else None
        if before is None or source[0] or before.block != line.block or before.title:
            return None
        if before.paragraph != line.paragraph:
            return None
        named = next(
            (at for at, atom in enumerate(before.atoms[:SUBJECT]) if atom.kind == "mention"), None
        )
        if named is None or self._mentions[before.atoms[named].ref].kind != "outlet":
            return None
        return voice_of(before.atoms, (named, named + 1), self._mentions, self._case)

    def _opens_before_colon(self, line: Line, place: int) -> Voice | None:
        """Give the body that opens "the League saw it otherwise: it told ..."; None for another "it"."""
        if not place or line.atoms[place - 1].low not in (":", ";"):
            return None
        for at, atom in enumerate(line.atoms[:SUBJECT]):
            if atom.kind == "mention":
                named = voice_of(line.atoms, (at, at + 1), self._mentions, self._case)
                known = named.speaker is not None and not named.person
                return named if known else None
        return None

    def leave_open(self, line: int) -> None:
        """Note that whom "it" means in a line stays open: so it does for an "it" that follows."""
        self._open.add(line)

    def _left_open(self, line: int) -> bool:
        return line in self._open or line - 1 in self._open

    def _body_spoke(self, line: int) -> bool:
        """Tell whether a body that is no armed group spoke in the lines before."""
        return self._nearest(line, "monitor", Voice()) is not None

    def _group(
        self, line: Line, source: Range, spoken: _Spoken | None, marks: frozenset[str]
    ) -> _Spoken | None:
        """Give the body that "the group added" means: who spoke last, be it armed or not."""
        body = self._nearest(line.number, "monitor", Voice(marks=marks))
        nearer = body is not None and (spoken is None or body.line >= spoken.line)
        behind = line.atoms[source[1]].low if source[1] < len(line.atoms) else ""
        if not nearer:
            return spoken
        if behind in _GOING_ON:
            return body
        armed = self._named_near(line, source[0], "group", Voice(marks=marks))
        return body if armed is None and spoken is None else None

    def _rivalled(self, line: Line, place: int, spoken: _Spoken) -> bool:
        """Tell whether another armed group is named since somebody spoke: either may be "hardline"."""
        own = self._case.actors.bodies(spoken.voice.for_ or spoken.voice.speaker or "")
        held = (
            self._mentions[atom.ref]
            for number in range(spoken.line, line.number + 1)
            for atom in self._lines[number].atoms[: place if number == line.number else None]
            if atom.kind == "mention"
        )
        return any(each.kind == "armed_group" and each.id not in own for each in held)

    def _named_before(self, line: Line, place: int) -> Voice | None:
        """Give who is named just before "who"."""
        for before in range(place - 1, max(-1, place - 14), -1):
            atom = line.atoms[before]
            if atom.kind == "mention":
                kind = self._mentions[atom.ref].kind
                if kind in ("person", "organisation", "armed_group", "outlet", "state"):
                    return voice_of(line.atoms, (before, before + 1), self._mentions, self._case)
        return None

    def _person(self, line: Line, place: int, voice: Voice) -> Voice | None:
        """Give who opens the sentence before, else the last who spoke, unless one was named since."""
        opened = self._opener(line, place, voice)
        if opened is not None:
            return opened
        spoken = self._nearest(line.number, "person", voice)
        named = self._persons_since(line, place, spoken, voice)
        later = {each.voice.speaker for each in self._spoken if spoken and each.line > spoken.line}
        if spoken is None or any(each.for_ in later - {None} for each in named):
            people = {each.name or each.speaker for each in named}
            return named[-1] if len(people) == 1 and self._agrees(named[-1], voice) else None
        if any(each.name and not _same(each, spoken.voice) for each in named):
            return None
        return replace(spoken.voice, gender=spoken.voice.gender or voice.gender)

    def _opener(self, line: Line, place: int, now: Voice) -> Voice | None:
        """Give the person whom the sentence before is about, where nobody speaks in it: "X went on"."""
        before = self._lines[line.number - 1] if line.number else None
        if before is None or before.title or line.inside or line.atoms[place].low not in _ALONE:
            return None
        near = [each.voice for each in self._spoken if each.line >= before.number]
        spoke = any(self._fits(each, "person", now) for each in near)
        if spoke or (before.block, before.paragraph) != (line.block, line.paragraph):
            return None
        found = opening_person(before.atoms, self._mentions, self._case)
        return found if found is not None and self._agrees(found, now) else None

    def _agrees(self, named: Voice, now: Voice) -> bool:
        """Tell whether nothing told of a person before speaks against "he" or "the spokesman"."""
        genders = {each.voice.gender for each in self._spoken if _same(each.voice, named)}
        if not is_like(now.marks, named, self._case):
            return False
        return not now.gender or not genders - {"", now.gender}

    def _persons_since(
        self, line: Line, place: int, spoken: _Spoken | None, now: Voice
    ) -> list[Voice]:
        """Give who was named since somebody spoke, and who opens a line without a name."""
        first = max(line.number - 2, 0 if spoken is None else spoken.line + 1)
        found: list[Voice] = []
        for number in range(first, line.number + 1):
            atoms = self._lines[number].atoms
            stop = place if number == line.number else len(atoms)
            earlier = [*found, *([spoken.voice] if spoken is not None else [])]
            named = [
                voice_of(atoms, (at, at + 1), self._mentions, self._case)
                for at in range(stop)
                if names_a_person(atoms, at, self._mentions)
            ]
            other = opening_stranger(atoms, self._mentions, self._case)
            known = other and any(self._fits(each, "person", other) for each in earlier)
            if number < line.number and other is not None and not known:
                found.append(replace(other, name=words_of(atoms[:SUBJECT])))
            if named and now.nouns & PERSONS and titled_body(atoms, self._mentions):
                found.append(Voice(person=True, name=atoms[0].low))
            found.extend(named)
        return found

    def _named_near(
        self, line: Line, place: int, asked: Asked, now: Voice, reach: int = _NEAR_LINES
    ) -> Voice | None:
        """Give the one body of the kind that is named nearest before; None for none or several.

        "The army fired, it said" does not tell who said so: it is looked for before that sentence.
        """
        here = line.number - (asked in _NOT_OF_ITS_OWN and _closes(line.atoms, place))
        for number in range(here, max(-1, line.number - reach), -1):
            atoms = self._lines[number].atoms
            stop = place if number == line.number else len(atoms)
            voices = [
                voice_of(atoms, (at, at + 1), self._mentions, self._case)
                for at in range(stop)
                if atoms[at].kind == "mention"
            ]
            fitting = {
                voice.speaker or voice.outlet: voice
                for voice in voices
                if not voice.person and self._fits(voice, asked, now)
            }
            if fitting:
                return next(iter(fitting.values())) if len(fitting) == 1 else None
        return None

    def _nameless(self, line: int, voice: Voice) -> Voice | None:
        """Give the one without a name whom "the official" takes up by the noun that brought him in."""
        title = (voice.nouns & PERSONS) - OPENERS
        for spoken in reversed(self._spoken):
            if line - spoken.line > _FAR_LINES:
                return None
            like = is_like(voice.marks, spoken.voice, self._case)
            if title and title <= spoken.voice.nouns and like:
                return spoken.voice if spoken.voice.unnamed else None
        return None

    def _nearest(self, line: int, asked: Asked, voice: Voice) -> _Spoken | None:
        """Give who spoke last and fits; a ministry itself before one of its sources."""
        far = _FAR_LINES if asked in ("person", "source") or voice.nouns & OPENERS else _NEAR_LINES
        near = [each for each in reversed(self._spoken) if line - each.line <= far]
        fitting = [each for each in near if self._fits(each.voice, asked, voice)]
        itself = [each for each in fitting if asked == "ministry" and not each.voice.unnamed]
        return next(iter(itself or fitting), None)

    def _fits(self, earlier: Voice, asked: Asked, now: Voice) -> bool:
        if not is_like(now.marks, earlier, self._case):
            return False
        if asked == "any":
            return bool(earlier.speaker or earlier.for_)
        if asked == "person":
            clash = now.gender and earlier.gender and now.gender != earlier.gender
            titles = now.nouns & PERSONS - {"official"}
            titled = not titles or not earlier.nouns & PERSONS or bool(titles & earlier.nouns)
            return earlier.person and not earlier.plural and not clash and titled
        if asked == "plural":
            return earlier.plural or self._kind(earlier) in (ActorKind.ARMED_GROUP, ActorKind.STATE)
        if asked == "source":
            return earlier.unnamed
        if asked == "outlet":
            return earlier.publishes and bool(earlier.outlet)
        if asked == "ministry" and not is_named_so(earlier, now, self._case):
            return False
        if asked == "ministry" and now.nouns & ARMIES:
            return self._is_organ(earlier)
        if (
            asked == "monitor"
            and self._is_organ(earlier)
            and not is_monitor(earlier, now, self._case)
        ):
            return False
        return self._is_body(earlier, asked)

    def _is_body(self, earlier: Voice, asked: Asked) -> bool:
        kind = self._kind(earlier)
        if asked == "ministry":
            return kind is ActorKind.MINISTRY
        if asked == "group":
            return kind is ActorKind.ARMED_GROUP
        if asked == "monitor":
            return kind is ActorKind.ORGANISATION
        return (kind is not None and not earlier.person) or bool(earlier.outlet)

    def _is_organ(self, voice: Voice) -> bool:
        actor = self._case.actors.by_id.get(voice.for_ or voice.speaker or "")
        return actor is not None and actor.organ_of is not None and not voice.person

    def _kind(self, voice: Voice) -> ActorKind | None:
        actor = self._case.actors.by_id.get(voice.for_ or voice.speaker or "")
        return actor.kind if actor else None


def _closes(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a source stands behind what it says, at its sentence's end, or within: ", it said,"."""
    before = atoms[place - 1].low if place else ""
    behind = len(atoms) - place - 1
    return before == "," and (behind <= _CLOSING or atoms[place + 2].low == ",")


def _same(one: Voice, other: Voice) -> bool:
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    if not one.name or not other.name:
        return False
    return one.name in other.name or other.name in one.name
