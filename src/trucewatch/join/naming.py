"""Who calls whom what: every name and label of an actor, whose word it is, how often and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from trucewatch.core.reading import Mention, Reading
from trucewatch.core.span import Span

_QUOTED: Final = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_ACTORS: Final = frozenset({"person", "state", "organisation", "armed_group", "outlet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name or label of an actor in one document's words, `times` over.

    `voice` is whose word it is: within quotation marks the speaker's, elsewhere the outlet's; None
    where that is unknown. `label` tells a word that takes a stand ("so-called") from a name. `former`:
    a name that was no longer the actor's own on the day. `published` may be unknown.
    """

    actor: str
    words: str
    label: bool
    former: bool
    voice: str | None
    document: str
    published: date | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameInUse:
    """One voice's use of one name or label of an actor, over all documents.

    `months` counts the uses by month (`2018-11`, sorted; "" where no day is known).
    """

    actor: str
    words: str
    label: bool
    former: bool
    voice: str | None
    times: int
    documents: int
    first: date | None
    last: date | None
    months: tuple[tuple[str, int], ...]


def namings(reading: Reading) -> Iterator[Naming]:
    """Yield how one document names and labels actors that the case knows, each wording once."""
    counts: dict[tuple[str, str, bool, bool, str | None], int] = defaultdict(int)
    quotations = sorted(_quotations(reading), key=lambda quoted: quoted[0].start)
    starts = [span.start for span, _ in quotations]
    outlet = reading.document.outlet
    for mention in reading.mentions:
        if mention.id is not None and mention.kind in _ACTORS:
            before = bisect_right(starts, mention.span.start)
            voice = _voice(mention, quotations[max(0, before - 1) : before], outlet)
            counts[mention.id, _plain(mention.span), False, mention.former, voice] += 1
    for label in reading.labels:
        if label.actor is not None:
            counts[label.actor, _plain(label.span).lower(), True, False, label.voice] += 1
    for (actor, words, is_label, former, voice), times in counts.items():
        yield Naming(
            actor=actor,
            words=words,
            label=is_label,
            former=former,
            voice=voice,
            document=reading.document.id,
            published=reading.document.published,
            times=times,
        )


def names_in_use(namings: Iterable[Naming]) -> tuple[NameInUse, ...]:
    """Gather namings by actor, wording and voice: labels before names, the most used first."""
    gathered: dict[tuple[str, str, bool, bool, str | None], list[Naming]] = defaultdict(list)
    for each in namings:
        gathered[each.actor, each.words, each.label, each.former, each.voice].append(each)
    return tuple(sorted((_gather(uses) for uses in gathered.values()), key=_place_in_list))


def _gather(uses: list[Naming]) -> NameInUse:
    one = uses[0]
    days = sorted(each.published for each in uses if each.published)
    months: dict[str, int] = defaultdict(int)
    for each in uses:
        months[each.published.isoformat()[:7] if each.published else ""] += each.times
    return NameInUse(
        actor=one.actor,
        words=one.words,
        label=one.label,
        former=one.former,
        voice=one.voice,
        times=sum(each.times for each in uses),
        documents=len({each.document for each in uses}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        months=tuple(sorted(months.items())),
    )


def _place_in_list(use: NameInUse) -> tuple[object, ...]:
    return (use.actor, not use.label, -use.times, use.words, use.former, use.voice or "")


def _quotations(reading: Reading) -> Iterator[tuple[Span, str | None]]:
    """Yield what stands between quotation marks in what somebody said, with who said it."""
    text = reading.document.text
    for statement in reading.statements:
        for piece in statement.content:
            for quoted in _QUOTED.finditer(text, piece.start, piece.end):
                yield Span.cut(text, quoted.start(), quoted.end()), statement.speaker


def _voice(
    mention: Mention, quotations: Sequence[tuple[Span, str | None]], outlet: str | None
) -> str | None:
    return next((who for span, who in quotations if span.holds(mention.span)), outlet)


def _plain(span: Span) -> str:
    return " ".join(span.text.split())
