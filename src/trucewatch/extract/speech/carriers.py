"""Carriers: outlets that the words round a statement name as its way to the page.

Each is found by a trigger and stands on one side of what was found before it: who is told stands
nearest to the speaker, who is cited stands inside of who cites, everybody else outside of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from trucewatch.core.case import Case
from trucewatch.core.reading import Mention
from trucewatch.extract.chains import QUOTED
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.carrying import (
    AGAIN,
    APPEARS,
    BY,
    CITES,
    CITES_TO,
    COPIED,
    FAR,
    HAD,
    INFORMS,
    LANGUAGE,
    LONGEST,
    LOOSE,
    MEANS,
    MET,
    MICROPHONES,
    MONITORS,
    NO_OUTLETS,
    OF_STATE,
    OUTLETS,
    PAGES,
    PARTICLES,
    PASSED,
    RELATIVES,
    REPORTS,
    SAID,
    SO,
    SPEAKING,
    SPOKEN_OF,
    STORY,
    TELLING,
    TELLS,
    TOLD,
    TRIGGERS,
    VERSIONS,
    WRITES,
    WRITTEN,
)
from trucewatch.extract.speech.clauses import PASSES, Range
from trucewatch.extract.speech.grammar import (
    AUXILIARIES,
    BINDING,
    DETERMINERS,
    PRONOUNS,
    is_adverb,
)
from trucewatch.extract.speech.nouns import is_nounish, phrase_end
from trucewatch.extract.speech.outlets import is_stranger, is_titled_person
from trucewatch.extract.speech.spoken import SPOKEN
from trucewatch.extract.speech.subjects import subject_before
from trucewatch.extract.speech.turning import is_finite
from trucewatch.extract.speech.voices import voice_of

Side = Literal["told", "cited", "outside"]


class Carrier(NamedTuple):
    """The atoms of an outlet's name in one line, and on which side of the others it stands."""

    atoms: Range
    side: Side


