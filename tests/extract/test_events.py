"""Events of invented sentences: what happened, how it is presented, by whom, where; one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passages import a_document, crossing
from trucewatch.core.reading import Event, Reading
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def read(text: str) -> Reading:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return read_text(document, crossing())


def told(event: Event) -> tuple[str, str, str, str]:
    by = " ".join(party.actor or "?" for party in event.by)
    at = " ".join(place.place or "?" for place in event.at)
    return event.kind, event.reality, by, at


ARMY, LEAGUE = "velmar_army", "marsh_league"
ONE: list[tuple[str, tuple[str, str, str, str]]] = [
    ("Velmari troops shelled Ashel on Monday.", ("attack", "asserted", ARMY, "ashel")),
    ("Ashel was shelled by Velmari troops on Monday.", ("attack", "asserted", ARMY, "ashel")),
    ("The Velmari army's shelling of Ashel killed two people.", ("attack", "asserted", ARMY, "ashel")),
    ("The Velmari army carried out an attack on Ashel.", ("attack", "asserted", ARMY, "ashel")),
    ("Velmar accused Ondreli troops of shelling Ashel.", ("attack", "asserted", "ondrel_army", "ashel")),
    ("Ashel came under fire on Monday.", ("attack", "asserted", "", "ashel")),
    ("Velmari troops did not shell Ashel on Monday.", ("attack", "negated", ARMY, "ashel")),
    ("Velmar denied shelling Ashel on Monday.", ("attack", "denied", "velmar", "ashel")),
    ("Velmari troops allegedly shelled Ashel.", ("attack", "distanced", ARMY, "ashel")),
    ("Velmari troops will shell Ashel on Monday.", ("attack", "planned", ARMY, "ashel")),
    ("Ilan Queth warned that Velmari troops may shell Ashel.", ("attack", "feared", ARMY, "ashel")),
    ("The Velmari army postponed a joint patrol along the river line.", ("patrol", "postponed", ARMY, "river_line")),
    ("Velmari troops began patrols along the river line on Monday.", ("patrol", "asserted", ARMY, "river_line")),
    ("The Harrow Crossing was reopened on Monday.", ("opening", "asserted", "", "harrow_crossing")),
    ("The Harrow Crossing remains closed.", ("closure", "asserted", "", "harrow_crossing")),
    ("Velmar closed the Harrow Crossing on Monday.", ("closure", "asserted", "velmar", "harrow_crossing")),
    ("Ondrel released 12 prisoners on Monday.", ("release", "asserted", "ondrel", "")),
    ("Ondrel has not released the prisoners.", ("release", "negated", "ondrel", "")),
    ("The Marsh League is still in Ashel.", ("deployment", "asserted", LEAGUE, "ashel")),
    ("Shells fired from Pellow landed in Ashel on Monday.", ("attack", "asserted", "", "ashel")),
    ("Clashes broke out between the Velmari army and the Marsh League in Ashel.", ("clash", "asserted", f"{ARMY} {LEAGUE}", "ashel")),
    ("On Monday Velmari troops shelled Ashel.", ("attack", "asserted", ARMY, "ashel")),
    ("Mortar shells fell on Ashel on Monday.", ("attack", "asserted", "", "ashel")),
    ("An attack of the Marsh League on Ashel was recorded by Ondrel.", ("attack", "asserted", LEAGUE, "ashel")),
    ("Velmari troops fired over 20 shells at Ashel.", ("attack", "asserted", ARMY, "ashel")),
    ("Velmari troops fired on the outskirts of Ashel.", ("attack", "asserted", ARMY, "ashel")),
    ("Velmari troops fired shells filled with gas at Ashel.", ("attack", "asserted", ARMY, "ashel")),
    ("Velmari troops shelled several villages, among them Ashel and Pellow.", ("attack", "asserted", ARMY, "ashel pellow")),
    ("Velmari troops shelled the village of Ashel, the town of Dunmere and the village of Pellow.", ("attack", "asserted", ARMY, "ashel dunmere pellow")),
    ("Clashes between the Velmari army and the Marsh League flared up on Monday in Ashel.", ("clash", "asserted", f"{ARMY} {LEAGUE}", "ashel")),
    ("Ashel and Pellow came under Velmari shelling on Monday.", ("attack", "asserted", "velmar", "ashel pellow")),
    ("Shelling by the Velmari army continued on Monday in Ashel.", ("attack", "asserted", ARMY, "ashel")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_sentence_one_event(text: str, expected: tuple[str, str, str, str]) -> None:
    assert [told(event) for event in read(text).events] == [expected]


AROUND: list[tuple[str, str]] = [
    ("Velmar refused to condemn the shelling of Ashel.", "asserted"),
    ("Velmar never apologised for shelling Ashel.", "asserted"),
    ("Velmar will denounce the shelling of Ashel.", "asserted"),
    ("Velmar condemned plans for the shelling of Ashel.", "planned"),
    ("Velmar no longer denies shelling Ashel.", "asserted"),
    ("Velmar did not deny that Ondreli troops shelled Ashel.", "asserted"),
    ("Velmar could neither confirm nor deny the shelling of Ashel.", "distanced"),
    ("There is no doubt that Ondreli troops shelled Ashel.", "asserted"),
    ("Nobody doubts that Ondreli troops shelled Ashel.", "asserted"),
    ("Velmari troops could not prevent the shelling of Ashel.", "asserted"),
    ("Velmari troops failed to prevent the shelling of Ashel.", "asserted"),
    ("Velmari troops prevented the shelling of Ashel.", "negated"),
    ("Velmari troops tried to prevent the shelling of Ashel.", "feared"),
    ("The shelling of Ashel was averted.", "negated"),
    ("Residents are bracing for the shelling of Ashel.", "feared"),
    ("The flashes looked like the shelling of Ashel.", "distanced"),
    ("Velmari troops had no choice but to shell Ashel.", "asserted"),
]


@pytest.mark.parametrize(("text", "reality"), AROUND)
def test_what_others_make_of_an_act(text: str, reality: str) -> None:
    (event,) = (each for each in read(text).events if each.kind == "attack")
    assert event.reality == reality


LEAVING: list[tuple[str, str, str | None]] = [
    # the verb between the League and its mortars, reality, extent
    ("has withdrawn its mortars", "asserted", None),
    ("completed the withdrawal of its mortars", "asserted", "all"),
    ("has begun to withdraw its mortars", "asserted", "begun"),
    ("withdrew nearly all of its mortars", "asserted", "some"),
    ("has not withdrawn its mortars", "negated", None),
    ("has yet to withdraw its mortars", "negated", None),
    ("had no option but to withdraw its mortars", "asserted", None),
    ("pledged to withdraw its mortars", "promised", None),
    ("plans to withdraw its mortars", "planned", None),
    ("began on Monday to withdraw its mortars", "asserted", "begun"),
]


@pytest.mark.parametrize(("words", "reality", "extent"), LEAVING)
def test_a_withdrawal_is_from_where_and_with_what(
    words: str, reality: str, extent: str | None
) -> None:
    (event,) = read(f"The Marsh League {words} from Ashel.").events
    assert (event.kind, event.reality, event.extent) == ("withdrawal", reality, extent)
    assert [party.actor for party in event.by] == [LEAGUE]
    assert [place.place for place in event.from_] == ["ashel"]
    assert [thing.span.text for thing in event.with_] == ["mortars"]
    assert event.at == ()


WHENCE: list[tuple[str, list[str], list[str]]] = [
    # how it is told, with what, from where
    ("Shells fired from inside Pellow hit Ashel.", ["Shells"], ["pellow"]),
    ("Two men were killed by mortar rounds that were fired from Pellow.", ["mortar rounds"], ["pellow"]),
    ("The Marsh League fired on Monday a number of rockets from Pellow at Ashel.", ["rockets"], ["pellow"]),
    ("The Marsh League fired shells from the marshes, within the quiet strip, at Ashel.", ["shells"], ["quiet_strip"]),
    ("The Marsh League fired rockets from launchers at Ashel from Pellow.", ["rockets", "launchers"], ["pellow"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "things", "places"), WHENCE)
def test_where_fire_comes_from(text: str, things: list[str], places: list[str]) -> None:
    event = next(each for each in read(text).events if each.from_)
    assert [thing.span.text for thing in event.with_] == things
    assert [place.place for place in event.from_] == places


def test_a_witness_fires_from_nowhere() -> None:
    told = read("A reporter in Pellow saw rockets slam into houses in Ashel on Monday.").events
    assert [place.place for event in told for place in event.from_] == []


LEFT: list[tuple[str, str, str | None]] = [
    # who leaves Ashel and how it is told, reality, extent
    ("Over 100 fighters of the Marsh League have left Ashel.", "asserted", "some"),
    ("More than a hundred fighters of the Marsh League have gone from Ashel.", "asserted", "some"),
    ("The Marsh League has abandoned Ashel.", "asserted", None),
    ("The militants of the Marsh League have left Ashel.", "asserted", None),
    ("The withdrawal of the Marsh League from Ashel agreed by Velmar and Ondrel has begun.", "asserted", "begun"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reality", "extent"), LEFT)
def test_who_left_a_place(text: str, reality: str, extent: str | None) -> None:
    event = next(each for each in read(text).events if each.kind == "withdrawal")
    assert (event.reality, event.extent) == (reality, extent)
    assert [party.actor for party in event.by or event.against] == [LEAGUE]
    assert [place.place for place in event.from_] == ["ashel"]


def test_a_thing_taken_up_is_whose_it_was() -> None:
    _, gone = read(
        "The Marsh League pulled its mortars out of Ashel. The mortars are gone from Pellow too."
    ).events
    assert [party.actor for party in gone.by] == [LEAGUE]


@pytest.mark.parametrize("predicate", ["is as difficult as ever", "is as difficult as before"])
def test_what_is_still_hard_is_not_done(predicate: str) -> None:
    (event,) = read(f"The establishment of a post in Ashel {predicate}.").events
    assert event.reality == "negated"


def test_what_is_demanded_did_not_happen() -> None:
    text = "The Velmari army called on the Marsh League to withdraw its mortars from Ashel."
    (event,) = read(text).events
    assert (event.reality, [party.actor for party in event.by]) == ("demanded", [LEAGUE])


def test_two_verbs_of_one_subject_are_two_events() -> None:
    attack, withdrawal = read(
        "Velmari troops attacked Ashel and withdrew from Pellow on Monday."
    ).events
    assert (attack.kind, [place.place for place in attack.at]) == ("attack", ["ashel"])
    assert (withdrawal.kind, [place.place for place in withdrawal.from_]) == (
        "withdrawal",
        ["pellow"],
    )


@pytest.mark.parametrize(
    ("words", "aspect"),
    [
        ("are continuing to shell", "ongoing"),
        ("have repeatedly shelled", "repeated"),
        ("shelled", "once"),
    ],
)
def test_aspect(words: str, aspect: str) -> None:
    (event,) = read(f"Velmari troops {words} Ashel.").events
    assert event.aspect == aspect


def test_what_goes_on_has_the_day_it_is_said_of() -> None:
    (event,) = read("Velmari troops are continuing to shell Ashel.").events
    assert event.when is not None
    assert event.when.edtf == DAY.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "A fire broke out in Tirvane.",
        "Velmar is close to Ondrel.",
        "Ondrel was hit by inflation.",
    ],
)
def test_words_that_report_nothing_here(text: str) -> None:
    assert read(text).events == ()


def test_what_the_agreement_asks_is_a_duty_and_no_event() -> None:
    text = "Under the agreement, the Marsh League was supposed to withdraw its mortars by April 10."
    reading = read(text)
    assert [event for event in reading.events if event.kind == "withdrawal"] == []
    (duty,) = reading.duties
    assert [party.actor for party in duty.who] == [LEAGUE]
    assert duty.by is not None
    assert duty.by.edtf == "2021-04-10"


WORDS = [
    "Velmari",
    "troops",
    "shelled",
    "Ashel",
    "the",
    "Marsh",
    "League",
    "denied",
    "withdrew",
    "from",
    "its",
    "mortars",
    "on",
    "Monday",
    "will",
    "not",
    "attack",
    "by",
    "that",
    "said",
    "who",
    "and",
    ",",
    ".",
    '"',
    "“",
    "”",
    "in",
    "Pellow",
    "was",
    "has",
    "to",
    "a",
    "of",
    "refused",
    "patrol",
    "opened",
    "12",
    "killed",
]


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    if text.strip():
        read(text)


def test_a_long_sentence_of_triggers_is_read_in_bounds() -> None:
    assert read("Velmari troops shelled Ashel, and " * 3000).events
