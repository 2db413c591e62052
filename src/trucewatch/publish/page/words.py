"""The words that statuses rest on: each quotation once, numbered, with its chain and its link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.status import Board
from trucewatch.core.when import Period
from trucewatch.publish.page.board import duty_told, names, state
from trucewatch.publish.page.evidence import Camp, Pick, Told, latest, picks
from trucewatch.publish.page.marks import (
    NOTHING,
    Html,
    anchor,
    element,
    foreign,
    join,
    short_day,
    text,
)
from trucewatch.publish.phrases import chain_of, doer_name

WHOLE_WORDS: Final = 2
"""How many words on the agreement as a whole a page has room for."""
QUOTE_CHARACTERS: Final = 360
"""A longer sentence is cut at a word, and says so."""
_CUT: Final = " [...]"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each quotation on the page."""

    by_words: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, told: Iterable[Told], board: Board) -> Numbers:
        """Give each quotation its number, in the order in which they are printed."""
        printed = [pick.finding for pick in picks(told)]
        keys = [_key(finding) for finding in (*printed, *latest(board.whole, WHOLE_WORDS))]
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
    told: Sequence[Told], board: Board, case: Case, numbers: Numbers, languages: Mapping[str, str]
) -> Html:
    """Print the strongest words of every line that words carry, and the last ones on the whole."""
    page = _Page(board.on, case, numbers, languages, set())
    groups = [_group(group, page) for group in told]
    if board.whole:
        groups.append(_whole(board, page))
    if not groups:
        return NOTHING
    return element(
        "section",
        element(
            "h2",
            text("The words it rests on"),
            element(
                "small",
                text(
                    "the strongest of each line; the last day is that of publication, with its link"
                ),
            ),
        ),
        element("div", *groups, class_="words"),
    )


def _group(told: Told, page: _Page) -> Html:
    duty = duty_told(told.lines[0], page.case)
    head = [
        element(
            "h3",
            element("span", text(told.clause), class_="nr"),
            text(names(told.lines, page.case)),
        ),
        text(" "),
        state(told.lines[0]),
        text(f": {duty}" if duty else ""),
    ]
    items = [item for camp in told.camps for item in _camp(camp, page)]
    more = sum(camp.more for camp in told.camps)
    return _article(head, items, more, f"trucewatch why {told.clause}")


def _article(head: Sequence[Html], items: Sequence[Html], more: int, command: str) -> Html:
    rest = element("p", text(f"{more} more: "), element("code", text(command)), class_="rest")
    return element(
        "article",
        element("header", *head),
        element("ul", *items, class_="quotes"),
        rest if more else NOTHING,
        class_="group",
    )


def _camp(camp: Camp, page: _Page) -> Iterator[Html]:
    """Print the quotations of a camp; those printed before are only referred to."""
    label = f"{camp.name}: " if camp.name else ""
    known = []
    for pick in camp.picks:
        number = page.numbers.by_words[_key(pick.finding)]
        if number in page.printed:
            known.append(page.numbers.reference(pick.finding) or NOTHING)
        else:
            page.printed.add(number)
            yield _quote(number, pick, label, page)
            label = ""
    if known:
        yield element("li", element("em", text(label)), text("as above "), join(known, " "))


def _whole(board: Board, page: _Page) -> Html:
    picked = tuple(Pick(finding=finding) for finding in latest(board.whole, WHOLE_WORDS))
    more = len({finding.origin for finding in board.whole}) - len(picked)
    head = [element("h3", text("The agreement as a whole")), text(" without weight")]
    items = list(_camp(Camp(name="", picks=picked, more=more), page))
    return _article(head, items, more, "trucewatch why whole")


def _quote(number: int, pick: Pick, label: str, page: _Page) -> Html:
    finding = pick.finding
    return element(
        "li",
        element("span", text(f"[{number}]"), class_="ref"),
        element("em", text(label), class_="chain") if label else NOTHING,
        foreign(shortened(finding.words), page.languages.get(finding.document)),
        text(" "),
        element(
            "span",
            element("em", text(_says(finding, page)), text(_of(pick, page))),
            text(f": {_chain(finding, page)}"),
            _when(finding, page),
            class_="chain",
        ),
        id=f"q{number}",
    )


def shortened(words: str) -> str:
    """Cut a long quotation at a word, marked as cut; the record keeps all of it."""
    if len(words) <= QUOTE_CHARACTERS:
        return words
    head = words[: QUOTE_CHARACTERS - len(_CUT)]
    return head[: head.rfind(" ") if " " in head else len(head)] + _CUT


def _says(finding: Finding, page: _Page) -> str:
    form = f" ({finding.form})" if finding.form else ""
    by_name = f" by {page.case.name(finding.by_name)}" if finding.by_name else ""
    return f"{finding.says}{form}{by_name}"


def _of(pick: Pick, page: _Page) -> str:
    """Tell of whom a word speaks, where that is not all of its lines."""
    if not pick.others:
        return ""
    fewer, but = (pick.others, "all but ") if len(pick.others) == 1 else (pick.doers, "")
    if len(pick.doers) == 1:
        fewer, but = pick.doers, ""
    return f", of {but}{', '.join(doer_name(doer, page.case) for doer in fewer)}"


def _chain(finding: Finding, page: _Page) -> str:
    return chain_of(finding, page.case).replace(" <- ", " ← ")


def _when(finding: Finding, page: _Page) -> Html:
    """Tell the days of a finding; those that are the day of publication are told once, by it."""
    day, about, said = finding.published, finding.days, finding.said_on
    parts = []
    if about is not None and about != (Period.of(day) if day else None):
        parts.append(join((text("about "), days(about, page.on))))
    if said is not None and said != day and about != Period.of(said):
        parts.append(join((text("said "), short_day(said, page.on))))
    parts.append(published(finding, page.on))
    return join((text("; "), join(parts, ", ")))


def published(finding: Finding, on: date) -> Html:
    """Tell the day a finding was published, linked to where it stands."""
    if finding.published is not None:
        return anchor(finding.url, short_day(finding.published, on))
    return anchor(
        finding.url, join((text("undated, known from "), short_day(finding.known_from, on)))
    )


def days(period: Period, on: date) -> Html:
    """Tell the days of a period."""
    first, last = period.first, period.last
    if first is not None and first == last:
        return short_day(first, on)
    start = short_day(first, on) if first else text("an open start")
    end = short_day(last, on) if last else text("an open end")
    return join((start, text(" to "), end))
