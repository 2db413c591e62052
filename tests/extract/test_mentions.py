from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, built_in, crossing, mentions_of, read, told
from trucewatch.core.actor import ActorKind
from trucewatch.core.case import CaseState
from trucewatch.core.place import Place
from trucewatch.extract.mentions import find_mentions
from trucewatch.extract.names import Names
from trucewatch.extract.sentences import split_sentences

KNOWN = [
    (
        "The Velmari Defence Ministry spoke.",
        ["Velmari Defence Ministry = organisation:velmar_defence"],
    ),
    ("Marsh League fired.", ["Marsh League = armed_group:marsh_league"]),
    ("It was the “Herons” again.", ["Herons = armed_group:heron_company"]),
    (
        "The Joint Crossing Mission (JCM) came.",
        [
            "Joint Crossing Mission = organisation:crossing_mission",
            "JCM = organisation:crossing_mission",
        ],
    ),
    ("Kethra Wire reported it.", ["Kethra Wire = outlet:kethra_wire"]),
    ("Colonel Vorn, or Vorn.", ["Colonel Vorn = person:tessa_vorn", "Vorn = person:tessa_vorn"]),
    ("They came to Dunmere.", ["Dunmere = place:dunmere"]),
    ("They came to Brenn.", ["Brenn = place:?brenn_velmar,brenn_ondrel"]),
    ("The R2 is open.", ["R2 = road:old_road"]),
    ("They left the quiet strip.", ["quiet strip = zone:quiet_strip"]),
    (
        "Rebels and militants fired.",
        ["Rebels = armed_group:marsh_fighters", "militants = armed_group:marsh_fighters"],
    ),
    ("Border troops fired.", ["Border troops = organisation:border_troops"]),
    ("Under the Tolvane Accord they left.", []),
    ("Marsh League militants left.", ["Marsh League = armed_group:marsh_league"]),
    ("Marsh League (outlawed) militants left.", ["Marsh League = armed_group:marsh_league"]),
    ("The rebel group Heron Company left.", ["Heron Company = armed_group:heron_company"]),
    (
        "Rebels of the Heron Company left.",
        ["Rebels = armed_group:marsh_fighters", "Heron Company = armed_group:heron_company"],
    ),
    ("Ondrel-held land, Kethra-backed and rebel-run.", []),
    (
        "Dunmere-based and Kethra-Tirvane talks.",
        ["Dunmere = place:dunmere", "Kethra = state:velmar", "Tirvane = state:ondrel"],
    ),
    (
        "The MARSH LEAGUE LEFT DUNMERE.",
        ["MARSH LEAGUE = armed_group:marsh_league", "DUNMERE = place:dunmere"],
    ),
]

CAPITALS = [
    ("Kethra said so.", "state:velmar"),
    ("Kethra’s proposal failed.", "state:velmar"),
    ("Talks with Kethra failed.", "state:velmar"),
    ("A threat against Kethra", "state:velmar"),
    ("Support from Kethra came.", "state:velmar"),
    ("Thanks to Kethra it held.", "state:velmar"),
    ("Kethra: no deal", "state:velmar"),
    ("They met in Kethra.", "place:kethra"),
    ("They met near Kethra.", "place:kethra"),
    ("They went to Kethra.", "place:kethra"),
    ("They drove from Kethra.", "place:kethra"),
    ("The shells hit northern Kethra.", "place:kethra"),
    ("South of Kethra they dug.", "place:kethra"),
    ("It came to the city of Kethra.", "place:kethra"),
    ("The Kethra suburbs burned.", "place:kethra"),
    ("Kethra's southern suburbs burned.", "place:kethra"),
    ("They bombed Kethra.", "place:kethra"),
    ("KETHRA, March 3. /WIRE/. The army left.", "place:kethra"),
    ("KETHRA (Lowland Radio) - The army left.", "place:kethra"),
    ("In the capital Kethra they met.", "place:kethra"),
]

