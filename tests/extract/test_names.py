from __future__ import annotations

import time
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import built_in, crossing
from trucewatch.core.actor import Actor, ActorKind, Actors, Alias
from trucewatch.core.case import Case, CaseState
from trucewatch.core.outlet import Outlet, Outlets
from trucewatch.core.place import Place, Places
from trucewatch.extract.names import Names

Found: TypeAlias = list[tuple[str, str]]


def place(id: str, name: str, *variants: str) -> Place:
    return Place(id=id, name=name, kind="town", variants=variants)


def a_case(*places: Place, actors: dict[str, tuple[str, ...]] | None = None, hash: str) -> Case:
    people = {
        id: Actor(
            id=id,
            name=names[0],
            kind=ActorKind.ARMED_GROUP,
            side=None,
            aliases=tuple(Alias(name=name) for name in names[1:]),
        )
        for id, names in (actors or {}).items()
    }
    return replace(
        crossing(),
        actors=Actors(sides={}, by_id=people),
        outlets=Outlets(by_id={"pd": Outlet(id="pd", name="People's Daily")}),
        places=Places(by_id={at.id: at for at in places}, zones={}),
        state=CaseState(sha256=hash, files=()),
    )


CASE = a_case(
    place("kesh", "al-Kesh", "Qesh"),
    place("ulat", "Khan Ulat"),
    place("marra", "Ma'arra al-Nu'man"),
    place("tam", "Tam", "At Tamanah"),
    place("silo", "Silo (hill)"),
    place("arab", "القرية"),
    place("cyr", "Деревня"),
    place("cer", "Çerşı"),
    actors={
        "tip": ("Tall Ice Party", "TIP"),
        "us": ("Upper Sarn", "US"),
        "guard": ("River Guard", "the guard of the river"),
        "long": ("River Guard of the North",),
    },
    hash="names-1",
)

ROWS: list[tuple[str, Found]] = [
    ("They took al-Kesh.", [("al-Kesh", "kesh")]),
    (
        "They took Al-Kesh, al Kesh and Al Kesh.",
        [("Al-Kesh", "kesh"), ("al Kesh", "kesh"), ("Al Kesh", "kesh")],
    ),
    ("AL-KESH FALLS", [("AL-KESH", "kesh")]),
    ("They took al-kesh and kesh.", []),
    ("Qesh's gate, Qesh’s walls", [("Qesh", "kesh"), ("Qesh", "kesh")]),
    ("Qeshi and Qeshes", []),
    (
        "Khan-Ulat, Khan Ulat, KhanUlat, Khanulat, Khan\nUlat",
        [(n, "ulat") for n in ("Khan-Ulat", "Khan Ulat", "KhanUlat", "Khanulat", "Khan\nUlat")],
    ),
    ("Khan, Ulat. Khan. Ulat", []),
    (
        "Ma’arra al-Nu`man, Maarra al Numan, Maʿarra Al-Nuʾman",
        [(n, "marra") for n in ("Ma’arra al-Nu`man", "Maarra al Numan", "Maʿarra Al-Nuʾman")],
    ),
    (
        "Cersi, Çerşı, C\u0327ers\u0327ı",
        [(n, "cer") for n in ("Cersi", "Çerşı", "C\u0327ers\u0327ı")],
    ),
    (
        "They met at Tam; At Tamanah is near; at Tamanah too.",
        [("Tam", "tam"), ("At Tamanah", "tam")],
    ),
    ("Silo and Silo (hill)", [("Silo", "silo"), ("Silo", "silo")]),
    ("في القرية. الڨرية", [("القرية", "arab")]),
    ("ДЕРЕВНЯ и Деревня, деревня", [("ДЕРЕВНЯ", "cyr"), ("Деревня", "cyr")]),
    ("TIP left; a tip, Tip.", [("TIP", "tip")]),
    ("The US and us, Us; U.S. aid", [("US", "us"), ("U.S.", "us")]),
    (
        "River Guard of the North and River Guard",
        [("River Guard of the North", "long"), ("River Guard", "guard")],
    ),
    (
        "The Guard of the River; THE GUARD OF THE RIVER",
        [("The Guard of the River", "guard"), ("THE GUARD OF THE RIVER", "guard")],
    ),
    ("People's Daily, Peoples Daily", [("People's Daily", "pd")]),
    ("Peoples' Daily", []),
    ("River J. Guard, River J Guard", [("River J. Guard", "guard")]),
    ("Кhan Ulat", []),  # a Cyrillic letter in disguise
    ("\u200eQesh\u200f", [("Qesh", "kesh")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:30] for row in ROWS])
