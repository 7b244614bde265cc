"""A subscriber: reads a stream of Server-Sent Events message by message."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from demo.sse import Message, Parser
from tests.client import Client

SECONDS = 10.0  # to wait for a message


class StreamRefused(AssertionError):
    """A stream was not opened."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text}")
        self.status = status


class Subscriber:
    """One open stream."""

    def __init__(self, response: aiohttp.ClientResponse, last_id: str | None) -> None:
        self.response = response
        self._parser = Parser(last_id)
        self._read: deque[Message] = deque()

    @property
    def last_id(self) -> str | None:
        """Where to resume behind what has been read off the connection."""
        return self._parser.last_id

    async def opened(self) -> None:
        """Waits until the subscription stands: nothing from then on can be missed."""
        while self._parser.last_id is None and await self._feed():
            pass

    async def next(self, seconds: float = SECONDS) -> Message | None:
        """The next message; None at the end. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not self._read:
                if not await self._feed():
                    return None
        return self._read.popleft()

    async def take(self, count: int) -> list[Message]:
        """The next so many messages."""
        messages = [await self.next() for _ in range(count)]
        assert None not in messages, f"the stream ended early: {messages}"
        return [message for message in messages if message is not None]

    async def rest(self, seconds: float = SECONDS) -> list[Message]:
        """All messages up to the end. Raises TimeoutError when it does not come."""
        messages = []
        async with asyncio.timeout(seconds):
            while message := await self.next(seconds):
                messages.append(message)
        return messages

    async def _feed(self) -> bool:
        chunk = await self.response.content.readany()
        self._read.extend(self._parser.feed(chunk))
        return bool(chunk)


@asynccontextmanager
async def subscribed(
    client: Client,
    query: str = "",
    last_event_id: str | None = None,
    path: str = "/v1/stream",
) -> AsyncIterator[Subscriber]:
    """Follows the stream of the client's tenant, from now on or behind an event.

    Raises StreamRefused.
    """
    headers = {"Authorization": f"Bearer {client.secret}"}
    if last_event_id is not None:
        headers["Last-Event-ID"] = last_event_id
    async with client.session.get(f"{path}{query}", headers=headers) as response:
        if response.status != 200:
            raise StreamRefused(response.status, await response.text())
        subscriber = Subscriber(response, last_event_id)
        await subscriber.opened()
        yield subscriber


async def emit(client: Client, *keys: str, kind: str = "a.b") -> list[int]:
    """Emits an event for each key, one after the other; gives their numbers."""
    ids = []
    for key in keys:
        answer = await client.post("/v1/events", {"type": kind, "key": key, "data": {"key": key}})
        assert answer.status == 201, answer.text
        ids.append(answer.json["event_id"])
    return ids


def numbers(messages: list[Message]) -> list[int]:
    """The numbers of streamed events."""
    return [json.loads(message.data)["event_id"] for message in messages]
