"""Handlers that only the tests of faults have."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from typing import Any

from workers.cpu_job import CpuJob
from workers.job import Job
from workers.registry import handler


@handler("faults.pause")
async def pause(job: Job) -> None:
    """Take as many seconds as the payload says."""
    await asyncio.sleep(job.payload["seconds"])


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
