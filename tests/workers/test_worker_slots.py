"""Slots: jobs share tasks, and nothing else."""

import asyncio
import contextvars
from collections.abc import Callable

from tests.workers.fake_queue import FakeQueue, FakeWorker, until
from workers import Job

Make = Callable[..., FakeWorker]
left_behind: contextvars.ContextVar[int | None] = contextvars.ContextVar("left", default=None)


async def test_what_a_handler_leaves_in_the_context_is_gone_for_the_next_job(
    queue: FakeQueue, worker: Make
) -> None:
    seen = []

    async def leave(job: Job) -> None:
        seen.append(left_behind.get())
        left_behind.set(job.job_id)

    queue.put(*["a"] * 20)
    async with worker(slots=1, a=leave).working():
        await until(lambda: queue.settled)
    assert seen == [None] * 20


async def test_a_cancellation_that_was_swallowed_does_not_reach_the_next_job(
    queue: FakeQueue, worker: Make
) -> None:
    async def swallow(_job: Job) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)

    calm = []

    async def wait(job: Job) -> None:
        async with asyncio.timeout(1):
            await asyncio.sleep(0.001)
        calm.append(job.job_id)

    some = worker(slots=1, a=swallow, b=wait)
    queue.put("a")
    async with some.working():
        await until(lambda: some.slots.running == 1)
        some.slots.cancel_all()
        queue.put("b", "b")
        some.wakeups.wake()
        await until(lambda: len(queue.settled) == 2)
    assert len(calm) == 2


async def test_quick_jobs_do_not_keep_the_event_loop_from_others(
    queue: FakeQueue, worker: Make
) -> None:
    turns = 0

    async def busy(_job: Job) -> None:
        end = asyncio.get_running_loop().time() + 0.002
        while asyncio.get_running_loop().time() < end:
            pass

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    queue.put(*["a"] * 50)
    other = asyncio.create_task(take_turns())
    async with worker(slots=1, a=busy).working():
        await until(lambda: queue.settled)
    other.cancel()
    assert turns >= 15
