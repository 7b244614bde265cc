"""Connections to a test database, each with what one kind of person may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb


class Session:
    """A connection that acts as one role; each statement commits, but in `transaction()`."""

    def __init__(self, dsn: str, role: str) -> None:
        self.connection = psycopg.connect(dsn, autocommit=True)
        self.connection.execute(f"set role {role}".encode())
        self.transaction = self.connection.transaction

    def rows(self, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
        """What a statement gives; its parameters are written %s."""
        cursor = self.connection.execute(statement.encode(), arguments or None)
        return cursor.fetchall() if cursor.description else []

    def value(self, statement: str, *arguments: object) -> Any:
        """The first column of the first row that a statement gives."""
        return self.rows(statement, *arguments)[0][0]

    @property
    def pid(self) -> int:
        return self.connection.info.backend_pid


@dataclass(frozen=True)
class Page:
    """A page that a worker holds, with the jobs that it is to run and their attempts."""

    page_id: int
    lease_id: UUID
    attempts: Mapping[int, int]

    @property
    def job_ids(self) -> list[int]:
        return list(self.attempts)


class Worker(Session):
    """What a worker process may do."""

    def __init__(self, dsn: str) -> None:
        super().__init__(dsn, "howdah_worker")

    def claim(
        self, pages: int = 1, queues: Iterable[str] = ("default",), jobs: int = 100
    ) -> list[Page]:
        """So many pages at most, one after the other, each of so many jobs at most."""
        found: dict[tuple[int, UUID], dict[int, int]] = {}
        statement = "select page_id, lease_id, job_id, attempt from queue.claim(%s, 'test', %s)"
        for _ in range(pages):
            for page_id, lease_id, job_id, attempt in self.rows(statement, list(queues), jobs):
                found.setdefault((page_id, lease_id), {})[job_id] = attempt
        return [Page(*key, attempts) for key, attempts in found.items()]

    def claim_jobs(self) -> list[int]:
        """The numbers of the jobs of the next page; none when there is nothing."""
        return [job_id for page in self.claim() for job_id in page.job_ids]

    def settle(self, page: Page, outcomes: Mapping[int, str] | None = None, **extra: object) -> Any:
        """Ends a page; jobs that are not named have succeeded. Gives the topics to ring."""
        results = [
            {"job_id": job_id, "outcome": outcome, **extra}
            for job_id, outcome in (outcomes or {}).items()
        ]
        return self.value(
            "select queue.settle(%s, %s, %s)", page.page_id, page.lease_id, Jsonb(results)
        )

    def complete(self, page: Page, job_id: int) -> None:
        self.rows("select queue.complete(%s, %s, %s)", page.page_id, page.lease_id, job_id)

    def heartbeat(self, page: Page) -> datetime:
        until: datetime = self.value(
            "select leased_until from queue.heartbeat(%s, %s)", page.page_id, page.lease_id
        )
        return until

    def rest(self) -> timedelta:
        wait: timedelta = self.value("select queue.rest('{default}')")
        return wait


class Tenant(Session):
    """What a request of one tenant may do."""

    def __init__(self, dsn: str, slug: str) -> None:
        super().__init__(dsn, "none")
        made = "select (tenancy.create_tenant(%s, 'Test')).tenant_id"
        self.tenant_id: UUID = self.value(made, slug)
        self.rows("select set_config('howdah.tenant_id', %s, false)", str(self.tenant_id))
        self.rows("set role api_owner")

    def enqueue(self, **arguments: object) -> int:
        """Enqueues a job; gives its number."""
        named = ", ".join(f"{name} => %s" for name in arguments)
        comma = ", " if named else ""
        job_id: int = self.value(f"select queue.enqueue('test'{comma}{named})", *arguments.values())
        return job_id

    def emit(self, name: str = "test", key: str | None = None, *, ordered: bool = False) -> int:
        """Emits an event; gives its number."""
        event_id: int = self.value(
            "select (e.event).event_id from event.emit(%s, key => %s, is_ordered => %s) as e",
            name,
            key,
            ordered,
        )
        return event_id

    def state(self, job_id: int) -> str:
        state: str = self.value("select (queue.get_job(%s)).state", job_id)
        return state
