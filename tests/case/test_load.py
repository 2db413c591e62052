"""The files of a case are read strictly: each fault names its file, its line and what would mend it."""

from __future__ import annotations

import hashlib
import json
import time
from datetime import date
from pathlib import Path

import pytest

from trucewatch.case.files import CASE_FILES
from trucewatch.case.load import built_in_cases, find_case, load_case, problems
from trucewatch.core.actor import ActorKind
from trucewatch.core.agreement import DutyType
from trucewatch.core.case import Case
from trucewatch.core.errors import CaseError, InputError
from trucewatch.core.limits import CASE_FILE_BYTES

AGREEMENT = [
    # words of the file, what they are changed to, part of the fault
    (
        "owed_by: [velmar, ondrel, marsh_league]",
        "owed_bye: [velmar]",
        "unknown key 'owed_bye'. Did",
    ),
    ("title: Accord of", "titel: Accord of", "unknown key 'titel'. Did you mean 'title'?"),
    ("title: All prisoners", "name: All prisoners", "unknown key 'name'"),
    ("case: crossing", "case:", "'case' is empty"),
    ("case: crossing", "case: [crossing]", "'case' must be a text"),
    ("signed: 2021-03-01", "signed: 1 March 2021", "'signed' is no day"),
    ("signed: 2021-03-01", "signed: 2021-02-30", "'signed' is no day"),
    ("signed: 2021-03-01", "signed: 20210301", "'signed' is no day"),
    ("signed: 2021-03-01", "signed: 0021-03-01", "'signed' is no day of 1900 to 2199"),
    ("signed: 2021-03-01", "signed: ٢٠٢١-03-01", "'signed' is no day"),
    ("signatories: [velmar, ondrel, marsh_league]", "signatories: velmar", "must be a list"),
    ("signatories: [velmar, ondrel, marsh_league]", "signatories: []", "'signatories' is empty"),
    (
        "signatories: [velmar, ondrel, marsh_league]",
        "signatories: [velma]",
        "unknown actor 'velma'",
    ),
    (
        "signatories: [velmar, ondrel, marsh_league]",
        "signatories: [velmar, velmar]",
        "stands twice",
    ),
    ("signatories: [velmar, ondrel, marsh_league]", "signatories: [no]", "no is no word to YAML"),
    ("signatories: [velmar, ondrel, marsh_league]", "signatories: [{a: b}]", "must be a text"),
    ("window: 10", "window: 0", "'window' is no number from 1 to 366"),
    ("window: 10", "window: ten", "'window' is no number"),
    ("window: 10", "window: 7.5", "'window' must be a whole number"),
    ("window: 10", "window: 1e9", "'window' is no number"),
    ("window: 10", "window: 10\nwindow: 11", "key 'window' stands twice, first on line 7"),
    ("source: invented", "source: yes", "'source': yes is no word to YAML"),
    ("source: invented", "source: !!python/name:os.system x", "YAML tag"),
    ("source: invented", "source: &all invented", "alias or anchor 'all'"),
    ("source: invented", "source: *all", "alias or anchor 'all'"),
    ("source: invented", "<<: {a: b}", "YAML merge key '<<'"),
    ("source: invented", "? [a, b]\n: c", "a key that is no text"),
    ("source: invented", "source: a: b", "not YAML: mapping values are not allowed"),
    ("source: invented", 'source: "in\\u202evented"', "a character that cannot be seen"),
    ("- clause: 2", "- clause: 1", "clause '1' is defined twice, first on line 14"),
    ("- clause: 2", "- clause: 2 b", "'clause' is no id"),
    ("- duty: 2-crossing", "- duty: 1-prisoners", "duty '1-prisoners' is defined twice"),
    ("- duty: 2-crossing", "- duty: whole", "'whole' stands for the agreement as a whole"),
    ("type: keep", "type: keeps", "'type' cannot be 'keeps'. Did you mean 'keep'?"),
    ("relation: from", "relation: off", "off is no word to YAML"),
    ("relation: from", "relation: of", "'relation' cannot be 'of'"),
    ("where: [harrow_crossing]", "where: [harow_crossing]", "Did you mean 'harrow_crossing'?"),
    ("where: [harrow_crossing]", "where: [velmar]", "unknown place or zone 'velmar'"),
    ("where: [quiet_strip]", "where: [loud_strip]", "Did you mean 'quiet_strip'?"),
    ("deadline: 2021-04-15", "deadline: 2021-02-15", "'deadline' (2021-02-15) comes before"),
    ("until: 2022-02-28", "until: 2020-02-28", "'until' (2020-02-28) comes before 'starts'"),
    ("- {kind: release, with", "- {kind: realease, with", "Did you mean 'release'?"),
    ("with: [prisoners], says: done", "with: [prisoners], says: maybe", "'says' cannot be 'maybe'"),
    ("with: [prisoners], says: done", "with: [prisners], says: done", "Did you mean 'prisoners'?"),
    ("with: [prisoners], says: done", "with: [prisoners]", "an event lacks 'says'"),
    ("against: [marsh_fighters, heron", "against: [reed_fighters, heron", "unknown actor or class"),
    ("from: [quiet_strip], says: done", "from: [here], says: done", "unknown place or zone 'here'"),
    ("deadline: 2021-04-10", "deadline: 2021-01-10", "comes before the duty starts"),
    ("source: joint statement", "sauce: joint statement", "unknown key 'sauce'"),
    ("- agreed: 2021-03-25", "- agreed: soon", "'agreed' is no day"),
    ("words: [Harrow Crossing, the crossing]", "words: [", "not YAML"),
    ("words: [Harrow Crossing, the crossing]", "words: []", "'words' is empty"),
    ("words: [Harrow Crossing, the crossing]", "words: {a: b}", "'words' must be a list"),
]
ACTORS = [
    (
        "  velmar_side: Velmar",
        "  velmar_side: Velmar\n  velmar_side: V",
        "'velmar_side' stands twice",
    ),
    ("  velmar_side: Velmar", "  velmar_side:", "the name of side 'velmar_side' is empty"),
    ("  velmar_side: Velmar", "  velmar side: Velmar", "'side' is no id"),
    ("sides:", "sides: none\nside:", "'sides' must be a map"),
    ("kind: state", "kind: sate", "'kind' cannot be 'sate'. Did you mean 'state'?"),
    ("- actor: velmar_army", "- actor: velmar", "actor 'velmar' is defined twice"),
    ("- actor: velmar_army", "- acter: velmar_army", "unknown key 'acter'"),
    ("    side: marsh_side", "    side: march_side", "unknown side 'march_side'. Did you mean"),
    ("speaks_for: velmar_defence", "speaks_for: velmar_defense", "Did you mean 'velmar_defence'?"),
    ("speaks_for: velmar_defence", "speaks_for: marsh_fighters", "unknown actor 'marsh_fighters'"),
    ("member_of: [marsh_league]", "member_of: [swamp]", "unknown actor 'swamp'"),
    ("member_of: [marsh_league]", "member_of: marsh_league", "'member_of' must be a list"),
    ("last: 2018-12-31}", "last: 2011-12-31}", "'last' (2011-12-31) comes before 'first'"),
    ("last: 2018-12-31}", "last: never}", "'last' is no day"),
    ("last: 2018-12-31}", "until: 2018-12-31}", "unknown key 'until'"),
    ("first: 2021-06-01}", "first: 2021-05-31}", "held by 'ilan_queth' and 'bera_solm' at one"),
    ("aliases: [the Herons]", "aliases: [Velmar]", "held by 'velmar' and 'heron_company'"),
    ("aliases: [the Herons]", "aliases: [MARSH league]", "held by 'marsh_league' and 'heron"),
    ("aliases: [the Herons]", "aliases: [Mársh-Leaguë]", "held by 'marsh_league' and 'heron"),
    ("aliases: [the Herons]", "aliases: [reed guard]", "held by 'marsh_league' and 'heron"),
    ("aliases: [the Herons]", "aliases: ['---']", "holds no word that could be found"),
    ("aliases: [the Herons]", "aliases: [[the Herons]]", "must be a map"),
    ("aliases: [the Herons]", "aliases: [the Herons, no]", "no is no word to YAML"),
    ("words: [border troops]", "words: [Rebels]", "held by 'marsh_fighters' and 'border_troops'"),
    ("words: [border troops]", "words: [Velmari troops]", "held by 'velmar_army' and 'border_"),
    ("- class: border_troops", "- class: velmar", "'velmar' is an actor's id"),
    ("takes_in: [velmar_army, ondrel_army]", "takes_in: [marsh_fighters]", "unknown actor 'marsh_"),
    ("labels: [bandits, usurpers, so-called]", "labels: bandits", "'labels' must be a list"),
    ("labels: [bandits, usurpers, so-called]", "label: [bandits]", "Did you mean 'labels'?"),
]
OUTLETS = [
    ("agency: true", "agency: yes", "'agency' must be true or false"),
    ("agency: true", 'agency: "true"', "'agency' must be true or false"),
    ("voice_of: velmar_defence", "voice_of: nobody", "unknown actor 'nobody'"),
    ("- outlet: dunmere_post", "- outlet: kethra_wire", "outlet 'kethra_wire' is defined twice"),
    ("- outlet: dunmere_post", "- outlet: heron_company", "is an outlet here and an actor"),
    ("name: Lowland Radio", "name: Meridian", "held by 'lowland_radio' and 'meridian_news'"),
    ("domains: [lowlandradio.example]", "domains: [dunmerepost.example]", "belongs to outlet 'dun"),
    ("domains: [lowlandradio.example]", "domains: ['https://a.example']", "is no domain"),
    ("domains: [lowlandradio.example]", "domains: [Radio.Example]", "is no domain"),
    ("domains: [lowlandradio.example]", "domain: lowlandradio.example", "Did you mean 'domains'?"),
]
PLACES = [
    ("place,name,variants", "place,names,variants", "the header lacks column 'name'"),
    ("part,zone,source", "parts,zone,source", "unknown column 'parts'. Did you mean 'part'?"),
    ("part,zone,source", "zone,zone,source", "column 'zone' stands twice"),
    ("kethra,Kethra", "kethra,Kethra,Kethra", "the row has 13 cells, the header 12"),
    ("kethra,Kethra", "kethra,", "a place lacks 'name'"),
    ("kethra,Kethra", "ke thra,Kethra", "'place' is no id"),
    ("kethra,Kethra", "quiet_strip,Kethra", "'quiet_strip' is a place here and a zone in zones"),
    ("tirvane,Tirvane", "kethra,Tirvane", "place 'kethra' is defined twice"),
    ("tirvane,Tirvane,,city,20.4", "tirvane,Tirvane,,city,99.4", "no number from -90 to 90"),
    ("tirvane,Tirvane,,city,20.4,-138.6", "tirvane,Tirvane,,city,20.4,181", "from -180 to 180"),
    ("tirvane,Tirvane,,city,20.4,-138.6", "tirvane,Tirvane,,city,20.4,", "without longitude"),
    ("tirvane,Tirvane,,city,20.4,-138.6,5", "tirvane,Tirvane,,city,20.4,1,", "without km"),
    ("tirvane,Tirvane,,city,20.4,-138.6", "tirvane,Tirvane,,city,0,0.0", "0, 0 is no place"),
    ("tirvane,Tirvane,,city,20.4", "tirvane,Tirvane,,city,nan", "'latitude' is no number"),
    ("tirvane,Tirvane,,city,20.4", "tirvane,Tirvane,,city,'20,4'", "the row has 13 cells"),
    ("-138.6,5,", "-138.6,-5,", "'km' is no number"),
    (
        "ashel,Ashel,,village,20.05,-139.98,0.5,sarn_valley",
        "ashel,Ashel,,village,,,,x",
        "place 'x'",
    ),
    ("sarn_valley,north,", "sarn_valley,norht,", "'part' cannot be 'norht'. Did you mean 'north'?"),
    ("sarn_valley,north,", ",north,", "'part' without 'within'"),
    ("quiet_strip,invented", "loud_strip,invented", "unknown zone 'loud_strip'"),
    ("ashel,Ashel,,village", 'ashel,"Ashel,,village', "not CSV"),
    ("Sarn Valley;valley of", "Sarn Valley;Sarn Valley;valley of", "stands twice in 'variants'"),
    ("kethra,Kethra,Kéthra", "kethra,Kethra,!!", "'!!' holds no word"),
    (
        "velmar_land,Velmar,,country,,,,",
        "velmar_land,Velmar,,country,,,,kethra",
        "circle of 'within'",
    ),
]
ZONES = [
    ('"FeatureCollection"', '"Features"', "'type' cannot be 'Features'"),
    ('"type": "Feature",', '"type": "Feature"', "not JSON: '\"properties\"' is out of place"),
    ('"version": "1",', '"version": "1", "versoin": "1",', "unknown key 'versoin'"),
    ('"version": "1",', '"version": "2",', "zone 'quiet_strip' has two values of 'version'"),
    ('"version": "1",', '"version": "1", "version": "1",', "key 'version' stands twice"),
    ('"zone": "quiet_strip",', '"zone": "quiet strip",', "'zone' is no id"),
    ('"part": "inside"', '"part": "within"', "'part' cannot be 'within'"),
    ('"part": "inside"', '"part": "band"', "has no feature with part 'inside'"),
    ('"part": "inside"', '"part": "line"', "'type' cannot be 'Polygon'. Known"),
    ("[-140.05, 19.9], [-139.95", "[-140.05, 91], [-139.95", "a point must be a longitude"),
    ("[-140.05, 19.9], [-139.95", "[-140.05, 19.9, 0], [-139.95", "a point must be a longitude"),
    ("[-140.05, 19.9], [-139.95", '["-140.05", 19.9], [-139.95', "a point must be a longitude"),
    ("[-140.05, 19.9], [-139.95", "[NaN, 19.9], [-139.95", "not JSON: 'NaN"),
    ("[-140.05, 19.9], [-139.95, 19.9], [-139.95", "[-140.06, 19.9], [-139.95", "is not closed"),
    (
        "[-139.95, 20.1], [-140.05, 20.1]",
        "[-140.05, 20.1], [-139.95, 20.1]",
        "its edges cross near",
    ),
    ("[-139.95, 20.1], [-140.05, 20.1]", "[-139.95, 19.9], [-140.05, 19.9]", "encloses nothing"),
    ("[[-140.0, 19.9], [-140.0, 20.1]]", "[[-140.0, 19.9]]", "a line of less than two points"),
    ("[[-140.0, 19.9], [-140.0, 20.1]]", "[" + "[1, 1], " * 5000 + "[1, 1]]", "more than 5000"),
    ('"coordinates": [[-140.0, 19.9],', '"coordinates": [-140.0, [-140.0, 19.9],', "a point must"),
    ('"coordinates": [[-140.0, 19.9], [-140.0, 20.1]]', '"coordinates": 7', "must be lists"),
]
BAD = [
    (file, *row)
    for file, rows in zip(CASE_FILES, (AGREEMENT, ACTORS, OUTLETS, PLACES, ZONES), strict=True)
    for row in rows
]
LINES_ON = {
    # Faults that show some lines after (or before) the words that were changed.
    "key 'window' stands twice, first on line 7": 1,
    "not YAML": 2,
    "'velmar_side' stands twice": 1,
    "held by 'lowland_radio' and 'meridian_news'": 8,
    "not JSON: '\"properties\"' is out of place": 1,
    "zone 'quiet_strip' has two values of 'version'": 16,
    "has no feature with part 'inside'": -5,
    "'type' cannot be 'Polygon'. Known": 3,
    "'sides' must be a map": 0,
    "is not closed": -1,
    "its edges cross near": -1,
    "encloses nothing": -1,
}


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Change the first `old` of a file to `new`, and give its line."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return text.count("\n", 0, text.index(old)) + 1


