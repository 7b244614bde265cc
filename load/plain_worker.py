"""The reference of `bench latency`: a worker that listens, claims with SKIP LOCKED, and deletes.

Nothing else: no heartbeats, no metrics, no concurrency, no fairness. It polls once a second, in
case that it missed a notification.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import uvloop

from load import jobs_table, stamps
from stack.home import CHECKOUT
from stack.private import PrivateStack

CLAIM = """
update bench.job as j
set attempts = j.attempts + 1, locked_until = now() + interval '30 seconds', locked_by = 'plain'
where j.job_id = any (array(
    select f.job_id
    from bench.job as f
    where f.queue = 'default'
        and f.run_at <= now()
        and (f.locked_until is null or f.locked_until < now())
    order by f.priority, f.run_at, f.job_id
    limit 100
    for update skip locked
))
returning j.job_id, j.payload
"""
SETTLE = "delete from bench.job as j where j.job_id = any (%s) and j.locked_by = 'plain'"
GRANTS = """
grant usage on schema bench to howdah_api, howdah_worker;
grant select, insert on bench.job to howdah_api;
grant select, update, delete on bench.job to howdah_worker;
"""


@contextmanager
def plain_worker(stack: PrivateStack) -> Iterator[None]:
    """Lets a plain worker run on the table of the reference for as long as the block lasts."""
    with stack.connect() as connection:
        connection.execute("create schema bench")
        jobs_table.prepare(connection)
        connection.execute(GRANTS)
    environment = os.environ | {
        "BENCH_LISTEN": stack.pool_dsn("howdah_listen"),
        "BENCH_WORK": stack.pool_dsn("howdah_worker"),
    }
    command = [sys.executable, "-m", "load.plain_worker"]
    process = subprocess.Popen(command, cwd=CHECKOUT, env=environment)  # noqa: S603  (made here)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


async def work(listen: str, pool: str) -> None:
    """Works until it is killed."""
    listener = await psycopg.AsyncConnection.connect(listen, autocommit=True)
    connection = await psycopg.AsyncConnection.connect(
        pool, autocommit=True, prepare_threshold=None
    )
    await listener.execute("listen bench_job")
    while True:
        while jobs := await (await connection.execute(CLAIM)).fetchall():
            for _, payload in jobs:
                stamps.note(payload["file"], payload["number"])
            await connection.execute(SETTLE, ([job_id for job_id, _ in jobs],))
        async for _ in listener.notifies(timeout=1, stop_after=1):
            pass


if __name__ == "__main__":
    uvloop.run(work(os.environ["BENCH_LISTEN"], os.environ["BENCH_WORK"]))
