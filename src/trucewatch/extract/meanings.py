"""What a name of the case means where it stands: who acts, or where something is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trucewatch.core.actor import ActorKind
from trucewatch.core.case import Case
from trucewatch.core.folding import Word
from trucewatch.core.reading import MENTION_KINDS, Mention, MentionKind
from trucewatch.extract.lexicons import settings
from trucewatch.extract.lexicons.stops import OPENERS
from trucewatch.extract.names import Hit, NameKind

_PARTICIPLE = re.compile(r"[-‐‑–](?P<word>[a-z]{3,12})\b")
_BEHIND = re.compile(r"[ \u00a0\n]{1,2}(?P<word>[^\W\d_]{2,16})\b")
_NEWS_BEHIND = re.compile(
    r"[ \u00a0](?:state[ \u00a0])?(?:news|agency|newspaper|TV|website|daily)\b"
)
_STRUCK = re.compile(
    r"[ \u00a0](?:(?:again|also|itself|later|once)[ \u00a0])?"
    r"(?:(?:was|were|is|are|being|has[ \u00a0]been|had[ \u00a0]been|have[ \u00a0]been)[ \u00a0]"
    r"(?:(?:being|again|also|heavily|repeatedly|later|reportedly|allegedly)[ \u00a0]){0,2}"
    r"(?P<done>[a-z]{3,12})|(?:came|comes|is|was|has[ \u00a0]come|had[ \u00a0]come)[ \u00a0]under[ \u00a0]"
    r"(?:[a-z-]{3,12}[ \u00a0]){0,2}(?:fire|shelling|bombardment|bombing|siege))\b"
    r"(?![ \u00a0](?:by|with)[ \u00a0](?:[\w-]{2,16}[ \u00a0]){0,2}(?:sanctions|tariffs|criticism|crisis"
    r"|accusations|inflation|demands|questions|scandals?|embargo)\b)"
)
_OWN_FORCES = re.compile(
    r"[ \u00a0](?:army|regime|government|state|forces|troops|soldiers|militia|militias|authorities|rule"
    r"|entity|dictatorship|aggression)\b(?P<whose>[ \u00a0]of[ \u00a0](?:the[ \u00a0])?[A-Z])?"
)
_OTHERS = re.compile(r"[Tt]he[ \u00a0](?:regime|government|army|forces|authorities|rebels)$")
_OF_WHOM = re.compile(
    r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?(?:[A-Z][a-z]+[ \u00a0]|al-)*[A-Z][a-z]"
)
"""Behind "the regime" of the case: it is another one's, "the regime of Roe"."""
_POSSESSIVE = re.compile(r"['’ʼ`][sS]?[ \u00a0\n](?P<word>[^\W\d_]{2,16})")


def mention_of(
    hit: Hit, text: str, words: Sequence[Word], place: int, last: int, case: Case, *, filed: bool
) -> Mention | None:
    """Give the mention that a hit makes in its sentence; None where it is no mention.

    `place` and `last` are the hit's first and last word among the sentence's `words`; `filed` tells
    that it stands in a dateline. Names of the agreement, and names that only make up another word
    ("Xland-backed"), are none.
    """
    ids = _by_kind(hit)
    if "agreement" in ids or _part_of_a_word(hit, text, ids) or _no_name(hit, text, ids):
        return None
    actors = ids.get("actor", ()) + ids.get("class", ())
    places = ids.get("zone", ()) + ids.get("place", ())
    located = filed or is_located(text, words, place, last)
    located = located or (bool(places) and _is_struck(text, hit.span.end))
    if places and (located or not (actors or ids.get("outlet"))):
        return _place(hit, ids, case)
    if actors and not places and located and words[last].capital and _only_states(actors, case):
        return Mention(span=hit.span, kind="place", id=None, candidates=(f"name:{hit.span.text}",))
    if ids.get("outlet") and (not actors or _NEWS_BEHIND.match(text, hit.span.end)):
        return _mention(hit, "outlet", ids["outlet"], ids["outlet"] + actors)
    return _mention(hit, _actor_kind(actors[0], case), actors, actors + places)


def _by_kind(hit: Hit) -> dict[NameKind, tuple[str, ...]]:
    ids: dict[NameKind, tuple[str, ...]] = {}
    for kind, id in hit.candidates:
        ids[kind] = (*ids.get(kind, ()), id)
    return ids


