"""A queue in memory that answers the worker's calls, and the parts of a worker around it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, groupby
from typing import Any, cast
from uuid import UUID, uuid4

import orjson
import psycopg
from prometheus_client import CollectorRegistry

from common.database import Database, Row
from common.rings import Rings
from workers.claims import Claims
from workers.cpu import CpuPool
from workers.executor import Executor
from workers.holds import Holds
from workers.leases import ServerClock
from workers.loop import Loop
from workers.metrics import Metrics
from workers.push import Push
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
        self.asked: list[int] = []
        self.stops: list[int] = []
        self.reports: list[tuple[Any, ...]] = []
        self.calls: Counter[str] = Counter()
        self.faults: dict[str, list[BaseException]] = {}
        self.lease = timedelta(seconds=30)
        self.rest = timedelta(seconds=5)
        self.log: list[str] = []
        self.at_commit: list[tuple[str, tuple[object, ...]]] = []
        self.now: Callable[[], datetime] = partial(datetime.now, UTC)
        self._page_ids = count(1)

    def put(
        self,
        *kinds: str,
        payload: object = None,
        deadline_at: datetime | None = None,
        sql_handler: str | None = None,
        http_handler: dict[str, object] | None = None,
        trace: str | None = None,
        is_suspect: bool = False,
    ) -> int:
        """Add a page of one job for each kind, the same kinds in a row as one slice.

        Gives the page's id; its jobs have the numbers from a hundred times that on.
        """
        page_id = next(self._page_ids)
        head = (page_id, uuid4(), datetime.now(UTC) + self.lease, TENANT)
        job_id = page_id * 100
        rows: list[Row] = []
        for kind, same in groupby(kinds):
            size = len(list(same))
            payloads = orjson.dumps([payload] * size).decode()
            tail = (payloads, trace, deadline_at, sql_handler, http_handler, is_suspect)
            rows.append((*head, job_id, 1, "default", kind, 5, *tail))
            job_id += size
        self.pages.append(rows)
        return page_id

    async def call(self, function: str, /, *arguments: Any, **_named: object) -> list[Row]:
        """Answer a call, or raise the next fault that was laid for it."""
        await asyncio.sleep(0)
        self.calls[function] += 1
        self.log.append(function)
        if self.faults.get(function):
            raise self.faults[function].pop(0)
        match function:
            case "queue.claim_slices":
                self.asked.append(arguments[2])
                return self.pages.pop(0) if self.pages else []
            case "queue.rest":
                return [(self.rest,)]
            case "queue.heartbeat":
                return [(datetime.now(UTC) + self.lease, self.stops)]
            case "queue.report":
                self.reports.append(arguments[2:])
            case "pg_catalog.clock_timestamp":
                return [(self.now(),)]
            case "queue.settle":
                self.settled[arguments[0]] = orjson.loads(arguments[2])
                return [(["event"],)]
        return [(None,)]

    async def value(self, function: str, /, *arguments: Any, **named: object) -> Any:
        """Answer a call with its first value."""
        return (await self.call(function, *arguments, **named))[0][0]

    def call_at_commit(self, function: str, /, *arguments: object) -> None:
        """Note the call that goes with the commit."""
        self.at_commit.append((function, arguments))

    @asynccontextmanager
    async def transaction(self, first: str, *arguments: object) -> AsyncIterator["FakeQueue"]:
        """Open a transaction; its commit can be given a fault too."""
        await self.call(first, *arguments)
        yield self
        for function, _ in self.at_commit:
            await self.call(function)
        await self.call("commit")


class FakeWorker:
    """All parts of a worker, wired as the process does it, on a queue in memory."""

    def __init__(
        self,
        queue: FakeQueue,
        handlers: Mapping[str, Handler],
        slots: int,
        job_timeout: float | None = None,
    ) -> None:
        database = cast(Database, queue)
        self.registry = CollectorRegistry()
        metrics = Metrics(self.registry)
        self.clock = ServerClock(queue)
        self.cpu = CpuPool(2, "test", "WARNING", "tests.workers.cpu_handlers")
        self.push = Push()
        self.executor = Executor(
            handlers, database, self.clock, self.cpu, self.push, job_timeout=job_timeout
        )
        self.claims = Claims(self.executor, database, metrics)
        self.slots = Slots(slots, self.executor, lambda: self.loop.progressed())
        self.rings = Rings(queue, "queue.ring")
        self.holds = Holds(queue, self.clock, self.slots, self.rings, metrics)
        self.wakeups = Wakeups(lambda: True)
        self.loop = Loop(
            "test",
            ("default",),
            queue,
            self.clock,
            self.claims,
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
            await self.cpu.aclose()
            await self.push.aclose()


async def until(condition: Callable[[], object], seconds: float = 5) -> None:
    """Wait until a condition holds; fails after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 (the condition is plain data)
            await asyncio.sleep(0.001)