@pytest.mark.parametrize(("file", "old", "new", "fault"), BAD)
def test_a_fault_is_refused_with_file_line_and_mend(
    folder: Path, file: str, old: str, new: str, fault: str
) -> None:
    line = spoil(folder, file, old, new)
    told = problems(folder)
    found = [error for error in told if fault in str(error)]
    assert found, [str(error) for error in told]
    assert found[0].where == f"{file}:{line + LINES_ON.get(fault, 0)}"
    assert found[0].mend
    with pytest.raises(CaseError) as raised:
        load_case(folder)
    assert str(raised.value) == str(told[0])


def test_the_whole_case_is_read(crossing: Case) -> None:
    agreement, actors = crossing.agreement, crossing.actors
    assert (crossing.id, agreement.window, agreement.signed) == ("crossing", 10, date(2021, 3, 1))
    assert [clause.id for clause in agreement.clauses] == ["1", "2", "3", "4", "5", "6"]
    assert {duty.type for duty in agreement.duties()} == set(DutyType)
    assert {actor.kind for actor in actors.by_id.values()} == set(ActorKind)
    guns = agreement.duties()[4]
    assert guns.clause == "5"
    assert guns.deadline_on(date(2021, 3, 24)) == date(2021, 3, 31)
    assert guns.deadline_on(date(2021, 3, 25)) == date(2021, 4, 10)
    assert guns.events[0].with_ == ("artillery", "mortar")
    assert guns.events[0].from_ == ("quiet_strip",)
    assert actors.voice("tessa_vorn") == "velmar_defence"
    assert actors.side("tessa_vorn") == "velmar_side"
    assert tuple(actors.umbrellas("heron_company")) == ("marsh_league",)
    assert actors.labels == ("bandits", "usurpers", "so-called")
    assert actors.by_id["marsh_league"].aliases[1].last == date(2012, 4, 30)
    assert crossing.outlets.by_id["kethra_wire"].agency
    assert crossing.places.by_id["dunmere"].within == ("sarn_valley", "velmar_land")
    assert crossing.places.by_id["gannet_cove"].latitude is None
    zone = crossing.places.zones["quiet_strip"]
    assert (len(zone.inside), len(zone.band), len(zone.line)) == (1, 1, 1)


