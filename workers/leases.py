"""Keeping the leases of pages, by the database's clock."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import NoReturn

import psycopg

from common.calls import Caller
from common.telemetry import fields
from workers.page import LEASE_LOST, Page

log = logging.getLogger(__name__)

_SYNC_EVERY = 60.0
_SYNC_RETRY = 2.0
_SHORTEST_BEAT = 0.1


class ServerClock:
    """Tells how far off a moment of the database is, whatever this machine's clock says.

    The wall clock of this machine may be wrong or step; only its monotonic clock is used, set by
    the database's clock once a minute.
    """

    def __init__(self, control: Caller) -> None:
        self._control = control
        self._offset = time.time() - time.monotonic()
        self._is_set = False

    async def ready(self) -> None:
        """Ask the database for its time unless that was done before. Raises psycopg.Error."""
        if not self._is_set:
            await self.sync()

    def remaining(self, moment: datetime) -> float:
        """Give the seconds until a moment; negative when it has passed."""
        return moment.timestamp() - self._offset - time.monotonic()

    async def sync(self) -> None:
        """Ask the database for its time. Raises psycopg.Error."""
        before = time.monotonic()
        moment: datetime = await self._control.value("pg_catalog.clock_timestamp")
        self._offset = moment.timestamp() - (before + time.monotonic()) / 2
        self._is_set = True

    async def run(self) -> NoReturn:
        """Stay in time until cancelled."""
        while True:
            wait = _SYNC_EVERY
            try:
                await self.sync()
            except psycopg.Error:
                wait = _SYNC_RETRY
            await asyncio.sleep(wait)


async def keep(
    page: Page, control: Caller, clock: ServerClock, stop: Callable[[int], None]
) -> None:
    """Extend the lease (`queue.heartbeat`) each time a third of what remains of it has passed.

    Each answer names the jobs that were cancelled meanwhile; `stop` hears of each once. Returns
    when the lease is lost: refused by the database, or run out because no heartbeat got through.
    Runs until then or until cancelled.
    """
    while True:
        remaining = clock.remaining(page.leased_until)
        if remaining <= 0:
            log.warning("lease ran out", extra=fields(page_id=page.page_id))
            return
        await asyncio.sleep(max(remaining / 3, _SHORTEST_BEAT))
        try:
            async with asyncio.timeout(max(clock.remaining(page.leased_until), _SHORTEST_BEAT)):
                rows = await control.call("queue.heartbeat", *page.key)
        except (psycopg.Error, TimeoutError) as error:
            if isinstance(error, psycopg.Error) and error.sqlstate == LEASE_LOST:
                log.warning("lease lost", extra=fields(page_id=page.page_id))
                return
            log.warning("heartbeat failed", extra=fields(page_id=page.page_id, error=str(error)))
            continue
        page.leased_until, stopped = rows[0]
        for job_id in set(stopped or ()) - page.stops:
            stop(job_id)
