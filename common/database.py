"""The way to the database: calls of functions, through PgBouncer in transaction mode.

PgBouncer may give every transaction another server connection, so nothing here outlives one:
no prepared statements, no session settings, no startup options.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

import orjson
import psycopg
from psycopg.types.json import Jsonb, JsonbDumper, set_json_dumps, set_json_loads

from common.calls import Caller, Row, perform, perform_within
from common.faults import is_unavailable, retrying
from common.pool import Connection, Pool
from common.settings import Settings
from common.transaction import Transaction

__all__ = ["Caller", "Database", "Jsonb", "Row", "Transaction"]


class Database:
    """Connections of one role to the PgBouncer pool of the same name.

    `size` connections at most; `wait` seconds at most for a free one; `deadline` seconds at most
    for the answer to one call (None: as long as the server allows). When the database can't be
    reached, a call or transaction tries for `patience` seconds to begin. `committed` is called
    after each transaction that committed. A dict is passed as jsonb, a list as an array (wrap it
    in `Jsonb` otherwise), a str as what the function expects.
    Errors are psycopg's, with `sqlstate`; `common.faults.is_unavailable` tells those which mean
    that the database could not be reached.
    """

    def __init__(
        self,
        settings: Settings,
        role: str,
        *,
        size: int,
        wait: float = 5.0,
        deadline: float | None = None,
        patience: float = 0.0,
        committed: Callable[[], None] | None = None,
    ) -> None:
        self._arguments: dict[str, Any] = {
            "host": settings.pool_host,
            "port": settings.pool_port,
            "dbname": role,
            "user": role,
            "password": settings.password(role),
            "application_name": role,
            "connect_timeout": 5,
            "keepalives_idle": 15,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 15_000,
        }
        self._deadline = deadline
        self._patience = patience
        self._committed = committed
        self._pool = Pool(self._connect, size, wait)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections; later calls raise Unavailable."""
        await self._pool.close()

    @property
    def open_connections(self) -> int:
        """Count the connections that are open now."""
        return self._pool.open_connections

    async def call(self, function: str, /, *arguments: object, **named: object) -> list[Row]:
        """Call `schema.function(…)` in a transaction of its own, in one round trip."""
        connection = await self._acquire()
        try:
            if self._deadline is None:
                return await perform(connection, function, arguments, named)
            return await perform_within(self._deadline, connection, function, arguments, named)
        finally:
            await self._pool.release(connection)

    async def value(self, function: str, /, *arguments: object, **named: object) -> Any:
        """Call `schema.function(…)` and give the first column of its first row, or None."""
        rows = await self.call(function, *arguments, **named)
        return rows[0][0] if rows else None

    @asynccontextmanager
    async def transaction(
        self, first: str | None = None, *arguments: object
    ) -> AsyncIterator[Transaction]:
        """Open a transaction: it commits when the block ends, and rolls back when it raises.

        `first` is a function that is called, with these arguments, in the round trip that begins.
        """
        connection, transaction = await retrying(
            lambda: self._begin(first, arguments),
            seconds=self._patience,
            is_worth_it=is_unavailable,
        )
        try:
            yield transaction
            await transaction.commit()
            if self._committed is not None:
                self._committed()
        except BaseException:
            await transaction.rollback()
            raise
        finally:
            await self._pool.release(connection)

    async def _acquire(self) -> Connection:
        if not self._patience:
            return await self._pool.acquire()
        return await retrying(
            self._pool.acquire, seconds=self._patience, is_worth_it=is_unavailable
        )

    async def _begin(
        self, first: str | None, arguments: tuple[object, ...]
    ) -> tuple[Connection, Transaction]:
        connection = await self._pool.acquire()
        transaction = Transaction(connection)
        try:
            await transaction.begin(first, *arguments)
        except BaseException:
            await transaction.rollback()
            await self._pool.release(connection)
            raise
        return connection, transaction

    async def _connect(self) -> Connection:
        connection = await psycopg.AsyncConnection.connect(
            **self._arguments, autocommit=True, prepare_threshold=None
        )
        set_json_dumps(orjson.dumps, connection)
        set_json_loads(orjson.loads, connection)
        connection.adapters.register_dumper(dict, JsonbDumper)
        return connection
