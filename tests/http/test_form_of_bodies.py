"""Bodies of the wrong form, generated for every argument of every route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Tenant
from tests.http.routes import Argument, Catalogue, Route
from tests.problems import named, problem_of

OTHER_TYPES: tuple[Any, ...] = (
    True,
    1.5,
    99999999999999999999,
    [[None]],
    {"a": [1]},
    "\u2028",
    None,
)
Case = tuple[Route, Argument, dict[str, Any]]


def path_of(route: Route, catalogue: Catalogue) -> str:
    """The path with values that fit, of things that do not exist."""
    return route.at({argument.name: catalogue.value(argument) for argument in route.of("path")})


def wrong_values(catalogue: Catalogue) -> Iterator[Case]:
    """Valid bodies but for one argument, which has a value that its schema does not accept."""
    for route in catalogue.calls:
        for argument in route.of("body"):
            for value in OTHER_TYPES:
                if not catalogue.is_valid(argument, value):
                    yield route, argument, {**catalogue.body(route), argument.name: value}


@pytest.fixture
def unchanged(tenant: Tenant, platform: PrivateStack) -> Iterator[None]:
    """Checks in the end that nothing was stored."""
    before = census(platform, tenant.tenant_id), census(platform)
    yield
    assert (census(platform, tenant.tenant_id), census(platform)) == before


@pytest.mark.usefixtures("unchanged")
async def test_an_argument_of_another_type_is_named(tenant: Tenant, catalogue: Catalogue) -> None:
    tried = 0
    for route, argument, body in wrong_values(catalogue):
        answer = await tenant.client.request(route.method, path_of(route, catalogue), body)
        pointers = {pointer for _, pointer in named(problem_of(answer, 422))}
        assert any(p.startswith(f"#/{argument.name}") for p in pointers), (
            str(route),
            body,
            pointers,
        )
        tried += 1
    assert tried > 50


@pytest.mark.usefixtures("unchanged")
async def test_a_missing_argument_is_named(tenant: Tenant, catalogue: Catalogue) -> None:
    for route in catalogue.calls:
        for argument in route.of("body"):
            if argument.required:
                body = catalogue.body(route)
                del body[argument.name]
                answer = await tenant.client.request(route.method, path_of(route, catalogue), body)
                assert ("body", f"#/{argument.name}") in named(problem_of(answer, 422)), str(route)


@pytest.mark.usefixtures("unchanged")
async def test_an_unknown_argument_is_named(tenant: Tenant, catalogue: Catalogue) -> None:
    for route in catalogue.calls:
        if route.of("body"):
            body = {**catalogue.body(route), "tenant_id": "x", "a/b~c": 1}
            answer = await tenant.client.request(route.method, path_of(route, catalogue), body)
            pointers = named(problem_of(answer, 422))
            assert {("body", "#/tenant_id"), ("body", "#/a~1b~0c")} <= pointers, str(route)


@pytest.mark.usefixtures("unchanged")
async def test_a_route_without_a_body_takes_none(tenant: Tenant, catalogue: Catalogue) -> None:
    for route in catalogue.calls:
        if route.method != "GET" and not route.of("body"):
            path = path_of(route, catalogue)
            answer = await tenant.client.request(route.method, path, {"force": True})
            assert named(problem_of(answer, 422)) == {("body", "#/force")}, str(route)


async def test_all_that_is_wrong_is_told_at_once(tenant: Tenant) -> None:
    body = {"kind": 1, "priority": "high", "run_at": "tomorrow", "colour": "red"}
    problem = problem_of(await tenant.client.post("/v1/jobs", body), 422)
    assert named(problem) == {("body", f"#/{name}") for name in body}


@pytest.mark.usefixtures("unchanged")
async def test_one_wrong_job_refuses_the_whole_batch(tenant: Tenant) -> None:
    jobs: list[object] = [{"kind": "howdah.noop"}, {"kind": "howdah.noop", "priority": "x"}]
    problem = problem_of(await tenant.client.post("/v1/jobs/bulk", {"jobs": jobs}), 422)
    assert named(problem) == {("body", "#/jobs/1/priority")}
