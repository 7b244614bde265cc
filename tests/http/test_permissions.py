"""Who may do what: generated from the permissions that the route table asks for."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Answer, Client, Tenant
from tests.http.belongings import Belongings, in_order
from tests.http.routes import Catalogue, Route
from tests.problems import problem_of


@pytest.fixture
async def ours(tenant: Tenant, catalogue: Catalogue) -> Belongings:
    """One of everything in the tenant."""
    return await Belongings.make(tenant, catalogue)


@pytest.fixture
async def reader(tenant: Tenant) -> AsyncIterator[Client]:
    """A client in the role reader."""
    async with await tenant.client_as("reader") as client:
        yield client


async def client_with(tenant: Tenant, role: str, permissions: list[str]) -> Client:
    """A client with a key in a new role of just these permissions; the caller closes it."""
    made = await tenant.client.post("/v1/roles", {"name": role, "permissions": permissions})
    assert made.status == 201, made.text
    return await tenant.client_as(role)


async def ask(client: Client, route: Route, ours: Belongings, catalogue: Catalogue) -> Answer:
    """Uses a route as it is meant to be used."""
    path = ours.path(route) if route.variables else route.path
    body = catalogue.body(route) if route.of("body") else None
    return await client.request(route.method, path, body)


async def test_a_role_that_lacks_a_permission_is_refused_by_each_route_that_asks_for_it(
    tenant: Tenant, ours: Belongings, catalogue: Catalogue, platform: PrivateStack
) -> None:
    for number, permission in enumerate(catalogue.permissions):
        others = [other for other in catalogue.permissions if other != permission]
        async with await client_with(tenant, f"without-{number}", others) as client:
            before = census(platform, tenant.tenant_id)
            for route in catalogue.routes:
                if route.permission == permission:
                    answer = await ask(client, route, ours, catalogue)
                    assert permission in problem_of(answer, 403, "IA403")["detail"], str(route)
            assert census(platform, tenant.tenant_id) == before


async def test_a_role_with_just_the_permission_of_a_route_is_let_in(
    tenant: Tenant, ours: Belongings, catalogue: Catalogue
) -> None:
    for number, permission in enumerate(catalogue.permissions):
        async with await client_with(tenant, f"only-{number}", [permission]) as client:
            for route in catalogue.calls:
                if route.permission == permission and route.method == "GET":
                    answer = await ask(client, route, ours, catalogue)
                    assert answer.status == 200, (str(route), answer.text)


async def test_the_role_reader_only_reads(
    tenant: Tenant, reader: Client, ours: Belongings, catalogue: Catalogue, platform: PrivateStack
) -> None:
    granted = set((await reader.get("/v1/whoami")).json["permissions"])
    before = census(platform, tenant.tenant_id)
    for route in in_order(catalogue.calls):
        answer = await ask(reader, route, ours, catalogue)
        may = route.permission is None or route.permission in granted
        assert answer.status == (200 if may else 403), (str(route), answer.text)
        assert route.method == "GET" or not may, str(route)
    assert census(platform, tenant.tenant_id) == before


async def test_no_tenant_does_what_is_the_operators(
    tenant: Tenant, catalogue: Catalogue, platform: PrivateStack
) -> None:
    before = census(platform)
    for route in catalogue.calls:
        if route.is_operators:
            path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
            body = catalogue.body(route) if route.of("body") else None
            problem_of(await tenant.client.request(route.method, path, body), 403, "IA403")
    assert census(platform) == before


@pytest.mark.parametrize(
    "permission", ["operator.tenant.create", "*", "nothing.at.all", "", "job.read,*"]
)
async def test_no_role_is_made_with_more_than_its_maker_has(
    permission: str, tenant: Tenant
) -> None:
    async with await client_with(tenant, "maker", ["role.write", "job.read"]) as client:
        answer = await client.post("/v1/roles", {"name": "more", "permissions": [permission]})
        assert answer.status in (403, 422), answer.text
    names = [role["name"] for role in (await tenant.client.get("/v1/roles")).json["items"]]
    assert "more" not in names


async def test_no_key_is_given_a_role_that_carries_more_than_its_maker_has(tenant: Tenant) -> None:
    async with await client_with(tenant, "maker", ["api_key.write"]) as client:
        for role in ("owner", "member", "operator"):
            answer = await client.post("/v1/api-keys", {"name": "more", "role": role})
            assert answer.status in (403, 422), (role, answer.text)
