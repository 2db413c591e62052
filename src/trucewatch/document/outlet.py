"""Which outlet of the case published a page: by its name or address, never by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from trucewatch.core.case import Case
from trucewatch.core.folding import key_of
from trucewatch.core.outlet import Outlet

_CARRIED = re.compile(r"https?:/{1,2}", re.IGNORECASE)
_CARRIERS: Final = ("web.archive.org", "archive.is", "archive.today", "archive.ph", "google.com")
_FRONTS: Final = frozenset({"www", "m", "mobile", "amp", "wap", "www2", "touch"})
_AMP_CACHE: Final = ".cdn.ampproject.org"
_LONGEST_NAME: Final = 100
_SHORTEST_NAME: Final = 2
_LONGEST_LINE: Final = 300
_NAME_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}\b(?!@)")
_OWN = re.compile(
    r"\b(?:website|web site|copyright|all rights reserved|follow|newsletter|subscribe|our app)\b|©",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def host_of(url: str) -> str | None:
    """Give the host of an address in small letters, without "www." and mobile fronts.

    A page in a web archive or a cache of mobile pages has the host of the page itself.
    """
    url = url.strip()
    if "//" not in url[:12]:
        url = f"//{url}"
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    carried = _carried(host, parts.path)
    if carried:
        return host_of(carried)
    if host.endswith(_AMP_CACHE):
        host = host.removesuffix(_AMP_CACHE).replace("--", "\x00").replace("-", ".")
        host = host.replace("\x00", "-")
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _FRONTS:
        labels = labels[1:]
    return ".".join(labels) if len(labels) > 1 else None


def _carried(host: str, path: str) -> str | None:
    """Give the address inside the path of an archive's or a cache's address."""
    if not any(host == carrier or host.endswith(f".{carrier}") for carrier in _CARRIERS):
        return None
    if "/amp/s/" in path:
        return path.partition("/amp/s/")[2] or None
    inner = _CARRIED.search(path)
    return path[inner.start() :] if inner else None


def outlet_by_url(case: Case, url: str) -> str | None:
    """Give the id of the outlet whose domain the address lies under; the longest domain decides."""
    host = host_of(url)
    if host is None:
        return None
    found = [
        (len(domain), outlet.id)
        for outlet in case.outlets.by_id.values()
        for domain in map(host_of, outlet.domains)
        if domain and (host == domain or host.endswith(f".{domain}"))
    ]
    longest = max((length for length, _ in found), default=0)
    return _only(outlet for length, outlet in found if length == longest)


def outlet_by_name(case: Case, name: str) -> str | None:
    """Give the id of the outlet that goes by `name`: its id, name, other name or domain."""
    if name in case.outlets.by_id:
        return name
    key = key_of(name[:_LONGEST_NAME])
    if not key:
        return None
    keys = {key, key.removeprefix("the")}
    found = _only(
        outlet.id for outlet in case.outlets.by_id.values() if not keys.isdisjoint(_keys(outlet))
    )
    return found or (outlet_by_url(case, name) if "." in name and " " not in name else None)


@lru_cache(maxsize=4096)
def _keys(outlet: Outlet) -> frozenset[str]:
    names = [key_of(name) for name in (outlet.id, outlet.name, *outlet.names)]
    return frozenset(key for name in names for key in (name, name.removeprefix("the")) if key)


def outlet_in_furniture(case: Case, lines: Iterable[str]) -> str | None:
    """Give the outlet that a page's own furniture speaks for: its addresses, its rights, its name.

    None where no line names one that the case knows, or where they name several. An agency's rights
    in a page make the page not the agency's own.
    """
    found: set[str] = set()
    for line in lines:
        if len(line) <= _LONGEST_LINE:
            found.update(_addressed(case, line))
            if _OWN.search(line):
                found.update(_named(case, line))
    return _only(found)


def _addressed(case: Case, line: str) -> Iterable[str]:
    outlets = (outlet_by_url(case, address) for address in _ADDRESS.findall(line))
    return [outlet for outlet in outlets if outlet]


def _named(case: Case, line: str) -> Iterable[str]:
    """Give the outlets that the longest name in the line belongs to."""
    spaced = f" {' '.join(_NAME_WORD.findall(line))} "
    found: dict[int, list[str]] = {}
    for outlet in case.outlets.by_id.values():
        for name in () if outlet.agency else (outlet.name, *outlet.names):
            if len(name) > _SHORTEST_NAME and f" {' '.join(_NAME_WORD.findall(name))} " in spaced:
                found.setdefault(len(name), []).append(outlet.id)
    return found[max(found)] if found else ()


def _only(found: Iterable[str]) -> str | None:
    """Give the one outlet that is found; None where several are, or none."""
    outlets = set(found)
    return outlets.pop() if len(outlets) == 1 else None
