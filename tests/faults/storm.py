"""Jobs that keep coming while things break, and the reckoning afterwards.

What is owed is in the ledger, outside of the database; what was done is compared with it.
"""

from __future__ import annotations

import random
import secrets
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from threading import Event
from time import monotonic, sleep

import psycopg
from psycopg.types.json import Jsonb

from stack.private import PrivateStack
from tests.faults.customer import Customer, until
from tests.faults.ledger import Ledger

PRODUCERS = 3
KINDS = ("faults.note", "faults.record", "faults.record_in_sql")
LARGEST = 10  # jobs that are enqueued together
BETWEEN = 0.1  # seconds from one batch of a producer to the next, about
PAUSE = 0.05  # seconds from a refusal to the next try

LOST = """
    select a.job_id
    from unnest(%s::bigint[]) as a (job_id)
    where not exists (
        select from queue.lot as l where l.tenant_id = %s and l.job_id = a.job_id & -128
    )
"""
ENDS = """
    select o.job_id + n, o.state
    from queue.outcome as o
        cross join lateral generate_series(0, o.size - 1) as n
    where o.tenant_id = %s and o.state in ('succeeded', 'dead', 'cancelled')
"""


class Storm(Customer):
    """One tenant whose producers enqueue jobs of every kind until they are told to stop."""

    def __init__(self, stack: PrivateStack, ledger: Ledger) -> None:
        super().__init__(stack, ledger)
        self.began_at = self.ended_at = 0.0
        self._is_over = Event()
        self._pool = ThreadPoolExecutor(max_workers=PRODUCERS)
        self._producing: list[Future[None]] = []

    def __enter__(self) -> Storm:
        self._producing = [self._pool.submit(self._produce) for _ in range(PRODUCERS)]
        self.goes_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._pool.shutdown()

    def stop(self) -> None:
        """Ends the producers. Raises what went wrong in one of them."""
        self._is_over.set()
        for producing in self._producing:
            producing.result(60)

    @contextmanager
    def fault(self) -> Iterator[None]:
        """Something breaks while the block lasts."""
        self.began_at = monotonic()
        yield
        self.ended_at = monotonic()

    def goes_on(self, count: int = 30, seconds: float = 30) -> None:
        """Waits until so many more jobs have had their effect."""
        wanted = len(self.ledger.entries("noted")) + count
        until(lambda: len(self.ledger.entries("noted")) >= wanted, seconds, "work")

    def comes_back(self, seconds: float = 30) -> None:
        """Waits until a job runs that was accepted after the fault."""

        def has_late() -> bool:
            late = {
                job_id
                for entry in self.ledger.entries("accepted")
                if entry.at > self.ended_at
                for job_id in entry.facts["job_ids"]
            }
            return not late.isdisjoint(self.ledger.job_ids("noted"))

        until(has_late, seconds, "work after the fault")

    @property
    def silence(self) -> float:
        """The longest time, in seconds, in which no job had an effect since the fault began."""
        at = sorted(e.at for e in self.ledger.entries("noted") if e.at > self.began_at)
        return max(later - earlier for earlier, later in pairwise([self.began_at, *at]))

    def is_paid(self, seconds: float = 40) -> float:
        """Waits until all jobs accepted before the end of the fault have ended; gives the time."""
        held = [
            job_id
            for entry in self.ledger.entries("accepted")
            if entry.at <= self.ended_at
            for job_id in entry.facts["job_ids"]
        ]
        assert self.rows(LOST, held, self.tenant_id) == [], "accepted jobs are gone"
        self.all_ended(held, seconds)
        return monotonic() - self.ended_at

    def reckon(self) -> None:
        """Ends the storm and compares what was done with what is owed."""
        self.stop()
        accepted = Counter(
            job_id for e in self.ledger.entries("accepted") for job_id in e.facts["job_ids"]
        )
        self.all_ended(list(accepted), 40)
        ends = self.rows(ENDS, self.tenant_id)
        ended = Counter(job_id for job_id, _ in ends)
        jobs = self.rows(
            "select job_id, kind, payload ->> 'token' from queue.job where tenant_id = %s",
            self.tenant_id,
        )
        tokens = {e.facts["token"] for e in self.ledger.entries("asked")}
        effects = Counter(row[0] for row in self.rows("select job_id from faults.effect"))
        noted = set(self.ledger.job_ids("noted"))

        assert set(accepted.values()) == {1}, "a number was given twice"
        assert accepted.keys() <= {job_id for job_id, _, _ in jobs}, "an accepted job is gone"
        assert {token for _, _, token in jobs} <= tokens, "a job that nobody asked for"
        assert {state for _, state in ends} == {"succeeded"}
        assert {job_id: n for job_id, n in ended.items() if n > 1} == {}, "ended twice"
        for job_id, kind, _ in jobs:
            if ended[job_id] and kind == "faults.note":
                assert job_id in noted, f"job {job_id} succeeded without an effect"
            elif ended[job_id]:
                assert effects[job_id] == 1, f"job {job_id} had its effect {effects[job_id]} times"
            else:
                assert effects[job_id] == 0, f"job {job_id} had an effect and no end"

    @property
    def size(self) -> int:
        """How many jobs were accepted."""
        return sum(len(e.facts["job_ids"]) for e in self.ledger.entries("accepted"))

    def _produce(self) -> None:
        connection: psycopg.Connection | None = None
        while not self._is_over.is_set():
            try:
                connection = connection or self.connect()
                self._enqueue(connection)
                sleep(random.uniform(0, 2 * BETWEEN))  # noqa: S311
            except psycopg.OperationalError as error:
                self.ledger.write("refused", error=str(error), code=error.sqlstate)
                if connection is not None:
                    connection.close()
                connection = None
                sleep(PAUSE)
        if connection is not None:
            connection.close()

    def _enqueue(self, connection: psycopg.Connection) -> None:
        """Enqueues some jobs. What was asked for may be there even if no answer came."""
        token = secrets.token_hex()
        payload = Jsonb({"token": token, "ledger": str(self.ledger.directory)})
        kind, size = random.choice(KINDS), random.randint(1, LARGEST)  # noqa: S311
        self.ledger.write("asked", token=token)
        statement = "select queue.enqueue_batch(%s, array_fill(%s::jsonb, array[%s]))"
        ((job_ids,),) = connection.execute(statement, (kind, payload, size)).fetchall()
        self.ledger.write("accepted", job_ids=job_ids)
