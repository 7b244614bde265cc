"""LISTEN on a connection of its own, through the session pool, for ever."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import asyncpg

from common.faults import Backoff
from common.settings import Settings
from common.telemetry import fields

log = logging.getLogger(__name__)


class Listener:
    """Calls back for every notification, and whenever notifications may have been missed.

    `on_connect()` is called after each (re)connection, when the channels are listened to again:
    anything may have happened before it. `on_notify(channel, payload)` follows. Both must return
    quickly. Every `keepalive` seconds the connection proves that it is alive.
    """

    def __init__(
        self,
        settings: Settings,
        channels: Sequence[str],
        on_notify: Callable[[str, str], None],
        on_connect: Callable[[], None],
        keepalive: float = 15.0,
    ) -> None:
        self._arguments: dict[str, Any] = {
            "host": settings.pool_host,
            "port": settings.pool_port,
            "database": "howdah_listen",
            "user": "howdah_listen",
            "password": settings.password("howdah_listen"),
            "timeout": 5.0,
            "command_timeout": 5.0,
        }
        self._channels = channels
        self._on_notify = on_notify
        self._on_connect = on_connect
        self._keepalive = keepalive
        self._backoff = Backoff(first=0.1, longest=3.0)
        self.connected = False

    async def run(self) -> NoReturn:
        """Listen until cancelled, reconnecting with backoff whenever the connection is lost."""
        while True:
            reason = "the connection was closed"
            try:
                await self._listen()
            except Exception as error:
                reason = f"{type(error).__name__}: {error}"
            self.connected = False
            if self._backoff.tries == 0:
                log.warning("listener lost its connection", extra=fields(reason=reason))
            await asyncio.sleep(self._backoff.next())

    async def _listen(self) -> None:
        connection = await asyncpg.connect(**self._arguments)
        try:
            closed = asyncio.Event()
            connection.add_termination_listener(lambda _: closed.set())
            for channel in self._channels:
                await connection.add_listener(channel, self._notified)
            self.connected = True
            log.info("listening", extra=fields(channels=",".join(self._channels)))
            self._backoff.reset()
            self._on_connect()
            while not await self._closes(closed):
                await connection.execute("select 1")
        finally:
            connection.terminate()

    async def _closes(self, closed: asyncio.Event) -> bool:
        try:
            async with asyncio.timeout(self._keepalive):
                await closed.wait()
        except TimeoutError:
            return False
        return True

    def _notified(self, _connection: object, _pid: int, channel: str, payload: object) -> None:
        self._on_notify(channel, str(payload))
