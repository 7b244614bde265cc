"""`bench jobs`: waiting jobs run by worker processes, beside the same jobs drained from SQL.

The jobs do nothing, so this is what everything around a handler costs. The workers are real
processes, through PgBouncer; the reference is pgbench, which claims and settles without running
anything, on connections of its own to PostgreSQL.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from statistics import median

import psycopg

from common.settings import Settings
from load import ours, pgbench, samples
from load.comparison import Comparison, alternate, compare
from load.conditions import conditions
from load.options import Options
from load.platform import await_workers, platform
from load.samples import BATCH, PAYLOAD_BYTES
from load.tenant import new_tenant
from stack.private import PrivateStack
from stack.waiting import wait_until

JOBS = 200_000
ROUNDS = 3
PROCESSES = {"processes_1": 1, "ours": 2, "processes_4": 4}
CLIENTS = 4
SECONDS = 600
SCRIPT = Path(__file__).parent / "scripts" / "drain.sql"

LAST_PAGE = "select coalesce(pg_sequence_last_value('queue.page_id_seq'::regclass), 0)"
SETTLED = """
select
    coalesce(sum(queue.size_of(p)), 0)::bigint,
    extract(epoch from max(s.settled_at) - min(p.leased_at))::double precision
from queue.page as p
    inner join queue.settlement as s on s.page_id = p.page_id and s.job_id = 0
where p.page_id > %s
"""


def run(options: Options) -> Comparison:
    """Jobs per second of 1, 2 and 4 processes (ours is 2), and of SQL alone."""
    jobs = options.jobs_or(JOBS) // BATCH * BATCH
    with platform(workers=0) as stack:
        with stack.connect() as connection:
            samples.prepare(connection)
            tenant, _ = new_tenant(connection, "bench")

        def side(drain: Callable[[], None]) -> Callable[[float], float]:
            return lambda _: jobs / _drained(stack, tenant, jobs, drain)

        sides = {name: side(_processes(stack, count)) for name, count in PROCESSES.items()}
        sides["reference"] = side(lambda: _sql(stack, jobs))
        found = alternate(sides, seconds=options.seconds, rounds=ROUNDS)
        config = conditions(
            stack,
            jobs=jobs,
            payload_bytes=PAYLOAD_BYTES,
            ours="2 worker processes through PgBouncer",
            concurrency=Settings.concurrency,
            reference="pgbench, 4 clients, directly to PostgreSQL",
        )
    figures = {name: median(found[name]) for name in PROCESSES if name != "ours"}
    return compare("jobs", found, unit="jobs/s", config=config, figures=figures)


def _drained(stack: PrivateStack, tenant: str, jobs: int, drain: Callable[[], None]) -> float:
    """Seconds from the first claim to the last settlement, by the times in the database."""
    with stack.connect() as connection:
        connection.execute("select queue.pause('default')")
        ours.fill(connection, tenant, jobs // BATCH)
        row = connection.execute(LAST_PAGE).fetchone()
        before = row[0] if row else 0
        drain()
        wait_until(
            lambda: _settled(connection, before)[0] == jobs,
            SECONDS,
            f"Not all {jobs} jobs were settled.",
            lambda: f"{_settled(connection, before)[0]} were.",
        )
        return _settled(connection, before)[1]


def _settled(connection: psycopg.Connection, before: int) -> tuple[int, float]:
    """How many jobs were settled since a page, and the seconds from their claim to their end."""
    row = connection.execute(SETTLED, (before,)).fetchone()
    return (row[0], row[1]) if row else (0, 0.0)


def _processes(stack: PrivateStack, count: int) -> Callable[[], None]:
    """Starts so many workers, which find the queue paused, and resumes it when they rest."""

    def drain() -> None:
        stack.scale(worker=count)
        await_workers(stack)
        _resume(stack)

    return drain


def _sql(stack: PrivateStack, jobs: int) -> None:
    stack.scale(worker=0)
    _resume(stack)
    pgbench.run(
        stack,
        SCRIPT.read_text(),
        dsn=stack.admin_dsn(),
        clients=CLIENTS,
        scripts=math.ceil(jobs / BATCH / CLIENTS * 1.05),
        variables={"batch": BATCH},
    )


def _resume(stack: PrivateStack) -> None:
    with stack.connect() as connection:
        connection.execute("select queue.resume('default')")