class Finder:
    """Finds the carriers among the atoms of one line that are not said by anybody."""

    def __init__(
        self, atoms: Sequence[Atom], outside: Iterable[int], mentions: Sequence[Mention], case: Case
    ) -> None:
        self._atoms = atoms
        self._outside = sorted(outside)
        self._free = set(self._outside)
        self._mentions = mentions
        self._case = case

    def find(self) -> Iterator[Carrier]:
        """Yield the carriers in the order of their triggers."""
        for place in self._outside:
            if self._atoms[place].low not in TRIGGERS:
                continue
            carrier = self._passed(place) or self._told(place) or self._cited(place)
            carrier = carrier or self._relative(place) or self._passes(place)
            carrier = carrier or self._version(place) or self._way(place)
            carrier = carrier or self._as(place) or self._first(place)
            if carrier is not None:
                yield carrier

    def heard(self, hearer: Range, *, sure: bool = False) -> Range | None:
        """Give the outlet among the atoms of who was told; None where it was somebody else.

        `sure` tells that a trained reader takes them for one: then any strange name may be it.
        """
        self._free.update(range(*hearer))
        return self._name(hearer[0], sure=sure, stop=hearer[1])

    def _low(self, place: int) -> str:
        return self._atoms[place].low if place in self._free else ""

    def _passed(self, place: int) -> Carrier | None:
        """Read "carried by AGENCY", "picked up by AGENCY", "appeared in AGENCY"."""
        low = self._low(place)
        if low == "then" and self._low(place + 1) in ("by", "on", "in"):
            name = self._name(place + 2, sure=True)
            return Carrier(name, "outside") if name else None
        if low not in PASSED and low not in APPEARS:
            return None
        if low == "reached" and (name := self._name(place + 1, sure=True)) is not None:
            return Carrier(name, "outside")
        at = self._by(place + 1)
        name = self._name(at + 1, sure=low != "asked") if at else None
        if name is None:
            return None
        from_ = self._low(at) == "from"
        if from_ and low not in COPIED:
            return None
        return Carrier(name, "told" if low in LOOSE else "cited" if from_ else "outside")

    def _by(self, at: int) -> int:
        """Step over "up", "on Friday", ", with care," to the "by" before a name; 0 for none."""
        for _ in range(FAR):
            spoken = self._low(at) in ("into", "in") and LANGUAGE.fullmatch(self._low(at + 1))
            if self._low(at) in BY and not spoken and self._name(at + 1, sure=True):
                return at
            low = self._low(at)
            if (
                (low in ("on", "in") and self._dated(at + 1))
                or (low in ("into", "in") and LANGUAGE.fullmatch(self._low(at + 1)))
                or (low in ("by", "over", "via") and self._low(at + 1) in MEANS)
            ):
                at += 2
            elif low == ",":
                within = range(at + 1, at + 1 + FAR)
                at = next(
                    (comma + 1 for comma in within if self._low(comma) == ","), len(self._atoms)
                )
            elif self._dated(at) or low in PARTICLES or is_adverb(low):
                at += 1
            else:
                return 0
        return 0

    def _dated(self, place: int) -> bool:
        return place in self._free and self._atoms[place].kind == "date"

    def _told(self, place: int) -> Carrier | None:
        """Read "speaking to AGENCY", "in an interview with AGENCY", "in comments to AGENCY"."""
        low = self._low(place)
        led = ("in",) if low == "writing" else ("for", "in")
        language = LANGUAGE.fullmatch(self._low(place + 2))
        if low in WRITTEN and self._low(place + 1) in led and not language:
            name = self._name(place + 2, sure=False)
            return Carrier(name, "told") if name else None
        if low == "asked" and (name := self._name(place + 1, sure=True)) is not None:
            return Carrier(name, "told") if self._low(name[1]) in ("not", "to", "that") else None
        if low in INFORMS or (low in TELLS and self._low(place + 1) == "to"):
            name = self._name(place + 1 + (low not in INFORMS), sure=False)
            return Carrier(name, "told") if name else None
        if low in ("question", "questions", "query") and self._low(place + 1) in ("from", "by"):
            name = self._name(place + 2, sure=True)
            return Carrier(name, "told") if name else None
        if low in ("replying", "answering"):
            name = self._name(place + 1 + (self._low(place + 1) == "to"), sure=False)
            return Carrier(name, "told") if name else None
        if low in SAID and self._low(place + 1) in SO:
            at = place + 2 + (self._low(place + 2) == "much")
            name = self._name(at + 1, sure=False) if self._low(at) == "to" else None
            return Carrier(name, "told") if name else None
        if low == "put" and self._low(place + 1) in ("it", "that") and self._low(place + 2) == "to":
            name = self._name(place + 3, sure=True)
            return Carrier(name, "told") if name else None
        if low in ("into", "before") and (name := self._name(place + 1, sure=True)) is not None:
            behind = {self._low(name[1]), self._low(name[1] - 1)} & MICROPHONES
            return Carrier(name, "told") if behind else None
        if low not in TELLING and low not in SPEAKING:
            return None
        if self._low(place + 1) in ("made", "given", "sent", "by"):
            within = range(place + 2, place + LONGEST)
            to = next((at for at in within if self._low(at) in ("to", ".", ";")), place)
            name = self._name(to + 1, sure=True) if self._low(to) == "to" else None
            return Carrier(name, "told") if name else None
        at = place + 1 + (self._low(place + 1) in ("live", "exclusively", "anonymously"))
        if self._low(at) not in TOLD:
            return None
        name = self._name(at + 1, sure=self._low(at) in ("with", "to"))
        return Carrier(name, "told") if name else None

    def _cited(self, place: int) -> Carrier | None:
        """Read "citing AGENCY", "picking up a dispatch by AGENCY"."""
        low = self._low(place)
        following = (self._low(place + 1), self._low(place + 2))
        if low in ("had", "has", "have") and following == ("it", "from"):
            start = place + 3
        elif low == "on" and following[1] in ("strength", "basis", "authority"):
            start = place + 4
        elif low in CITES:
            start = place + 1
        elif low in CITES_TO and self._low(place + 1) == CITES_TO[low]:
            start = place + 2
        elif low in ("relied", "relies", "drew", "based") and self._low(place + 1) in (
            "on",
            "upon",
        ):
            start = place + 2
            if self._behind_report(start + (self._low(start) in DETERMINERS)) <= start + 1:
                return None
        elif low in QUOTED and self._low(place - 1) in ("which", "that", "who", "itself", "turn"):
            start = place + 1
        else:
            return None
        name = self._name(self._behind_report(start), sure=start > place + 2)
        return Carrier(name, "cited") if name else None

    def _behind_report(self, start: int) -> int:
        """Step over "a report by"."""
        for at in range(start, start + 3):
            if self._low(at) in REPORTS | PAGES and self._low(at + 1) in (
                "by",
                "in",
                "from",
                "of",
                "on",
            ):
                return at + 2
        return start

    def _relative(self, place: int) -> Carrier | None:
        """Read "which AGENCY carried" and "whom AGENCY reached"."""
        what = self._low(place) == "what" and self._low(place - 1) in ("is", "was")
        if self._low(place) not in RELATIVES and not what:
            return None
        start = place + 1
        if self._low(place) == "whose" and self._low(start) in SPOKEN_OF:
            start += 3 if self._low(start + 1) == "of" else 1
        within = range(start + 1, start + LONGEST)
        verb = next((at for at in within if self._low(at) in PASSES), start)
        with_whom = self._low(place) == "whom" and self._low(place - 1) in ("to", "with", "by")
        if with_whom:
            verb = next((at for at in within if self._low(at) in SPEAKING), verb)
        name = self._name(start, sure=True, stop=self._subject_end(verb))
        if name is None or name[1] < self._subject_end(verb):
            return None
        told = with_whom or self._low(verb) in MET
        return Carrier(name, "told" if told else "outside")

    def _passes(self, place: int) -> Carrier | None:
        """Read "AGENCY carried the report", "AGENCY picked it up"."""
        low = self._low(place)
        had = low in HAD and self._low(place + 1) in STORY
        if not place or not (had or low in PASSES | {"translated"}):
            return None
        first = self._subject_end(place)
        near = {self._low(at) for at in range(max(0, place - 2 * LONGEST), place)}
        listed = self._low(place + 1) in (",", "and", ".") and bool({"as", "which", "that"} & near)
        listed = listed and place > 1 and self._atoms[place - 1].kind in ("name", "mention")
        objects = [self._low(at) for at in range(place + 1, place + 1 + FAR)]
        told = REPORTS | SPOKEN | SPOKEN_OF | {"it", "them", "him", "her", "story"}
        if not (had or listed) and not any(each in told for each in objects):
            return None
        subject = subject_before(self._atoms, first, 0) if first else None
        if subject is None:
            return None
        name = self._name(subject.first, sure=True, stop=subject.last)
        return Carrier(name, "outside") if name and name[1] == subject.last else None

    def _version(self, place: int) -> Carrier | None:
        """Read "in the AGENCY version", "in AGENCY's account"."""
        if self._low(place) not in VERSIONS:
            return None
        for at in range(place - 2, max(-1, place - FAR - 1), -1):
            if self._low(at) in ("in", "by", "per"):
                name = self._name(at + 1, sure=True, stop=place)
                return Carrier(name, "outside") if name else None
        return None

    def _as(self, place: int) -> Carrier | None:
        """Read "As AGENCY reported and DAILY relayed, X has said"."""
        if self._low(place) != "as":
            return None
        name = self._name(place + 1, sure=True)
        if name is None or self._low(name[1]) not in PASSES | WRITES:
            return None
        return Carrier(name, "outside")

    def _first(self, place: int) -> Carrier | None:
        """Read "AGENCY was (the) first to relay it"."""
        ahead = [self._low(at) for at in range(place + 1, place + 4)]
        if self._low(place) == "so" and ahead[0] in ("did", "does", "has"):
            name = self._name(place + 2, sure=True)
            return Carrier(name, "outside") if name else None
        if self._low(place) != "first" or "to" not in ahead:
            return None
        verb = place - 1 - (self._low(place - 1) == "the")
        if self._low(verb) not in ("was", "were", "is"):
            return None
        subject = subject_before(self._atoms, verb, 0)
        name = self._name(subject.first, sure=True, stop=verb) if subject else None
        return Carrier(name, "outside") if name and name[1] == verb else None

    def _way(self, place: int) -> Carrier | None:
        """Read "by way of AGENCY", "via AGENCY", "courtesy of AGENCY"."""
        low = self._low(place)
        start = place + 1
        if low in ("way", "courtesy"):
            start = place + 2 if self._low(start) == "of" else -1
        elif low != "via":
            return None
        name = self._name(start, sure=True) if start > 0 else None
        return Carrier(name, "cited") if name else None

    def _subject_end(self, verb: int) -> int:
        """Give where the subject before a verb with its auxiliaries and adverbs ends."""
        while self._low(verb - 1) in AUXILIARIES or is_adverb(self._low(verb - 1)):
            verb -= 1
        return verb

    def _name(self, start: int, *, sure: bool, stop: int | None = None) -> Range | None:
        """Give the noun phrase from `start` where it names an outlet; `sure` that one must stand here."""
        start = self._begin(start)
        if start not in self._free or self._low(start) in ("our", "this"):
            return None
        end = phrase_end(self._atoms, start, stop or len(self._atoms))
        end = next((at for at in range(start + 1, end) if is_finite(self._atoms[at])), end)
        while end > start and end - 1 not in self._free:
            end -= 1
        if end == start or self._atoms[start].low in PRONOUNS:
            return None
        report = (at for at in range(start + 1, end) if self._low(at) in REPORTS - OUTLETS)
        first = next(report, end)
        if any(self._atoms[at].kind in ("name", "mention") for at in range(start, first)):
            end = first
        if end - start > 1 and self._low(end - 1) in (REPORTS | MICROPHONES | PAGES) - OUTLETS:
            end -= 1
        held = self._atoms[start:end]
        voice = voice_of(self._atoms, (start, end), self._mentions, self._case)
        named = any(atom.kind in ("name", "mention") for atom in held)
        same = any(atom.low == "same" for atom in held) and voice.publishes
        again = len(held) == 2 and held[0].low in ("the", "that") and held[1].low in AGAIN
        again = again or (len(held) == 2 and held[0].low in OF_STATE and voice.publishes)
        if not (named or same or again) or held[_head(held)].low in NO_OUTLETS:
            return None
        if voice.publishes or any(atom.low in OUTLETS | MONITORS for atom in held):
            return (start, end)
        return (start, end) if self._unknown(held, sure=sure) else None

    def _begin(self, start: int) -> int:
        """Step over "Monday's" and "our colleagues at" before a name."""
        if start in self._free and self._atoms[start].kind == "date":
            start += 1
            start += self._low(start) in ("'s", "’s")
        behind = self._behind_report(start + (self._low(start) in DETERMINERS))
        if self._low(behind - 1) in ("by", "in", "from", "of", "on"):
            start = behind
        if self._low(start) == "our" and self._low(start + 2) in ("at", "of"):
            start += 3
        return start

    def _unknown(self, held: Sequence[Atom], *, sure: bool) -> bool:
        """Tell whether a name that no list knows may be an outlet's here."""
        kinds = [self._mentions[atom.ref] for atom in held if atom.kind == "mention"]
        if any(not is_stranger(each) or is_titled_person(each) for each in kinds):
            return False
        plain = [atom for atom in held if atom.low not in DETERMINERS]
        if any(atom.kind not in ("name", "mention") and not is_nounish(atom) for atom in plain):
            return False
        return sure or (len(plain) == 1 and plain[0].kind in ("name", "mention"))


def _head(held: Sequence[Atom]) -> int:
    """Give the place of a phrase's head: of "reporters on his plane" the first noun."""
    joints = (at for at in range(1, len(held)) if held[at].low in BINDING)
    return next(joints, len(held)) - 1


def in_order(found: Iterable[tuple[int, Carrier]]) -> list[tuple[int, Carrier]]:
    """Order carriers (with the line of each) from the outermost to the one nearest to the speaker.

    They come in the order of the text.
    """
    ordered: list[tuple[int, Carrier]] = []
    last = 0
    for each in found:
        side = each[1].side
        last = {"told": len(ordered), "cited": min(last + 1, len(ordered)), "outside": 0}[side]
        ordered.insert(last, each)
    return ordered
