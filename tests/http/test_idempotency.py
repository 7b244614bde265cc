"""An Idempotency-Key makes of any number of requests one effect and one answer."""

from __future__ import annotations

import asyncio
import secrets

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Answer, Client, Tenant
from tests.http.routes import Catalogue
from tests.problems import named, problem_of
from tests.waiting import eventually

EVENT = {"type": "a.b", "key": "k", "data": {"n": 1}}
WAITERS = "select count(*) from pg_stat_activity where wait_event = 'advisory'"
HOLD = (
    "select pg_advisory_lock(hashtextextended(concat_ws(' ', 'event.key', %s::uuid, %s::text), 0))"
)


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
    problem_of(await tenant.client.post("/v1/jobs/batch", body, **key), 422, "WG422")


async def test_a_request_that_was_refused_leaves_its_key_unused(tenant: Tenant) -> None:
    key = secrets.token_hex()
    problem_of(await emit(tenant.client, key, {**EVENT, "key": "k" * 10_000}), 422)
    assert (await emit(tenant.client, key)).status == 201


async def test_keys_of_two_tenants_never_meet(tenant: Tenant, other_tenant: Tenant) -> None:
    key = secrets.token_hex()
    first = await emit(tenant.client, key)
    second = await emit(other_tenant.client, key)
    assert first.json["event_id"] != second.json["event_id"]


async def test_of_many_requests_at_once_one_takes_effect(
    tenant: Tenant, processes: list[Client], platform: PrivateStack
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    key = secrets.token_hex()
    senders = [Client(platform.base_url, tenant.client.secret) for _ in range(10)]
    answers = await asyncio.gather(*(emit(one, key) for one in (*senders, *processes)))
    await asyncio.gather(*(sender.session.close() for sender in senders))
    assert {answer.status for answer in answers} <= {201, 409}
    assert len({answer.text for answer in answers if answer.status == 201}) == 1
    assert len((await tenant.client.get("/v1/events")).json["items"]) == 1


async def test_while_the_first_request_runs_the_second_is_told_so_by_any_process(
    tenant: Tenant, processes: list[Client], platform: PrivateStack
) -> None:
    key, ordered = secrets.token_hex(), {**EVENT, "is_ordered": True}
    for process in processes:
        process.secret = tenant.client.secret
    with platform.connect() as connection:
        connection.execute(HOLD, (tenant.tenant_id, EVENT["key"]))

        async def is_waiting() -> bool:
            return connection.execute(WAITERS).fetchone() == (1,)

        first = asyncio.create_task(emit(processes[0], key, ordered))
        await eventually(is_waiting, what="the first request's wait")
        problem_of(await emit(processes[1], key, ordered), 409, "WG409")
        assert not first.done()
    assert (await first).status == 201
    assert (await emit(processes[1], key, ordered)).text == first.result().text


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
