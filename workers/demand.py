"""How many jobs to claim now: enough to keep every slot busy, and hardly more."""

import math

_AHEAD_SECONDS = 0.02
_MOST_AHEAD = 2000
_MOST_JOBS = 1000
_MEMORY_SECONDS = 0.25
_MEMORY_JOBS = 500


class Demand:
    """Weighs free slots and the present speed against the jobs that wait already.

    A worker holds what it can start now, plus what it will get through in the next 20 ms: slow
    jobs are left to other workers, quick ones are claimed ahead so that no slot waits for a claim.
    The speed is that of the time in which there was work.
    """

    def __init__(self) -> None:
        self._rate = 0.0
        self._finished = 0
        self._busy_seconds = 0.0

    @property
    def ahead(self) -> int:
        """Give the number of jobs that may wait."""
        return min(_MOST_AHEAD, int(self._rate * _AHEAD_SECONDS))

    @property
    def low_water(self) -> int:
        """Give the number of waiting jobs at which another claim is due."""
        return self.ahead // 2

    def jobs(self, *, free: int, waiting: int, finished: int, busy_seconds: float) -> int:
        """Give the number of jobs to claim; 0 when there are enough.

        `free` slots have no job, `waiting` jobs have no slot; ever since the start, `finished` jobs
        were run, in the `busy_seconds` in which any slot had one.
        """
        self._observe(finished, busy_seconds)
        if not free and waiting > self.low_water:
            return 0
        return max(0, min(_MOST_JOBS, free + self.ahead - waiting))

    def _observe(self, finished: int, busy_seconds: float) -> None:
        jobs = finished - self._finished
        seconds = busy_seconds - self._busy_seconds
        if seconds <= 0:
            return
        part = -math.expm1(-seconds / _MEMORY_SECONDS - jobs / _MEMORY_JOBS)
        self._rate += (jobs / seconds - self._rate) * part
        self._finished = finished
        self._busy_seconds = busy_seconds
