"""Patterns round a verb: "X said C", "C, X said", "C, said X", "C1, X said, C2", "X, adding C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import FORMS, Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Continuation, Range, continue_after
from trucewatch.extract.speech.deeds import DONE, FINDINGS, happens, only_does
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEAKING_NOUNS,
    TEXTS,
    is_adverb,
    is_verb_like,
)
from trucewatch.extract.speech.inversion import parted_by, subject_behind
from trucewatch.extract.speech.nouns import is_nounish, phrase_end
from trucewatch.extract.speech.reader import Aside, LineReader
from trucewatch.extract.speech.spoken import SPOKEN
from trucewatch.extract.speech.subjects import Phrase, before_day, subject_before
from trucewatch.extract.speech.verbs import Group, verb_group

_SILENT: Final = words("comment say answer discuss speak confirm give reply respond talk elaborate")
_NOBODY: Final = words("nobody no none neither")
_PASSES: Final = words("report write say note observe tell add")
_REPORTS: Final = words("report write")
"""Verbs of who passes on all that stands before, and says nothing of his own."""

_ADDING: Final = words(
    "add stress note warn reiterate call urge continue express describe vow say claim"
)


def take_verb(reader: LineReader, group: Group) -> None:
    """Read what one verb group gives to whom."""
    if _says_nothing(reader.atoms, group):
        return
    if _parted(reader, group):
        return
    subject = subject_behind(reader, group)
    if subject is not None:
        _before(reader, group, group.cues[0], subject, Continuation(-1, subject.reach))
        return
    cue, following = _continued(reader.atoms, group)
    if group.ing:
        _participle(reader, group, cue, following)
        return
    if reader.aside is not None:
        subject = reader.aside.subject
    else:
        subject = subject_before(reader.atoms, before_day(reader.atoms, group.first), reader.floor)
        subject = reader.who_speaks(subject)
    if subject is not None and _is_no_speaker(reader.atoms, cue, subject, following):
        return
    if subject is not None and reader.aside is None:
        reader.aside = _aside(reader, subject, following)
        if reader.aside is not None:
            return
    if subject is None:
        _coordinated(reader, group, cue, following)
    elif following.start >= 0 or following.onward:
        _after(reader, group, cue, subject, following)
    else:
        _before(reader, group, cue, subject, following)


def _parted(reader: LineReader, group: Group) -> bool:
    """Read: A, said B, did D."""
    plain = group.first == group.verb and not group.ing and reader.opened is None
    if not plain or reader.clause > 1 or not set(group.cues[0].frames) & set("CQ"):
        return False
    end = parted_by(reader.atoms, reader.clause, group.verb)
    if not end:
        return False
    reader.add(
        group.cues[0],
        _cue_atoms(group, group.cues[0]),
        subject=Phrase(group.last, end, group.last, end),
        following=Continuation(end + 1, end + 1, sure=True),
        content=((reader.clause, group.verb - 1),),
        pattern="before",
    )
    return True


def _says_nothing(atoms: Sequence[Atom], group: Group) -> bool:
    """Tell whether words like "refused to comment", "asked not to be named" follow."""
    ahead = [atom.low for atom in atoms[group.last : group.last + 4]]
    if ahead[:1] == ["to"] and ahead[1:2]:
        return ahead[1] in _SILENT and group.cues[0].lemma in ("refuse", "decline")
    if ahead[:1] == ["nothing"] and ahead[1:2] in ([], ["."], [","], [";"], ["about"], ["of"]):
        return True
    return ahead[:3] == ["not", "to", "be"] or ahead[:1] == ["anonymity"]


def _continued(atoms: Sequence[Atom], group: Group) -> tuple[Cue, Continuation]:
    """Give the first reading of the verb that what follows it fits."""
    first: tuple[Cue, Continuation] | None = None
    for cue in group.cues:
        following = continue_after(atoms, _end(group, cue), cue.frames)
        if following.start >= 0 or following.onward:
            return cue, following
        first = first or (cue, following)
    return first or (group.cues[0], Continuation(-1, group.last))


def _aside(reader: LineReader, subject: Phrase, following: Continuation) -> Aside | None:
    """Give the subject between which and whose verb "AGENCY reports" stands; None for none."""
    atoms, stop = reader.atoms, following.stop
    if following.start >= 0 or stop + 1 >= len(atoms) or atoms[stop].low != ",":
        return None
    inner = next((at for at in range(subject.first, subject.last) if atoms[at].low == ","), 0)
    if inner:
        subject = Phrase(inner + 1, subject.last, inner + 1, subject.reach)
    before = subject.outer - 1
    if before <= reader.floor or atoms[before].low != "," or reader.opened is not None:
        return None
    named = all(
        is_nounish(atom) or atom.low in DETERMINERS for atom in atoms[reader.floor : before]
    )
    if not named or not _goes_on(atoms, stop + 1):
        return None
    main = Phrase(reader.floor, before, reader.floor, stop + 1)
    return Aside((subject.first, subject.last), main)


def _goes_on(atoms: Sequence[Atom], place: int) -> bool:
    """Tell whether a verb of speech follows, behind auxiliaries and adverbs: "had also told"."""
    while place < len(atoms) - 1 and (
        atoms[place].low in AUXILIARIES or is_adverb(atoms[place].low)
    ):
        place += 1
    return verb_group(atoms, place, titled=False) is not None


def _is_no_speaker(
    atoms: Sequence[Atom], cue: Cue, subject: Phrase, following: Continuation
) -> bool:
    """Tell whether the subject says nothing, or the verb is none."""
    return (
        _is_nobody(atoms, subject)
        or _shows_nothing(atoms, cue, subject, following)
        or _is_text(atoms, subject)
        or happens(atoms, cue, subject)
        or _is_noun(atoms, cue, subject, following)
    )


def _is_nobody(atoms: Sequence[Atom], subject: Phrase) -> bool:
    """Tell whether nobody says it: "no one", "no other source", "neither X nor Y"."""
    before = atoms[subject.first - 1].low if subject.first else ""
    named = {atom.low for atom in atoms[subject.first : subject.last]}
    denied = atoms[subject.first].low in _NOBODY or "nor" in named
    return denied or before in ("no", "nor", "neither")


def _shows_nothing(
    atoms: Sequence[Atom], cue: Cue, subject: Phrase, following: Continuation
) -> bool:
    """Tell whether "shows", without "that", has a subject that tells nothing."""
    if "c" not in cue.frames or following.sure:
        return False
    return not any(atom.low in FINDINGS for atom in atoms[subject.first : subject.last])


def _is_text(atoms: Sequence[Atom], subject: Phrase) -> bool:
    """Tell whether the agreement itself, a plan or a law is what says it: then nobody does."""
    named = any(atom.kind == "mention" for atom in atoms[subject.first : subject.last])
    return atoms[subject.last - 1].low in TEXTS and not named


def _is_noun(atoms: Sequence[Atom], cue: Cue, subject: Phrase, following: Continuation) -> bool:
    """Tell whether a form that may be a noun is one: "state senator", "aid report"."""
    if not cue.noun:
        return False
    stop = following.stop
    if stop < len(atoms) and atoms[stop].low in FORMS and atoms[stop].kind == "word":
        return True
    if following.sure:
        return False
    head = atoms[subject.last - 1]
    speaks = head.low in PRONOUNS or head.low in SPEAKING_NOUNS or head.low in DOCUMENT_NOUNS
    if cue.form == "base":
        behind = atoms[stop] if stop < len(atoms) else head
        aims = behind.low in DETERMINERS or behind.kind == "quote"
        plural = head.low.endswith("s") and (speaks or (aims and subject.reach > subject.last))
        return not (plural or (speaks and head.low in PRONOUNS))
    return not speaks and head.kind not in ("name", "mention")


def _end(group: Group, cue: Cue) -> int:
    return group.verb + 1 + bool(cue.particles)


def _cue_atoms(group: Group, cue: Cue) -> tuple[Range, ...]:
    return ((group.first, _end(group, cue)),)


def _after(
    reader: LineReader, group: Group, cue: Cue, subject: Phrase, following: Continuation
) -> None:
    """X said C."""
    parent = None
    if reader.opened is not None:
        if reader.turns(subject.outer):
            reader.close(subject.outer - 1)
        else:
            parent = reader.opened
    before = reader.quote_before(subject.outer) if reader.opened is None else None
    content = (before,) if before and following.start >= 0 else ()
    reader.add(
        cue,
        _cue_atoms(group, cue),
        subject=subject,
        following=following,
        content=content,
        parent=parent,
    )


def _before(
    reader: LineReader, group: Group, cue: Cue, subject: Phrase, following: Continuation
) -> None:
    """C, X said; C, said X."""
    if not set(cue.frames) & set("CQAct"):
        return
    end = min(subject.outer, group.first)
    if reader.atoms[subject.last - 1].low in SPOKEN | {"line", "phrase", "exchange", "wording"}:
        return
    if _relays_last(reader, end):
        reader.relay_last((subject.first, subject.last), max(group.last, subject.reach))
        return
    content = reader.content_before(end)
    if content is not None and set(cue.frames) <= {"Q"}:
        content = content if reader.atoms[content[1] - 1].kind == "quote" else None
    elif content is None and reader.opened is None and "t" not in cue.frames:
        content = _short_content(reader, end, following.stop)
    if reader.opened is not None:
        passes = cue.lemma in _PASSES and reader.atoms[end - 1].low == ","
        passes = passes and reader.atoms[subject.first].low not in PRONOUNS
        if (content is None and not passes) or "t" in cue.frames:
            return
        beside = cue.lemma not in _REPORTS and reader.take_behind_and(end)
        if not beside and not reader.unsay(DONE):
            reader.wrap((subject.first, subject.last), end, max(group.last, subject.reach))
            return
        content = reader.content_before(end)
    atoms = _cue_atoms(group, cue)
    if content is not None:
        reader.add(
            cue, atoms, subject=subject, following=following, content=(content,), pattern="before"
        )
        reader.go_on(following.stop, content, behind=subject.first >= group.last)
    elif _alone(reader.atoms, subject, following):
        reader.add(cue, atoms, subject=subject, following=following, pattern="alone")


def _relays_last(reader: LineReader, end: int) -> bool:
    """Tell whether nothing but a comma stands between the last statement and this subject."""
    clause = reader.clause
    if clause + 1 < end and reader.atoms[clause + 1].low in RELATIVES:
        clause = next(
            (at for at in range(end - 1, clause, -1) if reader.atoms[at].low == ","), clause
        )
    follows = reader.opened is None and end - 1 == clause and bool(reader.drafts)
    return follows and reader.atoms[end - 1].low == "," and bool(reader.drafts[-1].content)


def _short_content(reader: LineReader, end: int, stop: int) -> Range | None:
    """Give a word or two before "X said, C2": they are content where the rest follows."""
    atoms = reader.atoms
    more = stop + 2 < len(atoms) and atoms[stop].low == ","
    if not more or end - 1 <= reader.clause or atoms[end - 1].low != ",":
        return None
    first = reader.clause + (atoms[reader.clause].low in (";", "but", "and"))
    return (
        (first, end - 1)
        if all(
            is_nounish(a) or is_adverb(a.low) or a.low in DETERMINERS
            for a in atoms[first : end - 1]
        )
        else None
    )


def _alone(atoms: Sequence[Atom], subject: Phrase, following: Continuation) -> bool:
    """Tell whether the line holds nothing but a subject and a cue, as "X said" behind "...?"."""
    ends = following.stop >= len(atoms) or atoms[following.stop].low in ".;?!"
    return subject.outer <= 1 and ends


def _participle(reader: LineReader, group: Group, cue: Cue, following: Continuation) -> None:
    """..., adding that C."""
    if _cites(reader, group):
        reader.close(group.first - 1)
        return
    if group.first and not following.sure and only_does(reader.atoms, group):
        return
    spoken = following.sure or set(cue.frames) & set("CA")
    if group.first == 0 or not spoken or not (following.start >= 0 or following.onward):
        return
    last = len(reader.drafts) - 1
    if reader.opened is not None:
        if reader.atoms[group.first - 1].low != ",":
            return
        reader.close(group.first - 1)
    subject = None
    if last < 0:
        subject = _participle_subject(reader, group)
        if subject is None or happens(reader.atoms, cue, subject):
            return
    reader.add(
        cue,
        _cue_atoms(group, cue),
        subject=subject,
        following=following,
        inherits=last if last >= 0 else None,
    )


def _cites(reader: LineReader, group: Group) -> bool:
    """Tell whether "..., citing X" ends what is said: it tells where the speaker has it from."""
    atoms = reader.atoms
    opened = reader.opened is not None and reader.begun < group.first
    if group.cues[0].lemma not in ("cite", "quote") or not opened:
        return False
    end = phrase_end(atoms, group.last, len(atoms))
    if atoms[group.first - 1].low != "," or end == group.last:
        return False
    goes_on = end + 1 < len(atoms) and atoms[end].low == "," and is_verb_like(atoms[end + 1].low)
    return not goes_on


def _participle_subject(reader: LineReader, group: Group) -> Phrase | None:
    """Find whose participle it is: the words just before, else the subject of the line."""
    before = reader.atoms[group.first - 1]
    if before.low != "," and before.low not in PREPOSITIONS:
        phrase = subject_before(reader.atoms, group.first, reader.floor)
        if phrase and phrase.first > 0 and reader.atoms[phrase.first - 1].low == "with":
            return phrase
    return reader.main_subject(group.first)


def _coordinated(reader: LineReader, group: Group, cue: Cue, following: Continuation) -> None:
    """X said C and added that D."""
    if not (following.start >= 0 or following.onward) or group.first == 0:
        return
    before = reader.atoms[group.first - 1].low
    last = len(reader.drafts) - 1
    if before not in ("and", "but", "or", ","):
        return
    if last < 0:
        subject = reader.main_subject(group.first) if before != "," else None
        if subject is not None and not happens(reader.atoms, cue, subject):
            reader.add(cue, _cue_atoms(group, cue), subject=subject, following=following)
        return
    if reader.opened is not None:
        if cue.lemma not in _ADDING and not (following.sure and "C" in cue.frames):
            return
        reader.close(group.first - 1)
    reader.add(cue, _cue_atoms(group, cue), following=following, inherits=last)
