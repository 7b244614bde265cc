"""The loop of a worker: claim while there is work, sleep while there is none, drain at the end."""

import asyncio
import contextlib
import logging
from datetime import timedelta

from common.calls import Caller
from common.faults import Backoff
from common.telemetry import fields
from workers.claims import Claims
from workers.demand import Demand
from workers.holds import Holds
from workers.leases import ServerClock
from workers.metrics import Metrics
from workers.page import Page
from workers.slots import Slots, Work
from workers.wakeups import Wakeups

log = logging.getLogger(__name__)

_LAST_SECONDS = 4.0
_ALONE_SECONDS = 10.0


class Loop:
    """Claims jobs of some queues under a worker's name, and hands them to the slots."""

    def __init__(
        self,
        name: str,
        queues: tuple[str, ...],
        control: Caller,
        clock: ServerClock,
        claims: Claims,
        slots: Slots,
        holds: Holds,
        wakeups: Wakeups,
        metrics: Metrics,
    ) -> None:
        self._name = name
        self._queues = list(queues)
        self._control = control
        self._clock = clock
        self._claims = claims
        self._slots = slots
        self._holds = holds
        self._wakeups = wakeups
        self._metrics = metrics
        self._demand = Demand()
        self._backoff = Backoff(longest=3.0)
        self._progress = asyncio.Event()
        self._in_vain = Backoff(first=0.001, longest=0.05)
        self.is_stopping = False

    def progressed(self) -> None:
        """Note that there may be room for more jobs."""
        self._progress.set()

    def stop(self) -> None:
        """Claim no more; `run` returns when the running jobs are done."""
        self.is_stopping = True
        self._progress.set()
        self._wakeups.wake()

    async def run(self, grace: float) -> None:
        """Work until `stop`, then drain.

        Running jobs get `grace` seconds to finish, the others are given back. Cancelling this
        coroutine skips the grace. Either way it ends within a few seconds, all pages settled that
        the database would take.
        """
        try:
            while not self.is_stopping:
                await self._turn()
            self._slots.release_waiting()
            log.info("draining", extra=fields(running=self._slots.running, grace=grace))
            await self._slots.quiet(grace)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
        self._slots.release_waiting()
        self._slots.cancel_all()
        await self._slots.quiet(_LAST_SECONDS / 2)
        await self._holds.settled(_LAST_SECONDS / 2)

    async def _turn(self) -> None:
        """Claim once if there is room, and sleep if there was nothing."""
        self._progress.clear()
        slots = self._slots
        jobs = self._demand.jobs(
            free=slots.free,
            waiting=slots.waiting,
            finished=slots.finished,
            busy_seconds=slots.busy_seconds,
        )
        slots.low_water = self._demand.low_water
        if jobs == 0:
            await self._progress.wait()
            return
        self._wakeups.forget()
        try:
            await self._clock.ready()
            if not await self._claim(jobs) and not self.is_stopping:
                await self._rest()
        except Exception as error:
            await self._recover(error)

    async def _claim(self, jobs: int) -> bool:
        rows = await self._control.call("queue.claim_slices", self._queues, self._name, jobs)
        if self._backoff.tries:
            log.info("the queue answers again")
            self._backoff.reset()
        self._wakeups.looked(found=bool(rows))
        self._metrics.claims.labels("work" if rows else "nothing").inc()
        if rows:
            self._in_vain.reset()
            await self._start(*self._claims.page(rows))
        return bool(rows)

    async def _start(self, page: Page, work: list[Work]) -> None:
        """Start the work of a page; alone, if it may be what killed its last process."""
        self._holds.keep(page)
        is_idle = self._slots.running == 0
        if page.is_suspect:
            await self._idle(_ALONE_SECONDS)
        self._slots.add(work)
        if page.is_suspect:
            await self._idle(None)
        elif is_idle:
            await asyncio.sleep(0)  # the first job starts before the next claim is on its way

    async def _idle(self, longest: float | None) -> None:
        """Wait until nothing runs, at most so many seconds, and not when this is to stop."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(longest):
                while self._slots.running and not self.is_stopping:
                    self._progress.clear()
                    await self._progress.wait()

    async def _rest(self) -> None:
        """Sleep as the queue says; when it says that there is work after all, claim again.

        That work may be on its way to another worker, so doing this in vain has growing pauses.
        """
        longest: timedelta = await self._control.value("queue.rest", self._queues)
        if longest > timedelta(0):
            self._in_vain.reset()
            await self._wakeups.sleep(longest.total_seconds())
        else:
            await asyncio.sleep(self._in_vain.next())

    async def _recover(self, error: Exception) -> None:
        """Wait before the next claim; a worker never gives up."""
        self._metrics.claims.labels("error").inc()
        if self._backoff.tries == 0:
            log.warning("claim failed", extra=fields(error=f"{type(error).__name__}: {error}"))
        await self._wakeups.sleep(self._backoff.next())
