"""Sources named beside the words: "according to X", "by the count of X", "according to reports"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import ISSUED, Continuation, Range, continue_after
from trucewatch.extract.speech.grammar import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_NOUNS,
    TEXTS,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.nouns import phrase_end, phrase_start
from trucewatch.extract.speech.quoting import QUOTING
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, is_apposition

RUMOURS: Final = words("""
    reports claims allegations rumours rumors suggestions indications speculation accusations
    """)
"""What is told where nobody is named to say it."""

_CLAUSES: Final = words("which who whose whom as itself")
"""Words that open a clause about a source."""

_GOING_ON: Final = words("and but while whereas although which who before after")
_VAGUE: Final = words("""
    unconfirmed media press local news initial early conflicting various some several preliminary
    unverified other many recent first further
    """)
_BY_ACCOUNT: Final = {
    "by": words("tally count reckoning account estimate admission calculation"),
    "on": words("evidence testimony word authority"),
    "in": words("words wording view opinion telling account estimation"),
}
"""Nouns of what somebody says, behind the preposition that makes it a source of what follows."""

_ACCOUNTS: Final = words("summary report account article story item piece interview dispatch")
"""Nouns of what an outlet tells: "according to a summary in the DAILY" is according to the daily."""


_ACCORDING: Final = Cue(
    lemma="according to", form="base", frames="C", particles=(), noun=False, weight=0.9
)
_REPORTS: Final = Cue(lemma="report", form="base", frames="C", particles=(), noun=False, weight=0.6)


def is_according(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether "according to" stands at `place`."""
    return (
        atoms[place].low == "according" and place + 1 < len(atoms) and atoms[place + 1].low == "to"
    )


def account_at(atoms: Sequence[Atom], place: int) -> int:
    """Give where X begins in "by the count of X", "on the evidence of X", "in the words of X"; else 0."""
    low = atoms[place].low
    if low not in _BY_ACCOUNT or place + 3 >= len(atoms):
        return 0
    noun = place + 1 + (atoms[place + 1].low == "the")
    own = noun < len(atoms) - 2 and atoms[noun].low in _BY_ACCOUNT[low]
    return noun + 2 if own and noun > place + 1 and atoms[noun + 1].low == "of" else 0


def take_according(reader: LineReader, place: int, start: int) -> None:
    """According to X, C; C, according to X; C1, according to X, C2; X begins at `start`."""
    atoms = reader.atoms
    if reader.opened is not None and reader.turns(place):
        reader.close(place - 1)
        reader.clause = place
    end = phrase_end(atoms, start, len(atoms))
    behind = _behind_account(atoms, end)
    if end == start or any(atom.low in TEXTS for atom in atoms[start:end]):
        return
    end = phrase_end(atoms, behind, len(atoms)) if behind else end
    last = with_apposition(atoms, end)
    fronted = place - reader.clause <= 1
    if fronted and (last >= len(atoms) or atoms[last].low == "." or _is_clause(atoms, end, last)):
        last = end
    if from_reports(atoms, (start, last)):
        _from_reports(reader, place, last)
        return
    subject = Phrase(start, last, place, last)
    if place - 1 == reader.clause and _ended(reader, place):
        reader.relay_last((behind or start, last), last)
        return
    cue = ((place, start),)
    following = Continuation(-1, last)
    if fronted:
        _take_fronted(reader, cue, subject)
        return
    if reader.opened is not None and atoms[end - 1].low in DOCUMENT_NOUNS:
        reader.close(place)
        reader.floor = reader.clause = last
        return
    if reader.opened is not None:
        reader.wrap((behind or start, last), place, last)
        return
    stop = place - 1 if atoms[place - 1].low in (",", "-", "–", "—", "--") else place
    content = reader.trimmed(reader.clause, stop) or _subject_of(reader, stop, last)
    if content is not None:
        reader.add(
            _ACCORDING,
            cue,
            subject=subject,
            following=following,
            content=(content,),
            pattern="according",
        )
        reader.go_on(_adjuncts_end(atoms, last), content, behind=True)


def _behind_account(atoms: Sequence[Atom], end: int) -> int:
    """Give where the outlet begins in "a summary in the DAILY"; 0 where no account is named."""
    named = end > 0 and end + 1 < len(atoms) and atoms[end - 1].low in _ACCOUNTS
    opens = named and atoms[end].low in ("in", "on", "by", "from")
    return end + 1 if opens and phrase_end(atoms, end + 1, len(atoms)) > end + 1 else 0


def _take_fronted(reader: LineReader, cue: tuple[Range, ...], subject: Phrase) -> None:
    """According to X, C; according to X, according to Y, C; according to X it was so."""
    atoms, last = reader.atoms, subject.last
    outers: tuple[Range, ...] = ()
    if last + 3 < len(atoms) and atoms[last].low == "," and is_according(atoms, last + 1):
        end = phrase_end(atoms, last + 3, len(atoms))
        outers = ((subject.first, last),) if end > last + 3 else ()
        if outers:
            cue, subject, last = ((last + 1, last + 3),), Phrase(last + 3, end, cue[0][0], end), end
    comma = _behind_clause(atoms, _comma_behind(atoms, last))
    bare = last < len(atoms) and atoms[last].low in (PRONOUNS | DETERMINERS) - {"who"}
    if reader.opened is not None or not (bare or comma >= 0):
        return
    start = (
        Continuation(last, last, sure=True) if bare else Continuation(comma + 1, comma, sure=True)
    )
    reader.add(
        _ACCORDING, cue, subject=subject, following=start, pattern="according", outers=outers
    )


