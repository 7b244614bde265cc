"""A client of the API that does not give up when the platform is away for a while."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic
from types import TracebackType
from typing import Any, Self

import aiohttp
import orjson

from demo.messages import Answer, Refused, Request, Unreachable

AWAY = frozenset({429, 502, 503, 504})  # what a later try may well answer otherwise
STILL_RUNNING = "WG409"  # an earlier try with the same Idempotency-Key has not ended yet
TRY_SECONDS = 30.0
CONNECT_SECONDS = 10.0
# Heartbeats come every 15 s: a stream that says nothing for longer than this is broken.
SILENT_SECONDS = 40.0


class Client:
    """Sends requests and opens streams. `retries` counts the tries that had to be repeated.

    `patience` is for how long, in seconds, a request is tried again before it is given up.
    """

    def __init__(self, base_url: str, *, patience: float = 120.0) -> None:
        self.retries = 0
        self._patience = patience
        self._session = aiohttp.ClientSession(
            base_url,
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=TRY_SECONDS, sock_connect=CONNECT_SECONDS),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def get(self, path: str, key: str, **query: str) -> Answer:
        """Asks until there is an answer. Raises Refused when patience ends."""
        return await self.send(Request("GET", path, key, query=query))

    async def post(self, path: str, key: str, body: bytes, intent: str) -> Answer:
        """Sends JSON, to take effect once, until there is an answer. Raises Refused when patience
        ends."""
        return await self.send(Request("POST", path, key, body=body, intent=intent))

    async def send(self, request: Request) -> Answer:
        """Sends a request that may arrive several times. Raises Refused when patience ends."""
        end = monotonic() + self._patience
        wait = 0.05
        while True:
            try:
                return await self.try_once(request)
            except Unreachable as error:
                if monotonic() > end:
                    raise Refused(f"{request} was given up: {error}") from error
                pause = max(error.wait, wait)
            self.retries += 1
            await asyncio.sleep(pause * random.uniform(1.0, 1.5))  # noqa: S311  (only spreads)
            wait = min(wait * 2, 2.0)

    async def try_once(self, request: Request) -> Answer:
        """Sends a request once. Raises Unreachable; it may have taken effect nevertheless."""
        try:
            async with self._session.request(
                request.method,
                request.path,
                data=request.body,
                params=request.query,
                headers=request.headers,
            ) as response:
                headers, text = response.headers, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise Unreachable(f"{type(error).__name__} {error}".strip()) from error
        is_replay = "Idempotency-Replayed" in headers
        answer = Answer(request, response.status, _parsed(text), is_replay)
        if answer.status in AWAY or answer.code == STILL_RUNNING:
            wait = headers.get("Retry-After", "")
            raise Unreachable(
                f"{answer.status} {answer.reason}", float(wait) if wait.isdigit() else 0.0
            )
        return answer

    @asynccontextmanager
    async def stream(
        self, path: str, key: str, last_event_id: str | None
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Opens a stream of Server-Sent Events behind an event, or from now on."""
        headers = {"Authorization": f"Bearer {key}", "Accept": "text/event-stream"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = last_event_id
        timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=SILENT_SECONDS)
        async with self._session.get(path, headers=headers, timeout=timeout) as response:
            yield response


def _parsed(text: bytes) -> Any:
    try:
        return orjson.loads(text) if text else None
    except orjson.JSONDecodeError:
        return None
