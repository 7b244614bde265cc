"""`bench queue --cost`: what a job costs the database: log, commits, dead rows."""

from __future__ import annotations

from typing import Any, NamedTuple

import psycopg

from load.comparison import Comparison
from load.conditions import conditions
from load.deployed import deployed
from load.options import Options
from load.samples import BATCH, PAYLOAD_BYTES
from load.sides import CLIENTS, Side, prepare

JOBS = 1_000_000
SCHEMAS = {"ours": ["queue", "pulse"], "reference": ["bench"]}

WRITTEN = """
select coalesce(sum(s.count), 0)::bigint, coalesce(sum(s.record_size), 0)::bigint
from bench.pg_get_wal_stats(%s, %s) as s
"""
COMMITS = "select d.xact_commit from pg_stat_database as d where d.datname = current_database()"
ROWS = """
select
    coalesce(sum(pg_stat_get_dead_tuples(t.oid)), 0)::bigint,
    coalesce(sum(pg_stat_get_tuples_updated(t.oid) + pg_stat_get_tuples_deleted(t.oid)), 0)::bigint
from pg_class as c
    inner join pg_namespace as n on n.oid = c.relnamespace
    cross join lateral unnest(array[c.oid, nullif(c.reltoastrelid, 0)]) as t (oid)
where n.nspname = any (%s) and c.relkind = 'r'
"""


class Cost(NamedTuple):
    """What all the jobs together cost. Not every row that is updated or deleted stays dead: some
    are swept when their page is used again, all of a table when it is truncated."""

    wal_bytes: int
    wal_bytes_without_images: int
    wal_records: int
    commits: int
    dead_tuples: int
    rows_rewritten: int


class Facts(NamedTuple):
    """Where the log stands, and what was counted so far."""

    lsn: str
    commits: int
    dead: int
    rewritten: int


def run(options: Options) -> Comparison:
    """Lets the jobs pass through ours and then through the reference."""
    jobs = options.jobs_or(JOBS)
    with deployed() as stack:
        sides = prepare(stack)
        _keep_everything(sides["ours"], sides["reference"])
        ours, reference = (
            _per_job(_measure(sides[name], jobs, SCHEMAS[name]), jobs)
            for name in ("ours", "reference")
        )
        config = conditions(
            stack,
            jobs=jobs,
            clients=CLIENTS,
            batch=BATCH,
            payload_bytes=PAYLOAD_BYTES,
            autovacuum="off",
        )
    return Comparison(
        bench="queue cost",
        ours=ours["wal_bytes_per_job"],
        reference=reference["wal_bytes_per_job"],
        unit="bytes of WAL per job",
        config=config,
        figures=ours | {f"reference_{name}": value for name, value in reference.items()},
    )


def _keep_everything(*sides: Side) -> None:
    """Nothing is cleaned away meanwhile, and the log stays until it has been looked at."""
    for side in sides:
        with side.stack.connect(side.database) as connection:
            connection.execute("create extension pg_walinspect schema bench")
            connection.execute("alter system set autovacuum = off")
            connection.execute("alter system set wal_keep_size = '32GB'")
            connection.execute("select pg_reload_conf()")


def _measure(side: Side, jobs: int, schemas: list[str]) -> Cost:
    """What it costs to let so many jobs pass, from a checkpoint on."""
    with side.stack.connect(side.database) as connection:
        side.process(CLIENTS * BATCH)
        connection.execute("checkpoint")
        before = _facts(connection, schemas)
        side.process(jobs)
        after = _facts(connection, schemas)
        records, without_images = _one(connection, WRITTEN, (before.lsn, after.lsn))
        wal = _one(connection, "select pg_wal_lsn_diff(%s, %s)::bigint", (after.lsn, before.lsn))
    return Cost(
        wal[0],
        without_images,
        records,
        after.commits - before.commits,
        after.dead - before.dead,
        after.rewritten - before.rewritten,
    )


def _facts(connection: psycopg.Connection, schemas: list[str]) -> Facts:
    connection.execute("select pg_stat_force_next_flush()")
    return Facts(
        *_one(connection, "select pg_current_wal_flush_lsn()::text"),
        *_one(connection, COMMITS),
        *_one(connection, ROWS, (schemas,)),
    )


def _one(
    connection: psycopg.Connection, query: str, arguments: tuple[object, ...] = ()
) -> tuple[Any, ...]:
    return connection.execute(query, arguments).fetchone() or ()


def _per_job(cost: Cost, jobs: int) -> dict[str, float]:
    return {
        "wal_bytes_per_job": round(cost.wal_bytes / jobs, 1),
        "wal_bytes_per_job_without_images": round(cost.wal_bytes_without_images / jobs, 1),
        "wal_records_per_job": round(cost.wal_records / jobs, 3),
        "commits_per_job": round(cost.commits / jobs, 4),
        "dead_tuples_per_100_jobs": round(100 * cost.dead_tuples / jobs, 2),
        "rows_rewritten_per_100_jobs": round(100 * cost.rows_rewritten / jobs, 2),
    }
