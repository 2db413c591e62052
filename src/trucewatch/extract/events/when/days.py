"""When an event was: the date of its clause, of its sentence, or of what was told just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from trucewatch.core.document import Document
from trucewatch.core.reading import Aspect, Event, EventKind, Reality, Statement
from trucewatch.core.sentence import Sentence
from trucewatch.core.span import Span
from trucewatch.core.when import Period, TimeExpression, When, edtf
from trucewatch.extract.events.told import Told
from trucewatch.extract.events.when.spoken import SPOKEN_DAYS, as_spoken, is_of_the_answer, lends_to

RECAP_DAYS: Final = 21
"""What happened longer before the report is told again, not news."""

_TYPES: Final = ("DATE", "TIME", "DURATION")
_FAR: Final = 400
_BACK: Final = 6

_OPENING: Final = re.compile(r"[\s\"“‘']*(?:\w+\s+){0,2}", re.IGNORECASE)
_JOINED: Final = re.compile(r"\b(?:and|but)\b", re.IGNORECASE)
_PARTED: Final = re.compile(
    r"[,;:]|\b(?:and|but|while|although|though|whereas|with|after|before|which|who|that|where|than)\b",
    re.IGNORECASE,
)
"""What parts two clauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What the days of the events of one sentence are read from."""

    document: Document
    sentence: Sentence
    dates: Sequence[TimeExpression]
    earlier: Sequence[Event]
    paragraphs: Sequence[int]
    """The paragraph of each of the earlier events."""

    speakers: Sequence[str | None]
    """Who told each of the earlier events."""

    def when(
        self,
        told: Told,
        aspect: Aspect,
        statement: Statement | None,
        siblings: Sequence[Event],
        same: Event | None = None,
    ) -> When | None:
        """Give when an event was; None where nothing says so.

        The day of saying is not the day of the event, except of what goes on. `same` is the event
        told before that it is, with its day.
        """
        said = statement.said_on if statement and not _of_the_charge(statement) else None
        own = [
            date
            for date in self.dates
            if date.type in _TYPES
            and (said is None or date.span != said.span)
            and not _OTHER_TIME.search(self.document.text, told.trigger.end, date.span.start)
            and (
                told.kind is EventKind.AGREEMENT
                or not (_of_a_deal(self.sentence.span, date) or self._names_a_deal(date))
            )
            and not self._is_too_late(date, told)
            and not is_of_the_answer(self.document.text, date, told)
        ]
        free = [date for date in own if _is_free(date, siblings)]
        if same is not None and same.when is not None and same.when.period is not None:
            return replace(same.when, basis="inherited")
        near = [date for date in own if told.core <= date.span.start and date.span.end <= told.end]
        around = [d for d in free if told.start <= d.span.start and d.span.end <= told.end]
        since = self._since_the_deal(told, aspect)
        if since is not None and not (near or around):
            return since
        if aspect is Aspect.ONGOING:
            near, around, free = (
                [each for each in some if self._of_clause(each, told)]
                for some in (near, around, free)
            )
        for candidates in (near, around, free):
            dated = [date for date in candidates if date.period is not None]
            if dated:
                return as_spoken(_nearest(dated, told), statement)
            if candidates and all(date.type == "DATE" for date in candidates):
                return replace(_nearest(candidates, told).when, edtf=None, period=None)
        habit = aspect is Aspect.REPEATED and told.trigger.form in ("base", "s")
        if aspect is Aspect.ONGOING or habit or self._is_yet_undone(told, statement):
            return self._day_said(statement)
        if self.sentence.kind == "title" and told.trigger.form in ("base", "s") and told.view.real:
            return self._by_the_headline()
        in_the_day = _IN_THE_DAY.search(self.sentence.span.text) is not None
        by_hour = any(date.type == "TIME" for date in own) or in_the_day
        if _SAME_TIME.search(self.document.text[told.start : told.end]):
            return self._of_the_same_time()
        lending = [each for each in siblings if lends_to(each, told)]
        earlier = self._inherited(lending, statement, by_hour=by_hour)
        return earlier or self._by_the_hour(told, statement, by_hour=by_hour)

    def _is_too_late(self, date: TimeExpression, told: Told) -> bool:
        """Tell whether a day is still ahead, and so not that of what is told as past or undone so far."""
        published, days = self.document.published, date.period
        past = (
            told.trigger.form in ("past", "participle") and told.view.real and not told.view.ahead
        )
        undone = told.view.reality is Reality.NEGATED and not told.view.ahead
        if not (past or undone) or published is None or days is None or days.first is None:
            return False
        return days.first > published

    def _is_yet_undone(self, told: Told, statement: Statement | None) -> bool:
        """Tell whether something has not come about by the day of telling: "no patrol has been seen"."""
        text, behind = self.document.text, max(told.end, told.trigger.end)
        clause = f"{text[told.start : behind]} {' '.join(text[behind : behind + 24].split()[:2])}"
        backshift = statement is not None and statement.manner == "indirect"
        perfect = _PERFECT.search(clause) or (backshift and _HAD.search(clause))
        return (
            told.kind in _STATES
            and told.view.reality is Reality.NEGATED
            and not told.view.ahead
            and bool(perfect)
        )

    def _names_a_deal(self, date: TimeExpression) -> bool:
        """Tell whether a date only says which agreement is meant: "the September memorandum"."""
        text = self.document.text
        owned = (
            text[: date.span.start].lower().endswith(("the ", "that ", "this ", "its ", "their "))
        )
        return owned and _DATED_DEAL.match(text, date.span.end) is not None

    def _by_the_hour(
        self, told: Told, statement: Statement | None, *, by_hour: bool
    ) -> When | None:
        """Take an hour alone for one of the day of saying: "said on Friday that at dawn they shelled P"."""
        said = statement.said_on.period if statement and statement.said_on else None
        clause = self.document.text[told.start : told.end]
        so_far = _SO_FAR.search(self.sentence.span.text) is not None
        if said is None and self.document.published and so_far:
            said = Period.of(self.document.published)
        if said is None or said.first is None or said.first != said.last:
            return None
        night = _NIGHT.search(clause) is not None
        if not (by_hour or night or so_far):
            return None
        days = Period(said.first - timedelta(days=1), said.first) if night else said
        return When(edtf=edtf(days), period=days, span=None, basis="inherited")

    def _since_the_deal(self, told: Told, aspect: Aspect) -> When | None:
        """Give the time of a count "since the truce was signed on 17 May"; None for a single act."""
        trigger = told.trigger
        before = self.document.text[max(told.start, trigger.start - 24) : trigger.start]
        if aspect is not Aspect.REPEATED and not _COUNT.search(before):
            return None
        for date in self.dates:
            deal = _of_a_deal(self.sentence.span, date)
            if deal is not None and deal.group().lower().startswith("since") and date.period:
                days = Period(date.period.first, None)
                return When(edtf=edtf(days), period=days, span=date.span, basis="stated")
        return None

    def _of_clause(self, when: TimeExpression, told: Told) -> bool:
        """Tell whether a date is of the clause of a state: it opens the sentence, or nothing parts them."""
        text, span = self.document.text, when.span
        if _OPENING.fullmatch(text[self.sentence.span.start : span.start]):
            return _JOINED.search(text[span.end : told.trigger.start]) is None
        between = text[min(span.end, told.trigger.end) : max(span.start, told.trigger.start)]
        between = _APPOSED.sub("", between) if SPOKEN_DAYS.fullmatch(span.text) else between
        if span.start > told.trigger.end:
            between = _PLACES_JOINED.sub("", between)
        return _PARTED.search(between) is None

    def _by_the_headline(self) -> When | None:
        """Give what a headline tells in the simple present its days: news is of its day or the day before."""
        published = self.document.published
        if published is None or published.toordinal() == 1:
            return None
        days = Period(published - timedelta(days=1), published)
        return When(edtf=edtf(days), period=days, span=None, basis="given")

    def _day_said(self, statement: Statement | None) -> When | None:
        """Give what goes on the day it is said of: the statement's, else the publication's."""
        if statement is not None and statement.said_on is not None:
            return replace(statement.said_on, basis="inherited")
        if self.document.published is None:
            return None
        day = Period.of(self.document.published)
        return When(edtf=edtf(day), period=day, span=None, basis="given")

    def _inherited(
        self, siblings: Sequence[Event], statement: Statement | None, *, by_hour: bool
    ) -> When | None:
        """Take the day of the nearest event told before, in this sentence or the ones just before.

        Whoever tells it, an hour alone ("at midday") is one of the day that the text speaks of.
        """
        here = self.sentence.paragraph
        for event in reversed(siblings):
            if _lends(event):
                return replace(event.when, basis="inherited") if event.when else None
        speaker = speaker_of(statement)
        for event, paragraph, told_by in zip(
            reversed(self.earlier[-_BACK:]),
            reversed(self.paragraphs[-_BACK:]),
            reversed(self.speakers[-_BACK:]),
            strict=True,
        ):
            gap = self.sentence.span.start - event.trigger.end
            if gap > _FAR or paragraph < here - 1 or (not _same(told_by, speaker) and not by_hour):
                return None
            if _lends(event):
                another = not _same(told_by, speaker)
                if another and (len(self._days_before()) > 1 or _says_when(statement)):
                    return None
                return replace(event.when, basis="inherited") if event.when else None
        return None

    def _of_the_same_time(self) -> When | None:
        """Give "over the same period" the last days told before, of more than one day where any are."""
        told = [event for event in self.earlier if _lends(event)]
        spans = [event for event in told if event.when and _lasts(event.when)]
        last = (spans or told)[-1:]
        return replace(last[0].when, basis="inherited") if last and last[0].when else None

    def _days_before(self) -> set[Period]:
        """Give the days of the events told shortly before."""
        return {event.when.period for event in self.earlier if event.when and event.when.period}

    def is_recap(self, when: When | None) -> bool:
        """Tell whether an event is old news."""
        published = self.document.published
        if when is None or when.period is None or when.period.last is None or published is None:
            return False
        return when.period.last < published - timedelta(days=RECAP_DAYS)


def _says_when(statement: Statement | None) -> bool:
    return statement is not None and statement.said_on is not None


def _same(told_by: str | None, speaker: str | None) -> bool:
    """Tell whether one voice goes on: "the same source" is whoever spoke before."""
    again = speaker is not None and told_by is not None and speaker.lower().startswith("the same ")
    return told_by == speaker or again


_PLACES_JOINED: Final = re.compile(
    r"\band\s(?:the\s)?(?:(?:north|south|east|west|central)[\w-]*\s)?(?=[A-Z])"
)
""""In the north of P and the south of Q": that parts no clauses."""

_STATES: Final = frozenset({EventKind.PATROL, EventKind.OPENING, EventKind.DEPLOYMENT})
"""Kinds of which that nothing came about is a state, and lasts."""

_PERFECT: Final = re.compile(r"\b(?:has|have)(?:n['’]t)?\b", re.IGNORECASE)
_HAD: Final = re.compile(r"\bhad(?:n['’]t)?\b", re.IGNORECASE)

_IN_THE_DAY: Final = re.compile(
    r"\b(?:during|throughout|in\sthe\scourse\sof|later|earlier(?:\sin)?)\s(?:the|that)(?:\ssame)?\sday\b",
    re.IGNORECASE,
)
_NIGHT: Final = re.compile(r"\b(?:during|in|over|through)\s(?:the|last)\snight\b", re.IGNORECASE)
_COUNT: Final = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores)\s"
    r"(?:of\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_SO_FAR: Final = re.compile(
    r"\bsince\s(?:the\s)?(?:early\s)?(?:morning|dawn|noon|midday|midnight|daybreak)\b",
    re.IGNORECASE,
)
"""What has been going on since an hour has been on the day of telling."""

_OTHER_TIME: Final = re.compile(
    r"\b(?:where|which|who|whose)\s[^,;.\n]*\b(?:(?:was|were)\sto|had|should|must)\s[^,;.\n]*\Z"
)
"""What stands between an act and the day of something else: "fired from P, where none were to be by May"."""

_ACCUSED: Final = re.compile(r"\b(?:accus|blam)\w+\s*$", re.IGNORECASE)
_DEAL: Final = re.compile(
    r"\b(?:since|after|before|following|under|despite|until|in\sspite\sof|by)\s[^,;]{0,60}"
    r"\b(?:deal|agreements?|memorandum|accords?|pact|truce|cease-?fire|treaty|summit|protocol)\b"
    r"[^,;]{0,40}\Z"
    r"|\b(?:since|after|before|until)\s[^,;]{0,60}\b(?:was|were)\s(?:agreed|brokered|negotiated)\b[^,;]{0,40}\Z",
    re.IGNORECASE,
)


_DEAL_OF: Final = re.compile(
    r"\b(?:deal|agreements?|memorandum|accords?|pact|truce|cease-?fire|treaty|protocol)"
    r"(?:\s(?:that\swas\s|which\swas\s)?(?:signed|reached|concluded|struck|made|brokered|sealed|agreed)\b[^,;]{0,48}"
    r"|\s(?:of|dated|from)\s(?:the\s)?)\Z",
    re.IGNORECASE,
)
"""What a date behind it only tells apart: "the memorandum of 17 September"."""

_DATED_DEAL: Final = re.compile(
    r"\s(?:[\w’'-]{2,20}\s){0,3}?(?:deal|agreements?|memorandum|accords?|pact|truce|cease-?fire|treaty|summit"
    r"|protocol)\b",
    re.IGNORECASE,
)


def _of_the_charge(statement: Statement) -> bool:
    """Tell whether a day told behind a charge is the act's: "accused X of shelling P on Sunday"."""
    said = statement.said_on.span if statement.said_on is not None else None
    accuses = any(_ACCUSED.search(cue.text) for cue in statement.cue)
    return accuses and said is not None and said.start >= statement.content[-1].end


