"""Words that tell that nothing was said: "has yet to announce", "no comment from X", "if X says"."""

from __future__ import annotations

import re
from typing import Final

from trucewatch.extract.lexicons import words
from trucewatch.extract.speech.grammar import AUXILIARIES, DETERMINERS, is_verb_like

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
_SAYS: Final = (
    r"(?:say(?:s|ing)?|said|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|assert(?:s|ed|ing)?|stat(?:es?|ed|ing)"
    r"|tells?|told|telling|report(?:s|ed|ing)?|confirm(?:s|ed|ing)?|insist(?:s|ed|ing)?"
    r"|announc(?:es?|ed|ing)|admit(?:s|ted|ting)?)\b"
)
_UNTOLD: Final = re.compile(
    r"\b(?:never|not|\w+n['’]t)\s(?:(?:once|ever|yet|even|actually|publicly|explicitly)\s)?"
    rf"(?:say|said|claim(?:ed)?|alleged?|assert(?:ed)?|stated?|tell|told|report(?:ed)?)\b"
    rf"|\b(?:short\sof|refrain(?:s|ed|ing)?\sfrom)\s(?:\w+ly\s)?(?=\w+ing\b){_SAYS}"
    rf"|\b(?:den(?:y|ies|ied|ying))\s(?:ever\s)?(?=\w+ing\b){_SAYS}"
)
_MISQUOTED: Final = re.compile(
    r"\b(?:misquot(?:es?|ed|ing)"
    r"|(?:falsely|wrongly|incorrectly|erroneously|inaccurately|mistakenly)\s(?:quot|cit)(?:es?|ed|ing))\b"
    r"(?:[^.;:?!\"“”]{0,60}\sas\s(?:having\s)?\w+)?"
)
_SUPPOSED: Final = re.compile(
    rf"(?:^|[\s“\"(])(?:if|unless|whether)\s((?:[^\s,;:“”\"?!–—]+\s){{1,6}}){_SAYS}"
)
_BREAKING: Final = words("who which that what whom as and or but so not is it there")
"""Words between "if" and a verb of telling that part the one from the other."""

NEAR: Final = 60
"""So many letters before a source tell whether it was silent."""


_ABOUT_THEM: Final = re.compile(
    r"\W*(?:whom|who|which|whose\s\w+)\s(?:\w+\s){0,2}(?:did\snot|didn['’]t|do\snot|does\snot|are\snot|is\snot"
    r"|was\snot|were\snot|not)\s(?:be\s)?(?:name|named|identify|identified|specify|specified)\b",
    re.IGNORECASE,
)
""""Quoting officials whom it did not name": that is about them, and not what they say."""


def says_nothing(cue: str, content: str) -> bool:
    """Tell whether a cue, with the verb that its words may open with, says that nothing was said."""
    low = cue.lower()
    told = set(re.findall(r"[\w'’]+", low))
    if content.strip(" .,;").lower() == "nothing" or is_said_of(low, content):
        return True
    if _ABOUT_THEM.match(content):
        return True
    opening = re.findall(r"[\w'’]+", content[:NEAR].lower())[:2]
    withheld = bool(told & _WITHHOLDING) or any(word.endswith(("n't", "n’t")) for word in told)
    vouched = opening[:1] == ["to"] and opening[-1] in _VOUCHING
    unsaid = withheld and (vouched or bool(told & _TELLING))
    return unsaid or _NO_WORD.search(low) is not None


def is_said_of(cue: str, behind: str) -> bool:
    """Tell whether others say it of a subject, which has said nothing: "rebels said to leave P".

    "said to reporters", "said to the press" is a subject that speaks.
    """
    to, does = [*re.findall(r"[\w'’]+", behind[:NEAR].lower()), "", ""][:2]
    listener = does.endswith("s") or does in _LISTENERS
    return cue in _OF_OTHERS and to == "to" and bool(does) and not listener


_OF_OTHERS: Final = words("said reported alleged believed thought understood rumoured rumored")
_LISTENERS: Final = DETERMINERS | words("""
    media press police parliament state public television radio local foreign him her them me us you it
    everyone everybody anyone journalist people al
    """)

_TOLD_WHERE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s|also\s)?"
    r"(?:reported|recorded|registered|documented|noted|seen|heard|observed)\s"
    r"(?:on|in|at|near|around|across|over|inside|along|against|from)\s(?!\w+day\b)",
    re.IGNORECASE,
)


def tells_where(cue: str, behind: str, between: str) -> bool:
    """Tell whether a cue only says where something was: "strikes were reported on P, Q and R".

    `behind` is the text behind the cue, `between` that from its end to the source found there.
    """
    told = _TOLD_WHERE.search(f"{cue} {behind.lstrip()}"[: len(cue) + NEAR])
    return told is not None and told.start() < len(cue) and "by" not in between.lower().split()


def nobody_says(before: str, source: str, cue: str) -> bool:
    """Tell whether a source is nobody, or stands behind "no comment from"; `before` is the text before."""
    speaks = set(cue.lower().split()) & (_TELLING | _CLAIMING)
    if source.lower().removeprefix("the ") in _NO_SPEAKERS:
        return True
    nobody = source.lower().startswith(_NOBODY) and bool(speaks)
    return nobody or _ABSENT.search(before[-NEAR:]) is not None


def leaves_unsaid(before: str, cue: str) -> bool:
    """Tell whether a cue, with the words `before` it in its sentence, only speaks of words not said.

    "never claimed", "stopped short of saying", "was misquoted as saying", "if X says".
    """
    told = " ".join(f"{before} {cue}".lower().split())
    own = len(" ".join(before.split()))
    plain = (each for kind in (_UNTOLD, _MISQUOTED) for each in kind.finditer(told))
    if any(each.end() > own for each in plain):
        return True
    return any(
        each.end() > own and not any(_parts(word) for word in each.group(1).split())
        for each in _SUPPOSED.finditer(told)
    )


def _parts(word: str) -> bool:
    return word in _BREAKING or (is_verb_like(word) and word not in AUXILIARIES)
