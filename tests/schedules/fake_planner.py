"""A database in memory that hands out schedules and remembers what it was told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import psycopg
from prometheus_client import CollectorRegistry

from common.database import Database, Row
from common.rings import Rings
from workers.metrics import Metrics
from workers.schedules import Schedules

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def refusal(sqlstate: str) -> psycopg.Error:
    """What the database raises with a code."""
    error = psycopg.Error("it went wrong")
    error.sqlstate = sqlstate
    return error


class FakePlanner:
    """Answers the calls of one worker; each schedule that is told to fire does, a second late."""

    def __init__(self) -> None:
        self.due: list[Row] = []
        self.fired: dict[UUID, tuple[list[datetime], datetime | None]] = {}
        self.refused: dict[UUID, str] = {}
        self.faults: dict[UUID, list[BaseException]] = {}
        self.rests: list[timedelta | BaseException] = []
        self.commits = 0
        self.rolled_back = 0
        self.registry = CollectorRegistry()
        self.rings = Rings(self, "queue.ring")
        self.schedules = Schedules(cast(Database, self), self.rings, Metrics(self.registry))

    def put(self, cron: str, zone: str = "UTC", *, newest: int = 1, hours: int = 24) -> UUID:
        """Makes a schedule that is due, and has not been looked at for so many hours."""
        schedule_id = uuid4()
        since = NOON - timedelta(hours=hours)
        self.due.append((uuid4(), schedule_id, 1, cron, zone, since, NOON, newest))
        return schedule_id

    async def call(self, function: str, /, *arguments: Any, **_named: object) -> list[Row]:
        await asyncio.sleep(0)
        match function:
            case "queue.rest_schedules":
                return [(self._rest(),)]
            case "queue.due_schedules":
                return self.due[: arguments[0]]
            case "queue.fire_schedule":
                return self._fire(*arguments)
            case "queue.refuse_schedule":
                self._handle(arguments[1])
                self.refused[arguments[1]] = arguments[3]
        return []

    async def value(self, function: str, /, *arguments: Any, **named: object) -> Any:
        return (await self.call(function, *arguments, **named))[0][0]

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[FakePlanner]:
        before = list(self.due), dict(self.fired), dict(self.refused)
        try:
            yield self
            self.commits += 1
        except BaseException:
            self.due, self.fired, self.refused = before
            self.rolled_back += 1
            raise

    def count(self, name: str) -> float:
        """The value of a metric of the worker."""
        return self.registry.get_sample_value(f"howdah_worker_schedule_{name}") or 0.0

    def _rest(self) -> timedelta:
        if not self.rests:
            return timedelta(seconds=0 if self.due else 1)
        if isinstance(rest := self.rests.pop(0), BaseException):
            raise rest
        return rest

    def _fire(
        self,
        _tenant_id: UUID,
        schedule_id: UUID,
        _version: int,
        _until: datetime,
        fire_ats: list[datetime],
        next_fire_at: datetime | None,
    ) -> list[Row]:
        if self.faults.get(schedule_id):
            raise self.faults[schedule_id].pop(0)
        self._handle(schedule_id)
        self.fired[schedule_id] = (fire_ats, next_fire_at)
        return [(number, timedelta(seconds=1)) for number, _ in enumerate(fire_ats)]

    def _handle(self, schedule_id: UUID) -> None:
        self.due = [row for row in self.due if row[1] != schedule_id]
