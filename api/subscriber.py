"""One open stream: what is waiting to be sent, bounded, and how it ends."""

import asyncio
from collections import deque
from collections.abc import Iterable

import orjson

from api import sse
from api.events import Event, Filter

MAX_EVENTS = 1000
MAX_BYTES = 4 * 1024 * 1024
CHUNK_BYTES = 64 * 1024


class Subscriber:
    """A queue between the feed, which never waits, and a client, which may be slow.

    A client that falls behind by more than `MAX_EVENTS` events or `MAX_BYTES` bytes is cut, with a
    reason; it can come back with the Last-Event-ID that it has.
    """

    def __init__(self, credential: bytes, wanted: Filter) -> None:
        self.credential = credential
        self.wanted = wanted
        self.ended_by: str | None = None  # cut, closed or ended
        self._waiting: deque[bytes] = deque()
        self._size = 0
        self._ready = asyncio.Event()

    def offer(self, events: Iterable[Event]) -> int:
        """Queues those of the events that are wanted, and gives their number; never waits."""
        taken = 0
        for event in events:
            if self.ended_by is not None:
                break
            if self.wanted.accepts(event):
                self._put(event.text)
                taken += 1
        return taken

    def close(self, name: str, reason: str) -> None:
        """Ends the stream with an event of this name that says why; what waited is dropped.

        Nothing is lost by that: whoever may come back resumes after the last event received.
        """
        if self.ended_by is None:
            self.ended_by = name
            self._waiting.clear()
            self._add(sse.event(name, orjson.dumps({"reason": reason}).decode()))

    def end(self, farewell: str | None = None) -> None:
        """Ends the stream after what waits, with a comment; without one the client is gone."""
        if self.ended_by is None:
            self.ended_by = "ended"
            if farewell is None:
                self._waiting.clear()
                self._ready.set()
            else:
                self._add(sse.comment(farewell))

    def forget(self) -> None:
        """Drops what waits, except for a final event."""
        if self.ended_by is None:
            self._waiting.clear()
            self._size = 0

    async def next(self, seconds: float) -> bytes:
        """The next bytes to send; a heartbeat when there are none for `seconds`; b"" at the end."""
        if not self._waiting and self.ended_by is None:
            self._ready.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._ready.wait()
            except TimeoutError:
                return sse.comment()
        return self._take()

    def _put(self, text: bytes) -> None:
        if len(self._waiting) >= MAX_EVENTS or self._size + len(text) > MAX_BYTES:
            self.close("cut", "the client reads more slowly than events arrive")
        else:
            self._add(text)

    def _add(self, text: bytes) -> None:
        self._waiting.append(text)
        self._size += len(text)
        self._ready.set()

    def _take(self) -> bytes:
        parts, size = [], 0
        while self._waiting and size < CHUNK_BYTES:
            part = self._waiting.popleft()
            parts.append(part)
            size += len(part)
        self._size = max(0, self._size - size) if self._waiting else 0
        return b"".join(parts)
