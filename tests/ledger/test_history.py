"""Whatever is added in whatever order: the ledger is whole, and holds what a plain list would."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from trucewatch.core.errors import LedgerError
from trucewatch.ledger.entry import canonical, document_key, moment, sha256
from trucewatch.ledger.store import Ledger, open_ledger
from trucewatch.ledger.verify import verify

few = st.integers(0, 3)
bodies = st.dictionaries(st.text(max_size=5), st.integers(), max_size=3).map(canonical)


class History(RuleBasedStateMachine):
    """Any verbs in any order, with reopening and a clock that jumps; the model is plain sets."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "ledger.sqlite"
        self.time = datetime(2031, 5, 1, tzinfo=UTC)
        self.ledger = self.opened()
        self.readings: dict[str, dict[str, bytes]] = {}
        self.rows: list[bytes] = []
        self.decisions: list[bytes] = []
        self.refusals: list[tuple[str, str]] = []
        self.states: list[str] = []
        self.vouched = [verify(self.path).checkpoint]

    def opened(self) -> Ledger:
        return open_ledger(self.path, clock=lambda: self.time)

    @rule(content=few, outlet=few, reader=few, reading=bodies, read=st.booleans())
    def document(self, content: int, outlet: int, reader: int, reading: bytes, read: bool) -> None:
        page, receipt = b"page %d" % content, canonical({"outlet": outlet, "source": reader})
        key = document_key(sha256(page), receipt)
        new = self.ledger.append_document(
            sha256(page), page, receipt, f"r{reader}", reading if read else None
        )
        assert new is (key not in self.readings)
        if new:
            self.readings[key] = {f"r{reader}": reading} if read else {}

    @rule(which=few, reader=few, reading=bodies)
    def reading(self, which: int, reader: int, reading: bytes) -> None:
        if not self.readings:
            return
        key = sorted(self.readings)[which % len(self.readings)]
        new = self.ledger.append_reading(key, f"r{reader}", reading)
        assert new is (f"r{reader}" not in self.readings[key])
        self.readings[key].setdefault(f"r{reader}", reading)

    @rule(rows=st.lists(few.map(canonical), max_size=4))
    def coded(self, rows: list[bytes]) -> None:
        new = [row for row in dict.fromkeys(rows) if row not in self.rows]
        assert self.ledger.append_coded("a" * 64, rows) == len(new)
        self.rows += new

    @rule(body=bodies)
    def decision(self, body: bytes) -> None:
        self.decisions.append(body)
        assert self.ledger.append_decision(body) == self.ledger.head()[0]

    @rule(source=st.text(max_size=2), reason=st.text(max_size=2))
    def refusal(self, source: str, reason: str) -> None:
        new = (source, reason) not in self.refusals
        assert self.ledger.append_refusal(source, reason) is new
        self.refusals += [(source, reason)] if new else []

    @rule(state=few)
    def case_state(self, state: int) -> None:
        name = str(state) * 64
        new = self.states[-1:] != [name]
        assert self.ledger.append_case_state(name, {"f": b"%d" % state}) is new
        self.states += [name] if new else []

    @rule()
    def nonsense(self) -> None:
        for body in (b"{", b"NaN"):
            try:
                self.ledger.append_coded("a" * 64, [b"77", body])
            except LedgerError:
                continue
            raise AssertionError("nonsense was recorded")

    @rule(days=st.integers(-4000, 4000))
    def time_jumps(self, days: int) -> None:
        self.time += timedelta(days=days)

    @rule()
    def reopened(self) -> None:
        self.ledger.close()
        self.vouched.append(verify(self.path).checkpoint)
        self.ledger = self.opened()

    @invariant()
    def it_holds_what_was_added(self) -> None:
        newest = {key: list(read.values())[-1] for key, read in self.readings.items() if read}
        assert [(kept.document, kept.body) for kept in self.ledger.readings()] == sorted(
            newest.items()
        )
        assert [kept.document for kept in self.ledger.documents()] == sorted(self.readings)
        for key, read in self.readings.items():
            kept = {one.reading_key: one.body for one in self.ledger.all_readings(key)}
            assert list(kept.items()) == list(read.items())
        assert [kept.row for kept in self.ledger.coded()] == self.rows
        assert [kept.body for kept in self.ledger.decisions()] == self.decisions
        told = [(kept.source, kept.reason) for kept in self.ledger.refusals()]
        assert told == self.refusals
        assert [kept.sha256 for kept in self.ledger.case_states()] == self.states

    def teardown(self) -> None:
        times = [moment(entry.at) for entry in self.ledger.entries()]
        assert times == sorted(times)
        self.ledger.close()
        for checkpoint in self.vouched:
            found = verify(self.path, checkpoint)
            assert found.ok, found.faults
        shutil.rmtree(self.folder)


def test_any_history_is_whole_and_holds_what_was_added() -> None:
    run_state_machine_as_test(
        History, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(few, few, bodies), max_size=12))
def test_added_twice_is_added_once(added: list[tuple[int, int, bytes]]) -> None:
    moment = datetime(2031, 5, 1, tzinfo=UTC)
    heads = []
    for times in (1, 2):
        folder = Path(tempfile.mkdtemp())
        with open_ledger(folder / "ledger.sqlite", clock=lambda: moment) as ledger:
            for _ in range(times):
                for content, outlet, reading in added:
                    page = b"page %d" % content
                    receipt = canonical({"outlet": outlet})
                    ledger.append_document(sha256(page), page, receipt, "r", reading)
                    ledger.append_coded("a" * 64, [reading])
                    ledger.append_refusal(str(content), str(outlet))
                ledger.append_case_state("b" * 64, {"f": b"1"})
            heads.append(ledger.head())
        shutil.rmtree(folder)
    assert heads[0] == heads[1]