STRANGERS = [
    ("The spokesman John Doe left.", ["John Doe = person:?name:John Doe"]),
    ("President Jane A. Roe left.", ["Jane A. Roe = person:?name:Jane A. Roe"]),
    ("They met Lt. Gen. Abu Omar al-Amin.", ["Abu Omar al-Amin = person:?name:Abu Omar al-Amin"]),
    ("They buried Spc. Ivor L. Tenby.", ["Ivor L. Tenby = person:?name:Ivor L. Tenby"]),
    ("It failed, Ann Coe said.", ["Ann Coe = person:?name:Ann Coe"]),
    ("It failed, said Ann Coe.", ["Ann Coe = person:?name:Ann Coe"]),
    ("They met Ann Coe, the deputy head of the mission.", ["Ann Coe = person:?name:Ann Coe"]),
    ("Mr Roe left.", ["Roe = person:?name:Roe"]),
    ("They met Ann Coe.", []),
    (
        "The Martyrs of the Hill Brigade left.",
        ["Martyrs of the Hill Brigade = armed_group:?name:Martyrs of the Hill Brigade"],
    ),
    ("A commander of the Hill Brigade left.", ["Hill Brigade = armed_group:?name:Hill Brigade"]),
    (
        "The Front for the Freedom of Zed left.",
        ["Front for the Freedom of Zed = armed_group:?name:Front for the Freedom of Zed"],
    ),
    ("The Stone battalion left.", ["Stone battalion = armed_group:?name:Stone battalion"]),
    ("The army left the front.", []),
    ("The Army left.", []),
    (
        "The Dawn Observatory for Human Rights left.",
        [
            "Dawn Observatory for Human Rights = organisation:?name:Dawn Observatory for Human Rights"
        ],
    ),
    (
        "The Xish foreign ministry left.",
        ["Xish foreign ministry = organisation:?name:Xish foreign ministry"],
    ),
    (
        "The Dunmere Military Council left.",
        ["Dunmere Military Council = organisation:?name:Dunmere Military Council"],
    ),
    (
        "The Green River News Agency came.",
        ["Green River News Agency = outlet:?name:Green River News Agency"],
    ),
    ("The daily Valley Star came.", ["Valley Star = outlet:?name:Valley Star"]),
    ("Orbit news agency came.", ["Orbit = outlet:?name:Orbit"]),
    ("Xish state TV came.", ["Xish state TV = outlet:?name:Xish state TV"]),
    ("Xish media and the Western press came.", []),
    ("The Morning Post came.", ["Morning Post = outlet:?name:Morning Post"]),
    ("ZED, March 3. /ORBIT/. They left.", ["ORBIT = outlet:?name:ORBIT"]),
    ("They hit the village of Foo.", ["Foo = place:?name:Foo"]),
    ("They hit al-Qux village.", ["al-Qux = place:?name:al-Qux"]),
    ("They crossed Zed Province.", ["Zed = place:?name:Zed"]),
    ("The Xish city was calm.", []),
    ("Rebels Of Hill Front Hit Old Bridge, Says Ann Coe", ["Rebels = armed_group:marsh_fighters"]),
    ("THE HILL FRONT LEFT THE OLD BRIDGE", []),
    ("In October President Roe left.", ["Roe = person:?name:Roe"]),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_names_of_the_case_are_mentioned(text: str, expected: list[str]) -> None:
    assert mentions_of(crossing(), text) == expected


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_a_capital_speaks_or_is_a_place(text: str, expected: str) -> None:
    assert f"= {expected}" in next(
        m for m in mentions_of(crossing(), text) if m.upper().startswith("KETHRA")
    )


@pytest.mark.parametrize(("text", "expected"), STRANGERS)
def test_strangers_are_candidates_by_their_kind(text: str, expected: list[str]) -> None:
    assert mentions_of(crossing(), text) == expected


LATER = [
    ("President Jane Roe came. Roe left.", ["name:Jane Roe"] * 2),
    ("Mr Roe came. President Jane Roe left.", ["name:Jane Roe"] * 2),
    (
        "Said Jane Roe. Said John Roe. Roe left.",
        ["name:Jane Roe", "name:John Roe", "name:Jane Roe,name:John Roe"],
    ),
    ("President Jane Roe came. Roe's men and Jim Roe left.", ["name:Jane Roe"] * 2),
    ("The Hill Brigade (HB) came. The HB left.", ["name:Hill Brigade"] * 3),
    ("HB came. The Hill Brigade (HB) left.", ["name:Hill Brigade"] * 2),
]


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_shorter_names_bear_the_fullest(text: str, expected: list[str]) -> None:
    assert [m.partition("?")[2] for m in mentions_of(crossing(), text)] == expected


def test_a_known_group_may_be_abbreviated_by_the_text() -> None:
    found = mentions_of(crossing(), "Heron Company (HCO) came. HCO left.")
    assert [m.split(":")[1] for m in found] == ["heron_company"] * 3


def test_another_first_name_is_another_person() -> None:
    assert mentions_of(crossing(), "Ivan Vorn left.") == [
        "Ivan Vorn = person:?name:Ivan Vorn,tessa_vorn"
    ]
    assert mentions_of(crossing(), "Tesa Vorn left.") == ["Vorn = person:tessa_vorn"]
    assert mentions_of(crossing(), "Minister Vorn left.") == ["Vorn = person:tessa_vorn"]


def test_weapons_are_mentions_without_identity() -> None:
    found = mentions_of(
        crossing(), "Tanks, heavy weapons and fighter jets left; prisoners and fighters stayed."
    )
    assert found == ["Tanks = weapon:?", "heavy weapons = weapon:?", "fighter jets = weapon:?"]


def test_a_state_that_is_no_place_of_the_case_is_a_place_without_id() -> None:
    case = crossing()
    places = replace(
        case.places, by_id={id: at for id, at in case.places.by_id.items() if id != "velmar_land"}
    )
    case = replace(case, places=places, state=replace(case.state, sha256="no-country"))
    assert mentions_of(case, "They fought in Velmar. Velmar said so.") == [
        "Velmar = place:?name:Velmar",
        "Velmar = state:velmar",
    ]


def test_a_class_is_of_the_kind_of_most_it_takes_in() -> None:
    kinds = {
        crossing().actors.by_id[id].kind
        for id in crossing().actors.classes["border_troops"].takes_in
    }
    assert kinds == {ActorKind.MINISTRY}
    assert mentions_of(crossing(), "Border troops left.")[0].endswith("organisation:border_troops")


VOCABULARY = (
    "Marsh League Kethra in said the of Brigade Brenn John Doe president Hill Front tanks , . ’s ( ) village quiet strip"
    " Wire agency and Rebels rebel group Vorn Ivan"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=30))