def _part_of_a_word(hit: Hit, text: str, ids: dict[NameKind, tuple[str, ...]]) -> bool:
    behind = _PARTICIPLE.match(text, hit.span.end)
    if behind is None:
        return False
    return bool(ids.keys() & {"actor", "class"}) and behind["word"] in settings.PARTICIPLES


def _no_name(hit: Hit, text: str, ids: dict[NameKind, tuple[str, ...]]) -> bool:
    """Tell whether a name is a common word here: "Xyz law", "terrorist act", "His"."""
    if "place" in ids and hit.span.text.lower() in OPENERS:
        return True
    behind = _BEHIND.match(text, hit.span.end)
    if behind is None:
        return False
    if "class" in ids and hit.span.text.lower() in settings.ADJECTIVES:
        if _names_ones_own(text, hit):
            return True
        return behind["word"].lower() in settings.ACTS
    if _OTHERS.match(text, hit.span.start, hit.span.end) and _OF_WHOM.match(text, hit.span.end):
        return True
    return "place" in ids and behind["word"] in settings.NO_PLACE_BEFORE


def _names_ones_own(text: str, hit: Hit) -> bool:
    """Tell whether a word for a class only describes what is somebody's: "X's terrorist army"."""
    own = _OWN_FORCES.match(text, hit.span.end)
    before = text[max(0, hit.span.start - 3) : hit.span.start]
    owned = before.endswith(("'s ", "’s ", "s' ", "s’ "))
    return own is not None and (owned or own["whose"] is not None)


def is_located(text: str, words: Sequence[Word], place: int, last: int) -> bool:
    """Tell whether the words around a name say that something is there."""
    end = words[last].end
    owned = _POSSESSIVE.match(text, end)
    behind = owned or _BEHIND.match(text, end)
    noun = behind["word"] if behind else ""
    if noun in settings.PLACE_AFTER or (owned and noun in settings.DIRECTIONS):
        return True
    before = place - 1
    if before >= 0 and words[before].folded == "the":
        before -= 1
    if before < 0 or owned:
        return before >= 0 and words[before].folded in settings.DIRECTIONS
    return _placed_by(words, before)


def _is_struck(text: str, end: int) -> bool:
    """Tell whether a name is bombed, shelled or the like: a capital that suffers is a town."""
    struck = _STRUCK.match(text, end)
    return struck is not None and (struck["done"] is None or struck["done"] in settings.STRUCK)


def _placed_by(words: Sequence[Word], before: int) -> bool:
    folded = words[before].folded
    if folded in settings.PLACE_BEFORE or folded in settings.DIRECTIONS:
        return True
    if folded == "of":
        return before > 0 and words[before - 1].folded in settings.PLACE_BEFORE_OF
    if folded in settings.PLACE_UNLESS_ACTING:
        earlier = {word.folded for word in words[max(0, before - 3) : before]}
        return not earlier & settings.GIVEN
    return False


def _place(hit: Hit, ids: dict[NameKind, tuple[str, ...]], case: Case) -> Mention:
    if "zone" in ids:
        return _mention(hit, "zone", ids["zone"], ids["zone"])
    known = [case.places.by_id.get(id) for id in ids["place"]]
    road = all(place is not None and place.kind == "road" for place in known)
    others = ids.get("actor", ())
    return _mention(hit, "road" if road else "place", ids["place"], ids["place"] + others)


def _mention(
    hit: Hit, kind: MentionKind, meant: tuple[str, ...], candidates: tuple[str, ...]
) -> Mention:
    """Make a mention: one meaning is its id, more than one are its candidates."""
    every = tuple(dict.fromkeys(candidates))
    return Mention(
        span=hit.span,
        kind=kind,
        id=meant[0] if len(set(meant)) == 1 else None,
        candidates=every if len(every) > 1 else (),
    )


def _only_states(actors: tuple[str, ...], case: Case) -> bool:
    known = [case.actors.by_id.get(actor) for actor in actors]
    return all(actor is not None and actor.kind is ActorKind.STATE for actor in known)


def _actor_kind(actor_id: str, case: Case) -> MentionKind:
    """Give the kind of an actor, or of most of those whom a class takes in."""
    actor = case.actors.by_id.get(actor_id)
    if actor is not None:
        return MENTION_KINDS[actor.kind]
    taken = case.actors.classes[actor_id].takes_in if actor_id in case.actors.classes else ()
    kinds = [case.actors.by_id[id].kind for id in taken if id in case.actors.by_id]
    if not kinds:
        return "armed_group"
    return MENTION_KINDS[max(dict.fromkeys(kinds), key=kinds.count)]
