"""Patterns beside the speaking verb: "it was announced by X that C", and hearsay.

Hearsay is what nobody is named to have said: "it is said that C", "X is said to be ...", "X has
reportedly ...", "there are reports that C".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.according import RUMOURS
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range
from trucewatch.extract.speech.grammar import (
    BE,
    is_adverb,
)
from trucewatch.extract.speech.nouns import phrase_end
from trucewatch.extract.speech.quoting import behind_by
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, subject_before
from trucewatch.extract.speech.turning import is_finite
from trucewatch.extract.speech.verbs import CHARGING, Group

_FAR: Final = 14
_HEARSAY: Final = words("say believe report allege claim expect think understand fear suspect")
HAS_IT: Final = words("rumour rumor word legend")
"""Words before "has it that"."""
_HEARSAY_ADVERBS: Final = words("reportedly allegedly purportedly supposedly")


_TURNS: Final = words("evening morning afternoon night")
_STANDS: Final = words("stand stands stood")
_INFORMED: Final = words("tell inform assure notify")

_LEADING: Final = {**dict.fromkeys(_HEARSAY, ("to",)), **CHARGING}
"""What leads from a passive verb to what is said of its subject."""


def _cue(lemma: str, weight: float) -> Cue:
    return Cue(lemma=lemma, form="base", frames="C", particles=(), noun=False, weight=weight)


_REPORTEDLY: Final = _cue("reportedly", 0.5)
_RUMOUR: Final = _cue("report", 0.6)


def _speaker_by(atoms: Sequence[Atom], place: int, lemma: str) -> Phrase | None:
    """Give who speaks behind "by" at `place`; None for nobody."""
    if place >= len(atoms) or atoms[place].low != "by":
        return None
    stop = phrase_end(atoms, place + 1, len(atoms))
    if lemma in CHARGING:
        leads = (at for at in range(place + 2, stop) if atoms[at].low in CHARGING[lemma])
        stop = next(leads, stop)
    return Phrase(place + 1, stop, place + 1, stop) if stop > place + 1 else None


def take_passive(reader: LineReader, group: Group) -> None:
    """Read "it is said that C", "X is said to be Z", "X was accused by Y of Z", "C, announced by Y"."""
    atoms, cue = reader.atoms, group.cues[0]
    end = len(atoms)
    if _take_that(reader, group):
        return
    subject = subject_before(atoms, group.first, reader.floor)
    if subject is not None and atoms[subject.first - 1].low == "whose" and subject.first:
        return
    place = group.last
    while place < end and (is_adverb(atoms[place].low) or _tells_day(atoms, place)):
        place += 1
    speaker = _speaker_by(atoms, place, cue.lemma)
    place = speaker.last if speaker else place
    opening = atoms[place].low if place < end else ""
    if speaker is not None and cue.lemma in _INFORMED and opening == "that":
        _add_passive(reader, group, speaker, place, ())
        return
    if reader.opened is not None or (subject is None and opening != "that"):
        return
    held = ((subject.first, subject.last),) if subject else ()
    impersonal = subject is None or atoms[subject.last - 1].low in ("it", "there")
    said = reader.content_before(subject.outer) if subject is not None and impersonal else None
    if opening == "that" and impersonal and cue.lemma in _HEARSAY | {"announce", "confirm"}:
        _add_passive(reader, group, speaker, place, ())
    elif said is not None and cue.lemma in _HEARSAY:
        _add_passive(reader, group, speaker, -1, (said,))
    elif not impersonal and opening in _LEADING.get(cue.lemma, ()):
        _add_passive(reader, group, speaker, place, held)
    elif speaker is not None and not impersonal and "C" in cue.frames:
        _add_passive(reader, group, speaker, -1, held)


def take_charged(reader: LineReader, group: Group) -> bool:
    """Read "X, accused by Y of D, did E": what Y says stands beside what X does or says."""
    atoms, lemma = reader.atoms, group.cues[0].lemma
    lead = group.first - (atoms[group.first - 1].low in _STANDS)
    before = lead - (atoms[lead - 1].low == ",")
    alone = group.first == group.verb and reader.opened is None and before > reader.floor
    speaker = _speaker_by(atoms, group.last, lemma) if alone and lemma in CHARGING else None
    subject = subject_before(atoms, before, reader.floor) if speaker else None
    if speaker is None or subject is None or speaker.last >= len(atoms):
        return False
    start = speaker.last
    if atoms[start].low not in CHARGING[lemma]:
        return False
    floor, clause, stop = reader.floor, reader.clause, _charge_end(atoms, start)
    following = Continuation(-1, stop, sure=True)
    held = ((subject.first, subject.last), (start, stop))
    cue = ((lead, group.last),)
    reader.add(
        group.cues[0], cue, subject=speaker, following=following, content=held, pattern="passive"
    )
    reader.floor, reader.clause = floor, clause
    return True


def _charge_end(atoms: Sequence[Atom], start: int) -> int:
    """Give where a charge ends: before the verb of whom it is about, and a comma there."""
    verbs = (at for at in range(start + 1, len(atoms)) if is_finite(atoms[at]))
    end = next(verbs, len(atoms))
    while end > start + 1 and (atoms[end - 1].kind == "mark" or is_adverb(atoms[end - 1].low)):
        end -= 1
    return end


def _take_that(reader: LineReader, group: Group) -> bool:
    """Read: that C was admitted, grudgingly, by X."""
    atoms, start = reader.atoms, reader.clause
    if start >= group.first or atoms[start].low != "that" or reader.opened is not None:
        return False
    speaker = behind_by(atoms, group.last, min(len(atoms), group.last + _FAR))
    if speaker is None or start + 2 >= group.first or not set(group.cues[0].frames) & set("CcO"):
        return False
    reader.add(
        group.cues[0],
        ((group.first, group.last),),
        subject=speaker,
        following=Continuation(-1, speaker.last, sure=True),
        content=((start, group.first),),
        pattern="passive",
    )
    return True


def _tells_day(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a day stands behind a passive verb: "it was reported on Monday that"."""
    following = atoms[place + 1].kind if place + 1 < len(atoms) else ""
    if atoms[place].low in _TURNS and atoms[place - 1].kind == "date":
        return True
    return atoms[place].kind == "date" or (
        atoms[place].low in ("on", "late") and following == "date"
    )


