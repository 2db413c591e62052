"""Names that the case does not know: persons by title, groups, bodies, outlets and places by noun.

They are candidates for people to look at: each has its words and kind, and no identity; none is ever
taken for somebody whom the case lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.folding import Word
from trucewatch.core.reading import MentionKind
from trucewatch.extract.lexicons import bodies, people, settings
from trucewatch.extract.lexicons import words as listed
from trucewatch.extract.lexicons.stops import OPENERS, SPEECH_VERBS

_SMALL_WORDS: Final = 0.05
"""Where fewer of a sentence's long words are written small, its capitals say nothing."""
_NAME_WORDS: Final = 4
_LINKS: Final = 3

_SPACE = re.compile(r"[ \u00a0\n]{1,2}|-")
_AFTER_INITIAL = re.compile(r"\.[ \u00a0]?")
_OUTLET_BEHIND = re.compile(
    r"[ \u00a0](?P<state>state(?:-run|-owned)?[ \u00a0])?(?:official[ \u00a0]|private[ \u00a0])?"
    r"(?:news[ \u00a0](?:agency|website|site|outlet|channel|portal|network)|newspaper|daily|agency"
    r"|television|TV|media|channel|radio|broadcaster|website|magazine|wire[ \u00a0]service)\b"
)
_OUTLET_BEFORE = re.compile(
    r"(?:\b(?:newspaper|daily|news[ \u00a0]agency|news[ \u00a0]website|broadcaster|magazine"
    r"|television|TV|channel|weekly)[ \u00a0])$"
)
_OFFICE_BEHIND = re.compile(
    r",[ \u00a0](?:(?:a|an|the|its|his|their|who|whose|is|deputy|senior|former)[ \u00a0]){0,3}"
    r"(?:[\w'’-]{1,30}[ \u00a0]){0,3}?(?P<title>[a-z]{4,20})\b"
)
_PLACE_BEFORE = re.compile(r"\b(?P<head>[a-z]{4,14})[ \u00a0]of[ \u00a0](?:al-|el-)?$")
_LISTED = re.compile(r"(?:,|,? and|,? as well as)[ \u00a0](?:al-|el-)?")
_WORD_BEHIND = re.compile(r"[ \u00a0](?P<word>[\w-]{2,20})\b")
_WORDS_BEHIND = re.compile(
    r",?[ \u00a0](?P<first>[a-z]{3,20})(?:[ \u00a0](?P<second>[a-z]{2,20}))?\b"
)


class Stranger(NamedTuple):
    """A name that the case does not know: `text[start:end]`, and of what kind it seems to be."""

    start: int
    end: int
    kind: MentionKind


class Run(NamedTuple):
    """Successive words in capitals: places of the first and the last among a sentence's words."""

    first: int
    last: int


def find_strangers(text: str, words: Sequence[Word]) -> Iterator[Stranger]:
    """Yield unknown names in one sentence; they may overlap each other and what the case knows.

    Of two with the same words the first is the surer.

    A sentence in title case or capitals gives none: its capitals tell no names.
    """
    if _shouted(words):
        return
    runs = list(capital_runs(text, words))
    yield from _listed_places(text, words, runs)
    for place, run in enumerate(runs):
        yield from _outlet(text, words, run)
        yield from _group(text, words, runs, place)
        yield from _place(text, words, run)
        yield from _person(text, words, run)


def _shouted(words: Sequence[Word]) -> bool:
    long = [word for word in words if len(word.text) > 2 and word.folded not in OPENERS]
    small = sum(word.text.islower() for word in long)
    return len(long) > 4 and small < _SMALL_WORDS * len(long)


def capital_runs(text: str, words: Sequence[Word]) -> Iterator[Run]:
    """Yield the longest runs of capitals, small particles inside; a run never spans an `'s`."""
    place = 0
    while place < len(words):
        spoken = place == 0 and words[0].folded in SPEECH_VERBS
        if spoken or not words[place].capital or words[place].folded in _NO_NAMES:
            place += 1
            continue
        last = place
        while (following := _next_of_run(text, words, last)) is not None:
            last = following
        yield Run(_with_article(text, words, place), last)
        place = last + 1


def _with_article(text: str, words: Sequence[Word], place: int) -> int:
    """Give the place where a name with a small article before its hyphen begins: "al-Xyz"."""
    hyphen = place > 0 and text[words[place - 1].end : words[place].start] == "-"
    return place - 1 if hyphen and words[place - 1].folded in people.PARTICLES else place


def _next_of_run(text: str, words: Sequence[Word], last: int) -> int | None:
    """Give the place of the capital that goes on with the run, over one particle at most."""
    for following in (last + 1, last + 2):
        if following >= len(words) or not _touch(text, words[following - 1], words[following]):
            return None
        word = words[following]
        initial = word.folded == "a" and text[word.end : word.end + 1] == "."
        if word.capital and (initial or word.folded not in _NO_NAMES):
            return following
        hyphened = word.folded in _ARTICLES and text[word.end : word.end + 1] == "-"
        if word.folded not in people.PARTICLES and not hyphened:
            return None
    return None


def _touch(text: str, earlier: Word, later: Word) -> bool:
    if later.possessive:
        return False
    if _SPACE.fullmatch(text, earlier.end, later.start):
        return True
    initial = len(earlier.text) == 1 or earlier.folded in _SHORT_TITLES
    return initial and _AFTER_INITIAL.fullmatch(text, earlier.end, later.start) is not None


_NOT_SURE: Final = frozenset(
    {"suspected", "alleged", "unidentified", "unknown", "presumed", "purported", "apparent"}
)
_NO_NAMES: Final = OPENERS | people.DAYS | _NOT_SURE
_SHORT_TITLES: Final = listed(
    "mr mrs ms dr prof gen lt col maj capt brig sgt adm cpl spc pfc pvt cdr"
)


# --- persons


def _person(text: str, words: Sequence[Word], run: Run) -> Iterator[Stranger]:
    first = _behind_title(words, run)
    titled = first > run.first or _title_before(text, words, run.first)
    if first > run.last or run.last - first >= _NAME_WORDS:
        return
    name = words[first : run.last + 1]
    if any(_no_part_of_a_name(word) for word in name):
        return
    full = sum(word.folded not in people.PARTICLES for word in name) > 1
    if titled or (full and _speaks(text, words, first, run.last)):
        yield Stranger(name[0].start, name[-1].end, "person")


def _no_part_of_a_name(word: Word) -> bool:
    other = word.folded in people.NOT_A_NAME or word.folded.isdigit()
    return other or word.folded.endswith(bodies.NATIONALITIES)


def _behind_title(words: Sequence[Word], run: Run) -> int:
    """Give the place behind the last title inside a run; its beginning where it holds none."""
    titles = [
        place for place in range(run.first, run.last + 1) if words[place].folded in people.TITLES
    ]
    return titles[-1] + 1 if titles else run.first


def _title_before(text: str, words: Sequence[Word], place: int) -> bool:
    if place == 0 or words[place - 1].folded not in people.TITLES:
        return False
    return _touch(text, words[place - 1], words[place])


