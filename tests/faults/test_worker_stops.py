"""Jobs that are cancelled while they run, and jobs that take their process down."""

from __future__ import annotations

from time import monotonic
from typing import Any

import pytest

from stack.private import PrivateStack
from tests.client import Tenant
from tests.sse import subscribed
from tests.waiting import eventually

pytestmark = pytest.mark.timeout(120)

LONG = {"seconds": 60}


async def running(tenant: Tenant, kind: str, payload: dict[str, Any]) -> int:
    """Enqueues a job and waits until it runs."""
    job = (await tenant.client.post("/v1/jobs", {"kind": kind, "payload": payload})).json
    job_id: int = job["job_id"]

    async def runs() -> bool:
        seen = (await tenant.client.get(f"/v1/jobs/{job_id}")).json
        return bool(seen["state"] == "running")

    await eventually(runs, what="a running job")
    return job_id


@pytest.mark.parametrize("kind", ["faults.pause", "faults.compute"])
async def test_a_running_job_is_cancelled_at_once(
    tenant: Tenant, platform: PrivateStack, kind: str
) -> None:
    async with subscribed(tenant.client) as subscriber:
        job_id = await running(tenant, kind, LONG)
        started = monotonic()
        assert (await tenant.client.post(f"/v1/jobs/{job_id}/cancel")).status == 200
        (message,) = await subscriber.take(1)
        print(f"{kind} was cancelled within {monotonic() - started:.3f} s")
    assert message.name == "job.cancelled"
    job = (await tenant.client.get(f"/v1/jobs/{job_id}")).json
    assert (job["state"], job["attempt"]) == ("cancelled", 1)


async def test_a_job_that_takes_its_process_down_fails_alone(
    tenant: Tenant, platform: PrivateStack
) -> None:
    crash = {"kind": "faults.crash", "max_attempts": 2}
    async with subscribed(tenant.client) as subscriber:
        first = (await tenant.client.post("/v1/jobs", crash)).json["job_id"]
        (message,) = await subscriber.take(1)
        assert message.name == "job.dead"
        body = {"kind": "faults.compute", "payload": {"seconds": 0}}
        await tenant.client.post("/v1/jobs", body)
        (message,) = await subscriber.take(1)
        assert message.name == "job.succeeded"
    job = (await tenant.client.get(f"/v1/jobs/{first}")).json
    assert (job["state"], job["attempt"]) == ("dead", 2)
    assert job["error"]["type"] == "process_died"
