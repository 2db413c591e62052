"""Patterns beside the speaking verb: "according to X", "X was quoted as saying", hearsay.

Hearsay is what nobody is named to have said: "it is said that C", "X is said to be ...", "X has
reportedly ...", "there are reports that C".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range, continue_after
from trucewatch.extract.speech.grammar import BE, DETERMINERS, TEXTS, is_adverb
from trucewatch.extract.speech.nouns import phrase_end
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, is_apposition, subject_before
from trucewatch.extract.speech.verbs import Group

_HEARSAY: Final = words("say believe report allege claim expect think understand fear suspect")
RUMOURS: Final = words("""
    reports claims allegations rumours rumors suggestions indications speculation accusations
    """)
_QUOTING: Final = words("quoted quotes quoting cited cites citing")
_HEARSAY_ADVERBS: Final = words("reportedly allegedly purportedly supposedly")


_LEADING: Final = {**dict.fromkeys(_HEARSAY, ("to",)), "accuse": ("of", "that")}
"""What leads from a passive verb to what is said of its subject."""


def _cue(lemma: str, weight: float) -> Cue:
    return Cue(lemma=lemma, form="base", frames="C", particles=(), noun=False, weight=weight)


_ACCORDING: Final = _cue("according to", 0.9)
_AS_SAYING: Final = _cue("quote", 0.95)
_REPORTEDLY: Final = _cue("reportedly", 0.5)
_RUMOUR: Final = _cue("report", 0.6)


def is_according(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether "according to" stands at `place`."""
    return (
        atoms[place].low == "according" and place + 1 < len(atoms) and atoms[place + 1].low == "to"
    )


def take_according(reader: LineReader, place: int) -> None:
    """According to X, C; C, according to X; C1, according to X, C2."""
    atoms = reader.atoms
    end = phrase_end(atoms, place + 2, len(atoms))
    if end == place + 2 or any(atom.low in TEXTS for atom in atoms[place + 2 : end]):
        return
    last = _with_apposition(atoms, end)
    if place - reader.clause <= 1 and last < len(atoms) and atoms[last].low == ".":
        last = end
    subject = Phrase(place + 2, last, place, last)
    if place - 1 == reader.clause and _ended(reader, place):
        reader.relay_last((place + 2, last), last)
        return
    cue = ((place, place + 2),)
    following = Continuation(-1, last)
    if place - reader.clause <= 1:
        comma = _comma_behind(atoms, last)
        if comma >= 0 and reader.opened is None:
            start = Continuation(comma + 1, comma, sure=True)
            reader.add(_ACCORDING, cue, subject=subject, following=start, pattern="according")
        return
    if reader.opened is not None:
        reader.wrap((place + 2, last), place, last)
        return
    stop = place - 1 if atoms[place - 1].low in (",", "-", "–", "—", "--") else place
    content = reader.trimmed(reader.clause, stop)
    if content is not None:
        reader.add(
            _ACCORDING,
            cue,
            subject=subject,
            following=following,
            content=(content,),
            pattern="according",
        )
        reader.go_on(_adjuncts_end(atoms, last), content)


def _ended(reader: LineReader, place: int) -> bool:
    """Tell whether nothing but a comma stands between the last statement and the atom `place`."""
    last = reader.drafts[-1] if reader.drafts and reader.opened is None else None
    return last is not None and bool(last.content) and reader.atoms[place - 1].low == ","


def _with_apposition(atoms: Sequence[Atom], end: int) -> int:
    """Take in ", the group's leader" where it ends with a comma or the line."""
    if end + 1 >= len(atoms) or atoms[end].low != "," or atoms[end + 1].low not in DETERMINERS:
        return end
    within = range(end + 1, min(len(atoms), end + 20))
    stop = next((place for place in within if atoms[place].low in (",", ".")), end)
    return stop if stop > end and is_apposition(atoms, end + 1, stop) else end


def _comma_behind(atoms: Sequence[Atom], start: int) -> int:
    for place in range(start, min(len(atoms), start + 30)):
        if atoms[place].low == ",":
            return place
    return -1


def _adjuncts_end(atoms: Sequence[Atom], last: int) -> int:
    return continue_after(atoms, last, "").stop


