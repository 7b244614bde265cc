"""Handlers that only the tests of faults have."""

from __future__ import annotations

import asyncio

from workers.job import Job
from workers.registry import handler


@handler("faults.pause")
async def pause(job: Job) -> None:
    """Take as many seconds as the payload says."""
    await asyncio.sleep(job.payload["seconds"])
