"""A suspended tenant is refused at once, by every process, until it is active again."""

from __future__ import annotations

from stack.private import PrivateStack
from tests.census import census
from tests.client import Answer, Client, Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of


async def set_state(operator: Client, tenant: Tenant, state: str) -> Answer:
    """Has the operator change the state of a tenant."""
    path = f"/v1/tenants/{tenant.tenant_id}/state"
    return await operator.request("PUT", path, {"state": state})


async def test_a_suspended_tenant_is_refused_at_once_by_every_process(
    operator: Client, tenant: Tenant, processes: list[Client]
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
        assert (await process.get("/v1/whoami")).status == 200
    assert (await set_state(operator, tenant, "suspended")).json["state"] == "suspended"
    for process in processes:
        problem_of(await process.get("/v1/whoami"), 403, "TE403")


async def test_no_route_answers_to_a_suspended_tenant(
    operator: Client, tenant: Tenant, catalogue: Catalogue, platform: PrivateStack
) -> None:
    await set_state(operator, tenant, "suspended")
    before = census(platform, tenant.tenant_id)
    for route in catalogue.routes:
        if not route.public:
            path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
            body = catalogue.body(route) if route.of("body") else None
            problem_of(await tenant.client.request(route.method, path, body), 403, "TE403")
    assert census(platform, tenant.tenant_id) == before


async def test_a_tenant_that_is_active_again_goes_on(operator: Client, tenant: Tenant) -> None:
    await set_state(operator, tenant, "suspended")
    assert (await set_state(operator, tenant, "active")).json["state"] == "active"
    assert (await tenant.client.post("/v1/events", {"type": "a.b"})).status == 201


async def test_other_tenants_go_on_meanwhile(
    operator: Client, tenant: Tenant, other_tenant: Tenant
) -> None:
    await set_state(operator, tenant, "suspended")
    assert (await other_tenant.client.get("/v1/whoami")).status == 200


async def test_a_state_that_does_not_exist_is_named(operator: Client, tenant: Tenant) -> None:
    problem = problem_of(await set_state(operator, tenant, "frozen"), 422)
    assert named(problem) == {("body", "#/state")}