def quoted_as(atoms: Sequence[Atom], verb: int) -> int:
    """Give where "as saying" follows a verb of quoting; -1 where it does not."""
    if atoms[verb].low not in _QUOTING:
        return -1
    for place in range(verb + 1, min(len(atoms) - 1, verb + 40)):
        if atoms[place].kind == "quote":
            return -1
        if atoms[place].low == "as" and atoms[place + 1].low in ("saying", "telling"):
            return place
    return -1


def take_quoted(reader: LineReader, group: Group, place: int) -> None:
    """AGENCY quoted X as saying C; X was quoted by AGENCY as saying C; "C," AGENCY quoted X ..."""
    atoms = reader.atoms
    relay = subject_before(atoms, group.first, reader.floor)
    if relay is None and group.ing and not reader.drafts:
        relay = reader.main_subject(group.first)
    if group.passive:
        speaker, outer = relay, _behind_by(atoms, group.last, place)
        if outer is None and place + 2 < len(atoms) and atoms[place + 2].low == "by":
            outer = _behind_by(atoms, place + 2, len(atoms))
    else:
        speaker, outer = Phrase(group.last, place, group.last, place), relay
    if speaker is None or speaker.last <= speaker.first:
        return
    opening = min([group.first, *(phrase.outer for phrase in (speaker, outer) if phrase)])
    telling = atoms[place + 1].low == "telling"
    following = continue_after(atoms, place + 2, "A" if telling else "C")
    parent = reader.opened if reader.opened is not None and reader.begun >= opening - 2 else None
    if parent is None:
        reader.close(opening)
    content = (
        reader.content_before(opening) if following.start < 0 else reader.quote_before(opening)
    )
    if content is None and following.start < 0 and not following.onward:
        return
    reader.add(
        _AS_SAYING,
        ((group.first, group.last), (place, place + 2)),
        subject=Phrase(speaker.first, speaker.last, opening, speaker.last),
        following=following,
        content=(content,) if content else (),
        parent=parent,
        pattern="quoted",
        outers=((outer.first, outer.last),) if outer else (),
    )
    if content and following.start < 0:
        reader.go_on(following.stop, content)


def _behind_by(atoms: Sequence[Atom], start: int, stop: int) -> Phrase | None:
    """Give the phrase behind "by" among the atoms."""
    for place in range(start, stop - 1):
        if atoms[place].low == "by":
            end = phrase_end(atoms, place + 1, stop)
            return Phrase(place + 1, end, place, end) if end > place + 1 else None
    return None


def _speaker_by(atoms: Sequence[Atom], place: int, lemma: str) -> Phrase | None:
    """Give who speaks behind "by" at `place`; None for nobody."""
    if place >= len(atoms) or atoms[place].low != "by":
        return None
    stop = phrase_end(atoms, place + 1, len(atoms))
    if lemma == "accuse":
        stop = next((at for at in range(place + 2, stop) if atoms[at].low == "of"), stop)
    return Phrase(place + 1, stop, place + 1, stop) if stop > place + 1 else None


def take_passive(reader: LineReader, group: Group) -> None:
    """Read "it is said that C", "X is said to be Z", "X was accused by Y of Z", "C, announced by Y"."""
    atoms, cue = reader.atoms, group.cues[0]
    end = len(atoms)
    subject = subject_before(atoms, group.first, reader.floor)
    place = group.last
    while place < end and is_adverb(atoms[place].low):
        place += 1
    speaker = _speaker_by(atoms, place, cue.lemma)
    place = speaker.last if speaker else place
    opening = atoms[place].low if place < end else ""
    if reader.opened is not None or (subject is None and opening != "that"):
        return
    held = ((subject.first, subject.last),) if subject else ()
    impersonal = subject is None or atoms[subject.last - 1].low in ("it", "there")
    if opening == "that" and impersonal and cue.lemma in _HEARSAY | {"announce", "confirm"}:
        _add_passive(reader, group, speaker, place, ())
    elif not impersonal and opening in _LEADING.get(cue.lemma, ()):
        _add_passive(reader, group, speaker, place, held)
    elif speaker is not None and not impersonal and "C" in cue.frames:
        _add_passive(reader, group, speaker, -1, held)


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
        pattern="passive" if speaker else "hearsay",
    )


def take_rumour(reader: LineReader, place: int) -> bool:
    """There are reports that C: nobody says it."""
    atoms = reader.atoms
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
