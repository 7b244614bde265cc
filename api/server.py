"""uvicorn, set up to share its port, to stop gracefully and to say nothing about itself."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Iterator

import uvicorn
from fastapi import FastAPI

from api.limits import LimitedProtocol
from api.services import Services

BACKLOG = 2048
IDLE_SECONDS = 75  # that a connection may wait for its next request
STREAM_SECONDS = 3.0  # for streams to take their last bytes


class Server(uvicorn.Server):
    """Ends on SIGTERM and SIGINT: accepts no more, ends streams, finishes requests."""

    def __init__(self, app: FastAPI, services: Services) -> None:
        self._services = services
        super().__init__(
            uvicorn.Config(
                app,
                http=LimitedProtocol,
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                backlog=BACKLOG,
                timeout_keep_alive=IDLE_SECONDS,
                timeout_graceful_shutdown=max(1, round(services.settings.drain_seconds)),
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stops accepting, then lets go of clients in an orderly way."""
        for server in self.servers:
            server.close()
        await self._services.hub.drain(STREAM_SECONDS)
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Makes the signals an orderly end with exit code 0; a second one hurries."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        yield

    def _stop(self) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket on an address that other processes of ours may be listening on as well.

    Raises OSError when somebody else's process has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener
