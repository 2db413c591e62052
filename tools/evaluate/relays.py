"""Relays: whether the whole chain of each statement is right, every link with its words.

Gold: `{id?, text, statements: [{content, cue, source, chain}]}`; a span is its words, `[start, end]`
or `{start, end}`; words stand for any place where they occur. `chain` runs from the first link
that the text states to the first speaker. A link without words in the text (the page's outlet, as
given with the page) is no part of it on either side.

Words are compared without a leading article, possessive ending, or punctuation at their edges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from tools.evaluate.form import Form, Place, place
from tools.evaluate.nested import overlap

_HEAD: Final = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_TAIL: Final = re.compile(r"(?:['’]s?)$")
_EDGES: Final = " \t\n.,;:!?\"“”‘’'()[]-–—"


def chains(_: Form, reading: Form) -> Form:
    """Answer with every statement's content and chain."""
    return {
        "statements": [
            {
                "content": [list(place(each)) for each in statement["content"]],
                "chain": [list(place(link["span"])) for link in statement["chain"] if link["span"]],
            }
            for statement in reading["statements"]
        ]
    }


def score_relays(pairs: Sequence[tuple[Form, Form]]) -> Form:
    """Score (gold, answer) texts.

    `chain` is the share of gold statements whose whole chain is right, `text` of texts with every
    chain right, `found` of statements with a content that overlaps by half, `speaker` of those
    whose first speaker is right, `links` the share of single links that are right in their place;
    `silent` of the texts in which nobody speaks those in which no statement is read. `parties` is the share
    of chains whose links meet the wanted ones, one by one, whatever their bounds: "deputy, Pia Lonn".
    """
    parties = 0
    right = texts = found = speakers = links = linked = count = 0
    long = long_right = 0
    silent = [not answer.get("statements") for gold, answer in pairs if not gold["statements"]]
    for gold, answer in pairs:
        hits = 0
        for asked in gold["statements"]:
            wanted = [spans_of(gold["text"], link) for link in _stated(asked["chain"])]
            told = _nearest(gold["text"], asked, answer.get("statements", []))
            given = [(start, end) for start, end in told["chain"]] if told else []
            same = same_chain(gold["text"], wanted, given)
            hits += same
            parties += same_parties(wanted, given)
            found += told is not None
            speakers += _ends_alike(gold["text"], wanted, given)
            linked += len(wanted)
            links += _links_right(gold["text"], wanted, given)
            long += len(wanted) > 1
            long_right += len(wanted) > 1 and same
        count += len(gold["statements"])
        right += hits
        texts += hits == len(gold["statements"])
    return {
        "chain": _share(right, count),
        "chain_of_several": _share(long_right, long),
        "parties": _share(parties, count),
        "text": _share(texts, len(pairs)),
        "found": _share(found, count),
        "speaker": _share(speakers, count),
        "links": _share(links, linked),
        "n": count,
        "texts": len(pairs),
        **({"silent": _share(sum(silent), len(silent))} if silent else {}),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _stated(chain: Iterable[object]) -> list[object]:
    """Give the links that have words."""
    stated = []
    for link in chain:
        words = link.get("span", link) if isinstance(link, dict) else link
        if isinstance(words, dict) and "start" not in words:
            words = words.get("text")
        if words:
            stated.append(words)
    return stated


def spans_of(text: str, words: object) -> list[Place]:
    """Give the places that a gold span means: its own, or wherever its words occur."""
    if isinstance(words, dict):
        return [(int(words["start"]), int(words["end"]))]
    if isinstance(words, list | tuple):
        if words and isinstance(words[0], int):
            return [(int(words[0]), int(words[1]))]
        return [each for part in words for each in spans_of(text, part)]
    found = re.finditer(re.escape(str(words)), text)
    return [(match.start(), match.end()) for match in found]


def bare(text: str, span: Place) -> Place:
    """Give a span without article, possessive ending and punctuation at its edges."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if head := _HEAD.match(text, start, end):
        start = head.end()
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    return start, end


def same_chain(text: str, wanted: Sequence[Sequence[Place]], given: Sequence[Place]) -> bool:
    """Tell whether two chains have the same links in the same order."""
    return _link_by_link(wanted, given, lambda places, span: _same(text, places, span))


def same_parties(wanted: Sequence[Sequence[Place]], given: Sequence[Place]) -> bool:
    """Tell whether two chains have links that meet, one by one, in the same order."""
    return _link_by_link(wanted, given, _meets)


def _link_by_link(
    wanted: Sequence[Sequence[Place]],
    given: Sequence[Place],
    fits: Callable[[Sequence[Place], Place], bool],
) -> bool:
    return len(wanted) == len(given) and all(map(fits, wanted, given))


def _meets(places: Iterable[Place], span: Place) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _same(text: str, places: Iterable[Place], span: Place) -> bool:
    return any(bare(text, each) == bare(text, span) for each in places)


def _ends_alike(text: str, wanted: Sequence[Sequence[Place]], given: Sequence[Place]) -> bool:
    if not wanted or not given:
        return not wanted and not given
    return _same(text, wanted[-1], given[-1])


def _links_right(text: str, wanted: Sequence[Sequence[Place]], given: Sequence[Place]) -> int:
    """Count links that are right in their order: the longest run of them in common."""
    best = [0] * (len(given) + 1)
    for places in wanted:
        row = [0]
        for index, ((above, left), span) in enumerate(zip(pairwise(best), given, strict=True)):
            hit = above + _same(text, places, span)
            row.append(max(hit, left, row[index]))
        best = row
    return best[-1]


def _nearest(text: str, asked: Form, told: Iterable[Form]) -> Form | None:
    """Give the statement whose content overlaps the gold content most, and by half at least.

    Of several with one content ("A and B agree that ..."), one with the right chain.
    """
    content = _content(text, asked["content"])
    links = [spans_of(text, link) for link in _stated(asked["chain"])]
    best, most = None, (0.5, False)
    for each in told:
        share = overlap(content, [(start, end) for start, end in each["content"]])
        given = [(start, end) for start, end in each["chain"]]
        rank = (round(share, 6), same_chain(text, links, given))
        if rank >= most:
            best, most = each, rank
    return best


def _content(text: str, words: object) -> list[Place]:
    """Give a content's pieces: of words that occur more than once, the first place."""
    if isinstance(words, list) and words and not isinstance(words[0], int):
        return [each for part in words for each in spans_of(text, part)[:1]]
    return spans_of(text, words)[:1]
