"""Streams: every event of the tenant, no other, once and in order, from any process."""

from __future__ import annotations

import asyncio
import json

from tests.client import Client, Tenant
from tests.problems import named, problem_of
from tests.sse import emit, numbers, subscribed


async def test_a_stream_has_all_events_of_the_tenant_in_order(tenant: Tenant) -> None:
    async with subscribed(tenant.client) as subscriber:
        emitted = await emit(tenant.client, *map(str, range(20)))
        assert numbers(await subscriber.take(20)) == emitted


async def test_a_stream_has_no_event_of_another_tenant(
    tenant: Tenant, other_tenant: Tenant
) -> None:
    async with subscribed(tenant.client) as ours, subscribed(other_tenant.client) as theirs:
        emitted, others = await asyncio.gather(
            emit(tenant.client, *map(str, range(10))),
            emit(other_tenant.client, *map(str, range(10))),
        )
        last = await emit(tenant.client, "last")
        assert numbers(await ours.take(11)) == emitted + last
        assert numbers(await theirs.take(10)) == others


async def test_every_process_streams_what_any_process_accepted(
    tenant: Tenant, processes: list[Client]
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    async with subscribed(processes[0]) as first, subscribed(processes[1]) as second:
        emitted = await emit(tenant.client, *map(str, range(20)))
        assert numbers(await first.take(20)) == numbers(await second.take(20)) == emitted


async def test_a_streamed_event_is_the_one_that_the_api_shows(tenant: Tenant) -> None:
    async with subscribed(tenant.client) as subscriber:
        (event_id,) = await emit(tenant.client, "line\nend\r\n ü 😀")
        (message,) = await subscriber.take(1)
    assert message.name == "a.b" and message.id
    assert json.loads(message.data) == (await tenant.client.get(f"/v1/events/{event_id}")).json


async def test_the_end_of_a_job_is_streamed(tenant: Tenant) -> None:
    async with subscribed(tenant.client) as subscriber:
        job = (await tenant.client.post("/v1/jobs", {"kind": "howdah.noop"})).json
        (message,) = await subscriber.take(1)
    assert message.name == "job.succeeded"
    assert json.loads(message.data)["data"]["job_id"] == job["job_id"]


async def test_a_stream_can_be_narrowed_to_types_and_a_key(tenant: Tenant) -> None:
    async with (
        subscribed(tenant.client, "?types=order.*,bill.sent") as by_type,
        subscribed(tenant.client, "?keys=k2") as by_key,
    ):
        for kind in ("order.paid", "orders.x", "bill.sent", "bill.sent.twice"):
            await emit(tenant.client, "k1", "k2", kind=kind)
        types = [message.name for message in await by_type.take(4)]
        keys = [json.loads(message.data)["key"] for message in await by_key.take(4)]
    assert types == ["order.paid", "order.paid", "bill.sent", "bill.sent"]
    assert keys == ["k2"] * 4


async def test_a_stream_is_refused_before_it_begins(tenant: Tenant, anonymous: Client) -> None:
    problem_of(await anonymous.get("/v1/stream"), 401, "unauthorized")
    problem_of(await tenant.client.post("/v1/stream", {}), 405)
    wrong = await tenant.client.get("/v1/stream?colour=red&limit=1")
    assert named(problem_of(wrong, 422)) == {("query", "#/colour"), ("query", "#/limit")}
