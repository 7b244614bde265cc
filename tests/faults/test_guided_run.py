"""The guided run in small, while everything under it is killed: its proofs must hold."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest

from demo.run import guided_run
from demo.summary import Summary
from stack.private import PrivateStack

pytestmark = pytest.mark.timeout(180)

VICTIMS = ("worker-1", "postgres", "pgbouncer", "worker-2", "api-1")
BETWEEN = 1.0  # seconds from one kill to the next: the blow falls wherever the run happens to be


async def run_and_kill(platform: PrivateStack) -> Summary:
    """Does the run, and kills one process after the other meanwhile."""
    running = asyncio.create_task(
        guided_run(
            base_url=platform.base_url,
            admin_key=platform.operator_key(),
            rounds=1,
            seconds=BETWEEN * (len(VICTIMS) + 2),
            calm_seconds=0,
            concurrency=8,
        )
    )
    for victim in VICTIMS:
        await asyncio.sleep(BETWEEN)
        await asyncio.to_thread(platform.supervision.signal_process, victim, "KILL")
    return await running


async def test_its_proofs_hold_though_all_is_killed(platform: PrivateStack) -> None:
    started = monotonic()
    summary = await run_and_kill(platform)
    print(
        f"{summary.accepted} accepted, {summary.retries} retries, {summary.reconnects} reconnects, "
        f"{monotonic() - started:.1f} s"
    )
    assert [proof.failures for proof in summary.proofs if not proof.ok] == []
    assert summary.accepted >= 329
    assert summary.retries + summary.reconnects > 0
