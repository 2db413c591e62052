from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing, read
from trucewatch.core.reading import Link, Statement
from trucewatch.core.span import Span
from trucewatch.extract.chains import chain_of, filed_by
from trucewatch.extract.dates import find_dates
from trucewatch.extract.statements import find_statements

PUBLISHED = date(2021, 3, 4)

# one row: the text, and every link behind the page's outlet (the Dunmere Post): id, words
Chain = list[tuple[str | None, str | None]]
CHAINS: list[tuple[str, Chain]] = [
    (
        "“The ferry sails,” Meridian quoted Velmari Defence Ministry spokeswoman Tessa Vorn as saying on Monday.",
        [
            ("meridian_news", "Meridian"),
            ("tessa_vorn", "Velmari Defence Ministry spokeswoman Tessa Vorn"),
        ],
    ),
    (
        "“The ferry sails,” Kethra Wire Agency quoted Colonel Vorn as saying during a news briefing in Kethra on Thursday.",
        [("kethra_wire", "Kethra Wire Agency"), ("tessa_vorn", "Colonel Vorn")],
    ),
    (
        "Meridian reported that the guns had gone, citing a Velmari officer.",
        [("meridian_news", "Meridian"), (None, "a Velmari officer")],
    ),
    (
        "“The guns have gone,” Colonel Vorn added, according to Meridian.",
        [("meridian_news", "Meridian"), ("tessa_vorn", "Colonel Vorn")],
    ),
    (
        "“The guns have gone,” Colonel Vorn was cited as saying by Meridian.",
        [("meridian_news", "Meridian"), ("tessa_vorn", "Colonel Vorn")],
    ),
    (
        "Meridian quoted Ilan Queth as saying that the survey had begun.",
        [("meridian_news", "Meridian"), ("ilan_queth", "Ilan Queth")],
    ),
    (
        "Meridian cited a Velmari officer as saying the guns had gone.",
        [("meridian_news", "Meridian"), (None, "a Velmari officer")],
    ),
    (
        "Ilan Queth was quoted by Lowland Radio as saying that the survey had begun.",
        [("lowland_radio", "Lowland Radio"), ("ilan_queth", "Ilan Queth")],
    ),
    ("Ilan Queth was quoted as saying that the survey had begun.", [("ilan_queth", "Ilan Queth")]),
    (
        "Solm was quoted by Tirvane Today, as cited by Meridian, as saying that the survey was done.",
        [("meridian_news", "Meridian"), ("tirvane_today", "Tirvane Today"), ("bera_solm", "Solm")],
    ),
    (
        "Reed Dispatch newspaper, Meridian reports, said that the Marsh League announced in a communique that its fighters would stay.",
        [
            ("meridian_news", "Meridian"),
            ("reed_dispatch", "Reed Dispatch newspaper"),
            ("marsh_league", "the Marsh League"),
        ],
    ),
    (
        "Meridian, citing the newspaper Reed Dispatch, said that the Marsh League announced that its fighters would stay.",
        [
            ("meridian_news", "Meridian"),
            ("reed_dispatch", "the newspaper Reed Dispatch"),
            ("marsh_league", "the Marsh League"),
        ],
    ),
    (
        "Meridian, citing Reed Dispatch, said the guns had gone.",
        [("meridian_news", "Meridian"), ("reed_dispatch", "Reed Dispatch")],
    ),
    (
        "Kethra Wire quoted Colonel Vorn as saying that the ferry would sail, Meridian reported.",
        [
            ("meridian_news", "Meridian"),
            ("kethra_wire", "Kethra Wire"),
            ("tessa_vorn", "Colonel Vorn"),
        ],
    ),
    (
        "The ferry will sail, Vorn told Kethra Wire, Meridian reported.",
        [("meridian_news", "Meridian"), ("kethra_wire", "Kethra Wire"), ("tessa_vorn", "Vorn")],
    ),
    (
        "The prisoners were freed, the Ondreli Foreign Ministry said in a statement carried by Lowland Radio.",
        [("lowland_radio", "Lowland Radio"), ("ondrel_foreign", "the Ondreli Foreign Ministry")],
    ),
    (
        "The prisoners were freed, the Ondreli Foreign Ministry said in a statement published by Tirvane Today on Sunday.",
        [("tirvane_today", "Tirvane Today"), ("ondrel_foreign", "the Ondreli Foreign Ministry")],
    ),
    (
        "The survey has not begun, Ilan Queth told Meridian on Tuesday.",
        [("meridian_news", "Meridian"), ("ilan_queth", "Ilan Queth")],
    ),
    (
        "Ilan Queth told Meridian that the survey had not begun.",
        [("meridian_news", "Meridian"), ("ilan_queth", "Ilan Queth")],
    ),
    ("Queth told reporters that the survey had not begun.", [("ilan_queth", "Queth")]),
    ("Queth told Dunmere Post that the survey had not begun.", [("ilan_queth", "Queth")]),
    (
        "In an interview with Lowland Radio, Queth said the survey had begun.",
        [("lowland_radio", "Lowland Radio"), ("ilan_queth", "Queth")],
    ),
    (
        "Queth said in an interview with Lowland Radio that the survey had begun.",
        [("lowland_radio", "Lowland Radio"), ("ilan_queth", "Queth")],
    ),
    (
        "Speaking to Meridian, a spokesman for the Marsh League said it had freed ten men.",
        [("meridian_news", "Meridian"), (None, "a spokesman for the Marsh League")],
    ),
    (
        "“They have not begun,” Vorn said in remarks to Reed Dispatch.",
        [("reed_dispatch", "Reed Dispatch"), ("tessa_vorn", "Vorn")],
    ),
    (
        "According to Kethra Wire, Vorn said the road was open.",
        [("kethra_wire", "Kethra Wire"), ("tessa_vorn", "Vorn")],
    ),
    (
        "Vorn said the road was open, according to Kethra Wire.",
        [("kethra_wire", "Kethra Wire"), ("tessa_vorn", "Vorn")],
    ),
    ("According to Kethra Wire, the road is open.", [("kethra_wire", "Kethra Wire")]),
    (
        "The road is open, according to the Joint Crossing Mission.",
        [("crossing_mission", "the Joint Crossing Mission")],
    ),
    ("Meridian reported that ten prisoners had been freed.", [("meridian_news", "Meridian")]),
    (
        "Meridian reported on Monday that the Velmari army said its troops had left.",
        [("meridian_news", "Meridian"), ("velmar_army", "the Velmari army")],
    ),
    (
        "Meridian said, citing a source familiar with the talks, that the list was ready.",
        [("meridian_news", "Meridian"), (None, "a source familiar with the talks")],
    ),
    (
        "A source familiar with the talks told Meridian that the list was ready.",
        [("meridian_news", "Meridian"), (None, "A source familiar with the talks")],
    ),
    (
        "The list is ready, a source familiar with the talks told Meridian on Monday.",
        [("meridian_news", "Meridian"), (None, "a source familiar with the talks")],
    ),
    (
        "Meridian news agency reported on Friday, citing an official at the Ondreli Foreign Ministry, that the survey had begun.",
        [
            ("meridian_news", "Meridian news agency"),
            (None, "an official at the Ondreli Foreign Ministry"),
        ],
    ),
    (
        "The two sides are near a swap, Meridian said, quoting unnamed marsh figures and Ondreli officials.",
        [("meridian_news", "Meridian"), (None, "unnamed marsh figures and Ondreli officials")],
    ),
    (
        "Kethra Wire, quoting the Velmari army, said guns had gone.",
        [("kethra_wire", "Kethra Wire"), ("velmar_army", "the Velmari army")],
    ),
    (
        "Lowland Radio quoted a source in the Ondreli Foreign Ministry as saying the ferry would not sail.",
        [("lowland_radio", "Lowland Radio"), (None, "a source in the Ondreli Foreign Ministry")],
    ),
    (
        "Dunmere Post, citing Meridian, which quoted Bera Solm, wrote that the survey was done.",
        [("meridian_news", "Meridian"), ("bera_solm", "Bera Solm")],
    ),
    ("The Dunmere Post reported that ten men were freed.", [("dunmere_post", "The Dunmere Post")]),
    (
        "The ferry was hit, witnesses told Lowland Radio.",
        [("lowland_radio", "Lowland Radio"), (None, "witnesses")],
    ),
    (
        "Two rebel officials told Tirvane Today that heavy guns had left the bank.",
        [("tirvane_today", "Tirvane Today"), (None, "Two rebel officials")],
    ),
    ("A Velmari military source said the road would open.", [(None, "A Velmari military source")]),
    ("Local activists said that shelling killed two people.", [(None, "Local activists")]),
    (
        "The mission's head, Anna Brook, told Meridian that both sides had to do more.",
        [("meridian_news", "Meridian"), (None, "The mission's head, Anna Brook")],
    ),
    ("State television reported that the road was open.", [(None, "State television")]),
    ("It is reported that the ferry was hit.", [(None, None)]),
    ("There are reports that the ferry was hit.", [(None, None)]),
    ("The ferry was reportedly hit on Monday.", [(None, None)]),
    ("Two thirds of the bank is said to be held by the Heron Company.", [(None, None)]),
    (
        "KETHRA, March 3. /KWA/. The road is open, the Velmari Defence Ministry said.",
        [("kethra_wire", "KWA"), ("velmar_defence", "the Velmari Defence Ministry")],
    ),
    (
        "TIRVANE (Meridian) - The survey has begun, Ilan Queth said on Monday.",
        [("meridian_news", "Meridian"), ("ilan_queth", "Ilan Queth")],
    ),
    (
        "TIRVANE (Meridian) - The survey has begun, Ilan Queth told Lowland Radio.",
        [
            ("meridian_news", "Meridian"),
            ("lowland_radio", "Lowland Radio"),
            ("ilan_queth", "Ilan Queth"),
        ],
    ),
    (
        '"We answer fire with fire," Captain Hale told Reed Dispatch when asked whether the shelling broke the truce.',
        [("reed_dispatch", "Reed Dispatch"), ("dorrin_hale", "Captain Hale")],
    ),
    (
        "An attack allegedly took place, the Joint Crossing Mission said.",
        [("crossing_mission", "the Joint Crossing Mission")],
    ),
    (
        "The Velmari army admitted that it had lost men but gave no number.",
        [("velmar_army", "The Velmari army")],
    ),
    ("The Marsh League was accused by Velmar of shelling the ferry.", [("velmar", "Velmar")]),
    ("The Marsh League was accused of shelling the ferry.", [(None, None)]),
    (
        "Velmar and Ondrel said in a joint statement that the swap was complete.",
        [("velmar", "Velmar and Ondrel")],
    ),
    ("The road is open, says Vorn.", [("tessa_vorn", "Vorn")]),
    (
        '"The road is open," said Colonel Vorn, spokeswoman for the Defence Ministry.',
        [("tessa_vorn", "Colonel Vorn, spokeswoman for the Defence Ministry")],
    ),
    (
        "The Marsh League said in a statement posted on Telegram that its men had left.",
        [("marsh_league", "The Marsh League")],
    ),
    (
        "The crossing mission's statement said three shells fell near the ferry.",
        [("crossing_mission", "The crossing mission")],
    ),
    ("The League will stay, Hale insists.", [("dorrin_hale", "Hale")]),
    (
        "The withdrawal was announced by the Velmari Defence Ministry on Monday.",
        [("velmar_defence", "the Velmari Defence Ministry")],
    ),
    (
        "Vorn, in comments carried by Kethra Wire, said the road was open.",
        [("kethra_wire", "Kethra Wire"), ("tessa_vorn", "Vorn")],
    ),
    (
        "Meridian quoted Reed Dispatch as saying that the guns had gone.",
        [("meridian_news", "Meridian"), ("reed_dispatch", "Reed Dispatch")],
    ),
    ("The guns have gone, Reed Dispatch reported on Friday.", [("reed_dispatch", "Reed Dispatch")]),
    (
        "The guns have gone, Reed Dispatch reported, citing the Marsh League.",
        [("reed_dispatch", "Reed Dispatch"), ("marsh_league", "the Marsh League")],
    ),
    ("Reports say the ferry was hit.", [(None, None)]),
    (
        "“The bank is quiet,” said a commander in the Heron Company who asked not to be named.",
        [(None, "a commander in the Heron Company")],
    ),
    (
        "Dorrin Hale, a commander of the Marsh League, said on Friday that the guns were gone.",
        [("dorrin_hale", "Dorrin Hale, a commander of the Marsh League")],
    ),
    (
        "The Herons have left, Hale told Reed Dispatch in an interview published on Sunday.",
        [("reed_dispatch", "Reed Dispatch"), ("dorrin_hale", "Hale")],
    ),
    ("Kethra Wire said on Friday the guns had gone.", [("kethra_wire", "Kethra Wire")]),
    (
        "“The survey is done,” Kethra Wire quoted Meridian as saying.",
        [("kethra_wire", "Kethra Wire"), ("meridian_news", "Meridian")],
    ),
    (
        "Lowland Radio said the Ondreli Foreign Ministry had confirmed that the survey was done.",
        [("lowland_radio", "Lowland Radio"), ("ondrel_foreign", "the Ondreli Foreign Ministry")],
    ),
    (
        "Meridian reported on Thursday, citing a source as saying that the guns had gone.",
        [("meridian_news", "Meridian"), (None, "a source")],
    ),
    (
        "Kethra Wire said that a Velmari officer was quoted by Meridian as saying it was over.",
        [
            ("kethra_wire", "Kethra Wire"),
            ("meridian_news", "Meridian"),
            (None, "a Velmari officer"),
        ],
    ),
    (
        "State news agency Kethra Wire said the Velmari army had announced that it was over.",
        [
            ("kethra_wire", "State news agency Kethra Wire"),
            ("velmar_army", "the Velmari army"),
        ],
    ),
]


