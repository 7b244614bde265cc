"""What an API process consists of, and how its parts are tied together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.catalogue import Catalogue
from api.hub import Hub
from common.database import Database
from common.listener import Listener
from common.rings import Rings
from common.settings import Settings

ROLE = "howdah_api"
REQUEST_SECONDS = 30.0  # for the database to answer a request
OWN_SECONDS = 10.0  # for it to answer what the process asks for itself
OWN_CONNECTIONS = 4  # streams and health are asked apart: busy requests can't starve them


class Services:
    """The parts of one API process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.requests = Database(settings, ROLE, size=settings.pool_size, deadline=REQUEST_SECONDS)
        self.own = Database(settings, ROLE, size=OWN_CONNECTIONS, deadline=OWN_SECONDS)
        self.hub = Hub(self.own)
        self.catalogue = Catalogue(self.own, self.hub.retire)
        self.rings = Rings(self.own, "gateway.ring")
        self.listener = Listener(
            settings, ("gateway_changed", "howdah_wake"), self._notified, self._connected
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keeps the background work going for as long as the block lasts."""
        work = (self.catalogue.keep(), self.listener.run(), self.rings.run())
        tasks = [asyncio.create_task(each) for each in work]
        try:
            yield
        finally:
            await self.rings.flush()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.hub.close()
            await self.requests.close()
            await self.own.close()

    def _notified(self, channel: str, payload: str) -> None:
        if channel == "gateway_changed":
            self.catalogue.changed()
        elif payload == "event":
            self.hub.ring()

    def _connected(self) -> None:
        self.catalogue.changed()
        self.hub.ring()