def test_the_state_of_the_files_is_their_hashes(crossing: Case) -> None:
    folder = Path(__file__).parent / "crossing"
    expected = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in CASE_FILES
    }
    assert dict(crossing.state.files) == expected
    lines = "".join(f"{name}\0{expected[name]}\n" for name in sorted(expected))
    assert crossing.state.sha256 == hashlib.sha256(lines.encode()).hexdigest()


def test_every_fault_is_told_in_the_order_of_files_and_lines(folder: Path) -> None:
    lines = [
        spoil(folder, "agreement.yaml", "window: 10", "window: 0"),
        spoil(folder, "agreement.yaml", "type: keep", "type: keeps"),
        spoil(folder, "actors.yaml", "kind: state", "kind: sate"),
        spoil(folder, "places.csv", "-138.6,5,", "-138.6,-5,"),
    ]
    files = ("agreement.yaml", "agreement.yaml", "actors.yaml", "places.csv")
    expected = [f"{file}:{line}" for file, line in zip(files, lines, strict=True)]
    assert [error.where for error in problems(folder)] == expected


def test_a_file_with_faults_is_not_held_against_the_others(folder: Path) -> None:
    spoil(folder, "actors.yaml", "- actor: velmar_army", "- acter: velmar_army")
    assert {str(error.where).partition(":")[0] for error in problems(folder)} == {"actors.yaml"}


