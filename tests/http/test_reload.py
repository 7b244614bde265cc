"""Routes come and go while requests run, and none of these is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from stack.private import PrivateStack
from tests.client import Client, Tenant
from tests.http.newcomers import Newcomer, newcomer_of
from tests.sse import emit, numbers, subscribed
from tests.waiting import eventually

CHANGES = 8
RELOAD_SECONDS = 5.0  # in which every process must know; it takes a tenth of one


@pytest.fixture
def newcomer(platform: PrivateStack) -> Iterator[Newcomer]:
    """A function that is not exposed yet."""
    with newcomer_of(platform, "select '\"new\"'::jsonb") as made:
        yield made


@asynccontextmanager
async def load(client: Client) -> AsyncIterator[list[int]]:
    """Sends requests over eight connections while the block runs; gives their statuses."""
    statuses: list[int] = []
    is_over = asyncio.Event()

    async def send(number: int) -> None:
        while not is_over.is_set():
            if number % 2:
                answer = await client.get("/v1/whoami")
            else:
                answer = await client.post("/v1/events", {"type": "a.b", "data": {"n": number}})
            statuses.append(answer.status)

    async with asyncio.TaskGroup() as group:
        for number in range(8):
            group.create_task(send(number))
        yield statuses
        is_over.set()


async def all_answer(processes: list[Client], path: str, status: int) -> None:
    """Waits until every process answers so, and keeps to it."""

    async def do_all() -> bool:
        answers = [(await process.get(path)).status for process in processes]
        return answers == [status] * len(processes)

    await eventually(do_all, RELOAD_SECONDS, f"{status} at {path} from all")


async def test_no_request_is_lost_while_routes_come_and_go(
    tenant: Tenant, processes: list[Client], newcomer: Newcomer
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    async with load(tenant.client) as statuses:
        for _ in range(CHANGES):
            newcomer.expose()
            await all_answer(processes, newcomer.path, 200)
            newcomer.withdraw()
            await all_answer(processes, newcomer.path, 404)
    assert set(statuses) == {200, 201}
    assert len(statuses) > 10 * CHANGES


async def test_a_route_is_never_answered_by_an_error_while_it_changes(
    tenant: Tenant, processes: list[Client], newcomer: Newcomer
) -> None:
    statuses = set()
    for process in processes:
        process.secret = tenant.client.secret
    for _ in range(CHANGES):
        newcomer.expose()
        statuses |= {(await process.get(newcomer.path)).status for process in processes}
        await asyncio.sleep(0)
        newcomer.withdraw()
        statuses |= {(await process.get(newcomer.path)).status for process in processes}
    assert statuses <= {200, 404}


async def test_a_new_route_is_documented_by_every_process(
    tenant: Tenant, processes: list[Client], newcomer: Newcomer
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    newcomer.expose("Says who it is")
    await all_answer(processes, newcomer.path, 200)
    for process in processes:
        paths = (await process.get("/openapi.json")).json["paths"]
        assert paths[newcomer.path]["get"]["summary"] == "Says who it is"


async def test_streams_go_on_while_routes_come_and_go(
    tenant: Tenant, processes: list[Client], newcomer: Newcomer
) -> None:
    for process in processes:
        process.secret = tenant.client.secret
    async with subscribed(tenant.client) as subscriber:
        newcomer.expose()
        await all_answer(processes, newcomer.path, 200)
        newcomer.withdraw()
        await all_answer(processes, newcomer.path, 404)
        emitted = await emit(tenant.client, "a")
        assert numbers(await subscriber.take(1)) == emitted
