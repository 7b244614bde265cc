"""Handlers that only the tests of faults have.

Where a payload names a ledger, what a handler did is written there.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from functools import cache
from pathlib import Path
from typing import Any

from tests.faults.ledger import Ledger
from workers import CpuJob, Job, LeaseLost, handler


@cache
def _ledger(directory: str) -> Ledger:
    return Ledger(Path(directory))


def write(job: Job, what: str, **facts: object) -> None:
    """Add a line about a job to the ledger of its payload."""
    _ledger(job.payload["ledger"]).write(what, job_id=job.job_id, attempt=job.attempt, **facts)


async def _opened(job: Job) -> None:
    """Waits until the test lets the job go on."""
    while not os.path.exists(job.payload["until"]):  # noqa: ASYNC110, ASYNC240
        await asyncio.sleep(0.01)


@handler("faults.pause")
async def pause(job: Job) -> None:
    """Take as many seconds as the payload says."""
    await asyncio.sleep(job.payload["seconds"])


@handler("faults.note")
async def note(job: Job) -> None:
    """Have an effect outside of the database: it happens at least once."""
    write(job, "noted")


@handler("faults.record")
async def record(job: Job) -> None:
    """Have an effect in the database, in the commit that settles the job: it happens once."""
    async with job.transaction() as db:
        await db.call("faults.record", job.job_id, job.attempt)
        await db.complete()


@handler("faults.poison")
async def poison(job: Job) -> None:
    """Kill this process, or take some seconds, as the payload says."""
    write(job, "begun")
    if job.payload["kills"]:
        os.kill(os.getpid(), signal.SIGKILL)
    await asyncio.sleep(job.payload["seconds"])


@handler("faults.block")
async def block(job: Job) -> None:
    """Keep the whole process from doing anything else, so that its lease ends."""
    write(job, "begun")
    if job.attempt == 1:
        time.sleep(job.payload["seconds"])  # noqa: ASYNC251
    write(job, "ended")


@handler("faults.wait")
async def wait(job: Job) -> None:
    """Wait for the test."""
    write(job, "begun")
    if job.attempt == 1:
        await _opened(job)
    write(job, "ended")


@handler("faults.wait_and_record")
async def wait_and_record(job: Job) -> None:
    """Wait for the test, then do what `faults.record` does."""
    write(job, "begun")
    if job.attempt == 1:
        await _opened(job)
    try:
        await record(job)
    except LeaseLost:
        write(job, "refused")
        raise
    write(job, "ended")


@handler("faults.record_and_wait")
async def record_and_wait(job: Job) -> None:
    """Do what `faults.record` does, and wait for the test before the commit."""
    async with job.transaction() as db:
        await db.call("faults.record", job.job_id, job.attempt)
        write(job, "begun")
        if job.attempt == 1:
            await _opened(job)
        await db.complete()
    write(job, "ended")


@handler("faults.compute", cpu=True)
def compute(payload: Any, _job: CpuJob) -> None:
    """Compute for as many seconds as the payload says."""
    end = time.monotonic() + payload["seconds"]
    while time.monotonic() < end:
        pass


@handler("faults.crash", cpu=True)
def crash(_payload: Any, _job: CpuJob) -> None:
    """Take the process down."""
    os.kill(os.getpid(), signal.SIGKILL)
