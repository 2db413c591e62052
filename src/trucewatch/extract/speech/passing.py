"""Words passed on without a verb of speech of the speaker's own.

"AGENCY has the minister saying C", "the DAILY learned of X's threat to C", "a remark by X, spotted by
AGENCY, to the effect that C", "What X said was that C", "From X came word that C", "C, it emerged from
X's bulletin", "In X's note it is stated that C".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import FORMS
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range
from trucewatch.extract.speech.grammar import (
    BE,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PRONOUNS,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import phrase_end
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.spoken import (
    SPOKEN,
    add_passed,
    low_at,
    owner_of,
    take_by,
    take_owned,
)
from trucewatch.extract.speech.subjects import Phrase, subject_before

_WORD: Final = words(
    "word news confirmation denial warning threat vow assurance reports claim appeal"
)
_COMES: Final = words("came comes came emerged arrived")
_EMERGED: Final = words("emerged transpired emerges transpires appears follows")
_STATED: Final = words(
    "stated said written claimed asserted alleged noted recorded reported argued"
)
_PARTICIPLES: Final = words("""
    saying telling warning claiming adding insisting promising vowing threatening admitting denying
    declaring stating calling describing accusing complaining growling boasting predicting conceding
    """)
_WORDING: Final = words(
    "words remarks statement sentence comment message answer reply speech phrase"
)
_RENDERED: Final = words(
    "rendered renders gave gives translated translates printed prints quoted quotes"
)
_ATTRIBUTES: Final = words("attributed attributes ascribed ascribes credited credits")
_WHOEVER: Final = words("one you we")
_BELIEVES: Final = words("believes believe trusts trust follow follows credits")
_SHALL: Final = BE | {"can", "may"}
_BELIEVED: Final = words("believed trusted credited")
_FAR: Final = 24
_NEAR: Final = 6
_LONGEST: Final = 12


TRIGGERS: Final = (
    SPOKEN
    | _WORDING
    | _ATTRIBUTES
    | _COMES
    | _EMERGED
    | _STATED
    | frozenset({"has", "had", "have", "what", "if", "let", "lets"})
)
"""The words at which a pattern of this module may begin."""


def take_passing(reader: LineReader, place: int) -> bool:
    """Read what is passed on at the atom `place`; tell whether there was anything."""
    low = reader.atoms[place].low
    if low not in TRIGGERS or reader.atoms[place].kind not in ("word", "name"):
        return False
    return (
        (low in ("has", "had", "have") and _has_saying(reader, place))
        or (low in ("let", "lets") and _let_know(reader, place))
        or (low == "what" and (_cleft(reader, place) or _what_says(reader, place)))
        or (low == "if" and _believed(reader, place))
        or (low in _COMES and _came(reader, place))
        or (low in _EMERGED and _emerged(reader, place))
        or (low in _STATED and _stated(reader, place))
        or (low in _WORDING and _rendered(reader, place))
        or (low in _ATTRIBUTES and _attributed(reader, place))
        or (low in SPOKEN and (take_owned(reader, place) or take_by(reader, place)))
    )


def _has_saying(reader: LineReader, place: int) -> bool:
    """AGENCY has the minister saying C; "C," AGENCY has the minister saying."""
    atoms = reader.atoms
    end = phrase_end(atoms, place + 1, len(atoms))
    if _has_quoted(reader, place):
        return True
    start = end + (low_at(atoms, end) == "as")
    if end == place + 1 or low_at(atoms, start) not in _PARTICIPLES:
        return False
    outer = subject_before(atoms, place, reader.floor)
    if outer is None or atoms[outer.first].low in PRONOUNS:
        return False
    before = reader.content_before(outer.outer) if reader.opened is None else None
    begins = start + 1 + (low_at(atoms, start + 1) == ",")
    if before is None and begins >= len(atoms) - 1:
        return False
    if reader.opened is not None:
        return False
    hearer = (
        phrase_end(atoms, start + 1, len(atoms)) if atoms[start].low == "telling" else start + 1
    )
    held = (start + 1, hearer) if hearer > start + 1 else None
    following = Continuation(-1 if before else begins, start + 1, held, sure=True)
    speaker = Phrase(place + 1, end, outer.outer, start + 1)
    cue = ((place, place + 1), (start, start + 1))
    add_passed(reader, cue, speaker, following, before, ((outer.first, outer.last),))
    return True


def _has_quoted(reader: LineReader, place: int) -> bool:
    """Read: The indictment has the accused "dispatching three cars"."""
    atoms = reader.atoms
    within = range(place + 2, min(len(atoms), place + 2 + _NEAR))
    start = next((at for at in within if atoms[at].kind == "quote"), 0)
    quoted = start > 0 and not any(atom.low == "," for atom in atoms[place:start])
    opening = atoms[start].low.lstrip("\"'“”„«‘ ").split(" ")[0] if quoted else ""
    subject = subject_before(atoms, place, reader.floor)
    if not opening.endswith("ing") or subject is None or reader.opened is not None:
        return False
    add_passed(
        reader, ((place, place + 1),), subject, Continuation(place + 1, place + 1, sure=True)
    )
    return True


def _let_know(reader: LineReader, place: int) -> bool:
    """X let the DAILY know that C."""
    atoms = reader.atoms
    within = range(place + 2, place + 2 + _NEAR)
    end = next((at for at in within if low_at(atoms, at) in ("know", "understand")), place + 1)
    subject = subject_before(atoms, place, reader.floor)
    if end == place + 1:
        return False
    if low_at(atoms, end + 1) != "that" or subject is None or reader.opened is not None:
        return False
    following = Continuation(end + 1, end + 1, (place + 1, end), sure=True)
    add_passed(reader, ((place, place + 1), (end, end + 1)), subject, following)
    return True


def _said(atoms: Sequence[Atom], place: int) -> bool:
    return any(cue.form in ("past", "present") for cue in FORMS.get(low_at(atoms, place), ()))


def _cleft(reader: LineReader, place: int) -> bool:
    """Read: What X (had) said, AGENCY explained, was that C."""
    atoms = reader.atoms
    if place != reader.clause or reader.opened is not None:
        return False
    end = phrase_end(atoms, place + 1, len(atoms))
    verb = _over_small(atoms, end)
    if end == place + 1 or not _said(atoms, verb):
        return False
    within = range(verb + 1, min(len(atoms) - 1, verb + 1 + _FAR))
    was = next((at for at in within if atoms[at].low in BE), 0)
    if not was or (atoms[was + 1].low not in ("that", ":") and atoms[was + 1].kind != "quote"):
        return False
    following = Continuation(was + 1, was + 1, sure=True)
    outers = _between(atoms, verb + 1, was)
    speaker = Phrase(place + 1, end, place, verb + 1)
    add_passed(reader, ((verb, verb + 1),), speaker, following, None, outers)
    return True


def _over_small(atoms: Sequence[Atom], place: int) -> int:
    """Step over auxiliaries and adverbs."""
    while low_at(atoms, place) in ("had", "has", "have") or is_adverb(low_at(atoms, place)):
        place += 1
    return place


def _between(atoms: Sequence[Atom], start: int, stop: int) -> tuple[Range, ...]:
    """Give who speaks in ", AGENCY explained," between a verb and its end."""
    if low_at(atoms, start) != ",":
        return ()
    end = phrase_end(atoms, start + 1, stop)
    return ((start + 1, end),) if end > start + 1 and _said(atoms, end) else ()


def _what_says(reader: LineReader, place: int) -> bool:
    """Read: The DAILY reproduces what AGENCY says X said, namely that C."""
    atoms = reader.atoms
    phrases: list[Range] = []
    at = place + 1
    while len(phrases) < 3 and at < len(atoms):
        verb = next((v for v in range(at + 1, at + _LONGEST) if _said(atoms, v)), at)
        end = verb
        while end > at and low_at(atoms, end - 1) in ("had", "has", "have"):
            end -= 1
        if end == at or any(atom.kind in ("mark", "quote") for atom in atoms[at:end]):
            break
        phrases.append((at, end))
        at = verb + 1
    namely = at + (low_at(atoms, at) == ",")
    namely += low_at(atoms, namely) == "namely"
    opens = low_at(atoms, namely) == "that" or (
        low_at(atoms, at) == ":" or (namely < len(atoms) and atoms[namely].kind == "quote")
    )
    if not phrases or not opens or place == reader.clause or reader.opened is not None:
        return False
    outer = reader.main_subject(place)
    outers = ((outer.first, outer.last),) if outer else ()
    start = namely + (low_at(atoms, namely) == ":")
    speaker = Phrase(*phrases[-1], place, at)
    following = Continuation(start, start, sure=True)
    add_passed(reader, ((at - 1, at),), speaker, following, None, (*outers, *phrases[:-1]))
    return True


def _believed(reader: LineReader, place: int) -> bool:
    """C, if one believes X; C, if X is to be believed."""
    atoms = reader.atoms
    if low_at(atoms, place + 1) in _WHOEVER and low_at(atoms, place + 2) in _BELIEVES:
        start, end = place + 3, phrase_end(atoms, place + 3, len(atoms))
        reach = end
    else:
        within = range(place + 2, place + _LONGEST)
        start, end = place + 1, next((at for at in within if low_at(atoms, at) in _SHALL), 0)
        reach = next(
            (at + 1 for at in range(end, end + _NEAR) if low_at(atoms, at) in _BELIEVED), 0
        )
        if not end or any(atom.low in (",", ";") for atom in atoms[start:end]):
            return False
    if end <= start or not reach:
        return False
    return _said_before(reader, (place, start), Phrase(start, end, place, reach))


def _said_before(reader: LineReader, cue: Range, speaker: Phrase) -> bool:
    """Give a speaker what stands before; where that is open, the open statement ends."""
    if reader.opened is not None:
        if any(reader.drafts[reader.opened].source):
            reader.unsay(frozenset({reader.drafts[reader.opened].lemma}))
        if reader.opened is not None:
            return False
    before = reader.content_before(cue[0]) or reader.trimmed(reader.clause, cue[0])
    if before is None:
        return False
    add_passed(reader, (cue,), speaker, Continuation(-1, speaker.reach), before)
    return True


def _came(reader: LineReader, place: int) -> bool:
    """From X came word that C."""
    atoms = reader.atoms
    start = reader.clause
    if low_at(atoms, start) != "from" or reader.opened is not None:
        return False
    end = phrase_end(atoms, start + 1, place)
    noun = phrase_end(atoms, place + 1, len(atoms))
    told = any(atom.low in _WORD | SPOKEN for atom in atoms[place + 1 : noun])
    if end == start + 1 or not told or low_at(atoms, noun) not in ("that", "of", ":"):
        return False
    begins = noun + (low_at(atoms, noun) != "that")
    speaker = Phrase(start + 1, end, start, noun)
    add_passed(reader, ((place, noun),), speaker, Continuation(begins, begins, sure=True))
    return True


def _emerged(reader: LineReader, place: int) -> bool:
    """C, it emerged from X's bulletin."""
    atoms = reader.atoms
    if low_at(atoms, place - 1) != "it" or low_at(atoms, place + 1) != "from" or place < 3:
        return False
    end = phrase_end(atoms, place + 2, len(atoms))
    if end == place + 2:
        return False
    behind = _behind_document(atoms, place + 2, end)
    return _said_before(reader, (place - 1, place + 2), Phrase(behind, end, place - 1, end))


