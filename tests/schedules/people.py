"""Those who have to do with schedules in a house: a tenant's clerk, and workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.house import START, House
from tests.sessions import Session, Tenant
from workers.cron import Cron


@dataclass(frozen=True)
class Clerk:
    """Makes the schedules of a tenant, and looks at what they have fired."""

    house: House
    tenant: Tenant

    def create(self, name: str = "a", cron: str = "* * * * *", **more: object) -> UUID:
        """Makes a schedule; gives its id."""
        named = "".join(f", {argument} => %s" for argument in more)
        statement = f"select (queue.create_schedule(%s, %s, 'test'{named})).schedule_id"
        made: UUID = self.tenant.value(statement, name, cron, *more.values())
        return made

    def fired(self, schedule_id: UUID) -> list[float]:
        """For which times a schedule has fired, in seconds after the start, in their order."""
        statement = "select fire_at from queue.list_firings(%s, null, 10000)"
        rows = self.tenant.rows(statement, schedule_id)
        return sorted((fire_at - START).total_seconds() for (fire_at,) in rows)

    def jobs(self) -> list[int]:
        """The numbers of all jobs that were enqueued."""
        rows = self.tenant.rows("select job_id from queue.list_jobs(null, 10000)")
        return sorted(job_id for (job_id,) in rows)


@dataclass(frozen=True)
class Handed:
    """A schedule that a worker was handed, with what it has computed."""

    tenant_id: UUID
    schedule_id: UUID
    version: int
    until: datetime
    fire_ats: list[datetime]
    next_fire_at: datetime | None


class Planner:
    """A worker's connection, which takes the steps of a turn one by one."""

    def __init__(self, house: House) -> None:
        self.session: Session = house.session("howdah_worker")
        self.transaction = self.session.transaction

    def take(self, most: int = 50) -> list[Handed]:
        """Takes what is due, and computes."""
        return [_computed(row) for row in self.session.rows(DUE, most)]

    def fire(self, handed: Handed) -> list[int]:
        """Tells what fires; gives the numbers of the jobs."""
        statement = "select job_id from queue.fire_schedule(%s, %s, %s, %s, %s, %s)"
        rows = self.session.rows(
            statement,
            handed.tenant_id,
            handed.schedule_id,
            handed.version,
            handed.until,
            handed.fire_ats,
            handed.next_fire_at,
        )
        return [job_id for (job_id,) in rows]

    def turn(self, most: int = 50) -> int:
        """Takes a whole turn; gives how many schedules it was about."""
        with self.transaction():
            taken = self.take(most)
            for handed in taken:
                self.fire(handed)
        return len(taken)


DUE = """
select tenant_id, schedule_id, version, cron, time_zone, since, until, newest
from queue.due_schedules(%s)
"""


def _computed(row: tuple[Any, ...]) -> Handed:
    tenant_id, schedule_id, version, expression, time_zone, since, until, newest = row
    cron = Cron(expression, time_zone)
    return Handed(
        tenant_id,
        schedule_id,
        version,
        until,
        cron.newest(newest, since, until),
        cron.next_after(until),
    )
