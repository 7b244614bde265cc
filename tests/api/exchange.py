"""An exchange with the engine over plain ASGI: a request in, what was sent back out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from api.catalogue import Catalogue
from api.engine import Engine
from api.hub import Hub
from api.request import Message, Receive, Scope, Send
from api.routes import RouteTable
from common.rings import Rings
from tests.api.catalogue import table
from tests.api.fake_database import FakeDatabase

LIMIT = 1000


@dataclass
class Sent:
    """What the engine sent."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)


async def page(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for the application behind the engine."""
    if scope["path"] == "/broken":
        raise RuntimeError("not for the client")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"a page"})


class Exchange:
    """An engine over a fake database, with the routes of the small catalogue."""

    def __init__(self, database: FakeDatabase, routes: RouteTable | None = None) -> None:
        self.database = database
        self.catalogue = Catalogue(database, lambda _: None)
        self.catalogue.table = routes or table()
        self.hub = Hub(database)
        self.rings = Rings(database, "gateway.ring")
        self.engine = Engine(
            page,
            database=database,
            catalogue=self.catalogue,
            hub=self.hub,
            rings=self.rings,
            body_limit=LIMIT,
        )

    async def ask(
        self,
        method: str,
        path: str,
        headers: Iterable[tuple[bytes, bytes]] = (),
        parts: Iterable[bytes] = (b"",),
    ) -> Sent:
        """Sends a request, its body in these parts, and waits for the answer."""
        raw, _, query = path.partition("?")
        bodies = list(parts)
        waiting = [
            {"type": "http.request", "body": body, "more_body": at < len(bodies) - 1}
            for at, body in enumerate(bodies)
        ]
        scope = {
            "type": "http",
            "method": method,
            "path": raw,
            "raw_path": raw.encode(),
            "query_string": query.encode(),
            "headers": list(headers),
            "client": ("192.0.2.1", 1234),
            "state": {},
        }
        sent = Sent()

        async def receive() -> Message:
            if waiting:
                return waiting.pop(0)
            await asyncio.Event().wait()
            raise AssertionError

        async def send(message: Message) -> None:
            sent.messages.append(message)

        await self.engine(scope, receive, send)
        self.unread = waiting
        return sent
