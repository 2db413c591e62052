"""Whom "he", "it" or "the spokeswoman" means: somebody who spoke or was named before, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom, Line
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.openers import opening_person
from trucewatch.extract.speech.voices import OUTLET_NOUNS, Voice, organ_named, voice_of

_FAR_LINES: Final = 8
_NEAR_LINES: Final = 3
_SUBJECT: Final = 5
"""Within so many atoms of a sentence stands who opens it."""


_PERSONS: Final = words("""
    minister president secretary spokesman spokeswoman spokesperson ambassador envoy chief head
    director commander leader chairman chairwoman premier diplomat general colonel official officer
    mediator governor lawmaker politician adviser aide activist
    """)
_GROUPS: Final = words("group front faction alliance movement coalition brigade militia league")
_MONITORS: Final = words("""
    observatory monitor watchdog mission commission committee organisation organization centre
    center body party charity
    """)
_MINISTRIES: Final = words("ministry army military command department")
_ARMIES: Final = words("army military command")
_ARMED: Final = words("army military command forces troops")
_DEPARTMENTS: Final = words("""
    foreign defence defense interior information health reconciliation justice energy transport
    """)
_STATEMENTS: Final = words("statement communique communiqué declaration message")
_REPORTERS: Final = words("reporter correspondent")
_SOURCES: Final = words("source sources")
_GOING_ON: Final = words("added adds adding also further")
"""Words behind "the group" that tell that who spoke before goes on."""

_ALONE: Final = words("he she")
_OPENERS: Final = words("the this that same his her its their a")

Asked = Literal[
    "person", "body", "group", "monitor", "ministry", "outlet", "plural", "any", "source"
]


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
            if same and earlier.nouns & voice.nouns & _PERSONS:
                return earlier
        return voice

    def known_by_name(self, voice: Voice) -> Voice:
        """Give a person whom the case does not know the body that an earlier source spoke for."""
        for spoken in reversed(self._spoken):
            earlier = spoken.voice
            if earlier.name == voice.name and earlier.for_ is not None:
                return replace(voice, for_=earlier.for_)
        return voice

    def recall(self, line: Line, source: Range, voice: Voice) -> Voice | None:
        """Give whom a source without a name stands for; None where that is not clear."""
        atoms = line.atoms
        first, last = source
        if last - first == 1 and atoms[first].low in ("who", "which", "whom"):
            return self._named_before(line, first)
        owned = self._organ_of_its_state(line, source)
        if owned is not None:
            return owned
        asked = _asked(atoms, source)
        if asked is None:
            return None
        if asked == "person":
            return self._person(line, first, voice)
        if asked == "body" and self._left_open(line.number):
            return None
        outlet = self._outlet_before(line, source) if asked == "body" else None
        if outlet is not None:
            return outlet
        spoken = self._nearest(line.number, asked, voice)
        if asked == "group":
            spoken = self._group(line, source, spoken)
            if spoken is None and self._body_spoke(line.number):
                return None
        if spoken is None:
            return self._named_near(line, first, asked, voice)
        found = spoken.voice
        if asked in ("ministry", "group", "monitor", "any", "body"):
            return replace(found, speaker=found.for_ or found.speaker, person=False)
        return found

    def _outlet_before(self, line: Line, source: Range) -> Voice | None:
        """Give the outlet that opens the sentence before, for an "it" that opens this one."""
        before = self._lines[line.number - 1] if line.number else None
        if before is None or source[0] or before.block != line.block or before.title:
            return None
        if before.paragraph != line.paragraph:
            return None
        named = next(
            (at for at, atom in enumerate(before.atoms[:_SUBJECT]) if atom.kind == "mention"), None
        )
        if named is None or self._mentions[before.atoms[named].ref].kind != "outlet":
            return None
        return voice_of(before.atoms, (named, named + 1), self._mentions, self._case)

    def _organ_of_its_state(self, line: Line, source: Range) -> Voice | None:
        """Give "its defence ministry" of the only state that the line names before."""
        first, last = source
        if line.atoms[first].low != "its":
            return None
        before = [atom.ref for atom in line.atoms[:first] if atom.kind == "mention"]
        states = {self._mentions[ref].id for ref in before if self._mentions[ref].kind == "state"}
        state = next(iter(states)) if len(states) == 1 else None
        named = " ".join(atom.low for atom in line.atoms[first + 1 : last])
        organ = organ_named(named, state, self._case) if state in self._case.actors.by_id else None
        if organ is None or organ == state:
            return None
        return Voice(speaker=organ, for_=self._case.actors.voice(organ), named=True)

    def leave_open(self, line: int) -> None:
        """Note that whom "it" means in a line stays open: so it does for an "it" that follows."""
        self._open.add(line)

    def _left_open(self, line: int) -> bool:
        return line in self._open or line - 1 in self._open

    def _body_spoke(self, line: int) -> bool:
        """Tell whether a body that is no armed group spoke in the lines before."""
        return self._nearest(line, "monitor", Voice()) is not None

    def _group(self, line: Line, source: Range, spoken: _Spoken | None) -> _Spoken | None:
        """Give the body that "the group added" means: who spoke last, be it armed or not."""
        body = self._nearest(line.number, "monitor", Voice())
        nearer = body is not None and (spoken is None or body.line >= spoken.line)
        behind = line.atoms[source[1]].low if source[1] < len(line.atoms) else ""
        if not nearer:
            return spoken
        if behind in _GOING_ON:
            return body
        armed = self._named_near(line, source[0], "group", Voice())
        return body if armed is None and spoken is None else None

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
        named = self._persons_since(line, place, spoken)
        if spoken is None:
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
        return not now.gender or not genders - {"", now.gender}

    def _persons_since(self, line: Line, place: int, spoken: _Spoken | None) -> list[Voice]:
        first = max(line.number - 2, 0 if spoken is None else spoken.line + 1)
        found: list[Voice] = []
        for number in range(first, line.number + 1):
            atoms = self._lines[number].atoms
            stop = place if number == line.number else len(atoms)
            found.extend(
                voice_of(atoms, (at, at + 1), self._mentions, self._case)
                for at in range(stop)
                if atoms[at].kind == "mention" and self._mentions[atoms[at].ref].kind == "person"
            )
        return found

    def _named_near(self, line: Line, place: int, asked: Asked, now: Voice) -> Voice | None:
        """Give the one body of the kind that is named nearest before; None for none or several."""
        for number in range(line.number, max(-1, line.number - _NEAR_LINES), -1):
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

    def _nearest(self, line: int, asked: Asked, voice: Voice) -> _Spoken | None:
        far = _FAR_LINES if asked in ("person", "source") or voice.nouns & _OPENERS else _NEAR_LINES
        for spoken in reversed(self._spoken):
            if line - spoken.line > far:
                return None
            if self._fits(spoken.voice, asked, voice):
                return spoken
        return None

    def _fits(self, earlier: Voice, asked: Asked, now: Voice) -> bool:
        if asked == "any":
            return bool(earlier.speaker or earlier.for_)
        if asked == "person":
            clash = now.gender and earlier.gender and now.gender != earlier.gender
            titles = now.nouns & _PERSONS - {"official"}
            titled = not titles or not earlier.nouns & _PERSONS or bool(titles & earlier.nouns)
            return earlier.person and not earlier.plural and not clash and titled
        if asked == "plural":
            return earlier.plural or self._kind(earlier) in (ActorKind.ARMED_GROUP, ActorKind.STATE)
        if asked == "source":
            return earlier.unnamed
        if asked == "outlet":
            return earlier.publishes and bool(earlier.outlet)
        if asked == "ministry" and not self._named_so(earlier, now):
            return False
        if asked == "ministry" and now.nouns & _ARMIES:
            return self._is_organ(earlier)
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

    def _named_so(self, earlier: Voice, now: Voice) -> bool:
        """Tell whether "the defence ministry" may be the ministry that spoke before."""
        kinds = _ARMED if now.nouns & _ARMIES else now.nouns & _DEPARTMENTS
        actor = self._case.actors.by_id.get(earlier.for_ or earlier.speaker or "")
        if not kinds or actor is None:
            return actor is not None
        names = (actor.name, *(alias.name for alias in actor.aliases))
        return any(kinds & set(name.lower().split()) for name in names)

    def _is_organ(self, voice: Voice) -> bool:
        actor = self._case.actors.by_id.get(voice.for_ or voice.speaker or "")
        return actor is not None and actor.organ_of is not None and not voice.person

    def _kind(self, voice: Voice) -> ActorKind | None:
        actor = self._case.actors.by_id.get(voice.for_ or voice.speaker or "")
        return actor.kind if actor else None


def _same(one: Voice, other: Voice) -> bool:
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    return bool(one.name) and (one.name in other.name or other.name in one.name)


def _asked(atoms: Sequence[Atom], source: Range) -> Asked | None:
    """Read what a source without a name asks for; None where it asks for nobody before."""
    first, last = source
    head = atoms[last - 1].low
    if last - first == 1:
        if head in ("he", "she", "him", "her"):
            return "person"
        if head == "it":
            return "body"
        if head == "they":
            return "plural"
    if atoms[first].low not in _OPENERS or last - first > 5 or atoms[first].low == "a":
        return None
    tables: tuple[tuple[frozenset[str], Asked], ...] = (
        (_PERSONS, "person"),
        (_MINISTRIES, "ministry"),
        (_STATEMENTS, "any"),
        (_SOURCES, "source"),
        (OUTLET_NOUNS | _REPORTERS, "outlet"),
        (_GROUPS, "group"),
        (_MONITORS, "monitor"),
    )
    asked = next((asked for words, asked in tables if head in words), None)
    another = asked == "person" and atoms[first].low in ("his", "her", "their")
    return None if another else asked
