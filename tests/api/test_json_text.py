"""Reading JSON: what is malformed says where, what can't be stored says which value."""

from __future__ import annotations

import pytest

from api import json_text
from api.problems import Problem


def problem(text: bytes) -> Problem:
    """The problem that reading the text raises."""
    with pytest.raises(Problem) as caught:
        json_text.read(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (b'{"a": 1,}', "line 1, column 8"),
        (b'{\n  "a" 1}', "line 2, column 7"),
        (b"NaN", "line 1, column 1"),
        (b"[Infinity]", "line 1, column 2"),
        (b'{"a": "\xff"}', "byte 7"),
        (b"\xef\xbb\xbf{}", "line 1, column 1"),
    ],
)
def test_malformed_text_is_400_and_says_where(text: bytes, where: str) -> None:
    found = problem(text)
    assert (found.code, found.status) == ("malformed-body", 400)
    assert found.detail is not None
    assert where in found.detail


@pytest.mark.parametrize(
    ("text", "pointer", "detail"),
    [
        (b'{"a": ["x", "\\u0000"]}', "#/a/1", "contains a NUL"),
        (b'{"a\\u0000b": 1}', "#/a%00b", "has a name with a NUL"),
        (b'{"a": "\\ud800"}', "#/a", "half of a surrogate pair"),
        (b'{"a": {"b": 1e400}}', "#/a/b", "number out of range"),
        (b'{"a": -1e400}', "#/a", "number out of range"),
        (b"[" + b"9" * 400 + b"]", "#/0", "number out of range"),
        (b"[" * 101 + b"]" * 101, "#", "deeper than 100"),
        (b"[" * 5000 + b"]" * 5000, "#", "deeper than 100"),
    ],
)
def test_what_cannot_be_stored_is_422_by_pointer(text: bytes, pointer: str, detail: str) -> None:
    found = problem(text)
    assert found.status == 422
    [error] = found.errors
    assert error["pointer"] == pointer
    assert detail in error["detail"]


@pytest.mark.parametrize(
    "text", [b'"\\\\u0000"', b'"\\ud83d\\ude00"', b"1e308", b"[" * 100 + b"]" * 100, b'"\\u0001"']
)
def test_what_only_looks_dangerous_is_read(text: bytes) -> None:
    json_text.read(text)


def test_a_repeated_key_counts_with_its_last_value() -> None:
    assert json_text.read(b'{"a": 1, "a": 2}') == {"a": 2}


def test_numbers_that_numeric_cannot_hold_are_found() -> None:
    [error] = json_text.unstorable(b'{"a": 1, "b": [1e-20000]}')
    assert error["pointer"] == "#/b/0"