@pytest.mark.parametrize("name", ["outlets.yaml", "places.csv", "zones.geojson"])
def test_only_what_refers_to_a_file_needs_it(folder: Path, name: str) -> None:
    (folder / name).unlink()
    faults = [str(error) for error in problems(folder)]
    assert bool(faults) == (name != "outlets.yaml")
    assert all("unknown place or zone" in fault or "unknown zone" in fault for fault in faults)


@pytest.mark.parametrize("name", ["agreement.yaml", "actors.yaml"])
def test_two_files_are_needed(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert [error.where for error in problems(folder)] == [name]


@pytest.mark.parametrize(
    ("name", "wrong"), [("outlets.yaml", "outlet.yaml"), ("places.csv", "Places.csv.txt")]
)
def test_a_misnamed_file_is_not_passed_over(folder: Path, name: str, wrong: str) -> None:
    (folder / name).rename(folder / wrong)
    if wrong == "Places.csv.txt":
        assert problems(folder)
    else:
        assert f"Did you mean '{wrong}'" in str(problems(folder)[0])


def test_umbrellas_stacked_too_high_are_refused(folder: Path) -> None:
    rows = "".join(
        f"  - {{actor: u{n}, name: Umbrella {n}, kind: armed_group, member_of: [u{n + 1}]}}\n"
        for n in range(9)
    )
    rows += "  - {actor: u9, name: Umbrella 9, kind: armed_group}\nclasses:\n"
    spoil(folder, "actors.yaml", "classes:\n", rows)
    assert "stands under more than 8 others" in str(problems(folder)[0])


@pytest.mark.parametrize(
    ("feature", "faults"),
    [
        ({}, ["a feature lacks 'type'", "a feature lacks 'properties'", "lacks 'geometry'"]),
        ({"type": "Feature", "properties": None, "geometry": None}, ["a zone must be a map"]),
        ([], ["a feature must be a map"]),
        ({"geometry": {"type": "Polygon", "coordinates": []}}, ["a polygon without a ring"]),
        ({"geometry": {"type": "Polygon", "coordinates": [[]]}}, ["a line of less than two"]),
        ({"geometry": {"type": "Polygon"}}, ["a geometry lacks 'coordinates'"]),
        ({"geometry": {"type": "MultiPolygon", "coordinates": []}}, ["no feature with part"]),
    ],
)
def test_features_are_read_strictly(folder: Path, feature: object, faults: list[str]) -> None:
    path = folder / "zones.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(feature, dict) and len(feature) == 1:
        collection["features"][0] |= feature
    else:
        collection["features"].append(feature)
    path.write_text(json.dumps(collection, indent=1), encoding="utf-8")
    told = [str(error) for error in problems(folder)]
    assert [fault for fault in faults if not any(fault in error for error in told)] == []


def test_a_folder_that_cannot_be_listed_holds_no_case(tmp_path: Path) -> None:
    needed = ["agreement.yaml", "actors.yaml"]
    assert [error.where for error in problems(tmp_path / "nowhere")] == needed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "organ_of: velmar\n    aliases: [Velmari army",
            "member_of: [velmar_army]\n    aliases: [a",
        ),
        ("    side: marsh_side\n    aliases:", "    organ_of: dorrin_hale\n    aliases:"),
        ("    family: ondrel_state\n", "    member_of: [ondrel_foreign]\n"),
    ],
)
def test_circles_are_refused(folder: Path, old: str, new: str) -> None:
    spoil(folder, "actors.yaml", old, new)
    assert any("a circle of 'speaks_for'" in str(error) for error in problems(folder))


