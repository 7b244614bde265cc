"""Making a request wait in the middle of its transaction, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from stack.stack import Stack
from tests.waiting import eventually

HOLD = (
    "select pg_advisory_lock(hashtextextended(concat_ws(' ', 'event.key', %s::uuid, %s::text), 0))"
)
AWAITED = "select count(*) from pg_stat_activity where %s = any (pg_blocking_pids(pid))"


@dataclass
class HeldKey:
    """The key of a tenant's events whose turn it is: an event of it that asks for order waits."""

    connection: psycopg.Connection

    async def is_awaited(self) -> None:
        """Waits until a transaction waits for the key."""
        own = self.connection.info.backend_pid

        async def look() -> bool:
            return self.connection.execute(AWAITED, (own,)).fetchone() == (1,)

        await eventually(look, what="the wait of a request")


@contextmanager
def held_key(platform: Stack, tenant_id: str, key: str) -> Iterator[HeldKey]:
    """Holds a key of a tenant's events while the block lasts."""
    with platform.connect() as connection:
        connection.execute(HOLD, (tenant_id, key))
        yield HeldKey(connection)
