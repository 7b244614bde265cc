"""Coming back to a stream: without gap or repetition, at whichever process."""

from __future__ import annotations

import asyncio
import json
from itertools import cycle

import pytest

from tests.client import Client, Tenant
from tests.problems import problem_of
from tests.sse import emit, numbers, subscribed

NOWHERE = (
    "0-0",
    "1-1",
    "999999999999999999-0",
    "x",
    "-",
    "1",
    "1-",
    "null",
    "0x1-0",
    "%",
    "🐘",
    "1-1-1",
    "9" * 40,
)


async def test_a_stream_goes_on_at_another_process(tenant: Tenant, processes: list[Client]) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    async with subscribed(processes[0]) as subscriber:
        emitted = await emit(tenant.client, *map(str, range(10)))
        seen = await subscriber.take(4)
    emitted += await emit(tenant.client, *map(str, range(10, 20)))
    async with subscribed(processes[1], last_event_id=seen[-1].id) as subscriber:
        emitted += await emit(tenant.client, "now")
        seen += await subscriber.take(17)
    assert numbers(seen) == emitted


async def test_a_subscriber_that_comes_and_goes_misses_nothing_and_gets_nothing_twice(
    tenant: Tenant, processes: list[Client]
) -> None:
    count, seen, last_id = 150, list[int](), None
    async with subscribed(tenant.client) as subscriber:
        last_id = subscriber.last_id
    senders = [
        asyncio.create_task(emit(tenant.client, *map(str, range(count // 3)))) for _ in range(3)
    ]
    secret = tenant.client.secret
    for number in cycle(range(2, 9)):
        async with Client(tenant.client.base_url, secret) as client:
            async with subscribed(client, last_event_id=last_id) as subscriber:
                messages = await subscriber.take(min(number, count - len(seen)))
        seen += numbers(messages)
        last_id = messages[-1].id
        if len(seen) == count:
            break
    emitted = [event_id for one in await asyncio.gather(*senders) for event_id in one]
    assert sorted(seen) == sorted(emitted)
    assert len(set(seen)) == count


async def test_a_subscriber_that_left_before_the_first_event_misses_none(tenant: Tenant) -> None:
    async with subscribed(tenant.client) as subscriber:
        last_id = subscriber.last_id
    emitted = await emit(tenant.client, "a", "b")
    async with subscribed(tenant.client, last_event_id=last_id) as subscriber:
        assert numbers(await subscriber.take(2)) == emitted


async def test_a_client_that_cannot_set_headers_resumes_by_a_parameter(tenant: Tenant) -> None:
    async with subscribed(tenant.client) as subscriber:
        emitted = await emit(tenant.client, "a", "b", "c")
        (first,) = await subscriber.take(1)
    async with subscribed(tenant.client, f"?last_event_id={first.id}") as subscriber:
        assert numbers(await subscriber.take(2)) == emitted[1:]


@pytest.mark.parametrize("position", NOWHERE)
async def test_where_no_stream_can_be_resumed_the_answer_is_410(
    position: str, tenant: Tenant
) -> None:
    headers = {"Last-Event-ID": position}
    answer = await tenant.client.request("GET", "/v1/stream", headers=headers)
    assert "hint" in problem_of(answer, 410, "VE410")


async def test_a_position_that_is_too_long_is_refused(tenant: Tenant) -> None:
    headers = {"Last-Event-ID": "1" * 201}
    answer = await tenant.client.request("GET", "/v1/stream", headers=headers)
    problem_of(answer, 400, "malformed-header")


async def test_another_tenants_position_brings_only_ones_own_events(
    tenant: Tenant, other_tenant: Tenant
) -> None:
    async with subscribed(other_tenant.client) as subscriber:
        await emit(other_tenant.client, "theirs", "theirs")
        (theirs, _) = await subscriber.take(2)
    emitted = await emit(tenant.client, "ours")
    async with subscribed(tenant.client, last_event_id=theirs.id) as subscriber:
        (message,) = await subscriber.take(1)
    assert json.loads(message.data)["event_id"] == emitted[0]
