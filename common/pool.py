"""A bounded set of connections to PgBouncer that notices at once when they die.

There is no background reconnection with hidden waits: a connection is made when a caller needs
one, so a refused connection is an immediate error, and the first call after the server is back
succeeds. Handing out an idle connection costs one poll of its socket, not a round trip.
"""

import asyncio
import random
import select
import time
from collections import deque
from collections.abc import Awaitable, Callable

import psycopg
from psycopg.pq import TransactionStatus

from common.faults import Unavailable

Connection = psycopg.AsyncConnection[tuple[object, ...]]

_LIFETIME = 3600.0
_PAUSE_AFTER_REFUSAL = 0.1


class Pool:
    """At most `size` connections; a caller waits at most `wait` seconds for a free one."""

    def __init__(
        self, connect: Callable[[], Awaitable[Connection]], size: int, wait: float
    ) -> None:
        self._connect = connect
        self._wait = wait
        self._free = asyncio.Semaphore(size)
        self._idle: deque[Connection] = deque()
        self._ends: dict[Connection, float] = {}
        self._refusal: tuple[float, psycopg.Error] | None = None
        self._closed = False

    @property
    def open_connections(self) -> int:
        """Count the connections that are open now, idle or in use."""
        return len(self._ends)

    async def acquire(self) -> Connection:
        """Give a live connection; it must come back by `release`.

        Raises Unavailable when none gets free in time, psycopg.OperationalError when a new one
        is refused (for a moment after a refusal, the same error without another try).
        """
        if self._free.locked():
            await self._wait_for_turn()
        else:
            await self._free.acquire()
        try:
            while self._idle:
                connection = self._idle.pop()
                if _is_quiet(connection):
                    return connection
                await self._discard(connection)
            return await self._open()
        except BaseException:
            self._free.release()
            raise

    async def release(self, connection: Connection) -> None:
        """Take a connection back; one that is broken, old or inside a transaction is closed."""
        try:
            idle = connection.pgconn.transaction_status == TransactionStatus.IDLE
            if self._closed or not idle or time.monotonic() > self._ends[connection]:
                await self._discard(connection)
            else:
                self._idle.append(connection)
        finally:
            self._free.release()

    async def close(self) -> None:
        """Close the idle connections now and the others when they come back."""
        self._closed = True
        while self._idle:
            await self._discard(self._idle.pop())

    async def _wait_for_turn(self) -> None:
        try:
            async with asyncio.timeout(self._wait):
                await self._free.acquire()
        except TimeoutError:
            raise Unavailable(f"no connection got free within {self._wait:g} s") from None

    async def _open(self) -> Connection:
        if self._closed:
            raise Unavailable("the pool is closed")
        if self._refusal is not None and time.monotonic() < self._refusal[0]:
            raise Unavailable(str(self._refusal[1]))
        try:
            connection = await self._connect()
        except psycopg.Error as error:
            self._refusal = (time.monotonic() + _PAUSE_AFTER_REFUSAL, error)
            raise
        self._refusal = None
        jitter = random.uniform(0.9, 1.1)  # noqa: S311 (not a secret)
        self._ends[connection] = time.monotonic() + _LIFETIME * jitter
        return connection

    async def _discard(self, connection: Connection) -> None:
        self._ends.pop(connection, None)
        await connection.close()


def _is_quiet(connection: Connection) -> bool:
    """Tell whether an idle connection still looks alive.

    Between two calls the other side has nothing to say, so anything to read is its farewell.
    """
    if connection.closed:
        return False
    poll = select.poll()
    poll.register(connection.pgconn.socket, select.POLLIN)
    return not poll.poll(0)