def test_speaking_and_belonging_at_once_is_refused(folder: Path) -> None:
    spoil(
        folder,
        "actors.yaml",
        "speaks_for: marsh_league",
        "speaks_for: ondrel\n    organ_of: velmar",
    )
    assert "cannot both stand" in str(problems(folder)[0])


def test_a_byte_order_mark_and_windows_line_ends_are_read(folder: Path, crossing: Case) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    case = load_case(folder)
    assert (case.agreement, case.actors) == (crossing.agreement, crossing.actors)
    assert (case.outlets, case.places) == (crossing.outlets, crossing.places)
    assert case.state != crossing.state
    line = spoil_bytes(folder / "agreement.yaml", b"window: 10", b"window: 0")
    assert problems(folder)[0].where == f"agreement.yaml:{line}"


def spoil_bytes(path: Path, old: bytes, new: bytes) -> int:
    content = path.read_bytes()
    path.write_bytes(content.replace(old, new, 1))
    return content.count(b"\n", 0, content.index(old)) + 1


@pytest.mark.parametrize("name", CASE_FILES)
@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ("empty", "lacks column", "out of place")),
        (b"\xff\xfe\x00", ("not UTF-8",)),
        (b"# good\n# b\xe9d\n", ("not UTF-8",)),
        (b"a: b\0c\n", ("cannot be seen (U+0000)",)),
        ("# x\n# right\u202eleft\n".encode(), ("cannot be seen (U+202E)",)),
        (b"[" * 10_000, ("nested deeper", "lacks column")),
        (b"{a: " * 10_000, ("nested deeper", "lacks column", "out of place")),
        (b"- " * 10_000, ("nested deeper", "lacks column", "out of place")),
        (b"[]", ("must be a map", "lacks column")),
        (b"a: b\n---\nc: d\n", ("second YAML document", "lacks column", "out of place")),
        (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", ("alias", "lacks column", "out of place")),
        (b"%TAG ! tag:x,2000:\n---\n!a b\n", ("tag", "lacks column", "out of place")),
        (b"\t- x", ("not YAML", "lacks column", "out of place")),
        (b'"' + b"a" * 200_000, ("not YAML", "not CSV", "out of place")),
        (b"#" * (CASE_FILE_BYTES + 1), ("too large",)),
    ],
)
def test_hostile_files_are_refused_quickly(
    folder: Path, name: str, content: bytes, fault: tuple[str, ...]
) -> None:
    (folder / name).write_bytes(content)
    started = time.perf_counter()
    told = [str(error) for error in problems(folder) if str(error.where).startswith(name)]
    assert time.perf_counter() - started < 2
    assert any(words in told[0] for words in fault), told[0]
    assert len(told[0]) < 500


def test_a_folder_in_the_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "outlets.yaml").unlink()
    (folder / "outlets.yaml").mkdir()
    assert "cannot be read" in str(problems(folder)[0])


def test_a_case_is_found_by_folder_or_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert find_case(str(folder)) == folder
    name = built_in_cases()[0]
    monkeypatch.chdir(folder)
    assert find_case(None) == Path()
    assert (find_case(name) / "agreement.yaml").is_file()
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).mkdir()
    assert find_case(name).is_absolute()
    folder.rename(tmp_path / "crossing")
    assert find_case("crossing") == Path("crossing")


@pytest.mark.parametrize("given", [None, "nowhere", ".", "", "../idl", "a\0b", "built_in"])
def test_what_holds_no_case_is_refused(
    given: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as raised:
        find_case(given)
    assert built_in_cases()[0] in str(raised.value)


@pytest.mark.parametrize("name", built_in_cases())
def test_the_built_in_cases_load_quickly(name: str) -> None:
    folder = find_case(name)
    load_case(folder)
    started = time.process_time()
    case = load_case(folder)
    assert time.process_time() - started < 0.5  # 0.1 s on a laptop; machines that test are slower
    assert case.id == name
