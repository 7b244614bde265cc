"""The pool: bounded, quick to refuse, and never the owner of a dead connection."""

import asyncio
import socket
from types import SimpleNamespace
from typing import cast

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from common.faults import Unavailable
from common.pool import Connection, Pool


class FakeConnection:
    """A connection with a real socket, whose other end the test holds."""

    def __init__(self) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.closed = False
        self.pgconn = SimpleNamespace(
            socket=self.ours.fileno(), transaction_status=TransactionStatus.IDLE
        )

    async def close(self) -> None:
        """Close both ends."""
        self.closed = True
        self.ours.close()
        self.theirs.close()


class Server:
    """Accepts connections, or refuses them."""

    def __init__(self) -> None:
        self.connections: list[FakeConnection] = []
        self.refusing = False
        self.tries = 0

    async def connect(self) -> Connection:
        """Give a new connection."""
        self.tries += 1
        if self.refusing:
            raise psycopg.OperationalError("refused")
        self.connections.append(FakeConnection())
        return cast(Connection, self.connections[-1])


async def test_a_connection_is_used_again() -> None:
    server = Server()
    pool = Pool(server.connect, size=2, wait=1)
    for _ in range(3):
        await pool.release(await pool.acquire())
    assert server.tries == pool.open_connections == 1
    await pool.close()
    assert server.connections[0].closed


async def test_a_connection_that_the_other_side_closed_is_not_handed_out() -> None:
    server = Server()
    pool = Pool(server.connect, size=2, wait=1)
    await pool.release(await pool.acquire())
    server.connections[0].theirs.close()
    second = await pool.acquire()
    assert second is cast(Connection, server.connections[1])
    assert server.connections[0].closed
    await pool.release(second)
    await pool.close()


async def test_a_connection_that_is_left_in_a_transaction_is_closed() -> None:
    server = Server()
    pool = Pool(server.connect, size=1, wait=1)
    connection = await pool.acquire()
    server.connections[0].pgconn.transaction_status = TransactionStatus.INERROR
    await pool.release(connection)
    assert server.connections[0].closed
    assert pool.open_connections == 0


async def test_who_waits_too_long_is_refused_and_takes_nothing_away() -> None:
    server = Server()
    pool = Pool(server.connect, size=1, wait=0.01)
    only = await pool.acquire()
    with pytest.raises(Unavailable, match=r"0\.01 s"):
        await pool.acquire()
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    await pool.release(only)
    assert await waiting is only
    await pool.release(only)
    await pool.close()


async def test_a_refused_connection_is_an_error_at_once_and_not_tried_again_for_a_moment() -> None:
    server = Server()
    server.refusing = True
    pool = Pool(server.connect, size=2, wait=1)
    with pytest.raises(psycopg.OperationalError, match="refused"):
        await pool.acquire()
    with pytest.raises(Unavailable, match="refused"):
        await pool.acquire()
    assert server.tries == 1
    server.refusing = False
    await asyncio.sleep(0.11)
    await pool.release(await pool.acquire())
    await pool.close()
