"""The words in which a board is told to people: names, standings, counts."""

from __future__ import annotations

from trucewatch.core.case import Case
from trucewatch.core.change import LineState
from trucewatch.core.finding import Finding
from trucewatch.core.status import Carried, ClauseLine, Counts, Line, Standing, Status

DOER_NOT_NAMED = "doer not named"


def doer_name(doer: str | None, case: Case) -> str:
    """Name a doer neutrally."""
    return case.name(doer) if doer else DOER_NOT_NAMED


def carried(line: Line | ClauseLine | LineState) -> str:
    """Tell what carries a status; in *contested*, both camps."""
    if line.standing is None:
        return ""
    if line.status is Status.CONTESTED and line.better is not None:
        return f"{_standing(line.standing)} against {_standing(line.better)}"
    return _standing(line.standing)


def _standing(carried: Carried) -> str:
    unnamed = carried.unnamed and carried.standing is Standing.ACKNOWLEDGED
    return f"{carried.standing}, unnamed source" if unnamed else str(carried.standing)


def counted(counts: Counts) -> str:
    """Tell how many stand behind a line."""
    parts = (
        (counts.articles, "article"),
        (counts.outlets, "outlet"),
        (counts.agencies, "agency"),
        (counts.origins, "origin"),
        (counts.voices, "voice"),
        (counts.sides, "side"),
    )
    return ", ".join(number_of(number, noun) for number, noun in parts if number)


def number_of(number: int, noun: str) -> str:
    """Write a number with its noun: 1 voice, 2 agencies, 3 days."""
    if number == 1:
        return f"1 {noun}"
    changes = noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u")
    return f"{number:,} {noun[:-1]}ies" if changes else f"{number:,} {noun}s"


def link_name(link: str, case: Case) -> str:
    """Name a link of a chain neutrally; whom the case does not know stands in the page's words, quoted."""
    name = case.name(link)
    return f"“{name}”" if name == link else name


def chain_of(finding: Finding, case: Case) -> str:
    """Write a chain from the outlet to the first speaker."""
    links = [link_name(link, case) for link in finding.chain]
    if finding.voice is None:
        return " <- ".join((*links, "nobody named"))
    if finding.unnamed:
        links[-1:] = _unnamed(links[-1], finding, case)
    return " <- ".join(links)


def _unnamed(last: str, finding: Finding, case: Case) -> list[str]:
    """Mark the last link of a chain as a source that is not named."""
    if finding.speaker is not None:
        return [f"{last} (source not named)"]
    known = case.name(finding.chain[-1]) != finding.chain[-1]
    return [last, "source not named"] if known else [f"{last} (not named)"]


def said_when(finding: Finding) -> str:
    """Tell when a finding was said and published."""
    said = f"said {finding.said_on}" if finding.said_on else "day of saying not given"
    published = finding.published or f"unknown, known from {finding.known_from}"
    return f"{said}, published {published}"