def statements_of(*paragraphs: str, outlet: str | None = "dunmere_post") -> tuple[Statement, ...]:
    document = replace(a_document(*paragraphs, outlet=outlet), published=PUBLISHED)
    sentences, mentions, _ = read(document, crossing(), PUBLISHED)
    dates = find_dates(document.text, PUBLISHED, [sentence.span for sentence in sentences])
    return find_statements(document, sentences, mentions, dates, crossing())


def links_of(statement: Statement) -> Chain:
    return [(link.id, link.span.text if link.span else None) for link in statement.chain]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_every_link_that_the_text_states(text: str, expected: Chain) -> None:
    found = statements_of(text)
    assert len(found) == 1
    outlet = [] if expected[0][0] == "dunmere_post" else [("dunmere_post", None)]
    assert links_of(found[0]) == [*outlet, *expected]
    for link in found[0].chain:
        assert link.span is None or text[link.span.start : link.span.end] == link.span.text


def test_there_are_sixty_rows() -> None:
    assert len(CHAINS) >= 60


def test_a_page_of_the_agency_itself_is_one_link() -> None:
    found = statements_of("Queth told Meridian that the survey was done.", outlet="meridian_news")
    assert links_of(found[0]) == [("meridian_news", None), ("ilan_queth", "Queth")]


