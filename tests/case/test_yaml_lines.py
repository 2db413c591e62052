"""YAML is read as it is written: nothing converted, nothing followed, each value with its line."""

from __future__ import annotations

import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.case.nodes import ListNode, MapNode, Node, Scalar
from trucewatch.case.notes import FileNotes
from trucewatch.case.yaml_lines import read_yaml
from trucewatch.core.errors import CaseError

LAUGHS = "\n".join(
    [
        "a: &a [ha, ha]",
        *(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
)
TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=20)
KEYS = TEXTS.filter(lambda text: text != "<<")
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


@pytest.fixture(params=["with the C parser", "without"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1", {"a": "1"}),
        ("a: 01.50", {"a": "01.50"}),
        ("a: no", {"a": "no"}),
        ("a: 2001-02-30", {"a": "2001-02-30"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a:\n  two\n  lines", {"a": "two lines"}),
        ("a: >\n  folded\n  text\n", {"a": "folded text\n"}),
        ("a: [x, {b: c}]", {"a": ["x", {"b": "c"}]}),
        ("# only\n- é\n", ["é"]),
        ("a:", {"a": ""}),
    ],
)
def test_values_stay_as_they_are_written(text: str, value: object) -> None:
    assert plain(read_yaml(text, FileNotes("x"))) == value


def test_every_value_has_its_line() -> None:
    node = read_yaml("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", FileNotes("x"))
    assert isinstance(node, MapNode)
    assert [key.line for key, _ in node.entries] == [1, 2]
    items = node.entries[1][1]
    assert isinstance(items, ListNode)
    assert [item.line for item in items.items] == [3, 4]
    inner = items.items[1]
    assert isinstance(inner, MapNode)
    assert [value.line for _, value in inner.entries] == [4, 5]


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("a: b\nc: *d", 2, "YAML alias or anchor 'd'"),
        (LAUGHS, 1, "YAML alias or anchor 'a'"),
        ("a: b\nc: !!str d", 2, "YAML tag"),
        ("a: b\nc: !!python/object/apply:os.system [ls]", 2, "YAML tag"),
        ("a: b\nc: ! d", 2, "YAML tag"),
        ("- x\n- {a: 1, a: 2}", 2, "key 'a' stands twice"),
        ("a:\n  <<: {b: c}", 2, "merge key"),
        ("a: b\n? {c: d}\n: e", 2, "a key that is no text"),
        ("a: 'b", 1, "not YAML"),
        ("a: b\n c: d", 2, "not YAML"),
        ("a: b\n\tc: d", 2, "not YAML"),
        ("a: `b`", 1, "not YAML"),
        ('a: "\\U00110000"', 1, "not YAML"),
        ("a: b\n---\nc: d", 3, "a second YAML document"),
        ("%YAML 9.9\n---\na: b", 1, "not YAML"),
        ("", 1, "the file is empty"),
        ("# nothing\n", 1, "the file is empty"),
        ("[" * 21, 1, "nested deeper than 20"),
        ("\n".join(" " * depth + "a:" for depth in range(10_000)), 21, "nested deeper than 20"),
    ],
)
def test_what_is_not_plain_is_refused(text: str, line: int, fault: str) -> None:
    with pytest.raises(CaseError) as raised:
        read_yaml(text, FileNotes("x"))
    assert raised.value.where == f"x:{line}"
    assert fault in str(raised.value)


@given(text=st.text(max_size=200))
def test_nothing_but_a_case_error_leaves(text: str) -> None:
    with contextlib.suppress(CaseError):
        read_yaml(text, FileNotes("x"))


@given(value=VALUES)
def test_what_is_written_is_read(value: object) -> None:
    written = yaml.dump(value, default_style='"', allow_unicode=True, Dumper=_Plain)
    assert plain(read_yaml(written, FileNotes("x"))) == value


class _Plain(yaml.SafeDumper):
    """Writes no anchors and no tags."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the parent's name
        return True
