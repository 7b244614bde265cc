"""Routes of kind `stream`: Server-Sent Events over the log, resumable, bounded, revocable."""

import asyncio
import logging

import psycopg

from api import credentials, sse
from api.events import Event, Filter
from api.feed import Feed
from api.hub import Hub
from api.instruments import ENDED, STREAMED
from api.problems import Problem
from api.reading import Reading, follow
from api.request import Receive, Request, Send
from api.responses import NO_STORE, with_protection
from api.resumption import Resumption
from api.routes import Route
from api.sqlstates import problem_of
from api.subscriber import CHUNK_BYTES, Subscriber
from common.telemetry import fields

log = logging.getLogger(__name__)

HEARTBEAT = 15.0  # seconds
RETRY = 2.0  # seconds that a client waits before it comes back
SEND_SECONDS = 20.0  # for one write; a client that takes longer is gone or hopeless
MAX_POSITION = 200  # characters
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
    NO_STORE,
]


class TooSlow(Exception):
    """The client did not take what was sent to it in time."""


class Stream:
    """One open stream, from the check of its credential to its last byte."""

    def __init__(self, hub: Hub, route: Route, request: Request, send: Send) -> None:
        self._hub = hub
        self._route = route
        self._request = request
        self._send = send

    async def serve(self, receive: Receive) -> None:
        """Answers the request; raises Problem as long as nothing has been sent."""
        credential = credentials.required(self._request.headers.get(b"authorization"))
        arguments = self._route.form.values(self._request.query)
        start = self._start(arguments.get("last_event_id"))
        reading = await self._first_look(credential, start)
        subscriber = Subscriber(credential, Filter.of(arguments))
        self._hub.enter(subscriber)
        feed = self._hub.feed(self._route.route_id)
        watcher = asyncio.create_task(_watch(receive, subscriber))
        try:
            await self._open()
            if self._request.method != "HEAD":
                await self._bring_up(feed, subscriber, reading, start)
                while text := await subscriber.next(HEARTBEAT):
                    await self._write(text)
            await self._write(b"", more=False)
        except TooSlow:
            self._abort()
        except Exception:
            log.exception("a stream failed")
            self._abort()
        finally:
            watcher.cancel()
            feed.leave(subscriber)
            self._hub.exit(subscriber)
            ENDED.labels(subscriber.ended_by or "aborted").inc()

    def _start(self, asked: str | None) -> str | None:
        raw = self._request.headers.get(b"last-event-id")
        text = raw.decode("utf-8", "replace") if raw else asked
        if text and len(text) > MAX_POSITION:
            raise Problem("malformed-header", "Last-Event-ID is no position of this log")
        return text or None

    async def _first_look(self, credential: bytes, start: str | None) -> Reading:
        try:
            reading = await follow(self._hub.database, self._route.route_id, [credential], start)
        except psycopg.Error as error:
            raise problem_of(error) from error
        reading.of_one()
        return reading

    async def _open(self) -> None:
        headers = with_protection(HEADERS, self._request.request_id)
        await self._send({"type": "http.response.start", "status": 200, "headers": headers})

    async def _bring_up(
        self, feed: Feed, subscriber: Subscriber, reading: Reading, start: str | None
    ) -> None:
        """Sends the opening and what a resuming client missed; the subscriber has joined then."""
        if start is None:
            position = await feed.join(subscriber, reading.position, caught_up=False)
            await self._write(sse.opening(position, RETRY))
            return
        await self._write(sse.opening(start, RETRY))
        resumption = Resumption(self._hub.database, self._route.route_id, feed, subscriber)
        try:
            async for events in resumption.events(reading):
                await self._write_events(events)
        except Problem as problem:
            subscriber.close("closed", problem.detail or problem.title)
        except psycopg.Error as error:
            log.warning("a stream could not catch up", extra=fields(reason=str(error)))
            subscriber.end("interrupted; come back with Last-Event-ID")

    async def _write_events(self, events: list[Event]) -> None:
        parts: list[bytes] = []
        size = 0
        for event in events:
            parts.append(event.text)
            size += len(event.text)
            if size > CHUNK_BYTES:
                await self._write(b"".join(parts))
                parts, size = [], 0
        if parts:
            await self._write(b"".join(parts))
        STREAMED.inc(len(events))

    async def _write(self, text: bytes, *, more: bool = True) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._send({"type": "http.response.body", "body": text, "more_body": more})
        except TimeoutError:
            raise TooSlow from None

    def _abort(self) -> None:
        abort = self._request.scope.get("state", {}).get("abort")
        if abort is not None:
            abort()


async def _watch(receive: Receive, subscriber: Subscriber) -> None:
    """Notices that the client closes its connection, also when there is nothing to send."""
    while (await receive())["type"] != "http.disconnect":
        pass
    subscriber.end()
