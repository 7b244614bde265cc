"""A job for a handler that computes, and how it travels to the process that runs it."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workers.job import JobFacts
from workers.outcomes import Result
from workers.progress import check

HEAD = struct.Struct(">I")
"""The length of the message that follows, a pickle."""

Request = tuple[JobFacts, Any]
"""A job and its payload."""

Answer = tuple[int | None, str | None] | bytes | Result | None
"""A tuple is progress; anything else ends the job: its result as JSON, or why there is none."""


@dataclass(frozen=True)
class CpuJob(JobFacts):
    """One attempt at one job, for a handler in a process of its own."""

    answer: Callable[[Answer], None]

    def report(self, percent: int | None = None, message: str | None = None) -> None:
        """Say how far the job is, as `Job.report` does."""
        check(percent)
        self.answer((percent, message))