def test_an_unknown_outlet_is_a_link_without_id() -> None:
    found = statements_of("Queth said the survey was done.", outlet=None)
    assert links_of(found[0]) == [(None, None), ("ilan_queth", "Queth")]


def test_a_statement_inside_a_statement_keeps_both_speakers() -> None:
    found = statements_of("Queth said Velmar had told Tirvane that the road would open.")
    assert [links_of(statement)[1:] for statement in found] == [
        [("ilan_queth", "Queth")],
        [("ilan_queth", "Queth"), ("velmar", "Velmar")],
    ]


def test_what_is_added_names_no_agency() -> None:
    found = statements_of("“We stay,” Meridian quoted Hale as saying. He added that it was final.")
    assert links_of(found[1]) == [("dunmere_post", None), ("dorrin_hale", "He")]


def test_a_dateline_of_another_agency_relays_the_whole_page() -> None:
    found = statements_of(
        "TIRVANE (Meridian) - The survey is done, Queth said.", "Solm said it was late."
    )
    assert [links_of(statement)[1] for statement in found] == [("meridian_news", "Meridian")] * 2


def test_a_dateline_of_the_page_itself_relays_nothing() -> None:
    document = a_document("TIRVANE (Meridian) - The survey is done.", outlet="meridian_news")
    _, mentions, _ = read(document, crossing())
    assert filed_by(document, mentions) == ()
    assert filed_by(a_document(), mentions) == ()


