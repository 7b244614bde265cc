"""The loop: what is claimed is run, and settled once."""

import asyncio
from collections.abc import Callable

from tests.workers.fake_queue import FakeQueue, FakeWorker, until
from workers import Dead, Job, Retry, Snooze

Make = Callable[..., FakeWorker]


async def nothing(_job: Job) -> None:
    """Succeed."""


async def for_ever(_job: Job) -> None:
    """Run until cancelled."""
    await asyncio.Event().wait()


async def test_a_page_whose_jobs_all_succeed_is_settled_once_and_without_a_word(
    queue: FakeQueue, worker: Make
) -> None:
    page = queue.put("a", "a", "a", "a")
    async with worker(a=nothing).working():
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}
    assert queue.calls["queue.settle"] == 1


async def test_each_way_to_not_succeed_has_its_outcome(queue: FakeQueue, worker: Make) -> None:
    async def choose(job: Job) -> None:
        raise {
            0: ValueError("no"),
            1: Retry(after=7),
            2: Snooze(9),
            3: Dead("never"),
            4: SystemExit(3),
            5: asyncio.CancelledError(),
        }[job.job_id % 100]

    page = queue.put(*["a"] * 6, "nobody's")
    async with worker(a=choose).working():
        await until(lambda: queue.settled)
    results = sorted(queue.settled[page], key=lambda one: one["job_id"])
    outcomes = ["failed", "failed", "snoozed", "dead", "failed", "failed", "failed"]
    assert [one["outcome"] for one in results] == outcomes
    assert [one.get("retry_in") for one in results] == [None, 7, 9, None, None, None, None]
    assert results[0]["error"]["message"] == "no"
    assert results[6]["error"]["type"] == "UnknownKind"


async def test_no_more_jobs_run_at_a_time_than_there_are_slots(
    queue: FakeQueue, worker: Make
) -> None:
    running = most = 0

    async def count(_job: Job) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.002)
        running -= 1

    for _ in range(5):
        queue.put(*["a"] * 10)
    async with worker(slots=3, a=count).working():
        await until(lambda: len(queue.settled) == 5)
    assert most == 3


async def test_jobs_of_an_sql_handler_are_one_call_and_no_result(
    queue: FakeQueue, worker: Make
) -> None:
    page = queue.put("a", "b", "c", sql_handler="billing.close")
    async with worker().working():
        await until(lambda: queue.settled)
    assert queue.calls["queue.perform"] == 1
    assert queue.settled == {page: []}


async def test_an_idle_worker_asks_once_and_sleeps_until_it_is_woken(
    queue: FakeQueue, worker: Make
) -> None:
    some = worker(a=nothing)
    async with some.working():
        await until(lambda: queue.calls["queue.rest"] == 1)
        await asyncio.sleep(0.05)
        assert queue.calls["queue.claim_slices"] == 1
        page = queue.put("a")
        some.wakeups.notified("queue")
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}


async def test_slow_jobs_are_not_claimed_ahead(queue: FakeQueue, worker: Make) -> None:
    for _ in range(4):
        queue.put("a", "a")
    some = worker(slots=2, a=for_ever)
    async with some.working(grace=0):
        await until(lambda: some.slots.running == 2)
        await asyncio.sleep(0.05)
        assert len(queue.pages) == 3
        assert queue.asked == [2]


async def test_a_suspect_has_the_process_for_itself(queue: FakeQueue, worker: Make) -> None:
    running: list[str] = []
    beside: dict[str, list[str]] = {}

    async def run(job: Job) -> None:
        beside[job.kind] = list(running)
        running.append(job.kind)
        await asyncio.sleep(0.02)
        running.remove(job.kind)

    queue.put("before")
    queue.put("suspect", is_suspect=True)
    queue.put("after")
    async with worker(slots=3, before=run, suspect=run, after=run).working():
        await until(lambda: len(queue.settled) == 3)
    assert beside == {"before": [], "suspect": [], "after": []}


async def test_a_suspect_that_waits_when_the_worker_stops_is_given_back(
    queue: FakeQueue, worker: Make
) -> None:
    queue.put("a")
    page = queue.put("a", is_suspect=True)
    some = worker(slots=3, a=for_ever)
    async with some.working(grace=0):
        await until(lambda: not queue.pages)
        await asyncio.sleep(0.02)
        assert some.slots.running == 1
    assert queue.settled[page] == [{"job_id": page * 100, "outcome": "released"}]
