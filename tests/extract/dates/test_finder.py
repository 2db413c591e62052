"""Types, values, rules and what is left open; what is no date."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.core.span import Span
from trucewatch.core.when import TimeExpression
from trucewatch.extract.dates import find_dates

THURSDAY = date(2021, 3, 4)


def _one(sentence: str, published: date | None = THURSDAY) -> TimeExpression:
    found = find_dates(sentence, published)
    assert len(found) == 1, [one.span.text for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value"),
    [
        ("It fell on Monday.", "Monday", "DATE", "2021-03-01"),
        ("It fell last week.", "last week", "DATE", "2021-W08"),
        ("It fell at the weekend.", "the weekend", "DATE", "2021-W08-WE"),
        ("It fell last month.", "last month", "DATE", "2021-02"),
        ("It fell in the third quarter.", "the third quarter", "DATE", "2020-Q3"),
        ("It fell in early November.", "early November", "DATE", "2020-11"),
        ("It fell in the spring of 2019.", "the spring of 2019", "DATE", "2019-SP"),
        ("It fell in the 1990s.", "the 1990s", "DATE", "199"),
        ("It fell on Tuesday night.", "Tuesday night", "TIME", "2021-03-02TNI"),
        ("It fell this morning.", "this morning", "TIME", "2021-03-04TMO"),
        ("It fell at 6.30 am on Tuesday.", "6.30 am on Tuesday", "TIME", "2021-03-02T06:30"),
        ("It fell at 2100 GMT on Tuesday.", "2100 GMT on Tuesday", "TIME", "2021-03-02T21:00"),
        ("It fell on Tuesday at noon.", "Tuesday at noon", "TIME", "2021-03-02T12:00"),
        ("It lasted three days.", "three days", "DURATION", "P3D"),
        ("It lasted twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
        ("It lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It lasted half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It lasted several weeks.", "several weeks", "DURATION", "PXW"),
        ("It lasted two decades.", "two decades", "DURATION", "P20Y"),
        ("A 48-hour truce began.", "48-hour", "DURATION", "PT48H"),
        ("It lasted for years.", "years", "DURATION", "PXY"),
        ("It lasted two to three weeks.", "two to three weeks", "DURATION", "P2W"),
        ("It falls in the past 24 hours.", "the past 24 hours", "DURATION", "PT24H"),
        ("Planes fly every day.", "every day", "SET", "P1D"),
        ("Planes fly every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("Planes fly twice a week.", "twice a week", "SET", "P1W"),
        ("Planes fly daily over it.", "daily", "SET", "P1D"),
        ("It is calm now.", "now", "DATE", "PRESENT_REF"),
        ("It was calm recently.", "recently", "DATE", "PAST_REF"),
        ("It will be calm soon.", "soon", "DATE", "FUTURE_REF"),
        ("It fell several weeks ago.", "several weeks ago", "DATE", "PAST_REF"),
        ("It fell on November eighth.", "November eighth", "DATE", "2020-11-08"),
        ("It fell in Q1 2018.", "Q1 2018", "DATE", "2018-Q1"),
    ],
)
def test_type_and_value_are_those_of_timex(
    sentence: str, words: str, kind: str, value: str
) -> None:
    found = _one(sentence)
    assert (found.span.text, found.type, found.value) == (words, kind, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The zone is 15-20 km deep, with 15 to 20 posts.",
        "It is 10-12 miles away.",
        "See No. 10 on page 31 and the M5.",
        "Some 2,018 people came.",
        "They killed 2000 people.",
        "They won 3-1 and 89-89 with version 2.1.4.",
        "He may march on the town.",
        "March on, he said.",
        "Resolution S/2031/17 and COVID-2019 stand.",
        "It is the second post, in the first village.",
        "She is a 12-year-old girl.",
        "He is in his 80s.",
        "Three-quarters of it is gone.",
        "The 15th time is the 12th Brigade's.",
        "The fall of the city came.",
        "Call 555-1234.",
        "Clashes in Mon State go on.",
        "It lies on Sun City's road.",
        "The cat sat on Sat Hill.",
        "The Sunday Times told of it.",
        "On the eve of the summit, guns fired.",
        "See 2018/10/09/raid.html for it.",
        "The second week of the war came.",
        "He was the third of the month's victims.",
        "",
        "no date at all",
    ],
)
def test_what_is_no_date_is_left_alone(sentence: str) -> None:
    assert find_dates(sentence, THURSDAY) == ()


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It fell on Thursday.", "XXXX-WXX-4"),
        ("It fell yesterday.", "XXXX-XX-XX"),
        ("It fell last month.", "XXXX-XX"),
        ("It fell last week.", "XXXX-WXX"),
        ("It fell on October 10.", "XXXX-10-10"),
        ("It fell in September.", "XXXX-09"),
        ("It fell last night.", "XXXX-XX-XXTNI"),
        ("It fell three weeks ago.", "XXXX-WXX"),
        ("It fell earlier this week.", "XXXX-WXX"),
        ("It fell on the 15th.", "XXXX-XX-15"),
    ],
)
def test_nothing_is_counted_from_today(sentence: str, value: str) -> None:
    found = _one(sentence, None)
    assert (found.value, found.edtf, found.period) == (value, None, None)


def test_a_stated_date_needs_no_publication() -> None:
    found = _one("It fell on 10 October 2018.", None)
    assert (found.edtf, found.basis, found.rule) == ("2018-10-10", "stated", "day-month")


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("It fell on 10 October 2018.", "stated"),
        ("It fell on 10 October.", "relative"),
        ("It fell on Tuesday.", "relative"),
        ("It fell in 2018.", "stated"),
        ("It fell last year.", "relative"),
    ],
)
def test_basis_tells_whether_the_publication_was_needed(sentence: str, basis: str) -> None:
    assert _one(sentence).basis == basis


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("It fell on 31 September 2021.", "no-such-day"),
        ("It fell on 31 September.", "no-such-day"),
        ("It fell on 29 February 2021.", "no-such-day"),
        ("It fell on 2021-02-30.", "no-such-day"),
        ("It fell on 45.13.2018.", "no-such-day"),
        ("It fell on 05/06/2018.", "two-orders"),
        ("It fell on 6 March 1850.", "no-such-day"),
    ],
)
def test_a_day_that_cannot_be_told_stays_open_and_says_why(sentence: str, rule: str) -> None:
    found = _one(sentence)
    assert (found.period, found.edtf, found.rule) == (None, None, rule)


def test_the_order_of_a_numeric_date_is_told_by_the_publication() -> None:
    assert _one("It fell on 03/02/2021.").rule == "two-orders"
    assert _one("It fell on 03/12/2020.", date(2020, 12, 10)).edtf == "2020-12-03"


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Leaders to meet Tuesday", "2021-03-09"),
        ("They began to withdraw on Tuesday.", "2021-03-02"),
        ("The truce takes effect on Tuesday.", "2021-03-09"),
        ("It had been due to expire on Tuesday.", "2021-03-02"),
        ("The pullout was postponed until Tuesday.", "2021-03-09"),
        ("Tuesday's talks will be held in Norra.", "2021-03-09"),
        ("Tuesday's talks collapsed.", "2021-03-02"),
        ("He promised on Tuesday that it would hold.", "2021-03-02"),
        ("The pullout was promised for Tuesday.", "2021-03-09"),
        ("The Tuesday deadline looms.", "2021-03-09"),
        ("They could leave as early as Tuesday.", "2021-03-09"),
    ],
)
def test_the_tense_around_a_weekday_decides(sentence: str, edtf: str) -> None:
    assert _one(sentence).edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "kind", "value", "rule"),
    [
        ("They must leave within 48 hours.", "DURATION", "PT48H", "within"),
        ("It ends in two weeks.", "DATE", "2021-W11", "in-length"),
        ("It ends two weeks from now.", "DATE", "2021-W11", "from-now"),
        ("It will end Monday week.", "DATE", "2021-03-15", "weekday-week"),
        ("It will end a week on Monday.", "DATE", "2021-03-15", "week-on"),
        ("It fell a week ago today.", "DATE", "2021-02-25", "ago-today"),
        ("It fell on the third of this month.", "DATE", "2021-03-03", "nth-of"),
        ("It fell on the eve of 3 March.", "DATE", "2021-03-02", "eve"),
        ("It fell last night.", "TIME", "2021-03-03TNI", "last-night"),
        ("It fell in the 19th century.", "DATE", "18", "century"),
        ("It fell in the last week of May 2020.", "DATE", "2020-05", "counted-month"),
        ("It fell on the last day of May 2020.", "DATE", "2020-05-31", "counted-month"),
    ],
)
def test_what_is_counted_names_its_rule(sentence: str, kind: str, value: str, rule: str) -> None:
    found = _one(sentence)
    assert (found.type, found.value, found.rule) == (kind, value, rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "They left within 48 hours.",
        "They must leave within 48 hours of the signing.",
        "It will be within two hours' drive.",
        "They took it in three days.",
        "It will be the first raid in three days.",
        "It will take place in two weeks of May rain.",
    ],
)
def test_a_length_that_is_not_counted_from_the_publication_gives_no_days(sentence: str) -> None:
    lengths = [one for one in find_dates(sentence, THURSDAY) if one.type == "DURATION"]
    assert [one.period for one in lengths] == [None]


def test_the_year_that_opens_a_sentence_does_not_reach_into_the_next() -> None:
    text = "In 2014 they met. They parted on 5 September."
    stretches = [Span.cut(text, 0, 17), Span.cut(text, 18, len(text))]
    found = find_dates(text, THURSDAY, stretches)
    assert [one.edtf for one in found] == ["2014", "2020-09-05"]


def test_a_later_stretch_counts_from_a_day_told_in_an_earlier_one() -> None:
    text = "It was signed on 6 May 2019.\n\nTwo days later, it was broken."
    stretches = [Span.cut(text, 0, 28), Span.cut(text, 30, len(text))]
    found = find_dates(text, None, stretches)
    assert [one.edtf for one in found] == ["2019-05-06", "2019-05-08"]


def test_only_the_stretches_are_read() -> None:
    text = "Seen on 1 May 2019. Printed on 2 May 2019."
    found = find_dates(text, None, [Span.cut(text, 0, 19)])
    assert [one.span.text for one in found] == ["1 May 2019"]
    assert find_dates(text, None, []) == ()


def test_several_days_of_one_month_are_each_a_date() -> None:
    found = find_dates("Shelling hit Norra on October 10, 12 and 15, 2020.", THURSDAY)
    assert [one.edtf for one in found] == ["2020-10-10", "2020-10-12", "2020-10-15"]


def test_a_count_before_a_day_counts_from_it() -> None:
    found = find_dates("It fell two days before 15 October 2020.", THURSDAY)
    assert [one.edtf for one in found] == ["2020-10-13", "2020-10-15"]


def test_a_count_before_what_happened_is_a_length() -> None:
    found = _one("It fell two days after the raid.")
    assert (found.type, found.value, found.period) == ("DURATION", "P2D", None)


@pytest.mark.parametrize("published", [date.min, date.max, date(1900, 1, 1), date(2199, 12, 31)])
def test_the_ends_of_the_calendar_raise_nothing(published: date) -> None:
    text = (
        "Yesterday, tomorrow, last week, next week, last month, next year, a decade ago, 3 weeks "
        "ago, on Monday, by Friday, in May, on May 1, overnight, the past 24 hours, last winter."
    )
    assert find_dates(text, published)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Two days after the October 10 deal they left.", "Two days after", "2020-10-12"),
        ("Two days before the deadline of October 15, they left.", "Two days before", "2020-10-13"),
        ("It came a day after the deal was signed in Norra on October 10.", "a day after", "2020-10-11"),
        ("The deal was signed on October 10. Two days after the agreement, they left.", "Two days after", "2020-10-12"),
        ("The raid on Monday killed two. The day after the raid they left.", "The day after", "2021-03-02"),
        ("It came two days after Monday's raid.", "two days after", "2021-03-03"),
        ("The deadline was October 15. A week after the deadline they left.", "A week after", "2020-10-22"),
        ("The previous day, on Monday, they left.", "The previous day", "2021-03-01"),
        ("The deal was signed on October 12, 2020. The week before, guns fired.", "The week before", "2020-10-05/2020-10-11"),
    ],
)  # fmt: skip
def test_days_count_from_what_the_text_dates(text: str, words: str, days: str) -> None:
    told = {one.span.text: one.edtf for one in find_dates(text, THURSDAY)}
    assert told[words] == days


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the deal, they left.",
        "Two days after the deal they left the town on October 10.",
        "Two days after the army left the town on October 10, it came back.",
        "A raid on Monday killed two. A raid on Tuesday killed three. Two days after the raid, they left.",
        "The deal was signed on October 10. Two days after the raid, they left.",
        "The deal was signed on October 10. Two days after the deal on fuel, they left.",
    ],
)
def test_what_the_text_does_not_date_once_gives_no_day(text: str) -> None:
    (length,) = [one for one in find_dates(text, THURSDAY) if one.span.text.startswith("Two")]
    assert (length.type, length.edtf) == ("DURATION", None)
