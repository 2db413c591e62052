"""What the predicate behind an event's noun makes of it: "the withdrawal has begun", "is under way"."""

from __future__ import annotations

from typing import Final

from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.complements import complements
from trucewatch.extract.events.sentence.phrases import reduced
from trucewatch.extract.events.sentence.scene import Line
from trucewatch.extract.events.whether.groups import Group
from trucewatch.extract.events.whether.operators import (
    PREDICATES,
    WITH_PARTICLE,
    WITH_PARTICLE_FORMS,
    Operator,
)
from trucewatch.extract.lexicons import words

_STATES: Final[dict[str, Operator]] = {
    **dict.fromkeys(words("underway ongoing continuing continuous"), Operator.GOES_ON),
    **dict.fromkeys(words("complete finished over"), Operator.COMPLETED),
    **dict.fromkeys(words("incomplete unfinished"), Operator.NEGATED),
    **dict.fromkeys(words("likely possible imminent expected"), Operator.FEARED),
    **dict.fromkeys(words("due scheduled planned"), Operator.PLANNED),
    **dict.fromkeys(words("difficult impossible unrealised unrealized"), Operator.NEGATED),
    **dict.fromkeys(
        words("untrue false fake fabricated baseless unfounded groundless"), Operator.DENIED
    ),
    **dict.fromkeys(words("needed necessary required"), Operator.NAMED),
}
"""What "is ..." says of a noun."""


_FORESEEN: Final = words(
    "provided envisaged envisioned foreseen stipulated agreed promised planned"
)
_TRUE: Final = words("true correct correspond corresponds accurate")
"""What a report that is denied is not."""


def predicate_behind(line: Line, end: int, ceiling: int) -> int | None:
    """Give the verb whose subject ends at `end`; None where there is none before `ceiling`."""
    end = _over_aside(line, end, ceiling)
    return _behind_agreed(line, end, ceiling) or _main_verb(line, end, ceiling)


def _over_aside(line: Line, end: int, ceiling: int) -> int:
    """Step over ", first of all of X," and ", which began in May," to the verb of the noun before."""
    if line.part(end) != tag.COMMA:
        return end
    relative = line.part(end + 1) == tag.RELATIVE
    for place in range(end + 1, min(end + _ASIDE, ceiling)):
        if line.part(place) == tag.COMMA and line.part(place + 1) in (tag.BE, tag.HAVE, tag.MODAL):
            return place + 1
        if line.part(place) == tag.STOP or (line.is_verb(place) and not relative):
            return end
    return end


_ASIDE: Final = 14


def _behind_agreed(line: Line, end: int, ceiling: int) -> int | None:
    """Give the predicate behind "the pull-out agreed by X and Y", "provided for in it": that is none yet."""
    provided = line.low(end) in _FORESEEN and line.part(end + 1) == tag.PREPOSITION
    if not (provided or line.is_verb(end)):
        return None
    if provided and line.part(end + 2) == tag.PREPOSITION:
        end += 1
    if not provided and (line.low(end + 1) != "by" or not reduced(line, end)):
        return None
    _, behind = complements(line, end + 2, ceiling)
    if line.part(behind) == tag.CONJUNCTION and line.part(behind + 1) == tag.ACTOR:
        behind += 2
    return _main_verb(line, behind, ceiling)


def _main_verb(line: Line, start: int, ceiling: int) -> int | None:
    """Give the last verb of the group that begins at `start`: "is expected to begin" has "begin"."""
    place, found = start, None
    limit = min(ceiling, start + 14)
    while place < limit:
        part, low = line.part(place), line.low(place)
        if (
            line.is_verb(place)
            or (found is None and (low in _STATES or low in _TRUE) and place > start)
            or (part == tag.WORD and low == "under")
        ):
            found = place
        elif part == tag.NUMBER and line.low(place + 1) in (*PERCENT, "per"):
            place += line.low(place + 1) == "per"
            place += 1
        elif low == "under" and line.low(place + 1) in ("way", "discussion"):
            return place + 1
        elif part not in (
            *(tag.BE, tag.HAVE, tag.DO, tag.MODAL, tag.NEGATION, tag.ADVERB, tag.TO),
        ) and low not in ("due", "set", "likely", "about", "said", "yet", "far", "from"):
            if low == "as" and found is None and line.low(place + 1) in _STATES:
                place += 1
                continue
            break
        place += 1
    return found


def operator_of(line: Line, verb: int, group: Group) -> Operator | None:
    """Give what a predicate makes of the event that is its subject; None where it is no such one."""
    low = line.low(verb)
    for (lemma, particle), operator in WITH_PARTICLE.items():
        if line.low(verb + 1) == particle and low in WITH_PARTICLE_FORMS[lemma] and group.be:
            return operator
    if low in _STATES and line.low(verb - 1) == "from" and line.low(verb - 2) == "far":
        return Operator.NEGATED
    if low in _TRUE:
        return Operator.DENIED if group.negations % 2 else None
    if low in ("way", "discussion"):
        return Operator.GOES_ON if low == "way" else Operator.NAMED
    if low in _STATES and (group.be or line.part(verb) == tag.VERB):
        return _STATES[low]
    if low in PREDICATES:
        lemma, operator, _ = PREDICATES[low]
        if lemma == "take" and group.modal and _takes_longer(line, verb):
            return Operator.POSTPONED
        if lemma == "take":
            return Operator.HAPPENED if line.low(verb + 1) == "place" else None
        if lemma == "go":
            return Operator.GOES_ON if line.low(verb + 1) in ("on", "ahead") else None
        return operator
    return None


def falls_short(line: Line, end: int, verb: int) -> bool:
    """Tell whether a predicate is only nearly or partly true: "is almost complete", "90 percent"."""
    told = [line.low(at) for at in range(end, verb)]
    return bool(_SHORT & set(told)) or (bool(PERCENT & set(told)) and "100" not in told)


PERCENT: Final = words("percent percentage cent %")
_SHORT: Final = words("""
    nearly almost virtually practically partly partially largely mostly half incompletely substantially
    """)


def _takes_longer(line: Line, verb: int) -> bool:
    """Tell whether it will "take longer (than planned)" or "more time"."""
    behind = [line.low(at) for at in range(verb + 1, min(verb + 5, len(line.items)))]
    return "longer" in behind or ("more" in behind and "time" in behind)
