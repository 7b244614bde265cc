"""The small parts: demand, wake-ups, leases, registry, rings."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest

from common.faults import Unavailable
from common.rings import Rings
from tests.workers.fake_queue import FakeQueue, LeaseLostError, until
from workers.demand import Demand
from workers.job import Job
from workers.leases import ServerClock, keep
from workers.page import Page
from workers.registry import HandlerError, handler, load
from workers.wakeups import Wakeups


def test_an_idle_worker_claims_for_its_free_slots_only() -> None:
    demand = Demand()
    for free, waiting, jobs in ((16, 0, 16), (0, 0, 0), (4, 4, 0), (10_000, 0, 1000)):
        assert demand.jobs(free=free, waiting=waiting, finished=0, busy_seconds=0) == jobs


def test_a_fast_worker_claims_ahead_what_it_does_in_20_ms_of_work() -> None:
    demand = Demand()
    assert demand.jobs(free=0, waiting=0, finished=20_000, busy_seconds=1.0) == pytest.approx(
        400, abs=10
    )
    assert demand.low_water == pytest.approx(200, abs=5)
    assert demand.jobs(free=0, waiting=300, finished=20_000, busy_seconds=1.0) == 0


def test_a_worker_that_became_slow_claims_ahead_no_more() -> None:
    demand = Demand()
    demand.jobs(free=0, waiting=0, finished=20_000, busy_seconds=1.0)
    assert demand.jobs(free=0, waiting=0, finished=20_010, busy_seconds=3.0) == 0


async def test_a_bell_that_rings_before_the_sleep_ends_it_at_once() -> None:
    wakeups = Wakeups(lambda: True)
    wakeups.notified("event")
    wakeups.notified("queue")
    async with asyncio.timeout(0.1):
        await wakeups.sleep(10)


async def test_without_a_listener_the_poll_is_frequent() -> None:
    started = time.monotonic()
    await Wakeups(lambda: False).sleep(60)
    assert time.monotonic() - started < 1.5


async def test_who_woke_for_nothing_answers_later_until_it_finds_work() -> None:
    wakeups = Wakeups(lambda: True)
    for _ in range(8):
        wakeups.wake()
        await wakeups.sleep(1)
        wakeups.forget()
        wakeups.looked(found=False)
    assert wakeups.spread == pytest.approx(0.01)
    wakeups.looked(found=True)
    assert wakeups.spread == 0


async def test_the_remaining_lease_is_measured_by_the_clock_of_the_database(
    queue: FakeQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ServerClock(queue)
    theirs = datetime.now(UTC) - timedelta(hours=3)

    async def value(*_: object) -> datetime:
        return theirs

    monkeypatch.setattr(queue, "value", value)
    await clock.sync()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert clock.remaining(theirs + timedelta(seconds=30)) == pytest.approx(30, abs=0.5)


async def test_a_lease_is_kept_until_the_database_says_that_it_is_lost(
    queue: FakeQueue, job: Job
) -> None:
    queue.lease = timedelta(seconds=0.3)
    job.page.leased_until = datetime.now(UTC) + queue.lease
    keeping = asyncio.create_task(keep(job.page, queue, ServerClock(queue), print))
    await until(lambda: queue.calls["queue.heartbeat"] == 3)
    queue.faults["queue.heartbeat"] = [Unavailable("gone"), LeaseLostError()]
    async with asyncio.timeout(2):
        await keeping
    assert queue.calls["queue.heartbeat"] == 5


async def test_a_lease_that_ran_out_unheard_is_given_up(queue: FakeQueue, job: Job) -> None:
    page: Page = job.page
    page.leased_until = datetime.now(UTC) + timedelta(seconds=0.3)
    queue.faults["queue.heartbeat"] = [Unavailable("gone")] * 100
    async with asyncio.timeout(2):
        await keep(page, queue, ServerClock(queue), print)


def test_a_kind_has_one_handler() -> None:
    @handler("tests.one")
    async def first(_job: Job) -> None: ...

    with pytest.raises(HandlerError):

        @handler("tests.one")
        async def second(_job: Job) -> None: ...

    assert load(["workers.builtin"])["tests.one"].function is first


def test_a_handler_is_async_or_computes_elsewhere() -> None:
    async def first(_job: Job) -> None: ...

    with pytest.raises(HandlerError, match="async"):
        handler("tests.sync")(lambda _job: None)  # type: ignore[type-var]
    with pytest.raises(HandlerError, match="plain"):
        handler("tests.cpu", cpu=True)(first)


def test_a_missing_module_of_handlers_is_named() -> None:
    with pytest.raises(HandlerError, match="no_such_module"):
        load(["no_such_module"])


async def test_rings_that_come_together_travel_together(queue: FakeQueue) -> None:
    rings = Rings(queue, "queue.ring")
    running = asyncio.create_task(rings.run())
    for topic in ("queue", "event", "queue"):
        rings.add([topic])
    rings.add(None)
    await until(lambda: queue.calls["queue.ring"])
    await asyncio.sleep(0.01)
    running.cancel()
    assert queue.calls["queue.ring"] == 1
