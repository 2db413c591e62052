"""From a coded row to a finding: names, chains, days and what is one origin."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import a_row
from passages import crossing
from trucewatch.core.errors import InputError
from trucewatch.core.finding import WHOLE, Finding, Says
from trucewatch.core.when import Period
from trucewatch.review.coded import CaseNames, coded_finding
from trucewatch.review.sheet import CodedRow

CASE = crossing()
NAMES = CaseNames.of(CASE)
CODED_ON = date(2022, 1, 1)


def row(**cells: str) -> CodedRow:
    given = a_row(**cells)
    first, last = given.pop("from"), given.pop("to")
    return CodedRow(first=first, last=last or first, **given)


def coded(**cells: str) -> Finding:
    return coded_finding(row(**cells), CASE, NAMES, CODED_ON)


CHAINS: list[tuple[str, str, tuple[str, ...], str | None, str | None, bool]] = [
    # outlet, chain, links, speaker, voice, unnamed
    ("dunmere_post", "dunmere_post < kethra_wire < tessa_vorn", ("dunmere_post", "kethra_wire", "tessa_vorn"), "tessa_vorn", "velmar_defence", False),
    ("Dunmere Post", "Dunmere Post < KWA < Colonel Vorn", ("dunmere_post", "kethra_wire", "tessa_vorn"), "tessa_vorn", "velmar_defence", False),
    ("DUNMERE POST", " dunmere post<<  kethra wire <velmar", ("dunmere_post", "kethra_wire", "velmar"), "velmar", "velmar", False),
    ("dunmere_post", "kethra_wire < tessa_vorn", ("dunmere_post", "kethra_wire", "tessa_vorn"), "tessa_vorn", "velmar_defence", False),
    ("dunmere_post", "", ("dunmere_post",), "dunmere_post", "dunmere_post", False),
    ("", "dunmere_post < lantern_relief", ("dunmere_post", "lantern_relief"), "lantern_relief", "lantern_relief", False),
    ("dunmere_post", "dunmere_post < a baker", ("dunmere_post", "a baker"), "a baker", "a baker", False),
    ("a blog", "a blog < velmar", ("a blog", "velmar"), "velmar", "velmar", False),
    ("dunmere_post", "dunmere_post < unnamed:velmar_army", ("dunmere_post", "velmar_army"), "velmar_army", "velmar_army", True),
    ("dunmere_post", "dunmere_post < Unnamed: Velmar army", ("dunmere_post", "velmar_army"), "velmar_army", "velmar_army", True),
    ("dunmere_post", "dunmere_post < unnamed:tessa_vorn", ("dunmere_post", "tessa_vorn"), "tessa_vorn", "velmar_defence", True),
    ("dunmere_post", "dunmere_post < unnamed:the guild", ("dunmere_post", "the guild"), "the guild", "the guild", True),
    ("dunmere_post", "dunmere_post < kethra_wire < unknown", ("dunmere_post", "kethra_wire"), None, None, False),
    ("dunmere_post", "UNKNOWN", ("dunmere_post",), None, None, False),
    ("", "", (), None, None, False),
    ("", "unknown", (), None, None, False),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "chain", "links", "speaker", "voice", "unnamed"), CHAINS)
def test_chains(
    outlet: str,
    chain: str,
    links: tuple[str, ...],
    speaker: str | None,
    voice: str | None,
    unnamed: bool,
) -> None:
    finding = coded(outlet=outlet, chain=chain)
    assert (finding.chain, finding.speaker, finding.voice, finding.unnamed) == (
        links,
        speaker,
        voice,
        unnamed,
    )
    assert finding.outlet == (links[0] if links else None)


@pytest.mark.parametrize("chain", ["unnamed", "dunmere_post < unnamed", "dunmere_post < UNNAMED"])
def test_a_source_of_nobody_knows_whom_is_a_voice_of_its_own(chain: str) -> None:
    finding = coded(chain=chain)
    assert (finding.speaker, finding.unnamed) == (None, True)
    assert finding.chain == ("dunmere_post",)
    assert finding.voice == f"unnamed:{finding.origin}"


@pytest.mark.parametrize(
    ("doer", "known"),
    [
        ("velmar", "velmar"),
        ("VELMAR", "velmar"),
        ("Republic of Velmar", "velmar"),
        ("Reed Guard", "marsh_league"),
        ("bera_solm", "bera_solm"),
        ("marsh_fighters", "marsh_fighters"),
        ("Armed groups of the marshes (unnamed)", "marsh_fighters"),
        ("", None),
    ],
)
def test_a_name_of_the_case_s_files_does_for_an_id(doer: str, known: str | None) -> None:
    assert coded(doer=doer).doer == known


def test_a_name_that_two_have_borne_is_nobody_s() -> None:
    assert "ondreli foreign minister" not in NAMES.actors
    with pytest.raises(InputError, match="knows no actor"):
        coded(doer="Ondreli foreign minister")


@pytest.mark.parametrize("says", Says)
@pytest.mark.parametrize("write", [str, str.upper, lambda word: word.replace(" ", "_")])
def test_every_word_of_the_judge_may_be_coded(says: Says, write: Any) -> None:
    assert coded(says=write(says.value)).says is says


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2021-03-20", "2021-03-22", ("2021-03-20", "2021-03-22")),
        ("2021-03-20", "", ("2021-03-20", "2021-03-20")),
        ("", "2021-03-22", ("2021-03-22", "2021-03-22")),
        ("", "", None),
    ],
)
def test_days(first: str, last: str, days: tuple[str, str] | None) -> None:
    wanted = Period(*(date.fromisoformat(day) for day in days)) if days else None
    assert coded(from_=first, to=last).days == wanted


@pytest.mark.parametrize(
    ("said_on", "published", "known_from"),
    [
        ("2021-03-21", "2021-03-22", date(2021, 3, 22)),
        ("", "2021-03-22", date(2021, 3, 22)),
        ("2021-03-21", "", date(2021, 3, 21)),
        ("", "", CODED_ON),
    ],
)
def test_from_when_a_row_is_known(said_on: str, published: str, known_from: date) -> None:
    assert coded(said_on=said_on, published=published).known_from == known_from


@pytest.mark.parametrize(
    ("clause", "duty", "known"),
    [
        ("4", "", "4-fire"),
        ("4", "4-fire", "4-fire"),
        ("whole", "", WHOLE),
        ("Whole", "", WHOLE),
        ("6", "", "6-peace"),
    ],
)
def test_clauses_and_duties(clause: str, duty: str, known: str) -> None:
    assert coded(clause=clause, duty=duty).duty == known


ORIGINS: list[tuple[dict[str, str], dict[str, str], bool]] = [
    # two rows, and whether they tell of one speech act
    ({}, {"outlet": "tirvane_today", "chain": "tirvane_today < crossing_mission"}, True),
    ({}, {"quote": "Fire came on Ashel."}, True),
    ({}, {"says": "denies"}, True),
    ({}, {"said_on": "2021-03-22"}, False),
    ({}, {"from": "2021-03-19", "to": "2021-03-19"}, False),
    ({}, {"chain": "dunmere_post < lantern_relief"}, False),
    ({}, {"incident": "ashel"}, False),
    ({"incident": "ashel"}, {"incident": "ashel", "from": "2021-03-19"}, True),
    ({"chain": "x < unnamed"}, {"chain": "x < unnamed", "quote": "Other words."}, True),
    ({"chain": "x < unnamed"}, {"chain": "x < unnamed", "says": "denies"}, False),
    ({"chain": "x < unnamed:velmar"}, {"chain": "x < velmar"}, False),
    ({"chain": "x < a < unnamed:velmar"}, {"chain": "x < b < unnamed:velmar"}, False),
    ({"origin": "o1"}, {"origin": "o1", "chain": "dunmere_post < lantern_relief"}, True),
]


@pytest.mark.parametrize(("one", "other", "same"), ORIGINS)
def test_what_is_one_origin(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert (coded(**one).origin == coded(**other).origin) is same


def test_what_else_a_row_says_is_kept() -> None:
    finding = coded(near="place not known", corrects="o12", manner="direct", url="", coder="")
    assert (finding.near, finding.corrects, finding.manner) == (
        ("place not known",), "o12", "direct",
    )  # fmt: skip
    assert (finding.url, finding.coder) == (None, "unsigned")


def test_several_duties_of_a_clause_ask_for_which() -> None:
    from dataclasses import replace

    clause = CASE.agreement.clauses[3]
    second = replace(clause.duties[0], id="4-quiet")
    clauses = (
        *CASE.agreement.clauses[:3], replace(clause, duties=(*clause.duties, second)),
    )  # fmt: skip
    case = replace(CASE, agreement=replace(CASE.agreement, clauses=clauses))
    with pytest.raises(InputError, match="Say which in a column `duty`: 4-fire, 4-quiet"):
        coded_finding(row(), case, NAMES, CODED_ON)
    assert coded_finding(row(duty="4-quiet"), case, NAMES, CODED_ON).duty == "4-quiet"


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=15)


@given(outlet=WORDS, chain=WORDS, unnamed=st.booleans())
@settings(max_examples=100)
def test_no_chain_makes_the_program_fail(outlet: str, chain: str, unnamed: bool) -> None:
    finding = coded(outlet=outlet.strip(), chain=f"{chain} < unnamed" if unnamed else chain)
    assert finding.outlet == (finding.chain[0] if finding.chain else None)
    assert finding.unnamed or (finding.voice is None) == (finding.speaker is None)
