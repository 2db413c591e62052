"""How the page looks, on screen and on A4: no script, no font or picture from elsewhere.

A status is told by its word and by a mark and shade that differ in grey too; the colours run from
dark (broken) to light (no report) and stand for statuses, never for parties.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from trucewatch.core.status import Status

CLASSES: Final = {
    Status.BROKEN: "broken",
    Status.OVERDUE: "overdue",
    Status.CONTESTED: "contested",
    Status.PARTLY_KEPT: "partly",
    Status.KEPT: "kept",
    Status.NOT_YET_DUE: "early",
    Status.NO_REPORT: "silent",
}
"""The class that each status is drawn with."""

STYLE: Final = """
:root { color-scheme: light; --ink: #1c1c1c; --soft: #555; --line: #c9c4ba; --hair: #e4e0d8; }
* { box-sizing: border-box; }
html { background: #f2f0eb; }
body { font: 14px/1.45 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans",
  sans-serif; color: var(--ink); background: #fff; max-width: 60rem; margin: 1.5rem auto;
  padding: 2rem 2.4rem; overflow-wrap: break-word; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; }
h1, h2, h3 { font-family: Georgia, Charter, "Liberation Serif", serif; line-height: 1.2;
  margin: 0; }
h1 { font-size: 1.55rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .45rem; padding-bottom: .15rem;
  border-bottom: 1.5px solid var(--ink); }
h2 small { font: .8rem/1.3 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  color: var(--soft); margin-left: .5em; }
h3 { font-size: .95rem; }
p { margin: .3rem 0; }
a { color: #1f4e79; text-decoration-thickness: .5px; text-underline-offset: .15em; }
.soft { color: var(--soft); }
.day { margin: .35rem 0 .9rem; }
code { font: .92em ui-monospace, Consolas, "Liberation Mono", monospace; }
abbr { text-decoration: none; }
q { quotes: "“" "”" "‘" "’"; font-family: Georgia, Charter, "Liberation Serif", serif; }
.status { display: inline-block; white-space: nowrap; font-size: .9em; line-height: 1.3;
  padding: 0 .45em; border: 1px solid; border-radius: 2px; }
.broken { background: #5b2333; color: #fff; border-color: #5b2333; }
.broken::before { content: "■ "; }
.overdue { background: #a34e2f; color: #fff; border-color: #a34e2f; }
.overdue::before { content: "▲ "; }
.contested { border-color: #8a6d1d; background: repeating-linear-gradient(135deg, #ecdca6 0 3px,
  #f8f1d8 3px 6px); }
.contested::before { content: "◆ "; }
.partly { border-color: #4a7487; background: linear-gradient(90deg, #bcd5df 50%, #f4f8fa 50%); }
.partly::before { content: "◐ "; }
.kept { border-color: #4a7487; background: #dfecf1; }
.kept::before { content: "● "; }
.early, .silent { color: #555; background: #fff; }
.early { border-color: #8a8a8a; border-style: dotted; }
.early::before { content: "○ "; }
.silent { border-color: #b5b5b5; border-style: dashed; }
.silent::before { content: "– "; }
.tally { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap;
  gap: .3rem 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .93em; }
th, td { text-align: left; vertical-align: baseline; padding: .16rem .6rem .16rem 0;
  font-weight: normal; }
thead th { color: var(--soft); font-size: .85em; border-bottom: 1px solid var(--line); }
tbody { border-top: 1px solid var(--line); }
.changes tr + tr, .rival tr + tr { border-top: 1px solid var(--hair); }
.changes tbody th { width: 18%; padding-left: 1.55em; text-indent: -1.55em; }
.changes td { width: 16%; }
.changes td:nth-child(3) { width: 20.5%; }
.changes td:last-child { width: auto; }
.clause th { font-weight: bold; }
.clause th .soft { font-weight: normal; }
.nr { display: inline-block; min-width: 1.55em; font-weight: bold; text-indent: 0; }
.board td:first-child { white-space: nowrap; width: 1%; }
.doer td:first-child { padding-left: 1.55em; }
.board td { white-space: nowrap; }
.board thead th { font-size: .8em; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
  padding-right: .1rem; padding-left: .5rem; }
.quiet th { color: var(--soft); }
.rest { color: var(--soft); font-size: .92em; margin: 0; }
.causes, .quotes, .method, .claims { margin: 0; padding: 0; list-style: none; }
.words { columns: 2; column-gap: 1.6rem; }
.group { margin: 0 0 .7rem; }
.group header { break-inside: avoid; break-after: avoid; margin-bottom: .1rem; }
.group h3 { display: inline; }
.quotes li { break-inside: avoid; margin: .12rem 0 .25rem; padding-left: 1.9em; }
.ref { float: left; margin-left: -2.2em; color: var(--soft); font-size: .86em;
  font-variant-numeric: tabular-nums; line-height: inherit; }
.chain { color: var(--soft); font-size: .92em; }
.method, .small { font-size: .93em; }
.method { columns: 3; column-gap: 1.6rem; list-style: decimal; padding-left: 1.5em; }
.method li { break-inside: avoid; margin-bottom: .15rem; }
footer { margin-top: 1.2rem; padding-top: .3rem; border-top: 1px solid var(--line);
  color: var(--soft); font-size: .85em; }
@media (max-width: 46rem) {
  body { margin: 0; padding: 1rem; } .words, .method { columns: 1; }
  .board .number, .changes thead { display: none; } .board td { white-space: normal; }
  .changes tbody th, .changes td:nth-child(n) { display: inline-block; width: auto; }
  .changes td:nth-child(3)::before { content: "→ "; }
  .changes tbody th, .changes td:last-child:nth-child(n) { display: block; }
}
@page { size: A4; margin: 11mm 12mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 6.5pt Arial, sans-serif;
    color: #555; } }
@media print {
  html { background: #fff; }
  body { font-size: 7.6pt; line-height: 1.3; max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 13pt; } h2 { font-size: 9.5pt; margin: 2.2mm 0 .6mm; break-after: avoid; }
  h2 small { font-size: 7pt; } h3 { font-size: 7.9pt; }
  .day { margin: .6mm 0 1mm; } .tally { margin: .8mm 0 0; gap: .4mm 3mm; }
  th, td { padding-top: .28mm; padding-bottom: .28mm; }
  tr { break-inside: avoid; }
  .group { margin-bottom: 1.3mm; } .words, .method { column-gap: 5mm; }
  .quotes li { margin: .1mm 0 .4mm; } p { margin: .5mm 0; }
  a { color: inherit; }
  footer { margin-top: 1.5mm; }
}
"""
"""The one style sheet of the page."""

_DIGEST: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
)
"""What the page may load: its own style sheet and nothing else."""