def test_mentions_prove_themselves_in_order_and_apart(words: list[str]) -> None:
    document = a_document(" ".join(words))
    _, mentions, _ = read(document, crossing())
    last = 0
    for mention in mentions:
        assert mention.span.proves_itself(document.text)
        assert mention.span.start >= last
        assert mention.id is not None or mention.candidates or mention.kind == "weapon"
        last = mention.span.end


@given(st.text(max_size=150))
def test_any_text_can_be_read(text: str) -> None:
    document = a_document(text)
    _, mentions, localities = read(document, crossing())
    assert all(m.span.proves_itself(document.text) for m in mentions)
    assert all(at.span.proves_itself(document.text) for at in localities)


def test_reading_is_the_same_again() -> None:
    text = "President Jane Roe met Vorn in Kethra. Roe left Brenn for the village of Foo."
    assert mentions_of(crossing(), text) == mentions_of(crossing(), text)


@pytest.mark.parametrize(
    "piece", ["Jane Roe said, ", "Hill Brigade of the ", "A. ", "al-", "Marsh League (", "Mr "]
)
def test_time_does_not_explode(piece: str) -> None:
    document = a_document(*[piece * 400] * 10)
    start = time.process_time()
    read(document, crossing())
    assert time.process_time() - start < 6


def test_a_page_is_read_fast() -> None:
    text = (
        "The army of Velmar said on Monday that Marsh League fighters had left the village of Ashel, near the"
        " quiet strip, with heavy weapons, while Ondreli troops stayed in Dunmere and shelled the Harrow Crossing. "
    )
    document = a_document(*[text * 5] * 10)  # some 1,750 words
    sentences, names = split_sentences(document), Names.of(crossing())
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        find_mentions(document, sentences, names, crossing())
        best = min(best, time.process_time() - start)
    assert best < 0.2  # aim: 3 ms for 200 words; five times that for a busy machine