def _speaks(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a verb of speech stands beside a name, or an office behind it."""
    before = words[first - 1].folded if first else ""
    if before in SPEECH_VERBS and _touch(text, words[first - 1], words[first]):
        return True
    behind = _WORDS_BEHIND.match(text, words[last].end)
    if behind and (behind["first"] in SPEECH_VERBS or behind["second"] in SPEECH_VERBS):
        return True
    if behind and behind["first"] in people.TITLES and behind["second"] in ("for", "of", "at"):
        return True
    office = _OFFICE_BEHIND.match(text, words[last].end, words[last].end + 90)
    return office is not None and office["title"] in people.TITLES


# --- armed groups and organisations


def _group(text: str, words: Sequence[Word], runs: Sequence[Run], place: int) -> Iterator[Stranger]:
    run = runs[place]
    heads = [at for at in range(run.first, run.last + 1) if _head(words[at].folded)]
    if _opens_a_group(words, run):
        yield Stranger(words[run.first].start, words[run.last].end, "armed_group")
        return
    if not heads:
        yield from _small_head(text, words, run)
        return
    head = heads[-1]
    kind = _kind_of_group(words, head)
    last = _linked(text, words, runs, place) if head == run.last else head
    first = _from_before(text, words, runs, place) if head > run.first else run.first
    first = _behind_title(words, Run(first, head)) if first == run.first else first
    if first < head or last > head:
        yield Stranger(words[first].start, words[last].end, kind)


def _opens_a_group(words: Sequence[Word], run: Run) -> bool:
    """Tell whether a run is a name as "Jaysh al-Xyz": such a head, at most one word, an article, a name."""
    if words[run.first].folded not in bodies.ARMED_FIRST:
        return False
    behind = [word.folded for word in words[run.first + 1 : min(run.last, run.first + 3)]]
    return any(folded in _ARTICLES for folded in behind)


_ARTICLES: Final = frozenset(
    {"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "ul", "ur", "ud"}
)


def _kind_of_group(words: Sequence[Word], head: int) -> MentionKind:
    if words[head].folded in bodies.ARMED:
        return "armed_group"
    news = words[head].folded == "agency" and head > 0 and words[head - 1].folded == "news"
    return "outlet" if news else "organisation"


def _head(folded: str) -> bool:
    return folded in bodies.ARMED or folded in bodies.BODIES


def _linked(text: str, words: Sequence[Word], runs: Sequence[Run], place: int) -> int:
    """Give the last word of "Front for the Liberation of X": runs that `of` or `for` join."""
    last = runs[place].last
    for following in runs[place + 1 : place + 1 + _LINKS]:
        between = [word.folded for word in words[last + 1 : following.first]]
        if between not in _JOINTS or not _all_touch(text, words, last, following.first):
            break
        last = following.last
    return last


def _from_before(text: str, words: Sequence[Word], runs: Sequence[Run], place: int) -> int:
    """Give the first word of "Martyrs of the Hill Brigade": a run that `of` joins from before."""
    first = runs[place].first
    if place == 0:
        return first
    before = runs[place - 1]
    between = [word.folded for word in words[before.last + 1 : first]]
    if between not in _JOINTS or not _all_touch(text, words, before.last, first):
        return first
    named = words[before.first : before.last + 1]
    titled = before.first == 0 or any(word.folded in people.TITLES for word in named)
    many = named[-1].folded.endswith("s") or _head(named[-1].folded)
    return before.first if many and not titled else first


_JOINTS: Final = (["of"], ["for"], ["of", "the"], ["for", "the"])


def _all_touch(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    return all(_touch(text, words[at], words[at + 1]) for at in range(first, last))


def _small_head(text: str, words: Sequence[Word], run: Run) -> Iterator[Stranger]:
    """Yield "Hill brigade", "Xish foreign ministry": capitals before a noun written small."""
    following = run.last + 1
    if following < len(words) and words[following].folded in bodies.OFFICES:
        following += 1
    if following >= len(words) or not _all_touch(text, words, run.last, following):
        return
    noun = words[following]
    start = words[_behind_title(words, run) if run.first < run.last else run.first].start
    if noun.capital or start >= noun.start:
        return
    if noun.folded in bodies.ARMED_SMALL and following == run.last + 1:
        yield Stranger(start, noun.end, "armed_group")
    elif noun.folded in bodies.BODIES_SMALL and _of_a_nation(words, run):
        yield Stranger(start, noun.end, "organisation")


def _of_a_nation(words: Sequence[Word], run: Run) -> bool:
    return words[run.last].folded.endswith(bodies.OF_A_NATION)


# --- outlets and places


def _outlet(text: str, words: Sequence[Word], run: Run) -> Iterator[Stranger]:
    start, end = words[run.first].start, words[run.last].end
    behind = _OUTLET_BEHIND.match(text, end)
    if behind and behind["state"]:
        yield Stranger(start, behind.end(), "outlet")
        return
    if run.first == run.last and _is_adjective(words[run.last]):
        return
    headed = run.last > run.first and words[run.last].folded in bodies.OUTLET_HEADS
    if behind or headed or _OUTLET_BEFORE.search(text, max(0, start - 24), start):
        yield Stranger(start, end, "outlet")


def _is_adjective(word: Word) -> bool:
    """Tell whether a capital is a nation's or a compass word's: no name by itself."""
    return word.folded.endswith(bodies.NATIONALITIES) or word.folded in settings.DIRECTIONS


def _place(text: str, words: Sequence[Word], run: Run) -> Iterator[Stranger]:
    last = words[run.last].folded
    if _is_adjective(words[run.last]):
        return
    start, end = words[run.first].start, words[run.last].end
    before = _PLACE_BEFORE.search(text, max(0, start - 24), start)
    if before and before["head"] in _PLACE_HEADS:
        yield Stranger(start, end, "place")
        return
    behind = _WORD_BEHIND.match(text, end)
    noun = behind["word"].lower() if behind else ""
    if noun in _PLACE_HEADS or noun in bodies.SITES:
        yield Stranger(start, end, "place")
    elif run.last > run.first and last in _PLACE_ENDS:
        yield Stranger(start, words[run.last - 1].end, "place")


_PLACE_HEADS: Final = bodies.SETTLEMENTS | bodies.AREAS
_PLACE_ENDS: Final = bodies.AREAS | bodies.SITES


def _listed_places(text: str, words: Sequence[Word], runs: Sequence[Run]) -> Iterator[Stranger]:
    """Yield every name of "the villages of A, B and C"."""
    listing = False
    for place, run in enumerate(runs):
        start, end = words[run.first].start, words[run.last].end
        before = _PLACE_BEFORE.search(text, max(0, start - 24), start)
        opens = before is not None and before["head"] in bodies.SETTLEMENTS
        goes_on = listing and _LISTED.fullmatch(text, words[runs[place - 1].last].end, start)
        listing = opens or bool(goes_on)
        if listing:
            yield Stranger(start, end, "place")
