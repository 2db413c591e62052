"""How a link of a chain is called: the words of a phrase that name who speaks or passes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.atoms import Atom
from trucewatch.extract.speech.clauses import Range
from trucewatch.extract.speech.grammar import DETERMINERS, RELATIVES
from trucewatch.extract.speech.nouns import NEWSPAPER_DAYS

POSSESSIVES: Final = words("his her its their our my your")
_ARTICLES: Final = words("the a an")
FOCUS: Final = words("even only just own same certain very")
"""Words before a name that tell nothing of who it is."""

_BEHIND: Final = words("alike each themselves itself himself herself")
_QUANTITIES: Final = words("all none some most many both neither either each one several few")
_BUT: Final = words("but though although albeit not")
_RELAYING: Final = words("citing quoting monitoring relaying translating")
TEXTS: Final = words("""
    letter memo memorandum message statement communique communiqué declaration report bulletin note
    leaflet proclamation notice cable appeal deposition dispatch post posting telegram testimony affidavit
    """)
"""What somebody says in writing: its author is who says it."""

_PARTS: Final = words(
    "paragraph annex section chapter page article clause extracts excerpts appendix"
)
"""Parts of what somebody says in writing."""

_VERSIONS: Final = words("version account dispatch telegram rendering translation wording")
_REPORTS: Final = words("report reports article story item piece news bulletin interview")
_FROM: Final = words("by from in")
_NUMBERED: Final = words("no nos number . 's")
_POSTS: Final = words("post posting message")
_LED: Final = words(
    "cameras camera microphone microphones listeners viewers readers airwaves pages"
)
"""Nouns before "of AGENCY" that only tell how it came to its listeners."""


def called(atoms: Sequence[Atom], held: Range) -> Range:
    """Give the atoms of `held` that name who it is, never none.

    Without possessives and words like "even" before, and what is told about him behind:
    "its own envoy" is "envoy", "the police, all of whom" the police.
    """
    first, last = held
    last = _end(atoms, first, last)
    if first and atoms[first].kind in ("name", "mention"):
        first -= atoms[first - 1].kind == "date" and atoms[first - 1].low in NEWSPAPER_DAYS
    return (_begin(atoms, first, last), last)


def with_name(atoms: Sequence[Atom], held: Range, phrases: Sequence[Range]) -> Range:
    """Give a source with the name in apposition that a longer one of `phrases` holds.

    "The commander" is "the commander, General Roe".
    """
    first, last = held
    for begin, end in phrases:
        more = atoms[last:end] if begin <= first else ()
        named = len(more) > 1 and more[0].low == ","
        if named and all(atom.kind in ("name", "mention") for atom in more[1:]):
            last = end
    return (first, last)


def _begin(atoms: Sequence[Atom], first: int, last: int) -> int:
    begin = first
    while begin + 1 < last and atoms[begin].low in _ARTICLES:
        begin += 1
    plain = _behind_leads(atoms, begin, last)
    return first if plain == begin else plain


def _behind_leads(atoms: Sequence[Atom], first: int, last: int) -> int:
    """Step over "its", "the very same", "the movement's own" and "the cameras of"."""
    begin = first
    while begin + 1 < last and atoms[begin].low in POSSESSIVES | _ARTICLES | FOCUS:
        begin += 1
    owner = _owner(atoms, begin, last)
    if owner:
        return owner
    if atoms[begin].low in _LED and begin + 2 < last and atoms[begin + 1].low in ("of", "at"):
        return _behind_leads(atoms, begin + 2, last)
    return begin


def _owner(atoms: Sequence[Atom], first: int, last: int) -> int:
    """Give where the name begins behind "the movement's own"; 0 where nothing such leads."""
    own = next((at for at in range(first + 1, last - 1) if atoms[at].low == "own"), 0)
    if not own:
        return 0
    before = atoms[own - 1].low
    named = any(atom.kind in ("name", "mention") for atom in atoms[own + 1 : last])
    return own + 1 if named and before.endswith(("'s", "’s")) else 0


def _end(atoms: Sequence[Atom], first: int, last: int) -> int:
    for comma in range(first + 1, last - 1):
        if atoms[comma].low == "," and _tells_about(atoms, comma + 1, last):
            last = comma
            break
    while last - 1 > first and (atoms[last - 1].low in _BEHIND or atoms[last - 1].low == ","):
        last -= 1
    return last


def _tells_about(atoms: Sequence[Atom], place: int, last: int) -> bool:
    """Tell whether ", all of whom", ", its rival", ", but not others" begins behind a comma."""
    low = atoms[place].low
    if low in RELATIVES | _BUT | POSSESSIVES | _RELAYING or atoms[place].kind == "quote":
        return True
    ahead = [atom.low for atom in atoms[place + 1 : min(last, place + 4)]]
    return (
        low in _QUANTITIES and ahead[:1] == ["of"] and ahead[1:2] in (["whom"], ["them"], ["which"])
    )


def outlet_of(atoms: Sequence[Atom], held: Range) -> Range:
    """Give whose a report is: "AGENCY" of "the AGENCY version of it", "a dispatch by AGENCY"."""
    first, last = held
    head = next((at for at in range(first, last) if atoms[at].low in _VERSIONS), last)
    if head == last:
        report = first + (atoms[first].low in DETERMINERS)
        by = report + 1
        led = by + 1 < last and atoms[report].low in _REPORTS and atoms[by].low in _FROM
        owned = last - 2 > first and atoms[last - 1].low in ("report", "bulletin")
        owned = owned and atoms[last - 2].low.endswith(("'s", "’s"))
        return (by + 1, last) if led else (first, last - 1) if owned else held
    if head + 1 < last and atoms[head + 1].low in _FROM:
        return (head + 2, last) if head + 2 < last else held
    named = any(atom.kind in ("name", "mention") for atom in atoms[first:head])
    return (first, head) if named else held


def author_of(atoms: Sequence[Atom], source: Range) -> Range:
    """Give whose a text is: "the League" of "the League's statement", "a statement by the League"."""
    first, last = source
    if atoms[first].low in _PARTS | DETERMINERS and (whole := _behind_part(atoms, source)):
        return author_of(atoms, (whole, last))
    head = next((at for at in range(first, last) if atoms[at].low in TEXTS), last)
    if head == last:
        return source
    behind = head + 1
    while behind < last and (atoms[behind].kind == "number" or atoms[behind].low in _NUMBERED):
        behind += 1
    if behind + 1 < last and atoms[behind].low in ("of", "by", "from"):
        return (behind + 1, last)
    if behind + 1 < last and atoms[head].low in _POSTS and atoms[behind].low in ("on", "in"):
        return (behind + 1, last)
    owns = [at for at in range(first + 1, head) if atoms[at].low in ("'s", "’s")]
    if owns and head == last - 1:
        return (first, owns[-1])
    owner = [at for at in range(first, head) if atoms[at].low.endswith(("'s", "’s"))]
    return (first, owner[-1] + 1) if owner and head == last - 1 else source


def _behind_part(atoms: Sequence[Atom], source: Range) -> int:
    """Give where the text begins in "paragraph 14 of the report"; 0 where no part is named."""
    first, last = source
    head = next((at for at in range(first, min(last, first + 3)) if atoms[at].low in _PARTS), last)
    within = range(head + 1, min(last - 1, head + 4))
    return next((at + 1 for at in within if atoms[at].low == "of"), 0)
