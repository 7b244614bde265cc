"""Clients that each talk to one API process, though all processes share one port.

The kernel deals out new connections; one that is kept open stays with its process.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from stack.stack import Stack
from tests.client import Client

LISTEN = "0A"  # the state of a socket in /proc/net/tcp
TRIES = 100  # connections; that one of two processes gets none of them is next to impossible


class OneConnection(aiohttp.TCPConnector):
    """A connector that keeps one connection and knows its local port."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        super().__init__(limit=1, socket_factory=self._make, keepalive_timeout=300)

    def _make(self, address: Any) -> socket.socket:
        made = socket.socket(*address[:3])
        self.sockets.append(made)
        return made

    @property
    def port(self) -> int:
        """The port at this end of the connection, of which there must have been one only."""
        assert len(self.sockets) == 1, "the connection was lost in between"
        return int(self.sockets[0].getsockname()[1])


@asynccontextmanager
async def clients_of_processes(platform: Stack) -> AsyncIterator[list[Client]]:
    """One client for each API process of the platform, in the order of their names."""
    states = platform.supervision.states()
    pids = [state.pid for name, state in sorted(states.items()) if name.startswith("api-")]
    async with AsyncExitStack() as stack:
        found: dict[int, Client] = {}
        for _ in range(TRIES):
            connector = OneConnection()
            client = Client(platform.base_url, connector=connector)
            await client.get("/health/live")
            pid = _owner(platform.ports.http, connector.port, pids)
            if pid in found:
                await client.session.close()
                continue
            found[pid] = await stack.enter_async_context(client)
            if len(found) == len(pids):
                break
        yield [found[pid] for pid in pids]


def listeners(port: int) -> int:
    """How many processes listen on a port of the loopback."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[3] == LISTEN and row[1].endswith(f":{port:04X}") for row in rows)


def _owner(server_port: int, client_port: int, pids: list[int]) -> int:
    """Which of these processes holds the server's end of a connection on the loopback."""
    ends = (f":{server_port:04X}", f":{client_port:04X}")
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    inode = next(row[9] for row in rows if (row[1][-5:], row[2][-5:]) == ends)
    for pid in pids:
        for descriptor in Path(f"/proc/{pid}/fd").iterdir():
            try:
                if str(descriptor.readlink()) == f"socket:[{inode}]":
                    return pid
            except FileNotFoundError:  # closed while we looked
                continue
    raise AssertionError(f"no API process holds the connection from port {client_port}")
