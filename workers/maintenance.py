"""The upkeep of the database, which every worker takes a turn at."""

import asyncio
import logging
import random

from common.database import Database
from common.telemetry import fields

log = logging.getLogger(__name__)

_EVERY_SECONDS = 60.0


class Maintenance:
    """Calls `ops.maintain` about once a minute. That several workers do so does no harm: each log
    is looked after by one at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self) -> None:
        """Goes on until it is cancelled; a call that failed is made again a minute later."""
        while True:
            try:
                await self._database.call("ops.maintain")
            except Exception as error:
                log.warning("maintenance failed", extra=fields(error=repr(error)))
            await asyncio.sleep(_EVERY_SECONDS * random.uniform(0.8, 1.2))  # noqa: S311  (spreads)
