"""An API process that is told to stop lets its clients go in an orderly way."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from stack.private import PrivateStack
from tests.client import Client, Tenant
from tests.http.processes import clients_of_processes, listeners
from tests.locks import held_key
from tests.sse import emit, numbers, subscribed
from tests.waiting import eventually

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
async def first(platform: PrivateStack, tenant: Tenant) -> AsyncIterator[Client]:
    """A client whose connection is with the process api-1, which runs again in the end."""
    async with clients_of_processes(platform) as clients:
        clients[0].secret = tenant.client.secret
        yield clients[0]
    await asyncio.to_thread(platform.supervision.start_process, "api-1", wait=True)


async def stopped(platform: PrivateStack) -> None:
    """Stops the process api-1."""
    await asyncio.to_thread(platform.supervision.stop_process, "api-1")


async def test_a_request_that_runs_is_finished(
    platform: PrivateStack, tenant: Tenant, first: Client
) -> None:
    body = {"type": "a.b", "key": "k", "is_ordered": True}
    with held_key(platform, tenant.tenant_id, "k") as held:
        running = asyncio.create_task(first.post("/v1/events", body))
        await held.is_awaited()
        stopping = asyncio.create_task(stopped(platform))

        async def is_stopping() -> bool:
            return platform.supervision.states()["api-1"].state == "STOPPING"

        await eventually(is_stopping, what="the end of the process")
        assert not running.done()
    assert (await running).status == 201
    await stopping


async def test_a_stream_says_good_bye_and_goes_on_elsewhere(
    platform: PrivateStack, tenant: Tenant, first: Client
) -> None:
    async with subscribed(first) as subscriber:
        emitted = await emit(tenant.client, "a")
        seen = await subscriber.take(1)
        await stopped(platform)
        assert await subscriber.rest(5) == []
    emitted += await emit(tenant.client, "b")
    async with subscribed(tenant.client, last_event_id=seen[-1].id) as subscriber:
        assert numbers(seen + await subscriber.take(1)) == emitted


async def test_no_request_is_lost_when_one_process_after_the_other_is_restarted(
    platform: PrivateStack, tenant: Tenant
) -> None:
    statuses: Counter[int] = Counter()
    is_over = asyncio.Event()

    async def do_both_listen() -> bool:
        return listeners(platform.ports.http) == 2

    async def send() -> None:
        while not is_over.is_set():
            statuses[(await tenant.client.get("/v1/whoami")).status] += 1

    async with asyncio.TaskGroup() as group:
        for _ in range(8):
            group.create_task(send())
        for name in ("api-1", "api-2"):
            await asyncio.to_thread(platform.supervision.restart_process, name)
            await eventually(do_both_listen, what=f"the return of {name}")
        is_over.set()
    assert statuses.keys() == {200}
