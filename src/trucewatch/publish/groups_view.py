"""Origins and incidents, for machines and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.text import Text

from trucewatch.core.case import Case
from trucewatch.core.finding import Finding
from trucewatch.core.rival import ClaimedFigure
from trucewatch.core.rival_form import claim_form
from trucewatch.join.accounts import Account, ZoneClaim
from trucewatch.join.compare_figures import Comparison, counted_claim, standings
from trucewatch.join.groups import Incident, Origin
from trucewatch.publish.board_json import finding_json
from trucewatch.publish.escape import link, on_one_line
from trucewatch.publish.phrases import chain_of, doer_name, link_name, number_of, said_when

Accounts = Mapping[str, Sequence[Account]]
"""By an incident's id."""

SetRight = Mapping[str, Finding]
"""What corrected a telling or took it back, by the telling's id."""


def origins_json(origins: Iterable[Origin], case: Case) -> list[dict[str, Any]]:
    """Give origins as plain values, each with its renditions and why they were taken for one."""
    return [
        {
            "origin": each.id,
            "voice": each.voice,
            "speaker": each.speaker,
            "unnamed": each.unnamed,
            "reason": each.reason,
            "through": list(each.through),
            "renditions": [_told_json(told, each.set_right, case) for told in each.renditions],
        }
        for each in origins
    ]


def incidents_json(
    incidents: Iterable[Incident], accounts: Accounts, case: Case
) -> list[dict[str, Any]]:
    """Give incidents as plain values: rival doers, denials, figures and zone claims side by side."""
    return [
        {
            "incident": each.id,
            "doers": list(each.doers),
            "reason": each.reason,
            "reports": [_told_json(told, each.set_right, case) for told in each.reports],
            "denials": [_told_json(told, each.set_right, case) for told in each.denials],
            "figures": [
                {
                    "counts": counts,
                    **claim_form(claim),
                    "stands": _stands_form(stands),
                    "set_right": _right_json(_by_document(each).get(claim.document)),
                }
                for counts, claim, stands in _figures(accounts.get(each.id, ()))
            ],
            "zones": [
                {**asdict(claim), "set_right": _right_json(_by_document(each).get(claim.document))}
                for account in accounts.get(each.id, ())
                for claim in account.zones
            ],
        }
        for each in incidents
    ]


def _told_json(finding: Finding, set_right: SetRight, case: Case) -> dict[str, Any]:
    """Give a finding, with what corrected it or took it back; null where it stands."""
    return {**finding_json(finding, case), "set_right": _right_json(set_right.get(finding.id))}


def _by_document(incident: Incident) -> SetRight:
    """Give what corrected or took back each document's telling of an incident."""
    told = (*incident.reports, *incident.denials)
    return {
        each.document: incident.set_right[each.id] for each in told if each.id in incident.set_right
    }


def _right_json(right: Finding | None) -> dict[str, Any] | None:
    if right is None:
        return None
    return {
        "as": _as(right),
        "since": right.known_from.isoformat(),
        "document": right.document,
        "outlet": right.outlet,
        "url": right.url,
        "quote": right.words,
    }


def _as(right: Finding) -> str:
    return "taken back" if right.retracted else "corrected"


def origins_text(origins: Sequence[Origin], case: Case) -> Text:
    """List the origins that more than one document tells, and count the others."""
    text = Text()
    shared = [each for each in origins if len(each.renditions) > 1]
    for each in shared:
        who = case.name(each.speaker) if each.speaker else "nobody named"
        text.append(
            f"{on_one_line(who)}, {number_of(len(each.renditions), 'document')}", style="bold"
        )
        text.append(f"  [{each.id}] {each.reason}{_through(each, case)}\n", style="not bold")
        _append(text, each.renditions, each.set_right, case)
    text.append(f"{number_of(len(origins), 'origin')}, {len(shared)} told by several documents.\n")
    return text


def _through(origin: Origin, case: Case) -> str:
    names = ", ".join(on_one_line(link_name(link, case)) for link in origin.through)
    return f"; all by way of {names}" if names else ""


