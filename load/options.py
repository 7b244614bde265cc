"""What a benchmark can be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """About how many seconds it measures, how many jobs it takes, and which of its forms is run."""

    seconds: float = 60
    jobs: int | None = None
    held: float | None = None
    cost: bool = False

    def jobs_or(self, default: int) -> int:
        """The number of jobs asked for, or the benchmark's own."""
        return default if self.jobs is None else self.jobs
