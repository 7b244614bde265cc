"""Keeps the route table of this process up to date with `gateway.catalogue()`."""

import asyncio
import logging
from collections.abc import Callable

from api.instruments import RELOADS
from api.routes import RouteTable
from common.calls import Caller
from common.faults import Backoff

log = logging.getLogger(__name__)

DEBOUNCE = 0.05  # seconds: a deployment exposes many functions at once


class Catalogue:
    """Holds the current table and swaps it whole.

    A reload that fails leaves the old table in place and is tried again, less and less often.
    """

    def __init__(self, database: Caller, swapped: Callable[[RouteTable], None]) -> None:
        self.table: RouteTable | None = None
        self.loaded = asyncio.Event()
        self._database = database
        self._swapped = swapped
        self._changed = asyncio.Event()
        self._changed.set()

    def changed(self) -> None:
        """Asks for a reload: the catalogue is said, or may be thought, to have changed."""
        self._changed.set()

    async def keep(self) -> None:
        """Reloads whenever asked to, for ever."""
        backoff = Backoff()
        while True:
            await self._changed.wait()
            if self.table is not None:
                await asyncio.sleep(DEBOUNCE)
            self._changed.clear()
            try:
                await self.reload()
            except Exception:
                RELOADS.labels("failed").inc()
                log.exception("the catalogue could not be loaded; the old one stays")
                self._changed.set()
                await asyncio.sleep(backoff.next())
            else:
                backoff.reset()

    async def reload(self) -> None:
        """Calls `gateway.catalogue()` and swaps the table if the version is another one."""
        rows = await self._database.call("gateway.catalogue")
        table = await asyncio.to_thread(RouteTable.from_catalogue, rows[0][0])
        if self.table is not None and table.version == self.table.version:
            RELOADS.labels("unchanged").inc()
            return
        self.table = table
        self.loaded.set()
        RELOADS.labels("swapped").inc()
        log.info("catalogue %s: %d routes", table.version, len(table.routes))
        self._swapped(table)
