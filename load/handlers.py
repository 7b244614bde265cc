"""The handlers that only benchmarks have."""

from __future__ import annotations

from load import stamps
from workers import Job, handler


@handler("bench.stamp")
async def stamp(job: Job) -> None:
    """Notes that it started, in the file and under the number that the payload says."""
    stamps.note(job.payload["file"], job.payload["number"])