def _is_clause(atoms: Sequence[Atom], comma: int, stop: int) -> bool:
    """Tell whether a clause, and no apposition, stands behind a comma: ", the army shelled the town,"."""
    verbs = (
        at
        for at in range(comma + 1, stop)
        if atoms[at].kind == "word" and is_verb_like(atoms[at].low)
    )
    verb = next(verbs, stop)
    relative = any(atom.low in _CLAUSES | {"that"} for atom in atoms[comma + 1 : verb])
    if verb >= stop or relative:
        return False
    behind = atoms[verb + 1].low if verb + 1 < stop else ""
    if behind not in PREPOSITIONS:
        return True
    goes_on = atoms[stop + 1] if stop + 1 < len(atoms) else None
    return goes_on is None or goes_on.low in _GOING_ON or goes_on.low.endswith("ing")


def _subject_of(reader: LineReader, stop: int, last: int) -> Range | None:
    """Give S of "S, according to X, did it", however short it is."""
    atoms = reader.atoms
    closed = stop < last < len(atoms) - 1 and atoms[stop].low == "," == atoms[last].low
    verb = atoms[last + 1] if closed else None
    if verb is None or verb.kind != "word" or not (is_verb_like(verb.low) or is_adverb(verb.low)):
        return None
    first = phrase_start(atoms, stop, reader.clause)
    return (first, stop) if first < stop else None


def from_reports(atoms: Sequence[Atom], source: Range) -> bool:
    """Tell whether a source is "reports", "unconfirmed reports": then nobody is named to say it."""
    first, last = source
    return atoms[last - 1].low in RUMOURS and all(map(_is_report, atoms[first:last]))


def _is_report(atom: Atom) -> bool:
    """Tell whether a word is one of "unconfirmed reports": nobody speaks in them."""
    vague = atom.low in RUMOURS or atom.low in _VAGUE or atom.low in DETERMINERS
    return vague and atom.kind in ("word", "name")


def _from_reports(reader: LineReader, place: int, last: int) -> None:
    """C, according to unconfirmed reports: nobody says it."""
    if place - reader.clause <= 1 and last < len(reader.atoms) and reader.atoms[last].low == ",":
        following = Continuation(last + 1, last, sure=True)
        reader.add(_REPORTS, ((place, place + 2),), following=following, pattern="hearsay")
        return
    content = reader.content_before(place) or reader.trimmed(reader.clause, place)
    if content is not None and reader.opened is None:
        following = Continuation(-1, last)
        cue = ((place, place + 2),)
        reader.add(_REPORTS, cue, following=following, content=(content,), pattern="hearsay")


def _ended(reader: LineReader, place: int) -> bool:
    """Tell whether nothing but a comma stands between the last statement and the atom `place`."""
    last = reader.drafts[-1] if reader.drafts and reader.opened is None else None
    return last is not None and bool(last.content) and reader.atoms[place - 1].low == ","


def with_apposition(atoms: Sequence[Atom], end: int) -> int:
    """Take in ", the group's leader" where it ends with a comma or the line."""
    if end + 1 >= len(atoms) or atoms[end].low != ",":
        return end
    named = atoms[end + 1].kind in ("name", "mention") and atoms[end - 1].low in SPEAKING_NOUNS
    if atoms[end + 1].low not in DETERMINERS and not named:
        return end
    within = range(end + 1, min(len(atoms), end + 20))
    stop = next((place for place in within if atoms[place].low in (",", ".")), end)
    return stop if stop > end and is_apposition(atoms, end + 1, stop) else end


def _comma_behind(atoms: Sequence[Atom], start: int) -> int:
    for place in range(start, min(len(atoms), start + 30)):
        if atoms[place].low == ",":
            return place
    return -1


def _behind_clause(atoms: Sequence[Atom], comma: int) -> int:
    """Step over ", which AGENCY carried," and ", as quoted by AGENCY," behind a source."""
    following = atoms[comma + 1].low if 0 <= comma < len(atoms) - 1 else ""
    if following not in _CLAUSES and following not in QUOTING and following not in ISSUED:
        return comma
    closing = _comma_behind(atoms, comma + 1)
    again = atoms[closing + 1].low if 0 <= closing < len(atoms) - 1 else ""
    if again in QUOTING or again in ISSUED or again == "as":
        closing = _comma_behind(atoms, closing + 1)
    return closing if closing >= 0 else comma


def _adjuncts_end(atoms: Sequence[Atom], last: int) -> int:
    return continue_after(atoms, last, "").stop