def _behind_document(atoms: Sequence[Atom], start: int, end: int) -> int:
    """Give where X begins in "the nightly bulletin of X"."""
    of = range(start + 1, end - 1)
    return next(
        (at + 1 for at in of if atoms[at].low == "of" and atoms[at - 1].low in DOCUMENT_NOUNS),
        start,
    )


def _stated(reader: LineReader, place: int) -> bool:
    """In X's note, it is stated that C."""
    atoms = reader.atoms
    first = place - 2
    if low_at(atoms, place - 1) not in BE or low_at(atoms, first) != "it":
        return False
    if low_at(atoms, place + 1) != "that" or reader.opened is not None:
        return False
    if low_at(atoms, reader.clause) != "in":
        return False
    start = reader.clause + 1
    end = phrase_end(atoms, start, first)
    while low_at(atoms, end) in DETERMINERS or (end < first and atoms[end].kind == "number"):
        end += 1
    if low_at(atoms, end) == "of":
        start, end = end + 1, phrase_end(atoms, end + 1, first)
    document = next((at for at in range(start, end) if atoms[at].low in DOCUMENT_NOUNS), 0)
    if not document:
        return False
    start = next((at + 1 for at in range(document, start, -1) if atoms[at].low == "of"), start)
    speaker = Phrase(start, end, start, end)
    following = Continuation(place + 1, place + 1, sure=True)
    add_passed(reader, ((first, place + 1),), speaker, following)
    return True


