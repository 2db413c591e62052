from __future__ import annotations

import pytest

from passages import a_document, built_in, crossing, read, told
from trucewatch.core.case import Case
from trucewatch.identify.places import identify_places


def resolved(case: Case, text: str) -> list[str]:
    _, mentions, _ = read(a_document(text), case)
    return [told(m) for m in mentions if m.kind in ("place", "road", "zone")]


BY_CHANCE = [
    ("They left Brenn.", "?brenn_velmar,brenn_ondrel"),
    ("They left Brenn in Velmar.", "brenn_velmar"),
    ("They left Brenn, Ondrel.", "brenn_ondrel"),
    ("They left Brenn (Ondrel).", "brenn_ondrel"),
    ("They left Ondrel's Brenn.", "brenn_ondrel"),
    ("They left Brenn after Dunmere fell.", "brenn_velmar"),
    ("They left Brenn. Dunmere is calm.", "brenn_velmar"),
    ("They left Brenn. Kethra spoke.", "?brenn_velmar,brenn_ondrel"),
    ("They left Brenn-on-Sarn.", "brenn_velmar"),
]


@pytest.mark.parametrize(("text", "expected"), BY_CHANCE)
def test_one_name_of_far_places_is_resolved_or_refused(text: str, expected: str) -> None:
    found = next(place for place in resolved(crossing(), text) if place.startswith("Brenn"))
    assert found.split("place:")[1].split(" ")[0].startswith(expected)


SHARED = [
    ("Hama was hit.", "hama_province"),
    ("Hama city was hit.", "hama"),
    ("They hit the city of Hama.", "hama"),
    ("They crossed the province of Hama.", "hama_province"),
    ("The Hama countryside burned.", "hama_province"),
    ("Idlib was hit.", "idlib_area"),
    ("Idlib city was hit.", "idlib"),
    ("Idlib province was hit.", "idlib_province"),
    ("Idlib governorate was hit.", "idlib_province"),
    ("Aleppo and Latakia", "aleppo_province"),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_a_name_of_city_and_province_means_what_the_words_say_or_the_largest(
    text: str, expected: str
) -> None:
    assert f":{expected}" in resolved(built_in(), text)[0]


ELSEWHERE = [
    ("They came to Sinjar.", "sinjar"),
    ("They came to Sinjar, Iraq.", "?sinjar"),
    ("They came to Sinjar in northern Iraq.", "?sinjar"),
    ("They came to Iraq's Sinjar.", "?sinjar"),
    ("They came to Sinjar in Syria.", "sinjar"),
    ("They came to Raqqa province.", "?raqqa"),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_a_place_of_another_country_or_size_is_refused(text: str, expected: str) -> None:
    found = [place for place in resolved(built_in(), text) if "Sinjar" in place or "Raqqa" in place]
    assert found[0].endswith(f":{expected}")


def test_a_resolved_place_has_its_point_and_no_other_has_one() -> None:
    _, mentions, _ = read(
        a_document("Dunmere and the Sarn valley, Brenn and Gannet Cove."), crossing()
    )
    points = {m.span.text: (m.lat, m.lon, m.precision) for m in mentions}
    assert points["Dunmere"] == (20.0, -140.04, 1.5)
    assert points["Sarn valley"] == points["Gannet Cove"] == (None, None, None)


def test_resolving_again_changes_nothing() -> None:
    document = a_document("They left Brenn in Velmar, Brenn, and Hill 40. Brenn, Ondrel, is far.")
    sentences, mentions, _ = read(document, crossing())
    assert identify_places(document, sentences, mentions, crossing()) == mentions
