"""A handler that sets the clock of its process wrong, for those who ask it for the time of day."""

from __future__ import annotations

import time

from tests.faults.handlers import write
from workers import Job, handler

true_time = time.time
_offset = 0.0


def _time() -> float:
    return true_time() + _offset


time.time = _time


@handler("faults.step_clock")
async def step_clock(job: Job) -> None:
    """Put the clock of this process so many seconds off."""
    global _offset
    _offset = job.payload["seconds"]
    write(job, "stepped", off=time.time() - true_time())
