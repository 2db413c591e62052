"""Who may hold a name, and when."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.case.names import NameHeld, note_clashes
from trucewatch.case.notes import FileNotes
from trucewatch.core.when import Period

EVER = Period(None, None)


def days(first: int | None, last: int | None) -> Period:
    return Period(date(first, 1, 1) if first else None, date(last, 12, 31) if last else None)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("Red Band", EVER), ("Red Band", EVER), True),
        (("Red Band", EVER), ("Blue Band", EVER), False),
        (("Red Band", EVER), ("red-band", EVER), True),
        (("Red Band", EVER), ("RÉD BÄND", EVER), True),
        (("Al-Red", EVER), ("al Red", EVER), True),
        (("Re'd Band", EVER), ("Red Band", EVER), True),
        (("Re’d Band", EVER), ("Re`d Band", EVER), True),
        (("Red Band", days(2001, 2003)), ("Red Band", days(2004, None)), False),
        (("Red Band", days(2001, 2004)), ("Red Band", days(2004, None)), True),
        (("Red Band", days(None, 2003)), ("Red Band", EVER), True),
        (("Red Band", None), ("Red Band", days(2004, None)), True),
    ],
)
def test_a_name_has_one_holder_at_a_time(
    one: tuple[str, Period | None], other: tuple[str, Period | None], clash: bool
) -> None:
    for pair in ((one, other), (other, one)):
        notes = FileNotes("x")
        note_clashes(
            [
                NameHeld(name=name, owner=owner, days=held, line=line)
                for line, (owner, (name, held)) in enumerate(zip("ab", pair, strict=True), start=1)
            ],
            notes,
        )
        assert bool(notes.faults) == clash
        assert all(error.where == "x:2" for error in notes.errors())


def test_one_may_hold_a_name_in_many_spellings() -> None:
    notes = FileNotes("x")
    spellings = ("Red Band", "Red-Band", "red band")
    note_clashes([NameHeld(name=n, owner="a", days=EVER, line=1) for n in spellings], notes)
    assert notes.faults == []


def test_dated_aliases_say_when_the_main_name_was_borne() -> None:
    notes = FileNotes("x")
    note_clashes(
        [
            NameHeld(name="Red Band", owner="a", days=None, line=1),
            NameHeld(name="Red Band", owner="a", days=days(2005, None), line=2),
            NameHeld(name="Red Band", owner="b", days=days(None, 2004), line=3),
        ],
        notes,
    )
    assert notes.faults == []