def _of_a_deal(sentence: Span, date: TimeExpression) -> re.Match[str] | None:
    """Give the words that make a date an agreement's: "the first strikes since the deal of 17 May"."""
    before = sentence.text[: max(0, date.span.start - sentence.start)]
    return _DEAL.search(before) or _DEAL_OF.search(before)


def speaker_of(statement: Statement | None) -> str | None:
    """Name who tells something, as well as the page lets one; None for the page itself."""
    if statement is None:
        return None
    named = statement.speaker or statement.for_
    source = statement.source[0].text if statement.source else ""
    if named is None and source.lower().startswith("the same "):
        return source
    last = statement.chain[-1].span if statement.unnamed and statement.chain else None
    if named is None and last is not None:
        return last.text
    return named or " ".join(span.text for span in statement.source)


_SAME_TIME: Final = re.compile(
    r"\b(?:over|in|during|within|for|at)\s(?:the\s(?:same|said|reporting)|that|this)\s(?:period|time\sframe|timeframe)\b",
    re.IGNORECASE,
)


def _lasts(when: When) -> bool:
    return when.period is not None and when.period.first != when.period.last


def _lends(event: Event) -> bool:
    happened = event.reality in (Reality.ASSERTED, Reality.DISTANCED, Reality.NEGATED)
    return (
        happened
        and not (event.kind is EventKind.AGREEMENT and event.recap)
        and event.when is not None
        and event.when.span is not None
        and event.when.period is not None
        and event.when.period.last is not None
    )


def _is_free(date: TimeExpression, siblings: Sequence[Event]) -> bool:
    """Tell whether a date of the sentence is free for an event: no other has it as its own."""
    return not any(
        event.when is not None and event.when.span == date.span and event.when.basis != "inherited"
        for event in siblings
    )


_APPOSED: Final = re.compile(r"\A,\s(?:on\s)?\w+day,")
"""What names the day again: "today, Sunday, they shelled"."""


def _nearest(dates: Sequence[TimeExpression], told: Told) -> TimeExpression:
    place = told.trigger.start
    return min(dates, key=lambda date: abs(_gap(date.span, place)))


def _gap(span: Span, place: int) -> int:
    return span.start - place if span.start >= place else place - span.end
