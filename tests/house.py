"""A database with several people in it: tenants that add work, workers that do it, readers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import ParamSpec, TypeVar

from tests.readers import Reader
from tests.sessions import Session, Tenant, Worker

Answer = TypeVar("Answer")
Kept = TypeVar("Kept", bound=Session)
P = ParamSpec("P")

START = datetime(2030, 1, 1, tzinfo=UTC)
"""Where the business clock stands once a test has taken hold of it."""


class House:
    """Opens sessions on one database, and closes them all in the end."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._sessions: list[Session] = []
        self._pool = ThreadPoolExecutor(max_workers=16)
        self.admin = self.keep(Session(dsn, "none"))

    def keep(self, session: Kept) -> Kept:
        """Closes a session in the end."""
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

    def meanwhile(
        self, call: Callable[P, Answer], *arguments: P.args, **named: P.kwargs
    ) -> Future[Answer]:
        """Makes a call in a thread of its own."""
        return self._pool.submit(call, *arguments, **named)

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
