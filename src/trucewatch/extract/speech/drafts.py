"""Drafts: what a pattern found in one line, still as numbers of atoms."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.speech.clauses import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words that one line gives to a speaker; ranges are atoms of the line `line`.

    `inherits` is the draft of the same line whose source this one shares. `parent` is the draft in
    whose words this one stands. `outers` name who relays it ("..., the agency reported"), outermost
    first. `hearer` was told. `onward` waits for what comes next. `group` is the cue with its subject.
    """

    line: int
    pattern: str
    lemma: str
    weight: float
    group: Range
    cue: tuple[Range, ...]
    source: tuple[Range, ...] = ()
    content: tuple[Range, ...] = ()
    inherits: int | None = None
    parent: int | None = None
    outers: tuple[Range, ...] = ()
    hearer: Range | None = None
    onward: bool = False
