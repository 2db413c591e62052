"""What is taken for one, from its bytes to `origins`, `incidents` and the board."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commands import done

Page = tuple[str, str, str]
"""An outlet, the day of publication, and the text below the title."""


@pytest.fixture
def case_of(tmp_path: Path) -> Any:
    """Make a case of pages, read by rules."""

    def make(*pages: Page) -> Path:
        done("new", tmp_path / "case", "--from", "idlib")
        for number, (outlet, day, text) in enumerate(pages):
            page = tmp_path / f"{number}.txt"
            page.write_text(f"Page {number}\n\n{text}\n", encoding="utf-8", newline="\n")
            given = ("--published", day, "--outlet", outlet, "--rules", "--case", tmp_path / "case")
            done("add", page, *given)
        return tmp_path / "case"

    return make


BULLETIN = (
    "The Russian side of the Russian-Turkish commission registered {} ceasefire violations over the past"
    " 24 hours, the Russian Defense Ministry said on {}.\n\nThe commission watches the demilitarised zone."
)


@pytest.mark.parametrize(
    ("first", "second", "origins"),
    [
        ("6", "4", 2), ("six", "four", 2), ("six", "no", 2), ("no", "four", 2), ("six", "4", 2),
        ("six", "six", 1), ("six", "6", 1),
    ],
)  # fmt: skip
def test_bulletins_of_two_days_are_one_only_where_their_numbers_are(
    case_of: Any, first: str, second: str, origins: int
) -> None:
    case = case_of(
        ("tass", "2018-11-02", BULLETIN.format(first, "Friday")),
        ("tass", "2018-11-03", BULLETIN.format(second, "Saturday")),
    )
    assert len(done("origins", "--case", case, "--json").json()) == origins


SHELLED = "The Syrian army shelled {} on Saturday, {} said."
DENIED = "The Syrian army denied that it had shelled {} on Saturday."


@pytest.mark.parametrize(
    ("denied", "status", "denials"), [("Jarjanaz", "contested", 1), ("Hish", "reported broken", 0)]
)
def test_acts_where_no_point_is_known_are_incidents_and_denied_by_their_place(
    case_of: Any, denied: str, status: str, denials: int
) -> None:
    who = ("the Syrian Observatory for Human Rights", "the White Helmets")
    case = case_of(
        *(("afp", "2018-11-25", SHELLED.format("Jarjanaz", each)) for each in who),
        ("reuters", "2018-11-25", DENIED.format(denied)),
    )
    (incident,) = done("incidents", "--case", case, "--json").json()
    assert incident["incident"] == "attack jarjanaz 2018-11-24"
    assert (len(incident["reports"]), len(incident["denials"])) == (2, denials)
    board = done("board", "--case", case, "--json").json()
    lines = [duty for clause in board["clauses"] for duty in clause["duties"]]
    assert status in {each["status"] for each in lines if each["doer"] == "syrian_army"} | {
        each["status"] for each in lines if each["doer"] == "syria"
    }


REPORT = (
    "Syrian government forces shelled the town of Jarjanaz on Saturday, killing nine people, the Syrian"
    " Observatory for Human Rights said.\n\nThe shells hit a market that had opened an hour before, and"
    " shops along the main street stayed closed until the evening, the monitor said."
)
WITHDRAWN = "{} withdrawn its report of the shelling of Jarjanaz.\n\n" + REPORT


@pytest.mark.parametrize(
    ("outlet", "who", "standing"),
    [
        ("daily_star_lb", "This paper has", ["reuters"]),
        ("daily_star_lb", "The Reuters agency has", []),
        ("reuters", "The agency has", []),
        ("daily_star_lb", "The Syrian Observatory for Human Rights has", []),
    ],
)
def test_a_retraction_reaches_what_came_through_who_retracts(
    case_of: Any, outlet: str, who: str, standing: list[str]
) -> None:
    case = case_of(
        ("reuters", "2018-11-24", f"BEIRUT (Reuters) - {REPORT}"),
        ("daily_star_lb", "2018-11-25", REPORT),
        (outlet, "2018-11-28", WITHDRAWN.format(who)),
    )
    told = done("incidents", "--case", case, "--json").json()[0]["reports"]
    before = [each for each in told if each["published"] < "2018-11-28"]
    assert [each["outlet"] for each in before] == ["reuters", "daily_star_lb"]
    assert [each["outlet"] for each in before if each["set_right"] is None] == standing
    gone = [each["set_right"] for each in before if each["set_right"]]
    assert {(each["as"], each["since"], each["outlet"]) for each in gone} == {
        ("taken back", "2018-11-28", outlet)
    }