def test_an_outlet_is_named_once() -> None:
    document = a_document("x", outlet="daily")
    wire, person = Link(id="wire", span=Span(0, 1, "x")), Link(id="roe", span=Span(0, 1, "x"))
    assert chain_of(document, [wire], [wire, person], person) == (
        Link(id="daily", span=None),
        wire,
        person,
    )
    assert chain_of(document, [], [wire], wire) == (Link(id="daily", span=None), wire)
    itself = Link(id="daily", span=Span(0, 1, "x"))
    assert chain_of(document, [], [], itself) == (itself,)


def test_a_relay_of_two_statements_joined_relays_both() -> None:
    found = statements_of("Vorn ordered the search and said it would be long, Meridian said.")
    assert [links_of(each)[1:] for each in found] == [
        [("meridian_news", "Meridian"), ("tessa_vorn", "Vorn")]
    ] * 2


def test_he_is_given_by_the_name_told_before() -> None:
    found = statements_of("Mayor Anna Stell said it was open. “It is safe,” she said.")
    assert [links_of(each)[-1] for each in found] == [
        (None, "Mayor Anna Stell"),
        (None, "Mayor Anna Stell"),
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Colonel Vorn spoke. Tam Orrel, a local baker, said it was open. “It is safe,” he said.",
            "Tam Orrel, a local baker",
        ),
        (
            "“It is open,” a rebel commander told Meridian. “It is safe,” he added.",
            "a rebel commander",
        ),
        (
            "Vorn said it was late. A spokesman in Tirvane said it was open. The spokesman said it was safe.",
            "A spokesman in Tirvane",
        ),
    ],
)
def test_he_is_who_spoke_last_though_no_list_knows_him(text: str, named: str) -> None:
    assert links_of(statements_of(text)[-1])[-1] == (None, named)
