"""Drains, lost leases and lost connections: how a page ends when things do not go well."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import psycopg

from common.faults import Unavailable
from tests.workers.fake_queue import FakeQueue, FakeWorker, LeaseLostError, until
from workers import Job

Make = Callable[..., FakeWorker]


async def nothing(_job: Job) -> None:
    """Succeed."""


async def for_ever(_job: Job) -> None:
    """Run until cancelled."""
    await asyncio.Event().wait()


async def test_a_drain_finishes_what_runs_and_releases_what_waits(
    queue: FakeQueue, worker: Make
) -> None:
    may_end = asyncio.Event()

    async def wait(_job: Job) -> None:
        await may_end.wait()

    page = queue.put(*["a"] * 5)
    some = worker(slots=2, a=wait)
    async with some.working():
        await until(lambda: some.slots.running == 2)
        some.loop.stop()
        may_end.set()
    assert [one["outcome"] for one in queue.settled[page]] == ["released"] * 3


async def test_a_drain_cancels_and_releases_what_outlives_its_grace(
    queue: FakeQueue, worker: Make
) -> None:
    page = queue.put("a", "a")
    some = worker(a=for_ever)
    async with some.working(grace=0.01):
        await until(lambda: some.slots.running == 2)
    assert [one["outcome"] for one in queue.settled[page]] == ["released"] * 2


async def test_cancelling_the_loop_skips_the_grace(queue: FakeQueue, worker: Make) -> None:
    page = queue.put("a")
    some = worker(a=for_ever)
    async with some.working(grace=3600) as task:
        await until(lambda: some.slots.running == 1)
        some.loop.stop()
        await asyncio.sleep(0)
        task.cancel()
    assert [one["outcome"] for one in queue.settled[page]] == ["released"]


async def test_a_lost_lease_cancels_the_handlers_and_drops_the_results(
    queue: FakeQueue, worker: Make
) -> None:
    ended = asyncio.Event()

    async def run(_job: Job) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    queue.lease = timedelta(seconds=0.3)
    queue.faults["queue.heartbeat"] = [LeaseLostError()]
    queue.put("a", "a", "a")
    some = worker(slots=1, a=run)
    async with some.working():
        async with asyncio.timeout(5):
            await ended.wait()
        await until(lambda: some.slots.running == 0)
    assert queue.calls["queue.settle"] == 0


async def test_the_worker_claims_again_after_the_database_was_away(
    queue: FakeQueue, worker: Make
) -> None:
    queue.faults["queue.claim_slices"] = [Unavailable("gone"), psycopg.OperationalError("gone")]
    page = queue.put("a")
    async with worker(a=nothing).working():
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}


async def test_a_settle_is_tried_again_while_the_lease_lasts(
    queue: FakeQueue, worker: Make
) -> None:
    queue.faults["queue.settle"] = [Unavailable("gone")]
    page = queue.put("a")
    async with worker(a=nothing).working():
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}
    assert queue.calls["queue.settle"] == 2


async def test_a_refused_settle_is_final(queue: FakeQueue, worker: Make) -> None:
    queue.faults["queue.settle"] = [LeaseLostError()]
    queue.put("a")
    async with worker(a=nothing).working():
        await until(lambda: queue.calls["queue.settle"])
    assert queue.calls["queue.settle"] == 1
    assert queue.settled == {}
