"""A tenant of a platform under faults, that keeps its own books."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg.types.json import Jsonb

from stack.private import PrivateStack
from tests.faults.ledger import Entry, Ledger

Answer = TypeVar("Answer")

PAUSE = 0.05  # seconds between two looks

OPEN = """
    select a.job_id
    from unnest(%s::bigint[]) as a (job_id)
    where not exists (
        select
        from queue.outcome as o
        where o.tenant_id = %s and o.job_id between a.job_id & -128 and a.job_id
            and o.job_id + o.size > a.job_id and o.state in ('succeeded', 'dead', 'cancelled')
    )
"""
OUTCOMES = """
    select o.job_id + n, o.attempt, coalesce(o.error ->> 'type', o.state)
    from queue.outcome as o
        cross join lateral generate_series(0, o.size - 1) as n
    where o.tenant_id = %s
    order by o.page_id
"""


class Customer:
    """Enqueues jobs, and looks what became of them."""

    def __init__(self, stack: PrivateStack, ledger: Ledger) -> None:
        self.stack = stack
        self.ledger = ledger
        with stack.connect() as connection:
            made = "select (tenancy.create_tenant(%s, 'Test')).tenant_id"
            slug = f"customer-{secrets.token_hex(4)}"
            ((self.tenant_id,),) = connection.execute(made, (slug,)).fetchall()

    def connect(self) -> psycopg.Connection:
        """A connection that acts for the tenant."""
        connection = self.stack.connect()
        context = "select set_config('howdah.tenant_id', %s, false)"
        connection.execute(context, (str(self.tenant_id),))
        connection.execute("set role api_owner")
        return connection

    def enqueue(self, kind: str, *payloads: dict[str, object], **options: object) -> list[int]:
        """Enqueues jobs of one kind together; their payloads name the ledger. Gives their
        numbers."""
        with self.connect() as connection:
            return self.enqueue_in(connection, kind, *payloads, **options)

    def enqueue_in(
        self,
        connection: psycopg.Connection,
        kind: str,
        *payloads: dict[str, object],
        **options: object,
    ) -> list[int]:
        """Does the same in a transaction of the tenant."""
        named = "".join(f", {name} => %s" for name in options)
        told = [Jsonb({"ledger": str(self.ledger.directory)} | one) for one in payloads or ({},)]
        statement = f"select queue.enqueue_batch(%s, %s{named})"
        row = connection.execute(statement.encode(), (kind, told, *options.values())).fetchone()
        assert row is not None
        job_ids: list[int] = row[0]
        return job_ids

    def outcomes(self) -> dict[int, list[tuple[int, str]]]:
        """How the attempts at each job ended, in their order: the attempt, and the type of its
        error or the state."""
        found: dict[int, list[tuple[int, str]]] = {}
        for job_id, attempt, end in self.rows(OUTCOMES, self.tenant_id):
            found.setdefault(job_id, []).append((attempt, end))
        return found

    def effects(self, job_id: int) -> int:
        """How many times a job had its effect in the database."""
        rows = self.rows("select count(*) from faults.effect where job_id = %s", job_id)
        count: int = rows[0][0]
        return count

    def all_ended(self, job_ids: Sequence[int], seconds: float = 40) -> None:
        """Waits until these jobs have ended."""
        left = list(job_ids)

        def is_done() -> bool:
            nonlocal left
            left = [row[0] for row in self.rows(OPEN, left, self.tenant_id)]
            return not left

        until(is_done, seconds, f"the end of {len(left)} jobs")

    def entry(self, what: str, job_id: int, attempt: int = 1, seconds: float = 20) -> Entry:
        """Waits until the ledger has a line about an attempt at a job, and gives it."""

        def find() -> Entry | None:
            entries = self.ledger.entries(what)
            return next((e for e in entries if (e.job_id, e.attempt) == (job_id, attempt)), None)

        return until(find, seconds, f"{what} of job {job_id}")

    def works(self, pid: int, seconds: float = 20) -> None:
        """Waits until this very worker process runs jobs."""

        def has_noted() -> bool:
            self.enqueue("faults.note")
            return pid in {entry.pid for entry in self.ledger.entries("noted")}

        until(has_noted, seconds, f"work of process {pid}")

    def rows(self, statement: LiteralString, *arguments: object) -> list[tuple[Any, ...]]:
        """What a statement of the administrator gives, once the server answers."""

        def ask() -> list[tuple[Any, ...]] | None:
            try:
                with self.stack.connect() as connection:
                    return [*connection.execute(statement, arguments).fetchall()]
            except psycopg.OperationalError:
                return None

        return until(ask, 30, "an answer of the server", lambda answer: answer is not None)


def until(
    look: Callable[[], Answer | None],
    seconds: float,
    what: str,
    is_it: Callable[[Answer | None], bool] = bool,
) -> Answer:
    """Looks until it finds something, and gives that.

    Raises AssertionError when it takes longer than so many seconds.
    """
    deadline = monotonic() + seconds
    while not is_it(found := look()):
        assert monotonic() < deadline, f"{what} did not come in {seconds:g} s"
        sleep(PAUSE)
    assert found is not None
    return found
