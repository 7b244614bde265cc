"""`bench drivers`: the call of a request by psycopg, beside the same call by asyncpg.

Both go through PgBouncer in transaction mode without prepared statements, 64 callers share 16
connections of one process, and each call is a list of 20 rows by `gateway.invoke`.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable

import asyncpg
import psycopg
import uvloop

from load.comparison import Comparison, alternate, compare
from load.conditions import conditions
from load.gateway import prepare
from load.options import Options
from stack.private import PrivateStack

CALLERS = 64
CONNECTIONS = 16
ARGUMENTS = '{"limit": 20}'

PSYCOPG = "select * from gateway.invoke(%s, %s, %s::jsonb, null, null, 'bench', null)"
ASYNCPG = "select * from gateway.invoke($1, $2, $3::jsonb, null, null, 'bench', null)"

Call = Callable[[], Awaitable[object]]


def run(options: Options) -> Comparison:
    """Calls per second of both drivers in one process."""
    with PrivateStack(api=0, worker=0, durable=True) as stack:
        secret, route = prepare(stack)
        digest = hashlib.sha256(secret.encode()).digest()
        dsn = stack.pool_dsn("howdah_api")
        sides = {
            "ours": lambda share: uvloop.run(_psycopg(dsn, route, digest, share)),
            "reference": lambda share: uvloop.run(_asyncpg(dsn, route, digest, share)),
        }
        found = alternate(sides, seconds=options.seconds, rounds=5)
        config = conditions(
            stack, ours="psycopg", reference="asyncpg", connections=CONNECTIONS, callers=CALLERS
        )
    return compare("drivers", found, unit="calls/s", config=config)


async def _psycopg(dsn: str, route: int, digest: bytes, seconds: float) -> float:
    connections = [
        await psycopg.AsyncConnection.connect(dsn, autocommit=True, prepare_threshold=None)
        for _ in range(CONNECTIONS)
    ]

    def call_on(connection: psycopg.AsyncConnection) -> Call:
        async def call() -> object:
            cursor = await connection.execute(PSYCOPG, (route, digest, ARGUMENTS))
            return await cursor.fetchall()

        return call

    try:
        return await _rate([call_on(c) for c in connections], seconds)
    finally:
        for connection in connections:
            await connection.close()


async def _asyncpg(dsn: str, route: int, digest: bytes, seconds: float) -> float:
    fields = psycopg.conninfo.conninfo_to_dict(dsn)
    connections = [
        await asyncpg.connect(
            host=fields["host"],
            port=int(str(fields["port"])),
            user=fields["user"],
            password=fields["password"],
            database=fields["dbname"],
            statement_cache_size=0,
        )
        for _ in range(CONNECTIONS)
    ]

    def call_on(connection: asyncpg.Connection) -> Call:
        async def call() -> object:
            return await connection.fetch(ASYNCPG, route, digest, ARGUMENTS)

        return call

    try:
        return await _rate([call_on(c) for c in connections], seconds)
    finally:
        for connection in connections:
            await connection.close()


async def _rate(calls: list[Call], seconds: float) -> float:
    """Lets the callers take turns on the connections until the time is over."""
    free: asyncio.Queue[Call] = asyncio.Queue()
    for call in calls:
        free.put_nowait(call)
    end = time.perf_counter() + seconds
    done = 0

    async def caller() -> None:
        nonlocal done
        while time.perf_counter() < end:
            call = await free.get()
            await call()
            free.put_nowait(call)
            done += 1

    start = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(CALLERS)))
    return done / (time.perf_counter() - start)
