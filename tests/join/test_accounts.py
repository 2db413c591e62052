"""What a document says of an incident beside who did it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import a_reading
from trucewatch.core.reading import Reading
from trucewatch.join.accounts import accounts_of


def a_raid(**more: Any) -> Reading:
    """Read a report whose one figure stands in its event's sentence."""
    reading = a_reading()
    sentence = reading.document.blocks[1].span
    return replace(
        reading,
        events=(replace(reading.events[0], sentence=sentence),),
        figures=(replace(reading.figures[0], cumulative=None, **more),),
    )


def test_an_account_has_the_figures_and_the_zone_of_its_own_events() -> None:
    (account,) = accounts_of(a_raid(counts="killed"), {"e1": "raid"})
    assert (account.incident, account.document) == ("raid", "d1")
    assert [(counts, claim.low) for counts, claim in account.figures] == [("killed", 12.0)]
    (zone,) = account.zones
    assert (zone.place, zone.geometry, zone.km, zone.reported) == ("quay", "band", 0.25, "near")
    assert zone.outlet == "daily"


def test_what_counts_many_acts_is_told_of_none() -> None:
    (account,) = accounts_of(a_raid(counts="attacks"), {"e1": "raid"})
    assert account.figures == ()


def test_other_events_give_no_account() -> None:
    assert list(accounts_of(a_reading(), {})) == []
    assert list(accounts_of(a_reading(), {"e9": "raid"})) == []
