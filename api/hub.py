"""All feeds of this process: who is subscribed to which route's log."""

import asyncio

from api.feed import Feed
from api.instruments import SUBSCRIBERS
from api.problems import Problem
from api.routes import RouteTable
from api.subscriber import Subscriber
from common.calls import Caller

MAX_SUBSCRIBERS = 10_000
FAREWELL = "the server stops; come back with Last-Event-ID"


class Hub:
    """One feed for each stream route that somebody has subscribed to."""

    def __init__(self, database: Caller) -> None:
        self.database = database
        self._feeds: dict[int, Feed] = {}
        self._open: set[Subscriber] = set()
        self._drained = asyncio.Event()
        self._drained.set()
        self._draining = False

    def feed(self, route_id: int) -> Feed:
        """The feed of a route."""
        if route_id not in self._feeds:
            self._feeds[route_id] = Feed(self.database, route_id)
        return self._feeds[route_id]

    def enter(self, subscriber: Subscriber) -> None:
        """Registers a new stream; raises Problem `unavailable` when there are too many."""
        if self._draining or len(self._open) >= MAX_SUBSCRIBERS:
            raise Problem("unavailable", "this process takes no more streams")
        self._open.add(subscriber)
        self._drained.clear()
        SUBSCRIBERS.set(len(self._open))

    def exit(self, subscriber: Subscriber) -> None:
        """Forgets a stream that has ended."""
        self._open.discard(subscriber)
        SUBSCRIBERS.set(len(self._open))
        if not self._open:
            self._drained.set()

    def ring(self) -> None:
        """Says to all feeds that there may be something new."""
        for feed in self._feeds.values():
            feed.ring()

    def retire(self, table: RouteTable) -> None:
        """Ends the streams of routes that a new table does not have any more."""
        kept = {route.route_id for route in table.routes if route.kind == "stream"}
        for route_id in self._feeds.keys() - kept:
            self._feeds.pop(route_id).close("this stream does not exist any more")

    async def drain(self, seconds: float) -> None:
        """Ends every stream with a comment and waits, at most so long, until all are gone."""
        self._draining = True
        for subscriber in self._open:
            subscriber.end(FAREWELL)
        try:
            async with asyncio.timeout(seconds):
                await self._drained.wait()
        except TimeoutError:
            pass

    async def close(self) -> None:
        """Stops all reading."""
        for feed in self._feeds.values():
            await feed.stop()
