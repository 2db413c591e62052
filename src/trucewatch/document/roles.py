"""What each line of a copied page looks like by itself, before its place on the page is weighed."""

from __future__ import annotations

import re
from typing import Final, Literal

from trucewatch.document.bylines import is_byline, is_dated, is_path
from trucewatch.document.captions import begins_as_caption, ends_with_credit, is_pictured
from trucewatch.document.furniture import furniture_in
from trucewatch.document.lines import Line

Role = Literal["sentence", "short", "caption", "credited", "site", "box", "list", "end"]
"""`sentence`: prose; `short`: a headline, subhead, caption or menu; `credited`: ends with a credit;
`caption`: speaks of a picture; the others: furniture (see `furniture.Furniture`)."""

_PROSE: Final = 240
"""A line of so many characters is prose unless its first words say otherwise."""
_SENTENCE_WORDS: Final = 3
_LONG_SENTENCE_WORDS: Final = 26
"""A line of so many words is prose even without an end mark: captions are seldom longer."""
_COLON_WORDS: Final = 5
_CREDITED_WORDS: Final = 60
_TAGGED: Final = re.compile(
    r"[(\[]\+? ?(?:videos?|photos?|pictures|images|maps?|graphics?|updated?|exclusive|opinion|analysis"
    r"|live|audio|infographics?)(?:[ ,&+/-]{1,3}(?:videos?|photos?|pictures|images|maps?|audio)){0,3}"
    r"[)\]]\Z",
    re.IGNORECASE,
)
"""What headlines carry at their end, and captions do not."""
_UNMARKED_WORDS: Final = 8
_UNMARKED_SHARE: Final = 0.6
_BEFORE: Final[dict[Role, float]] = {"end": 0.4, "list": 0.65, "box": 0.8}
"""How much of the prose stands above what closes the page: higher up, the article may go on."""
_TEASER_WORDS: Final = 14
_BIO: Final = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30},? ){2,5}(?:(?:is (?:an?|the|also)|reports|covers|writes|tweets)\b.{0,120}?"
    r"\b(?:journalist|correspondent|reporter|editor|columnist|writer|contributor|author|blogger"
    r"|freelance|fellow at|producer|tweets at|for|from|about)\b"
    r"|(?:also )?contributed (?:to th(?:is|e) (?:report|story|article)|reporting)\b)"
)
_LEGAL: Final = re.compile(
    r"\b(?:all rights reserved|may not be (?:published|reproduced)|written permission"
    r"|our newsletter|follow \w{1,20}(?: \w{1,20})? on (?:twitter|facebook|telegram|instagram)"
    r"|privacy policy|terms of (?:use|service)|do not necessarily reflect|solely those of"
    r"|contributed to this (?:report|story|article)|offered to subscribers|subscription options)",
    re.IGNORECASE,
)
_KEPT: Final = re.compile(
    r"[\[(*]?\s?(?:correction|clarification|editor'?s'? note|this story (?:corrects|has been|was))",
    re.IGNORECASE,
)


def roles_of(lines: list[Line]) -> list[Role]:
    """Give the role of each line."""
    roles = [role_of(line) for line in lines]
    _raise_unmarked(lines, roles)
    _cut_at_end(lines, roles)
    _drop_imprint(lines, roles)
    return roles


def role_of(line: Line) -> Role:
    """Give the role of a line by its own words."""
    words = line.words
    furniture = furniture_in(words)
    if furniture:
        return furniture
    if begins_as_caption(words):
        return "caption"
    if len(words) > _PROSE:
        return "sentence"
    count = line.count
    if count <= _CREDITED_WORDS and is_pictured(words):
        return "caption"
    if count <= _CREDITED_WORDS and ends_with_credit(words):
        return "short" if _TAGGED.search(words[-60:]) else "credited"
    if is_dated(words):
        return "site"
    if line.ended:
        teaser = count <= _TEASER_WORDS and words.endswith(("..", "…"))
        return "sentence" if count >= _SENTENCE_WORDS and not teaser else "short"
    if is_path(words) or is_byline(words):
        return "site"
    if count >= _LONG_SENTENCE_WORDS or (words[-1] == ":" and count >= _COLON_WORDS):
        return "sentence"
    return "short"


def _raise_unmarked(lines: list[Line], roles: list[Role]) -> None:
    """Take lines for prose in a text that sets no end marks at all; its first line stays a title."""
    long = [
        line.ended
        for line, role in zip(lines, roles, strict=True)
        if role in ("sentence", "short") and line.count >= _UNMARKED_WORDS
    ]
    if len(long) < 3 or long.count(False) < _UNMARKED_SHARE * len(long):
        return
    if sum(long) > 2:
        return
    for place in range(1, len(lines)):
        if roles[place] == "short" and lines[place].count >= _UNMARKED_WORDS:
            roles[place] = "sentence"


def _cut_at_end(lines: list[Line], roles: list[Role]) -> None:
    """Take everything for furniture from where readers' comments or other stories begin.

    A list of stories is followed by little prose; one in mid-article is followed by the article.
    """
    prose = [role == "sentence" for role in roles]
    sizes = [
        len(line.words) if is_prose else 0 for line, is_prose in zip(lines, prose, strict=True)
    ]
    total, following = sum(sizes), sum(prose)
    before = sentences = 0
    for place, role in enumerate(roles):
        least = _BEFORE.get(role)
        closes = role == "end" or following * 2 < len(roles) - place - 1
        if least and closes and sentences > 1 and before >= least * total:
            roles[place:] = ["site"] * (len(roles) - place)
            return
        before += sizes[place]
        sentences += prose[place]
        following -= prose[place]


def _drop_imprint(lines: list[Line], roles: list[Role]) -> None:
    """Take the closing sentences on the writer, the rights or the newsletter for furniture."""
    prose = [place for place, role in enumerate(roles) if role == "sentence"]
    for place in reversed(prose[1:]):
        words = lines[place].words
        if _KEPT.match(words) or len(words) > 500:
            return
        if not (_BIO.match(words) or _LEGAL.search(words)):
            return
        roles[place] = "site"
