"""What every document of a record says of the incidents that were found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from trucewatch.join.accounts import Account, accounts_of
from trucewatch.join.groups import Incident
from trucewatch.ledger.store import open_ledger
from trucewatch.pipeline.findings import kept_readings
from trucewatch.pipeline.record import LEDGER


def accounts_of_record(
    folder: Path, incidents: Iterable[Incident]
) -> dict[str, tuple[Account, ...]]:
    """Give each incident's accounts, in the order in which their documents were read."""
    events: dict[str, dict[str, str]] = defaultdict(dict)
    for incident in incidents:
        for finding in (*incident.reports, *incident.denials):
            if finding.event:
                events[finding.document][finding.event] = incident.id
    accounts: dict[str, list[Account]] = defaultdict(list)
    path = folder / LEDGER
    if events and path.exists():
        with open_ledger(path, create=False, read_only=True) as ledger:
            for reading, _ in kept_readings(ledger):
                for account in accounts_of(reading, events.get(reading.document.id, {})):
                    accounts[account.incident].append(account)
    return {incident: tuple(told) for incident, told in accounts.items()}
