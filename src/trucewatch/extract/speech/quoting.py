"""Somebody quoted: "AGENCY quoted X as saying C", "A quoted B, which had in turn quoted X"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.cues import Cue
from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import ISSUED, Continuation, Range, continue_after
from trucewatch.extract.speech.nouns import phrase_end, phrase_start
from trucewatch.extract.speech.reader import LineReader
from trucewatch.extract.speech.subjects import Phrase, subject_before
from trucewatch.extract.speech.verbs import Group

QUOTING: Final = words("quoted quotes quoting cited cites citing")
_SAID: Final = words("said told warned claimed added insisted assured informed")
_AS_SAYING: Final = Cue(
    lemma="quote", form="base", frames="C", particles=(), noun=False, weight=0.95
)


def quoted_as(atoms: Sequence[Atom], verb: int) -> int:
    """Give where "as saying" follows a verb of quoting; -1 where it does not."""
    if atoms[verb].low not in QUOTING:
        return -1
    for place in range(verb + 1, min(len(atoms) - 1, verb + 40)):
        if atoms[place].kind == "quote" or atoms[place].low in ("quoted", "quotes", "cites"):
            return -1
        if atoms[place].low == "as" and atoms[place + 1].low.endswith("ing"):
            return place
    return -1


def take_quoted(reader: LineReader, group: Group, place: int) -> None:
    """AGENCY quoted X as saying C; X was quoted by AGENCY as saying C; "C," AGENCY quoted X ..."""
    atoms = reader.atoms
    verb = _over_turn(atoms, group.first)
    relay = subject_before(atoms, verb, reader.floor)
    if relay is None and verb and atoms[verb - 1].low in ("which", "who"):
        relay = Phrase(verb - 1, verb, verb - 1, verb)
    him = group.last + 1 == place and atoms[group.last].low in ("him", "her", "them")
    if (
        relay is not None
        and him
        and not group.passive
        and _of_the_subject(reader, group, relay, place)
    ):
        return
    if relay is None and group.ing and not reader.drafts:
        relay = reader.main_subject(group.first)
    if group.passive:
        speaker, outer = relay, behind_by(atoms, group.last, place)
        if outer is None and place + 2 < len(atoms) and atoms[place + 2].low == "by":
            outer = behind_by(atoms, place + 2, len(atoms))
    else:
        end = _named_until(atoms, group.last, place)
        speaker, outer = Phrase(group.last, end, group.last, place), relay
    if speaker is None or speaker.last <= speaker.first:
        return
    outers = _in_turn(reader, outer)
    outer = Phrase(*outers[0], outers[0][0], outers[0][1]) if outers else outer
    opening = min([group.first, *(phrase.outer for phrase in (speaker, outer) if phrase)])
    following, last = _said_as(atoms, place + 1)
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
        ((group.first, group.last), (place, last)),
        subject=Phrase(speaker.first, speaker.last, opening, speaker.last),
        following=following,
        content=(content,) if content else (),
        parent=parent,
        pattern="quoted",
        outers=outers,
    )
    if content and following.start < 0:
        reader.go_on(following.stop, content)


def _over_turn(atoms: Sequence[Atom], verb: int) -> int:
    """Step back over "had in turn" before a verb."""
    if verb > 2 and atoms[verb - 1].low == "turn" and atoms[verb - 2].low == "in":
        verb -= 2
        while verb > 1 and atoms[verb - 1].low in ("had", "has", "have"):
            verb -= 1
    return verb


def _in_turn(reader: LineReader, outer: Phrase | None) -> tuple[Range, ...]:
    """Give A and B of "A quoted B, which had in turn quoted X"; else who quotes, if anybody does."""
    if outer is None:
        return ()
    atoms, named = reader.atoms, (outer.first, outer.last)
    if atoms[outer.first].low in ("which", "who") and outer.first - 2 > reader.floor:
        end = outer.first - (atoms[outer.first - 1].low == ",")
        named = (phrase_start(atoms, end, reader.floor), end)
    verb = named[0] - 1
    if verb <= reader.floor or atoms[verb].low not in QUOTING:
        return (named,)
    first = subject_before(atoms, verb, reader.floor)
    return ((first.first, first.last), named) if first else (named,)


def _named_until(atoms: Sequence[Atom], start: int, stop: int) -> int:
    """Give where X ends in "quoted X, as cited by AGENCY, as saying"."""
    for at in range(start + 1, stop - 1):
        if atoms[at].low == "," and atoms[at + 1].low in (
            "who",
            "which",
            "whom",
            "whose",
            "as",
            "via",
            *QUOTING,
            *ISSUED,
        ):
            return at
    return stop - (atoms[stop - 1].low == ",")


def _of_the_subject(reader: LineReader, group: Group, relay: Phrase, place: int) -> bool:
    """Read: the spokesman saw "no need", AGENCY quoted him as saying: he is the subject before."""
    quote = reader.quote_before(relay.outer)
    spoken = reader.main_subject(quote[0]) if quote else None
    if quote is None or spoken is None or reader.opened is not None:
        return False
    last = _said_as(reader.atoms, place + 1)[1]
    reader.add(
        _AS_SAYING,
        ((group.first, group.last), (place, last)),
        subject=Phrase(spoken.first, spoken.last, relay.outer, last),
        following=Continuation(-1, last),
        content=(quote,),
        pattern="quoted",
        outers=((relay.first, relay.last),),
    )
    return True


def _said_as(atoms: Sequence[Atom], place: int) -> tuple[Continuation, int]:
    """Give what follows "as saying", "as having told X", "as calling Y Z", and where the cue ends."""
    low = atoms[place].low
    following = atoms[place + 1].low if low == "having" and place + 1 < len(atoms) else ""
    did = following.endswith("ed") and following not in _SAID
    if did and not _quotes_behind(atoms, place):
        return Continuation(-1, place + 2), place + 2
    if low == "having" and place + 1 < len(atoms):
        place, low = place + 1, atoms[place + 1].low
    if low in ("saying", "said", "warning", "claiming", "adding", "insisting"):
        return continue_after(atoms, place + 1, "C"), place + 1
    if low in ("telling", "told", "assuring", "informing"):
        return continue_after(atoms, place + 1, "A"), place + 1
    return Continuation(place, place, sure=True), place


def _quotes_behind(atoms: Sequence[Atom], place: int) -> bool:
    return any(atom.kind == "quote" or atom.low == "that" for atom in atoms[place:])


def behind_by(atoms: Sequence[Atom], start: int, stop: int) -> Phrase | None:
    """Give the phrase behind "by" among the atoms."""
    for place in range(start, stop - 1):
        if atoms[place].low == "by":
            end = phrase_end(atoms, place + 1, stop)
            return Phrase(place + 1, end, place, end) if end > place + 1 else None
    return None
