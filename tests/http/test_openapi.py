"""The description of the API for programs: valid, complete, and true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.client import Client, Tenant
from tests.http.routes import Catalogue, Route

Document = dict[str, Any]


@pytest.fixture
async def document(anonymous: Client) -> Document:
    """The description as it is served."""
    made: Document = (await anonymous.get("/openapi.json")).json
    return made


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Each operation with its method and path."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def references(value: Any) -> Iterator[str]:
    """Every $ref anywhere in a document."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def response_of(document: Document, route: Route) -> tuple[str, Document]:
    """The status and the description of a route's answer that is no refusal."""
    responses = document["paths"][route.path][route.method.lower()]["responses"]
    return next((status, answer) for status, answer in responses.items() if status < "300")


def validator(document: Document, schema: Document) -> jsonschema_rs.Draft202012Validator:
    """A validator for one schema of the document."""
    whole = {**schema, "components": document["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


async def test_it_is_valid_openapi(document: Document) -> None:
    assert document["openapi"].startswith("3.1.")
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


async def test_every_route_is_in_it(document: Document, catalogue: Catalogue) -> None:
    described = {(method, path) for method, path, _ in operations(document)}
    assert {(route.method, route.path) for route in catalogue.routes} <= described


async def test_every_argument_is_described_where_it_travels(
    document: Document, catalogue: Catalogue
) -> None:
    for route in catalogue.routes:
        operation = document["paths"][route.path][route.method.lower()]
        parameters = {(p["in"], p["name"]) for p in operation.get("parameters", ())}
        assert {(a.place, a.name) for a in route.arguments if a.place != "body"} <= parameters
        assert all(p["description"] for p in operation.get("parameters", ())), str(route)
        if names := {argument.name for argument in route.of("body")}:
            body = operation["requestBody"]["content"]["application/json"]["schema"]
            assert body["properties"].keys() == names, str(route)


async def test_each_operation_has_a_name_of_its_own_and_says_what_it_does(
    document: Document,
) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(names) == len(set(names))
    assert all(
        operation["summary"] and operation["tags"] for _, _, operation in operations(document)
    )


async def test_it_says_who_may_use_each_route(document: Document, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        operation = document["paths"][route.path][route.method.lower()]
        assert operation["security"] == ([] if route.public else [{"bearer": []}]), str(route)
        assert operation.get("x-permission") == route.permission, str(route)
        assert route.public or "401" in operation["responses"], str(route)


async def test_every_reference_leads_somewhere(document: Document) -> None:
    for reference in set(references(document)):
        at: Any = document
        for step in reference.removeprefix("#/").split("/"):
            at = at[step.replace("~1", "/").replace("~0", "~")]


async def test_every_example_of_a_request_is_valid(document: Document) -> None:
    for method, path, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        if "example" in content:
            errors = validator(document, content["schema"]).iter_errors(content["example"])
            assert [str(error) for error in errors] == [], (method, path)


async def test_every_refusal_is_described_as_a_problem(document: Document) -> None:
    for method, path, operation in operations(document):
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert answer["content"].keys() == {"application/problem+json"}, (method, path)


async def test_answers_are_as_they_are_described(
    tenant: Tenant, document: Document, catalogue: Catalogue
) -> None:
    routes = [r for r in catalogue.calls if not r.variables and not r.is_operators]
    for route in sorted(routes, key=lambda r: r.method != "POST"):  # so that lists are not empty
        body = catalogue.body(route) if route.of("body") else None
        answer = await tenant.client.request(route.method, route.path, body)
        status, described = response_of(document, route)
        assert str(answer.status) == status, (str(route), answer.text)
        schema = described["content"]["application/json"]["schema"]
        errors = validator(document, schema).iter_errors(answer.json)
        assert [str(error) for error in errors] == [], (str(route), answer.text)


async def test_a_problem_is_as_it_is_described(tenant: Tenant, document: Document) -> None:
    for path in ("/v1/nothing", "/v1/jobs?limit=x&colour=red", "/v1/jobs/1", "/v1/tenants"):
        problem = (await tenant.client.get(path)).json
        schema = document["components"]["schemas"]["Problem"]
        errors = validator(document, schema).iter_errors(problem)
        assert [str(error) for error in errors] == [], problem
