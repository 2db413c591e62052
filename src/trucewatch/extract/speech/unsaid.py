"""Words that tell that nothing was said: "has yet to announce", "could not confirm", "no comment from X"."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.lexicons import words

_WITHHOLDING: Final = words("""
    not yet never declined declines refused refuses unable cannot neither nor nobody none without
    """)
_TELLING: Final = words("""
    say said announce announced mention mentioned comment commented commenting disclose disclosed specify
    specified elaborate elaborated respond responded reveal revealed reply replied answer answered explain
    explained confirm confirmed confirming verify verified corroborate corroborated deny denied denying
    """)
_VOUCHING: Final = words("confirm verify corroborate deny")
_CLAIMING: Final = words("""
    claim claimed claims claiming reported report reports admit admitted told tell discuss discussed
    take taken took accept accepted
    """)
_NO_WORD = re.compile(r"\bno\b(?:\s\w+){0,2}\s(?:mention|comment|statement|reaction|response)\b")
_ABSENT = re.compile(
    r"\b(?:no|without)\b(?:\s\w+){0,2}\s(?:comment|confirmation|statement|reaction|response|word)"
    r"\s(?:from|by)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NO_SPEAKERS: Final = words("god allah almighty lord providence heaven fate destiny history nature")
"""Who grants and knows in a text, and never spoke to anybody."""

_NOBODY: Final = ("neither ", "nobody", "none ", "no ")
NEAR: Final = 60
"""So many letters before a source tell whether it was silent."""


def says_nothing(cue: str, content: str) -> bool:
    """Tell whether a cue, with the verb that its words may open with, says that nothing was said."""
    low = cue.lower()
    told = set(re.findall(r"[\w'’]+", low))
    if content.strip(" .,;").lower() == "nothing":
        return True
    opening = re.findall(r"[\w'’]+", content[:NEAR].lower())[:2]
    withheld = bool(told & _WITHHOLDING) or any(word.endswith(("n't", "n’t")) for word in told)
    vouched = opening[:1] == ["to"] and opening[-1] in _VOUCHING
    unsaid = withheld and (vouched or bool(told & _TELLING))
    return unsaid or _NO_WORD.search(low) is not None


def nobody_says(before: str, source: str, cue: str) -> bool:
    """Tell whether a source is nobody, or stands behind "no comment from"; `before` is the text before."""
    speaks = set(cue.lower().split()) & (_TELLING | _CLAIMING)
    if source.lower().removeprefix("the ") in _NO_SPEAKERS:
        return True
    nobody = source.lower().startswith(_NOBODY) and bool(speaks)
    return nobody or _ABSENT.search(before[-NEAR:]) is not None
