"""Parts of an umbrella that a text does not name: "a faction of X" is not X, "X's factions" are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from trucewatch.core.case import Case
from trucewatch.core.choice import ActorChoice, RefusedActor
from trucewatch.core.once import OncePerCase
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span

_BACK: Final = 70
_AHEAD: Final = 40

_NUMBER: Final = r"(?:one|two|three|four|five|six|seven|\d{1,2})"
_ALWAYS: Final = r"(?:faction|component|affiliate|member\s(?:group|faction|brigade))"
_PART: Final = rf"(?:{_ALWAYS}|group|brigade|battalion|militia|division|outfit)"
_WORDS: Final = r"(?:(?!of\b)[\w-]{1,20}\s){0,3}?"
_LINK: Final = (
    r"\s(?:(?:of|in|from|within|inside|under)|(?:that\sis\s|which\sis\s)?part\sof|belonging\sto"
    r"|(?:that|which)\sbelongs?\sto)\s(?:the\s)?"
)
_BESIDE: Final = (
    r"\s(?:(?:loosely|closely)\s)?(?:allied|linked|affiliated|aligned|close|loyal)\s(?:to|with)"
    r"\s(?:the\s)?"
)
_ONE_BEFORE = re.compile(
    rf"\b(?:(?:a|an|another|any)\s{_WORDS}(?P<part>{_PART})"
    rf"|{_NUMBER}\s(?:of\s(?:the\s|its\s)?)?{_WORDS}(?P<parts>{_PART}s))(?:{_LINK}|(?P<beside>{_BESIDE}))$",
    re.IGNORECASE,
)
_MANY_BEFORE = re.compile(rf"\b(?P<parts>{_PART}s){_LINK}$", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(
    rf"\b(?:an?|another|{_NUMBER}|{_NUMBER}\sof(?:\sthe)?)\s(?:[a-z-]{{2,16}}\s)?$",
    re.IGNORECASE,
)
_NUMBERED_BEFORE = re.compile(rf"\b{_NUMBER}\sof\s(?:the\s)?$", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"\s(?P<part>{_PART}s?)\b(?!\s?[A-Z])")
_OWNED_BEHIND = re.compile(rf"['’]s?\s(?:[\w-]{{1,20}}\s){{0,2}}?(?P<part>{_PART}s)\b")
_PEOPLE_BEHIND = re.compile(
    r"['’]?\s(?:fighters?|militants?|members?|gunm[ae]n|soldiers?|rebels?|elements?|troops?|forces"
    r"|insurgents?|jihadists?|terrorists?|commanders?|leaders?|officers?|snipers?|supporters?)\b"
)

_PARTS = re.compile(rf"{_PART}s", re.IGNORECASE)
_ITS_BEFORE = re.compile(r"\b(?:its|their)\s$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;\n]")


class _Found(NamedTuple):
    """A part as the text tells it, `start` to `end`, and whether it is all that is meant."""

    start: int
    end: int
    whole: bool


def tell_parts(text: str, mentions: Sequence[Mention], case: Case) -> tuple[Mention, ...]:
    """Give words for groups of an umbrella as one mention, in the place of the umbrella's name.

    One group or a number of them, not named, has no id: the umbrella's listed members are candidates
    and the umbrella is refused. "Its factions" are the umbrella. What is allied with a group is not it.
    An army's units and a group's fighters are no parts of this sort.
    """
    members = _MEMBERS.of(case)
    told: list[Mention] = []
    for mention in mentions:
        found = _part(text, mention, case, bool(members.get(mention.id or "")))
        if found is None:
            owner = _owner(text, mention, told)
            owned = owner is not None and bool(members.get(owner.id or ""))
            told.append(_as_owned(mention, owner) if owner is not None and owned else mention)
            continue
        while told and told[-1].span.end > found.start:
            told.pop()
        told.append(_as_part(text, mention, found, members.get(mention.id or "", ())))
    return _apart(told)


def _owner(text: str, mention: Mention, told: Sequence[Mention]) -> Mention | None:
    """Give who stands before "its factions" in one sentence: "X and its factions"."""
    its = _ITS_BEFORE.search(text[max(0, mention.span.start - 8) : mention.span.start])
    if its is None or not told or _PARTS.fullmatch(mention.span.text) is None:
        return None
    between = text[told[-1].span.end : mention.span.start]
    return told[-1] if len(between) <= _BACK and _STOP.search(between) is None else None


def _as_owned(mention: Mention, owner: Mention) -> Mention:
    return replace(mention, id=owner.id, kind=owner.kind, choice=ActorChoice(rule="parts"))


def _apart(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out what a part's words have taken in."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _part(text: str, mention: Mention, case: Case, has_members: bool) -> _Found | None:
    armed = mention.kind == "armed_group" and mention.id in case.actors.by_id
    if not (armed or has_members):
        return None
    span = mention.span
    if _PEOPLE_BEHIND.match(text, span.end):
        return None
    before = text[max(0, span.start - _BACK) : span.start]
    behind = text[span.end : span.end + _AHEAD]
    return _behind(before, behind, span, has_members) or _before(before, span, has_members)


def _before(before: str, span: Span, has_members: bool) -> _Found | None:
    one = _ONE_BEFORE.search(before)
    if one is not None:
        group = "part" if one["part"] else "parts"
        if one["beside"] or _is_a_part(one[group], has_members):
            return _Found(span.start - len(before) + one.start(group), span.end, whole=False)
        return None
    many = _MANY_BEFORE.search(before)
    if many is not None and has_members:
        return _Found(span.start - len(before) + many.start("parts"), span.end, whole=True)
    return None


def _behind(before: str, behind: str, span: Span, has_members: bool) -> _Found | None:
    owned = _OWNED_BEHIND.match(behind)
    if owned is not None and _is_a_part(owned["part"], has_members):
        one = _NUMBERED_BEFORE.search(before) is not None
        return _Found(span.start, span.end + owned.end(), whole=not one)
    part = _PART_BEHIND.match(behind)
    if part is not None and _is_a_part(part["part"], has_members):
        many = part["part"].endswith("s")
        one = _COUNTED_BEFORE.search(before) is not None
        if one or many:
            return _Found(span.start, span.end + part.end(), whole=not one)
    return None


def _is_a_part(words: str, has_members: bool) -> bool:
    """Tell whether a noun means a group of its own: of an umbrella any, of others "faction" only."""
    return has_members or re.fullmatch(rf"{_ALWAYS}s?", words, re.IGNORECASE) is not None


def _as_part(text: str, mention: Mention, found: _Found, members: tuple[str, ...]) -> Mention:
    span = Span.cut(text, found.start, found.end)
    if found.whole:
        return replace(mention, span=span, choice=ActorChoice(rule="parts"))
    refused = (RefusedActor(actor=str(mention.id), because="whole"),)
    named = (f"name:{' '.join(span.text.split())}", *members)
    choice = ActorChoice(rule="one_part", refused=refused)
    return replace(
        mention,
        span=span,
        id=None,
        kind="armed_group",
        candidates=named,
        former=False,
        choice=choice,
    )


def _members(case: Case) -> dict[str, tuple[str, ...]]:
    """Give the actors that the file lists under each umbrella."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in case.actors.by_id.values():
        for umbrella in actor.member_of:
            found[umbrella] = (*found.get(umbrella, ()), actor.id)
    return found


_MEMBERS: Final = OncePerCase(_members)
