"""Rings the bells of others after a commit, in a transaction of its own."""

import asyncio
import logging
from collections.abc import Iterable
from typing import NoReturn

import psycopg

from common.calls import Caller
from common.telemetry import fields

log = logging.getLogger(__name__)


class Rings:
    """Collects topics and rings them together: one call in flight, however many are added.

    `function` is `queue.ring` or `gateway.ring`. A ring that fails is dropped: whoever waits for
    it also polls.
    """

    def __init__(self, database: Caller, function: str) -> None:
        self._database = database
        self._function = function
        self._topics: set[str] = set()
        self._added = asyncio.Event()

    def add(self, topics: Iterable[str] | None) -> None:
        """Ask for these topics to be rung soon; returns at once."""
        if topics:
            self._topics.update(topics)
            self._added.set()

    async def run(self) -> NoReturn:
        """Ring until cancelled."""
        while True:
            await self._added.wait()
            await self.flush()

    async def flush(self) -> None:
        """Ring now what was added."""
        self._added.clear()
        if not self._topics:
            return
        topics = sorted(self._topics)
        self._topics.clear()
        try:
            await self._database.call(self._function, topics)
        except psycopg.Error as error:
            log.warning("ring failed", extra=fields(topics=topics, error=str(error)))