def test_names_are_found_as_they_are_written(text: str, expected: Found) -> None:
    hits = Names.of(CASE).find(text)
    assert [(hit.span.text, hit.candidates[0][1]) for hit in hits] == expected
    assert all(hit.span.proves_itself(text) for hit in hits)


def test_only_the_part_asked_for_is_read() -> None:
    text = "Qesh and Khan Ulat"
    assert [hit.span.start for hit in Names.of(CASE).find(text, 4)] == [9]
    assert not Names.of(CASE).find(text, 4, 13)


def test_a_name_of_two_has_both_as_candidates() -> None:
    hits = Names.of(crossing()).find("Kethra spoke of Brenn and of the rebels' quiet strip accord.")
    assert [hit.candidates for hit in hits] == [
        (("actor", "velmar"), ("place", "kethra")),
        (("place", "brenn_velmar"), ("place", "brenn_ondrel")),
        (("class", "marsh_fighters"),),
        (("zone", "quiet_strip"),),
        (("agreement", "crossing"),),
    ]


def test_the_rest_of_a_compound_is_no_name() -> None:
    assert not Names.of(crossing()).find("a pro-rebel town")
    assert [hit.span.text for hit in Names.of(built_in()).find("north-western Hama")] == ["Hama"]


@pytest.mark.parametrize("words", ["rebel", "Rebels", "REBELS", "militant", "Marsh fighter"])
def test_words_for_classes_are_found_in_any_case_and_number(words: str) -> None:
    (hit,) = Names.of(crossing()).find(f"{words} left")
    assert (hit.span.text, hit.candidates) == (words, (("class", "marsh_fighters"),))


def test_names_are_compiled_once_for_each_state_of_a_case() -> None:
    assert Names.of(crossing()) is Names.of(crossing())
    other = replace(crossing(), state=CaseState(sha256="names-2", files=()))
    assert Names.of(other) is not Names.of(crossing())
    for number in range(20):
        Names.of(replace(CASE, state=CaseState(sha256=f"names-many-{number}", files=())))
    assert Names.of(crossing()).find("Tolvane")


@given(st.text(alphabet=st.sampled_from("alKeshQULT 't’-.\n\u0327ع"), max_size=80))
def test_hits_prove_themselves_in_order_and_apart(text: str) -> None:
    last = 0
    for hit in Names.of(CASE).find(text):
        assert hit.span.proves_itself(text)
        assert hit.span.start >= last
        last = hit.span.end
        before, behind = (
            text[hit.span.start - 1 : hit.span.start],
            text[hit.span.end : hit.span.end + 1],
        )
        assert not before.isalnum()
        assert not behind.isalnum()


@given(
    st.sampled_from(["Tolvane", "Marsh League", "Old Quay", "Kethra Wire Agency", "Dorrin Hale"]),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_a_name_between_spaces_is_always_found(name: str, before: str, behind: str) -> None:
    text = f"{before} , {name} , {behind}"
    start = len(before) + 3
    hits = Names.of(crossing()).find(text)
    assert any(hit.span.start <= start and start + len(name) <= hit.span.end for hit in hits)


def test_a_long_text_is_read_fast() -> None:
    names = Names.of(built_in())
    text = "the army of the north and al-the khan al-a " * 10_000
    start = time.process_time()
    names.find(text)
    assert time.process_time() - start < 4