def test_the_built_in_case_reads_its_own_names() -> None:
    case = built_in()
    ids = {
        mention.split(" = ")[1].split(":")[1]
        for name in list(case.actors.by_id)[:40]
        for mention in mentions_of(case, f"It was {case.actors.by_id[name].name} that left.")
    }
    assert len(ids) > 30


def test_told_shows_former_names() -> None:
    _, mentions, _ = read(a_document("Reed Guard left."), crossing())
    assert told(mentions[0]).endswith("former")


def test_a_village_spelled_as_a_small_word_is_not_the_word() -> None:
    village = Place(id="hesh", name="Hesh", kind="village", variants=("Hi\u015f",))
    places = replace(crossing().places, by_id={**crossing().places.by_id, "hesh": village})
    case = replace(crossing(), places=places, state=CaseState(sha256="small-words", files=()))
    assert mentions_of(case, "His wife left.") == []
    assert mentions_of(case, "They left Hesh and Hi\u015f.") == [
        "Hesh = place:hesh",
        "Hi\u015f = place:hesh",
    ]


# Names that hold a known group's name, and are another's.
NAMESAKES = [
    (
        "The Heron Company Brigade left.",
        ["Heron Company Brigade = armed_group:?name:Heron Company Brigade,heron_company"],
    ),
    ("Heron Company fighters left.", ["Heron Company = armed_group:heron_company"]),
    ("The HERON COMPANY BRIGADE left.", ["HERON COMPANY = armed_group:heron_company"]),
    (
        "Soldiers of the Long Bay Heron Company left.",
        ["Long Bay Heron Company = armed_group:?name:Long Bay Heron Company,heron_company"],
    ),
    ("The Ondrelian Heron Company left.", ["Heron Company = armed_group:heron_company"]),
    ("It saw Jaysh al-Sarn leave.", ["Jaysh al-Sarn = armed_group:?name:Jaysh al-Sarn"]),
    ("It saw Ahrar as-Sarn leave.", ["Ahrar as-Sarn = armed_group:?name:Ahrar as-Sarn"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMESAKES)
def test_a_name_in_a_longer_one_is_not_taken_for_it(text: str, expected: list[str]) -> None:
    assert mentions_of(crossing(), text) == expected


STRUCK = [
    ("Kethra was bombed.", "place:kethra"),
    ("Kethra was heavily shelled.", "place:kethra"),
    ("Kethra has been hit again.", "place:kethra"),
    ("Kethra came under fire.", "place:kethra"),
    ("Kethra came under pressure.", "state:velmar"),
    ("Kethra was hit by new sanctions.", "state:velmar"),
    ("Kethra was told so.", "state:velmar"),
    ("Tirvane was bombed.", "place:tirvane"),
    ("Tirvane was told so.", "state:ondrel"),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK)
def test_a_capital_that_is_shelled_is_a_town(text: str, expected: str) -> None:
    (found, *_) = mentions_of(crossing(), text)
    assert found.partition(" = ")[2].startswith(expected)
