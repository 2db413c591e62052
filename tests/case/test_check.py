"""What check remarks on, and that what it remarks is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.case.check import check
from trucewatch.case.load import built_in_cases, find_case, load_case
from trucewatch.core.case import Case

REMARKS = [
    # file, words, what they are changed to, severity, where, part of the remark
    ("actors.yaml", "    side: relief_side\n", "", "missing", "actor 'lantern_relief'", "the actor has no side"),
    ("actors.yaml", "    side: relief_side\n", "", "note", "side 'relief_side'", "nobody stands on it"),
    ("actors.yaml", "    side: ondrel_side\n", "", "missing", "actor 'ondrel'", "the signatory has no side"),
    ("actors.yaml", "speaks_for: marsh_league\n", "speaks_for: marsh_league\n    side: ondrel_side\n", "error", "actor 'dorrin_hale'", "stands on side 'ondrel_side'"),
    ("actors.yaml", "ondrel_side: Ondrel", "ondrel_side: VELMAR", "error", "side 'ondrel_side'", "has the name of side 'velmar_side'"),
    ("actors.yaml", "[the Herons]", "[the Herons, HC]", "note", "actor 'heron_company'", "short, or a common word: HC"),
    ("actors.yaml", "[the Herons]", "[the Herons, herons]", "note", "actor 'heron_company'", "common word: herons"),
    ("actors.yaml", "[velmar_army, ondrel_army]", "[]", "missing", "class 'border_troops'", "takes in nobody"),
    ("actors.yaml", "    speaks_for: marsh_league\n", "", "note", "actors.yaml", "1 person without 'speaks_for'"),
    ("actors.yaml", "name: Lantern Relief", "name: FILL IN the relief", "missing", "actors.yaml", "1 text says 'FILL IN'"),
    ("agreement.yaml", "doers: [velmar, ondrel]\n        where: [harrow", "doers: [border_troops]\n        where: [harrow", "missing", "duty '2-crossing'", "a word for many"),
    ("agreement.yaml", "        words: [survey, joint survey, land survey]\n        events:\n          - {kind: other, with: [survey], says: done}\n          - {kind: agreement, with: [survey], says: done}\n", "", "missing", "duty '3-survey'", "neither events nor words"),
    ("agreement.yaml", "        events:\n          - {kind: release, with: [prisoners], says: done}\n", "", "note", "duty '1-prisoners'", "has no events"),
    ("agreement.yaml", "type: keep", "type: refrain", "missing", "duty '2-crossing'", "no event of it says 'act'"),
    ("agreement.yaml", "type: keep", "type: declare", "note", "duty '2-crossing'", "'declare' has no status"),
    ("agreement.yaml", "starts: 2021-03-08", "starts: 2020-03-08", "note", "duty '2-crossing'", "before the agreement was signed"),
    ("agreement.yaml", "clauses:", "clauses:\n  - {clause: 0, title: none, duties: []}", "missing", "clause '0'", "has no duty"),
    ("agreement.yaml", "names:\n  - Tolvane Accord\n  - Accord of Tolvane\n  - crossing accord\n  - accord\n", "names: []\n", "note", "agreement.yaml", "'names' is empty"),
    ("agreement.yaml", "where: [quiet_strip]", "where: [sarn_valley]", "note", "zone 'quiet_strip'", "no duty is about it"),
    ("outlets.yaml", "    domains: [dunmerepost.example]\n", "", "note", "outlets.yaml", "1 outlet without a domain"),
    ("outlets.yaml", "    family: dunmere_house\n", "", "note", "outlets.yaml", "2 outlets without a family"),
    ("places.csv", "20.05,-139.98,0.5", ",,", "note", "places.csv", "2 places without a point"),
    ("zones.geojson", "[[-140.05, 19.9], [-140.05, 20.1], [-139.95, 20.1], [-139.95, 19.9], [-140.05, 19.9]]", "[[-140.05, 19.9], [-140.05, 20.1], [-139.95, 20.1], [-139.95, 19.9], [-140.05, 19.9]], [[-140.0, 20], [-139.99, 20], [-139.99, 20.01], [-140.0, 20]]", "error", "zone 'quiet_strip'", "its band is no sound shape"),
    ("actors.yaml", "    aliases: [Ondrel Union, Ondreli government, Tirvane, Ondreli side, Ondreli]\n", "", "note", "actors.yaml", "1 doer has no other name: reports that use one are not found (Ondrel)"),
    ("zones.geojson", '"part": "band"', '"part": "inside"', "note", "zone 'quiet_strip'", "has no band"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "severity", "where", "what"), REMARKS)
def test_each_lack_is_remarked_on(
    folder: Path,
    crossing: Case,
    file: str,
    old: str,
    new: str,
    severity: str,
    where: str,
    what: str,
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def matching(case: Case) -> list[str]:
        return [
            remark.mend
            for remark in check(case)
            if remark.severity == severity and where in remark.where and what in remark.what
        ]

    assert matching(crossing) == []
    mends = matching(load_case(folder))
    assert len(mends) == 1
    assert mends[0]


def test_an_outlet_file_without_outlets_is_told(folder: Path) -> None:
    (folder / "outlets.yaml").unlink()
    remarks = [remark for remark in check(load_case(folder)) if remark.where == "outlets.yaml"]
    assert [(remark.severity, "no outlet is listed" in remark.what) for remark in remarks] == [
        ("missing", True)
    ]


def test_many_actors_without_a_side_are_told_together_and_signatories_alone(folder: Path) -> None:
    path = folder / "actors.yaml"
    text = path.read_text(encoding="utf-8").replace("    side: ondrel_side\n", "", 1)
    start = text.index("\nclasses:")
    more = "".join(
        f"  - actor: guest_{n}\n    name: Guest {n}\n    kind: armed_group\n" for n in range(20)
    )
    path.write_text(f"{text[:start]}\n{more}{text[start:]}", encoding="utf-8")
    told = [remark for remark in check(load_case(folder)) if "no side" in remark.what]
    assert [remark.where for remark in told] == ["actors.yaml, actor 'ondrel'", "actors.yaml"]
    assert told[1].what.startswith("20 actors have no side")
    assert "guest_7, ..." in told[1].what


def test_what_stops_judging_goes_before_what_weakens_it(folder: Path) -> None:
    for file, old, new in (
        ("actors.yaml", "    side: relief_side\n", ""),
        ("actors.yaml", "[velmar_army, ondrel_army]", "[]"),
        ("actors.yaml", "name: Lantern Relief", "name: FILL IN the relief"),
        ("agreement.yaml", "clauses:", "clauses:\n  - {clause: 0, title: none, duties: []}"),
        ("agreement.yaml", "where: [quiet_strip]", "where: [strip_name]"),
        ("places.csv", "zone,,,,,,quiet_strip,", "zone,,,,,,,"),
    ):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (folder / "outlets.yaml").unlink()
    whats = [remark.what for remark in check(load_case(folder)) if remark.severity == "missing"]
    order = ["has no duty", "FILL IN", "no geometry", "no side", "takes in nobody", "no outlet"]
    found = [next(part for part in order if part in what) for what in whats]
    assert found == order


def test_the_invented_case_lacks_little(crossing: Case) -> None:
    assert {remark.severity for remark in check(crossing)} == {"note"}
    assert any("Brenn" in remark.what for remark in check(crossing))


@pytest.mark.parametrize("name", built_in_cases())
def test_the_built_in_cases_are_sound(name: str) -> None:
    severities = [remark.severity for remark in check(load_case(find_case(name)))]
    assert "error" not in severities
    assert "missing" not in severities


def test_the_gravest_come_first(folder: Path) -> None:
    path = folder / "actors.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    side: relief_side\n", "").replace(
        "ondrel_side: Ondrel", "ondrel_side: Velmar"
    )
    path.write_text(text, encoding="utf-8")
    severities = [remark.severity for remark in check(load_case(folder))]
    order = ["error", "missing", "note"]
    assert severities == sorted(severities, key=order.index)
    assert set(severities) == set(order)