def _rendered(reader: LineReader, place: int) -> bool:
    """AGENCY rendered the general's words as: C."""
    atoms = reader.atoms
    if low_at(atoms, place + 1) != "as" or reader.opened is not None:
        return False
    start = place + 2 + (low_at(atoms, place + 2) == ":")
    owner = owner_of(atoms, place, reader.floor)
    if owner is None or start >= len(atoms) or atoms[start].kind != "quote":
        return False
    verb = owner[0] - 1
    if low_at(atoms, verb) not in _RENDERED and not is_verb_like(low_at(atoms, verb)):
        return False
    outer = subject_before(atoms, verb, reader.floor)
    outers = ((outer.first, outer.last),) if outer else ()
    speaker = Phrase(*owner, outer.outer if outer else owner[0], place + 2)
    following = Continuation(start, start, sure=True)
    add_passed(reader, ((verb, verb + 1), (place, place + 2)), speaker, following, None, outers)
    return True


def _attributed(reader: LineReader, place: int) -> bool:
    """AGENCY attributed to X the assertion that C."""
    atoms = reader.atoms
    if low_at(atoms, place + 1) not in ("to", "with") and reader.opened is None:
        return False
    if low_at(atoms, place + 1) != "to":
        return False
    end = place + 2
    while end < len(atoms) and not (end > place + 2 and atoms[end].low in DETERMINERS):
        end += 1
        if end - place > _FAR or low_at(atoms, end) in (",", "."):
            return False
    noun = next((at for at in range(end, end + 4) if low_at(atoms, at) in SPOKEN | _WORD), 0)
    noun = noun or next((at for at in range(end, end + 3) if low_at(atoms, at + 1) == "that"), 0)
    outer = subject_before(atoms, place, reader.floor)
    if not noun or outer is None or reader.opened is not None:
        return False
    start = noun + 1
    speaker = Phrase(place + 2, end, outer.outer, start)
    following = Continuation(start, start, sure=True)
    cue = ((place, place + 2), (noun, noun + 1))
    add_passed(reader, cue, speaker, following, None, ((outer.first, outer.last),))
    return True
