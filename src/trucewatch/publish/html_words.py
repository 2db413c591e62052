"""The words that statuses rest on: each quotation once, numbered, with its chain and its link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board, ClauseLine
from trucewatch.core.when import Period
from trucewatch.publish.evidence import Camp, Group, beside, latest
from trucewatch.publish.html_board import names, state
from trucewatch.publish.html_marks import (
    NOTHING,
    Html,
    anchor,
    element,
    foreign,
    join,
    short_day,
    text,
)
from trucewatch.publish.phrases import chain_of, number_of

WHOLE_WORDS: Final = 3
"""How many words on the agreement as a whole a page has room for."""
QUOTE_CHARACTERS: Final = 360
"""A longer sentence is cut at a word, and says so."""
_CUT: Final = " [...]"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each quotation on the page."""

    by_words: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, told: Sequence[tuple[ClauseLine, list[Group]]], board: Board) -> Numbers:
        """Number the quotations in the order in which they are printed."""
        picked = [
            finding
            for _, groups in told
            for group in groups
            for camp in group.camps
            for finding in camp.picked
        ]
        keys = [_key(finding) for finding in (*picked, *latest(board.whole, WHOLE_WORDS))]
        return cls({key: number for number, key in enumerate(dict.fromkeys(keys), start=1)})

    def reference(self, finding: Finding) -> Html | None:
        """Refer to a quotation of the page; None where it is not printed."""
        number = self.by_words.get(_key(finding))
        if number is None:
            return None
        return element("a", text(f"[{number}]"), href=f"#q{number}")


def _key(finding: Finding) -> tuple[str, str]:
    return finding.document, finding.words


@dataclass(frozen=True, slots=True)
class _Page:
    on: date
    case: Case
    numbers: Numbers
    languages: Mapping[str, str]
    printed: set[int]


def words_section(
    told: Sequence[tuple[ClauseLine, list[Group]]],
    board: Board,
    case: Case,
    numbers: Numbers,
    languages: Mapping[str, str],
) -> Html:
    """Print the strongest words of every line that words carry, and the last ones on the whole."""
    page = _Page(board.on, case, numbers, languages, set())
    groups = [_group(group, clause, page) for clause, own in told for group in own]
    if board.whole:
        groups.append(_whole(board, page))
    if not groups:
        return NOTHING
    return element(
        "section",
        element(
            "h2",
            text("The words it rests on"),
            element("small", text("the strongest of each line; a number refers to a quotation")),
        ),
        element("div", *groups, class_="words"),
    )


def _group(group: Group, clause: ClauseLine, page: _Page) -> Html:
    line = group.first
    aside = beside(line)
    parts = [part for camp in group.camps for part in _camp(camp, clause, page)]
    if aside:
        parts.append(element("p", text(f"Beside it, without weight: {aside}."), class_="soft"))
    return element(
        "article",
        element(
            "header",
            element("h3", text(f"{clause.clause}  "), names(group, page.case)),
            text(" "),
            state(line),
        ),
        *parts,
        class_="group",
    )


def _camp(camp: Camp, clause: ClauseLine, page: _Page) -> Iterable[Html]:
    if camp.name:
        yield element("p", text(camp.name), class_="camp")
    yield _quotes(camp.picked, page)
    if camp.more:
        command = element("code", text(f"trucewatch why {clause.clause}"))
        yield element("p", text(f"{camp.more} more: "), command, class_="soft")


def _whole(board: Board, page: _Page) -> Html:
    picked = latest(board.whole, WHOLE_WORDS)
    more = len({finding.origin for finding in board.whole}) - len(picked)
    command = element("code", text("trucewatch why whole"))
    return element(
        "article",
        element("header", element("h3", text("The agreement as a whole")), text(" without weight")),
        _quotes(picked, page),
        element("p", text(f"{number_of(more, 'word')} more: "), command, class_="soft")
        if more > 0
        else NOTHING,
        class_="group",
    )


def _quotes(findings: Sequence[Finding], page: _Page) -> Html:
    """Print quotations; those printed before are only referred to."""
    new, known = [], []
    for finding in findings:
        number = page.numbers.by_words[_key(finding)]
        (known if number in page.printed else new).append((number, finding))
        page.printed.add(number)
    items = [_quote(number, finding, page) for number, finding in new]
    if known:
        references = [page.numbers.reference(finding) or NOTHING for _, finding in known]
        items.append(element("li", text("as above "), join(references, " "), class_="soft"))
    return element("ul", *items, class_="quotes")


def _quote(number: int, finding: Finding, page: _Page) -> Html:
    words = shortened(finding.words)
    return element(
        "li",
        element("span", text(f"[{number}]"), class_="ref"),
        foreign(words, page.languages.get(finding.document)),
        text(" "),
        element("span", text(_told(finding, page)), _when(finding, page), class_="chain"),
        id=f"q{number}",
    )


def shortened(words: str) -> str:
    """Cut a long quotation at a word, marked as cut; the record keeps all of it."""
    if len(words) <= QUOTE_CHARACTERS:
        return words
    head = words[: QUOTE_CHARACTERS - len(_CUT)]
    return head[: head.rfind(" ") if " " in head else len(head)] + _CUT


def _told(finding: Finding, page: _Page) -> str:
    form = f" ({finding.form})" if finding.form else ""
    by_name = f" by {page.case.name(finding.by_name)}" if finding.by_name else ""
    chain = chain_of(finding, page.case).replace(" <- ", " ← ")
    return f"{finding.says}{form}{by_name}. {chain}"


def _when(finding: Finding, page: _Page) -> Html:
    about = join((text("; about "), days(finding.days, page.on))) if finding.days else NOTHING
    said = finding.said_on
    differs = said is not None and said != finding.published
    spoken = join((text("; said "), short_day(said, page.on))) if said and differs else NOTHING
    return join((about, spoken, text("; "), published(finding, page.on)))


def published(finding: Finding, on: date) -> Html:
    """Tell the day a finding was published, linked to where it stands."""
    if finding.published is None:
        words = join((text("undated, known from "), short_day(finding.known_from, on)))
    else:
        words = join((text("published "), short_day(finding.published, on)))
    return anchor(finding.url, words)


def days(period: Period, on: date) -> Html:
    """Tell the days of a period."""
    first, last = period.first, period.last
    if first is not None and first == last:
        return short_day(first, on)
    start = short_day(first, on) if first else text("an open start")
    end = short_day(last, on) if last else text("an open end")
    return join((start, text(" to "), end))
