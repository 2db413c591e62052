"""Sentences of a document's title and paragraphs, as news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from trucewatch.core.dateline import dateline
from trucewatch.core.document import Document
from trucewatch.core.limits import SENTENCE_CHARACTERS
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.lexicons.stops import (
    ABBREVIATIONS,
    ABBREVIATIONS_ANYWHERE,
    ABBREVIATIONS_BEFORE_NUMBERS,
    OPENERS,
    SPEECH_VERBS,
)

_CLOSERS = "\"'”’»›)\\]"
_OPENERS = "\"'“‘«‹(\\["
_STOP = re.compile(
    # a run of stops, what closes behind it, footnote marks
    rf"(?<![.!?…。؟۔])(?P<stops>[.!?…。؟۔]++)(?P<closers>[{_CLOSERS}]*+)(?:\[\d{{1,3}}\])*+"
    # white space or the end behind it, or a stop glued to the next sentence: "truce.The"
    r"(?=\s|$|(?<=[a-z][a-z][a-z]\.)[A-Z][a-z]+\s)"
    # an empty line, or an item of a list on a new line
    r"|(?P<line>\n)(?=[ \t]{0,8}(?:\n|(?:[-•*‣▪–]|\(?\d{1,2}[.)])\s))"
)
_BEFORE = re.compile(r"[\w.'’-]{1,24}$")
_AFTER = re.compile(rf"\s*([{_OPENERS}]*)([\w'’-]*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|[^\W\d_]$")
_SPEAKER = re.compile(r"\s*(?:the\s+)?(?:[^\W\d_][\w.'’-]{0,30}\s+){1,5}?(\w+)")
_NUMBER_OF_LIST = re.compile(r"\(?\d{1,2}[.)]?$")


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Cut the title and the paragraphs into sentences, in the order of the text.

    A stop with the quotation marks that close behind it belongs to its sentence; white space around
    a sentence does not. A dateline is a sentence of its own. Nothing else of the document is read.
    """
    sentences: list[Sentence] = []
    paragraph = -1
    for number, block in enumerate(document.blocks):
        if block.kind not in ("title", "paragraph"):
            continue
        kind: Literal["title", "paragraph"] = "title" if block.kind == "title" else "paragraph"
        paragraph += kind == "paragraph"
        for start, end in _pieces(document.text, block.span.start, block.span.end):
            sentences.append(
                Sentence(
                    span=Span.cut(document.text, start, end),
                    index=len(sentences),
                    block=number,
                    paragraph=paragraph if kind == "paragraph" else -1,
                    kind=kind,
                )
            )
    return tuple(sentences)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the trimmed, bounded stretches of one block."""
    for first, last in _between(start, _ends(text, start, end), end):
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        yield from _bounded(text, first, last)


def _between(start: int, ends: Iterator[int], end: int) -> Iterator[tuple[int, int]]:
    for stop in ends:
        yield start, stop
        start = stop
    yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run without an end mark at its last space before the limit."""
    while end - start > SENTENCE_CHARACTERS:
        cut = text.rfind(" ", start + 1, start + SENTENCE_CHARACTERS)
        cut = cut if cut > start else start + SENTENCE_CHARACTERS
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end inside a block, in order."""
    opened = start + dateline(text[start : min(end, start + 200)])
    if opened > start:
        yield opened
    sentence = opened
    for found in _STOP.finditer(text, opened, end):
        if found["line"] is not None:
            yield found.start()
        elif not _ends_here(text, found, sentence, end):
            continue
        else:
            yield found.end()
        sentence = found.end()


def _ends_here(text: str, found: re.Match[str], sentence: int, end: int) -> bool:
    """Tell whether the stop that was found ends the sentence that began at `sentence`."""
    after = _AFTER.match(text, found.end(), min(end, found.end() + 40))
    following = after[2] if after else ""
    if not following and found.end() >= end:
        return True
    stops, quoted = found["stops"], bool(found["closers"].strip("')]"))
    if following[:1].islower() and not (after and after[1]):
        return False
    if found.end() < end and not text[found.end()].isspace() and _in_address(text, found.start()):
        return False
    if stops[-1] not in ".…":
        return not (quoted and _speaker_follows(text, found.end(), end))
    if len(stops) > 1 or stops == "…":
        return not following[:1].islower()
    return _full_stop(text[max(sentence, found.start() - 25) : found.start()], following, found)


def _in_address(text: str, stop: int) -> bool:
    """Tell whether the glued word before a stop is part of an address: "www.example"."""
    words = text[max(0, stop - 60) : stop].split()
    return bool(words) and any(mark in words[-1] for mark in "./@")


def _speaker_follows(text: str, start: int, end: int) -> bool:
    """Tell whether a speaker and a verb follow, as in: "Stop!" General Roe said."""
    found = _SPEAKER.match(text, start, min(end, start + 120))
    while found:
        if found[1] in SPEECH_VERBS:
            return True
        if found[1].islower() and found[1] not in ("of", "the", "for", "al"):
            return False
        found = _SPEAKER_MORE.match(text, found.end(), min(end, start + 120))
    return False


_SPEAKER_MORE = re.compile(r"[\s.-]+(\w+)")


def _full_stop(before: str, following: str, found: re.Match[str]) -> bool:
    """Tell whether a single full stop ends a sentence, by the word before and the one behind."""
    if found["closers"]:
        return True
    match = _BEFORE.search(before)
    word = (match.group() if match else "").strip("'’-")
    if word[:1].isdigit():  # "Sept. 28-Oct. 3"
        word = word.rpartition("-")[2]
    if not word:
        return True
    small = word.lower()
    opens = following.lower() in OPENERS
    if _NUMBER_OF_LIST.fullmatch(before.strip()) and len(before.strip()) <= 3:
        return False
    if following[:1].isdigit() and small in ABBREVIATIONS_BEFORE_NUMBERS:
        return False
    if small in ABBREVIATIONS_ANYWHERE:
        return opens or not following
    if small in ABBREVIATIONS and (word[0].isupper() or small in _LOWER):
        return False
    if _INITIALS.match(word):
        return opens and len(word) > 1
    return True


_LOWER: Final = frozenset({"vs", "viz", "approx", "est", "cf", "ca", "al", "pp", "st", "fig"})
"""Abbreviations that are written small."""
