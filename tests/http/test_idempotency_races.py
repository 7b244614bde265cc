"""Requests with one Idempotency-Key that run at the same time, in several processes."""

from __future__ import annotations

import asyncio
import secrets

from stack.private import PrivateStack
from tests.client import Client, Tenant
from tests.http.test_idempotency import EVENT, emit
from tests.locks import held_key
from tests.problems import problem_of


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
    with held_key(platform, tenant.tenant_id, "k") as held:
        first = asyncio.create_task(emit(processes[0], key, ordered))
        await held.is_awaited()
        problem_of(await emit(processes[1], key, ordered), 409, "WG409")
        assert not first.done()
    assert (await first).status == 201
    assert (await emit(processes[1], key, ordered)).text == first.result().text
