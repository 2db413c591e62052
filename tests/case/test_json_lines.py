"""JSON is read as the standard reader has it, and each value knows its line."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.case.json_lines import read_json
from trucewatch.case.nodes import ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes
from trucewatch.core.errors import CaseError

VALUES = st.recursive(
    st.text(max_size=20)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def value_of(node: Node) -> object:
    if isinstance(node, Scalar):
        return json.loads(node.text) if node.plain else node.text
    if isinstance(node, ListNode):
        return [value_of(item) for item in node.items]
    return {key.text: value_of(value) for key, value in node.entries}


def lines_of(node: Node) -> list[int]:
    if isinstance(node, MapNode):
        return [
            node.line,
            *(line for key, value in node.entries for line in (key.line, *lines_of(value))),
        ]
    if isinstance(node, ListNode):
        return [node.line, *(line for item in node.items for line in lines_of(item))]
    return [node.line]


def depth_of(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max((1 + depth_of(each) for each in inner), default=0)


@given(
    value=VALUES.filter(lambda value: depth_of(value) < 20), indent=st.sampled_from([None, 0, 2])
)
def test_it_agrees_with_the_standard_reader(value: object, indent: int | None) -> None:
    node = read_json(json.dumps(value, indent=indent), FileNotes("x"))
    assert value_of(node) == value
    lines = lines_of(node)
    assert lines == sorted(lines)
    if indent is None:
        assert set(lines) == {1}


@given(text=st.text(st.sampled_from('[]{}:,"\\ \n1-.eE0truefalsn\u00a0'), max_size=40))
def test_it_takes_nothing_that_the_standard_reader_refuses(text: str) -> None:
    with contextlib.suppress(CaseError):
        assert value_of(read_json(text, FileNotes("x"))) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("", 1, "the end of the file is out of place"),
        ('{"a": 1,\n"a": 2}', 2, "key 'a' stands twice"),
        ('{"a": 1,\n}', 2, "'}' is out of place"),
        ("[1,\n2,\n]", 3, "']' is out of place"),
        ("[1\n2]", 2, "'2' is out of place"),
        ("[1]\n[2]", 2, "'[' is out of place"),
        ('{"a"\n1}', 2, "'1' is out of place"),
        ("{a: 1}", 1, "'a: 1}' is out of place"),
        ("[\nNaN]", 2, "'NaN]' is out of place"),
        ("[01]", 1, "'1' is out of place"),
        ('["\\x"]', 1, "out of place"),
        ('["a\nb"]', 1, "out of place"),
        ("{1: 2}", 1, "'1' is out of place"),
        ("[" * 100_000, 1, "nested deeper than 20 levels"),
        ('{"a":' * 100_000, 1, "nested deeper than 20 levels"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(text: str, line: int, fault: str) -> None:
    with pytest.raises(CaseError) as raised:
        read_json(text, FileNotes("x"))
    assert raised.value.where == f"x:{line}"
    assert fault in str(raised.value)


@pytest.mark.parametrize(
    "text", ['"' + "\\\\" * 500_000, "1" * 1_000_000 + "x", " " * 1_000_000 + "!"]
)
def test_hostile_tokens_take_linear_time(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(CaseError):
        read_json(text, FileNotes("x"))
    assert time.perf_counter() - started < 1
