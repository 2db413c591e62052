"""The layout of copied pages: invented ones, each as a reader of some kind of site would copy it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.document import Block
from trucewatch.document.plain import blocks_of, lay_out

LEAD = (
    "Militias on both banks kept their guns in place on Monday, the observers at the crossing said."
)
MORE = "The observers counted four guns near the village of Velin and two on the road to Karm."
LAST = "The agreement gives both sides until the end of the month to take their guns away."


def shown(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Give kind and words of each block, the kind by its first letter."""
    return [(block.kind[0], block.span.text) for block in blocks_of(text, title=title)]


def read(text: str) -> list[str]:
    """Give the words of the blocks that are read as evidence, without the title."""
    return [block.span.text for block in blocks_of(text) if block.kind == "paragraph"]


def test_a_page_with_path_caption_and_addresses() -> None:
    text = (
        "News   /   Riverland\n\nMilitias keep their guns at the Velin crossing\n\n"
        "The chief observer at the crossing, Ada Rook (file photo)\n\n"
        f"{LEAD}\n\n{MORE}\n\n{LAST}\n\n\n"
        "The Example’s website can also be accessed at the following alternate addresses:\n\n"
        "www.example.org\n\nSHARE THIS ARTICLE\nExample News Box\n"
    )
    assert [kind for kind, _ in shown(text)] == list("ftcpppffff")
    assert lay_out(text).title == "Militias keep their guns at the Velin crossing"
    assert lay_out(text).warnings == ()


PAGES = [
    # What stands above the article, what below it.
    (
        "Home > World > Riverland\nGuns stay at the Velin crossing, observers say",
        "Read more:\nOther",
    ),
    ("You are here: Home\nGuns stay at Velin crossing\nBy Ada Rook\nMarch 2, 2020", "Tags: guns"),
    ("WORLD\n2 MAR, 14:20\nGuns stay at the Velin crossing — observers", "© Example Wire, 2020"),
    ("Guns stay at the Velin crossing\nPublished: 2 March 2020 | Updated: 3 March 2020", "Print"),
    ("Guns stay at Velin crossing\nShare on Facebook\nTweet\nEmail\nPrint\n2 min read", "Topics:"),
    ("Guns stay at the Velin crossing (VIDEO)", "(Reporting by Ada Rook; editing by Bo Lind)"),
    ("Guns stay at the Velin crossing\nADA ROOK\nExample Daily Staff", "Comments (3)\nWell said."),
    (
        "Will the guns leave the Velin crossing?\nMonday 2 March 2020 14:20 GMT",
        "Follow us on Telegram",
    ),
    (
        "Guns stay at Velin crossing\nGuns stay at Velin crossing\n3 hours ago",
        "More on this story\nX",
    ),
    ("Guns stay at the Velin crossing\nA gun near Velin. (Ada Rook/Wire)", "Subscribe\n12\n1.2k"),
    ("Guns stay at the Velin crossing\nFILE PHOTO: A gun near Velin in 2019.", "Advertisement"),
    (
        "Guns stay at the Velin crossing\nThe bridge at Velin © Wire 2020 / Ada Rook",
        "Latest news\nX y",
    ),
    (
        "Guns stay at the Velin crossing\nThe bridge at Velin [File: Ada Rook/Wire]",
        "Related: Bridge shut",
    ),
    (
        "Guns stay at the Velin crossing\nPhoto: Example Wire",
        "Copyright 2020 Wire. All rights reserved.",
    ),
    (
        "Guns stay at the Velin crossing\nSource: Example Wire",
        "You may also like\nBridge opens again",
    ),
    ("ZCZC\nGuns stay at the Velin crossing", "NNNN"),
    (
        "Guns stay at the Velin crossing\nIn this March 1, 2020 photo, a gun is seen near Velin.",
        "___",
    ),
    (
        "Guns stay at the Velin crossing\n0 shares\nListen",
        "Ada Rook is a reporter for Example Daily.",
    ),
    (
        "Guns stay at the Velin crossing\nWe use cookies to make this site better. Accept all",
        "I agree",
    ),
    ("Got a tip?\nGuns stay at the Velin crossing", "Your email address will not be published."),
    ("Guns stay at the Velin crossing\nPress release", "The Wire contributed to this report."),
    ("Guns stay at the Velin crossing\n\n2020-03-02 17:52", "Editor: Ada Rook\n#velin #guns"),
    (
        "Guns stay at the Velin crossing\nAgencies, Velin",
        "info@example.org\nhttps://example.org/a/b",
    ),
]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
@pytest.mark.parametrize(("above", "below"), PAGES)
def test_furniture_above_and_below_is_not_read(above: str, below: str, gap: str) -> None:
    page = gap.join([*above.split("\n"), LEAD, MORE, LAST, *below.split("\n")])
    assert read(page) == [LEAD, MORE, LAST]
    title = lay_out(page).title
    assert title
    assert "elin crossing" in title


