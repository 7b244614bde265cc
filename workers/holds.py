"""The pages that this worker holds: from the claim to the settle."""

import asyncio
import logging
from collections.abc import Coroutine
from contextvars import Context
from typing import Any

import orjson
import psycopg

from common.calls import Caller
from common.faults import retrying
from common.rings import Rings
from common.telemetry import fields
from workers.leases import ServerClock, keep
from workers.metrics import Metrics
from workers.page import LEASE_LOST, Page, State
from workers.slots import Slots

log = logging.getLogger(__name__)


class Holds:
    """Keeps the lease of each page while its jobs run, then settles it in one call."""

    def __init__(
        self, control: Caller, clock: ServerClock, slots: Slots, rings: Rings, metrics: Metrics
    ) -> None:
        self._control = control
        self._clock = clock
        self._slots = slots
        self._rings = rings
        self._metrics = metrics
        self._pages: dict[int, tuple[Page, asyncio.Task[None]]] = {}
        self._settling: set[asyncio.Task[None]] = set()

    def keep(self, page: Page) -> None:
        """Keep the lease of a page that was just claimed, and settle it when its work is done."""
        page.on_finished = self._finished
        self._pages[page.page_id] = (page, _spawn(self._keep(page)))

    def notified(self, payload: str) -> None:
        """Take a notification of the channel `howdah_cancel`: a page, and a job in it to stop."""
        page_id, _, job_id = payload.partition(" ")
        if page_id.isdecimal() and job_id.isdecimal() and int(page_id) in self._pages:
            self._slots.stop(self._pages[int(page_id)][0], int(job_id))

    async def settled(self, longest: float) -> None:
        """Wait, at most so many seconds, until all finished pages are settled.

        What is not settled by then is left to the end of its lease.
        """
        if self._settling:
            await asyncio.wait(self._settling, timeout=longest)
        for task in (*self._settling, *(keeping for _, keeping in self._pages.values())):
            task.cancel()

    async def _keep(self, page: Page) -> None:
        await keep(page, self._control, self._clock, lambda job_id: self._slots.stop(page, job_id))
        page.lose()
        self._slots.cancel(page)

    def _finished(self, page: Page) -> None:
        _, keeping = self._pages.pop(page.page_id)
        keeping.cancel()
        task = _spawn(self._end(page))
        self._settling.add(task)
        task.add_done_callback(self._settling.discard)

    async def _end(self, page: Page) -> None:
        for progress in page.progress:
            await progress.end()
        end = await self._settle(page) if page.is_held else page.state.value
        self._metrics.pages.labels(end).inc()
        if end != "settled":
            log.warning("page was not settled", extra=fields(page_id=page.page_id, end=end))

    async def _settle(self, page: Page) -> str:
        """Settle a page, trying again while its lease lasts; tell how it ended.

        A settle whose answer got lost may have been committed. The next try then finds the lease
        gone, which is as good: no second settle can count.
        """
        results = orjson.dumps(page.results).decode()
        try:
            topics = await retrying(
                lambda: self._control.value("queue.settle", *page.key, results),
                seconds=max(0.0, self._clock.remaining(page.leased_until)),
            )
        except psycopg.Error as error:
            if error.sqlstate == LEASE_LOST:
                return State.LOST.value
            log.error("settle failed", extra=fields(page_id=page.page_id, error=str(error)))
            return "failed"
        self._rings.add(topics)
        return "settled"


def _spawn(coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Start a task that does not inherit the context of the job that happened to start it."""
    return asyncio.get_running_loop().create_task(coroutine, context=Context())
