"""Days that a text gives to what happened, and what is counted from it: `two days after the deal`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trucewatch.extract.dates.calendar import shift_days
from trucewatch.extract.dates.reading import Context, Outcome
from trucewatch.extract.dates.relative import one_day, unit_about
from trucewatch.extract.dates.tokens import Tokens
from trucewatch.extract.lexicons import words

_ALIKE: Final = {
    **dict.fromkeys(words("deal agreement accord pact memorandum"), "deal"),
    **dict.fromkeys(words("truce ceasefire armistice"), "truce"),
}
"""Nouns for one thing: "the deal" is the agreement told of before."""
NAMED: Final = _ALIKE.keys() | words(
    "deadline ultimatum summit meeting signing attack raid blast explosion bombing shelling strike "
    "ambush assault massacre election referendum"
)
"""What has one day, by which others are counted."""
_BETWEEN: Final = words(
    "on of for dated was were is been had has signed reached struck made agreed concluded brokered "
    "came took effect into force entered announced set fell expired ended happened occurred began "
    "sealed adopted in at late early"
)
"""Words between what happened and its day: "the deal was signed in Norra on"."""
_DEFINITE: Final = words("the that this its their")
_REACH: Final = 8
_CLAUSE: Final = 8
"""Tokens of a clause that tells what a day is counted from: "after the deal was signed on"."""
_BREAKS: Final = frozenset(",;:.!?()") | words("and but or while when which who that said says")
_BE: Final = words("was were is came took entered expired fell ended began")


def note_named(tokens: Tokens, outcome: Outcome, context: Context) -> None:
    """Keep the day that the words around a date give to what happened."""
    day = outcome.period.first if outcome.period else None
    if outcome.grain != "day" or day is None or outcome.period is None:
        return
    noun = _noun_behind(tokens, outcome.last) or _noun_before(tokens, outcome.first)
    if noun is not None and outcome.period.last == day:
        context.named.setdefault(_ALIKE.get(noun, noun), set()).add(day)


def _noun_behind(tokens: Tokens, last: int) -> str | None:
    """Read `the 17 September deal`, `Friday's raid`."""
    place = last + (tokens.at(last) in ("'s", "’s"))
    return tokens.at(place) if tokens.at(place) in NAMED else None


def _noun_before(tokens: Tokens, first: int) -> str | None:
    """Read `the deal was signed in Norra on 17 September`, `the deadline of 15 October`."""
    for place in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = tokens.lower[place]
        if word in NAMED:
            return word
        if word not in _BETWEEN and not tokens.words[place][:1].isupper():
            return None
    return None


def count_from(left: Outcome, right: Outcome) -> list[Outcome] | None:
    """Read `two days before 15 October`: the left counts from the right."""
    if left.offset is None or right.grain != "day" or right.period is None:
        return None
    settled = _stepped(left, right)
    return [replace(settled, first=left.first, last=left.last, rule=left.rule), right]


def _stepped(left: Outcome, right: Outcome) -> Outcome:
    steps, unit = left.offset or (0, "day")
    day = right.period.first if right.period else None
    if unit in ("week", "fortnight") and day is not None:
        return one_day(shift_days(day, steps * (14 if unit == "fortnight" else 7)))
    return unit_about(unit, day, steps)


def tells_what_of(tokens: Tokens, left: Outcome, right: Outcome) -> bool:
    """Tell whether the words between a count and a day name what the day is of.

    `two days after the 17 September deal`, `before the deadline of 15 October`, `after the deal was
    signed on 17 September`; in `after the deal they left on 15 October` the day is another's.
    """
    gap = tokens.lower[left.last : right.first]
    if not gap:
        return True
    if len(gap) > _CLAUSE or gap[0] not in _DEFINITE or not _BREAKS.isdisjoint(gap):
        return False
    if len(gap) == 1:
        return _noun_behind(tokens, right.last) is not None
    noun = next((place for place, word in enumerate(gap) if word in NAMED), None)
    if noun is None:
        return False
    behind = gap[noun + 1 :]
    told = behind[:1] == ["of"] or not behind or not _BE.isdisjoint(behind)
    return told and all(
        word in _BETWEEN or tokens.words[left.last + noun + 1 + place][:1].isupper()
        for place, word in enumerate(behind)
    )


def count_from_named(tokens: Tokens, piece: Outcome, context: Context) -> Outcome | None:
    """Count from the one day that the text gives to what is named: `two days after the deal`.

    None where it gives none or several.
    """
    if piece.offset is None or tokens.at(piece.last) not in _DEFINITE:
        return None
    noun = tokens.at(piece.last + 1)
    days = context.named.get(_ALIKE.get(noun, noun), set()) if noun in NAMED else set()
    if len(days) != 1 or tokens.at(piece.last + 2) in ("in", "of", "on", "between", "with"):
        return None
    settled = _stepped(piece, one_day(next(iter(days))))
    return replace(settled, first=piece.first, last=piece.last, rule="from-day-named")
