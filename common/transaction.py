"""A transaction of several calls, with as few round trips as it can have."""

from contextlib import suppress
from typing import Any

import psycopg
from psycopg.errors import InFailedSqlTransaction
from psycopg.pq import TransactionStatus

from common.calls import Row, inline, perform
from common.pool import Connection


class Transaction:
    """One open transaction; every call in it commits together with the others or not at all.

    Its first and last call can travel with its begin and its commit.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: bytes | None = None

    async def call(self, function: str, /, *arguments: object, **named: object) -> list[Row]:
        """Call `schema.function(…)` in this transaction and give all its rows."""
        return await perform(self._connection, function, arguments, named)

    async def value(self, function: str, /, *arguments: object, **named: object) -> Any:
        """Call `schema.function(…)` and give the first column of its first row, or None."""
        rows = await perform(self._connection, function, arguments, named)
        return rows[0][0] if rows else None

    def call_at_commit(self, function: str, /, *arguments: object) -> None:
        """Let the commit make this call just before; if it raises, nothing is committed."""
        self._last = inline(self._connection, function, arguments)

    async def begin(self, first: str | None, *arguments: object) -> None:
        """Begin, and make the first call in the same round trip."""
        query = b"begin"
        if first is not None:
            query += b"; " + inline(self._connection, first, arguments)
        await self._connection.execute(query)

    async def commit(self) -> None:
        """Make the last call, if there is one, and commit in the same round trip.

        Raises InFailedSqlTransaction when the error of a call was swallowed: the server would
        answer that commit with a silent rollback.
        """
        if self._connection.pgconn.transaction_status == TransactionStatus.INERROR:
            raise InFailedSqlTransaction("a call failed, so nothing can be committed")
        query = b"commit" if self._last is None else self._last + b"; commit"
        await self._connection.execute(query)

    async def rollback(self) -> None:
        """Undo everything; a connection on which this fails is of no further use."""
        with suppress(psycopg.Error):
            await self._connection.execute(b"rollback")
