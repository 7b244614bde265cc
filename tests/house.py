"""A database with several people in it: tenants that add work, workers that do it, readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb

Answer = TypeVar("Answer")

START = datetime(2030, 1, 1, tzinfo=UTC)
"""Where the business clock stands once a test has taken hold of it."""


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

    def claim(self, pages: int = 1, queues: Iterable[str] = ("default",)) -> list[Page]:
        found: dict[tuple[int, UUID], dict[int, int]] = {}
        statement = "select page_id, lease_id, job_id, attempt from queue.claim(%s, 'test', %s)"
        for page_id, lease_id, job_id, attempt in self.rows(statement, list(queues), pages):
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
        until: datetime = self.value("select queue.heartbeat(%s, %s)", page.page_id, page.lease_id)
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


@dataclass(frozen=True)
class Reading:
    """One reading of the stream: the positions and numbers of the events, and how far it went."""

    events: list[tuple[str, int]]
    reached: str
    is_more: bool

    @property
    def event_ids(self) -> list[int]:
        return [event_id for _, event_id in self.events]


class Reader(Session):
    """Who follows the events of some tenants."""

    def __init__(self, dsn: str, tenants: Iterable[Tenant]) -> None:
        super().__init__(dsn, "api_owner")
        self._tenants = [tenant.tenant_id for tenant in tenants]

    def read(self, position: str | None, batch: int = 100) -> Reading:
        rows = self.rows(
            "select id, name, data::jsonb ->> 'event_id' from event.read(%s, %s, %s)",
            self._tenants,
            position,
            batch,
        )
        (reached, more, _), *events = rows
        return Reading([(at, int(number)) for at, _, number in events], reached, more == "more")

    def now(self) -> str:
        """The position behind everything."""
        return self.read(None).reached

    def read_on(self, position: str, batch: int = 100) -> Reading:
        """All that there is after a position."""
        events: list[tuple[str, int]] = []
        while True:
            reading = self.read(position, batch)
            events += reading.events
            position = reading.reached
            if not reading.is_more:
                return Reading(events, position, False)


class House:
    """Opens sessions on one database, and closes them all in the end."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._sessions: list[Session] = []
        self._pool = ThreadPoolExecutor(max_workers=16)
        self.admin = self.keep(Session(dsn, "none"))

    def keep(self, session: Answer) -> Answer:
        assert isinstance(session, Session)
        self._sessions.append(session)
        return session

    def worker(self) -> Worker:
        return self.keep(Worker(self._dsn))

    def tenant(self, slug: str = "acme") -> Tenant:
        return self.keep(Tenant(self._dsn, slug))

    def same_tenant(self, tenant: Tenant) -> Session:
        """Another connection that acts for the same tenant."""
        session = self.keep(Session(self._dsn, "api_owner"))
        session.rows("select set_config('howdah.tenant_id', %s, false)", str(tenant.tenant_id))
        return session

    def reader(self, *tenants: Tenant) -> Reader:
        return self.keep(Reader(self._dsn, tenants))

    def session(self, role: str) -> Session:
        return self.keep(Session(self._dsn, role))

    def at(self, seconds: float) -> None:
        """Stops the business clock of all sessions at so many seconds after the start."""
        moment = str(START + timedelta(seconds=seconds))
        for session in self._sessions:
            session.rows("select set_config('tests.now', %s, false)", moment)

    def meanwhile(self, call: Callable[[], Answer]) -> Future[Answer]:
        """Makes a call in a thread of its own."""
        return self._pool.submit(call)

    def wait_until_blocked(self, session: Session) -> None:
        """Waits until a session waits for a lock. Raises AssertionError after ten seconds."""
        look = "select wait_event_type from pg_stat_activity where pid = %s"
        deadline = monotonic() + 10
        while self.admin.value(look, session.pid) != "Lock":
            assert monotonic() < deadline, "the session never waited for a lock"
            sleep(0.005)

    def close(self) -> None:
        for session in self._sessions:
            session.connection.close()
        self._pool.shutdown()
