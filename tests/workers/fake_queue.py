"""A queue in memory that answers the worker's calls, and the parts of a worker around it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import orjson
import psycopg
from prometheus_client import CollectorRegistry

from common.database import Database, Row
from common.rings import Rings
from workers.executor import Executor
from workers.holds import Holds
from workers.leases import ServerClock
from workers.loop import Loop
from workers.metrics import Metrics
from workers.registry import Handler
from workers.slots import Slots
from workers.wakeups import Wakeups

TENANT = UUID("01890000-0000-7000-8000-000000000001")


class LeaseLostError(psycopg.Error):
    """What the database raises for a lease that is over."""

    sqlstate = "QU409"


class FakeQueue:
    """Gives out its pages once and remembers what it was told."""

    def __init__(self) -> None:
        self.pages: list[list[Row]] = []
        self.settled: dict[int, list[dict[str, Any]]] = {}
        self.calls: Counter[str] = Counter()
        self.faults: dict[str, list[BaseException]] = {}
        self.lease = timedelta(seconds=30)
        self.log: list[str] = []
        self.at_commit: list[str] = []

    def put(self, *kinds: str, payload: object = None, sql_handler: str | None = None) -> int:
        """Add a page of one job for each kind; gives the page's id."""
        page_id = len(self.pages) + 1 + self.calls["queue.claim"] * 1000
        until = datetime.now(UTC) + self.lease
        head = (page_id, uuid4(), until, TENANT)
        text = orjson.dumps(payload).decode()
        self.pages.append(
            [
                (*head, page_id * 100 + index, "default", kind, 1, 5, text, None, sql_handler)
                for index, kind in enumerate(kinds)
            ]
        )
        return page_id

    async def call(self, function: str, /, *arguments: Any, **_named: object) -> list[Row]:
        """Answer a call, or raise the next fault that was laid for it."""
        await asyncio.sleep(0)
        self.calls[function] += 1
        self.log.append(function)
        if self.faults.get(function):
            raise self.faults[function].pop(0)
        match function:
            case "queue.claim":
                claimed, self.pages = self.pages[: arguments[2]], self.pages[arguments[2] :]
                return [row for page in claimed for row in page]
            case "queue.rest":
                return [(timedelta(seconds=5),)]
            case "queue.heartbeat":
                return [(datetime.now(UTC) + self.lease,)]
            case "queue.settle":
                self.settled[arguments[0]] = orjson.loads(arguments[2])
                return [(["event"],)]
        return [(None,)]

    async def value(self, function: str, /, *arguments: Any, **named: object) -> Any:
        """Answer a call with its first value."""
        return (await self.call(function, *arguments, **named))[0][0]

    def call_at_commit(self, function: str, /, *_arguments: object) -> None:
        """Note the call that goes with the commit."""
        self.at_commit.append(function)

    @asynccontextmanager
    async def transaction(self, first: str, *arguments: object) -> AsyncIterator["FakeQueue"]:
        """Open a transaction; its commit can be given a fault too."""
        await self.call(first, *arguments)
        yield self
        for function in self.at_commit:
            await self.call(function)
        await self.call("commit")


class FakeWorker:
    """All parts of a worker, wired as the process does it, on a queue in memory."""

    def __init__(self, queue: FakeQueue, handlers: dict[str, Handler], slots: int) -> None:
        database = cast(Database, queue)
        metrics = Metrics(CollectorRegistry())
        self.clock = ServerClock(queue)
        self.executor = Executor(handlers, database, metrics, job_timeout=None)
        self.slots = Slots(slots, self.executor, lambda: self.loop.progressed())
        self.rings = Rings(queue, "queue.ring")
        self.holds = Holds(queue, self.clock, self.slots, self.rings, metrics)
        self.wakeups = Wakeups(lambda: True)
        self.loop = Loop(
            "test",
            ("default",),
            database,
            database,
            self.slots,
            self.holds,
            self.wakeups,
            metrics,
        )

    @asynccontextmanager
    async def working(self, grace: float = 5.0) -> AsyncIterator[asyncio.Task[None]]:
        """Work during the block, then drain."""
        task = asyncio.create_task(self.loop.run(grace))
        try:
            yield task
        finally:
            self.loop.stop()
            await task


async def until(condition: Callable[[], object]) -> None:
    """Wait until a condition holds; fails after 5 s."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 (the condition is plain data)
            await asyncio.sleep(0.001)
