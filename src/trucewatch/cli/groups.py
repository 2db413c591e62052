"""What was taken for one: origins, incidents."""

from __future__ import annotations

import click

from trucewatch.cli.options import case_folder, case_option, json_option
from trucewatch.cli.printer import print_json, print_rich
from trucewatch.pipeline.record import open_record


@click.command(epilog="\b\nExample:\n  trucewatch origins --case my-idlib --json")
@case_option
@json_option
def origins(case: str | None, as_json: bool) -> None:
    """List what was taken for one speech act or observation, and why."""
    from trucewatch.join.groups import origins as group_origins
    from trucewatch.publish.groups_view import origins_json, origins_text

    record = open_record(case_folder(case))
    found = group_origins(record.findings)
    if as_json:
        print_json(origins_json(found, record.case))
    else:
        print_rich(origins_text(found, record.case))


@click.command(epilog="\b\nExample:\n  trucewatch incidents --case my-idlib")
@case_option
@json_option
def incidents(case: str | None, as_json: bool) -> None:
    """List which reports were taken for one act: rival doers, denials, figures and zones side by side."""
    from trucewatch.join.groups import incidents as group_incidents
    from trucewatch.pipeline.incidents import accounts_of_record
    from trucewatch.publish.groups_view import incidents_json, incidents_text

    record = open_record(case_folder(case))
    found = group_incidents(record.findings)
    accounts = accounts_of_record(record.folder, found)
    if as_json:
        print_json(incidents_json(found, accounts, record.case))
    else:
        print_rich(incidents_text(found, accounts, record.case))
