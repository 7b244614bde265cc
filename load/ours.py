"""The queue, used from SQL by one connection."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from load.samples import BATCH, SAMPLES

CLAIM = """
select max(c.page_id), (array_agg(c.lease_id))[1], count(*), sum(length(c.payload))
from queue.claim(%s, 'bench', %s) as c
"""
FILL = """
select cardinality(queue.enqueue_batch('howdah.noop', s.payloads[:%s]))
from core.set_context(%s, null, null)
    cross join generate_series(1, %s) as n
    inner join bench.sample as s on s.sample_id = 1 + n %% %s
"""
AT_A_TIME = 100  # batches in one transaction


@dataclass(frozen=True)
class Claimed:
    """A page that was claimed."""

    page_id: int
    lease_id: object
    jobs: int


def claim(connection: psycopg.Connection, jobs: int = BATCH) -> Claimed | None:
    """Claims a page of at most so many jobs, reading their payloads; None when nothing waits."""
    row = connection.execute(CLAIM, (["default"], jobs)).fetchone()
    return Claimed(*row[:3]) if row and row[0] is not None else None


def settle(connection: psycopg.Connection, page: Claimed) -> None:
    """Ends a page: all its jobs have succeeded."""
    connection.execute("select queue.settle(%s, %s)", (page.page_id, page.lease_id))


def drain(connection: psycopg.Connection) -> int:
    """Takes out all jobs that wait; says how many there were."""
    count = 0
    while page := claim(connection):
        settle(connection, page)
        count += page.jobs
    return count


def fill(connection: psycopg.Connection, tenant: str, batches: int, size: int = BATCH) -> None:
    """Enqueues so many batches of so many jobs, a hundred at most."""
    for done in range(0, batches, AT_A_TIME):
        count = min(AT_A_TIME, batches - done)
        connection.execute(FILL, (size, tenant, count, SAMPLES))
