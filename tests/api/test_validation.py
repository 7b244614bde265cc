"""The form of a request: what is wrong is named, by pointer and by where it travelled."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.problems import Problem
from api.schemas import Argument
from api.validation import Form
from tests.api.catalogue import SCHEMAS

BIGINT = 2**63 - 1
FORM = Form(
    [
        Argument("thing_id", "path", True, {"$ref": "#/components/schemas/number"}),
        Argument("limit", "query", False, {"type": "integer", "minimum": 1, "maximum": 200}),
        Argument("at", "query", False, {"type": "string", "format": "date-time"}),
        Argument("types", "query", False, {"type": "array", "items": {"maxLength": 3}}),
        Argument("name", "body", True, {"type": "string", "minLength": 1}),
        Argument("size", "body", False, {"type": ["integer", "null"], "maximum": 100}),
        Argument("a/b", "body", False, {"type": "boolean"}),
        Argument("data", "body", False, {}),
    ],
    SCHEMAS,
)


def refused(
    body: bytes = b'{"name":"x"}', query: bytes = b"", thing_id: str = "1"
) -> list[tuple[str, str, str]]:
    """The errors of a request, as (where, pointer, detail)."""
    with pytest.raises(Problem) as caught:
        FORM.arguments({"thing_id": thing_id}, query, body)
    assert caught.value.status == 422
    return [(error["in"], error["pointer"], error["detail"]) for error in caught.value.errors]


def test_all_arguments_come_together_in_one_object() -> None:
    text = FORM.arguments({"thing_id": "7"}, b"limit=5&types=a,b", b' {"name": "x"} ')
    assert orjson.loads(text) == {"thing_id": 7, "limit": 5, "types": ["a", "b"], "name": "x"}


def test_a_body_alone_is_passed_on_as_it_came() -> None:
    form = Form([Argument("n", "body", True, {"type": "number"})], {})
    body = b'{ "n": 1.000000000000000000000000001 }'
    assert form.arguments({}, b"", body) is body


def test_every_error_is_told_at_once() -> None:
    body = b'{"name":"","size":101,"a/b":1,"extra":1}'
    assert refused(body, b"limit=0&wrong=1&at=today&types=abcd", "x") == [
        ("query", "#/wrong", "is not a parameter of this operation"),
        ("path", "#/thing_id", "must be an integer"),
        ("query", "#/limit", "is less than the minimum of 1"),
        ("query", "#/at", "is not a valid date-time"),
        ("query", "#/types/0", "is longer than 3 characters"),
        ("body", "#/name", "is shorter than 1 character"),
        ("body", "#/size", "is greater than the maximum of 100"),
        ("body", "#/a~1b", 'is not of type "boolean"'),
        ("body", "#/extra", "is not known here"),
    ]


def test_what_is_missing_is_named() -> None:
    assert refused(b"{}") == [("body", "#/name", "is required")]
    assert refused(b"") == [("body", "#/name", "is required")]


def test_a_body_that_is_no_object_is_refused_as_a_whole() -> None:
    assert refused(b"[]") == [("body", "#", "must be a JSON object")]


def test_a_repeated_parameter_is_refused() -> None:
    assert refused(query=b"limit=1&limit=2") == [("query", "#/limit", "is given more than once")]


def test_an_integer_beyond_bigint_is_refused_not_rounded() -> None:
    [(place, pointer, _)] = refused(thing_id=str(BIGINT + 1))
    assert (place, pointer) == ("path", "#/thing_id")
    assert orjson.loads(FORM.arguments({"thing_id": str(BIGINT)}, b"", b'{"name":"x"}'))


def test_an_integer_with_a_fraction_is_refused() -> None:
    expected = ("body", "#/size", "must be an integer, written without a fraction")
    assert expected in refused(b'{"name":"x","size":1.0}')


def test_errors_in_query_and_unstorable_body_are_told_together() -> None:
    errors = refused(b'{"name":"\\u0000"}', b"limit=0")
    assert [pointer for _, pointer, _ in errors] == ["#/limit", "#/name"]


def test_at_most_twenty_errors_are_told() -> None:
    body = orjson.dumps({f"unknown{number}": 1 for number in range(100)})
    assert len(refused(body)) == 20


@pytest.mark.parametrize("query", [b"limit=%ff", b"%00=1", b"at=%00", b"limit=" + b"9" * 5000])
def test_queries_that_are_no_text_or_too_long_are_refused(query: bytes) -> None:
    with pytest.raises(Problem) as caught:
        FORM.arguments({"thing_id": "1"}, query, b'{"name":"x"}')
    assert caught.value.status == 422


ANYTHING = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@ANYTHING
@given(st.dictionaries(st.sampled_from(["name", "size", "a/b", "data", "x"]), JSON))
def test_any_body_is_either_passed_on_or_refused(value: dict[str, Any]) -> None:
    body = json.dumps(value).encode()
    try:
        text = FORM.arguments({"thing_id": "1"}, b"", body)
    except Problem as problem:
        assert problem.status in (400, 422)
    else:
        assert json.loads(text) == {"thing_id": 1, **value}


@ANYTHING
@given(st.binary(max_size=60), st.binary(max_size=60))
def test_any_bytes_are_either_passed_on_or_refused(query: bytes, body: bytes) -> None:
    try:
        FORM.arguments({"thing_id": "1"}, query, body)
    except Problem as problem:
        assert problem.status in (400, 422)