BETWEEN = [
    "Read more: Bridge at Karm shut for repairs",
    "Also read: Bridge at Karm shut for repairs",
    "READ ALSO",
    "Related stories",
    "Bridge at Karm shut for repairs",
    "A fragile quiet",
    "Advertisement",
    "Story continues below",
    "https://example.org/velin",
    "@example_daily",
    "Image caption The bridge at Velin in winter",
    "The bridge at Velin, with the village behind it (Ada Rook/Wire)",
    "Share",
    "* * *",
    "Sign up for our newsletter and never miss a story",
    "Scroll down for video",
    "Click here to enlarge",
]


@pytest.mark.parametrize("between", BETWEEN)
def test_furniture_between_paragraphs_is_not_read(between: str) -> None:
    page = f"Guns stay at the Velin crossing\n\n{LEAD}\n\n{between}\n\n{MORE}\n\n{LAST}"
    assert read(page) == [LEAD, MORE, LAST]


KEPT = [
    "For more than a month the guns had been silent, he said.",
    "The post at Karm was hit twice.",
    "Agencies of the United Nations left Velin.",
    "By continuing to fire, the southern side breaks the agreement, the ministry said.",
    "Also on Monday, two shells hit Karm.",
    "No casualties were reported.",
    "Still, nobody fired on Tuesday.",
    "Images from the village showed two burnt houses.",
    "Background talks go on, the minister said.",
    "The army is not responsible for the shelling, the ministry said.",
    "Vehicles entered the zone without permission.",
    "“Help us,” one villager said.",
    "VELIN, March 2. /WIRE/. Guns stay at the crossing.",
    "(Wire) - Guns stay at the crossing at Velin.",
    "VELIN — Guns stay at the crossing.",
    "Correction: paragraph two now says four guns, not five.",
    "Source close to the talks: guns will stay, for now.",
    "Contact between the two sides broke off on Sunday.",
    "Print shops in Velin closed.",
    "The northern ministry named these places:",
    "“We have not seen any gun leave,” he said",
    "He told reporters that not one of the guns in the zone had left by the evening of Monday",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_sentences_of_the_article_are_read(sentence: str) -> None:
    page = f"Guns stay at the Velin crossing\n\n{LEAD}\n\n{sentence}\n\n{MORE}"
    assert read(page) == [LEAD, sentence, MORE]


@pytest.mark.parametrize("sentence", [words for words in KEPT if words.endswith(".")])
def test_sentences_of_the_article_are_read_at_its_end(sentence: str) -> None:
    page = f"Guns stay at the Velin crossing\n\n{LEAD}\n\n{MORE}\n\n{sentence}"
    assert read(page) == [LEAD, MORE, sentence]


def test_lists_opened_by_a_colon_are_read() -> None:
    opening = "Shells hit these places on Monday:"
    page = f"Guns fire again in Velin zone\n{LEAD}\n{opening}\nKarm (twice)\nVelin (three times)\n{MORE}"
    assert read(page) == [LEAD, opening, "Karm (twice)", "Velin (three times)", MORE]


def test_lists_with_bullets_are_read() -> None:
    page = (
        f"Guns fire again in Velin zone\n{LEAD}\n- two shells on Karm\n- one shell on Velin\n{MORE}"
    )
    assert read(page) == [LEAD, "- two shells on Karm", "- one shell on Velin", MORE]


def test_what_follows_the_comments_heading_is_not_read() -> None:
    page = f"Guns stay at Velin crossing\n{LEAD}\n{MORE}\n{LAST}\nLeave a comment\nI saw ten guns there myself."
    assert read(page) == [LEAD, MORE, LAST]


def test_a_standfirst_is_read_and_a_caption_is_not() -> None:
    standfirst = "Observers say that neither side has moved its guns"
    caption = "Two boys on the bridge at Velin"
    page = f"Guns stay at Velin crossing\n{standfirst}\n{caption}\n{LEAD}\n{MORE}"
    assert shown(page)[1:3] == [("p", standfirst), ("c", caption)]


WRAPPED = (
    "Guns stay at the Velin crossing\n\n"
    "Militias on both banks kept their guns in place on Monday, the observers at\n"
    "the crossing said. They counted four guns near the village of Velin and two\n"
    "on the road to Karm.\n\n"
    "The agreement gives both sides until the end of the month to take their guns\n"
    "away.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_one_block(end: str) -> None:
    text = WRAPPED.replace("\n", end)
    blocks = blocks_of(text)
    assert [block.kind for block in blocks] == ["title", "paragraph", "paragraph"]
    assert blocks[1].span.text.endswith("road to Karm.")
    assert " ".join(blocks[2].span.text.split()) == LAST


def test_a_sentence_broken_by_a_line_end_is_one_paragraph() -> None:
    text = f"Guns stay at Velin crossing\n\nThe observers counted four guns near the village of Velin\nand two near Karm.\n\n{LAST}"
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (LEAD, "p"),
        ("Guns stay at the crossing", "p"),
        ("Guns stay at the Velin crossing\nNobody was hurt there", "tp"),
        ("", ""),
        (" \n\t\n ", ""),
        ("12\n___\n***", "fff"),
        (f"{LEAD}\n{MORE}", "pp"),
        (f"Guns stay at the Velin crossing\n{LEAD}", "tp"),
    ],
)
def test_short_texts(text: str, kinds: str) -> None:
    assert "".join(kind for kind, _ in shown(text)) == kinds


