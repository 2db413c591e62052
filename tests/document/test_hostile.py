"""Inputs made to take long: each must be laid out in a time that grows with its length only."""

from __future__ import annotations

import time

import pytest

from trucewatch.document.bylines import is_byline, is_dated, is_path
from trucewatch.document.captions import begins_as_caption, ends_with_credit, is_pictured
from trucewatch.document.days import days_in
from trucewatch.document.furniture import furniture_in
from trucewatch.document.plain import lay_out

SIZE = 100_000
SECONDS = 6.0

PUMPS = [
    " ",
    "\n",
    " \n",
    "\t ",
    "“",
    '"',
    "'",
    "(",
    "(a",
    "[a/",
    "a",
    "A ",
    "A a ",
    "A/",
    "A B / ",
    "a. ",
    "1 ",
    "1/1/",
    "2020-",
    "Jan ",
    "January 1 ",
    "Monday, ",
    "by A ",
    "share ",
    "read more ",
    "photo ",
    "file photo ",
    "this a ",
    "follow a on ",
    "www.a.",
    "a@a.",
    "#a ",
    "http://",
    "©",
    "> ",
    " / ",
    "|",
    "...",
    "…",
    "\u200b",
    "\u202e",
    "VELIN, ",
    "A\n",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g\n",
    "guns stay near the village of Velin and on the road to Karm for now, he said\n",
    "Guns stay.\n",
    "<p>",
    "<a ",
    "Guns stay.\nRead more\n",
    "Guns stay near Velin for now.\nMost read\nx\n",
    "Ada Rook is a reporter for Daily.\n",
    "2 March 2020\n",
    "Guns stay at Velin\n\n",
]


@pytest.mark.parametrize("pump", PUMPS)
@pytest.mark.parametrize("wrap", ["{}", "Guns stay at Velin.\n\n{}\n\nGuns go."])
def test_a_long_run_of_anything_is_laid_out(pump: str, wrap: str) -> None:
    text = wrap.format(pump * (SIZE // len(pump)))
    start = time.perf_counter()
    layout = lay_out(text)
    assert time.perf_counter() - start < SECONDS
    assert all(block.span.proves_itself(text) for block in layout.blocks)


@pytest.mark.parametrize("pump", PUMPS)
def test_each_rule_alone_takes_a_long_line(pump: str) -> None:
    line = "A" + pump * (SIZE // len(pump))
    start = time.perf_counter()
    for rule in (is_byline, is_dated, is_path, begins_as_caption, ends_with_credit, is_pictured):
        rule(line)
    furniture_in(line)
    list(days_in(line))
    assert time.perf_counter() - start < SECONDS


def test_a_single_line_of_a_million_characters() -> None:
    text = "The guns stay near Velin. " * 40_000
    layout = lay_out(text)
    assert [block.kind for block in layout.blocks] == ["paragraph"]
