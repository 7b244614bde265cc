"""Clients that enqueue one job after the other, and know when each was on its way.

Ours calls `gateway.invoke` through PgBouncer and rings after the commit, with the very parts that
the API process does it with. The plain one inserts into the table of the reference, and notifies in
the same transaction.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import psycopg

from common.database import Database
from common.rings import Rings
from common.settings import Settings
from load import stamps
from load.tenant import route_id
from stack.private import PrivateStack

CREATED = 201
INSERT = """
with added as (
    insert into bench.job (tenant_id, queue, priority, kind, payload)
    values (gen_random_uuid(), 'default', 2, 'bench.stamp', %s)
    returning job_id
)
select pg_notify('bench_job', '') from added
"""

Send = Callable[[dict[str, object]], Awaitable[None]]


@dataclass(frozen=True)
class Moment:
    """When a job was sent, when its enqueuing had returned, and when its handler started."""

    sent: float
    returned: float
    started: float

    @property
    def wait(self) -> float:
        """Milliseconds from the committed enqueue to the start of the handler."""
        return (self.started - self.returned) * 1000

    @property
    def whole(self) -> float:
        """Milliseconds from just before the enqueue was sent to the start of the handler."""
        return (self.started - self.sent) * 1000


async def send_all(send: Send, directory: Path, count: int, every: float) -> list[Moment]:
    """Enqueues so many jobs, one every so many seconds, and waits until all have started."""
    sent: list[tuple[float, float]] = []
    file = stamps.new_file(directory)
    start = time.monotonic()
    for number in range(count):
        await asyncio.sleep(max(0.0, start + number * every - time.monotonic()))
        before = time.monotonic()
        await send({"file": str(file), "number": number})
        sent.append((before, time.monotonic()))
    started = await asyncio.to_thread(stamps.await_all, file, count)
    return [Moment(*sent[number], started[number]) for number in range(count)]


@asynccontextmanager
async def api_sender(stack: PrivateStack, secret: str) -> AsyncIterator[Send]:
    """Enqueues as the API does: one call, and the bell after its commit."""
    with stack.connect() as connection:
        route = route_id(connection, "enqueue_job")
    credential = hashlib.sha256(secret.encode()).digest()
    settings = Settings.from_environment(stack.process_environment)
    async with (
        Database(settings, "howdah_api", size=1) as requests,
        Database(settings, "howdah_api", size=1) as own,
    ):
        rings = Rings(own, "gateway.ring")
        ringing = asyncio.create_task(rings.run())

        async def send(payload: dict[str, object]) -> None:
            arguments = orjson.dumps({"kind": "bench.stamp", "payload": payload}).decode()
            call = (route, credential, arguments, None, None, "bench", None)
            status, body, _, topics = (await requests.call("gateway.invoke", *call))[0]
            rings.add(topics)
            if status != CREATED:
                raise RuntimeError(f"the job was refused: {status} {body}")

        yield send
        ringing.cancel()


@asynccontextmanager
async def plain_sender(stack: PrivateStack) -> AsyncIterator[Send]:
    """Enqueues into the table of the reference, through the same pool."""
    connection = await psycopg.AsyncConnection.connect(
        stack.pool_dsn("howdah_api"), autocommit=True, prepare_threshold=None
    )
    async with connection:

        async def send(payload: dict[str, object]) -> None:
            await connection.execute(INSERT, (orjson.dumps(payload).decode(),))

        yield send