def test_a_text_without_end_marks_is_read_all_the_same() -> None:
    lines = [words.rstrip(".") for words in (LEAD, MORE, LAST)]
    assert read("\n".join(["Guns stay at Velin crossing", *lines])) == lines


def test_the_second_of_two_equal_paragraphs_is_not_read() -> None:
    layout = lay_out(f"Guns stay at Velin crossing\n\n{LEAD}\n\n{MORE}\n\n{LEAD}")
    assert [block.kind[0] for block in layout.blocks] == list("tppf")
    assert [warning.code for warning in layout.warnings] == ["duplicate_paragraph"]


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("The northern side has four guns near the village and the", "text_cut"),
        ("The northern side has four guns near the village and…", "text_cut"),
        ("The northern side has four guns near the vil... [+812 chars]", "text_cut"),
        ("The northern side has four guns near the village.", None),
        ("The northern side has four guns near the village, he said. /WIRE/", None),
        ("The northern side has four guns near the village, he said.-WIRE", None),
        ("The northern side has four guns near the village, he said. The", "text_cut"),
    ],
)
def test_a_text_that_is_cut_off_is_marked(end: str, code: str | None) -> None:
    long = f"{MORE} {end}"
    codes = [
        warning.code
        for warning in lay_out(f"Guns stay at Velin crossing\n\n{LEAD}\n\n{long}").warnings
    ]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("glued", "paragraph"),
    [
        (f"{MORE} Read Also", MORE),
        (f"{MORE} Share this article", MORE),
        (f"{MORE} Ada Rook", MORE),
        (f"{MORE} A. Rook/B. Lind", MORE),
        (f"{MORE} Rook/Lind", MORE),
        (f"{MORE} Agencies", MORE),
        (f"{MORE} Source: Example Wire and agencies", MORE),
        (f"Date of publication 4 October 2016 {MORE}", MORE),
        (f"Published on March 2, 2020 14:20 {MORE}", MORE),
    ],
)
def test_furniture_glued_to_a_paragraph_is_cut_off(glued: str, paragraph: str) -> None:
    assert paragraph in read(f"Guns stay at Velin crossing\n\n{glued}")


def test_a_title_that_is_given_is_found_in_the_text() -> None:
    text = f"Example Daily\nThe river today\nGuns stay: observers\n{LEAD}\n{MORE}"
    assert ("t", "Guns stay: observers") in shown(text, title="Guns stay – Observers")
    assert lay_out(LEAD, title="Guns stay").title == "Guns stay"


def test_no_headline_is_no_title() -> None:
    layout = lay_out(f"{LEAD}\n\n{MORE}")
    assert layout.title is None
    assert [warning.code for warning in layout.warnings] == ["no_title"]


def test_several_stories_are_marked() -> None:
    stories = [f"{place}, March 2. /WIRE/. {LEAD}" for place in ("VELIN", "KARM", "OSTER")]
    assert "several_stories" in [warning.code for warning in lay_out("\n\n".join(stories)).warnings]


def test_markup_in_a_text_is_marked() -> None:
    assert "markup_in_text" in [w.code for w in lay_out(f"<p>{LEAD}</p><p>{MORE}</p>").warnings]


LINES = st.sampled_from(
    [
        LEAD,
        MORE,
        LAST,
        *BETWEEN,
        *KEPT,
        *(line for page in PAGES for half in page for line in half.split("\n")),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=12).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " \n \n"]).map(
            lambda end: end.join(lines)
        )
    ),
    st.lists(
        st.text(alphabet="ab. A\n\r\t\u200b\u202e\u2029\xa0“”'\"(/:©", max_size=60), max_size=8
    ).map("\n".join),
)


@given(TEXTS)
def test_blocks_stand_in_order_and_prove_themselves(text: str) -> None:
    blocks = blocks_of(text)
    end = 0
    for block in blocks:
        assert block.span.proves_itself(text)
        assert block.span.start >= end
        assert block.span.text.strip() == block.span.text != ""
        end = block.span.end
    assert sum(block.kind == "title" for block in blocks) <= 1


@given(TEXTS)
def test_every_letter_stands_in_a_block(text: str) -> None:
    outside = list(text)
    for block in blocks_of(text):
        outside[block.span.start : block.span.end] = " " * len(block.span.text)
    assert not [letter for letter in outside if letter.isalnum()]


@given(TEXTS)
def test_the_same_text_is_always_laid_out_the_same(text: str) -> None:
    assert lay_out(text) == lay_out(text)


@given(st.lists(st.sampled_from([LEAD, MORE, LAST]), min_size=1, max_size=3, unique=True))
def test_what_was_found_once_is_found_again(paragraphs: list[str]) -> None:
    text = "\n\n".join(["Guns stay at the Velin crossing", *paragraphs, "Share this article"])
    found = [block.span.text for block in blocks_of(text) if block.kind != "furniture"]
    again: tuple[Block, ...] = blocks_of("\n\n".join(found))
    assert [block.span.text for block in again if block.kind != "furniture"] == found
