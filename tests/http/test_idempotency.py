"""An Idempotency-Key makes of any number of requests one effect and one answer."""

from __future__ import annotations

import secrets

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Answer, Client, Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of

EVENT = {"type": "a.b", "key": "k", "data": {"n": 1}}


async def emit(client: Client, key: str, body: object = EVENT) -> Answer:
    """Emits an event under a key."""
    return await client.post("/v1/events", body, **{"Idempotency-Key": f'"{key}"'})


async def test_a_repeated_request_brings_back_the_first_answer(
    tenant: Tenant, platform: PrivateStack
) -> None:
    key = secrets.token_hex()
    first = await emit(tenant.client, key)
    before = census(platform, tenant.tenant_id)
    again = await emit(tenant.client, key)
    assert (again.status, again.text) == (first.status, first.text) == (201, first.text)
    assert first.header("Idempotency-Replayed") is None
    assert again.header("Idempotency-Replayed") == "true"
    assert census(platform, tenant.tenant_id) == before


async def test_every_process_brings_back_the_same_answer(
    tenant: Tenant, processes: list[Client]
) -> None:
    key, answers = secrets.token_hex(), []
    for process in processes:
        process.secret = tenant.client.secret
        answers.append(await emit(process, key))
    assert len({answer.text for answer in answers}) == 1


async def test_the_same_key_with_another_body_is_refused(tenant: Tenant) -> None:
    key = secrets.token_hex()
    await emit(tenant.client, key)
    problem = problem_of(await emit(tenant.client, key, {**EVENT, "data": {"n": 2}}), 422, "WG422")
    assert named(problem) == {("header", "#/Idempotency-Key")}


async def test_the_same_key_at_another_address_is_refused(tenant: Tenant) -> None:
    key = {"Idempotency-Key": f'"{secrets.token_hex()}"'}
    await tenant.client.post("/v1/jobs", {"kind": "howdah.noop"}, **key)
    body = {"jobs": [{"kind": "howdah.noop"}]}
    problem_of(await tenant.client.post("/v1/jobs/bulk", body, **key), 422, "WG422")


async def test_a_request_that_was_refused_leaves_its_key_unused(tenant: Tenant) -> None:
    key = secrets.token_hex()
    problem_of(await emit(tenant.client, key, {**EVENT, "key": "k" * 10_000}), 422)
    assert (await emit(tenant.client, key)).status == 201


async def test_keys_of_two_tenants_never_meet(tenant: Tenant, other_tenant: Tenant) -> None:
    key = secrets.token_hex()
    first = await emit(tenant.client, key)
    second = await emit(other_tenant.client, key)
    assert first.json["event_id"] != second.json["event_id"]


@pytest.mark.parametrize(
    "value",
    [
        '""',
        '"unfinished',
        '"a" "b"',
        "two words",
        "ümlaut",
        '"ü"',
        '"' + "k" * 256 + '"',
        "k" * 256,
    ],
)
async def test_a_key_of_the_wrong_form_is_refused(
    value: str, tenant: Tenant, platform: PrivateStack
) -> None:
    before = census(platform, tenant.tenant_id)
    answer = await tenant.client.post("/v1/events", EVENT, **{"Idempotency-Key": value})
    problem = problem_of(answer, 400, "malformed-header")
    assert "Idempotency-Key" in problem["detail"]
    assert census(platform, tenant.tenant_id) == before


@pytest.mark.parametrize("value", ['"' + "k" * 255 + '"', "8e03978e-40d5-43dd-bc93-6894a57f9324"])
async def test_a_key_of_255_characters_or_a_bare_one_will_do(value: str, tenant: Tenant) -> None:
    answer = await tenant.client.post("/v1/events", EVENT, **{"Idempotency-Key": value})
    assert answer.status == 201, answer.text


async def test_every_route_that_takes_keys_repeats_its_answer(
    tenant: Tenant, catalogue: Catalogue
) -> None:
    for route in catalogue.calls:
        if route.idempotency != "none" and not route.variables and not route.is_operators:
            headers = {"Idempotency-Key": f'"{secrets.token_hex()}"'}
            first = await tenant.client.request(
                route.method, route.path, catalogue.body(route), headers=headers
            )
            again = await tenant.client.request(
                route.method, route.path, catalogue.body(route), headers=headers
            )
            assert first.status < 300, (str(route), first.text)
            assert (again.status, again.text) == (first.status, first.text), str(route)
            assert again.header("Idempotency-Replayed") == "true", str(route)
