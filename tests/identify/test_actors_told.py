"""One line a case: a text, its day, and whom its words mean; each again with the two sides exchanged."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from passages import a_document
from trucewatch.case.load import load_case
from trucewatch.core.case import Case
from trucewatch.core.reading import Mention, Reading
from trucewatch.pipeline.read import read_text

MIRROR = {
    "Tavria": "Ostria",
    "Tavrian": "Ostrian",
    "Mirenz": "Lenmark",
    "Hill": "River",
    "Red": "Blue",
    "Tamar": "Lowa",
    "Dawn": "Dusk",
    "Ember": "Cinder",
}
EXCHANGED = {**MIRROR, **{after: before for before, after in MIRROR.items()}}
EXCHANGED |= {before.lower(): after.lower() for before, after in EXCHANGED.items()}

EARLY, LATE = date(2030, 7, 15), date(2030, 12, 1)

# Expected: an id, with "former"; or ?rule: open, with candidates, and after "not" those refused.
ROWS: list[tuple[str, date, str, str]] = [
    # names and their days
    ("The Ember Guard left.", date(2030, 4, 1), "Ember Guard", "dawn_front not ember_guard"),
    ("The Ember Guard left.", EARLY, "Ember Guard", "dawn_front former not ember_guard"),
    ("The Ember Guard left.", LATE, "Ember Guard", "ember_guard not dawn_front"),
    ("The Ember Guard left.", date(2024, 1, 1), "Ember Guard", "?not_yet dawn_front ember_guard"),
    ("The Dawn Front left.", date(2030, 4, 1), "Dawn Front", "?not_yet dawn_front"),
    ("The Dawn Front left.", LATE, "Dawn Front", "dawn_front"),
    # what the text says of names
    (
        "The Dawn Front, formerly known as the Ember Guard, left.",
        LATE,
        "Ember Guard",
        "dawn_front former not ember_guard",
    ),
    (
        "The Dawn Front (previously the Ember Guard) left.",
        LATE,
        "Ember Guard",
        "dawn_front former not ember_guard",
    ),
    (
        "The Ember Guard, which now calls itself the Dawn Front, left.",
        LATE,
        "Ember Guard",
        "dawn_front former not ember_guard",
    ),
    ("The former Ember Guard left.", LATE, "Ember Guard", "dawn_front former not ember_guard"),
    (
        "The Ember Guard split from the Dawn Front.",
        LATE,
        "Ember Guard",
        "ember_guard not dawn_front",
    ),
    ("The Red Brigade, once part of the Dawn Front, left.", LATE, "Dawn Front", "dawn_front"),
    ("The Red Brigade, formerly the Dawn Front, left.", LATE, "Dawn Front", "dawn_front"),
    (
        "The Black Banner Battalion, formerly known as the Dawn Front, left.",
        LATE,
        "Black Banner Battalion",
        "?told_same name:Black Banner Battalion dawn_front not dawn_front",
    ),
    (
        "The Black Banner Battalion, now known as the Dawn Front, left.",
        LATE,
        "Black Banner Battalion",
        "?told_same name:Black Banner Battalion dawn_front not dawn_front",
    ),
    (
        "The Red Brigade, also known as the Stone Lions Battalion, left.",
        LATE,
        "Stone Lions Battalion",
        "?told_same name:Stone Lions Battalion red_brigade not red_brigade",
    ),
    # umbrellas and their members
    (
        "A faction of the Hill Alliance shelled Tamar.",
        LATE,
        "faction of the Hill Alliance",
        "?one_part name:faction of the Hill Alliance red_brigade free_tamar_army not hill_alliance",
    ),
    (
        "One of the groups in the Hill Alliance left.",
        LATE,
        "groups in the Hill Alliance",
        "?one_part name:groups in the Hill Alliance red_brigade free_tamar_army not hill_alliance",
    ),
    (
        "Two Hill Alliance brigades left.",
        LATE,
        "Hill Alliance brigades",
        "?one_part name:Hill Alliance brigades red_brigade free_tamar_army not hill_alliance",
    ),
    (
        "One of the Hill Alliance's factions left.",
        LATE,
        "Hill Alliance's factions",
        "?one_part name:Hill Alliance's factions red_brigade free_tamar_army not hill_alliance",
    ),
    (
        "A group allied with the Dawn Front left.",
        LATE,
        "group allied with the Dawn Front",
        "?one_part name:group allied with the Dawn Front not dawn_front",
    ),
    ("All Hill Alliance factions left.", LATE, "Hill Alliance factions", "hill_alliance"),
    (
        "Some factions in the Hill Alliance left.",
        LATE,
        "factions in the Hill Alliance",
        "hill_alliance",
    ),
    ("The Hill Alliance and its factions left.", LATE, "factions", "hill_alliance"),
    ("Fighters of the Hill Alliance left.", LATE, "Hill Alliance", "hill_alliance"),
    ("A group of Hill Alliance fighters left.", LATE, "Hill Alliance", "hill_alliance"),
    ("A brigade of the Tavrian army left.", LATE, "Tavrian army", "tavria_army"),
    ("A brigade of the Dawn Front left.", LATE, "Dawn Front", "dawn_front"),
    ("The Red Brigade, a member of the Hill Alliance, left.", LATE, "Red Brigade", "red_brigade"),
    ("Hill Alliance member Red Brigade left.", LATE, "Red Brigade", "red_brigade"),
    # names alike
    (
        "The Free Sella Army left.",
        LATE,
        "Free Sella Army",
        "?stranger name:Free Sella Army not free_lowa_army free_tamar_army",
    ),
    (
        "The Red Brigade Battalion left.",
        LATE,
        "Red Brigade Battalion",
        "?stranger name:Red Brigade Battalion red_brigade not red_brigade",
    ),
    (
        "The Stone Lion Dawn Front left.",
        LATE,
        "Stone Lion Dawn Front",
        "?stranger name:Stone Lion Dawn Front dawn_front not dawn_front",
    ),
    (
        "The Silver Lion Battalion left.",
        LATE,
        "Silver Lion Battalion",
        "?stranger name:Silver Lion Battalion",
    ),
    ("Jaysh al-Sarn left.", LATE, "Jaysh al-Sarn", "?stranger name:Jaysh al-Sarn"),
    # the order of two, and a noun of one
    (
        "The Red Brigade met the Tavrian army. The latter left.",
        LATE,
        "The latter",
        "tavria_army not red_brigade",
    ),
    (
        "The Red Brigade met the Tavrian army. The former left.",
        LATE,
        "The former",
        "red_brigade not tavria_army",
    ),
    (
        "The Tavrian army met the Red Brigade. The latter left.",
        LATE,
        "The latter",
        "red_brigade not tavria_army",
    ),
    (
        "The Tavrian army, the Dawn Front and the Red Brigade met. The latter left.",
        LATE,
        "The latter",
        "?several tavria_army dawn_front red_brigade",
    ),
    (
        "The Hill Alliance met the Red Brigade. The alliance left.",
        LATE,
        "The alliance",
        "hill_alliance not red_brigade",
    ),
    (
        "The Hill Alliance met the River Alliance. The alliance left.",
        LATE,
        "The alliance",
        "?several hill_alliance river_alliance",
    ),
    # words that take somebody up
    ("Tavria and Ostria met. Both signed.", LATE, "Both", "?both tavria ostria"),
    ("The Dawn Front left Tamar. The group denied it.", LATE, "The group", "dawn_front"),
    (
        "The Dawn Front and the Dusk Front met. The group left.",
        LATE,
        "The group",
        "?several dawn_front dusk_front",
    ),
    (
        "The Tavrian Defence Ministry met the Ostrian Defence Ministry. The ministry lied.",
        LATE,
        "The ministry",
        "?several tavria_defence ostria_defence",
    ),
    # capitals
    ("Mirenz said no.", LATE, "Mirenz", "tavria"),
    ("Mirenz was bombed.", LATE, "Mirenz", "mirenz"),
    ("Mirenz came under heavy fire.", LATE, "Mirenz", "mirenz"),
    ("Mirenz was hit by sanctions.", LATE, "Mirenz", "tavria"),
    ("Mirenz was told of it.", LATE, "Mirenz", "tavria"),
]


@cache
def two_sides() -> Case:
    return load_case(Path(__file__).parent / "two_sides")


def exchanged(words: str) -> str:
    return re.sub(r"[A-Za-z]+", lambda found: EXCHANGED.get(found.group(), found.group()), words)


def reading_of(text: str, day: date) -> Reading:
    return read_text(replace(a_document(text), published=day), two_sides())


def told(mention: Mention) -> str:
    choice = mention.choice
    refused = sorted(each.actor for each in choice.refused) if choice is not None else []
    meant = [mention.id, *(["former"] if mention.former else [])]
    opened = [f"?{choice.rule if choice is not None else ''}", *mention.candidates]
    parts = meant if mention.id is not None else opened
    return " ".join(map(str, (*parts, *(("not", *refused) if refused else ()))))


def expected_of(words: str) -> str:
    """Put those refused into order: exchanged names sort otherwise."""
    meant, *refused = words.split(" not ")
    return " not ".join((meant, *(" ".join(sorted(each.split())) for each in refused)))


@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize(("text", "day", "words", "expected"), ROWS)
def test_words_mean_an_actor_or_are_left_open_with_their_candidates(
    text: str, day: date, words: str, expected: str, other: bool
) -> None:
    if other:
        text, words, expected = exchanged(text), exchanged(words), exchanged(expected)
    mentions = reading_of(text, day).mentions
    found = [told(each) for each in mentions if each.span.text == words]
    assert found == [expected_of(expected)], [(each.span.text, told(each)) for each in mentions]


# Whose an act is: an act by a member is not one by all.
ACTS = [
    ("The Red Brigade, a member of the Hill Alliance, shelled Tamar.", ["red_brigade"]),
    ("Hill Alliance member Red Brigade shelled Tamar.", ["red_brigade"]),
    ("The Hill Alliance's Red Brigade shelled Tamar.", ["red_brigade"]),
    ("A faction of the Hill Alliance shelled Tamar.", [None]),
    ("A Hill Alliance brigade shelled Tamar.", [None]),
    ("The Hill Alliance shelled Tamar.", ["hill_alliance"]),
    ("Hill Alliance factions shelled Tamar.", ["hill_alliance"]),
    ("Fighters of the Hill Alliance shelled Tamar.", ["hill_alliance"]),
    ("The Free Sella Army shelled Tamar.", [None]),
    ("The Red Brigade Battalion shelled Tamar.", [None]),
    ("The Tavrian army met the Red Brigade. The latter shelled Tamar.", ["red_brigade"]),
]


@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize(("text", "by"), ACTS)
def test_an_act_is_its_doer_s(text: str, by: list[str | None], other: bool) -> None:
    if other:
        text = exchanged(text)
        by = [exchanged(each) if each is not None else None for each in by]
    events = [event for event in reading_of(text, LATE).events if event.kind == "attack"]
    assert [party.actor for event in events for party in event.by] == by


def test_every_actor_of_a_reading_tells_its_rule() -> None:
    text = (
        "The Dawn Front and militants shelled Tamar. The group, which left, denied it, Mirenz said."
    )
    kinds = {"person", "state", "organisation", "armed_group"}
    mentions = reading_of(text, LATE).mentions
    assert all(each.choice is not None for each in mentions if each.kind in kinds)
    rules = [each.choice.rule for each in mentions if each.choice is not None]
    assert rules == ["name", "class", "taken_up", "name"]


PIECES = st.sampled_from(
    [
        *(
            "The Ember Guard",
            "the Dawn Front",
            "the Hill Alliance",
            "the Red Brigade",
            "Mirenz",
            "Tavria",
        ),
        *(
            "factions",
            "a faction",
            "one",
            "of",
            "in",
            "'s",
            "s",
            ",",
            ".",
            "(",
            ")",
            "and",
            "both",
            "Both",
        ),
        *(
            "the former",
            "The latter",
            "the alliance",
            "formerly known as",
            "now known as",
            "militants",
        ),
        *(
            "left",
            "said",
            "shelled",
            "it",
            "The group",
            "Brigade",
            "Jaysh al-Sarn",
            "its",
            "was bombed",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@example(pieces=["Mirenz", "the former", "Mirenz"], day=None)
@given(st.lists(PIECES, min_size=1, max_size=30), st.sampled_from([None, EARLY, LATE]))
def test_whatever_stands_together_names_keep_their_words_and_order(
    pieces: list[str], day: date | None
) -> None:
    reading = read_text(replace(a_document(" ".join(pieces)), published=day), two_sides())
    starts = [each.span.start for each in reading.mentions]
    assert starts == sorted(starts)
    known = {*two_sides().actors.by_id, *two_sides().actors.classes}
    for mention in reading.mentions:
        choice = mention.choice
        assert choice is None or mention.id not in {each.actor for each in choice.refused}
        refused = {each.actor for each in choice.refused} if choice is not None else set()
        assert {each for each in refused if not each.startswith("name:")} <= known
