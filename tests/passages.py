"""Documents and cases for tests of reading, all invented but for the built-in case's own names."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from trucewatch.case.load import find_case, load_case
from trucewatch.core.case import Case
from trucewatch.core.document import Block, Document
from trucewatch.core.reading import Locality, Mention
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.extract.mentions import find_mentions
from trucewatch.extract.names import Names
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.localities import find_localities
from trucewatch.identify.named import name_actors
from trucewatch.identify.places import identify_places

CROSSING = Path(__file__).parent / "case" / "crossing"
DAY = date(2021, 4, 1)


@cache
def crossing() -> Case:
    """Give the invented case."""
    return load_case(CROSSING)


@cache
def built_in(name: str = "idlib") -> Case:
    """Give a case that comes with the program."""
    return load_case(find_case(name))


def a_document(*paragraphs: str, title: str | None = None, outlet: str | None = None) -> Document:
    """Make a document of a title and paragraphs, with an empty line between two."""
    pieces = [title, *paragraphs] if title is not None else list(paragraphs)
    text = "\n\n".join(pieces)
    blocks = []
    start = 0
    for number, piece in enumerate(pieces):
        span = Span(start, start + len(piece), piece)
        kind = "title" if title is not None and number == 0 else "paragraph"
        blocks.append(Block(kind="title" if kind == "title" else "paragraph", span=span))
        start = span.end + 2
    return Document(id="d", text=text, blocks=tuple(blocks), title=title, outlet=outlet)


def sentences_of(document: Document) -> list[str]:
    return [sentence.span.text for sentence in split_sentences(document)]


def read(
    document: Document, case: Case, day: date | None = DAY
) -> tuple[tuple[Sentence, ...], tuple[Mention, ...], tuple[Locality, ...]]:
    """Read sentences, resolved mentions and localities, in the order of the pipeline."""
    sentences = split_sentences(document)
    mentions = find_mentions(document, sentences, Names.of(case), case)
    mentions = name_actors(document.text, sentences, mentions, case, day)
    mentions = identify_places(document, sentences, mentions, case)
    return sentences, mentions, find_localities(document, sentences, mentions, case)


def mentions_of(case: Case, *paragraphs: str, title: str | None = None) -> list[str]:
    """Give the mentions of a text as "words = kind:id", or "kind:?candidate,candidate"."""
    _, mentions, _ = read(a_document(*paragraphs, title=title), case)
    return [told(mention) for mention in mentions]


def told(mention: Mention) -> str:
    meant = mention.id or "?" + ",".join(mention.candidates)
    return f"{mention.span.text} = {mention.kind}:{meant}{' former' * mention.former}"


def places_of(case: Case, *paragraphs: str) -> list[str]:
    """Give the localities of a text as "words = place"."""
    _, _, localities = read(a_document(*paragraphs), case)
    return [f"{locality.span.text} = {locality.place}" for locality in localities]