def _add_passive(
    reader: LineReader, group: Group, speaker: Phrase | None, start: int, held: tuple[Range, ...]
) -> None:
    stop = start if start >= 0 else (speaker.last if speaker else group.last)
    reader.add(
        group.cues[0],
        ((group.first, group.last),),
        subject=speaker,
        following=Continuation(start, stop, sure=True),
        content=held,
        parent=reader.opened,
        pattern="passive" if speaker else "hearsay",
    )


def take_rumour(reader: LineReader, place: int) -> bool:
    """There are reports that C: nobody says it."""
    atoms = reader.atoms
    if atoms[place].low in HAS_IT:
        return _take_has_it(reader, place)
    if atoms[place].low not in RUMOURS or place + 1 >= len(atoms) or reader.opened is not None:
        return False
    first = place
    while first > 0 and atoms[first - 1].low not in BE and place - first < 4:
        first -= 1
    there = first > 1 and atoms[first - 1].low in BE and _there(atoms, first)
    if any(atom.low in ("no", "not", "any") for atom in atoms[first:place]):
        return False
    if not there or atoms[place + 1].low not in ("that", "of"):
        return False
    start = place + 1 if atoms[place + 1].low == "that" else place + 2
    following = Continuation(start, start, sure=True)
    reader.add(_RUMOUR, ((place, place + 1),), following=following, pattern="hearsay")
    return True


def _take_has_it(reader: LineReader, place: int) -> bool:
    """Rumour has it that C: nobody says it."""
    atoms = reader.atoms
    if [atom.low for atom in atoms[place + 1 : place + 3]] != ["has", "it"]:
        return False
    within = range(place + 3, min(len(atoms) - 1, place + 15))
    start = next((at for at in within if atoms[at].low == "that"), -1)
    if start < 0 or reader.opened is not None:
        return False
    following = Continuation(start, start, sure=True)
    reader.add(_RUMOUR, ((place, place + 3),), following=following, pattern="hearsay")
    return True


def _there(atoms: Sequence[Atom], first: int) -> bool:
    return any(atom.low == "there" for atom in atoms[max(0, first - 4) : first])


def take_hearsay(reader: LineReader) -> None:
    """X has reportedly done Y: nobody says it. Only where the line has no statement."""
    if reader.drafts:
        return
    atoms = reader.atoms
    for place, atom in enumerate(atoms):
        if atom.low in _HEARSAY_ADVERBS and atom.kind in ("word", "name"):
            end = len(atoms)
            while end > place + 1 and atoms[end - 1].low in (".", "?", "!", ";"):
                end -= 1
            if place + 1 >= end:
                return
            reader.add(
                _REPORTEDLY,
                ((place, place + 1),),
                following=Continuation(place + 1, place + 1, sure=True),
                content=((0, place),) if place else (),
                pattern="hearsay",
            )
            return
