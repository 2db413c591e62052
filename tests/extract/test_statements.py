from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages import a_document, crossing, read
from trucewatch.core.document import Document
from trucewatch.core.reading import Statement
from trucewatch.core.when import When
from trucewatch.extract.cues import FORMS
from trucewatch.extract.dates import find_dates
from trucewatch.extract.sentences import split_sentences
from trucewatch.extract.statements import find_statements

PUBLISHED = date(2021, 3, 4)  # a Thursday


def read_statements(document: Document) -> tuple[Statement, ...]:
    sentences, mentions, _ = read(document, crossing(), PUBLISHED)
    dates = find_dates(document.text, PUBLISHED, [sentence.span for sentence in sentences])
    return find_statements(document, sentences, mentions, dates, crossing())


def statements_of(*paragraphs: str, title: str | None = None) -> tuple[Statement, ...]:
    document = a_document(*paragraphs, title=title, outlet="dunmere_post")
    return read_statements(replace(document, published=PUBLISHED))


def told(statement: Statement) -> str:
    """Write a statement as "source | cue | content", pieces joined by " + "."""
    parts = (statement.source, statement.cue, statement.content)
    return " | ".join(" + ".join(span.text for span in part) for part in parts)


# one row: the text, and its one statement
PATTERNS = [
    # X said C
    (
        "Vorn said that the road was open.",
        "Vorn | said | that the road was open",
    ),
    ("Vorn said the road was open.", "Vorn | said | the road was open"),
    ("Vorn says the road is open.", "Vorn | says | the road is open"),
    ("Vorn has said the road is open.", "Vorn | has said | the road is open"),
    (
        "Vorn told reporters in Kethra on Monday that the road was open.",
        "Vorn | told | that the road was open",
    ),
    ("Vorn said on Monday the road was open.", "Vorn | said | the road was open"),
    (
        "The Velmari army on Monday said the road was open.",
        "The Velmari army | said | the road was open",
    ),
    ("Vorn also stressed that the road was open.", "Vorn | also stressed | that the road was open"),
    ("In a statement, Vorn said the road was open.", "Vorn | said | the road was open"),
    ("Vorn said in a statement the road was open.", "Vorn | said | the road was open"),
    ("In Kethra, Vorn said the road was open.", "Vorn | said | the road was open"),
    ("However, Vorn insisted the road was open.", "Vorn | insisted | the road was open"),
    ("Vorn tweeted that the road was open.", "Vorn | tweeted | that the road was open"),
    # a bound belongs to its number, not to the verb before
    ("Vorn said at least nine men died.", "Vorn | said | at least nine men died"),
    ("Vorn said over 30 men died.", "Vorn | said | over 30 men died"),
    ("Vorn said about 30 men had died.", "Vorn | said | about 30 men had died"),
    ("Vorn said nearly 30 men had died.", "Vorn | said | nearly 30 men had died"),
    ("Vorn said as many as 30 men died.", "Vorn | said | as many as 30 men died"),
    ("Vorn said between 20 and 30 men died.", "Vorn | said | between 20 and 30 men died"),
    (
        "Vorn said in a statement at least 30 men had died.",
        "Vorn | said | at least 30 men had died",
    ),
    (
        "Vorn said on Monday in Kethra more than 30 men had died.",
        "Vorn | said | more than 30 men had died",
    ),
    (
        "Vorn said in a video message posted online on Monday that the road was open.",
        "Vorn | said | that the road was open",
    ),
    (
        "Residents reached by phone said they had heard jets.",
        "Residents | said | they had heard jets",
    ),
    ("The road is “open”, Vorn told Lowland Radio daily.", "Vorn | told | The road is “open”"),
    (
        "The crossing mission documented the deaths of nine men.",
        "The crossing mission | documented | the deaths of nine men",
    ),
    (
        "The crossing mission has registered five breaches.",
        "The crossing mission | has registered | five breaches",
    ),
    ("“It is open,” Vorn said in a Friday statement.", "Vorn | said | “It is open,”"),
    # a name and its title
    (
        "The toll rose to 30, Anna Stell, head of the northern district announced.",
        "Anna Stell, head of the northern district | announced | The toll rose to 30",
    ),
    (
        "A spokesman for the mayor, Tom Ashby, said the release “is a first step.”",
        "A spokesman for the mayor, Tom Ashby | said | the release “is a first step.”",
    ),
    (
        "“It is open,” said Kethra-based activist Anna Stell by phone.",
        "Kethra-based activist Anna Stell | said | “It is open,”",
    ),
    (
        "The envoy told a daily briefing, “It is open.”",
        "The envoy | told | “It is open.”",
    ),
    (
        "According to the regional daily Stellby News, two men died of their wounds.",
        "the regional daily Stellby News | According to | two men died of their wounds",
    ),
    # who tells of a deed is the one who speaks
    (
        "Velmar and Ondrel had discussed opening the road, the crossing mission said.",
        "the crossing mission | said | Velmar and Ondrel had discussed opening the road",
    ),
    (
        "There were no reports of any damage, according to Lowland Radio.",
        "Lowland Radio | according to | There were no reports of any damage",
    ),
    # C, X said
    ("The road is open, Vorn said.", "Vorn | said | The road is open"),
    ("The road is open, said Vorn.", "Vorn | said | The road is open"),
    ("The road is open, Vorn told reporters.", "Vorn | told | The road is open"),
    ("The road is open, according to Vorn.", "Vorn | according to | The road is open"),
    ("According to Vorn, the road is open.", "Vorn | According to | the road is open"),
    ("The road, Vorn said, is open.", "Vorn | said | The road + is open"),
    (
        "If it rains, Vorn said, the road will close.",
        "Vorn | said | If it rains + the road will close",
    ),
    # quotations
    ('"The road is open," Vorn said.', 'Vorn | said | "The road is open,"'),
    ("“The road is open,” said Vorn.", "Vorn | said | “The road is open,”"),
    ("Vorn said: “The road is open.”", "Vorn | said | “The road is open.”"),
    ("Vorn said, “The road is open.”", "Vorn | said | “The road is open.”"),
    ("“Is it open?” Vorn asked.", "Vorn | asked | “Is it open?”"),
    ("“It is open!” Vorn said.", "Vorn | said | “It is open!”"),
    (
        "“It is open,” Vorn said, “and it stays open.”",
        "Vorn | said | “It is open,” + “and it stays open.”",
    ),
    ("“It is open,” Vorn said. “It stays open.”", "Vorn | said | “It is open,” + “It stays open.”"),
    (
        "Vorn said the road was “open to all of them”.",
        "Vorn | said | the road was “open to all of them”",
    ),
    ("The road is “open,” Vorn said.", "Vorn | said | The road is “open,”"),
    # names and what belongs to them
    (
        "Tessa Vorn, the ministry's spokeswoman, said the road was open.",
        "Tessa Vorn, the ministry's spokeswoman | said | the road was open",
    ),
    (
        "Hale, who was in Tirvane on Monday, said the League would stay.",
        "Hale | said | the League would stay",
    ),
    (
        "The League's commander, Dorrin Hale, said it would stay.",
        "The League's commander, Dorrin Hale | said | it would stay",
    ),
    (
        "“It stays,” said Dorrin Hale, a commander of the League.",
        "Dorrin Hale, a commander of the League | said | “It stays,”",
    ),
    (
        "A source familiar with the talks said the list was ready.",
        "A source familiar with the talks | said | the list was ready",
    ),
    (
        "A man who saw the raid said nobody was hurt.",
        "A man | said | nobody was hurt",
    ),
    ("Velmar and Ondrel said the swap was done.", "Velmar + Ondrel | said | the swap was done"),
    (
        "Rebel figures and Ondreli officials said the swap was done.",
        "Rebel figures + Ondreli officials | said | the swap was done",
    ),
    # other verbs
    (
        "Velmar accused the Marsh League of shelling the ferry.",
        "Velmar | accused | the Marsh League of shelling the ferry",
    ),
    (
        "The Marsh League was accused by Velmar of shelling the ferry.",
        "Velmar | was accused | The Marsh League + of shelling the ferry",
    ),
    ("Solm called on Velmar to open the road.", "Solm | called on | Velmar to open the road"),
    ("Solm urged Velmar to open the road.", "Solm | urged | Velmar to open the road"),
    ("The Heron Company vowed to stay.", "The Heron Company | vowed | to stay"),
    ("Velmar promised the road would open.", "Velmar | promised | the road would open"),
    (
        "The Marsh League denied shelling the ferry.",
        "The Marsh League | denied | shelling the ferry",
    ),
    (
        "The Marsh League denied that it had shelled the ferry.",
        "The Marsh League | denied | that it had shelled the ferry",
    ),
    ("Lantern Relief warned of hunger.", "Lantern Relief | warned of | hunger"),
    ("Vorn announced the withdrawal of all guns.", "Vorn | announced | the withdrawal of all guns"),
    ("Queth believes that the survey is done.", "Queth | believes | that the survey is done"),
    (
        "Queth was quoted as saying that it was done.",
        "Queth | was quoted + as saying | that it was done",
    ),
    (
        '"The guns are gone," read a statement issued by the Velmari army.',
        'a statement issued by the Velmari army | read | "The guns are gone,"',
    ),
    (
        "“It's a game,” a fighter who gave his name as Oren told Meridian.",
        "a fighter | told | “It's a game,”",
    ),
    (
        "The Velmari army issued a statement saying the guns were gone.",
        "The Velmari army | saying | the guns were gone",
    ),
    ("Asked about the road, Vorn said it was open.", "Vorn | said | it was open"),
    # nobody is named
    ("It is said that the ferry sank.", " | is said | that the ferry sank"),
    ("The ferry is said to have sunk.", " | is said | The ferry + to have sunk"),
    ("There are reports that the ferry sank.", " | reports | that the ferry sank"),
    ("The ferry reportedly sank.", " | reportedly | The ferry + sank"),
    ("Reports say the ferry sank.", " | say | the ferry sank"),
]