def incidents_text(incidents: Sequence[Incident], accounts: Accounts, case: Case) -> Text:
    """List the incidents: who is said to have done each, who denies it, with what toll, and where."""
    text = Text()
    for each in incidents:
        doers = ", ".join(doer_name(doer, case) for doer in each.doers)
        text.append(f"{on_one_line(_title(each, case))}", style="bold")
        text.append(f"  by {on_one_line(doers)}\n", style="not bold")
        _append(text, each.reports, each.set_right, case)
        if each.denials:
            text.append("  denied:\n")
            _append(text, each.denials, each.set_right, case)
        for line in _side_by_side(each, accounts.get(each.id, ()), case):
            text.append(f"  {on_one_line(line)}\n")
    text.append(f"{number_of(len(incidents), 'incident')}.\n")
    return text


def _side_by_side(incident: Incident, accounts: Sequence[Account], case: Case) -> Iterator[str]:
    """Yield every figure with its chain, then of each place what the line says, and each document."""
    set_right = _by_document(incident)
    for counts, claim, stands in _figures(accounts):
        chain = " <- ".join(link_name(link, case) for link in claim.chain)
        how = f"; {stands.word}: {stands.reason}" if stands else ""
        how += _since(set_right.get(claim.document))
        yield f"{counts}: “{claim.words}”, {chain or 'outlet unknown'}{how}"
    zones = dict.fromkeys(zone for account in accounts for zone in account.zones)
    yield from dict.fromkeys(_by_line(zone, case) for zone in zones if zone.geometry)
    for zone in zones:
        if zone.reported:
            who = link_name(zone.outlet, case) if zone.outlet else "outlet unknown"
            since = _since(set_right.get(zone.document))
            yield f"{case.name(zone.place)}: told as {zone.reported} the zone by {who}{since}"


def _figures(
    accounts: Sequence[Account],
) -> Iterator[tuple[str, ClaimedFigure, Comparison | None]]:
    """Yield the figures of one act, each with how it stands to the others of what it counts."""
    told = [each for account in accounts for each in account.figures]
    for counts in dict.fromkeys(counts for counts, _ in told):
        claims = [claim for what, claim in told if what == counts]
        compared = standings([counted_claim(claim, counts, None, None) for claim in claims])
        for claim, comparison in zip(claims, compared, strict=True):
            yield counts, claim, comparison


def _stands_form(comparison: Comparison | None) -> dict[str, str] | None:
    return {"is": comparison.word, "reason": comparison.reason} if comparison else None


def _by_line(zone: ZoneClaim, case: Case) -> str:
    where = "within the uncertain band" if zone.geometry == "band" else f"{zone.geometry} the zone"
    km = f", {zone.km:.1f} km from it" if zone.km is not None else ""
    return f"{case.name(zone.place)}: {where} by its line{km}"


def _title(incident: Incident, case: Case) -> str:
    return " ".join(case.name(part) for part in incident.id.split(" "))


def _append(text: Text, findings: Iterable[Finding], set_right: SetRight, case: Case) -> None:
    for finding in findings:
        text.append(
            f"  {on_one_line(chain_of(finding, case))}; {said_when(finding)}\n", style="dim"
        )
        text.append(f"    “{on_one_line(finding.words)}”\n", style="not dim")
        if url := link(finding.url):
            text.append(f"    {url}\n", style="dim")
        if right := set_right.get(finding.id):
            text.append(f"    {on_one_line(_set_right(right, case))}\n", style="bold")


def _since(right: Finding | None) -> str:
    return f"; {_as(right)} since {right.known_from}" if right else ""


def _set_right(right: Finding, case: Case) -> str:
    """Tell since when a telling stands no more, and by which document."""
    outlet = link_name(right.outlet, case) if right.outlet else "outlet unknown"
    where = link(right.url)
    named = f"{outlet}, {where}" if where else f"{outlet}, document {right.document[:12]}"
    return f"{_as(right)} since {right.known_from} by {named}: “{right.words}”"
