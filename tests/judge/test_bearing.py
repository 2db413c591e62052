"""What bears on what (rule 5), on the invented case: unknown is not a fit, and wrong is no near one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gazetteers import crossing_with_gazetteer
from passages import a_document, crossing
from trucewatch.core.finding import Finding
from trucewatch.core.place import ZoneFact
from trucewatch.core.reading import Locality
from trucewatch.core.span import Span
from trucewatch.judge.bearing import bear
from trucewatch.judge.bearing.fits import Fit, fit_place
from trucewatch.pipeline.read import read_text

DAY = date(2021, 4, 1)


def findings(text: str) -> list[Finding]:
    document = replace(a_document(text, outlet="meridian_news"), published=DAY, language="en")
    return list(bear(read_text(document, crossing()), crossing(), DAY))


def weighed(text: str) -> set[tuple[str, str | None, str]]:
    return {
        (each.duty, each.doer, str(each.says))
        for each in findings(text)
        if each.voice and not each.near
    }


SAID = "the Joint Crossing Mission said."
CASES: list[tuple[str, set[tuple[str, str | None, str]]]] = [
    (f"The Harrow Crossing was closed on Monday, {SAID}", {("2-crossing", None, "not done")}),
    (f"Ondrel released the prisoners on Monday, {SAID}", {("1-prisoners", "ondrel", "done")}),
    (f"Ondrel has not released the prisoners, {SAID}", {("1-prisoners", "ondrel", "not done")}),
    (f"Velmari troops will attack Ashel on Monday, {SAID}", set()),
    (f"Velmari troops may attack Ashel, {SAID}", set()),
    ("Ondrel released the prisoners on Monday.", set()),
    (
        f"The Marsh League and other militants attacked Ashel on Monday, {SAID}",
        {("4-fire", "marsh_league", "act")},
    ),
    (
        "Velmar falsely accused the Marsh League of shelling Ashel on Monday, Ilan Queth said.",
        {("4-fire", "marsh_league", "denies")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_has_weight(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert weighed(text) == expected


def test_news_that_nobody_says_is_near() -> None:
    (finding,) = findings("Ondrel released the prisoners on Monday.")
    assert (finding.duty, finding.voice) == ("1-prisoners", None)


def test_every_finding_cites_its_sentence() -> None:
    text = f"Ondrel released the prisoners on Monday, {SAID}"
    for finding in findings(text):
        assert finding.span is not None
        assert text[finding.span.start : finding.span.end] == finding.words


def test_a_denied_fulfilment_is_stored_as_what_it_asserts() -> None:
    found = [
        each
        for each in findings("Ilan Queth denied that Velmar had released the prisoners.")
        if each.duty == "1-prisoners"
    ]
    assert {(str(each.says), each.form) for each in found} == {("not done", "denied")}


AREAS = [
    # place, asked for, what it comes to
    ("geonames:10", "velmar_land", Fit.FITS),
    ("geonames:10", "sarn_valley", Fit.UNKNOWN),
    ("kethra", "sarn_valley", Fit.WRONG),
    ("ashel", "sarn_valley", Fit.FITS),
]


@pytest.mark.parametrize(("place", "area", "fit"), AREAS)
def test_a_gazetteer_s_place_may_lie_in_an_area_that_only_the_case_knows(
    place: str, area: str, fit: Fit
) -> None:
    nothing = ZoneFact(geometry=None, reported=None, km=None)
    there = Locality(
        span=Span(0, 1, "X"), place=place, lat=None, lon=None, precision=None, zone=nothing
    )
    assert fit_place(there, (area,), crossing_with_gazetteer()) is fit


def told_on(site: str, text: str) -> set[tuple[str, str | None]]:
    document = replace(a_document(text, outlet=site), published=DAY, language="en")
    found = bear(read_text(document, crossing()), crossing(), DAY)
    return {(each.duty, each.voice) for each in found if not each.near}


@pytest.mark.parametrize(
    ("outlet", "voice"),
    [("velmar_defence_site", "velmar_defence"), ("dunmere_post", None)],
)
def test_what_an_institution_s_own_site_tells_is_its_word(outlet: str, voice: str | None) -> None:
    assert told_on(outlet, "Ondrel released the prisoners on Monday.") == {("1-prisoners", voice)}


RELEASED = "Ondrel released the prisoners on Monday."


@pytest.mark.parametrize(
    ("credit", "voice"),
    [
        ("Report from the Joint Crossing Mission. Published on 5 Mar 2021", "crossing_mission"),
        ("Situation report by Joint Crossing Mission", "crossing_mission"),
        ("Press release from the Joint Crossing Mission | 5 March", "crossing_mission"),
        ("Report from the Joint Crossing Mission's office in Kethra is due", None),
        ("Readers may find the report from the Joint Crossing Mission.", None),
        ("Report from the Silver Lion Mission. Published on 5 Mar 2021", None),
    ],
)
def test_a_text_credited_to_a_body_above_it_is_its_word(credit: str, voice: str | None) -> None:
    document = replace(a_document(credit, RELEASED, outlet="dunmere_post"), published=DAY)
    found = bear(read_text(document, crossing()), crossing(), DAY)
    assert {(each.duty, each.voice) for each in found if not each.near} == {("1-prisoners", voice)}


@pytest.mark.parametrize(
    ("whence", "says"),
    [
        ("the quiet strip", "done"),
        ("large stretches of the quiet strip", "partly"),
        ("some parts of the quiet strip", "partly"),
        ("all parts of the quiet strip", "done"),
        ("the hamlet of Foo, inside the quiet strip", "partly"),
    ],
)
def test_a_part_of_the_zone_left_is_a_part_done(whence: str, says: str) -> None:
    text = f"The Marsh League has withdrawn its mortars from {whence}, {SAID}"
    assert ("5-guns", "marsh_league", says) in weighed(text)


OPEN_DOERS = [
    (
        "A faction of the Marsh League",
        "“faction of the Marsh League” does not say which part of Marsh League",
    ),
    ("The Silver Lion Battalion", "the case does not know “Silver Lion Battalion”"),
    (
        "The Heron Battalion Company",
        "the case does not know “Heron Battalion Company”; names alike: Heron Company (0.80)",
    ),
    (
        "The Heron Company Brigade",
        "“Heron Company Brigade” is left open: it may mean Heron Company",
    ),
    ("The Reed Guard Brigade", "“Reed Guard Brigade” is left open: it may mean Marsh League"),
]


@pytest.mark.parametrize(("doer", "reason"), OPEN_DOERS)
def test_an_act_by_somebody_left_open_is_near_and_says_who_was_refused(
    doer: str, reason: str
) -> None:
    (finding,) = (
        each
        for each in findings(f"{doer} attacked Ashel on Monday, {SAID}")
        if each.duty == "4-fire"
    )
    assert (finding.doer, finding.near) == (None, (reason,))


def test_a_member_s_act_is_not_its_umbrella_s() -> None:
    acts = [f"{doer} attacked Ashel on Monday, {SAID}" for doer, _ in OPEN_DOERS]
    acts.append(f"Heron Company, a member of the Marsh League, attacked Ashel on Monday, {SAID}")
    assert not any(doer == "marsh_league" for text in acts for _, doer, _ in weighed(text))
