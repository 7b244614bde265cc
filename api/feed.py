"""The log of one stream route, read once for all its subscribers in this process."""

import asyncio
import logging
from time import monotonic

import psycopg

from api.instruments import STREAMED
from api.reading import Reading, follow
from api.subscriber import Subscriber
from common.calls import Caller
from common.faults import Backoff
from common.telemetry import fields

log = logging.getLogger(__name__)

POLL = 0.8  # seconds between looks when nobody rings; a revoked credential ends within one
PAUSE = 0.004  # seconds at least between the starts of two looks, so that one serves many events

_FINAL = {
    "VE410": "the log can't be followed from here any more; read it anew",
    "WG410": "this stream does not exist any more",
}


class Feed:
    """Reads while there are subscribers, and hands each event to those who may see it.

    Every reading happens under a lock. A subscriber joins between two readings, so it gets each
    event after the position at which it joined, once and in order.
    """

    def __init__(self, database: Caller, route_id: int) -> None:
        self._database = database
        self._route_id = route_id
        self._subscribers: dict[bytes, set[Subscriber]] = {}
        self._position: str | None = None
        self._begun = 0  # number of the latest reading
        self._drained = 0  # number of the latest reading that left nothing to read
        self._lock = asyncio.Lock()
        self._rung = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def join(self, subscriber: Subscriber, position: str, *, caught_up: bool) -> str:
        """Adds a subscriber and gives the position after which it gets everything.

        With `caught_up`, that is not before `position`, up to which the subscriber has read by
        itself: the feed looks once more before. Those who wait for that together share one look.
        """
        begun = self._begun
        async with self._lock:
            while caught_up and self._drained <= begun and self._subscribers:
                await self._read()
            if not self._subscribers:
                self._position = position
            self._subscribers.setdefault(subscriber.credential, set()).add(subscriber)
            if self._running is None:
                self._running = asyncio.create_task(self._run())
            return self._position or position

    def leave(self, subscriber: Subscriber) -> None:
        """Removes a subscriber."""
        of_credential = self._subscribers.get(subscriber.credential, set())
        of_credential.discard(subscriber)
        if not of_credential:
            self._subscribers.pop(subscriber.credential, None)

    def ring(self) -> None:
        """Says that there may be something new."""
        self._rung.set()

    def subscribers(self) -> list[Subscriber]:
        """Everyone who is subscribed now."""
        return [one for of_credential in self._subscribers.values() for one in of_credential]

    def close(self, reason: str) -> None:
        """Ends all streams with an event that says why."""
        for subscriber in self.subscribers():
            self._close(subscriber, reason)

    async def stop(self) -> None:
        """Stops reading, for good."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    def _close(self, subscriber: Subscriber, reason: str) -> None:
        subscriber.close("closed", reason)
        self.leave(subscriber)

    async def _run(self) -> None:
        backoff = Backoff(first=0.1, longest=2.0)
        try:
            while self._subscribers:
                started = monotonic()
                self._rung.clear()
                try:
                    async with self._lock:
                        more = await self._read()
                except Exception as error:
                    self._failed(error)
                    await asyncio.sleep(backoff.next())
                    continue
                backoff.reset()
                if not more:
                    await self._rest(started)
        finally:
            self._running = None

    async def _rest(self, started: float) -> None:
        try:
            async with asyncio.timeout(POLL):
                await self._rung.wait()
        except TimeoutError:
            return
        await asyncio.sleep(max(0.0, started + PAUSE - monotonic()))

    async def _read(self) -> bool:
        """Reads once and hands out what it read; gives whether there is more at once."""
        self._begun += 1
        number = self._begun
        credentials = list(self._subscribers)
        reading = await follow(self._database, self._route_id, credentials, self._position)
        self._position = reading.position
        if not reading.more:
            self._drained = number
        self._hand_out(credentials, reading)
        return reading.more

    def _hand_out(self, credentials: list[bytes], reading: Reading) -> None:
        for index, problem in reading.refused.items():
            for subscriber in list(self._subscribers.get(credentials[index], ())):
                self._close(subscriber, problem.detail or problem.title)
        taken = 0
        for index, tenant in reading.granted.items():
            events = reading.events.get(tenant)
            if events:
                for subscriber in self._subscribers.get(credentials[index], ()):
                    taken += subscriber.offer(events)
        STREAMED.inc(taken)

    def _failed(self, error: Exception) -> None:
        state = error.sqlstate if isinstance(error, psycopg.Error) else None
        if state in _FINAL:
            self.close(_FINAL[state])
        elif isinstance(error, psycopg.Error):
            log.warning("the feed can't read now", extra=fields(reason=str(error)))
        else:
            log.exception("the feed failed")
