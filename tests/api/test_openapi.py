"""The description: valid OpenAPI 3.1, complete, and true to the routes."""

from __future__ import annotations

from typing import Any

import pytest

from api.documents import problem_page
from api.openapi import document
from api.problems import Problem
from tests.api.catalogue import SCHEMAS, table

TABLE = table()
DOCUMENT: dict[str, Any] = document(
    "1", [route.entry for route in TABLE.routes], SCHEMAS, "https://example.com"
)


def operation(method: str, path: str) -> dict[str, Any]:
    """An operation of the document."""
    found: dict[str, Any] = DOCUMENT["paths"][path][method]
    return found


def test_it_is_valid() -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(DOCUMENT)


def test_every_route_is_in_it() -> None:
    for route in TABLE.routes:
        assert operation(route.method.lower(), route.path)["operationId"] == route.operation_id


def test_a_body_is_described_with_its_example() -> None:
    content = operation("post", "/v1/things")["requestBody"]["content"]["application/json"]
    assert content["schema"]["required"] == ["name"]
    assert content["schema"]["additionalProperties"] is False
    assert content["example"] == {"name": "a"}


def test_the_idempotency_key_is_a_parameter_where_it_is_used() -> None:
    def keys(method: str, path: str) -> list[bool]:
        parameters = operation(method, path).get("parameters", [])
        return [each["required"] for each in parameters if each["name"] == "Idempotency-Key"]

    assert keys("post", "/v1/things") == [False]
    assert keys("post", "/v1/payments") == [True]
    assert keys("get", "/v1/things") == []


def test_refusals_are_listed_by_status_with_their_codes() -> None:
    responses = operation("post", "/v1/things")["responses"]
    assert {"201", "400", "409", "413", "415", "422", "500", "503"} <= responses.keys()
    assert "TH409" in responses["409"]["description"]
    assert "401" not in responses
    assert "401" in operation("get", "/v1/things/{thing_id}")["responses"]


def test_an_array_in_the_query_is_written_with_commas() -> None:
    parameters = operation("get", "/v1/stream")["parameters"]
    [types] = [each for each in parameters if each["name"] == "types"]
    assert (types["style"], types["explode"]) == ("form", False)
    positions = [(each["in"], each["name"]) for each in parameters if "ast" in each["name"]]
    assert positions == [("header", "Last-Event-ID"), ("query", "last_event_id")]


def test_every_code_in_it_has_a_page() -> None:
    for path in DOCUMENT["paths"].values():
        for described in path.values():
            for response in described["responses"].values():
                for line in response["description"].splitlines():
                    if line.startswith("- [`"):
                        code = line.split("`")[1]
                        assert code in problem_page(code, TABLE)


def test_a_page_escapes_what_it_shows_and_unknown_codes_have_none() -> None:
    assert "It is there already." in problem_page("TH409", TABLE)
    with pytest.raises(Problem):
        problem_page("<script>", TABLE)
