"""Slots: so many jobs at a time, each slot running one after the other.

A slot is a task that takes waiting jobs until none is left, so a job costs no task of its own and
a handler that does not wait for anything costs hardly more than a function call.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context, copy_context
from dataclasses import dataclass

from common.telemetry import fields, scope
from workers.executor import Executor, SqlJobs
from workers.job import Job
from workers.outcomes import released
from workers.page import Page

log = logging.getLogger(__name__)

Work = Job | SqlJobs

_LONGEST_TURN = 0.005


@dataclass(eq=False)
class _Slot:
    task: asyncio.Task[None] | None = None
    page: Page | None = None


class Slots:
    """Runs waiting work in at most `size` slots.

    `on_progress` is called when a slot gets free and while `low_water` or less work waits.
    """

    def __init__(self, size: int, executor: Executor, on_progress: Callable[[], None]) -> None:
        self._size = size
        self._executor = executor
        self._on_progress = on_progress
        self._waiting: deque[tuple[Page, Work]] = deque()
        self._slots: set[_Slot] = set()
        self._context = Context()
        self._turn_ends = 0.0
        self.finished = 0
        self.low_water = 0

    @property
    def free(self) -> int:
        """Count the slots without a job."""
        return self._size - len(self._slots)

    @property
    def running(self) -> int:
        """Count the slots that have a job."""
        return len(self._slots)

    @property
    def waiting(self) -> int:
        """Count the work that waits for a slot."""
        return len(self._waiting)

    def add(self, page: Page, work: list[Work]) -> None:
        """Let this work of a page run as soon as slots are free."""
        self._waiting.extend((page, one) for one in work)
        self._fill()

    def cancel(self, page: Page) -> None:
        """Cancel the running work of a page; what waits of it will not start."""
        for slot in self._slots:
            if slot.page is page and slot.task is not None:
                slot.task.cancel()

    def cancel_all(self) -> None:
        """Cancel all running work; it is given back."""
        for slot in self._slots:
            if slot.page is not None and slot.task is not None:
                slot.task.cancel()

    def release_waiting(self) -> None:
        """Give back all work that has not started."""
        while self._waiting:
            _give_back(*self._waiting.popleft())

    async def quiet(self, longest: float) -> bool:
        """Wait until nothing runs, at most so many seconds; tell whether that is so."""
        tasks = [slot.task for slot in self._slots if slot.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=longest)
        return not self._slots

    def _fill(self) -> None:
        for _ in range(min(self.free, len(self._waiting))):
            slot = _Slot()
            self._slots.add(slot)
            slot.task = asyncio.get_running_loop().create_task(
                self._work(slot), context=self._context.copy()
            )

    async def _work(self, slot: _Slot) -> None:
        try:
            while self._waiting:
                page, work = self._waiting.popleft()
                if not page.is_held:
                    _give_back(page, work)
                    continue
                slot.page = page
                if await self._run(slot, page, work):
                    break
        finally:
            self._slots.discard(slot)
            self._fill()
            self._on_progress()

    async def _run(self, slot: _Slot, page: Page, work: Work) -> bool:
        """Run one piece of work; tell whether the slot has served its time.

        That is when it was cancelled, or when the handler left context variables behind, which
        the next job must not see.
        """
        scope.set(work if isinstance(work, Job) else None)
        clean = copy_context()
        try:
            if isinstance(work, Job):
                await self._executor.run(page, work)
            else:
                await self._executor.perform(page, work)
        except asyncio.CancelledError:
            _give_back(page, work)
        except Exception:
            log.exception("work was not executed", extra=fields(page_id=page.page_id))
            page.doubt()
            _give_back(page, work)
        slot.page = None
        self.finished += 1
        if len(self._waiting) <= self.low_water:
            self._on_progress()
        if time.monotonic() >= self._turn_ends:
            await asyncio.sleep(0)
            self._turn_ends = time.monotonic() + _LONGEST_TURN
        is_cancelled = slot.task is None or slot.task.cancelling() > 0
        return is_cancelled or copy_context() != clean


def _give_back(page: Page, work: Work) -> None:
    for job_id in work.job_ids if isinstance(work, SqlJobs) else [work.job_id]:
        page.finish(job_id, released(job_id))
