"""What a handler returns and tells: results, progress, counts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.workers.fake_queue import TENANT, FakeQueue, FakeWorker, LeaseLostError, until
from workers import Job
from workers.outcomes import encoded, result_of, succeeded

Make = Callable[..., FakeWorker]


async def test_only_a_value_is_a_result(queue: FakeQueue, worker: Make) -> None:
    values: list[object] = [None, 0, [], {"at": datetime(2026, 1, 1, tzinfo=UTC), "tenant": TENANT}]

    async def give(job: Job) -> object:
        return values[job.job_id - 100]

    page = queue.put(*["a"] * 4)
    async with worker(a=give).working():
        await until(lambda: queue.settled)
    assert [(one["job_id"], one["outcome"], one["result"]) for one in queue.settled[page]] == [
        (101, "succeeded", 0),
        (102, "succeeded", []),
        (103, "succeeded", {"at": "2026-01-01T00:00:00+00:00", "tenant": str(TENANT)}),
    ]


@pytest.mark.parametrize("value", [object(), 2**64, "\ud800", "a\x00b", "x" * 65_536, {1: 2}])
def test_what_cannot_be_kept_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="the result"):
        encoded(value)
    assert succeeded(1, value)["outcome"] == "dead"


def test_what_only_looks_like_a_nul_is_kept() -> None:
    assert encoded("\\u0000") == rb'"\\u0000"'


async def test_complete_takes_a_result(queue: FakeQueue, job: Job) -> None:
    async with job.transaction() as db:
        await db.complete({"rows": 1})
    assert queue.at_commit == [("queue.complete", (*job.page.key, 7, '{"rows":1}'))]
    with pytest.raises(ValueError, match="NUL"):
        async with job.transaction() as db:
            await db.complete("\x00")


def test_an_error_may_name_its_type_and_its_wait() -> None:
    class Throttled(Exception):
        error_type = "throttled"
        retry_after = 3

    result = result_of(1, Throttled("later"))
    assert (result["error"]["type"], result["retry_in"]) == ("throttled", 3)


@pytest.mark.parametrize("wait", [float("nan"), float("inf"), -1, "soon", None])
def test_a_wait_that_is_none_harms_nobody(wait: Any) -> None:
    class Odd(Exception):
        retry_after = wait

    assert result_of(1, Odd()).get("retry_in", 0.0) == 0.0


async def test_the_first_and_the_last_word_of_a_job_are_sent(
    queue: FakeQueue, worker: Make
) -> None:
    async def talk(job: Job) -> None:
        for percent in range(0, 101, 5):
            await job.report(percent, f"{percent} of 100\x00")
            await asyncio.sleep(0.001)

    page = queue.put("a", "b")

    async def silent(_job: Job) -> None:
        await asyncio.sleep(0)

    async with worker(a=talk, b=silent).working():
        await until(lambda: queue.settled)
    assert queue.reports == [(100, 0, "0 of 100\ufffd"), (100, 100, "100 of 100\ufffd")]
    assert queue.settled == {page: []}
    assert queue.log.index("queue.settle") > queue.log.index("queue.report")


async def test_reports_are_a_second_apart(queue: FakeQueue, worker: Make) -> None:
    async def talk(job: Job) -> None:
        end = time.monotonic() + 1.2
        while time.monotonic() < end:
            await job.report(message="still here")
            await asyncio.sleep(0.01)

    queue.put("a")
    async with worker(a=talk).working():
        await until(lambda: queue.settled)
    assert queue.calls["queue.report"] in (2, 3)


async def test_a_part_of_100_is_one(job: Job) -> None:
    with pytest.raises(ValueError, match="101"):
        await job.report(101)


async def test_reports_that_fail_fail_no_job(queue: FakeQueue, worker: Make) -> None:
    async def talk(job: Job) -> None:
        await job.report(1)

    queue.faults["queue.report"] = [LeaseLostError()]
    page = queue.put("a")
    async with worker(a=talk).working():
        await until(lambda: queue.settled)
    assert queue.settled == {page: []}


async def test_attempts_are_counted_by_kind_and_outcome(queue: FakeQueue, worker: Make) -> None:
    async def fail(_job: Job) -> None:
        raise ValueError

    async def nothing(_job: Job) -> None:
        await asyncio.sleep(0.002)

    queue.put("a", "a", "b", "nobody's")
    some = worker(a=nothing, b=fail)
    async with some.working():
        await until(lambda: queue.settled)

    def count(name: str, **labels: str) -> float | None:
        return some.registry.get_sample_value(f"howdah_worker_{name}", labels)

    assert count("jobs_total", kind="a", outcome="succeeded") == 2
    assert count("jobs_total", kind="b", outcome="failed") == 1
    assert count("jobs_total", kind="unknown", outcome="failed") == 1
    assert count("job_seconds_count", kind="a") == 2
    assert count("job_seconds_bucket", kind="a", le="0.001") == 0
    assert count("job_seconds_bucket", kind="a", le="+Inf") == 2
