from __future__ import annotations

import pytest

from trucewatch.core import errors
from trucewatch.core.errors import (
    CaptureError,
    CaseError,
    DocumentError,
    InputError,
    LedgerError,
    ModelError,
    SpanError,
    TrucewatchError,
    reading_boundary,
)

LEAVES = [CaseError, InputError, CaptureError, DocumentError, LedgerError, ModelError, SpanError]


@pytest.mark.parametrize("leaf", LEAVES)
def test_every_error_is_of_the_one_tree(leaf: type[TrucewatchError]) -> None:
    assert issubclass(leaf, TrucewatchError)
    assert leaf.__name__ in (errors.__doc__ or "")


def test_there_are_no_other_errors() -> None:
    found = {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, Exception)
    }
    assert found == {TrucewatchError, *LEAVES}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "it is broken"),
        ({"where": "sheet.csv:3"}, "sheet.csv:3: it is broken"),
        ({"mend": "Mend it"}, "it is broken. Mend it"),
        ({"where": "sheet.csv:3", "mend": "Mend it"}, "sheet.csv:3: it is broken. Mend it"),
    ],
)
def test_an_error_is_one_sentence_and_what_to_do(given: dict[str, str], sentence: str) -> None:
    error = InputError("it is broken", **given)
    assert str(error) == sentence
    assert error.what == "it is broken"


@pytest.mark.parametrize(
    "failure",
    [ValueError("x"), KeyError("x"), RecursionError("x"), MemoryError("x"), UnicodeError("x")],
)
def test_the_boundary_turns_what_was_not_foreseen_into_a_document_error(failure: Exception) -> None:
    with pytest.raises(DocumentError, match=type(failure).__name__) as caught, reading_boundary():
        raise failure
    assert caught.value.__cause__ is failure
    assert "defect" in str(caught.value)


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_boundary_leaves_the_tree_s_own_errors_alone(leaf: type[TrucewatchError]) -> None:
    failure = leaf("x")
    with pytest.raises(leaf) as caught, reading_boundary():
        raise failure
    assert caught.value is failure


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_the_boundary_never_holds_up_who_stops_the_program(stop: type[BaseException]) -> None:
    with pytest.raises(stop), reading_boundary():
        raise stop
