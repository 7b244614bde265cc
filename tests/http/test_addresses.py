"""Addresses where nothing is, methods that nothing answers, and ids that can't be."""

from __future__ import annotations

import pytest

from tests.client import Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
NOWHERE = (
    "/", "/v1", "/v1/", "/v1/nothing", "/v1/jobs/", "/v1//jobs", "/v1/jobs/1/",
    "/v1/jobs/1/nothing", "/V1/jobs", "/v1/jobs%2F1", "/v1/jobs;a=b",
    "/v2/jobs", "/v1/jobs/1/cancel/again", "/v1/%00", "/v1/%ff", "/v1/jobs%00", "/docs/secrets",
    "/docs/%2e%2e%2fapp.py", "/health", "/metrics/all", "/v1/" + "a" * 4000,
)  # fmt: skip
IMPOSSIBLE_NUMBERS = (
    "abc", "1.5", "-", "0x1", "1e3", "9" * 30, "9223372036854775808",
    "%00", "%20", "1%20", "+1", "%F0%9F%98%80",
)  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE)
async def test_where_nothing_is_the_answer_is_404(path: str, tenant: Tenant) -> None:
    problem_of(await tenant.client.get(path), 404, "not-found")


async def test_a_method_that_nothing_answers_is_told_those_that_do(
    tenant: Tenant, catalogue: Catalogue
) -> None:
    paths = {route.path: route for route in catalogue.routes}
    for path, route in paths.items():
        here = {other.method for other in catalogue.routes if other.path == path}
        allowed = here | {"OPTIONS"} | ({"HEAD"} if "GET" in here else set())
        at = route.at({argument.name: catalogue.value(argument) for argument in route.of("path")})
        for method in METHODS:
            if method not in here:
                answer = await tenant.client.request(method, at)
                problem_of(answer, 405, "method-not-allowed")
                assert set((answer.header("Allow") or "").split(", ")) == allowed, path


@pytest.mark.parametrize("path", ["/health/live", "/metrics", "/openapi.json", "/docs"])
async def test_the_own_pages_of_the_process_are_only_read(path: str, tenant: Tenant) -> None:
    answer = await tenant.client.post(path, {})
    problem_of(answer, 405, "method-not-allowed")
    assert answer.header("Allow") == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("job_id", IMPOSSIBLE_NUMBERS)
async def test_a_number_in_the_path_that_is_none_is_named(job_id: str, tenant: Tenant) -> None:
    problem = problem_of(await tenant.client.get(f"/v1/jobs/{job_id}"), 422)
    assert named(problem) == {("path", "#/job_id")}


@pytest.mark.parametrize(
    "user_id", ["1", "not-a-uuid", "%00", "00000000-0000-7000-8000-00000000000g"]
)
async def test_an_id_in_the_path_that_is_none_is_named(user_id: str, tenant: Tenant) -> None:
    problem = problem_of(await tenant.client.delete(f"/v1/members/{user_id}"), 422)
    assert named(problem) == {("path", "#/user_id")}


async def test_a_path_that_is_no_utf_8_leads_nowhere(tenant: Tenant) -> None:
    problem_of(await tenant.client.delete("/v1/roles/%ff%fe"), 404)


async def test_every_path_with_an_id_of_nothing_is_404(
    tenant: Tenant, catalogue: Catalogue
) -> None:
    for route in catalogue.calls:
        if route.variables and not route.is_operators:
            nothing = {a.name: catalogue.value(a) for a in route.of("path")} | {
                "job_id": 1,
                "event_id": 1,
            }
            body = catalogue.body(route) if route.of("body") else None
            problem_of(await tenant.client.request(route.method, route.at(nothing), body), 404)