@pytest.mark.parametrize(("text", "expected"), PATTERNS)
def test_one_statement(text: str, expected: str) -> None:
    assert [told(statement) for statement in statements_of(text)] == [expected]


TITLES = [
    ("Vorn: the road is open", "Vorn | : | the road is open"),
    ("Road is open: Vorn", "Vorn | : | Road is open"),
    ("Road is open - Velmari army", "Velmari army | - | Road is open"),
    ("Road is open – Velmari officials", "Velmari officials | – | Road is open"),
    ("Velmar Says Road Is Open", "Velmar | Says | Road Is Open"),
    ("Road is open, says Velmar", "Velmar | says | Road is open"),
    ("Solm: “Velmar must open the road”", "Solm | : | “Velmar must open the road”"),
    ("Ferry hit again, says crossing mission", "crossing mission | says | Ferry hit again"),
    ("Two killed near ferry — crossing mission", "crossing mission | — | Two killed near ferry"),
    ("“Road is open,” says Velmar", "Velmar | says | “Road is open,”"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_titles(title: str, expected: str) -> None:
    assert [told(statement) for statement in statements_of(title=title)] == [expected]


NOTHING_SAID = [
    "Velmar has not said whether it will open the road.",
    "Velmar did not comment on the report.",
    "Velmar did not say when the road would open.",
    "The Marsh League has yet to announce its stance.",
    "The Marsh League could not be reached.",
    "Queth declined to say whether the ferry would sail.",
    "Queth refused to comment.",
    "There was no comment from Velmar.",
    "Velmar will announce a new date on Monday.",
    "The claim by Velmar was met with doubt.",
    "The “quiet strip” is a mile wide.",
    "The so-called “crossing mission” has a new head.",
    "The prisoners must be freed by 1 May, according to the agreement.",
    "The agreement says all prisoners must be freed.",
    "The United States sent a ship.",
    "Its declared goal was peace.",
    "The documents record was lost.",
    "The count went on for days.",
    "Their record of the raids is long.",
    "Nobody said the road was open.",
    "It was not clear whether the road was open.",
    "The army maintained its posts.",
    "State troops took the report.",
    "The raid highlighted the danger on the road.",
    "The capture of Kethra, a vital step, cost lives and confirmed the risk.",
    "The liberation of Kethra will free traders and deny the gunmen a haven.",
    "The liberation of Kethra would deny the gunmen a haven.",
    "Guards fought gunmen threatening Kethra.",
    "Fever is spreading, threatening the lives of many.",
    "The mayor left after rallies demanding his resignation.",
    "A bill would keep guards from recommending charges.",
    "There were no reports of casualties.",
    "",
    "said",
    "“”",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(text: str) -> None:
    assert statements_of(text) == ()


@pytest.mark.parametrize(
    "title",
    [
        "Live: talks go on in Tirvane",
        "Analysis: what the road means",
        "Talks on road go on",
        "Two days: one road",
    ],
)
def test_titles_without_a_speaker(title: str) -> None:
    assert statements_of(title=title) == ()


# one row: the text, and speaker / for whom / unnamed of each statement
VOICES = [
    ("Vorn said it was open.", ["tessa_vorn / velmar_defence"]),
    ("Velmar said it was open.", ["velmar / velmar"]),
    ("The Velmari Defence Ministry said it was open.", ["velmar_defence / velmar_defence"]),
    ("Kethra's defence ministry said it was open.", ["velmar_defence / velmar_defence"]),
    ("Tirvane’s foreign ministry said it was open.", ["ondrel_foreign / ondrel_foreign"]),
    ("The defence ministry in Kethra said it was open.", ["velmar_defence / velmar_defence"]),
    ("Kethra's transport ministry said it was open.", ["None / velmar"]),
    ("A defence ministry source in Kethra said it was open.", ["None / None unnamed"]),
    ("The Marsh League's statement said it was open.", ["marsh_league / marsh_league"]),
    ("A spokesman for the Marsh League said it was open.", ["None / marsh_league"]),
    (
        "The Velmari Defence Ministry spokesman John Doe said it was open.",
        ["None / velmar_defence"],
    ),
    ("Velmar's Defence Ministry spokesman John Doe said it was open.", ["None / velmar_defence"]),
    (
        "Velmari Defence Ministry spokesman John Doe said it was open. Doe added that it was safe.",
        ["None / velmar_defence", "None / velmar_defence"],
    ),
    ("Vorn's aide said it was open.", ["None / velmar_defence unnamed"]),
    ("Vorn's lawyer said it was open.", ["None / None"]),
    ("An Ondreli official said it was open.", ["None / ondrel unnamed"]),
    ("A Velmari military source said it was open.", ["None / velmar_army unnamed"]),
    ("A Kethra baker said it was open.", ["None / None"]),
    ("Velmari activists and traders said it was open.", ["None / None unnamed"]),
    ("Two rebel officials said it was open.", ["None / None unnamed"]),
    ("Local activists said it was open.", ["None / None unnamed"]),
    ("Velmari activists said it was open.", ["None / None unnamed"]),
    ("Velmari and Ondreli officials said it was open.", ["None / None unnamed"]),
    (
        "The Joint Crossing Mission and local officials said it was open.",
        ["crossing_mission / crossing_mission"],
    ),
    ("Rebels said it was open.", ["None / None unnamed"]),
    ("Meridian reported that it was open.", ["None / None"]),
    ("It is said that it was open.", ["None / None"]),
    # what is said of a body beside its name does not hide it
    (
        "The Marsh League, an alliance of three groups, said it was open.",
        ["marsh_league / marsh_league"],
    ),
    (
        "The Marsh League (ML), the largest group of the marshes, said it was open.",
        ["marsh_league / marsh_league"],
    ),
    (
        "It was open, the Joint Crossing Mission, an anti-Vorn monitor, said.",
        ["crossing_mission / crossing_mission"],
    ),
    (
        "The Joint Crossing Mission in Kethra, led by a judge, said it was open.",
        ["crossing_mission / crossing_mission"],
    ),
    # who "he", "it" or "the spokeswoman" is
    (
        "“It is open,” Colonel Vorn said. She added that it was safe.",
        ["tessa_vorn / velmar_defence", "tessa_vorn / velmar_defence"],
    ),
    (
        "Velmari spokeswoman Tessa Vorn said it was open. The spokeswoman said it was safe.",
        ["tessa_vorn / velmar_defence", "tessa_vorn / velmar_defence"],
    ),
    (
        "The Joint Crossing Mission said it was open. The monitor said it was safe. It added more.",
        ["crossing_mission / crossing_mission"] * 2,
    ),
    (
        "The Velmari Defence Ministry said it was open. The ministry added that it was safe.",
        ["velmar_defence / velmar_defence"] * 2,
    ),
    (
        "The Heron Company said it was open. The group said it would stay.",
        ["heron_company / heron_company"] * 2,
    ),
    (
        "Hale, who said it was open, left.",
        ["dorrin_hale / marsh_league"],
    ),
    (
        "A source told Meridian it was open. The source said it was safe.",
        ["None / None unnamed", "None / None unnamed"],
    ),
    (
        "The Joint Crossing Mission said the Heron Company had fired. The group added that it fled.",
        ["crossing_mission / crossing_mission"] * 2,
    ),
    (
        "The Velmari army said it was open. The army said it was safe.",
        ["velmar_army / velmar_army"] * 2,
    ),
    (
        "According to Vorn, it was open. According to her, it was safe.",
        ["tessa_vorn / velmar_defence"] * 2,
    ),
    (
        "Ondrel has freed all prisoners, its foreign ministry said.",
        ["ondrel_foreign / ondrel_foreign"],
    ),
    # where that is not clear, nobody
    ("Ondrel has told Velmar, its foreign ministry said.", ["None / None"]),
    (
        "The Joint Crossing Mission said the Heron Company had fired. The group denied it.",
        ["crossing_mission / crossing_mission", "None / None"],
    ),
    (
        "The Velmari army said it was open. The foreign ministry said it was safe.",
        ["velmar_army / velmar_army", "None / None"],
    ),
    (
        "Stelland mourned. It said the thief had gone to Ondrel. It also said it would search.",
        ["None / None", "None / None"],
    ),
    ("He said it was open.", ["None / None"]),
    ("The ministry said it was open.", ["None / None"]),
    (
        "Queth met Vorn in Tirvane. He said it was open.",
        ["None / None"],
    ),
    (
        "Velmari spokeswoman Tessa Vorn said it was open. The spokesman said it was safe.",
        ["tessa_vorn / velmar_defence", "None / None"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_who_speaks_and_for_whom(text: str, expected: list[str]) -> None:
    voices = [
        f"{found.speaker} / {found.for_}{' unnamed' * found.unnamed}"
        for found in statements_of(text)
    ]
    assert voices == expected


SEVERAL = [
    (
        "Vorn said the road was open and added that the ferry would sail.",
        ["Vorn | said | the road was open", "Vorn | added | that the ferry would sail"],
    ),
    (
        "“It is open,” Vorn said, adding: “It stays open.”",
        ["Vorn | said | “It is open,”", "Vorn | adding | “It stays open.”"],
    ),
    (
        "Vorn said the road was open, while Hale said it was closed.",
        ["Vorn | said | the road was open", "Hale | said | it was closed"],
    ),
    (
        "Vorn said the road was open, but Hale denied it.",
        ["Vorn | said | the road was open", "Hale | denied | it"],
    ),
    (
        "Vorn said the road was open; Hale said it was closed.",
        ["Vorn | said | the road was open", "Hale | said | it was closed"],
    ),
    (
        "While Vorn said the road was open, Hale said it was closed.",
        ["Vorn | said | the road was open", "Hale | said | it was closed"],
    ),
    (
        "The League rejected the claim, saying that its guns had gone.",
        ["The League | rejected | the claim", "The League | saying | that its guns had gone"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_statements_of_one_sentence(text: str, expected: list[str]) -> None:
    assert [told(statement) for statement in statements_of(text)] == expected


def test_a_quotation_without_a_cue_goes_on_in_the_next_paragraph() -> None:
    found = statements_of("“One,” Hale said.", "“Two.", "“Three.”", "Nobody answered.", "“Four.”")
    assert [told(statement) for statement in found] == ["Hale | said | “One,” + “Two. + “Three.”"]


def test_a_cue_that_stands_alone_takes_the_quotation_before_it() -> None:
    document = a_document("“We are gone.” Hale said.", outlet="dunmere_post")
    sentences = split_sentences(document)
    _, mentions, _ = read(document, crossing())
    found = find_statements(document, sentences, mentions, (), crossing())
    assert [told(statement) for statement in found] == ["Hale | said | “We are gone.”"]


DAYS = [
    ("Vorn said on Monday that it was open.", "2021-03-01 relative"),
    ("On Monday, Vorn said it was open.", "2021-03-01 relative"),
    ("“It is open,” Vorn said on 2 March 2021.", "2021-03-02 stated"),
    ("Vorn told a news briefing in Kethra on Monday it was open.", "2021-03-01 relative"),
    ("Last month, Vorn said it was open.", "2021-02 relative"),
    ("Earlier this week, Vorn said it was open.", "2021-03-01/2021-03-04 relative"),
    # a day of what is told, of something else, or none
    ("Vorn said it had opened on Monday.", None),
    ("Hale, who was in Tirvane on Monday, said it was open.", None),
    ("Vorn said it was open.", None),
    ("It had been closed since Monday, Vorn said.", None),
]


def day_of(when: When | None) -> str | None:
    return f"{when.edtf} {when.basis}" if when else None


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_the_day_of_saying(text: str, expected: str | None) -> None:
    assert [day_of(statement.said_on) for statement in statements_of(text)] == [expected]


def test_the_day_passes_on_to_what_the_same_voice_adds() -> None:
    found = statements_of(
        "Vorn said on Monday it was open. She added that it was safe. Hale said no."
    )
    days = [day_of(statement.said_on) for statement in found]
    assert days == ["2021-03-01 relative", "2021-03-01 inherited", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is open,” Vorn said.", "direct"),
        ("“It is open,” Vorn said, “and safe.”", "direct"),
        ("Vorn said it was open.", "indirect"),
        ("Vorn said the “strip” was open.", "indirect"),
        ("Vorn said it was “open to all of them”.", "mixed"),
        ("Vorn said: “They (all) left.”", "direct"),
    ],
)
def test_manner(text: str, expected: str) -> None:
    assert [statement.manner for statement in statements_of(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorn said it may have sunk.", ["may"]),
        ("Vorn said some 40 men were allegedly held.", ["some", "allegedly"]),
        ("Reportedly, Vorn said, it appears to be open.", ["Reportedly", "appears to"]),
        ("The ferry is said to have sunk.", ["is said"]),
        ("Vorn said in May it was open.", []),
        ("Vorn said some men had left.", []),
    ],
)
def test_hedges(text: str, expected: list[str]) -> None:
    found = statements_of(text)
    assert [hedge.text for statement in found for hedge in statement.hedges] == expected


def test_words_that_a_relay_put_in_are_marked() -> None:
    (found,) = statements_of("“The (occupied) bank and [our] posts are ours,” Hale said (again).")
    assert [span.text for span in found.insertions] == ["(occupied)", "[our]"]


def test_headline_and_lead_retell_what_follows_in_full() -> None:
    found = statements_of(
        "Velmar says the ferry road will open to all traders.",
        "“The ferry road will be open to all traders from Friday,” Kethra Wire quoted Velmari "
        "Defence Ministry spokeswoman Tessa Vorn as saying on Monday.",
        "The Marsh League says the ferry road stays closed to traders.",
        title="Velmar says ferry road opens to traders",
    )
    assert [statement.retells for statement in found] == ["s3", "s3", None, None]
    assert [day_of(statement.said_on) for statement in found[:2]] == ["2021-03-01 relative"] * 2


def test_a_monitor_whom_only_a_later_line_names_is_retold() -> None:
    found = statements_of(
        "Gunmen took all boats from the landing at Kethra, a war monitor said on Monday.",
        "The Joint Crossing Mission said that the gunmen had taken all boats from the landing.",
        title="Gunmen take boats from landing, monitor says",
    )
    assert [each.retells for each in found] == ["s3", "s3", None]
    assert {each.speaker for each in found} == {"crossing_mission"}


def test_a_monitor_of_another_matter_is_the_one_that_speaks_next() -> None:
    found = statements_of(
        "Gunmen took all boats from the landing at Kethra, a war monitor said on Monday.",
        "The Joint Crossing Mission said that the survey would take a year.",
    )
    assert (found[0].retells, found[0].speaker) == (None, "crossing_mission")


def test_rescuers_are_the_rescue_service_that_speaks_next() -> None:
    found = statements_of(
        "A mortar hit the landing at Kethra, rescue workers said on Monday.",
        "Lantern Relief, a rescue service on the river, said that bread was short.",
        "The Joint Crossing Mission said that the survey would take a year.",
    )
    assert (found[0].speaker, found[0].unnamed) == ("lantern_relief", False)
    monitors = statements_of(
        "A mortar hit the landing at Kethra, rescuers said on Monday.",
        "The Joint Crossing Mission said that the survey would take a year.",
    )
    assert (monitors[0].speaker, monitors[0].unnamed) == (None, True)


def test_a_group_is_a_monitor_only_where_it_monitors() -> None:
    for source, speaker in (("a monitoring group", "crossing_mission"), ("a group", None)):
        found = statements_of(
            f"Gunmen took all boats, {source} said on Monday.",
            "The Joint Crossing Mission said that the survey would take a year.",
        )
        assert found[0].speaker == speaker


def test_a_monitor_stays_unnamed_where_two_are_named() -> None:
    found = statements_of(
        "Gunmen took all boats, a war monitor said on Monday.",
        "The Joint Crossing Mission said that the survey would take a year.",
        "Lantern Relief said that bread was short.",
    )
    assert found[0].speaker is None


def test_a_person_whom_the_case_does_not_know_is_retold_by_surname() -> None:
    found = statements_of(
        "“The market on the hill will open again on Friday,” Mayor Anna Stell told reporters.",
        title="Market will open on Friday, Stell says",
    )
    assert [each.retells for each in found] == ["s2", None]


@pytest.mark.parametrize(
    ("name", "again"), [("Anna Stell", "Stell"), ("Omar al-Haddan", "Al-Haddan")]
)
def test_a_person_keeps_the_body_that_he_was_named_with(name: str, again: str) -> None:
    found = statements_of(
        f"The head of Lantern Relief in Ashel, {name}, said that bread was short. "
        f"{again} added that the mill had burnt down."
    )
    assert [each.for_ for each in found] == ["lantern_relief", "lantern_relief"]


def test_another_voice_or_matter_retells_nothing() -> None:
    found = statements_of(
        "“The ferry road is open to all traders,” Hale said.",
        "“Forty prisoners came home to their families,” Vorn said.",
        title="Velmar says ferry road opens to traders",
    )
    assert [statement.retells for statement in found] == [None, None, None]


def test_what_is_less_sure_has_less_confidence() -> None:
    said, closed, hearsay, thought = (
        statements_of(text)[0].confidence
        for text in (
            "“It is open,” Vorn said.",
            "Vorn said: “It is open.",
            "It is reportedly open.",
            "Vorn believes that it is open.",
        )
    )
    assert 1 >= said > closed > 0
    assert said > thought > hearsay > 0


def test_statements_are_numbered_in_the_order_of_the_text() -> None:
    found = statements_of(
        "Vorn said it fell. “It did,” said Hale.", "Queth said it did not.", title="Solm: no road"
    )
    assert [statement.id for statement in found] == ["s1", "s2", "s3", "s4"]
    starts = [statement.content[0].start for statement in found]
    assert starts == sorted(starts)


# --- on any text

WORDS = st.sampled_from(
    [
        *(
            "Vorn",
            "Hale",
            "Velmar",
            "the Marsh League",
            "Meridian",
            "Kethra Wire",
            "a source",
            "who",
        ),
        *("he", "it", "they", "the ministry", "officials", "State", "No. 5", "U.S.", "Mr."),
        *("and", "but", "while", "that", "as", "by", "in", "to", "of", "not", "was", "has", "will"),
        *("saying", "according to", "citing", "quoted", "on Monday", "last month", "statement"),
        *("road", "open", "fell", "reportedly", "there are reports", "is said to"),
        *sorted(FORMS)[::25],
        *(
            "“",
            "”",
            '"',
            "'",
            "’",
            "‘",
            "(",
            ")",
            "[",
            "]",
            "—",
            "-",
            ":",
            ";",
            ",",
            ".",
            "?",
            "\n",
        ),
    ]
)


@given(st.lists(WORDS, max_size=40), st.booleans())
def test_on_any_text_the_law_of_spans_holds(pieces: list[str], titled: bool) -> None:
    paragraphs = " ".join(pieces).split("\n")
    title, rest = (paragraphs[0], paragraphs[1:]) if titled else (None, paragraphs)
    document = replace(a_document(*rest, title=title), published=PUBLISHED)
    found = read_statements(document)
    assert [statement.id for statement in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    for statement in found:
        _check(statement, document.text, {each.id for each in found})


def _check(statement: Statement, text: str, ids: set[str]) -> None:
    spans = [*statement.content, *statement.cue, *statement.source, *statement.hedges]
    spans += [*statement.insertions, *(link.span for link in statement.chain if link.span)]
    assert all(span.proves_itself(text) and span.text for span in spans)
    assert statement.content
    assert statement.cue
    assert statement.chain
    for part in (statement.content, statement.cue, statement.source):
        assert all(before.end <= after.start for before, after in pairwise(part))
    assert not any(cue.meets(piece) for cue in statement.cue for piece in statement.content)
    assert not any(cue.meets(source) for cue in statement.cue for source in statement.source)
    assert 0 < statement.confidence <= 1
    assert statement.retells is None or statement.retells in ids - {statement.id}


@given(st.text(max_size=300))
def test_nothing_is_raised_on_any_characters(text: str) -> None:
    read_statements(a_document(text))


PUMPS = [
    "said ",
    "Vorn said ",
    "report ",
    "“Q,” Vorn said. ",
    "Vorn said that ",
    "and ",
    ", ",
    "Vorn, ",
    "according to Vorn, ",
    "quoted ",
    "citing Meridian, ",
    "the of ",
    "“",
    "(a) ",
    "who said ",
]


@pytest.mark.parametrize("pump", PUMPS)
def test_every_pattern_takes_linear_time(pump: str) -> None:
    def spent(times: int) -> float:
        document = a_document(pump * times)
        sentences = split_sentences(document)
        started = time.perf_counter()
        find_statements(document, sentences, (), (), crossing())
        return time.perf_counter() - started

    spent(50)
    short, long = min(spent(200) for _ in range(3)), min(spent(800) for _ in range(3))
    assert long < 10 * short + 0.05


LONG = (
    '"We left the strip on Monday," said Captain Dorrin Hale, the Marsh League\'s commander, who was there, "or what was left of it," he added.',
    "Velmar, Ondrel and the Joint Crossing Mission, citing a source close to Heron Company, denied that the village of Ashel, through its elder, had been warned (twice) by anybody.",
    "According to Ilan Queth, a spokesman for the Ondreli Foreign Ministry, quoted by the Kethra Wire, the Velmari army shelled Ashel -- with what it called 'training rounds' -- on Friday.",
    "KETHRA, March 20 (KWA) - The mission's head told reporters, as Tessa Vorn had said before him, that neither side, nor any of its allies, accused the other of firing first.",
)  # fmt: skip


@pytest.mark.parametrize("text", LONG)
def test_a_text_may_end_at_any_word_without_a_mark(text: str) -> None:
    words = text.split(" ")
    for last in range(1, len(words) + 1):
        short = " ".join(words[:last]).rstrip('.,"-')
        for each in statements_of(short):
            spans = (*each.source, *each.cue, *each.content)
            assert all(span.text == short[span.start : span.end] for span in spans)


def test_he_is_nobody_whose_militias_alone_are_named() -> None:
    found = statements_of("Vorn militias stood at Ashel. He said that bread was short.")
    assert [each.speaker for each in found] == [None]
