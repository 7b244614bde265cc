"""Slots: so many jobs at a time, each slot running one after the other.

A slot is a task that takes waiting jobs until none is left, so a job costs no task of its own and
a handler that does not wait for anything costs hardly more than a function call.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass
from itertools import repeat
from time import monotonic

from common.telemetry import fields, scope
from workers.executor import Executor
from workers.job import Job
from workers.outcomes import Result
from workers.page import Page
from workers.slices import Slice, SqlJobs

log = logging.getLogger(__name__)

Work = Slice | SqlJobs

_LONGEST_TURN = 0.002


@dataclass(eq=False)
class _Slot:
    task: asyncio.Task[None] | None = None
    work: Job | SqlJobs | None = None


class Slots:
    """Runs waiting work in at most `size` slots.

    `on_progress` is called when a slot gets free, and once when `low_water` or fewer jobs wait.
    """

    def __init__(self, size: int, executor: Executor, on_progress: Callable[[], None]) -> None:
        self._size = size
        self._executor = executor
        self._on_progress = on_progress
        self._waiting: deque[Iterator[Job | SqlJobs]] = deque()
        self._slots: set[_Slot] = set()
        self._context = Context()
        self._turn_ends = 0.0
        self._busy_since = 0.0
        self._busy_seconds = 0.0
        self.waiting = 0
        """Counts the jobs that wait for a slot."""
        self.finished = 0
        """Counts the jobs that were ever run."""
        self.low_water = -1
        """How few jobs may wait before that is said; whoever hears it sets it again."""

    @property
    def free(self) -> int:
        """Count the slots without a job."""
        return self._size - len(self._slots)

    @property
    def running(self) -> int:
        """Count the slots that have a job."""
        return len(self._slots)

    @property
    def busy_seconds(self) -> float:
        """Give the time in which any slot had a job."""
        return self._busy_seconds + (monotonic() - self._busy_since if self._slots else 0.0)

    def add(self, work: list[Work]) -> None:
        """Let this work of a page run as soon as slots are free."""
        for one in work:
            if isinstance(one, Slice):
                count = len(one.payloads)
                self._waiting.append(map(Job, repeat(one, count), range(count)))
                self.waiting += count
            else:
                self._waiting.append(iter((one,)))
                self.waiting += one.size
        self._fill()

    def stop(self, page: Page, job_id: int) -> None:
        """Cancel one job of a page, where it runs; where it waits it will not start."""
        page.stops.add(job_id)
        for slot in self._slots:
            if isinstance(slot.work, Job) and slot.work.page is page:
                if slot.work.job_id == job_id and slot.task is not None:
                    slot.task.cancel()

    def cancel(self, page: Page) -> None:
        """Cancel the running work of a page; what waits of it will not start."""
        for slot in self._slots:
            if slot.work is not None and slot.work.page is page and slot.task is not None:
                slot.task.cancel()

    def cancel_all(self) -> None:
        """Cancel all running work; it is given back."""
        for slot in self._slots:
            if slot.work is not None and slot.task is not None:
                slot.task.cancel()

    def release_waiting(self) -> None:
        """Give back all work that has not started."""
        while (work := self._take()) is not None:
            work.page.finish(work.size, work.page.given_back(work.job_ids))

    async def quiet(self, longest: float) -> bool:
        """Wait until nothing runs, at most so many seconds; tell whether that is so."""
        tasks = [slot.task for slot in self._slots if slot.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=longest)
        return not self._slots

    def _fill(self) -> None:
        """Start a slot, if one is free and work waits; it starts the next when it has work."""
        if self.waiting and len(self._slots) < self._size:
            if not self._slots:
                self._busy_since = monotonic()
            slot = _Slot()
            self._slots.add(slot)
            slot.task = asyncio.get_running_loop().create_task(
                self._work(slot), context=self._context.copy()
            )

    def _take(self) -> Job | SqlJobs | None:
        while self._waiting:
            work = next(self._waiting[0], None)
            if work is not None:
                self.waiting -= work.size
                return work
            self._waiting.popleft()
        return None

    async def _work(self, slot: _Slot) -> None:
        is_first = True
        try:
            while (work := self._take()) is not None:
                page = work.page
                if not page.is_plain and not _may_start(work):
                    page.finish(work.size, page.given_back(work.job_ids))
                    continue
                slot.work = work
                if is_first:
                    self._fill()
                    is_first = False
                if await self._run(slot, work):
                    break
        finally:
            self._slots.discard(slot)
            if not self._slots:
                self._busy_seconds += monotonic() - self._busy_since
            self._fill()
            self._on_progress()

    async def _run(self, slot: _Slot, work: Job | SqlJobs) -> bool:
        """Run one piece of work; tell whether the slot has served its time.

        That is when it was cancelled, or when the handler left context variables behind, which
        the next job must not see.
        """
        scope.set(work)
        clean = copy_context()
        page = work.page
        results: Sequence[Result]
        try:
            if isinstance(work, Job):
                results = await self._executor.run(work)
            else:
                results = await self._executor.perform(work)
        except asyncio.CancelledError:
            results = page.given_back(work.job_ids)
        except Exception:
            log.exception("work was not executed", extra=fields(page_id=page.page_id))
            page.doubt()
            results = page.given_back(work.job_ids)
        slot.work = None
        page.finish(work.size, results)
        self.finished += work.size
        if self.waiting <= self.low_water:
            self.low_water = -1
            self._on_progress()
        if monotonic() >= self._turn_ends:
            await asyncio.sleep(0)
            self._turn_ends = monotonic() + _LONGEST_TURN
        is_cancelled = slot.task is None or slot.task.cancelling() > 0
        return is_cancelled or copy_context() != clean


def _may_start(work: Job | SqlJobs) -> bool:
    is_stopped = isinstance(work, Job) and work.job_id in work.page.stops
    return work.page.is_held and not is_stopped
