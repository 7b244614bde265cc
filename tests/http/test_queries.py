"""Query parameters: each that is wrong is named."""

from __future__ import annotations

import pytest

from tests.client import Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of

WRONG = {
    "unknown": ("colour=red", "#/colour"),
    "unknown and empty": ("colour", "#/colour"),
    "twice": ("limit=1&limit=2", "#/limit"),
    "twice the same": ("limit=1&limit=1", "#/limit"),
    "of no name": ("=1", "#/"),
    "no number": ("limit=many", "#/limit"),
    "empty number": ("limit=", "#/limit"),
    "fraction": ("limit=1.5", "#/limit"),
    "exponent": ("limit=1e1", "#/limit"),
    "hexadecimal": ("limit=0x10", "#/limit"),
    "foreign digits": ("limit=%D9%A1%D9%A2", "#/limit"),
    "with a blank": ("limit=+1", "#/limit"),
    "none": ("limit=0", "#/limit"),
    "negative": ("limit=-1", "#/limit"),
    "too many": ("limit=201", "#/limit"),
    "far too many": ("limit=" + "9" * 30, "#/limit"),
    "too long a number": ("limit=" + "9" * 5000, "#/limit"),
    "NUL": ("queue=a%00b", "#/queue"),
    "a body's argument": ("payload=1", "#/payload"),
    "an inner argument": ("after=1", "#/after"),
    "a tenant": ("tenant_id=00000000-0000-7000-8000-000000000000", "#/tenant_id"),
}


@pytest.mark.parametrize(("query", "pointer"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_parameter_is_named(query: str, pointer: str, tenant: Tenant) -> None:
    problem = problem_of(await tenant.client.get(f"/v1/jobs?{query}"), 422)
    assert named(problem) == {("query", pointer)}


@pytest.mark.parametrize("query", ["queue=%ff", "%ff=1", "queue=%ed%a0%80", "queue=%c0%af"])
async def test_a_query_that_is_no_utf_8_is_refused(query: str, tenant: Tenant) -> None:
    problem_of(await tenant.client.get(f"/v1/jobs?{query}"), 422, "invalid-request")


async def test_a_query_of_too_many_parameters_is_refused(tenant: Tenant) -> None:
    query = "&".join(f"p{n}=1" for n in range(101))
    problem_of(await tenant.client.get(f"/v1/jobs?{query}"), 422, "invalid-request")


async def test_no_route_takes_an_unknown_parameter(tenant: Tenant, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        path = route.at({argument.name: catalogue.value(argument) for argument in route.of("path")})
        body = catalogue.body(route) if route.of("body") else None
        answer = await tenant.client.request(route.method, f"{path}?colour=red", body)
        assert named(problem_of(answer, 422)) == {("query", "#/colour")}, str(route)


async def test_all_that_is_wrong_is_told_at_once(tenant: Tenant) -> None:
    problem = problem_of(await tenant.client.get("/v1/jobs?limit=x&colour=red&queue=%00"), 422)
    assert {pointer for _, pointer in named(problem)} == {"#/limit", "#/colour", "#/queue"}


async def test_a_percent_sign_that_encodes_nothing_stands_for_itself(tenant: Tenant) -> None:
    made = await tenant.client.post("/v1/events", {"type": "a.b", "key": "100%"})
    found = await tenant.client.get("/v1/events?key=100%")
    assert [item["event_id"] for item in found.json["items"]] == [made.json["event_id"]]
