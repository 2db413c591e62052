"""The observation posts that a document names, and where it says "its posts" or "the point" for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from trucewatch.core.objects import ObjectFound, find_objects
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.extract.events.found import Post
from trucewatch.extract.events.sentence import grammar as tag
from trucewatch.extract.events.sentence.line import Token
from trucewatch.extract.lexicons import words

KIND: Final = "observation_post"
_SHORT: Final = words("post posts point points outpost outposts")
_BETWEEN: Final = words("""
    military army remaining other same besieged encircled surrounded fortified existing new such twelve
    """)
_MARKS: Final = frozenset({tag.DETERMINER, tag.NUMBER, tag.OWNS})


def posts_named(text: str, mentions: Sequence[Mention]) -> tuple[Post, ...]:
    """Give the observation posts that a text names in full, in their order."""
    ends = {each.span.end: each.id for each in mentions if each.id is not None}
    return tuple(
        Post(
            span=Span.cut(text, each.start, each.end),
            owner=ends.get(each.start - 1, ends.get(each.start - 3)),
        )
        for each in find_objects(text)
        if each.kind == KIND
    )


class Shortened(NamedTuple):
    """A short name of posts, and the full one that it stands for."""

    short: ObjectFound
    full: ObjectFound


def posts_in_short(tokens: Sequence[Token], posts: Sequence[Post]) -> Iterator[Shortened]:
    """Yield "its posts", "the point" where the document names observation posts, as what they stand for.

    Posts that are said to be somebody's are meant only where observation posts are said to be theirs.
    """
    owners = {post.owner for post in posts}
    for place, token in enumerate(tokens):
        if token.low not in _SHORT or not posts:
            continue
        before = place - 1
        while before >= 0 and tokens[before].low in _BETWEEN:
            before -= 1
        marked = before >= 0 and (
            tokens[before].tag in _MARKS or tokens[before].low in tag.OWNERS | tag.NO_WORDS
        )
        owner = tokens[before].ref if before >= 0 else None
        if marked or (isinstance(owner, Mention) and owner.id in owners and owner.id is not None):
            before_it = [each.span for each in posts if each.span.end <= token.start]
            full = before_it[-1] if before_it else posts[0].span
            yield Shortened(
                ObjectFound(token.start, token.end, KIND), ObjectFound(full.start, full.end, KIND)
            )
