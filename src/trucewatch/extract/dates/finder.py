"""Find every date, time, length and repetition of a text, and the days each one means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression, edtf
from trucewatch.extract.dates import (
    ahead,
    anchored,
    clock,
    lengths,
    months,
    numeric,
    relative,
    seasons,
    stated,
    weekdays,
    years,
)
from trucewatch.extract.dates.edges import EDGES, narrow
from trucewatch.extract.dates.ends import open_end
from trucewatch.extract.dates.frames import note_frame
from trucewatch.extract.dates.merging import join
from trucewatch.extract.dates.named import count_from_named, note_named
from trucewatch.extract.dates.reading import Context, Found, Outcome, Rule
from trucewatch.extract.dates.tokens import Tokens, cut_tokens
from trucewatch.extract.dates.vocabulary import code_tokens

_RULES: Final = (
    *numeric.RULES,
    *stated.RULES,
    *months.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *anchored.RULES,
    *ahead.RULES,
    *lengths.RULES,
    *years.RULES,
    *seasons.RULES,
    *clock.RULES,
)


def _by_first(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in rules:
        for code in rule.pattern.first:
            table.setdefault(code, []).append(rule)
    return {code: tuple(found) for code, found in table.items()}


_STARTS: Final = _by_first(_RULES)
_EDGE_STARTS: Final = _by_first(EDGES)


def find_dates(
    text: str, published: date | None, stretches: Iterable[Span] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text, in its order, each with the rule that read it.

    Only the `stretches` are read (everything, where None is given); spans count over `text`.
    Without `published` what is told relatively stays unresolved: no day is ever counted from today.
    """
    context = Context(published)
    read = [Span(0, len(text), text)] if stretches is None else stretches
    found: list[TimeExpression] = []
    for stretch in read:
        tokens = cut_tokens(text, stretch.start, stretch.end)
        found += [_express(tokens, outcome) for outcome in _read(tokens, context)]
    return tuple(found)


def _read(tokens: Tokens, context: Context) -> list[Outcome]:
    codes = code_tokens(tokens)
    pieces: list[Outcome] = []
    place, end = 0, len(codes)
    context.last_end, context.frame = -1, None
    while place < end:
        code = codes[place]
        if code not in _STARTS and code not in _EDGE_STARTS:
            place += 1
            continue
        read = _read_at(tokens, codes, place, context)
        if not read:
            place += 1
            continue
        for outcome in read:
            _add(tokens, pieces, outcome, context)
        place = context.last_end = max(outcome.last for outcome in read)
    finished = (_finish(tokens, piece, context) for piece in pieces)
    return [piece for piece in finished if piece is not None]


def _add(tokens: Tokens, pieces: list[Outcome], outcome: Outcome, context: Context) -> None:
    pieces.append(outcome)
    while len(pieces) > 1:
        joined = join(tokens, pieces[-2], pieces[-1], context.published)
        if joined is None:
            break
        pieces[-2:] = joined
        if len(joined) == 2:
            break
    last = pieces[-1]
    note_frame(tokens, last, context)
    note_named(tokens, last, context)
    if last.anchors and last.period is not None and last.type in ("DATE", "TIME"):
        context.anchor = last
        if last.grain in ("day", "time") and last.period.first == last.period.last:
            context.told_day = last


def _read_at(tokens: Tokens, codes: str, place: int, context: Context) -> tuple[Outcome, ...]:
    """Read what begins at a token: the longest of the plain rules, or of one with an edge before."""
    best = _read_plain(tokens, codes, place, context)
    for rule in _EDGE_STARTS.get(codes[place], ()):
        match = rule.pattern.pattern.match(codes, place)
        if match is None or match.end() >= len(codes):
            continue
        context.inner = True
        inner = _read_plain(tokens, codes, match.end(), context)
        context.inner = False
        if len(inner) != 1 or inner[0].first != match.end():
            continue
        narrowed = narrow(
            Found(tokens, codes, match, rule.pattern.groups, context), rule.name, inner[0]
        )
        if narrowed is not None and (not best or narrowed.last > best[-1].last):
            best = (replace(narrowed, first=place, last=inner[0].last),)
    return best


def _read_plain(tokens: Tokens, codes: str, place: int, context: Context) -> tuple[Outcome, ...]:
    best: tuple[Outcome, ...] = ()
    longest = place
    for rule in _STARTS.get(codes[place], ()):
        match = rule.pattern.pattern.match(codes, place)
        if match is None or match.end() <= longest:
            continue
        settled = rule.settle(Found(tokens, codes, match, rule.pattern.groups, context))
        if settled is None:
            continue
        outcomes = settled if isinstance(settled, tuple) else (settled,)
        best = tuple(
            replace(
                outcome,
                rule=outcome.rule or rule.name,
                first=outcome.first or match.start(),
                last=outcome.last or match.end(),
            )
            for outcome in outcomes
        )
        longest = match.end()
    return best


def _finish(tokens: Tokens, piece: Outcome, context: Context) -> Outcome | None:
    """Open the end that "since" leaves open; close a count from what one day or none was told of."""
    if piece.offset is None:
        return open_end(tokens, piece)
    return count_from_named(tokens, piece, context) or _length_left(piece)


def _length_left(piece: Outcome) -> Outcome | None:
    """Keep `two days` of "two days after the raid"; "the day after the raid" tells no day."""
    steps, unit = piece.offset or (0, "")
    if piece.rule.startswith("the-"):
        return None
    value = lengths.length_value(abs(steps), unit)
    return replace(piece, type="DURATION", value=value, basis="stated", last=piece.last - 1)


def _express(tokens: Tokens, outcome: Outcome) -> TimeExpression:
    start, end = tokens.starts[outcome.first], tokens.ends[outcome.last - 1]
    return TimeExpression(
        span=Span.cut(tokens.text, start, end),
        type=outcome.type,
        value=outcome.value,
        edtf=edtf(outcome.period) if outcome.period is not None else None,
        period=outcome.period,
        rule=outcome.rule,
        basis=outcome.basis,
    )
