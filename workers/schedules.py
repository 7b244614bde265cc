"""The schedules of jobs, which every worker takes a turn at: asks, computes, tells.

What is due, which of the times that passed still fire, and that each fires once: all that the
database decides, by its own clock. A worker only knows how to read cron expressions.
"""

import asyncio
import logging
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn
from uuid import UUID

import psycopg

from common.calls import Caller
from common.database import Database, Transaction
from common.faults import Backoff
from common.rings import Rings
from common.telemetry import fields
from workers.cron import Cron
from workers.failures import describe
from workers.metrics import Metrics

log = logging.getLogger(__name__)

_AT_A_TIME = 50
_MOST_FIRES = 500  # in one transaction: then the locks of the others are given back
_DEADLINE = 30.0
_SPREAD = 0.05
_PASSING = ("08", "40", "53", "55", "57", "QU409")  # classes of errors that are worth another try


@dataclass(frozen=True)
class Due:
    """A row of `queue.due_schedules`."""

    tenant_id: UUID
    schedule_id: UUID
    version: int
    cron: str
    time_zone: str
    since: datetime
    until: datetime
    newest: int


class Schedules:
    """Fires what is due, and computes when that will be next."""

    def __init__(self, database: Database, rings: Rings, metrics: Metrics) -> None:
        self._database = database
        self._rings = rings
        self._metrics = metrics
        self._backoff = Backoff(longest=5.0)

    async def run(self) -> NoReturn:
        """Go on until cancelled; a turn that failed changes nothing and is taken again."""
        while True:
            try:
                async with asyncio.timeout(_DEADLINE):
                    wait = await self.turn()
                self._backoff.reset()
            except Exception as error:
                wait = self._backoff.next()
                if self._backoff.tries == 1:
                    log.warning("schedules failed", extra=fields(error=repr(error)))
            await asyncio.sleep(wait)

    async def turn(self) -> float:
        """Fire and plan what is due; give the seconds until it is worth another look.

        All workers wake for the same minute, so each comes at a moment of its own.
        """
        rest: timedelta = await self._database.value("queue.rest_schedules")
        if rest > timedelta(0):
            return rest.total_seconds() + random.uniform(0, _SPREAD)  # noqa: S311
        lateness: list[timedelta] = []
        try:
            async with self._database.transaction() as transaction:
                for row in await transaction.call("queue.due_schedules", _AT_A_TIME):
                    lateness += await self._handle(transaction, Due(*row))
                    if len(lateness) >= _MOST_FIRES:
                        break
        except _Stuck as stuck:
            await self._refuse(self._database, stuck.due, describe(stuck.error)["message"])
            return 0.0
        for late in lateness:
            self._metrics.fired(late.total_seconds())
        self._rings.add(("queue",) if lateness else None)
        return 0.0 if lateness else random.uniform(0, _SPREAD)  # noqa: S311

    async def _handle(self, transaction: Transaction, due: Due) -> list[timedelta]:
        """Tell what a schedule fires for, and when next; give how late each job is.

        Raises _Stuck when the database can't fire this one: the others wait for nothing.
        """
        try:
            cron = Cron(due.cron, due.time_zone)
            fire_ats = cron.newest(due.newest, due.since, due.until)
            next_fire_at = cron.next_after(due.until)
        except Exception as error:
            await self._refuse(transaction, due, describe(error)["message"])
            return []
        plan = (due.tenant_id, due.schedule_id, due.version, due.until, fire_ats, next_fire_at)
        try:
            rows = await transaction.call("queue.fire_schedule", *plan)
        except psycopg.Error as error:
            if (error.sqlstate or "08").startswith(_PASSING):
                raise
            raise _Stuck(due, error) from error
        return [late for _, late in rows]

    async def _refuse(self, caller: Caller, due: Due, reason: str) -> None:
        """Put one schedule off, with the reason for its owner to read."""
        log.warning(
            "a schedule cannot fire",
            extra=fields(
                tenant_id=str(due.tenant_id), schedule_id=str(due.schedule_id), error=reason
            ),
        )
        await caller.call(
            "queue.refuse_schedule", due.tenant_id, due.schedule_id, due.version, reason
        )


class _Stuck(Exception):
    """The database refused to fire a schedule, for a reason that will not pass by itself."""

    def __init__(self, due: Due, error: psycopg.Error) -> None:
        super().__init__(due.schedule_id)
        self.due = due
        self.error = error
