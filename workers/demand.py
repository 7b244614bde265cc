"""How many pages to claim now: enough to keep every slot busy, and hardly more."""

import math
import time

_AHEAD = 0.02
_MEMORY = 0.25
_MOST_PAGES = 8
_LIKELY_PAGE = 100.0


class Demand:
    """Weighs free slots and the present speed against the jobs that wait already.

    A worker holds what it can start now, plus what it will get through in the next 20 ms: slow
    jobs are left to other workers, quick ones are claimed ahead so that no slot waits for a claim.
    """

    def __init__(self) -> None:
        self._rate = 0.0
        self._page_size = _LIKELY_PAGE
        self._finished = 0
        self._at = time.monotonic()

    @property
    def low_water(self) -> int:
        """Give the number of waiting jobs at which another claim is due."""
        return int(self._rate * _AHEAD)

    def pages(self, *, free: int, waiting: int, finished: int) -> int:
        """Give the number of pages to claim; 0 when there is enough.

        `free` slots have no job, `waiting` jobs have no slot, `finished` jobs were ever finished.
        """
        self._observe(finished)
        wanted = free + self._rate * _AHEAD - waiting
        return 0 if wanted < 1 else min(_MOST_PAGES, math.ceil(wanted / self._page_size))

    def claimed(self, pages: int, jobs: int) -> None:
        """Note the size of the pages that came."""
        if pages:
            self._page_size += (jobs / pages - self._page_size) / 4

    def _observe(self, finished: int) -> None:
        now = time.monotonic()
        elapsed = now - self._at
        if elapsed <= 0:
            return
        rate = (finished - self._finished) / elapsed
        self._rate += (rate - self._rate) * -math.expm1(-elapsed / _MEMORY)
        self._finished = finished
        self._at = now
