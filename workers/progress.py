"""What a job says of how far it is, on its way to the database."""

from __future__ import annotations

import asyncio
import logging
from contextvars import Context
from typing import TYPE_CHECKING

import psycopg

from common.database import Database
from common.telemetry import fields
from workers.failures import clean

if TYPE_CHECKING:
    from workers.page import Page

log = logging.getLogger(__name__)

_EVERY_SECONDS = 1.0
_LONGEST_MESSAGE = 500
_LAST_SECONDS = 2.0


class Progress:
    """Sends what one job says (`queue.report`), at most once a second and the last word always.

    A report that fails is dropped: the next one says more.
    """

    def __init__(self, page: Page, job_id: int, database: Database) -> None:
        self._page = page
        self._job_id = job_id
        self._database = database
        self._unsent: tuple[int | None, str | None] | None = None
        self._sending: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()
        page.progress.append(self)

    def say(self, percent: int | None, message: str | None) -> None:
        """Send this now, or when a second has passed since the last; returns at once."""
        check(percent)
        if message is not None:
            message = clean(message, _LONGEST_MESSAGE)
        if self._ending.is_set():
            return
        self._unsent = (percent, message)
        if self._sending is None or self._sending.done():
            loop = asyncio.get_running_loop()
            self._sending = loop.create_task(self._send(), context=Context())

    async def end(self) -> None:
        """Send at once what is left, within two seconds."""
        self._ending.set()
        if self._sending is not None:
            await asyncio.wait({self._sending}, timeout=_LAST_SECONDS)
            self._sending.cancel()

    async def _send(self) -> None:
        while self._unsent is not None:
            (percent, message), self._unsent = self._unsent, None
            try:
                await self._database.call(
                    "queue.report", *self._page.key, self._job_id, percent, message
                )
            except psycopg.Error as error:
                log.info("report failed", extra=fields(job_id=self._job_id, error=str(error)))
            await self._pause()

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(_EVERY_SECONDS):
                await self._ending.wait()
        except TimeoutError:
            return


def check(percent: int | None) -> None:
    """Raise ValueError for what is no part of 100."""
    if percent is not None and not 0 <= percent <= 100:
        raise ValueError(f"a part of 100 is from 0 to 100, not {percent}")
