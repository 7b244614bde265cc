"""Resuming a stream: from the client's last event to the feed, without gap or duplicate.

Positions are opaque, so which of two is the later can't be told. What can be told is what is the
same event, and that a look which begins later sees no less. From these two follows the meeting:

1. Read with the client's own credential, page by page, until there is no more: up to P.
2. Join the feed, which looks once more before, so its position H is not before P.
3. Read after P (up to A, not before H) and then after H (up to B, not before A). What the first
   has and the second has not is exactly what lies between P and H. The feed brings all after H.
"""

from collections.abc import AsyncIterator

from api.events import Event
from api.feed import Feed
from api.reading import Reading, follow
from api.subscriber import Subscriber
from common.calls import Caller


class Resumption:
    """Brings one subscriber from a position of its own to the feed of its route."""

    def __init__(self, database: Caller, route_id: int, feed: Feed, subscriber: Subscriber) -> None:
        self._database = database
        self._route_id = route_id
        self._feed = feed
        self._subscriber = subscriber

    async def events(self, reading: Reading) -> AsyncIterator[list[Event]]:
        """The events to send before those of the feed, starting with this first reading.

        The subscriber has joined the feed when the last list is given. Raises the Problem of a
        credential that is refused meanwhile, and errors of the database.
        """
        while True:
            while True:
                yield self._wanted(reading.of_one())
                if self._subscriber.ended_by is not None:
                    return
                if not reading.more:
                    break
                reading = await self._follow(reading.position)
            joined_at = await self._feed.join(self._subscriber, reading.position, caught_up=True)
            if joined_at == reading.position:
                return
            reading = await self._follow(reading.position)
            if not reading.more:
                ahead = await self._ahead_of(joined_at)
                events = [event for event in reading.of_one() if event.position not in ahead]
                yield self._wanted(events)
                return
            self._feed.leave(self._subscriber)  # a burst came between: begin the meeting again
            self._subscriber.forget()

    async def _ahead_of(self, position: str) -> set[str]:
        positions: set[str] = set()
        more = True
        while more:
            reading = await self._follow(position)
            positions.update(event.position for event in reading.of_one())
            position, more = reading.position, reading.more
        return positions

    async def _follow(self, position: str) -> Reading:
        return await follow(self._database, self._route_id, [self._subscriber.credential], position)

    def _wanted(self, events: list[Event]) -> list[Event]:
        return [event for event in events if self._subscriber.wanted.accepts(event)]
