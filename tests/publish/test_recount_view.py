"""Recounts, as people and machines see them."""

from __future__ import annotations

import io
import json
from typing import Any

from rich.console import Console

from builders import a_case, day
from trucewatch.core.allowed import Allowed
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.when import Period
from trucewatch.join.compare_figures import Comparison, Stands
from trucewatch.join.recount import DayCount, Recount
from trucewatch.publish.recount_view import recount_views, recounts_json


def a_claim(low: float, on: int | None = 5, **more: Any) -> ClaimedFigure:
    given: dict[str, Any] = {
        "words": f"{low:g} violations", "low": low, "high": low, "bound": "exact",
        "chain": ("daily", "monitor"), "document": "d1",
        "published": None if on is None else day(on), "url": "https://daily.example/1",
    }  # fmt: skip
    return ClaimedFigure(**(given | more))


def a_recount(**more: Any) -> Recount:
    """Recount a total of four days, of which two have a bulletin."""
    bulletins = (
        DayCount(day=day(1), numbers=Allowed(low=3, high=5), partly=True, claims=(a_claim(3), a_claim(5))),
        DayCount(day=day(3), numbers=Allowed(low=0, high=0), partly=False, claims=(a_claim(0),)),
    )  # fmt: skip
    given: dict[str, Any] = {
        "counts": "violations", "voice": "monitor", "days": Period(day(1), day(4)),
        "total": (a_claim(2321),), "bulletins": bulletins,
        "without": (Period.of(day(2)), Period.of(day(4))), "sum": Allowed(low=0),
        "comparison": Comparison(word=Stands.NOT_COMPARABLE, reason="2 of 4 days have a bulletin"),
    }  # fmt: skip
    return Recount(**(given | more))


def printed(*recounts: Recount, width: int = 120) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width)
    for view in recount_views(recounts, a_case()):
        console.print(view)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_people_see_the_total_the_days_and_the_word() -> None:
    text = printed(a_recount())
    assert text.startswith("Monitor: violations, 2020-03-02 to 2020-03-05\n")
    assert "  claimed    2,321: “2321 violations”, Daily <- Monitor; published 2020-03-06\n" in text
    assert "  bulletins  of 2 days, 1 of them told as none, 2 days without one\n" in text
    assert "  sum        at least 0; what was on days without a bulletin is unknown\n" in text
    assert "  not comparable: 2 of 4 days have a bulletin\n" in text
    rows = [line.split()[0] for line in text.splitlines() if line.startswith("  2020-")]
    assert rows == ["2020-03-02", "2020-03-03", "2020-03-04", "2020-03-05"]
    assert text.count("no bulletin") == 2
    assert "3 to 5; may count less" in text


def test_machines_see_the_same() -> None:
    (form,) = json.loads(json.dumps(recounts_json([a_recount()], a_case())))
    assert (form["is"], form["reason"]) == ("not comparable", "2 of 4 days have a bulletin")
    assert (form["days_told"], form["days_told_none"], form["days_without"]) == (2, 1, 2)
    assert form["without"] == ["2020-03-03", "2020-03-05"]
    assert form["sum"] == {"low": 0, "high": None}
    assert form["days"] == "2020-03-02/2020-03-05"
    assert [(each["day"], each["low"], each["high"]) for each in form["bulletins"]] == [
        ("2020-03-02", 3, 5),
        ("2020-03-04", 0, 0),
    ]
    assert form["total"][0]["published"] == "2020-03-06"


def test_nothing_is_made_of_what_is_not_there() -> None:
    bare = a_recount(days=None, total=(), bulletins=(), without=(), voice=None, comparison=None)
    text = printed(bare)
    assert text.startswith("nobody named: violations, days not told\n")
    assert "sum" not in text
    (form,) = recounts_json([bare], a_case())
    assert (form["sum"], form["is"], form["reason"], form["days"]) == (None, None, None, None)


def test_strangers_words_cannot_act() -> None:
    hostile = a_claim(3, words="3 \x1b[31mviolations\x07\n[bold]", url="javascript:alert(1)")
    text = printed(a_recount(total=(hostile,), voice="name:\x1b[2Jghost"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "javascript" not in text
    assert "[bold]" in text
