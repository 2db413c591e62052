"""Notices in which a page corrects or withdraws what it or another page told before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trucewatch.core.document import Block, Warning

CORRECTION: Final = "correction"
RETRACTION: Final = "retraction"
"""The codes of the two warnings; each one's span is the whole block that holds the notice."""

_OPEN: Final = ("(", "[")
_CLOSE: Final = (")", "]")
_LONGEST: Final = 1200
"""Characters of a block in which a notice is looked for: at its beginning, or in a short one."""

_STORY: Final = r"(?:story|report|article|dispatch|item|post|piece|text|page)"
_CORRECTS: Final = re.compile(
    rf"""
    \A\W{{0,3}}(?:
        correct(?:ion|ions|ed|s)? \s? (?:[:–—-]|\#\d)            # Correction: / CORRECTED-
      | corrects \s (?:the\s)? (?:
            \w+\s\w+\s(?:in|to)\s                               # (Corrects death toll in ...
          | to\s | that\s | (?:date|day|name|number|figure|toll|spelling|title|place|headline|source)\b
        )
      | clarification \s? [:–—]
      | editor['’]?s['’]?\snote \s? [:–—] .{{0,200}}? (?:correct|earlier\sversion|amended)
      | (?:this|the)\s(?:[\w.,]+\s){{0,4}}?{_STORY} \s
            (?:(?:has\sbeen|was|is) \s (?:corrected|amended|updated\sto\scorrect) | corrects\b)
      | (?:an|the|our)\s(?:earlier|previous|original|initial)\sversion\sof\sthis\s
    )
    | \b(?:an|the)\s(?:earlier|previous)\sversion\sof\s(?:this|the)\s{_STORY}\s
        (?:\w+\s){{0,2}}?(?:said|stated|gave|misstated|misidentified|reported|wrongly|incorrectly|mistakenly)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RETRACTS: Final = re.compile(
    rf"""
    \A\W{{0,3}}(?:
        retract(?:ion|ed) \s? [:–—-]
      | (?:(?:advisory|mandatory)\s)? kill \s? [:–—]
      | withdrawn \s? [:–—]
    )
    | \b(?:this\s{_STORY}|the\s(?:story|report|article|dispatch))
        \s(?:has\sbeen|was|is|stands)\s(?:retracted|withdrawn|killed)\b
    | \b(?:has|have)\s(?:retracted|withdrawn)\s(?:this|the|its|their|our)\s(?:[\w'’-]+\s){{0,4}}?{_STORY}\b
    | \b(?:we|it|th(?:e|is)\s(?:agency|paper|newspaper|site|channel))\s(?:retracts?|withdraws?)\s
        (?:this|the|its|our)\s(?:[\w'’-]+\s){{0,4}}?{_STORY}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def notices_in(blocks: Iterable[Block]) -> Iterator[Warning]:
    """Yield a warning for each block that is a notice, with the block as its span.

    Page furniture is none ("Corrections: write to the editor"), unless it stands in brackets as agencies
    put a notice above a report.
    """
    for block in blocks:
        words = " ".join(block.span.text[:_LONGEST].split())
        if block.kind not in ("title", "paragraph") and not _in_brackets(block, words):
            continue
        if _RETRACTS.search(words):
            message = "the page withdraws a report: what it told before counts no more"
            yield Warning(code=RETRACTION, message=message, span=block.span)
        elif _CORRECTS.search(words):
            message = "the page corrects a report: what was told before is replaced"
            yield Warning(code=CORRECTION, message=message, span=block.span)


def _in_brackets(block: Block, words: str) -> bool:
    return block.kind == "furniture" and words[:1] in _OPEN and words[-1:] in _CLOSE
