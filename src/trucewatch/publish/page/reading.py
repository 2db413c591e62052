"""What was read and what was not, and by which rules: the page's small print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.document import ReadDocument
from trucewatch.core.status import Board
from trucewatch.publish.page.marks import NOTHING, Html, element, join, short_day, text
from trucewatch.publish.phrases import number_of

OUTLETS: Final = 24
"""How many outlets are named; the rest are counted."""
LANGUAGE_NOT_READ: Final = "language_not_read"
"""The warning of a document in a language that the reader does not know."""

METHOD: Final = """
A finding is what one origin says of one duty and one doer. An origin is one speech act or observation, \
however many outlets carry it: repetition counts once.
Each voice counts by its latest word on a matter; a person is one voice with the body spoken for.
A word about days counts for {window} days. Of a state to be reached, done speaks for its day and all \
after; partly and not done for their day and before.
Reported broken: an act in those days that nobody denies. Overdue: not done after the deadline, and \
nobody says done. Contested: words that disagree.
Silence is not compliance: no report is never kept, and a passed deadline alone proves no breach.
Alleged: one voice, or several of one side. Corroborated: two or more of different sides and families. \
Acknowledged: said by the doer, or by who alone owes it. Claimed: kept, as only doers, owers and their \
side say.
A clause has the first status that occurs among its lines: reported broken, overdue, contested, partly \
kept, no report, not yet due, kept.
Promises, refusals, postponements and words on the whole agreement are shown without weight. What \
almost fits is near, without weight, until a person decides. Not heard: the accused had no word.
Rival accounts and figures stand side by side; nothing is averaged, and there is no truth score.
Actors bear the neutral names of the case's file. The same rules hold for every party.
"""
"""The rules in ten lines."""


def reading_section(
    documents: Sequence[ReadDocument], refused: int, board: Board, earlier: Board, case: Case
) -> Html:
    """Tell which documents are behind the board, by outlet, and what could not be read."""
    known = [each for each in documents if board.known is None or each.known_from <= board.known]
    return element(
        "section",
        element("h2", text("What was read, and what was not")),
        element("p", _extent(known, board.on, earlier.on)),
        element("p", text(_by_outlet(known, board.on, earlier.on, case)), class_="small")
        if known
        else NOTHING,
        element("p", text(_not_read(known, refused))),
    )


def _extent(known: Sequence[ReadDocument], on: date, since: date) -> Html:
    new = sum(1 for each in known if since < _day(each) <= on)
    later = sum(1 for each in known if _day(each) > on)
    told = [
        text(
            f"{number_of(len(known), 'document')} read in all, {new:,} of them of the days since "
        ),
        short_day(since, on),
    ]
    if later:
        told += [
            text(f"; {later:,} were published after "),
            short_day(on, on),
            text(", and are known to this board"),
        ]
    return join((*told, text(".")))


def _by_outlet(known: Sequence[ReadDocument], on: date, since: date, case: Case) -> str:
    counts = Counter(_outlet(each, case) for each in known)
    new = Counter(_outlet(each, case) for each in known if since < _day(each) <= on)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    named = [
        f"{name} {counts[name]:,}" + (f" ({new[name]:,} new)" if new[name] else "")
        for name in ordered[:OUTLETS]
    ]
    rest = ordered[OUTLETS:]
    if rest:
        left = sum(counts[name] for name in rest)
        named.append(f"{number_of(len(rest), 'outlet')} more with {number_of(left, 'document')}")
    return f"By outlet: {', '.join(named)}."


def _outlet(document: ReadDocument, case: Case) -> str:
    return case.outlets.name(document.outlet) if document.outlet else "outlet unknown"


def _not_read(known: Sequence[ReadDocument], refused: int) -> str:
    foreign = Counter(
        each.language or "unknown" for each in known if LANGUAGE_NOT_READ in each.warnings
    )
    languages = ", ".join(f"{name} {foreign[name]:,}" for name in sorted(foreign))
    undated = sum(1 for each in known if each.published is None)
    parts = (
        f"{refused:,} refused when they were brought in",
        f"{foreign.total():,} in languages that are not read"
        + (f" ({languages})" if languages else ""),
        f"{undated:,} undated, known from the day of their capture",
    )
    return f"Not read, or not surely dated: {'; '.join(parts)}."


def _day(document: ReadDocument) -> date:
    return document.published or document.known_from


def method_section(case: Case) -> Html:
    """Tell the method in ten lines, and how the case's file reads the text where it leaves room."""
    lines = [
        element("li", text(each.format(window=case.agreement.window)))
        for each in METHOD.strip().splitlines()
    ]
    readings = [
        f"clause {duty.clause}: {duty.reading}" for duty in case.agreement.duties() if duty.reading
    ]
    return element(
        "section",
        element("h2", text("Method")),
        element("ol", *lines, class_="method"),
        element(
            "p",
            text(f"Readings of the text by the case's file: {' '.join(readings)}"),
            class_="soft small",
        )
        if readings
        else NOTHING,
    )
