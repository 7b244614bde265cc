"""The reference: jobs in one table, claimed with FOR UPDATE SKIP LOCKED, deleted when done."""

from __future__ import annotations

from pathlib import Path

import psycopg

from load import samples
from stack.private import PrivateStack

SCRIPTS = Path(__file__).parent / "scripts"
# A queue is empty at one moment and full at the next: statistics mislead the planner, so that what
# a person would tune is told here. Ours says the same in its functions.
PLANS = "-c enable_seqscan=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan"
NAPTIME = "alter system set autovacuum_naptime = '5s'"


def prepare(connection: psycopg.Connection) -> None:
    """Makes the table, and lets autovacuum look at it often."""
    connection.execute((SCRIPTS / "skip_locked_setup.sql").read_bytes())
    connection.execute(NAPTIME)
    connection.execute("select pg_reload_conf()")


def make_database(stack: PrivateStack, name: str) -> None:
    """Makes a database that has the table, and payloads for it, and nothing else."""
    with stack.connect("postgres") as connection:
        connection.execute(f'create database "{name}" template template0')
    with stack.connect(name) as connection:
        samples.prepare(connection)
        prepare(connection)


def drain(connection: psycopg.Connection) -> int:
    """Deletes all jobs; says how many there were."""
    return connection.execute("delete from bench.job").rowcount
