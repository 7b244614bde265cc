"""Jobs that are to stop before they end: cancelled ones, and those whose time is up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.workers.fake_queue import FakeQueue, FakeWorker, until
from workers import Job

Make = Callable[..., FakeWorker]


async def for_ever(_job: Job) -> None:
    """Run until cancelled."""
    await asyncio.Event().wait()


async def test_a_notification_cancels_one_job_and_the_others_go_on(
    queue: FakeQueue, worker: Make
) -> None:
    may_end = asyncio.Event()
    told = []

    async def run(job: Job) -> None:
        try:
            await may_end.wait()
        except asyncio.CancelledError:
            told.append((job.job_id, job.is_cancelled))
            raise
        assert not job.is_cancelled

    page = queue.put("a", "a", "a")
    some = worker(slots=3, a=run)
    async with some.working():
        await until(lambda: some.slots.running == 3)
        for payload in ("nonsense", "", "9 100", f"{page} 101", f"{page} 101"):
            some.holds.notified(payload)
        await until(lambda: some.slots.running == 2)
        assert not queue.settled
        may_end.set()
        await until(lambda: queue.settled)
    assert told == [(101, True)]
    assert queue.settled == {page: [{"job_id": 101, "outcome": "cancelled"}]}


async def test_a_heartbeat_tells_what_a_notification_did_not(
    queue: FakeQueue, worker: Make
) -> None:
    queue.lease = timedelta(seconds=0.4)
    queue.stops = [101]
    page = queue.put("a", "b")
    may_end = asyncio.Event()

    async def wait(_job: Job) -> None:
        await may_end.wait()

    some = worker(a=wait, b=for_ever)
    async with some.working():
        await until(lambda: some.slots.running == 1)
        may_end.set()
        await until(lambda: queue.settled)
    assert queue.settled == {page: [{"job_id": 101, "outcome": "cancelled"}]}


async def test_a_cancelled_job_that_waits_is_not_started(queue: FakeQueue, worker: Make) -> None:
    may_end = asyncio.Event()
    seen = []

    async def run(job: Job) -> None:
        seen.append(job.job_id)
        await may_end.wait()

    page = queue.put("a", "a", "a")
    some = worker(slots=1, a=run)
    async with some.working():
        await until(lambda: seen)
        some.holds.notified(f"{page} 101")
        may_end.set()
        await until(lambda: queue.settled)
    assert seen == [100, 102]
    assert queue.settled == {page: [{"job_id": 101, "outcome": "cancelled"}]}


async def test_a_handler_may_poll_instead_of_being_interrupted(
    queue: FakeQueue, worker: Make
) -> None:
    async def poll(job: Job) -> str:
        while not job.is_cancelled:
            try:
                await asyncio.sleep(0.001)
            except asyncio.CancelledError:
                continue
        return "tidied up"

    page = queue.put("a")
    some = worker(a=poll)
    async with some.working():
        await until(lambda: some.slots.running)
        some.holds.notified(f"{page} 100")
        await until(lambda: queue.settled)
    assert queue.settled == {page: [{"job_id": 100, "outcome": "cancelled"}]}


async def test_a_job_that_completed_itself_has_succeeded_though_it_was_cancelled(
    queue: FakeQueue, worker: Make
) -> None:
    is_done = asyncio.Event()

    async def run(job: Job) -> None:
        async with job.transaction() as db:
            await db.complete({"rows": 1})
        is_done.set()
        await asyncio.Event().wait()

    page = queue.put("a")
    some = worker(a=run)
    async with some.working():
        await is_done.wait()
        some.holds.notified(f"{page} 100")
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}


async def test_cancelled_jobs_of_an_sql_handler_are_left_out(
    queue: FakeQueue, worker: Make
) -> None:
    may_end = asyncio.Event()

    async def wait(_job: Job) -> None:
        await may_end.wait()

    first = queue.put("a")
    page = queue.put("b", "b", sql_handler="billing.close")
    some = worker(slots=1, a=wait)
    async with some.working():
        await until(lambda: some.slots.running)
        held, work = some.claims.page(queue.pages.pop())
        some.holds.keep(held)
        some.slots.add(work)
        some.holds.notified(f"{page} {page * 100 + 1}")
        may_end.set()
        await until(lambda: page in queue.settled)
    assert queue.settled == {first: [], page: [{"job_id": page * 100 + 1, "outcome": "cancelled"}]}


async def test_a_job_whose_deadline_has_passed_is_not_started(
    queue: FakeQueue, worker: Make
) -> None:
    seen = []

    async def run(job: Job) -> None:
        seen.append(job.job_id)

    past = datetime.now(UTC) - timedelta(seconds=1)
    pages = [queue.put("a", deadline_at=past), queue.put("a", deadline_at=past, sql_handler="x.y")]
    async with worker(a=run).working():
        await until(lambda: len(queue.settled) == 2)
    assert seen == []
    assert queue.calls["queue.perform"] == 0
    for page in pages:
        (result,) = queue.settled[page]
        assert (result["outcome"], result["error"]["type"]) == ("dead", "deadline_exceeded")


async def test_a_job_is_cut_off_at_its_deadline(queue: FakeQueue, worker: Make) -> None:
    page = queue.put("a", deadline_at=datetime.now(UTC) + timedelta(seconds=0.1))
    async with worker(a=for_ever, job_timeout=60).working():
        await until(lambda: queue.settled)
    (result,) = queue.settled[page]
    assert (result["outcome"], result["error"]["type"]) == ("dead", "deadline_exceeded")


async def test_a_job_that_runs_longer_than_any_may_has_failed(
    queue: FakeQueue, worker: Make
) -> None:
    page = queue.put("a", deadline_at=datetime.now(UTC) + timedelta(seconds=60))
    async with worker(a=for_ever, job_timeout=0.05).working():
        await until(lambda: queue.settled)
    (result,) = queue.settled[page]
    assert (result["outcome"], result["error"]["type"]) == ("failed", "TimeoutError")
    assert result["error"]["message"] == "the job ran longer than 0.05 s"


async def test_deadlines_go_by_the_clock_of_the_database(queue: FakeQueue, worker: Make) -> None:
    some = worker(a=for_ever)
    queue.now = lambda: datetime.now(UTC) + timedelta(hours=1)
    queue.lease = timedelta(hours=2)
    page = queue.put("a", deadline_at=datetime.now(UTC) + timedelta(minutes=30))
    async with some.working():
        await until(lambda: queue.settled)
    assert queue.settled[page][0]["error"]["type"] == "deadline_exceeded"
