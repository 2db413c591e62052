"""Subjects behind their verb: '"...," said the spokesman'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import ISSUED, has_verb
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_NOUNS,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import DASHES, is_nounish, phrase_end
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, is_apposition, of_whom
from trucewatch.extract.speech.turning import is_finite
from trucewatch.extract.speech.verbs import Group

LEADS: Final = frozenset({"but", "and", "that"})
"""Words before a clause that are no part of its subject."""


def subject_behind(reader: LineReader, group: Group) -> Phrase | None:
    """Find the subject behind the verb: '"...," said the spokesman'."""
    atoms, start = reader.atoms, group.last
    finite = any(cue.form in ("past", "present") for cue in group.cues)
    finite = finite or (atoms[group.verb].low == "say" and group.verb > 1)
    simple = group.first == group.verb and finite
    if start < len(atoms) and atoms[start].low == "that":
        return None
    if not simple or group.verb == 0 or not set(group.cues[0].frames) & set("CQ"):
        return None
    before = atoms[group.first - 1]
    quoted = reader.quote_before(group.first) is not None
    if not quoted and not (before.low in DASHES or before.low == ","):
        return None
    if start < len(atoms) and atoms[start].low == "it":
        return None
    end = _list_end(atoms, phrase_end(atoms, start, len(atoms)))
    if end == start or not _ends_inversion(atoms, end, quoted=quoted):
        return None
    if not quoted and not _claims_before(reader, group.first - 1, start, end):
        return None
    reach = _apposition_end(atoms, _issuer_end(atoms, end))
    return Phrase(start, reach, start, reach)


def parted_by(atoms: Sequence[Atom], first: int, verb: int) -> int:
    """Give where B ends in "A, said B, did D", whose "said" stands at `verb`, A at `first`; 0 for none."""
    comma, begin = verb - 1, verb + 1
    leads = first == 0 or (first == 1 and atoms[0].low in LEADS)
    first += first == 0 and atoms[0].low in LEADS
    bare = comma > first and atoms[comma].low == "," and leads
    if not bare or not _is_phrase(atoms[first:comma]):
        return 0
    end = phrase_end(atoms, begin, len(atoms))
    speaks = end > begin and _may_speak(atoms[begin:end])
    return end if speaks and closes_aside(atoms, end) else 0


def _is_phrase(atoms: Sequence[Atom]) -> bool:
    pronoun = len(atoms) == 1 and atoms[0].low in PRONOUNS
    return not pronoun and all(
        atom.kind != "quote"
        and (is_nounish(atom) or atom.low in DETERMINERS or atom.low in PREPOSITIONS)
        for atom in atoms
    )


def _may_speak(atoms: Sequence[Atom]) -> bool:
    return any(
        atom.kind in ("name", "mention")
        or atom.low in SPEAKING_NOUNS
        or atom.low in DOCUMENT_NOUNS
        or atom.low in PRONOUNS
        for atom in atoms
    )


def closes_aside(atoms: Sequence[Atom], comma: int) -> bool:
    """Tell whether a comma at this place ends an aside: a finite verb stands behind it."""
    if comma + 1 >= len(atoms) or atoms[comma].low != ",":
        return False
    verb = comma + 1
    while verb < len(atoms) - 1 and (is_adverb(atoms[verb].low) or atoms[verb].kind == "date"):
        verb += 1
    return is_finite(atoms[verb])


def _list_end(atoms: Sequence[Atom], end: int) -> int:
    """Take in ", B and C" behind the first of several who speak."""
    last = end
    for _ in range(4):
        if last >= len(atoms) - 1 or atoms[last].low != ",":
            return end
        following = phrase_end(atoms, last + 1, len(atoms))
        held = atoms[last + 1 : following]
        if not held or held[0].low in PRONOUNS:
            return end
        if any(atom.low == "and" for atom in held):
            return following if last > end or held[0].low in DETERMINERS or end - 1 >= 0 else end
        last = following
    return end


def _issuer_end(atoms: Sequence[Atom], end: int) -> int:
    """Take in "issued by the ministry" behind a statement."""
    if end + 2 < len(atoms) and atoms[end].low in ISSUED and atoms[end + 1].low == "by":
        return max(end, phrase_end(atoms, end + 2, len(atoms)))
    return end


def _ends_inversion(atoms: Sequence[Atom], end: int, *, quoted: bool) -> bool:
    """Tell whether no verb follows the phrase: then it is no subject of a clause of its own."""
    if end >= len(atoms):
        return True
    atom = atoms[end]
    if atom.kind == "quote":
        return quoted
    if atom.kind in ("mark", "date"):
        return True
    if atom.low == "that" and quoted:
        return True
    if atom.low in AUXILIARIES or atom.low in ("that", "to") or atom.low in DETERMINERS:
        return False
    if is_adverb(atom.low) or (not quoted and atoms[end - 1].low in PRONOUNS):
        return quoted and end + 1 >= len(atoms)
    passed = atom.low in ISSUED | {"reached", "interviewed", "contacted", "quoted"}
    return not is_verb_like(atom.low) or passed or quoted


def _claims_before(reader: LineReader, comma: int, start: int, end: int) -> bool:
    """Tell whether a clause stands before the comma, and a speaker behind the verb."""
    speaker = _may_speak(reader.atoms[start:end])
    speaker = speaker or reader.atoms[start - 1].low == "say"
    if speaker and end >= len(reader.atoms):
        return comma - reader.clause > 1
    return speaker and (comma - reader.clause > 4 or has_verb(reader.atoms, reader.clause, comma))


def _apposition_end(atoms: Sequence[Atom], end: int) -> int:
    """Take in ", the ministry's spokesman" behind a name."""
    if end + 1 >= len(atoms) or atoms[end].low != "," or of_whom(atoms, end + 1):
        return end
    stop = end + 1
    while stop < min(len(atoms), end + 24) and not (
        atoms[stop].low in (",", ".", ";", ":") or atoms[stop].kind == "quote"
    ):
        stop += 1
    titled = atoms[end + 1].low in DETERMINERS or any(
        atom.low in SPEAKING_NOUNS for atom in atoms[end + 1 : stop]
    )
    titled = titled or atoms[end + 1].kind in ("name", "mention")
    return stop if titled and is_apposition(atoms, end + 1, stop) else end
