"""Numbers with bound, unit, what they count, of what and when: one sentence a line."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.core.reading import Figure
from trucewatch.core.span import Span
from trucewatch.extract.dates import find_dates
from trucewatch.extract.figures import find_figures

THURSDAY = date(2021, 3, 4)


def _all(sentence: str) -> tuple[Figure, ...]:
    return find_figures(sentence, None, find_dates(sentence, THURSDAY))


def _one(sentence: str) -> Figure:
    found = _all(sentence)
    assert len(found) == 1, [one.span.text for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "words", "low", "high", "bound"),
    [
        ("They hold 25 posts.", "25", 25, 25, "exact"),
        ("They hold about 25 posts.", "about 25", 25, 25, "about"),
        ("They hold some 25 posts.", "some 25", 25, 25, "about"),
        ("They hold almost 25 posts.", "almost 25", 25, 25, "almost"),
        ("They hold nearly 25 posts.", "nearly 25", 25, 25, "almost"),
        ("They hold at least 25 posts.", "at least 25", 25, None, "at_least"),
        ("They hold no fewer than 25 posts.", "no fewer than 25", 25, None, "at_least"),
        ("They hold 25 or more posts.", "25 or more", 25, None, "at_least"),
        ("They hold more than 25 posts.", "more than 25", 25, None, "more_than"),
        ("They hold over 25 posts.", "over 25", 25, None, "more_than"),
        ("They hold up to 25 posts.", "up to 25", None, 25, "at_most"),
        ("They hold as many as 25 posts.", "as many as 25", None, 25, "at_most"),
        ("They hold fewer than 25 posts.", "fewer than 25", None, 25, "less_than"),
        ("They hold just under 25 posts.", "just under 25", None, 25, "less_than"),
        ("They hold 15-20 posts.", "15-20", 15, 20, "range"),
        ("They hold 15 to 20 posts.", "15 to 20", 15, 20, "range"),
        ("They hold between 15 and 20 posts.", "15 and 20", 15, 20, "range"),
        ("They hold 7 or 8 posts.", "7 or 8", 7, 8, "range"),
        ("They hold 8,500-10,000 posts.", "8,500-10,000", 8500, 10000, "range"),
        ("They hold 1 to 2 thousand posts.", "1 to 2 thousand", 1000, 2000, "range"),
        ("They hold twenty-five posts.", "twenty-five", 25, 25, "exact"),
        ("They hold a dozen posts.", "a dozen", 12, 12, "exact"),
        ("They hold half a dozen posts.", "half a dozen", 6, 6, "exact"),
        ("They hold two dozen posts.", "two dozen", 24, 24, "exact"),
        ("They hold three hundred and fifty posts.", "three hundred and fifty", 350, 350, "exact"),
        ("They hold 1.5 million mines.", "1.5 million", 1.5e6, 1.5e6, "exact"),
        (
            "They hold two and a half million mines.",
            "two and a half million",
            2.5e6,
            2.5e6,
            "exact",
        ),
        ("They hold half a million mines.", "half a million", 5e5, 5e5, "exact"),
        ("They hold dozens of posts.", "dozens", 24, None, "at_least"),
        ("They hold scores of posts.", "scores", 40, None, "at_least"),
        ("They hold hundreds of posts.", "hundreds", 200, None, "at_least"),
        ("They hold tens of thousands of mines.", "tens of thousands", 20000, None, "at_least"),
        ("They hold several hundred posts.", "several hundred", 300, None, "at_least"),
        ("They hold several posts.", "several", 3, None, "at_least"),
        ("They hold a few dozen posts.", "a few dozen", 36, None, "at_least"),
        ("One post fell.", "One", 1, 1, "exact"),
    ],
)
def test_value_and_bound(
    sentence: str, words: str, low: float | None, high: float | None, bound: str
) -> None:
    found = _one(sentence)
    assert (found.span.text, found.low, found.high, found.bound) == (words, low, high, bound)


@pytest.mark.parametrize(
    ("sentence", "words", "value", "unit", "of"),
    [
        ("Some 55 percent of the valley fell.", "Some 55 percent", 55, "percent", "the valley"),
        ("They lost 90% of the town.", "90%", 90, "percent", "the town"),
        ("They hold half of the town.", "half", 50, "percent", "the town"),
        ("They hold two thirds of the zone.", "two thirds", 66.67, "percent", "the zone"),
        ("They hold a third of the zone.", "a third", 33.33, "percent", "the zone"),
        ("They hold three-quarters of it.", "three-quarters", 75, "percent", None),
        ("It lies 77 km southwest of Norra.", "77 km", 77, "km", None),
        ("It lies 12 miles away.", "12 miles", 12, "miles", None),
        ("They sent 40 tonnes of flour.", "40 tonnes", 40, "tonnes", "flour"),
        ("They paid $3.5 million.", "$3.5 million", 3.5e6, "dollars", None),
        ("They paid €2bn.", "€2bn", 2e9, "euros", None),
        ("They paid 300 dollars.", "300 dollars", 300, "dollars", None),
        ("It rose fourfold.", "fourfold", 4, "times", None),
        ("Alder was hit (twice).", "twice", 2, "times", None),
        ("A 12-year-old girl came.", "12-year-old", 12, "years", "girl"),
        ("The talks took three hours.", "three hours", 3, "hours", None),
        ("They took 12,107 families.", "12,107 families", 12107, "families", "families"),
        ("They saw 12 rebels.", "12", 12, "people", "rebels"),
        ("They saw 12 heavily armed men.", "12", 12, "people", "heavily armed men"),
        ("They saw 30 armoured vehicles.", "30", 30, "vehicles", "armoured vehicles"),
        ("It is minus 5 degrees.", "minus 5 degrees", -5, "degrees", None),
    ],
)
def test_unit_and_what_it_is_of(
    sentence: str, words: str, value: float, unit: str, of: str | None
) -> None:
    found = _one(sentence)
    assert (found.span.text, found.low, found.unit) == (words, value, unit)
    assert (found.of.text if found.of else None) == of


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("At least 22 people were killed and 46 wounded.", ["killed", "wounded"]),
        ("Shelling killed 12 and wounded another 30.", ["killed", "wounded"]),
        ("The raid left 5 dead and 7 injured.", ["killed", "wounded"]),
        ("Casualties: 5 dead, 12 wounded.", ["killed", "wounded"]),
        ("13 killed and wounded in shelling", ["killed and wounded"]),
        ("There were 20 casualties.", ["killed and wounded"]),
        ("The death toll rose from 22 to 23.", ["killed", "killed"]),
        ("The death toll stands at 34.", ["killed"]),
        ("Seven civilians, five of them children, were killed.", ["killed", "killed"]),
        ("12 people, including 5 children, were killed.", ["killed", "killed"]),
        ("Nine soldiers and five rebels were killed.", ["killed", "killed"]),
        ("Shelling wounded six people, among them two women.", ["wounded", "wounded"]),
        ("7 rebels killed 12 soldiers.", ["fighters", "killed"]),
        ("A dozen fighters were wounded and two dozen captured.", ["wounded", "detained"]),
        ("107 were poisoned, 50 hospitalised and 12 discharged.",
         ["poisoned", "hospitalised", "discharged"]),
        ("Some 40,000 people have been displaced.", ["displaced"]),
        ("About 300 families left their homes.", ["displaced"]),
        ("The dam will displace 61,000 people.", ["displaced"]),
        ("The exchange freed 12 prisoners.", ["freed"]),
        ("They hold 12 prisoners.", ["detained"]),
        ("The valley is home to two million people.", ["population"]),
        ("Three million people live in the valley.", ["population"]),
        ("They control 65 percent of the region.", ["territory"]),
        ("They withdrew 70 percent of heavy weapons.", ["weapons"]),
        ("They have 8,500 fighters.", ["fighters"]),
        ("They counted 3 violations in the north and 7 in the south.", ["violations", "violations"]),
        ("Attacks fell from 773 to 197.", ["attacks", "attacks"]),
        ("They fired 12 rockets.", ["shells"]),
        ("They moved 20 tanks.", ["weapons"]),
        ("A court sentenced 17 people to death.", [None]),
        ("Some 46 people remained in hospital.", ["hospitalised"]),
        ("None of the 40 passengers was hurt.", ["wounded", None]),
        ("They saw 20 trees.", [None]),
        ("Nine people lost their lives and twelve were injured.", ["killed", "wounded"]),
        ("Shelling left twelve wounded, and nine people lost their lives.", ["wounded", "killed"]),
        ("Nine people were injured and three lost their lives.", ["wounded", "killed"]),
        ("Six fighters paid with their lives.", ["killed"]),
        ("Nine people risked their lives.", [None]),
        ("The raid claimed the lives of nine people and wounded twelve.", ["killed", "wounded"]),
        ("The raid took the lives of five children.", ["killed"]),
        ("Medics saved the lives of nine people.", [None]),
        ("The raid claimed nine lives.", ["killed"]),
        ("Nine lives were lost.", ["killed"]),
        ("Medics saved nine lives.", [None]),
        ("Five children were among the dead.", ["killed"]),
        ("Two children were among the dead and seven among the wounded.", ["killed", "wounded"]),
        ("Among the dead were three women and two children.", ["killed", "killed"]),
        ("Among the wounded were three women.", ["wounded"]),
        ("Three soldiers are among those killed.", ["killed"]),
        ("Shells wounded twelve people; two children were among the dead.", ["wounded", "killed"]),
        ("Three people succumbed to their injuries.", ["killed"]),
        ("12 people were wounded, three of them later died.", ["wounded", "killed"]),
        ("12 people were wounded, three of them lost their lives.", ["wounded", "killed"]),
        ("12 people were wounded, three of them children.", ["wounded", "wounded"]),
        ("Two of the wounded later died.", ["killed"]),
        ("Two were fatally wounded.", ["killed"]),
        ("The raid killed three women and two children.", ["killed", "killed"]),
        ("The raid killed three women and two children survived.", ["killed", None]),
        ("The raid killed three women, two children and four fighters.", ["killed"] * 3),
    ],
)  # fmt: skip
def test_what_became_of_those_counted(sentence: str, counts: list[str | None]) -> None:
    assert [one.counts for one in _all(sentence)] == counts


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("No civilians were killed.", [0.0]),
        ("There were no casualties because the village was empty.", [0.0]),
        ("No casualties have been reported.", []),
        ("There was no information about casualties.", []),
        ("There was no immediate word on victims.", []),
    ],
)
def test_nothing_is_a_figure_only_where_it_is_stated(sentence: str, values: list[float]) -> None:
    assert [one.low for one in _all(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "cumulative"),
    [
        ("As many as 4,310 civilians have been killed ever since the raids began.", True),
        ("Since January, 25 civilians have been killed.", True),
        ("So far 25 civilians have been killed.", True),
        ("A total of 25 civilians have been killed.", True),
        ("On Tuesday, 25 civilians were killed.", False),
        ("In the past 24 hours, 3 violations were counted.", False),
        ("25 civilians were killed in an attack on Norra.", False),
        ("25 civilians were killed.", None),
        ("It was the worst raid since May, with 25 civilians killed.", None),
        ("It was shelled again, raising the toll to 25.", True),
        ("The army said on Tuesday that 25 civilians had been killed.", None),
        ("On Tuesday the army said 25 civilians had been killed.", None),
    ],
)
def test_totals_are_told_from_news(sentence: str, cumulative: bool | None) -> None:
    assert _one(sentence).cumulative is cumulative


def test_a_toll_of_the_day_stands_beside_the_total() -> None:
    sentence = "Seven were killed on Tuesday, bringing the total since 17 January to 33."
    day, total = _all(sentence)
    assert (day.cumulative, day.period and day.period.edtf) == (False, "2021-03-02")
    assert (total.cumulative, total.period and total.period.edtf) == (True, "2021-01-17/..")
    assert (total.low, total.counts) == (33, "killed")


def test_the_day_of_saying_is_not_the_day_of_the_figure() -> None:
    sentence = "On Tuesday, the ministry said that 25 civilians had been killed since 1 March."
    found = _one(sentence)
    assert found.period is not None
    assert found.period.edtf == "2021-03-01/.."


@pytest.mark.parametrize(
    "sentence",
    [
        "It fell on 10 October 2018, at 6.30 am, in the 1990s.",
        "In 2018 and 2019 the M5 was shut.",
        "They used Su-35 jets, T-72 tanks and BM-21 launchers.",
        "Resolution 1999 and S/2031/17 stand; see page 3, No. 9.",
        "The first and the 12th brigade left.",
        "Call 555-1234.",
        "One of the men saw one.",
        "No one came.",
        "They withdrew 122,00 shells.",
        "It ended 3-1 and 89-89.",
        "Arda Tell, 42, said so.[3]",
        "It lies at 33°30′21″N or 33.505716.",
        "He drove along Highway 4 to Room 12.",
        "They live at 22 Elm Street.",
        "The Fortune 100 and the Big 12.",
        "A five-year plan, a two-month siege.",
        "The two agreed.",
        "Between 1600 and 1900 it grew.",
        "",
    ],
)
def test_what_is_no_figure_is_left_alone(sentence: str) -> None:
    assert _all(sentence) == ()


def test_ids_go_on_over_stretches_and_spans_count_over_the_text() -> None:
    text = "Two men came.\n\nThree women left. 9 boys hid."
    stretches = [Span.cut(text, 0, 13), Span.cut(text, 15, 32)]
    found = find_figures(text, stretches, ())
    assert [(one.id, one.span.text) for one in found] == [("f1", "Two"), ("f2", "Three")]
    assert all(one.span.proves_itself(text) for one in found)


def test_a_conversion_is_of_the_same_thing() -> None:
    first, second = _all("The zone is 15 to 20 km (9-12 miles) wide.")
    assert (first.unit, second.unit) == ("km", "miles")
    assert first.of == second.of
    assert first.of is not None


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The one side registered three violations in the area on Friday, and the other side of the commission registered seven.", ["violations", "violations"]),
        ("The one side registered three violations over the past day. The other side registered seven.", ["violations", "violations"]),
        ("Northland counts three truce violations in one day, Southland seven", ["violations", None, "violations"]),
        ("Shells killed three civilians. The other side registered seven voters.", ["killed", None]),
    ],
)  # fmt: skip
def test_a_bare_number_behind_a_verb_of_counting_counts_on(text: str, counts: list[str]) -> None:
    assert [one.counts for one in find_figures(text, None, ())] == counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No violations of the truce in the valley were registered on Monday.", True),
        ("No ceasefire violations were recorded.", True),
        ("No violations of the truce, she said, were registered.", False),
        ("No violations have been reported.", False),
        ("There was no word on violations that were registered.", False),
        ("The one side registered no ceasefire violations in the past 24 hours.", True),
        ("The centre has recorded no violations over the past day.", True),
        ("The monitors did not register any violations.", True),
        ("The monitors have not recorded a single ceasefire violation.", True),
        ("Not a single violation was recorded.", True),
        ("There were no violations of the truce.", True),
        ("No ceasefire violations have been detected.", True),
        ("No shelling incidents were registered.", True),
        ("The ministry reported no violations.", False),
        ("The monitors have not yet registered any violations.", False),
        ("They would have registered no violations.", False),
        ("If they registered no violations, they would leave.", False),
        ("They registered no further violations.", False),
        ("No serious violations were registered.", False),
        ("There is no record of violations.", False),
        ("No one registered violations.", False),
        ("They registered violations in no village.", False),
    ],
)
def test_a_zero_that_was_counted_is_told(text: str, told: bool) -> None:
    assert [one.low for one in _all(text)] == ([0.0] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They did not register any violations.", "not register any violations"),
        ("They have not recorded a single violation.", "not recorded a single violation"),
        ("They registered no violations.", "no violations"),
    ],
)
def test_a_told_zero_shows_what_denies(text: str, told: str) -> None:
    assert [one.span.text for one in find_figures(text, None, ())] == [told]


def test_none_counts_what_the_other_side_counted() -> None:
    text = "The one side registered two violations, and the other side registered none."
    assert [(one.low, one.counts) for one in find_figures(text, None, ())] == [
        (2, "violations"),
        (0, "violations"),
    ]
