"""Workers that end in the middle of a page, in an orderly way and without a warning."""

from __future__ import annotations

import asyncio
import json
from time import monotonic
from typing import Any

import pytest

from stack.private import PrivateStack
from tests.client import Tenant
from tests.sse import Subscriber, subscribed
from tests.waiting import eventually

pytestmark = pytest.mark.timeout(120)

COUNT = 100  # jobs: more than both workers run at once
SLOTS = 16  # of a worker
JOB = {"kind": "faults.pause", "payload": {"seconds": 0.25}}
WORKERS = ("worker-1", "worker-2")


async def jobs_of(tenant: Tenant) -> list[dict[str, Any]]:
    """All jobs of the tenant."""
    items: list[dict[str, Any]] = (await tenant.client.get("/v1/jobs", limit="200")).json["items"]
    return items


async def begin(tenant: Tenant) -> list[int]:
    """Enqueues the jobs and waits until both workers run some of them."""
    body = {"jobs": [JOB] * COUNT}
    job_ids: list[int] = (await tenant.client.post("/v1/jobs/bulk", body)).json["job_ids"]

    async def are_running() -> bool:
        states = [job["state"] for job in await jobs_of(tenant)]
        return states.count("running") > SLOTS

    await eventually(are_running, what="jobs that run in both workers")
    return job_ids


async def ends(subscriber: Subscriber, count: int) -> list[int]:
    """The jobs of which the stream says that they succeeded, in the order of its telling."""
    messages = await subscriber.take(count)
    assert {message.name for message in messages} == {"job.succeeded"}
    return [json.loads(message.data)["data"]["job_id"] for message in messages]


async def test_the_jobs_of_a_killed_worker_run_elsewhere(
    tenant: Tenant, platform: PrivateStack
) -> None:
    async with subscribed(tenant.client) as subscriber:
        job_ids = await begin(tenant)
        platform.supervision.signal_process("worker-1", "KILL")
        killed_at = monotonic()
        ended = await ends(subscriber, COUNT)
    print(f"all jobs of the killed worker had run {monotonic() - killed_at:.2f} s later")
    assert sorted(ended) == job_ids
    jobs = await jobs_of(tenant)
    assert {job["state"] for job in jobs} == {"succeeded"}
    assert {job["attempt"] for job in jobs} == {1, 2}


async def test_a_worker_that_is_told_to_stop_gives_back_what_it_has_not_begun(
    tenant: Tenant, platform: PrivateStack
) -> None:
    async with subscribed(tenant.client) as subscriber:
        job_ids = await begin(tenant)
        started = monotonic()
        await asyncio.to_thread(platform.supervision.stop_process, "worker-1")
        print(f"the worker stopped within {monotonic() - started:.2f} s")
        ended = await ends(subscriber, COUNT)
    await asyncio.to_thread(platform.supervision.start_process, "worker-1")
    assert sorted(ended) == job_ids
    for job in await jobs_of(tenant):
        assert (job["state"], job["attempt"], job["error"]) == ("succeeded", 1, None), job


async def test_jobs_wait_while_no_worker_runs(tenant: Tenant, platform: PrivateStack) -> None:
    for name in WORKERS:
        await asyncio.to_thread(platform.supervision.stop_process, name)
    async with subscribed(tenant.client) as subscriber:
        job = (await tenant.client.post("/v1/jobs", {"kind": "howdah.noop"})).json
        assert job["state"] == "queued"
        for name in WORKERS:
            await asyncio.to_thread(platform.supervision.start_process, name)
        assert await ends(subscriber, 1) == [job["job_id"]]
